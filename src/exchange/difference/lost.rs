//! What would be lost if one version took the place of another.

use std::collections::BTreeSet;

use crate::exchange::tree::{get, inline, list_at, text_at};
use crate::incident::Node;

/// What the records of a list are known by; of the lists without ids, what an edited record keeps.
const LISTS: [(&str, &str, &[&str]); 10] = [
    ("camps", "camp", &["id"]),
    ("sources", "source", &["id"]),
    ("actors", "actor", &["id"]),
    ("relations", "relation", &["id"]),
    ("statements", "statement", &["id"]),
    ("events", "event", &["id"]),
    ("conflicts", "conflict", &["id"]),
    ("corrections", "correction of", &["date"]),
    ("waivers", "waiver of", &["rule", "record"]),
    ("sign_offs", "sign-off of", &["record"]),
];

/// The parts of records, each known by its source.
const PARTS: [(&str, &str); 2] = [("reports", "report"), ("answers", "answer")];

/// What an older version has and the newer one has not, in an editor's words: records, reports, and fields that no
/// record of a list has any more. What is only written otherwise is no loss: that is what a newer version is for.
pub fn lost(older: &Node, newer: &Node) -> Vec<String> {
    let mut lost = Vec::new();
    let nothing = Node::Map(Vec::new());
    let (old_head, new_head) = [older, newer]
        .map(|file| get(file, "incident").unwrap_or(&nothing))
        .into();
    of_fields("the incident", &[old_head], &[new_head], &mut lost);
    for (list, noun, key) in LISTS {
        let (old, new) = (list_at(older, list), list_at(newer, list));
        let is_same = |one: &Node, other: &Node| {
            key.iter()
                .all(|field| text_at(one, field) == text_at(other, field))
        };
        let mut kept = Vec::new();
        for record in old {
            let named = key.iter().filter_map(|field| text_at(record, field));
            let named = named.collect::<Vec<_>>().join(", ");
            match new.iter().find(|other| is_same(record, other)) {
                Some(other) => {
                    kept.push((record, other));
                    of_parts(&format!("{noun} \"{named}\""), record, other, &mut lost);
                }
                None => lost.push(format!("the {noun} \"{named}\"")),
            }
        }
        // Fields are looked for in the records that stay: those that go are named.
        let old: Vec<&Node> = kept.iter().map(|(old, _)| *old).collect();
        let new: Vec<&Node> = new.iter().collect();
        of_fields(&format!("the {list}"), &old, &new, &mut lost);
    }
    let names = LISTS.map(|(list, ..)| list);
    for name in fields_of(&[older]) {
        if !names.contains(&name) && get(newer, name).is_none() {
            lost.push(format!("\"{name}\""));
        }
    }
    lost
}

fn of_parts(named: &str, older: &Node, newer: &Node, lost: &mut Vec<String>) {
    for (list, noun) in PARTS {
        let sources = |record| {
            let parts = list_at(record, list).iter();
            parts
                .map(|part| (text_at(part, "source"), get(part, "part").map(inline)))
                .collect::<BTreeSet<_>>()
        };
        for (source, _) in sources(older).difference(&sources(newer)) {
            let source = source.unwrap_or_default();
            lost.push(format!("the {noun} of \"{source}\" in the {named}"));
        }
    }
}

/// The fields that some of these records have and none of those.
fn of_fields(whose: &str, older: &[&Node], newer: &[&Node], lost: &mut Vec<String>) {
    for name in fields_of(older).difference(&fields_of(newer)) {
        if !PARTS.iter().any(|(list, _)| list == name) {
            lost.push(format!("\"{name}\" of {whose}"));
        }
    }
    let parts = |records: &[&Node]| {
        let lists = PARTS
            .iter()
            .flat_map(|(list, _)| records.iter().flat_map(|record| list_at(record, list)));
        fields_of(&lists.collect::<Vec<_>>())
            .into_iter()
            .map(str::to_owned)
            .collect::<BTreeSet<_>>()
    };
    for name in parts(older).difference(&parts(newer)) {
        lost.push(format!("\"{name}\" in parts of {whose}"));
    }
}

fn fields_of<'n>(records: &[&'n Node]) -> BTreeSet<&'n str> {
    let mut names = BTreeSet::new();
    for record in records {
        if let Node::Map(entries) = record {
            let held = entries.iter().filter(|(_, value)| match value {
                Node::Null => false,
                Node::List(items) => !items.is_empty(),
                _ => true,
            });
            names.extend(held.map(|(name, _)| name.as_str()));
        }
    }
    names
}
