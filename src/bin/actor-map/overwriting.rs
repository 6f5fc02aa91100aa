//! What is written over: an editor's work is not replaced by another's without being asked for.

use std::path::Path;

use actor_map::exchange::Finding;
use actor_map::exchange::difference::lost;
use actor_map::exchange::sheets::{self, Head, container};
use actor_map::exchange::tree::{get, text_at};
use actor_map::incident::{Node, json, parse_json};
use anyhow::bail;

use crate::files;

/// How much of what would be lost is named.
const NAMED: usize = 6;

/// Refuses to replace an incident file by another one, or by one that has less than is there.
///
/// # Errors
/// If so, or if what is there cannot be read.
pub fn of_file(path: &Path, newer: &Node) -> anyhow::Result<()> {
    if files::is_pipe(path) || !path.is_file() {
        return Ok(());
    }
    let Ok(bytes) = files::read(path)? else {
        return Ok(());
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    // A file with errors is work, too, and the more so.
    let older = json::decode(&bytes).and_then(parse_json);
    match older {
        Ok(older) if get(&older, "incident").is_some() => of_tree(path, &older, newer),
        _ => bail!(
            "{} is there already, and is no incident file that can be read; --force replaces it",
            path.display()
        ),
    }
}

/// Writes what is no incident file, but never over one: that would be the work itself, for something made of it.
///
/// # Errors
/// If an incident file stands there, whole or not, or it cannot be written.
pub fn write_made(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let there = if files::is_pipe(path) || !path.is_file() {
        Vec::new()
    } else {
        files::read(path)?.unwrap_or_default()
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
    files::write(path, bytes)
}

/// Refuses to replace sheets by those of another incident, or by such as have less than is there.
///
/// # Errors
/// If so, or if what is there cannot be read.
pub fn of_sheets(path: &Path, newer: &Node) -> anyhow::Result<()> {
    let files: Vec<String> = sheets::names().map(|name| format!("{name}.csv")).collect();
    let sheets = if path.is_dir() {
        if !files.iter().any(|file| path.join(file).exists()) {
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
        sheets.retain(|sheet| files.contains(&sheet.file));
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
        sheets::read(&sheets, &head)
    });
    match older {
        Ok(older) => of_tree(path, &older.tree, newer),
        Err(findings) => {
            let error = findings.iter().find(|finding| finding.is_error());
            bail!(
                "{} has sheets already, and they cannot be read as they are; --force replaces them{}",
                path.display(),
                error.map_or_else(String::new, |error: &Finding| format!(". {error}"))
            )
        }
    }
}

fn of_tree(path: &Path, older: &Node, newer: &Node) -> anyhow::Result<()> {
    let id = |file| get(file, "incident").and_then(|head| text_at(head, "id"));
    let path = path.display();
    if let (Some(older), Some(newer)) = (id(older), id(newer))
        && older != newer
    {
        bail!(
            "{path} is of another incident, \"{older}\"; this one is \"{newer}\". --force replaces it"
        );
    }
    let lost = lost(older, newer);
    if lost.is_empty() {
        return Ok(());
    }
    let mut named: Vec<&str> = lost.iter().take(NAMED).map(String::as_str).collect();
    let further = format!("{} more", lost.len().saturating_sub(NAMED));
    if lost.len() > NAMED {
        named.push(&further);
    }
    bail!(
        "{path} has what would be lost: {}. Add it to what you bring in, name another file, or replace it with --force",
        named.join("; ")
    )
}
