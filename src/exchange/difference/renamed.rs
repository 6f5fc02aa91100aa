//! Records that only have another id: told as gone and new, they would hide which of their words changed.
//!
//! What is taken for renamed is no longer told as gone, nor its name in other records as changed: so a record has to be
//! the same by what it is known by, and one that is only like another is another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use similar::TextDiff;

use crate::exchange::tree::{get, inline, list_at, text_at, texts_at};
use crate::incident::Node;
use crate::incident::quotes::fold;

/// How much of their words two statements of a speaker share that are one.
const ALIKE: f32 = 0.7;

/// How many pairs of a list are compared by their words.
const MAX_COMPARED: usize = 900;

/// How many of their words.
const MAX_WORDS: usize = 300;

/// The lists whose records have parts, and the field that holds them.
const PARTS: [(&str, &str); 2] = [("statements", "reports"), ("conflicts", "answers")];

const SOURCES: &[&str] = &["sources"];
const ACTORS: &[&str] = &["actors"];
const STATEMENTS: &[&str] = &["statements"];
/// In the order in which the reader looks for an id.
const ALL: &[&str] = &[
    "camps",
    "sources",
    "actors",
    "relations",
    "statements",
    "events",
    "conflicts",
];

/// The fields that hold ids of other records, alone or in a list: whose they are, and the lists where the reader looks for
/// these ids, in its order.
const REFERENCES: [(&str, &str, &[&str]); 21] = [
    ("incident", "lead", STATEMENTS),
    ("sources", "excerpt_of", SOURCES),
    ("actors", "camp", &["camps"]),
    ("relations", "from", ACTORS),
    ("relations", "to", ACTORS),
    ("relations", "asserted_by", STATEMENTS),
    ("relations", "disputed_by", STATEMENTS),
    ("relations", "sources", SOURCES),
    ("statements", "speaker", ACTORS),
    ("statements", "to", ACTORS),
    ("statements", "about", STATEMENTS),
    ("reports", "source", SOURCES),
    ("reports", "speaker", ACTORS),
    ("events", "actors", ACTORS),
    ("events", "sources", SOURCES),
    (
        "conflicts",
        "about",
        &["statements", "relations", "events", "actors"],
    ),
    ("answers", "source", SOURCES),
    ("answers", "report", STATEMENTS),
    ("corrections", "changed", ALL),
    ("waivers", "record", ALL),
    ("sign_offs", "record", ACTORS),
];

/// For each list the ids that records of the older version have in the newer one, where they are others.
pub(super) type Ids = BTreeMap<&'static str, BTreeMap<String, String>>;

/// The records that were renamed, and the older version as it would be with the newer ids.
pub(super) fn renamed(older: &Node, newer: &Node, lists: &[&'static str]) -> (Ids, Node) {
    let (mut ids, mut known) = (Ids::new(), older.clone());
    // Of each list those before it are known: who speaks is, where statements are looked at.
    for list in lists {
        let found = of_list(list, list_at(&known, list), list_at(newer, list));
        if !found.is_empty() {
            ids.insert(list, found);
            known = with_ids(older, &ids);
        }
    }
    (ids, known)
}

/// The same of one list.
fn of_list(list: &str, old: &[Node], new: &[Node]) -> BTreeMap<String, String> {
    let (mut gone, mut came) = (without(old, new), without(new, old));
    let mut ids = BTreeMap::new();
    // What is the same but for its id is found first.
    let mut same: HashMap<String, Vec<&Node>> = HashMap::new();
    for record in gone.iter().rev() {
        same.entry(but_for_id(record)).or_default().push(record);
    }
    came.retain(|record| {
        let old = same.get_mut(&but_for_id(record)).and_then(Vec::pop);
        let pair = old.and_then(id).zip(id(record));
        ids.extend(pair.map(|(old, new)| (old.to_owned(), new.to_owned())));
        pair.is_none()
    });
    gone.retain(|record| id(record).is_some_and(|id| !ids.contains_key(id)));
    let pairs = pairs(list, &gone, &came);
    let pairs = if list == "statements" {
        alike(pairs)
    } else {
        single(pairs)
    };
    let pairs = pairs
        .into_iter()
        .filter_map(|(old, new)| id(old).zip(id(new)));
    ids.extend(pairs.map(|(old, new)| (old.to_owned(), new.to_owned())));
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

/// What a record is known by: by any of these. Each with whether it is the record's own, and not only another name of it.
fn keys(list: &str, record: &Node) -> Vec<(Vec<String>, bool)> {
    let of = |fields: &[&str]| -> Option<Vec<String>> {
        let named = fields.iter().map(|field| {
            let text = text_at(record, field)?;
            Some(format!("{field} {text}"))
        });
        named.collect()
    };
    match list {
        "sources" => [of(&["url"]), of(&["publisher", "headline"])]
            .into_iter()
            .flatten()
            .map(|key| (key, true))
            .collect(),
        "actors" => {
            let kind = text_at(record, "kind").unwrap_or_default().to_owned();
            let name = text_at(record, "name").map(|name| (name, true));
            let aliases = texts_at(record, "aliases").into_iter();
            let names = name.into_iter().chain(aliases.map(|name| (name, false)));
            names
                .map(|(name, own)| (vec![kind.clone(), fold(name).to_lowercase()], own))
                .collect()
        }
        "relations" => of(&["type", "from", "to"])
            .into_iter()
            .map(|key| (key, true))
            .collect(),
        "statements" => {
            let stances: BTreeSet<&str> = texts_at(record, "stance").into_iter().collect();
            let speaker = of(&["speaker"]).into_iter();
            speaker
                .map(|mut key| {
                    key.extend(stances.iter().map(|stance| (*stance).to_owned()));
                    (key, true)
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

type Pair<'n> = (&'n Node, &'n Node);

/// Which of the older records may be which of the newer ones, by what they are known by.
fn pairs<'n>(list: &str, gone: &[&'n Node], came: &[&'n Node]) -> Vec<Pair<'n>> {
    let mut known: HashMap<Vec<String>, Vec<(usize, bool)>> = HashMap::new();
    for (at, record) in came.iter().enumerate() {
        for (key, own) in keys(list, record) {
            known.entry(key).or_default().push((at, own));
        }
    }
    let mut pairs = Vec::new();
    for old in gone {
        let mut found = BTreeSet::new();
        for (key, own) in keys(list, old) {
            let of_key = known.get(&key).into_iter().flatten();
            found.extend(
                of_key
                    .filter(|(_, its_own)| own || *its_own)
                    .map(|(at, _)| *at),
            );
        }
        let found = found.into_iter().filter_map(|at| came.get(at));
        pairs.extend(found.map(|new| (*old, *new)));
    }
    pairs
}

/// The pairs of which neither could be another's: which of two that are known by the same is which, nobody can tell.
fn single(pairs: Vec<Pair<'_>>) -> Vec<Pair<'_>> {
    let (mut olds, mut news) = (HashMap::new(), HashMap::new());
    for (old, new) in &pairs {
        *olds.entry(id(old)).or_insert(0) += 1;
        *news.entry(id(new)).or_insert(0) += 1;
    }
    let alone =
        |(old, new): &Pair<'_>| olds.get(&id(old)) == Some(&1) && news.get(&id(new)) == Some(&1);
    pairs.into_iter().filter(alone).collect()
}

/// The pairs that have much the same words, the likest first; each record in one of them.
fn alike(pairs: Vec<Pair<'_>>) -> Vec<Pair<'_>> {
    if pairs.len() > MAX_COMPARED {
        return Vec::new();
    }
    let mut likest: Vec<(f32, Pair<'_>)> = pairs
        .into_iter()
        .map(|pair| (likeness(pair.0, pair.1), pair))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    likest.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
    let mut kept = Vec::new();
    for (_, (old, new)) in likest {
        if !olds.contains(&id(old)) && !news.contains(&id(new)) {
            olds.insert(id(old));
            news.insert(id(new));
            kept.push((old, new));
        }
    }
    kept
}

/// How much of their words two statements share: 1 where all are the same.
fn likeness(old: &Node, new: &Node) -> f32 {
    let [old, new] = [old, new].map(words);
    if old.is_empty() || new.is_empty() {
        return 0.0;
    }
    TextDiff::from_words(old.as_str(), new.as_str()).ratio()
}

/// What the reports of a statement print of it.
fn words(statement: &Node) -> String {
    let reports = list_at(statement, "reports").iter();
    let texts = reports.flat_map(|report| {
        let fields = ["quote", "paraphrase", "original"].into_iter();
        fields.filter_map(|field| text_at(report, field))
    });
    let words = texts.flat_map(str::split_whitespace).take(MAX_WORDS);
    words.collect::<Vec<_>>().join(" ")
}

/// The older version as it would be with the newer ids.
fn with_ids(older: &Node, ids: &Ids) -> Node {
    let Node::Map(entries) = older else {
        return older.clone();
    };
    let renaming = Renaming::of(older, ids);
    let entries = entries.iter().map(|(name, value)| {
        let value = match value {
            Node::List(records) => {
                let records = records.iter();
                Node::List(
                    records
                        .map(|record| renaming.record(name, record))
                        .collect(),
                )
            }
            head => renaming.record(name, head),
        };
        (name.clone(), value)
    });
    Node::Map(entries.collect())
}

/// What the ids of a file lead to.
struct Renaming<'n> {
    ids: &'n Ids,
    /// The ids of each list of the older version.
    owned: HashMap<&'static str, BTreeSet<&'n str>>,
    /// The incident's own id, which in a waiver stands for the file as a whole.
    head: Option<&'n str>,
}

impl<'n> Renaming<'n> {
    fn of(older: &'n Node, ids: &'n Ids) -> Self {
        let owned = ALL.iter().map(|list| {
            let records = list_at(older, list).iter();
            (*list, records.filter_map(id).collect())
        });
        Self {
            ids,
            owned: owned.collect(),
            head: get(older, "incident").and_then(id),
        }
    }

    /// A record of a list, or a part of one. What is the newsroom's own is not ours to read.
    fn record(&self, list: &str, record: &Node) -> Node {
        let Node::Map(entries) = record else {
            return record.clone();
        };
        let entries = entries.iter().map(|(name, value)| {
            let refers = REFERENCES
                .iter()
                .find(|(of, field, _)| *of == list && field == name);
            let value = match (refers, value) {
                (None, _) if name == "id" => self.value(value, |id| self.ids.get(list)?.get(id)),
                (Some((_, _, lists)), _) => self.value(value, |id| self.named(id, list, lists)),
                (None, Node::List(parts)) if PARTS.contains(&(list, name)) => {
                    let parts = parts.iter();
                    Node::List(parts.map(|part| self.record(name, part)).collect())
                }
                _ => value.clone(),
            };
            (name.clone(), value)
        });
        Node::Map(entries.collect())
    }

    /// An id, or a list of them, with the newer ones.
    fn value<'i>(&self, value: &Node, newer: impl Fn(&str) -> Option<&'i String>) -> Node {
        let one = |node: &Node| match node {
            Node::Text(id) => Node::Text(newer(id).unwrap_or(id).clone()),
            other => other.clone(),
        };
        match value {
            Node::List(items) => Node::List(items.iter().map(one).collect()),
            value => one(value),
        }
    }

    /// The newer id of the record to which an id leads, in the first of the lists that has such a record.
    fn named(&self, id: &str, of: &str, lists: &[&'static str]) -> Option<&'n String> {
        if of == "waivers" && self.head == Some(id) {
            return None;
        }
        let has = |list: &&&str| self.owned.get(**list).is_some_and(|ids| ids.contains(id));
        self.ids.get(lists.iter().find(has)?)?.get(id)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::REFERENCES;
    use crate::exchange::schema::schema;

    /// The list, or the field, that holds what the schema calls so.
    fn holder(name: &str) -> &str {
        match name {
            "Story" => "incident",
            "Camp" => "camps",
            "Source" => "sources",
            "Actor" => "actors",
            "Relation" => "relations",
            "Statement" => "statements",
            "Report" => "reports",
            "Event" => "events",
            "Conflict" => "conflicts",
            "Answer" => "answers",
            "Correction" => "corrections",
            "Waiver" => "waivers",
            "SignOff" => "sign_offs",
            other => other,
        }
    }

    /// A field that gets an id of another record is one that follows where the record is renamed.
    #[test]
    fn every_reference_of_the_model_follows_its_record() {
        let schema = schema();
        let types = schema.get("$defs").and_then(|types| types.as_object());
        let mut of_model = BTreeSet::new();
        let an_id = types
            .and_then(|types| types.get("Camp")?.pointer("/properties/id/pattern"))
            .cloned();
        assert!(an_id.is_some());
        for (name, of_type) in types.into_iter().flatten() {
            let fields = of_type.get("properties").and_then(|all| all.as_object());
            for (field, of_field) in fields.into_iter().flatten() {
                let patterns = [of_field.get("pattern"), of_field.pointer("/items/pattern")];
                if patterns.contains(&an_id.as_ref()) && field != "id" {
                    of_model.insert((holder(name).to_owned(), field.clone()));
                }
            }
        }
        let ours = REFERENCES.iter();
        let ours: BTreeSet<(String, String)> = ours
            .map(|(of, field, _)| ((*of).to_owned(), (*field).to_owned()))
            .collect();
        assert_eq!(of_model, ours, "REFERENCES has what the schema calls ids");
    }
}
