//! What readers were shown of a version that has errors.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::tree::text_at;
use crate::incident::{Incident, Node};

/// A file's values without the records, reports and answers that were left out of its incident.
pub fn shown(file: &Node, incident: &Incident) -> Node {
    let Node::Map(entries) = file else {
        return file.clone();
    };
    let parts = parts(incident);
    let entries = entries.iter().map(|(list, node)| {
        let kept = match (kept(list, incident), node) {
            (Some(ids), Node::List(records)) => {
                let held =
                    |record: &&Node| text_at(record, "id").is_some_and(|id| ids.contains(id));
                let records = records.iter().filter(held).map(|record| {
                    let id = text_at(record, "id").unwrap_or_default();
                    let sources = parts.get(&(list.as_str(), id));
                    sources.map_or_else(|| record.clone(), |sources| whole(record, sources))
                });
                Node::List(records.collect())
            }
            _ => node.clone(),
        };
        (list.clone(), kept)
    });
    Node::Map(entries.collect())
}

/// The ids of a list's records that are shown; none for lists without ids.
fn kept<'i>(list: &str, incident: &'i Incident) -> Option<BTreeSet<&'i str>> {
    macro_rules! ids {
        ($list:ident) => {
            incident
                .$list
                .iter()
                .map(|record| record.id.as_str())
                .collect()
        };
    }
    Some(match list {
        "camps" => ids!(camps),
        "sources" => ids!(sources),
        "actors" => ids!(actors),
        "relations" => ids!(relations),
        "statements" => ids!(statements),
        "events" => ids!(events),
        "conflicts" => ids!(conflicts),
        _ => return None,
    })
}

/// The sources of the reports and answers that are shown, by which these are known: for each list and record that has some.
fn parts(incident: &Incident) -> BTreeMap<(&str, &str), BTreeSet<&str>> {
    let statements = incident.statements.iter().map(|one| {
        let reports = one.reports.iter();
        let sources = reports.map(|report| report.source.as_str()).collect();
        (("statements", one.id.as_str()), sources)
    });
    let conflicts = incident.conflicts.iter().map(|one| {
        let answers = one.answers.iter();
        let sources = answers.map(|answer| answer.source.as_str()).collect();
        (("conflicts", one.id.as_str()), sources)
    });
    statements.chain(conflicts).collect()
}

/// A record with those of its reports or answers whose sources these are.
fn whole(record: &Node, sources: &BTreeSet<&str>) -> Node {
    let Node::Map(entries) = record else {
        return record.clone();
    };
    let entries = entries.iter().map(|(name, node)| {
        let node = match node {
            Node::List(parts) if name == "reports" || name == "answers" => {
                let held = |part: &&Node| {
                    text_at(part, "source").is_some_and(|source| sources.contains(source))
                };
                Node::List(parts.iter().filter(held).cloned().collect())
            }
            node => node.clone(),
        };
        (name.clone(), node)
    });
    Node::Map(entries.collect())
}
