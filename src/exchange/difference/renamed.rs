//! Records that only have another id: told as gone and new, they would hide which of their words changed.

use std::collections::BTreeMap;

use similar::TextDiff;

use crate::exchange::tree::{get, list_at, same, text_at};
use crate::incident::Node;

/// How much of their words two records share that are one.
const ALIKE: f32 = 0.7;

/// How many pairs of a list are compared by their words.
const MAX_COMPARED: usize = 2_000;

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
        let without = |records: &'_ [Node], others: &'_ [Node]| -> Vec<usize> {
            let ids: Vec<&str> = others.iter().filter_map(|one| text_at(one, "id")).collect();
            let known = |one: &Node| text_at(one, "id").is_none_or(|id| ids.contains(&id));
            let records = records.iter().enumerate();
            let alone = records.filter(|(_, one)| !known(one));
            alone.map(|(at, _)| at).collect()
        };
        let (mut gone, came) = (without(old, new), without(new, old));
        let by_words = gone.len() * came.len() <= MAX_COMPARED;
        for record in came.into_iter().filter_map(|at| new.get(at)) {
            let likeness =
                |at: &usize| old.get(*at).map_or(0.0, |old| alike(old, record, by_words));
            let best = gone.iter().map(likeness).enumerate();
            let best = best.max_by(|(_, one), (_, other)| one.total_cmp(other));
            let Some((place, _)) = best.filter(|(_, likeness)| *likeness >= ALIKE) else {
                continue;
            };
            let old = old.get(gone.remove(place));
            let id = |record: &Node| text_at(record, "id").map(str::to_owned);
            if let (Some(old), Some(new)) = (old.and_then(id), id(record)) {
                ids.insert(old, new);
            }
        }
    }
    // An id that another record has keeps leading there.
    ids.retain(|old, _| {
        let mut records = lists.iter().flat_map(|list| list_at(newer, list));
        !records.any(|record| text_at(record, "id") == Some(old))
    });
    ids
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

/// How much two records of different ids are one: 1 where all else is the same, or all their words.
fn alike(old: &Node, new: &Node, by_words: bool) -> f32 {
    let without_id = |node: &Node| match node {
        Node::Map(entries) => {
            let entries = entries.iter().filter(|(name, _)| name != "id");
            Node::Map(entries.cloned().collect())
        }
        other => other.clone(),
    };
    if same(&without_id(old), &without_id(new)) {
        return 1.0;
    }
    let (mut olds, mut news) = (String::new(), String::new());
    words(old, &mut olds);
    words(new, &mut news);
    if olds.is_empty() {
        // A relation has no words: it is what it joins.
        let joins = ["type", "from", "to"];
        let is_one = joins
            .iter()
            .all(|end| get(old, end).is_some() && get(old, end) == get(new, end));
        return if is_one { 1.0 } else { 0.0 };
    }
    if !by_words {
        return if olds == news { 1.0 } else { 0.0 };
    }
    TextDiff::from_words(olds.as_str(), news.as_str()).ratio()
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
