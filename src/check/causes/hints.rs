//! What can be said of single causes beyond their rules' cards.

use crate::incident::nearest::nearest;
use crate::incident::place::List;
use crate::incident::{Node, Rule};

use super::links::Links;
use super::messages::{is, unknown_id};
use super::names::unseen;
use crate::check::finding::Finding;
use crate::check::notes::shown;
use crate::check::paths::node_at;
use crate::exchange::ids::kebabs;
use crate::incident::forms::is_kebab;

/// For how many unknown ids a renamed record is looked for. Each costs a pass over all records.
const MAX_RENAMED: usize = 50;

/// What is said of a finding's cause where the file shows more of it than the rule's card.
pub(super) struct Hint {
    pub(super) cause: String,
    pub(super) advice: String,
}

impl Links<'_, '_> {
    /// What can be said of single causes.
    pub(super) fn hints(&self) -> Vec<(usize, Hint)> {
        let mut hints = Vec::new();
        let mut searched = 0;
        for (at, finding) in self.findings.iter().enumerate() {
            hints.extend(self.of_value(finding).map(|hint| (at, hint)));
            if let Some(misspelt) = self.misspelt(finding) {
                let line = misspelt
                    .position
                    .map_or_else(String::new, |position| format!(" (line {})", position.line));
                let (is, meant) = (shown(&misspelt.field), shown(&finding.field));
                let hint = match unseen(&misspelt.field) {
                    Some((plain, chars)) if plain == finding.field => Hint {
                        cause: format!("In the name of the field stands {chars}{line}."),
                        advice: format!("Type the name anew: {meant}."),
                    },
                    _ => Hint {
                        cause: format!("The name of the field is misspelt: {is}{line}."),
                        advice: format!("Write {meant} for {is}."),
                    },
                };
                hints.push((at, hint));
            }
            hints.extend(self.respelt(finding).map(|hint| (at, hint)));
            let Some((lists, id)) = unknown_id(finding) else {
                continue;
            };
            hints.extend(well_formed(finding).map(|hint| (at, hint)));
            let places = self.unknown.get(id).map_or(&[][..], Vec::as_slice);
            let is_first = places.first() == Some(&at) && self.unread(finding).is_none();
            // A single reference is more likely misspelt itself.
            if is_first && places.len() > 1 && searched < MAX_RENAMED {
                searched += 1;
                hints.extend(
                    self.renamed(id, &lists, places.len())
                        .map(|hint| (at, hint)),
                );
            }
        }
        hints
    }

    /// What the value that stands in the file says of a finding's cause.
    fn of_value(&self, finding: &Finding) -> Option<Hint> {
        let record = node_at(self.records.file, &finding.path)?;
        let Node::Map(entries) = record else {
            return None;
        };
        let (_, value) = entries.iter().rfind(|(name, _)| *name == finding.field)?;
        match value {
            Node::Null if is(finding, &[Rule::MissingField]) => Some(Hint {
                cause: "The field is there, but it is null, which says nothing.".to_owned(),
                advice: format!(
                    "Write its value for null: this record needs {}.",
                    shown(&finding.field)
                ),
            }),
            Node::Number(_) | Node::LongNumber(_) | Node::Bool(_)
                if is(finding, &[Rule::WrongType]) && wants_text(finding) =>
            {
                Some(Hint {
                    cause: "The quotation marks round it are missing.".to_owned(),
                    advice: finding.advice.clone(),
                })
            }
            // An entry of a list, which only the message tells from the list itself.
            Node::List(_)
                if is(finding, &[Rule::WrongType])
                    && wants_text(finding)
                    && BARE_ENTRIES.contains(&finding.message.as_str()) =>
            {
                Some(Hint {
                    cause: "The quotation marks round it are missing.".to_owned(),
                    advice: finding.advice.clone(),
                })
            }
            _ => None,
        }
    }

    /// What is said of a malformed id of other letters than a to z: reading does not know what they stand for.
    fn respelt(&self, finding: &Finding) -> Option<Hint> {
        let (list, id) = self.malformed(finding)?;
        if id.is_ascii() {
            return None;
        }
        let free = kebabs(id).into_iter();
        let mut ids: Vec<String> = free
            .filter(|id| self.records.position(id, list).is_none())
            .collect();
        // What the rest of the file calls it is what was meant.
        if let Some(known) = ids.iter().find(|id| self.unknown.contains_key(id.as_str())) {
            ids = vec![known.clone()];
        }
        let ids: Vec<String> = ids.iter().map(|id| shown(id)).collect();
        (!ids.is_empty()).then(|| Hint {
            cause: "It has letters other than a to z: a name was put where an id is expected, or the id was spelt like one."
                .to_owned(),
            advice: format!(
                "Write {}, and the same wherever it is referred to.",
                ids.join(" or ")
            ),
        })
    }

    /// What is said of an unknown id where a record with a near one is referred to by nobody.
    fn renamed(&self, id: &str, lists: &[List], places: usize) -> Option<Hint> {
        // A malformed one is told of by itself, and is nothing to be written elsewhere.
        let mut forlorn = self.records.forlorn(lists).filter(|id| is_kebab(id));
        let now = nearest(id, &mut forlorn)?;
        let (list, line) = self.records.find(now, lists)?;
        let (was, now) = (shown(id), shown(now));
        if !is_kebab(id) {
            return Some(Hint {
                cause: format!(
                    "No id has letters other than a to z; the {} {now} at line {line} is referred to by nobody.",
                    list.noun()
                ),
                advice: format!(
                    "If that is meant, write {now} in all {places} places. If not, correct the id, or add the record it stands for."
                ),
            });
        }
        Some(Hint {
            cause: format!(
                "The {} {now} at line {line} is referred to by nobody; was it renamed?",
                list.noun()
            ),
            advice: format!(
                "If so, give it the id {was} again, or write {now} in all {places} places. If not, correct the id, or add the record it stands for."
            ),
        })
    }
}

/// What is said of a reference to nothing where the nearest id is malformed: what that one should be.
fn well_formed(finding: &Finding) -> Option<Hint> {
    let (near, rest) = finding
        .advice
        .strip_prefix("Did you mean \"")?
        .split_once("\"? ")?;
    let advice = match kebabs(near).first() {
        _ if is_kebab(near) => return None,
        Some(meant) => format!("Did you mean {}? {rest}", shown(meant)),
        None => rest.to_owned(),
    };
    Some(Hint {
        cause: finding.cause.clone().into_owned(),
        advice,
    })
}

/// What reading says of an entry that is no text for want of quotation marks.
const BARE_ENTRIES: [&str; 2] = [
    "here stands a number; the entry is left out.",
    "here stands true or false; the entry is left out.",
];

/// Whether what stands in a field should be a text. Messages of reading say what is expected, and begin with it.
fn wants_text(finding: &Finding) -> bool {
    let expected = finding.advice.strip_prefix("Expected is ");
    let texts = ["a text in quotation marks", "a date as a text"];
    expected.is_some_and(|expected| texts.iter().any(|text| expected.starts_with(text)))
}
