//! The records of a file as it stands: which ids they have, at which lines, and which ids nobody refers to.

use std::collections::{HashMap, HashSet};

use crate::incident::Node;
use crate::incident::place::List;

use super::paths::{field, items, text};
use super::spans::record_lines;

/// The records of a file, also those that reading leaves out.
pub(super) struct Records<'n> {
    pub(super) file: &'n Node,
    /// For each id where it stands: of each list the first record that has it.
    by_id: HashMap<&'n str, Vec<(List, usize)>>,
    /// The lines of all records, by their paths.
    lines: HashMap<String, usize>,
    /// All texts except records' own ids: a superset of the references, so [`forlorn`](Self::forlorn) never names a record that is
    /// referred to.
    texts: HashSet<&'n str>,
}

impl<'n> Records<'n> {
    /// The records of a file that was read from this text.
    pub(super) fn of(file: &'n Node, source: &str) -> Self {
        let mut by_id: HashMap<&str, Vec<(List, usize)>> = HashMap::new();
        for list in List::REFERABLE {
            for (position, record) in items(field(file, list.key())).enumerate() {
                let Some(id) = text(record, "id") else {
                    continue;
                };
                let known = by_id.entry(id).or_default();
                if known.last().is_none_or(|(last, _)| *last != list) {
                    known.push((list, position));
                }
            }
        }
        let mut texts = HashSet::new();
        gather(file, &mut texts);
        Self {
            file,
            by_id,
            lines: record_lines(source),
            texts,
        }
    }

    /// The position of the record of a list that has this id.
    pub(super) fn position(&self, id: &str, list: List) -> Option<usize> {
        let found = self.by_id.get(id)?.iter().find(|(of, _)| *of == list);
        found.map(|(_, position)| *position)
    }

    /// The line of the record at a path.
    pub(super) fn line(&self, path: &str) -> Option<usize> {
        self.lines.get(path).copied()
    }

    /// The first of these lists that has a record with this id, and its line.
    pub(super) fn find(&self, id: &str, lists: &[List]) -> Option<(List, usize)> {
        lists.iter().find_map(|list| {
            let position = self.position(id, *list)?;
            Some((*list, self.line(&format!("{}[{position}]", list.key()))?))
        })
    }

    /// The ids of these lists that nobody refers to, in the order of the file.
    pub(super) fn forlorn(&self, lists: &[List]) -> impl Iterator<Item = &'n str> {
        let of_lists = lists.iter().flat_map(|list| {
            let records = items(field(self.file, list.key()));
            records.filter_map(|record| text(record, "id"))
        });
        of_lists.filter(|id| !self.texts.contains(id))
    }
}

/// The texts of a tree, but for the ids of its records.
fn gather<'n>(node: &'n Node, texts: &mut HashSet<&'n str>) {
    match node {
        Node::Text(text) => {
            texts.insert(text);
        }
        Node::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Node::Map(entries) => {
            let values = entries.iter().filter(|(name, _)| name != "id");
            values.for_each(|(_, value)| gather(value, texts));
        }
        _ => {}
    }
}
