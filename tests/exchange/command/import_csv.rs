//! `import csv`, and `export csv` as the way there: by folder, zip file and pipe.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use super::read;
use crate::{actor_map, whole};

#[test]
fn sheets_go_there_and_back_by_folder_zip_and_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    actor_map(folder, &["export", "csv", &whole(), "-o", "sheets"])
        .assert()
        .code(0)
        .stdout("")
        .stderr("");
    assert_eq!(fs::read_dir(folder.join("sheets")).unwrap().count(), 11);
    actor_map(folder, &["export", "csv", &whole(), "-o", "sheets.zip"])
        .assert()
        .code(0);
    let piped = actor_map(folder, &["export", "csv", "-", "-o", "-"])
        .write_stdin(fs::read(whole()).unwrap())
        .assert()
        .code(0)
        .get_output()
        .stdout
        .clone();
    assert_eq!(piped, fs::read(folder.join("sheets.zip")).unwrap());
    actor_map(folder, &["import", "csv", "sheets", "-o", "a.json"])
        .assert()
        .code(0)
        .stdout("")
        .stderr(contains(
            "ministry-hack: 4 actors, 3 sources, 3 relations, 3 statements, 1 event\n",
        ));
    actor_map(folder, &["import", "csv", "sheets.zip", "-o", "b.json"])
        .assert()
        .code(0);
    let out = actor_map(folder, &["import", "csv", "-", "-o", "-"])
        .write_stdin(piped)
        .assert()
        .code(0)
        .get_output()
        .stdout
        .clone();
    assert_eq!(read(folder, "a.json"), read(folder, "b.json"));
    assert_eq!(read(folder, "a.json").into_bytes(), out);
    actor_map(folder, &["diff", &whole(), "a.json"])
        .assert()
        .code(0)
        .stdout("Nothing changed.\n");
}

#[test]
fn wrong_sheets_end_with_1_and_write_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    actor_map(folder, &["export", "csv", &whole(), "-o", "sheets"])
        .assert()
        .code(0);
    let actors = read(folder, "sheets/actors.csv").replace("state-c,state", "state-c,country");
    fs::write(folder.join("sheets/actors.csv"), actors).unwrap();
    fs::write(folder.join("out.json"), "old").unwrap();
    let wrong = actor_map(folder, &["import", "csv", "sheets", "-o", "out.json"])
        .assert()
        .code(1)
        .stdout("");
    wrong.stderr(contains("error[unknown-term] actors.csv, row 4, column \"kind\" (B): there is no kind \"country\"").and(contains("; nothing was written.")));
    assert_eq!(read(folder, "out.json"), "old");
    actor_map(folder, &["import", "csv", &whole(), "-o", "out.json"])
        .assert()
        .code(1)
        .stderr(contains("neither a folder nor a zip file"));
}

#[test]
fn sheets_have_the_separator_that_the_spreadsheet_wants() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |arguments: &[&str]| actor_map(folder, arguments).assert();
    for (separator, char) in [("comma", ","), (";", ";"), ("semicolon", ";")] {
        let sheets = format!("sheets-{separator}");
        let (export, import) = (["export", "csv"], ["import", "csv"]);
        run(&[
            &export[..],
            &[&whole(), "-o", &sheets, "--separator", separator],
        ]
        .concat())
        .code(0);
        let header = format!("\u{feff}id{char}title\r\n");
        assert!(read(folder, &format!("{sheets}/camps.csv")).starts_with(&header));
        run(&[&import[..], &[&sheets, "-o", "back.json", "--force"]].concat()).code(0);
        run(&["diff", &whole(), "back.json"])
            .code(0)
            .stdout("Nothing changed.\n");
    }
    let new = ["new", "--title", "The flood", "--separator", "semicolon"];
    run(&[&new[..], &["--sheets", "new"]].concat()).code(0);
    assert!(read(folder, "new/camps.csv").starts_with("\u{feff}id;title\r\n"));
    // Sheets of the one kind are replaced by those of the other without losing what is in them.
    run(&["import", "csv", "new", "-o", "flood.json"]).code(0);
    run(&["export", "csv", "flood.json", "-o", "new"]).code(0);
    assert!(read(folder, "new/camps.csv").starts_with("\u{feff}id,title\r\n"));
    run(&new).code(2);
    run(&[
        "export",
        "stix",
        &whole(),
        "-o",
        "-",
        "--separator",
        "comma",
    ])
    .code(2)
    .stderr(contains("--separator is for csv alone"));
}
