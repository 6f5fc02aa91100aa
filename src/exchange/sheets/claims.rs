//! Relations without a sheet of their own: what statements assert and dispute, and whom actors speak for.

use std::collections::BTreeMap;

use super::cells::{word, words};
use super::rows::{Found, id_of};
use super::table::{Row, Table};
use crate::exchange::Finding;
use crate::exchange::tree::{get, object, text, texts, texts_at};
use crate::incident::{Node, RelationType, Status, Term};

/// What statements and actors say of relations.
#[derive(Default)]
pub(super) struct Claims {
    said: Vec<Said>,
}

/// One entry of such a cell.
struct Said {
    /// An id, or `from type to`.
    entry: String,
    what: What,
    /// The row's id; empty if it has none.
    by: String,
    place: String,
}

enum What {
    Asserts,
    Disputes,
    SpeaksFor { sources: Vec<String> },
}

impl Claims {
    /// Takes a cell of `asserts` or `disputes`.
    pub(super) fn of_statement(
        &mut self,
        table: &Table,
        row: &Row,
        at: usize,
        entries: Vec<String>,
        asserts: bool,
    ) {
        for entry in entries {
            self.said.push(Said {
                entry,
                what: if asserts {
                    What::Asserts
                } else {
                    What::Disputes
                },
                by: id_in(table, row),
                place: table.place(row.number, Some(at)),
            });
        }
    }

    /// Takes a cell of `speaks_for`: `nato: upi, ap | european-union: upi`.
    pub(super) fn of_actor(&mut self, table: &Table, row: &Row, at: usize, cell: &str) {
        for entry in cell.split('|').filter(|entry| !entry.trim().is_empty()) {
            let (whom, sources) = entry.split_once(':').unwrap_or((entry, ""));
            self.said.push(Said {
                entry: word(whom).to_owned(),
                what: What::SpeaksFor {
                    sources: words(sources),
                },
                by: id_in(table, row),
                place: table.place(row.number, Some(at)),
            });
        }
    }
}

/// The id in a row, or in the nearest row above that has one.
fn id_in(table: &Table, row: &Row) -> String {
    let Some(at) = table.headers.iter().position(|header| {
        header
            .as_ref()
            .is_some_and(|header| header.field == "id" && header.of == super::table::Of::Record)
    }) else {
        return String::new();
    };
    let until = table
        .rows
        .partition_point(|other| other.number <= row.number);
    let mut ids = table
        .rows
        .iter()
        .take(until)
        .filter_map(|row| row.cells.get(at).map(word));
    ids.rfind(|id| !id.is_empty())
        .unwrap_or_default()
        .to_owned()
}

/// Adds to the relations what statements and actors say of them, in the order they say it.
pub(super) fn add(relations: &mut Vec<Node>, found: &mut Found) {
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    for (at, relation) in relations.iter().enumerate() {
        if let Some(id) = id_of(relation) {
            named.entry(id.to_owned()).or_insert(at);
        }
    }
    // What the relations sheet says of status stands; what is made here follows from who asserts and disputes.
    let made_from = relations.len();
    for said in std::mem::take(&mut found.claims.said) {
        let parts: Vec<&str> = said.entry.split_whitespace().collect();
        let spoken = RelationType::SpeaksFor.id();
        let (id, ends) = match (&said.what, parts.as_slice()) {
            (What::SpeaksFor { .. }, _) => (
                format!("{}-{spoken}-{}", said.by, said.entry),
                Some((said.by.clone(), spoken.to_owned(), said.entry.clone())),
            ),
            (_, [id]) => ((*id).to_owned(), None),
            (_, [from, kind, to]) => (
                format!("{from}-{kind}-{to}"),
                Some(((*from).to_owned(), (*kind).to_owned(), (*to).to_owned())),
            ),
            _ => {
                found.findings.push(Finding::error(
                    "malformed-claim",
                    said.place,
                    format!("“{}” is neither the id of a relation nor three words.", said.entry),
                    "Write an id of the sheet \"relations\", or who, what and whom: group-b targets ministry-a. Several are separated by |.",
                ));
                continue;
            }
        };
        let at = match (named.get(&id), ends) {
            (Some(at), _) => *at,
            (None, Some((from, kind, to))) => {
                named.insert(id.clone(), relations.len());
                found.places.elsewhere(relations.len(), said.place.clone());
                relations.push(object([
                    ("id", text(id)),
                    ("type", text(kind)),
                    ("from", text(from)),
                    ("to", text(to)),
                ]));
                relations.len() - 1
            }
            (None, None) => {
                found.findings.push(Finding::error(
                    "dangling-id",
                    said.place,
                    format!("no relation has the id \"{id}\"."),
                    "Add it to the sheet \"relations\", or write who, what and whom here: group-b targets ministry-a.",
                ));
                continue;
            }
        };
        if let Some(relation) = relations.get_mut(at) {
            let (field, entries) = match said.what {
                What::Asserts => ("asserted_by", vec![said.by]),
                What::Disputes => ("disputed_by", vec![said.by]),
                What::SpeaksFor { sources } => ("sources", sources),
            };
            join(relation, field, entries);
        }
    }
    for relation in relations.iter_mut().skip(made_from) {
        set_status(relation);
    }
}

/// Adds entries to a list of a record that it does not have yet.
fn join(record: &mut Node, field: &str, entries: Vec<String>) {
    let mut all: Vec<String> = texts_at(record, field)
        .into_iter()
        .map(str::to_owned)
        .collect();
    for entry in entries {
        if !entry.is_empty() && !all.contains(&entry) {
            all.push(entry);
        }
    }
    set(record, field, texts(all));
}

fn set(record: &mut Node, field: &str, node: Node) {
    if let Node::Map(entries) = record {
        entries.retain(|(name, _)| name != field);
        if node != Node::Null {
            entries.push((field.to_owned(), node));
        }
    }
}

/// A claim that was made of statements is disputed if one disputes it, else alleged. A tie of office has no status.
fn set_status(relation: &mut Node) {
    let office = matches!(get(relation, "type"), Some(Node::Text(kind))
        if RelationType::from_id(kind).is_some_and(RelationType::is_office));
    if !office {
        let disputed = get(relation, "disputed_by").is_some();
        let status = if disputed {
            Status::Disputed
        } else {
            Status::Alleged
        };
        set(relation, "status", text(status.id()));
    }
}
