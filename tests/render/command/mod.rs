//! `actor-map render` as a newsroom calls it.

mod addresses;
mod arguments;
mod batches;
mod folders;
mod outputs;
mod warnings;

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use crate::corpus;

fn render() -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("actor-map");
    // One layout for each map: how good it is is tested elsewhere.
    command.args(["render", "--seeds", "1", "--maps", "1"]);
    command
}

/// A made-up incident in a file of this name; the path of that.
fn write(folder: &Path, name: &str, seed: u64) -> String {
    write_out(folder, name, &corpus::waived(corpus::incident(6, 8, seed)))
}

/// This incident in a file of this name; the path of that.
fn write_out(folder: &Path, name: &str, incident: &Value) -> String {
    let path = folder.join(name);
    fs::write(&path, incident.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The names of the files in a folder.
fn files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
