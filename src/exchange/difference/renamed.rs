//! Records that only have another id: told as gone and new, they would hide which of their words changed.

use std::collections::{BTreeMap, BTreeSet};

use similar::TextDiff;

use crate::exchange::tree::{get, inline, list_at, text_at};
use crate::incident::Node;

/// How much of their words two records share that are one.
const ALIKE: f32 = 0.7;

/// How many pairs of a list are compared by their words.
const MAX_COMPARED: usize = 900;

/// How many of their words.
const MAX_WORDS: usize = 300;

/// The fields of a record, and of its reports and answers, that say what it is in words.
const WORDS: [&str; 10] = [
    "title",
    "name",
    "publisher",
    "headline",
    "url",
    "question",
    "quote",
    "paraphrase",
    "says",
    "original",
];

/// The fields that hold ids of other records, alone or in a list. (`about` is a text elsewhere, never in a list.)
const REFERENCES: [&str; 15] = [
    "camp",
    "from",
    "to",
    "asserted_by",
    "disputed_by",
    "sources",
    "actors",
    "speaker",
    "source",
    "excerpt_of",
    "lead",
    "record",
    "report",
    "changed",
    "about",
];

/// The ids that records of the older version have in the newer one, where they are others.
pub(super) fn renamed(older: &Node, newer: &Node, lists: &[&str]) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for list in lists {
        let (old, new) = (list_at(older, list), list_at(newer, list));
        let (gone, came) = (without(old, new), without(new, old));
        // What is the same but for its id is found first, and without comparing all with all.
        let mut same: BTreeMap<String, Vec<&Node>> = BTreeMap::new();
        for record in gone.iter().rev() {
            same.entry(but_for_id(record)).or_default().push(record);
        }
        let mut found: Vec<(&Node, &Node)> = Vec::new();
        for record in &came {
            let old = same.get_mut(&but_for_id(record)).and_then(Vec::pop);
            found.extend(old.map(|old| (old, *record)));
        }
        let olds: BTreeSet<&str> = found.iter().filter_map(|(old, _)| id(old)).collect();
        let news: BTreeSet<&str> = found.iter().filter_map(|(_, new)| id(new)).collect();
        let left = |records: Vec<&'_ Node>, paired: &BTreeSet<&str>| -> Vec<Words> {
            let records = records.into_iter().filter_map(Words::of);
            records
                .filter(|one| !paired.contains(one.id.as_str()))
                .collect()
        };
        ids.extend(
            found
                .iter()
                .filter_map(|(old, new)| Some((id(old)?.to_owned(), id(new)?.to_owned()))),
        );
        let (mut gone, came) = (left(gone, &olds), left(came, &news));
        if gone.len() * came.len() > MAX_COMPARED {
            continue;
        }
        for record in came {
            let likeness = gone.iter().map(|old| old.likeness(&record)).enumerate();
            let best = likeness.max_by(|(_, one), (_, other)| one.total_cmp(other));
            if let Some((at, _)) = best.filter(|(_, likeness)| *likeness >= ALIKE) {
                ids.insert(gone.remove(at).id, record.id);
            }
        }
    }
    // An id that another record has keeps leading there.
    let records = lists.iter().flat_map(|list| list_at(newer, list));
    let taken: BTreeSet<&str> = records.filter_map(id).collect();
    ids.retain(|old, _| !taken.contains(old.as_str()));
    ids
}

fn id(record: &Node) -> Option<&str> {
    text_at(record, "id")
}

/// The records whose ids none of the others has.
fn without<'n>(records: &'n [Node], others: &[Node]) -> Vec<&'n Node> {
    let ids: BTreeSet<&str> = others.iter().filter_map(id).collect();
    let alone = |one: &&Node| id(one).is_some_and(|id| !ids.contains(id));
    records.iter().filter(alone).collect()
}

/// A record without its id, as a text.
fn but_for_id(record: &Node) -> String {
    match record {
        Node::Map(entries) => {
            let entries = entries.iter().filter(|(name, _)| name != "id");
            inline(&Node::Map(entries.cloned().collect()))
        }
        other => inline(other),
    }
}

/// The older version as it would be with the newer ids.
pub(super) fn with_ids(node: &Node, ids: &BTreeMap<String, String>) -> Node {
    let new = |node: &Node| match node {
        Node::Text(id) => ids.get(id).cloned().map(Node::Text),
        _ => None,
    };
    match node {
        Node::Map(entries) => {
            let entries = entries.iter().map(|(name, value)| {
                let refers = REFERENCES.contains(&name.as_str());
                let renamed = match value {
                    Node::Text(_) if name == "id" || refers && name != "about" => new(value),
                    Node::List(items) if refers => {
                        let items = items.iter();
                        let items =
                            items.map(|item| new(item).unwrap_or_else(|| with_ids(item, ids)));
                        Some(Node::List(items.collect()))
                    }
                    // What is the newsroom's own is not ours to read.
                    _ if name.starts_with("x-") => Some(value.clone()),
                    _ => None,
                };
                (
                    name.clone(),
                    renamed.unwrap_or_else(|| with_ids(value, ids)),
                )
            });
            Node::Map(entries.collect())
        }
        Node::List(items) => Node::List(items.iter().map(|item| with_ids(item, ids)).collect()),
        other => other.clone(),
    }
}

/// What a record says, to be compared with another.
struct Words {
    id: String,
    words: String,
    /// What a relation joins: it has no words.
    joins: [Option<Node>; 3],
}

impl Words {
    fn of(record: &Node) -> Option<Self> {
        let mut all = String::new();
        words(record, &mut all);
        let first: Vec<&str> = all.split_whitespace().take(MAX_WORDS).collect();
        Some(Self {
            id: id(record)?.to_owned(),
            words: first.join(" "),
            joins: ["type", "from", "to"].map(|end| get(record, end).cloned()),
        })
    }

    /// How much two records of different ids are one: 1 where they have the same words.
    fn likeness(&self, other: &Self) -> f32 {
        if self.words.is_empty() {
            let joins = self.joins.iter().all(Option::is_some) && self.joins == other.joins;
            return if joins { 1.0 } else { 0.0 };
        }
        TextDiff::from_words(self.words.as_str(), other.words.as_str()).ratio()
    }
}

/// The words of a record and of its parts.
fn words(node: &Node, found: &mut String) {
    match node {
        Node::Map(entries) => {
            for (name, value) in entries {
                match value {
                    Node::Text(text) if WORDS.contains(&name.as_str()) => {
                        found.push_str(text);
                        found.push(' ');
                    }
                    Node::List(_) if !name.starts_with("x-") => words(value, found),
                    _ => {}
                }
            }
        }
        Node::List(items) => items.iter().for_each(|item| words(item, found)),
        _ => {}
    }
}
