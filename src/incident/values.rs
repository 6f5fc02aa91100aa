//! What the readers of [`Fields`] are made of: finding a field, and turning its value into a text, date or term.

use super::date::PartialDate;
use super::fields::Fields;
use super::forms::{is_blank, is_turned};
use super::node::Node;
use super::place::{ENTRY, Outcome};
use super::problem::Rule;

impl<'n> Fields<'n, '_> {
    /// A field's value; none if it is absent or null. Of a repeated field the last is taken, as browsers do.
    pub(super) fn take(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        let mut found = None;
        let mut times = 0;
        for (_, node) in self.entries.iter().filter(|(key, _)| key == name) {
            found = Some(node);
            times += 1;
        }
        if times > 1 {
            let template = "it stands more than once in the same record; only the last is read.|Keep one of them.";
            self.note(Rule::DuplicateField, name, template, &[]);
        }
        found.filter(|node| !matches!(node, Node::Null))
    }

    /// The same, for a field that the record cannot do without.
    pub(super) fn take_required(&mut self, name: &'static str) -> Option<&'n Node> {
        let node = self.take(name);
        if node.is_none() {
            self.missing(Rule::MissingField, name, "is missing");
        }
        node
    }

    /// A text that the record cannot do without; empty if it is missing or faulty.
    pub(super) fn required(&mut self, name: &'static str, most: usize) -> &'n str {
        let outcome = self.slot.place.outcome();
        let Some(node) = self.take_required(name) else {
            return "";
        };
        let text = self.text_of(name, node, outcome, most);
        match text {
            Some(text) if !is_blank(text) => text,
            Some(_) => {
                self.missing(Rule::MissingField, name, "is empty");
                ""
            }
            None => {
                self.slot.sound = false;
                ""
            }
        }
    }

    /// A text of at most `most` characters. A longer one breaks a limit and refuses the file; one that is read in another order
    /// than it is written is none.
    pub(super) fn text_of(
        &mut self,
        name: &str,
        node: &'n Node,
        outcome: Outcome,
        most: usize,
    ) -> Option<&'n str> {
        let Node::Text(text) = node else {
            self.wrong_type(name, node, "a text in quotation marks", outcome);
            return None;
        };
        let chars = if text.len() > most {
            text.chars().count()
        } else {
            0
        };
        if chars > most {
            self.sink.break_limit(&self.slot.place, name, chars, most);
            return None;
        }
        if is_turned(text) {
            let template = "it has marks of direction that nobody sees and that turn what they stand before round (U+202D, U+202E), or are no pair (U+2066 to U+2069); the %%.|Delete them, and look whether the words are still those of the source.";
            let (noun, happens) = outcome;
            self.note(Rule::TurnedText, name, template, &[noun, happens]);
            return None;
        }
        Some(text)
    }

    pub(super) fn date_of(
        &mut self,
        name: &str,
        node: &'n Node,
        outcome: Outcome,
    ) -> Option<PartialDate> {
        let Node::Text(text) = node else {
            self.wrong_type(
                name,
                node,
                "a date as a text, such as \"2025\" or \"2025-05-28\"",
                outcome,
            );
            return None;
        };
        match text.parse::<PartialDate>() {
            Ok(date) => Some(date),
            Err(error) => {
                let template = "%q is not a date: %; the %%.|Write as much of YYYY-MM-DD as the source gives; year and month first, in digits.";
                let (noun, happens) = outcome;
                self.note(
                    Rule::ImpossibleDate,
                    name,
                    template,
                    &[text, error.why(), noun, happens],
                );
                None
            }
        }
    }

    /// The position of a term in its closed list. Not generic, so that it is compiled once and not once per list.
    pub(super) fn term_of(
        &mut self,
        name: &str,
        node: &'n Node,
        list: &str,
        ids: &[&'static str],
        outcome: Outcome,
    ) -> Option<usize> {
        let text = self.text_of(name, node, outcome, usize::MAX)?;
        let position = ids.iter().position(|id| *id == text);
        if position.is_none() {
            let nearest = self.sink.nearest_word(text, &mut ids.iter().copied());
            let (noun, happens) = outcome;
            let words = [list, text, noun, happens, &nearest, &listed(ids)];
            self.note(
                Rule::UnknownTerm,
                name,
                "there is no % %q; the %%.|%The list: %.",
                &words,
            );
        }
        position
    }

    /// The positions of the terms of a list, each once.
    pub(super) fn terms_of(
        &mut self,
        name: &'static str,
        list: &str,
        ids: &[&'static str],
    ) -> Vec<usize> {
        let mut positions = Vec::new();
        for node in self.list(name) {
            if let Some(position) = self.term_of(name, node, list, ids, ENTRY) {
                if positions.contains(&position) {
                    self.repeated(name, ids.get(position).copied().unwrap_or_default());
                } else {
                    positions.push(position);
                }
            }
        }
        positions
    }

    pub(super) fn wrong_type(&mut self, name: &str, node: &Node, expected: &str, outcome: Outcome) {
        let (noun, happens) = outcome;
        let words = [node.what(), noun, happens, expected];
        self.note(
            Rule::WrongType,
            name,
            "here stands %; the %%.|Expected is %.",
            &words,
        );
    }
}

/// Words with commas between them.
pub(super) fn listed(words: &[&str]) -> String {
    let mut list = String::new();
    for word in words {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(word);
    }
    list
}
