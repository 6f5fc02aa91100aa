//! The head of a file that has rooms is their entrance: it names each, in backticks, and in its list nothing that is none.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The rooms that a file declares; those of its tests are none.
fn rooms(text: &str) -> Vec<&str> {
    let mut rooms = Vec::new();
    let mut is_of_tests = false;
    for line in text.lines() {
        if line.starts_with("#[") {
            is_of_tests |= line == "#[cfg(test)]";
            continue;
        }
        let declared = line.split_once("mod ").and_then(|(visible, rest)| {
            let is_declaration = visible.is_empty() || visible.starts_with("pub");
            rest.strip_suffix(';').filter(|_| is_declaration)
        });
        rooms.extend(declared.filter(|_| !is_of_tests));
        is_of_tests = false;
    }
    rooms
}

/// What the items of a head's list are about: the names in backticks before the dash.
fn listed(head: &str) -> impl Iterator<Item = &str> {
    let items = head.split("\n- ").skip(1);
    let about = items.filter_map(|item| item.split_once(" – ").map(|(about, _)| about));
    let names = about.flat_map(|about| about.split('`').skip(1).step_by(2));
    names.filter(|name| {
        name.chars()
            .all(|char| char.is_ascii_lowercase() || char == '_')
    })
}

#[test]
fn every_head_names_its_rooms() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut entrances = 0;
    for file in sources(&project.join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let rooms = rooms(&text);
        if rooms.is_empty() {
            continue;
        }
        entrances += 1;
        let lines = text.lines().filter_map(|line| line.strip_prefix("//!"));
        let lines: Vec<&str> = lines
            .map(|line| line.strip_prefix(' ').unwrap_or(line))
            .collect();
        let head = lines.join("\n");
        let missing = rooms
            .iter()
            .filter(|room| !head.contains(&format!("`{room}`")));
        let missing: Vec<&&str> = missing.collect();
        assert!(missing.is_empty(), "{} omits {missing:?}", file.display());
        let strange = listed(&head).filter(|name| !rooms.contains(name));
        let strange: Vec<&str> = strange.collect();
        assert!(
            strange.is_empty(),
            "{} lists {strange:?}, which it has not",
            file.display()
        );
    }
    assert!(entrances > 10, "{entrances}");
}
