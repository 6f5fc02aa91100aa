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

/// How many pairs of statements are compared by their words: of one speaker and stance, and of all.
const MAX_COMPARED: (usize, usize) = (900, 20_000);

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

/// How often all lists are looked through: what refers to a renamed record may be the same as another when that is known.
const PASSES: usize = 4;

/// The records that were renamed, and the older version as it would be with the newer ids.
pub(super) fn renamed(older: &Node, newer: &Node, lists: &[&'static str]) -> (Ids, Node) {
    let (mut ids, mut known) = (Ids::new(), older.clone());
    for _ in 0..PASSES {
        let mut more = false;
        // Of each list those before it are known: who speaks is, where statements are looked at.
        for list in lists {
            let found = of_list(list, list_at(&known, list), list_at(newer, list));
            if !found.is_empty() {
                ids.entry(list).or_default().extend(found);
                known = with_ids(older, &ids);
                more = true;
            }
        }
        if !more {
            break;
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
    let mut pairs = Vec::new();
    for record in &came {
        let old = same.get_mut(&but_for_id(record)).and_then(Vec::pop);
        pairs.extend(old.map(|old| (old, *record)));
    }
    take(&mut ids, &mut gone, &mut came, pairs);
    // Then what is known by the same, the surer first.
    for surer in [true, false] {
        let groups = groups(list, surer, &gone, &came);
        let pairs = if list == "statements" {
            alike(groups)
        } else {
            single(groups)
        };
        take(&mut ids, &mut gone, &mut came, pairs);
    }
    ids
}

/// Notes what is renamed, and takes it away from what is left.
fn take(
    ids: &mut BTreeMap<String, String>,
    gone: &mut Vec<&Node>,
    came: &mut Vec<&Node>,
    pairs: Vec<Pair<'_>>,
) {
    let mut taken = BTreeSet::new();
    for (old, new) in pairs {
        if let (Some(old), Some(new)) = (id(old), id(new)) {
            ids.insert(old.to_owned(), new.to_owned());
            taken.insert(new.to_owned());
        }
    }
    gone.retain(|record| id(record).is_some_and(|id| !ids.contains_key(id)));
    came.retain(|record| id(record).is_some_and(|id| !taken.contains(id)));
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

/// What a record is known by, or what it may also be known by: by any of these. Each with whether it is the record's own, and
/// not only another name of it.
fn keys(list: &str, surer: bool, record: &Node) -> Vec<(Vec<String>, bool)> {
    let of = |fields: &[&str]| -> Vec<(Vec<String>, bool)> {
        let named = fields.iter().map(|field| {
            let text = text_at(record, field)?;
            Some(format!("{field} {text}"))
        });
        let key: Option<Vec<String>> = named.collect();
        key.into_iter().map(|key| (key, true)).collect()
    };
    match (list, surer) {
        ("sources", true) => of(&["url"]),
        ("sources", false) => of(&["publisher", "headline"]),
        ("actors", _) => {
            let kind = text_at(record, "kind").unwrap_or_default().to_owned();
            let name = text_at(record, "name").map(|name| (name, true));
            let aliases = texts_at(record, "aliases").into_iter().filter(|_| !surer);
            let names = name.into_iter().chain(aliases.map(|name| (name, false)));
            names
                .map(|(name, own)| (vec![kind.clone(), fold(name).to_lowercase()], own))
                .collect()
        }
        ("relations", true) => of(&["type", "from", "to"]),
        ("statements", true) => {
            let stances: BTreeSet<&str> = texts_at(record, "stance").into_iter().collect();
            let mut keys = of(&["speaker"]);
            for (key, _) in &mut keys {
                key.extend(stances.iter().map(|stance| (*stance).to_owned()));
            }
            keys
        }
        _ => Vec::new(),
    }
}

type Pair<'n> = (&'n Node, &'n Node);

/// Older and newer records that are known by the same, each with whether that is its own.
type Group<'n> = [Vec<(&'n Node, bool)>; 2];

/// The groups of records that are known by the same, in the order of what they are known by.
fn groups<'n>(list: &str, surer: bool, gone: &[&'n Node], came: &[&'n Node]) -> Vec<Group<'n>> {
    let mut groups: BTreeMap<Vec<String>, Group<'n>> = BTreeMap::new();
    for (side, records) in [gone, came].into_iter().enumerate() {
        for record in records {
            for (key, own) in keys(list, surer, record) {
                if let Some(members) = groups.entry(key).or_default().get_mut(side) {
                    members.push((record, own));
                }
            }
        }
    }
    groups.into_values().collect()
}

/// The pairs of which neither could be another's: which of two that are known by the same is which, nobody can tell.
fn single(groups: Vec<Group<'_>>) -> Vec<Pair<'_>> {
    let mut pairs = Vec::new();
    for [olds, news] in groups {
        if let ([(old, own)], [(new, its_own)]) = (olds.as_slice(), news.as_slice())
            && (*own || *its_own)
        {
            pairs.push((*old, *new));
        }
    }
    let (mut olds, mut news) = (HashMap::new(), HashMap::new());
    for (old, new) in &pairs {
        // By several names they are one pair.
        olds.entry(id(old))
            .or_insert_with(BTreeSet::new)
            .insert(id(new));
        news.entry(id(new))
            .or_insert_with(BTreeSet::new)
            .insert(id(old));
    }
    let alone = |(old, new): &Pair<'_>| {
        let one = |ids: Option<&BTreeSet<_>>| ids.is_some_and(|ids| ids.len() == 1);
        one(olds.get(&id(old))) && one(news.get(&id(new)))
    };
    pairs.into_iter().filter(alone).collect()
}

/// The pairs that have much the same words, the likest first; each record in one of them.
fn alike(groups: Vec<Group<'_>>) -> Vec<Pair<'_>> {
    let (of_group, mut left) = MAX_COMPARED;
    let mut kept = Vec::new();
    for [olds, news] in groups {
        let count = olds.len() * news.len();
        if count > of_group.min(left) {
            continue;
        }
        left -= count;
        let mut likest: Vec<(f32, Pair<'_>)> = Vec::new();
        for (old, _) in &olds {
            for (new, _) in &news {
                let likeness = likeness(old, new);
                if likeness >= ALIKE {
                    likest.push((likeness, (*old, *new)));
                }
            }
        }
        likest.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let (mut taken_olds, mut taken_news) = (BTreeSet::new(), BTreeSet::new());
        for (_, (old, new)) in likest {
            if !taken_olds.contains(&id(old)) && !taken_news.contains(&id(new)) {
                taken_olds.insert(id(old));
                taken_news.insert(id(new));
                kept.push((old, new));
            }
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
