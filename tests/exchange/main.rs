//! Import, export, schema, new and diff: each format there and back or judged by somebody else's reader, bad input of
//! every kind, and the commands from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod arbitrary;
mod bad_input;
mod command;
mod difference;
mod documents;
mod files;
mod graphs;
mod json_ld;
mod no_listener;
mod published_schema;
mod sheets;
mod sheets_round_trip;
mod stix_in;
mod stix_like;
mod stix_out;

use std::fs;
use std::path::{Path, PathBuf};

use actor_map::exchange::sheets::SheetText;
use actor_map::exchange::{Finding, Sound, sound, tree};
use actor_map::incident::Node;
use assert_cmd::Command;
use serde_json::Value;

/// A file of the project.
fn of_project(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file or folder beside the tests.
fn at(path: &str) -> PathBuf {
    of_project("tests/exchange/data").join(path)
}

/// An incident with something in every list: its path, as a command takes it.
fn whole() -> String {
    of_project("tests/check/cases/whole.json")
        .display()
        .to_string()
}

/// Its text.
fn whole_text() -> String {
    fs::read_to_string(whole()).unwrap()
}

/// The one error among findings, as it is told.
fn one(findings: &[Finding]) -> String {
    let errors: Vec<String> = findings
        .iter()
        .filter(|finding| finding.is_error())
        .map(ToString::to_string)
        .collect();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    errors[0].clone()
}

/// The command in a folder, with these arguments.
fn actor_map(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("actor-map").unwrap();
    command.current_dir(folder).args(arguments);
    command
}

/// An incident file of the project, read.
fn incident(path: &str) -> Sound {
    sound(&fs::read(of_project(path)).unwrap()).unwrap()
}

/// The incidents that every format is tried on.
fn incidents() -> Vec<Sound> {
    let published = fs::read_dir(of_project("incidents")).unwrap();
    let mut files: Vec<String> = published
        .map(|entry| format!("incidents/{}", entry.unwrap().file_name().to_str().unwrap()))
        .filter(|file| file.ends_with(".json"))
        .collect();
    files.sort();
    files.push("tests/check/cases/whole.json".to_owned());
    assert!(files.len() >= 2);
    files.iter().map(|file| incident(file)).collect()
}

/// Values without regard to the order of fields.
fn value(node: &Node) -> Value {
    serde_json::from_str(&tree::inline(node)).unwrap()
}

/// Sheets of these texts.
fn sheets(texts: &[(&str, &str)]) -> Vec<SheetText> {
    let sheets = texts.iter().map(|(file, text)| SheetText {
        file: (*file).to_owned(),
        text: (*text).to_owned(),
    });
    sheets.collect()
}
