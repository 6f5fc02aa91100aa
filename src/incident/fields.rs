//! Reads the fields of one record, and notes every fault of them.
//!
//! A reader asks for each field once, by name; [`Fields::finish`] then knows which fields nobody asked for.

use super::date::PartialDate;
use super::forms::{is_blank, is_kebab, is_language_tag, is_web_address, kebab};
use super::limits::{
    MAX_CONTEXT_CHARS, MAX_ID_CHARS, MAX_NAME_CHARS, MAX_QUOTE_CHARS, MAX_URL_CHARS,
};
use super::lookup::repeats;
use super::node::Node;
use super::place::{ENTRY, FIELD, Place};
use super::problem::Rule;
use super::sink::Sink;
use super::template::did_you_mean;
use super::vocabulary::Term;

/// Fields that only the check reads. Where it is not compiled in they are passed over.
const FOR_EDITORS: &[&str] = if cfg!(feature = "check") {
    &[]
} else {
    &["waivers", "sign_offs"]
};

/// The fields of one record.
pub(super) struct Fields<'n, 's> {
    pub(super) entries: &'n [(String, Node)],
    pub(super) asked: Vec<&'static str>,
    /// Where its problems go.
    pub(super) sink: &'s mut Sink,
    /// What has become of the record so far.
    pub(super) slot: Slot<'n>,
}

/// What has become of a record: a list of slots stands beside every list of records while a file is read.
#[derive(Clone)]
pub(super) struct Slot<'n> {
    /// Where the record stands, with its id.
    pub(super) place: Place<'n>,
    /// Whether it can be kept. A record that is not sound holds placeholders and is never shown.
    pub(super) sound: bool,
    /// The same for its reports or answers.
    pub(super) parts: Vec<Self>,
}

impl<'n, 's> Fields<'n, 's> {
    /// The fields of an object; notes a problem if the node is none.
    pub(super) fn open(node: &'n Node, place: Place<'n>, sink: &'s mut Sink) -> Option<Self> {
        let Node::Map(entries) = node else {
            let (noun, happens) = place.outcome();
            let words = [node.what(), noun, happens];
            sink.note(
                Rule::WrongType,
                &place,
                "",
                "here stands %; the %%.|Expected is an object: { … }.",
                &words,
            );
            return None;
        };
        Some(Self {
            entries,
            asked: Vec::with_capacity(12),
            sink,
            slot: Slot {
                place,
                sound: true,
                parts: Vec::new(),
            },
        })
    }

    /// Notes a problem of this record.
    pub(super) fn note(&mut self, rule: Rule, field: &str, template: &str, words: &[&str]) {
        self.sink
            .note(rule, &self.slot.place, field, template, words);
    }

    /// The record's id. Messages about its other fields name it from now on. Empty if it is faulty.
    pub(super) fn id(&mut self) -> String {
        let id = self.required("id", MAX_ID_CHARS);
        self.slot.place.id = id;
        if !id.is_empty() && !is_kebab(id) {
            let (noun, happens) = self.slot.place.outcome();
            let advice = did_you_mean(kebab(id).as_deref());
            let template = "%q is not an id: ids are small letters a to z, digits and single hyphens; the %%.|%";
            self.note(
                Rule::MalformedId,
                "id",
                template,
                &[id, noun, happens, &advice],
            );
            self.slot.sound = false;
            return String::new();
        }
        id.to_owned()
    }

    /// A text of at most `most` characters; none if it is absent, empty or faulty.
    pub(super) fn text(&mut self, name: &'static str, most: usize) -> Option<String> {
        let node = self.take(name)?;
        let text = self.text_of(name, node, FIELD, most)?;
        if is_blank(text) {
            self.note(
                Rule::EmptyText,
                name,
                "the text is empty; the field is left out.|Write it, or drop the field: what the sources do not say is left out.",
                &[],
            );
            return None;
        }
        Some(text.to_owned())
    }

    /// A text that the record cannot do without; empty if it is missing or faulty.
    pub(super) fn required_text(&mut self, name: &'static str, most: usize) -> String {
        self.required(name, most).to_owned()
    }

    /// A name, as [`Self::text`].
    pub(super) fn name(&mut self, name: &'static str) -> Option<String> {
        self.text(name, MAX_NAME_CHARS)
    }

    /// The id of another record, not yet resolved; as [`Self::text`].
    pub(super) fn reference(&mut self, name: &'static str) -> Option<String> {
        self.text(name, MAX_ID_CHARS)
    }

    /// The id of another record that this one cannot do without; as [`Self::required_text`].
    pub(super) fn required_reference(&mut self, name: &'static str) -> String {
        self.required_text(name, MAX_ID_CHARS)
    }

    /// A quotation, which may still be empty: whether it may be is for the report to say.
    pub(super) fn quotation(&mut self) -> Option<String> {
        let node = self.take("quote")?;
        self.text_of("quote", node, FIELD, MAX_QUOTE_CHARS)
            .map(str::to_owned)
    }

    /// A `prefix` or `suffix`: kept as it stands, spaces too, but never longer than [`MAX_CONTEXT_CHARS`].
    pub(super) fn context(&mut self, name: &'static str) -> Option<String> {
        let node = self.take(name)?;
        let text = self.text_of(name, node, FIELD, usize::MAX)?;
        let chars = text.chars().count();
        if chars > MAX_CONTEXT_CHARS {
            let template = "it has % characters, at most % may stand here; the field is left out.|Keep only the words next to the quotation.";
            self.note(
                Rule::TooLong,
                name,
                template,
                &[&chars.to_string(), &MAX_CONTEXT_CHARS.to_string()],
            );
            return None;
        }
        (chars > 0).then(|| text.to_owned())
    }

    /// A web address that may become a link; none if it is absent or faulty.
    pub(super) fn url(&mut self) -> Option<String> {
        let url = self.text("url", MAX_URL_CHARS)?;
        if is_web_address(&url) {
            return Some(url);
        }
        self.note(
            Rule::MalformedUrl,
            "url",
            "%q is not a web address; the field is left out.|An address begins with https:// or http:// and has no spaces. Without a known address, drop the field.",
            &[&url],
        );
        None
    }

    /// A language tag out of the text of `language`; none if it is not of BCP 47's form.
    pub(super) fn language(&mut self, tag: Option<String>) -> Option<String> {
        self.language_in("language", tag)
    }

    /// The same of another field.
    #[cfg_attr(not(feature = "check"), inline(always))]
    pub(super) fn language_in(&mut self, name: &str, tag: Option<String>) -> Option<String> {
        let tag = tag.filter(|tag| !tag.is_empty())?;
        if is_language_tag(&tag) {
            return Some(tag);
        }
        let template = "%q is not a language tag; the field is left out.|Write a BCP 47 tag such as \"en\", \"cs\" or \"pt-BR\".";
        self.note(Rule::MalformedLanguage, name, template, &[&tag]);
        None
    }

    /// A date; none if it is absent or faulty.
    pub(super) fn date(&mut self, name: &'static str) -> Option<PartialDate> {
        let node = self.take(name)?;
        self.date_of(name, node, FIELD)
    }

    /// A date that the record cannot do without.
    pub(super) fn required_date(&mut self, name: &'static str) -> PartialDate {
        let outcome = self.slot.place.outcome();
        let node = self.take_required(name);
        let date = node.and_then(|node| self.date_of(name, node, outcome));
        self.slot.sound &= date.is_some();
        date.unwrap_or_default()
    }

    /// A term; none if it is absent or faulty.
    pub(super) fn term<T: Term>(&mut self, name: &'static str) -> Option<T> {
        let node = self.take(name)?;
        let position = self.term_of(name, node, T::LIST, T::IDS, FIELD)?;
        T::ALL.get(position).copied()
    }

    /// A term that the record cannot do without.
    pub(super) fn required_term<T: Term>(&mut self, name: &'static str) -> Option<T> {
        let outcome = self.slot.place.outcome();
        let node = self.take_required(name);
        let position = node.and_then(|node| self.term_of(name, node, T::LIST, T::IDS, outcome));
        self.slot.sound &= position.is_some();
        T::ALL.get(position?).copied()
    }

    /// A list of terms, each once.
    pub(super) fn terms<T: Term>(&mut self, name: &'static str) -> Vec<T> {
        let positions = self.terms_of(name, T::LIST, T::IDS);
        positions
            .into_iter()
            .filter_map(|position| T::ALL.get(position).copied())
            .collect()
    }

    /// A list of ids, each once. Whether they resolve is not looked at here.
    pub(super) fn ids(&mut self, name: &'static str) -> Vec<String> {
        let ids = self.texts_of(name, usize::MAX);
        let mut kept = Vec::with_capacity(ids.len());
        for (id, again) in ids.iter().zip(repeats(&ids)) {
            if again {
                self.repeated(name, id);
            } else {
                kept.push((*id).to_owned());
            }
        }
        kept
    }

    /// A list of names.
    pub(super) fn names(&mut self, name: &'static str) -> Vec<String> {
        self.texts_of(name, MAX_NAME_CHARS)
            .into_iter()
            .map(str::to_owned)
            .collect()
    }

    /// A list, of whatever it is.
    pub(super) fn list(&mut self, name: &'static str) -> &'n [Node] {
        match self.take(name) {
            Some(Node::List(items)) => items,
            Some(node) => {
                self.wrong_type(name, node, "a list: [ … ]", FIELD);
                &[]
            }
            None => &[],
        }
    }

    /// Reads every object of a list of records, or of the parts of this one. What has become of them is returned.
    pub(super) fn each(
        &mut self,
        places: Place<'n>,
        read: &mut dyn FnMut(&mut Fields<'n, '_>),
    ) -> Vec<Slot<'n>> {
        let mut slots = Vec::new();
        for (index, node) in self.list(places.key()).iter().enumerate() {
            match Fields::open(node, places.nth(index), self.sink) {
                Some(mut fields) => {
                    read(&mut fields);
                    slots.push(fields.finish());
                }
                None => self.sink.left_out += 1,
            }
        }
        slots
    }

    /// A whole number from 1.
    pub(super) fn ordinal(&mut self, name: &'static str) -> Option<u32> {
        let node = self.take(name)?;
        if let Node::Number(number) = node {
            // `as` saturates, so a fraction or a number out of range is not equal to what it becomes.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let whole = *number as u32;
            if whole >= 1 && (f64::from(whole) - *number).abs() == 0.0 {
                return Some(whole);
            }
        }
        self.wrong_type(name, node, "a whole number from 1", FIELD);
        None
    }

    /// Notes that a field does not belong here.
    pub(super) fn misplaced(&mut self, name: &'static str, template: &str) {
        self.note(Rule::MisplacedField, name, template, &[]);
    }

    /// Notes that the record cannot be kept because of this field.
    pub(super) fn missing(&mut self, rule: Rule, name: &str, how: &str) {
        self.slot.sound = false;
        let (noun, happens) = self.slot.place.outcome();
        self.note(
            rule,
            name,
            "it %; the %%.|Add \"%\": this record needs it.",
            &[how, noun, happens, name],
        );
    }

    /// Warns of fields that nobody asked for.
    pub(super) fn finish(mut self) -> Slot<'n> {
        for (name, _) in self.entries {
            if name.starts_with("x-")
                || self.asked.contains(&name.as_str())
                || FOR_EDITORS.contains(&name.as_str())
            {
                continue;
            }
            let nearest = self
                .sink
                .nearest_word(name, &mut self.asked.iter().copied());
            let words = [self.slot.place.noun(), &nearest];
            let template = "no % has such a field; it is not read.|%For notes of your own, begin the name with \"x-\".";
            self.note(Rule::UnknownField, name, template, &words);
        }
        self.slot
    }

    /// Notes an entry that a list has more than once.
    pub(super) fn repeated(&mut self, name: &str, entry: &str) {
        let template = "%q stands in the list more than once; it counts once.|Keep one of them.";
        self.note(Rule::RepeatedEntry, name, template, &[entry]);
    }

    /// The texts of a list that are not empty.
    fn texts_of(&mut self, name: &'static str, most: usize) -> Vec<&'n str> {
        let mut texts = Vec::new();
        for node in self.list(name) {
            match self.text_of(name, node, ENTRY, most) {
                Some(text) if is_blank(text) => {
                    self.note(
                        Rule::EmptyText,
                        name,
                        "an entry of the list is empty; it is left out.|Write it or drop it.",
                        &[],
                    );
                }
                Some(text) => texts.push(text),
                None => {}
            }
        }
        texts
    }
}
