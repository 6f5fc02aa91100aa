//! Where a record of an incident stands in its file: reading leaves faulty records out, so positions shift.

use std::collections::HashMap;

use crate::incident::{Incident, Node, Reading, Report, Waiver};

/// The lists of a file, in the usual order.
pub(super) const LISTS: [&str; 11] = [
    "incident",
    "camps",
    "sources",
    "actors",
    "relations",
    "statements",
    "events",
    "conflicts",
    "corrections",
    "waivers",
    "sign_offs",
];

/// A path of a file, in its parts: `statements[3].reports[0]` is the fields `statements` at 3 and `reports` at 0.
pub(super) fn steps(path: &str) -> impl Iterator<Item = (&str, Option<usize>)> {
    path.split('.').filter(|step| !step.is_empty()).map(|step| {
        match step.strip_suffix(']').and_then(|step| step.split_once('[')) {
            Some((field, position)) => (field, position.parse().ok()),
            None => (step, None),
        }
    })
}

/// Where a path stands in a file whose lists are in the usual order: an editor mends it from top to bottom.
pub(super) fn file_order(path: &str) -> (usize, Vec<usize>) {
    let first = steps(path).next().map(|(list, _)| list);
    let list = first.and_then(|list| LISTS.iter().position(|known| *known == list));
    let positions = steps(path).filter_map(|(_, position)| position);
    (list.map_or(0, |list| list + 1), positions.collect())
}

/// Finds the records of an incident in the tree it was read from.
pub(super) struct Paths<'n> {
    incident: &'n Incident,
    /// Where the first record of each list and id stands; none where nothing was left out.
    moved: Option<Moved<'n>>,
}

struct Moved<'n> {
    positions: HashMap<(&'n str, &'n str), usize>,
    file: &'n Node,
}

impl<'n> Paths<'n> {
    pub(super) fn of(file: &'n Node, reading: &'n Reading) -> Self {
        let moved = (reading.left_out > 0).then(|| {
            let mut positions = HashMap::new();
            for list in LISTS {
                for (position, record) in items(field(file, list)).enumerate() {
                    if let Some(id) = text(record, "id") {
                        // The first record with an id owns it.
                        positions.entry((list, id)).or_insert(position);
                    }
                }
            }
            Moved { positions, file }
        });
        Self {
            incident: &reading.incident,
            moved,
        }
    }

    /// The path in the file of a path in the incident.
    pub(super) fn in_file(&self, path: &str) -> String {
        self.moved
            .as_ref()
            .and_then(|moved| self.find(moved, path))
            .unwrap_or_else(|| path.to_owned())
    }

    fn find(&self, moved: &Moved<'_>, path: &str) -> Option<String> {
        let mut steps = steps(path);
        let (list, position) = steps.next()?;
        let position = position?;
        let incident = self.incident;
        let id = match list {
            "sources" => &incident.sources.get(position)?.id,
            "actors" => &incident.actors.get(position)?.id,
            "relations" => &incident.relations.get(position)?.id,
            "statements" => &incident.statements.get(position)?.id,
            "conflicts" => &incident.conflicts.get(position)?.id,
            "waivers" => {
                let waiver = incident.waivers.get(position)?;
                let mut items = items(field(moved.file, list));
                let position = items.position(|item| is_waiver(item, waiver))?;
                return Some(format!("{list}[{position}]"));
            }
            _ => return None,
        };
        let filed = *moved.positions.get(&(list, id.as_str()))?;
        let Some((_, Some(part))) = steps.next() else {
            return Some(format!("{list}[{filed}]"));
        };
        let reports = &incident.statements.get(position)?.reports;
        let report = reports.get(part)?;
        let before = reports.get(..part)?;
        let nth = before.iter().filter(|one| same(one, report)).count();
        let statement = items(field(moved.file, list)).nth(filed)?;
        let (part, _) = items(field(statement, "reports"))
            .enumerate()
            .filter(|(_, item)| is_report(item, report))
            .nth(nth)?;
        Some(format!("{list}[{filed}].reports[{part}]"))
    }
}

/// Whether two reports cannot be told apart by what [`is_report`] looks at.
fn same(one: &Report, other: &Report) -> bool {
    (&one.source, words(one)) == (&other.source, words(other))
}

fn words(report: &Report) -> Option<&str> {
    report.quote.as_deref().or(report.paraphrase.as_deref())
}

fn is_report(node: &Node, report: &Report) -> bool {
    let of_source = text(node, "source") == Some(report.source.as_str());
    of_source
        && ["quote", "paraphrase"]
            .iter()
            .any(|name| text(node, name) == words(report))
}

fn is_waiver(node: &Node, waiver: &Waiver) -> bool {
    ["rule", "record", "reason"].map(|name| text(node, name))
        == [&waiver.rule, &waiver.record, &waiver.reason].map(|text| Some(text.as_str()))
}

/// A field of an object; of a repeated one the last, as it is read.
pub(super) fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Node::Map(entries) = node else {
        return None;
    };
    let found = entries.iter().rfind(|(known, _)| known == name);
    found.map(|(_, node)| node)
}

/// The text of a field.
pub(super) fn text<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    match field(node, name)? {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

/// What stands at a path.
#[cfg(feature = "cli")]
pub(super) fn node_at<'n>(file: &'n Node, path: &str) -> Option<&'n Node> {
    steps(path).try_fold(file, |node, (name, position)| {
        let found = field(node, name)?;
        match position {
            Some(position) => items(Some(found)).nth(position),
            None => Some(found),
        }
    })
}

/// The entries of a list; none where it is none.
pub(super) fn items(list: Option<&Node>) -> impl Iterator<Item = &Node> {
    match list {
        Some(Node::List(items)) => items.iter(),
        _ => [].iter(),
    }
}
