//! The commands from outside: what they write, what they say, how they end.

mod diff;
mod exit_status;
mod export;
mod import_csv;
mod import_stix;
mod new;
mod overwriting;

use std::fs;
use std::path::Path;

/// The text of a file in a folder.
fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}
