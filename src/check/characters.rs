//! Characters that come along unseen when words are pasted, and that no edition can print.

use crate::incident::Node;
use crate::incident::printable::is_printable;

use super::editorial::UNPRINTABLE_CHARACTER;
use super::notes::Notes;
use super::paths::{items, text};

/// Checks every text of a file but those of the newsroom's own fields, which nobody prints. Paths are those of the file.
pub(super) fn check(file: &Node, notes: &mut Notes) {
    for (list, value) in fields(file) {
        // The incident is a record by itself.
        of_record(value, list, id(value), notes);
        for (position, record) in items(Some(value)).enumerate() {
            of_record(record, &format!("{list}[{position}]"), id(record), notes);
        }
    }
}

/// The id of a record. Waivers and sign-offs have none, and say whose they are.
fn id(record: &Node) -> &str {
    let id = text(record, "id").or_else(|| text(record, "record"));
    id.unwrap_or_default()
}

fn of_record(node: &Node, path: &str, record: &str, notes: &mut Notes) {
    for (name, value) in fields(node) {
        if let Node::Text(text) = value {
            of_text(text, path, record, name, notes);
        }
        for (position, item) in items(Some(value)).enumerate() {
            let path = format!("{path}.{name}[{position}]");
            match item {
                Node::Text(text) => of_text(text, &path, record, "", notes),
                item => of_record(item, &path, record, notes),
            }
        }
    }
}

fn of_text(text: &str, path: &str, record: &str, field: &str, notes: &mut Notes) {
    let mut found = text
        .chars()
        .zip(1..)
        .filter(|(char, _)| !is_printable(*char));
    let Some((char, place)) = found.next() else {
        return;
    };
    let further = match found.count() {
        0 => String::new(),
        1 => ", and there is 1 more".to_owned(),
        further => format!(", and there are {further} more"),
    };
    let code = u32::from(char);
    notes.note_at(&UNPRINTABLE_CHARACTER, || path.to_owned(), record, field, || {
        format!("character {place} of the text is U+{code:04X}, which cannot be printed{further}; editions have U+FFFD (�) there.")
    });
}

/// The fields of an object that are the format's, or are meant to be.
fn fields(node: &Node) -> impl Iterator<Item = (&str, &Node)> {
    let entries = match node {
        Node::Map(entries) => entries.as_slice(),
        _ => &[],
    };
    let fields = entries.iter().map(|(name, value)| (name.as_str(), value));
    fields.filter(|(name, _)| !name.starts_with("x-"))
}
