//! What is written over: an editor's work is not replaced by another's without being asked for, and what is replaced is kept.
//!
//! Nothing tells sheets that were edited from sheets that are older than the file: both say other things than it. So values are
//! replaced, as the way there and back wants, but told of, and the former file stays beside the new one.

use std::fs;
use std::path::{Path, PathBuf};

use actor_map::exchange::Finding;
use actor_map::exchange::difference::{Change, compare, lost};
use actor_map::exchange::sheets::{self, Head, SheetText, container};
use actor_map::exchange::tree::{get, text_at};
use actor_map::incident::{Node, json, parse_json};
use anyhow::bail;

use crate::check::verdict::counted;
use crate::files;
use crate::terminal::on_one_line;

/// How much of what is, or would be, lost is named.
const NAMED: usize = 6;

/// Refuses to replace an incident file by another one, or by one that has less than is there, unless `forced`; tells which
/// values are replaced, and keeps the file that had them.
///
/// # Errors
/// If so, or if what is there cannot be read or kept.
pub fn of_file(path: &Path, newer: &Node, forced: bool) -> anyhow::Result<()> {
    if files::is_pipe(path) || !path.is_file() {
        return Ok(());
    }
    let bytes = match files::read(path)? {
        Ok(bytes) if bytes.iter().all(u8::is_ascii_whitespace) => return Ok(()),
        Ok(bytes) => bytes,
        // What is too large for an incident is kept, too.
        Err(_) => return keep(path, &[path.to_owned()], &[]),
    };
    // A file with errors is work, too, and the more so.
    let older = json::decode(&bytes).and_then(parse_json);
    let older = older.ok().filter(|tree| get(tree, "incident").is_some());
    let Some(older) = older else {
        if forced {
            return keep(path, &[path.to_owned()], &[]);
        }
        bail!(
            "{} is there already, and is no incident file that can be read; --force replaces it",
            path.display()
        )
    };
    if !forced {
        refuse_loss(path, &older, newer, Vec::new())?;
    }
    let changes = compare(&older, newer);
    if changes.iter().any(|change| change.replaces) {
        keep(path, &[path.to_owned()], &changes)?;
    }
    Ok(())
}

/// Writes what is no incident file, but never over one: that would be the work itself, for something made of it. Says whether
/// other bytes stood there.
///
/// # Errors
/// If an incident file stands there, whole or not, or it cannot be written.
pub fn write_made(path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    let replaces = refuse_incident(path, bytes)?;
    files::write(path, bytes)?;
    Ok(replaces)
}

/// Refuses to write over an incident file, and says whether other bytes than these are there.
fn refuse_incident(path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    if files::is_pipe(path) || !path.is_file() {
        return Ok(false);
    }
    let Ok(there) = files::read(path)? else {
        // What is too large for an incident is none.
        return Ok(fs::read(path).is_ok_and(|there| there != bytes));
    };
    let is_incident = match json::decode(&there).and_then(parse_json) {
        Ok(tree) => get(&tree, "incident").is_some(),
        // One that cannot be read is work all the same; a page with an incident in it was made.
        Err(_) => {
            let text = String::from_utf8_lossy(&there);
            let begins = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
            begins.starts_with(['{', '['])
                && ["\"incident\"", "\"statements\""]
                    .iter()
                    .all(|key| text.contains(key))
        }
    };
    if is_incident {
        bail!(
            "{} is an incident file, and what was asked for would be written over it; name another file with -o",
            path.display()
        );
    }
    Ok(there != bytes)
}

/// The same for what may have been worked on since it was made: what other bytes are there are kept beside it, and told of.
///
/// # Errors
/// If so, or if they cannot be read or kept.
pub fn write_kept(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if refuse_incident(path, bytes)? {
        keep(path, &[path.to_owned()], &[])?;
    }
    files::write(path, bytes)
}

/// Refuses to replace sheets by those of another incident, or by such as have less than is there, unless `forced`; tells which
/// values are replaced, and keeps the files that had them.
///
/// # Errors
/// If so, or if what is there cannot be read or kept.
pub fn of_sheets(
    path: &Path,
    newer: &Node,
    written: &[SheetText],
    forced: bool,
) -> anyhow::Result<()> {
    let names: Vec<String> = sheets::names().map(|name| format!("{name}.csv")).collect();
    let sheets = if path.is_dir() {
        if !names.iter().any(|file| path.join(file).exists()) {
            return Ok(());
        }
        container::of_folder(path, None)?
    } else if files::is_pipe(path) || !path.is_file() {
        return Ok(());
    } else {
        files::read(path)?.and_then(|bytes| container::of_zip(&bytes, None))
    };
    let older = sheets.and_then(|mut sheets| {
        // Only what would be written over.
        sheets.retain(|sheet| names.contains(&sheet.file));
        let notes = sheets::unread_columns(&sheets);
        // What sheets without a head leave open is no difference.
        let head = get(newer, "incident");
        let field = |name| {
            let text = head.and_then(|head| text_at(head, name));
            text.map(str::to_owned)
        };
        let head = Head {
            id: field("id"),
            title: field("title"),
            language: field("language"),
        };
        Ok((sheets::read(&sheets, &head)?.tree, notes))
    });
    let changes = match older {
        Ok((older, notes)) => {
            let changes = compare(&older, newer);
            if notes.is_empty() && !changes.iter().any(|change| change.replaces) {
                return Ok(());
            }
            if !forced {
                refuse_loss(path, &older, newer, notes)?;
            }
            changes
        }
        Err(_) if forced => Vec::new(),
        Err(findings) => {
            let error = findings.iter().find(|finding| finding.is_error());
            bail!(
                "{} has sheets already, and they cannot be read as they are; --force replaces them{}",
                path.display(),
                error.map_or_else(String::new, |error: &Finding| format!(". {error}"))
            )
        }
    };
    if path.is_file() {
        return keep(path, &[path.to_owned()], &changes);
    }
    let replaced = written.iter().filter_map(|sheet| {
        let file = path.join(&sheet.file);
        let there = fs::read(&file).ok()?;
        (there != sheet.text.as_bytes()).then_some(file)
    });
    keep(path, &replaced.collect::<Vec<_>>(), &changes)
}

/// Refuses to replace one incident by another, or by one that has less; `notes` are losses beside those of its values.
fn refuse_loss(path: &Path, older: &Node, newer: &Node, notes: Vec<String>) -> anyhow::Result<()> {
    let id = |file| get(file, "incident").and_then(|head| text_at(head, "id"));
    let path = path.display();
    if let (Some(older), Some(newer)) = (id(older), id(newer))
        && older != newer
    {
        bail!(
            "{path} is of another incident, \"{older}\"; this one is \"{newer}\". --force replaces it"
        );
    }
    let mut lost = lost(older, newer);
    let advice = if notes.is_empty() {
        ""
    } else {
        " (a column whose name begins with \"x-\" goes into the file and back)"
    };
    lost.extend(notes);
    if lost.is_empty() {
        return Ok(());
    }
    bail!(
        "{path} has what would be lost: {}. Add it to what you bring in{advice}, name another file, or replace it with --force",
        few(lost).join("; ")
    )
}

/// Keeps files that are about to be replaced, and tells what changes.
fn keep(path: &Path, replaced: &[PathBuf], changes: &[Change]) -> anyhow::Result<()> {
    let kept = replaced.iter().map(|file| files::keep(file));
    let kept = kept.collect::<anyhow::Result<Vec<_>>>()?;
    let gone = changes.iter().filter(|change| change.replaces);
    let gone: Vec<String> = gone.map(|change| change.words.clone()).collect();
    let path = path.display();
    if !gone.is_empty() {
        let values = counted(gone.len(), "change replaces", "changes replace");
        files::say(format_args!("{path}: {values} what was there:"));
        for words in few(gone) {
            files::say(format_args!("    {}", on_one_line(&words)));
        }
    }
    let kept: Vec<String> = kept.iter().map(|file| file.display().to_string()).collect();
    if !kept.is_empty() {
        files::say(format_args!(
            "note: What was there is kept as {}.",
            kept.join(", ")
        ));
    }
    Ok(())
}

/// The first of them, and how many there are beside.
fn few(mut all: Vec<String>) -> Vec<String> {
    let further = all.len().saturating_sub(NAMED);
    if further > 0 {
        all.truncate(NAMED);
        all.push(format!("{further} more"));
    }
    all
}
