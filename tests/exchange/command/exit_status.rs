//! Wrong data ends with 1, a wrong command with 2; every `--help` has examples and the exit statuses.

use std::fs;

use actor_map::exchange::MAX_INPUT_BYTES;
use predicates::prelude::*;
use predicates::str::contains;

use crate::{actor_map, at, whole};

#[test]
fn wrong_data_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("cut.json"), &fs::read(whole()).unwrap()[..500]).unwrap();
    let utf_16: Vec<u8> = "\u{feff}{}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(folder.join("utf-16.json"), utf_16).unwrap();
    fs::write(folder.join("book.xlsx"), b"PK\x03\x04 cut").unwrap();
    fs::write(folder.join("large.json"), vec![b' '; MAX_INPUT_BYTES + 1]).unwrap();
    for (arguments, told) in [
        (&["export", "stix", "cut.json", "-o", "out"][..], "cut off"),
        (&["export", "csv", "utf-16.json", "-o", "out"], "UTF-16"),
        (
            &["export", "csv", "large.json", "-o", "out"],
            "error[limit] large.json: The file has more than 50000000 bytes",
        ),
        (&["import", "stix", "cut.json", "-o", "out"], "cut off"),
        (
            &["import", "stix", "large.json", "-o", "out"],
            "error[limit]",
        ),
        (
            &["import", "csv", "large.json", "-o", "out"],
            "error[limit]",
        ),
        (
            &["import", "csv", "book.xlsx", "-o", "out"],
            "This is a workbook of a spreadsheet program",
        ),
        (&["diff", "cut.json", "cut.json"], "cut off"),
    ] {
        actor_map(folder, arguments)
            .assert()
            .code(1)
            .stdout("")
            .stderr(contains(told).and(contains("1 error; nothing was written.")));
        assert!(!folder.join("out").exists());
    }
}

#[test]
fn a_wrong_command_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (arguments, told) in [
        (
            &["import", "csv", "no-such-folder", "-o", "out"][..],
            "cannot read no-such-folder",
        ),
        (&["import", "xlsx", "a", "-o", "out"], "csv, stix"),
        (&["import", "csv", "a"], "--output"),
        (
            &["import", "csv", ".", "-o", "out", "--encoding", "klingon"],
            "windows-1252",
        ),
        (
            &[
                "import",
                "stix",
                &at("report.json").display().to_string(),
                "-o",
                "no/such/folder.json",
            ],
            "cannot write no/such/folder.json",
        ),
        (
            &[
                "import",
                "stix",
                &at("report.json").display().to_string(),
                "-o",
                ".",
            ],
            "is a folder",
        ),
        (
            &["export", "stix", "no-such-file.json", "-o", "out"],
            "cannot read no-such-file.json",
        ),
        (
            &["export", "gexf", &whole(), "-o", "out", "--publisher", "X"],
            "--publisher is for stix alone",
        ),
        (&["diff", &whole()], "NEWER"),
        (
            &["diff", "-", "-"],
            "standard input can be read only once, and \"-\" stands 2 times",
        ),
        (&["schema", "--nonsense"], "--nonsense"),
    ] {
        actor_map(folder, arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(told));
    }
}

#[test]
fn every_help_names_examples_and_exit_statuses() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["new", "import", "export", "diff"] {
        actor_map(folder.path(), &[command, "--help"])
            .assert()
            .code(0)
            .stdout(contains("Examples:").and(contains("Exit status:")));
    }
}
