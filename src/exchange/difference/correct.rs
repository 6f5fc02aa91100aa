//! Writes a correction into an incident file without touching anything else of it.

use super::Change;
use crate::exchange::tree::{inline, object, text, texts};
use crate::exchange::{Finding, sound};
use crate::incident::{Node, PartialDate};

/// The correction to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correcting {
    /// The day it is made.
    pub date: PartialDate,
    /// What was wrong and what is right, for readers, in the incident's language.
    pub text: String,
}

/// The newer version's text with one more entry in its `corrections`: the day, the words, and the ids of the records
/// that readers see changed. Everything else stays as it is written, to the last space; all of
/// it, if this correction is there already.
///
/// # Errors
/// If the file that results would not be sound.
pub fn with_correction(
    newer: &str,
    changes: &[Change],
    correcting: &Correcting,
) -> Result<String, Vec<Finding>> {
    let mut changed: Vec<&str> = Vec::new();
    let seen = changes.iter().filter(|change| change.seen);
    for id in seen.filter_map(|change| change.record.as_deref()) {
        if !changed.contains(&id) {
            changed.push(id);
        }
    }
    let entry = object([
        ("date", text(correcting.date.to_string())),
        ("text", text(&correcting.text)),
        ("changed", texts(changed)),
    ]);
    let failed = |message: &str| {
        vec![Finding::error(
            "correction",
            String::new(),
            message.to_owned(),
            "Write the entry by hand, into \"corrections\".",
        )]
    };
    let place =
        place(newer).ok_or_else(|| failed("There is no place for the correction in the file."))?;
    let written = inserted(newer, &place, &entry);
    let before = sound(newer.as_bytes())?;
    let is_there = before
        .incident
        .corrections
        .iter()
        .any(|other| other.date == correcting.date && other.text == correcting.text);
    if is_there {
        return Ok(newer.to_owned());
    }
    let after = sound(written.as_bytes())?;
    let mut expected = before.incident;
    let added = after.incident.corrections.last().cloned();
    expected.corrections.extend(added);
    if expected == after.incident {
        Ok(written)
    } else {
        Err(failed(
            "The correction could not be written without changing something else.",
        ))
    }
}

/// Where in a text the entry goes.
struct Place {
    /// Behind the last thing before it.
    at: usize,
    /// Whether something stands before it on the same level.
    follows: bool,
    /// Whether the list is there already.
    in_list: bool,
}

/// Finds the end of the top-level list `corrections`, else the end of the file's object.
fn place(json: &str) -> Option<Place> {
    let mut depth = 0_usize;
    let (mut in_text, mut escaped) = (false, false);
    // The text that was read last, and whether its list is the one looked for.
    let (mut start, mut key, mut in_list) = (0, "", false);
    let mut end = 0;
    let mut last = '{';
    for (at, char) in json.char_indices() {
        if in_text {
            if escaped {
                escaped = false;
            } else if char == '\\' {
                escaped = true;
            } else if char == '"' {
                in_text = false;
                if depth == 1 {
                    key = json.get(start..at)?;
                }
                (end, last) = (at + 1, '"');
            }
            continue;
        }
        match char {
            '"' => {
                in_text = true;
                start = at + 1;
            }
            '{' | '[' => {
                depth += 1;
                in_list |= depth == 2 && char == '[' && key == "corrections";
                (end, last) = (at + 1, char);
            }
            '}' | ']' => {
                depth = depth.checked_sub(1)?;
                if (depth == 1 && in_list) || depth == 0 {
                    return Some(Place {
                        at: end,
                        follows: !matches!(last, '{' | '['),
                        in_list,
                    });
                }
                (end, last) = (at + 1, char);
            }
            _ if char.is_whitespace() => {}
            _ => (end, last) = (at + char.len_utf8(), char),
        }
    }
    None
}

fn inserted(json: &str, place: &Place, entry: &Node) -> String {
    let (before, after) = json.split_at_checked(place.at).unwrap_or((json, ""));
    let line = if json.contains("\r\n") { "\r\n" } else { "\n" };
    let comma = if place.follows { "," } else { "" };
    let entry = inline(entry);
    let entry = match place.in_list {
        true if after.trim_start_matches([' ', '\t']).starts_with(']') => {
            format!("{comma}{line}    {entry}{line}  ")
        }
        true => format!("{comma}{line}    {entry}"),
        false => format!("{comma}{line}  \"corrections\": [{line}    {entry}{line}  ]"),
    };
    format!("{before}{entry}{after}")
}
