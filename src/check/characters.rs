//! What is wrong with a text by itself. What comes along when words are pasted: characters that no edition can print, characters
//! that nobody sees, HTML, a spreadsheet's error, and what is left of letters that were read in another encoding; and what the
//! starter said before anybody wrote.

use encoding_rs::WINDOWS_1252;

use crate::incident::Node;
use crate::incident::invisible::{code_point, invisible, is_idle, is_of_direction};
use crate::incident::printable::is_printable;
use crate::incident::quotes::markup;
use crate::incident::scripts::is_from_right;

use super::cards::texts::{
    EXAMPLE_TEXT, FORMULA_ERROR, GARBLED_TEXT, INVISIBLE_CHARACTER, MARKUP_IN_TEXT,
    UNPRINTABLE_CHARACTER,
};
use super::examples::is_example;
use super::formulas::is_formula_error;
use super::garbled::{Garbled, garbled};
use super::notes::{Notes, shown};
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
    let path = || path.to_owned();
    let lost = text.chars().zip(1..);
    let lost = lost.filter(|(char, _)| *char == char::REPLACEMENT_CHARACTER);
    if let Some((place, _, further)) = first(lost) {
        notes.note_at(&GARBLED_TEXT, path, record, field, || {
            format!("character {place} of the text, {}, is U+FFFD (�), which stands for one that could not be read{further}.", near(text, place))
        });
    }
    let garbled = garbled(text);
    if let Some(one) = &garbled {
        let Garbled {
            word,
            meant,
            page,
            again,
            ..
        } = one;
        let again = if *again {
            ", and that more than once"
        } else {
            ""
        };
        notes.note_at(&GARBLED_TEXT, path, record, field, || {
            format!(
                "it has {}, which is what becomes of {} in UTF-8 where it is read as {page}{again}.",
                shown(word),
                shown(meant)
            )
        });
    }
    // Of what is garbled such characters are a part.
    let is_apart = |place: usize| garbled.as_ref().is_none_or(|one| !one.has(place - 1));
    let unprintable = text.chars().zip(1..);
    let unprintable = unprintable.filter(|(char, place)| !is_printable(*char) && is_apart(*place));
    if let Some((place, char, further)) = first(unprintable) {
        notes.note_at(&UNPRINTABLE_CHARACTER, path, record, field, || {
            let meant = meant(char).map_or_else(String::new, |meant| {
                format!(" In windows-1252 it is {meant}: a program may have read the words as Latin-1.")
            });
            format!("character {place} of the text is {}, which cannot be printed{further}; editions have U+FFFD (�) there.{meant}", code_point(char))
        });
    }
    // Plain texts, which most are, need no closer look.
    let unseen = unseen(text).filter(|(_, place)| is_apart(*place));
    if !text.is_ascii()
        && let Some((place, char, further)) = first(unseen)
    {
        let name = invisible(char).unwrap_or_default();
        notes.note_at(&INVISIBLE_CHARACTER, path, record, field, || {
            let near = near(text, place);
            format!("character {place} of the text, {near}, is {} ({name}), which nobody sees{further}.", code_point(char))
        });
    }
    if is_formula_error(text) {
        notes.note_at(&FORMULA_ERROR, path, record, field, || {
            format!("the text is {}.", shown(text.trim()))
        });
    }
    if is_example(text) {
        notes.note_at(&EXAMPLE_TEXT, path, record, field, || {
            format!("{} is what `actor-map new` wrote.", shown(text.trim()))
        });
    }
    if let Some(found) = markup::first_of(text) {
        notes.note_at(&MARKUP_IN_TEXT, path, record, field, || {
            format!(
                "the text has {}, which readers see as it stands.",
                shown(found)
            )
        });
    }
}

/// What a control character of Latin-1 is in the encoding that is mostly meant, the apostrophe and quotation marks among them.
fn meant(char: char) -> Option<char> {
    let byte = u8::try_from(u32::from(char)).ok();
    let byte = [byte.filter(|byte| (0x80..0xa0).contains(byte))?];
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
    text.chars().next().filter(|meant| *meant != char)
}

/// The characters of a text that nobody sees and that say nothing there, with their places from 1. A text with letters
/// that are written from right to left needs marks of direction.
fn unseen(text: &str) -> impl Iterator<Item = (char, usize)> {
    let both = text
        .chars()
        .any(|char| is_from_right(char) && invisible(char).is_none());
    let mut before = None;
    let mut chars = text.chars().zip(1..).peekable();
    std::iter::from_fn(move || {
        let (char, place) = chars.next()?;
        let after = chars.peek().map(|(after, _)| *after);
        // Embedding marks (U+202A to U+202C) are never needed; overrides are reported by reading (`turned-text`).
        let needed = both && is_of_direction(char) && !matches!(char, '\u{202a}'..='\u{202c}');
        let found =
            is_idle(before, char, after) && !needed && !matches!(char, '\u{202d}' | '\u{202e}');
        if !found {
            before = Some(char);
        }
        Some(found.then_some((char, place)))
    })
    .flatten()
}

/// Behind what an unseen character stands: after "Minis".
fn near(text: &str, place: usize) -> String {
    let before: String = text.chars().take(place - 1).collect();
    let seen: String = before
        .split_whitespace()
        .next_back()
        .unwrap_or_default()
        .chars()
        .filter(|char| invisible(*char).is_none())
        .collect();
    if seen.is_empty() {
        "at its beginning".to_owned()
    } else {
        format!("after {}", shown(&seen))
    }
}

/// The first of the characters found, and how many more there are, as a sentence goes on.
fn first(mut found: impl Iterator<Item = (char, usize)>) -> Option<(usize, char, String)> {
    let (char, place) = found.next()?;
    let further = match found.count() {
        0 => String::new(),
        1 => ", and there is 1 more".to_owned(),
        further => format!(", and there are {further} more"),
    };
    Some((place, char, further))
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
