//! What readers were shown of a version that has errors.

use std::collections::BTreeSet;

use crate::exchange::tree::text_at;
use crate::incident::{Incident, Node};

/// A file's values without the records, reports and answers that were left out of its incident.
pub fn shown(file: &Node, incident: &Incident) -> Node {
    let Node::Map(entries) = file else {
        return file.clone();
    };
    let entries = entries.iter().map(|(list, node)| {
        let kept = match (kept(list, incident), node) {
            (Some(ids), Node::List(records)) => {
                let held =
                    |record: &&Node| text_at(record, "id").is_some_and(|id| ids.contains(id));
                let records = records.iter().filter(held);
                Node::List(
                    records
                        .map(|record| whole(list, record, incident))
                        .collect(),
                )
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

/// A record with those of its parts that are shown, which are known by their sources.
fn whole(list: &str, record: &Node, incident: &Incident) -> Node {
    let id = text_at(record, "id");
    let sources: BTreeSet<&str> = match list {
        "statements" => {
            let of_record = incident.statements.iter();
            let mut of_record = of_record.filter(|statement| Some(statement.id.as_str()) == id);
            let reports = of_record.next().map_or(&[][..], |one| &one.reports);
            reports
                .iter()
                .map(|report| report.source.as_str())
                .collect()
        }
        "conflicts" => {
            let of_record = incident.conflicts.iter();
            let mut of_record = of_record.filter(|conflict| Some(conflict.id.as_str()) == id);
            let answers = of_record.next().map_or(&[][..], |one| &one.answers);
            answers
                .iter()
                .map(|answer| answer.source.as_str())
                .collect()
        }
        _ => return record.clone(),
    };
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
