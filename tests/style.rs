//! What a page may style: the custom properties and parts are those that the README and the npm package name.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

type Names = BTreeSet<String>;

const CSS: &str = include_str!("../style/widget.css");
const MANIFEST: &str = include_str!("../embed/npm/custom-elements.json");
const README: &str = include_str!("../README.md");

/// The names that the npm package's manifest lists there.
fn listed(list: &str) -> Names {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    let entries = manifest["modules"][0]["declarations"][0][list].as_array();
    let names = entries.unwrap().iter().map(|entry| &entry["name"]);
    names.map(|name| name.as_str().unwrap().into()).collect()
}

/// What stands after each `before`, up to the next `end`.
fn between(text: &str, before: &str, end: char) -> Names {
    let found = text.split(before).skip(1);
    found
        .map(|rest| rest.split(end).next().unwrap().to_owned())
        .collect()
}

/// The files in a folder and those below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let paths = entries.map(|entry| entry.path()).flat_map(|path| {
        if path.is_dir() {
            files(&path)
        } else {
            vec![path]
        }
    });
    paths.collect()
}

#[test]
fn the_properties_that_the_style_reads_are_those_of_the_package() {
    let read = between(CSS, "var(--actor-map-", ',');
    let read: Names = read
        .into_iter()
        .map(|name| format!("--actor-map-{name}"))
        .collect();
    assert_eq!(read, listed("cssProperties"));
}

#[test]
fn the_parts_of_the_view_are_those_of_the_readme_and_the_package() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let sources = [folder.join("src/view"), folder.join("embed")];
    let mut parts = Names::new();
    for file in sources.iter().flat_map(|folder| files(folder)) {
        let Some("rs" | "js") = file.extension().and_then(|name| name.to_str()) else {
            continue;
        };
        let source = fs::read_to_string(&file).unwrap();
        parts.extend(between(&source, ".attr(\"part\", \"", '"'));
        parts.extend(between(&source, ".part = \"", '"'));
    }
    assert_eq!(parts, listed("cssParts"));
    let lists = between(README, "::part(", ')');
    let list = lists.iter().find(|list| list.contains('|')).unwrap();
    assert_eq!(parts, list.split('|').map(String::from).collect());
}
