//! Reading and checking incident files: one file per rule in `cases/`, properties of arbitrary input, the limits,
//! and the command from outside.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod causes;
mod command;
mod each_rule;
mod edits;
mod limits;
mod output;
mod properties;
mod rows;
mod rules;
mod sound;
mod ways;

use std::fs;
use std::path::PathBuf;

use actor_map::incident::{Node, Reading, Refusal, parse_json, read};

/// A file or folder beside the tests.
fn at(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/check")
        .join(path)
}

/// The tree of a case.
fn case(name: &str) -> Node {
    let file = at("cases").join(name).with_extension("json");
    parse_json(&fs::read_to_string(file).unwrap()).unwrap()
}

fn read_text(text: &str) -> Result<Reading, Refusal> {
    read(&parse_json(text)?)
}
