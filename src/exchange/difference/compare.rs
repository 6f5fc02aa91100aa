//! Finds the changes.

use std::collections::BTreeMap;

use super::looks::unseen;
use super::renamed::renamed;
use super::wording::words_changed;
use crate::exchange::tree::{get, inline, list_at, same, text_at};
use crate::incident::Node;

/// The lists of a file, with what one of their records is called and which field says it in words.
const LISTS: [(&str, &str, &str); 7] = [
    ("camps", "camp", "title"),
    ("sources", "source", "publisher"),
    ("actors", "actor", "name"),
    ("relations", "relation", "type"),
    ("statements", "statement", "speaker"),
    ("events", "event", "title"),
    ("conflicts", "conflict", "question"),
];

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the record in the newer version; none for one that is gone, or for a correction.
    pub record: Option<String>,
    /// What changed, in a sentence for editors.
    pub words: String,
    /// Whether readers see it. They see no order of records, nothing of the newsroom's own (`x-…`), no waiver and no
    /// sign-off; and a correction is what says that something changed, not what changed.
    pub seen: bool,
    /// Whether something of the older version went or was replaced; else something only came.
    pub replaces: bool,
}

/// What changed in a record, as of [`Change`].
struct Told {
    words: String,
    seen: bool,
    replaces: bool,
}

/// The fields that only the check and the newsroom read, beside those of its own.
const UNSEEN: [&str; 3] = ["text", "prefix", "suffix"];

fn is_seen(field: &str) -> bool {
    !field.starts_with("x-") && !UNSEEN.contains(&field)
}

/// Every change from an older version to a newer one, in the order of the newer file's lists; what is gone comes last
/// in each list. Records are the same if their ids are, or if only the id is another (see `renamed`).
pub fn compare(older: &Node, newer: &Node) -> Vec<Change> {
    let mut changes = Vec::new();
    let lists = LISTS.map(|(list, ..)| list);
    let (ids, older) = renamed(older, newer, &lists);
    let older = &older;
    let empty = Node::Map(Vec::new());
    let head = |file| get(file, "incident").unwrap_or(&empty).clone();
    let (old_head, new_head) = (head(older), head(newer));
    let head_id = text_at(&new_head, "id").map(str::to_owned);
    for told in fields(&old_head, &new_head, &[]) {
        changes.push(Change {
            record: head_id.clone(),
            words: format!("The incident: {}", told.words),
            seen: told.seen,
            replaces: told.replaces,
        });
    }
    for (list, noun, label) in LISTS {
        let of_both = (list_at(older, list), list_at(newer, list));
        let ids = ids.get(list).into_iter().flatten();
        let former = ids.map(|(old, new)| (new.as_str(), old.as_str())).collect();
        of_list(of_both, noun, label, &former, &mut changes);
    }
    for correction in list_at(newer, "corrections") {
        if !has(list_at(older, "corrections"), correction) {
            let text = text_at(correction, "text").unwrap_or_default();
            changes.push(Change {
                record: None,
                words: format!("New correction: “{text}”"),
                seen: false,
                replaces: false,
            });
        }
    }
    for correction in list_at(older, "corrections") {
        if !has(list_at(newer, "corrections"), correction) {
            let text = text_at(correction, "text").unwrap_or_default();
            changes.push(Change {
                record: None,
                words: format!("A correction is gone or changed: “{text}” Corrections stay visible; put it back."),
                seen: false,
                replaces: true,
            });
        }
    }
    let of_file: Vec<&str> = lists
        .into_iter()
        .chain(["incident", "corrections"])
        .collect();
    for told in fields(older, newer, &of_file) {
        changes.push(Change {
            record: None,
            words: format!("The file: {}", told.words),
            seen: false,
            replaces: told.replaces,
        });
    }
    changes
}

/// The changes in one list. `former` has the older ids of those records that have another one now.
fn of_list(
    (older, newer): (&[Node], &[Node]),
    noun: &str,
    label: &str,
    former: &BTreeMap<&str, &str>,
    changes: &mut Vec<Change>,
) {
    let (of_older, of_newer) = (by_id(older), by_id(newer));
    let named = |record: &Node| {
        let id = text_at(record, "id").unwrap_or_default();
        match text_at(record, label) {
            Some(words) => format!("{noun} \"{id}\" ({words})"),
            None => format!("{noun} \"{id}\""),
        }
    };
    for record in newer {
        let id = text_at(record, "id").unwrap_or_default();
        let record_id = Some(id.to_owned());
        match of_older.get(id) {
            None => changes.push(Change {
                record: record_id,
                words: format!("New {}{}.", named(record), printed(record)),
                seen: true,
                replaces: false,
            }),
            Some(old) => {
                if let Some(former) = former.get(id) {
                    changes.push(Change {
                        record: record_id.clone(),
                        words: format!(
                            "{}: it is renamed; its id was \"{former}\".",
                            capital(&named(record))
                        ),
                        seen: false,
                        replaces: true,
                    });
                }
                for told in fields(old, record, &[]) {
                    changes.push(Change {
                        record: record_id.clone(),
                        words: format!("{}: {}", capital(&named(record)), told.words),
                        seen: told.seen,
                        replaces: told.replaces,
                    });
                }
            }
        }
    }
    for record in older {
        if !of_newer.contains_key(text_at(record, "id").unwrap_or_default()) {
            changes.push(Change {
                record: None,
                words: format!("{} is gone{}.", capital(&named(record)), printed(record)),
                seen: true,
                replaces: true,
            });
        }
    }
    let order = |list: &[Node], other: &BTreeMap<&str, &Node>| {
        let ids = list.iter().filter_map(|record| text_at(record, "id"));
        let shared = ids.filter(|id| other.contains_key(id));
        shared.map(str::to_owned).collect::<Vec<_>>()
    };
    if order(older, &of_newer) != order(newer, &of_older) {
        changes.push(Change {
            record: None,
            words: format!("The {noun}s stand in another order."),
            seen: false,
            replaces: true,
        });
    }
}

/// What the sources print of a statement, behind its name.
fn printed(record: &Node) -> String {
    let mut all: Vec<String> = Vec::new();
    for report in list_at(record, "reports") {
        let words = words_of(report);
        if !words.is_empty() && !all.contains(&words) {
            all.push(words);
        }
    }
    match all.join(" / ") {
        words if words.is_empty() => words,
        words => format!(": {words}"),
    }
}

/// The words of a report; ours without marks.
fn words_of(part: &Node) -> String {
    let quote = text_at(part, "quote").map(|words| format!("“{words}”"));
    let ours = || text_at(part, "paraphrase").map(|words| format!("{words} (in our words)"));
    quote.or_else(ours).unwrap_or_default()
}

/// Whether a list has a value, in whichever order its fields are written.
fn has(list: &[Node], node: &Node) -> bool {
    list.iter().any(|item| same(item, node))
}

/// The records of a list by their ids.
fn by_id(list: &[Node]) -> BTreeMap<&str, &Node> {
    let records = list.iter().rev();
    records
        .filter_map(|record| Some((text_at(record, "id")?, record)))
        .collect()
}

/// What changed in the fields of one record, one sentence per field; `skipped` fields are not looked at.
fn fields(older: &Node, newer: &Node, skipped: &[&str]) -> Vec<Told> {
    let mut changes = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for node in [newer, older] {
        if let Node::Map(entries) = node {
            for (name, _) in entries {
                if !names.contains(&name.as_str()) && !skipped.contains(&name.as_str()) {
                    names.push(name);
                }
            }
        }
    }
    for name in names {
        let (old, new) = (get(older, name), get(newer, name));
        let is_same = match (old, new) {
            (Some(old), Some(new)) => same(old, new),
            (old, new) => old == new,
        };
        if is_same {
            continue;
        }
        match (name, old, new) {
            ("reports", Some(Node::List(old)), Some(Node::List(new))) => {
                changes.extend(parts(old, new, "report"));
            }
            ("answers", Some(Node::List(old)), Some(Node::List(new))) => {
                changes.extend(parts(old, new, "answer"));
            }
            (_, old, new) => {
                let (words, is_order) = field(&label(name), old, new);
                changes.push(Told {
                    words,
                    seen: is_seen(name) && !is_order,
                    replaces: is_order || replaces(old, new),
                });
            }
        }
    }
    changes
}

/// Whether something of an older value is not in the newer one.
fn replaces(older: Option<&Node>, newer: Option<&Node>) -> bool {
    match (older, newer) {
        (None | Some(Node::Null), _) => false,
        (Some(Node::List(old)), Some(Node::List(new))) => !beyond(old, new).is_empty(),
        (Some(Node::List(old)), _) => !old.is_empty(),
        _ => true,
    }
}

/// What one list has and another lacks; of what stands in both, as often as it stands in the one more.
fn beyond<'a>(one: &'a [Node], other: &[Node]) -> Vec<&'a Node> {
    let mut left: Vec<&Node> = other.iter().collect();
    let lacks = |item: &&Node| {
        let found = left.iter().position(|node| same(node, item));
        found.map(|at| left.swap_remove(at)).is_none()
    };
    one.iter().filter(lacks).collect()
}

/// What changed in the reports of a statement or the answers of a conflict: each is known by its source and part.
fn parts(older: &[Node], newer: &[Node], noun: &str) -> Vec<Told> {
    let mut changes = Vec::new();
    let (mut left, came) = (beyond(older, newer), beyond(newer, older));
    let key = |node: &Node| {
        let source = text_at(node, "source").unwrap_or_default().to_owned();
        (source, get(node, "part").map(inline))
    };
    for part in came {
        let (source, number) = key(part);
        let named = match &number {
            Some(number) => format!("the {noun} of \"{source}\", part {number}"),
            None => format!("the {noun} of \"{source}\""),
        };
        match left
            .iter()
            .position(|old| key(old) == (source.clone(), number.clone()))
        {
            Some(at) => {
                let old = left.remove(at);
                let inner = fields(old, part, &[]);
                changes.extend(inner.into_iter().map(|inner| Told {
                    words: format!("{named}: {}", inner.words),
                    seen: inner.seen,
                    replaces: inner.replaces,
                }));
            }
            None => {
                let words = text_at(part, "quote")
                    .or_else(|| text_at(part, "paraphrase"))
                    .or_else(|| text_at(part, "says"));
                changes.push(Told {
                    words: format!(
                        "a new {noun}, of \"{source}\": “{}”.",
                        words.unwrap_or_default()
                    ),
                    seen: true,
                    replaces: false,
                });
            }
        }
    }
    for old in left {
        let (source, _) = key(old);
        let words = text_at(old, "quote")
            .or_else(|| text_at(old, "paraphrase"))
            .or_else(|| text_at(old, "says"));
        changes.push(Told {
            words: format!(
                "the {noun} of \"{source}\" is gone: “{}”.",
                words.unwrap_or_default()
            ),
            seen: true,
            replaces: true,
        });
    }
    if changes.is_empty() {
        changes.push(Told {
            words: format!("the {noun}s stand in another order."),
            seen: false,
            replaces: true,
        });
    }
    changes
}

/// What changed in one field, and whether it is no more than the order of its entries.
fn field(name: &str, old: Option<&Node>, new: Option<&Node>) -> (String, bool) {
    if let (Some(old), Some(new)) = (texts_in(old), texts_in(new))
        && !(old.is_empty() && new.is_empty())
    {
        return entries(name, old, new);
    }
    let words = match (old, new) {
        (None, Some(new)) => format!("{name} {} now {}.", is(name), shown(new)),
        (Some(old), None) => format!(
            "{name} {} gone; {} {}.",
            is(name),
            if is(name) == "is" {
                "it was"
            } else {
                "they were"
            },
            shown(old)
        ),
        (Some(Node::Text(old)), Some(Node::Text(new))) => match words_changed(old, new) {
            Some(words) => format!("{name} was reworded: {words}{}", unseen(old, new)),
            None => format!("{name} was “{old}” and is now “{new}”.{}", unseen(old, new)),
        },
        (old, new) => {
            let shown = |node: Option<&Node>| node.map_or_else(String::new, shown);
            let was = if is(name) == "is" { "was" } else { "were" };
            format!(
                "{name} {was} {} and {} now {}.",
                shown(old),
                is(name),
                shown(new)
            )
        }
    };
    (words, false)
}

/// The verb of a field in words.
fn is(name: &str) -> &'static str {
    let are = [
        "the waivers",
        "the sign offs",
        "the aliases",
        "the roles",
        "the lead statements",
    ];
    if are.contains(&name) { "are" } else { "is" }
}

/// The entries of a list of texts; of a field that is not there none.
fn texts_in(node: Option<&Node>) -> Option<&[Node]> {
    match node {
        None => Some(&[]),
        Some(Node::List(items)) if items.iter().all(|item| matches!(item, Node::Text(_))) => {
            Some(items)
        }
        _ => None,
    }
}

/// What changed in a list of texts.
fn entries(name: &str, old: &[Node], new: &[Node]) -> (String, bool) {
    let listed = |all: &[&Node]| {
        let shown: Vec<String> = all.iter().map(|node| shown(node)).collect();
        shown.join(", ")
    };
    let (came, went) = (beyond(new, old), beyond(old, new));
    let out = if went.len() == 1 { "is out" } else { "are out" };
    let words = match (came.is_empty(), went.is_empty()) {
        (true, true) => return (format!("{name} stand in another order."), true),
        (false, true) => format!("{name}: {} came in.", listed(&came)),
        (true, false) => format!("{name}: {} {out}.", listed(&went)),
        (false, false) => {
            let unseen = match (came.as_slice(), went.as_slice()) {
                ([Node::Text(came)], [Node::Text(went)]) => unseen(went, came),
                _ => String::new(),
            };
            format!(
                "{name}: {} came in, {} {out}.{unseen}",
                listed(&came),
                listed(&went)
            )
        }
    };
    (words, false)
}

fn shown(node: &Node) -> String {
    match node {
        Node::Text(text) => format!("“{text}”"),
        Node::List(items) if items.iter().all(|item| matches!(item, Node::Text(_))) => {
            items.iter().map(shown).collect::<Vec<_>>().join(", ")
        }
        other => inline(other),
    }
}

/// A field in words.
fn label(name: &str) -> String {
    match name {
        "to" => "whom it is aimed at".to_owned(),
        "from" => "from whom it goes".to_owned(),
        "about" => "what it is about".to_owned(),
        "asserted_by" => "who asserts it".to_owned(),
        "disputed_by" => "who disputes it".to_owned(),
        "excerpt_of" => "what it is an excerpt of".to_owned(),
        "began" => "when it began".to_owned(),
        "disclosed" => "when it became public".to_owned(),
        "published" => "when it was published".to_owned(),
        "translated_from" => "what it is translated from".to_owned(),
        "lead" => "the lead statements".to_owned(),
        name if name.starts_with("x-") => format!("\"{name}\""),
        name => format!("the {}", name.replace('_', " ")),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect()
}
