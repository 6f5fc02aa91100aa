//! `diff`: what it tells of two versions, and the correction it writes into the newer one.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use super::read;
use crate::{actor_map, whole, whole_text};

#[test]
fn a_correction_is_written_into_the_newer_version() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let newer = whole_text().replace("The hack began", "The attack began");
    fs::write(folder.join("new.json"), &newer).unwrap();
    let change = "Event \"hack\" (The attack began): the title was reworded: “The [-hack-]{+attack+} began”\n1 change.\n";
    actor_map(folder, &["diff", &whole(), "new.json"])
        .assert()
        .code(0)
        .stdout(change);
    assert_eq!(read(folder, "new.json"), newer);
    actor_map(folder, &["diff", "-", "new.json"])
        .write_stdin(fs::read(whole()).unwrap())
        .assert()
        .code(0)
        .stdout(change);
    actor_map(
        folder,
        &[
            "diff",
            &whole(),
            "new.json",
            "--write-correction=It was an attack.",
            "--date",
            "2030-06-01",
        ],
    )
    .assert()
    .code(0)
    .stdout(change);
    assert!(read(folder, "new.json").contains(
        "{ \"date\": \"2030-06-01\", \"text\": \"It was an attack.\", \"changed\": [\"hack\"] }"
    ));
    actor_map(folder, &["check", "new.json"]).assert().code(0);
    fs::write(folder.join("new.json"), &newer).unwrap();
    // What is told to editors is nothing for readers: the words of a correction are somebody's.
    for words in ["--write-correction", "--write-correction= "] {
        actor_map(folder, &["diff", &whole(), "new.json", words])
            .assert()
            .code(2)
            .stdout(change)
            .stderr(contains("a correction wants words for readers"));
    }
    assert_eq!(read(folder, "new.json"), newer);
    let spaced = ["--write-correction", "It was an attack."];
    for told in ["Wrote the correction", "The correction is there already"] {
        actor_map(
            folder,
            &["diff", &whole(), "new.json", "--date", "2030-06-01"],
        )
        .args(spaced)
        .assert()
        .code(0)
        .stderr(contains(told));
    }
    assert_eq!(
        read(folder, "new.json")
            .matches("It was an attack.")
            .count(),
        1
    );
    let noted = whole_text().replacen(
        "\"id\": \"daily\"",
        "\"id\": \"daily\", \"x-note\": \"secret\"",
        1,
    );
    fs::write(folder.join("noted.json"), &noted).unwrap();
    actor_map(folder, &["diff", &whole(), "noted.json"])
        .args(spaced)
        .assert()
        .code(1)
        .stderr(contains(
            "Readers see nothing of what changed. There is nothing to correct",
        ));
    assert_eq!(read(folder, "noted.json"), noted);
    actor_map(folder, &["diff", &whole(), &whole(), "--write-correction"])
        .assert()
        .code(1)
        .stderr(contains("nothing to correct"));
    actor_map(folder, &["diff", &whole(), "-", "--write-correction"])
        .write_stdin(newer)
        .assert()
        .code(2);
}

/// A version with an error is published without what is faulty; so that is what is corrected.
#[test]
fn an_older_version_with_an_error_is_compared_as_it_was_shown() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let newer = whole_text();
    let mut older: serde_json::Value = serde_json::from_str(&newer).unwrap();
    older["statements"][0]["speaker"] = "ministry-x".into();
    older["statements"][1]["reports"][1]["source"] = "portl".into();
    older["actors"][0]["name"] = "Ministry Ah".into();
    let older = serde_json::to_string_pretty(&older).unwrap();
    fs::write(folder.join("old.json"), &older).unwrap();
    fs::write(folder.join("new.json"), &newer).unwrap();
    let correct = [
        "--write-correction=We left this out.",
        "--date",
        "2030-06-01",
    ];
    let line = 1 + older
        .lines()
        .position(|line| line.contains("ministry-x"))
        .unwrap();
    actor_map(folder, &["diff", "old.json", "new.json"])
        .args(correct)
        .assert()
        .code(0)
        .stdout(
            contains("New statement \"a-accuses\" (ministry-a): “Group B did it.” / “sure of it” / It blamed Group B. (in our words).")
                .and(contains("the name was reworded"))
                .and(contains("a new report, of \"portal\"")),
        )
        .stderr(
            contains(format!("old.json:{line}:"))
                .and(contains(
                    "error[dangling-id] statements[0] “a-accuses”, field \"speaker\"",
                ))
                .and(contains("What readers were shown is compared"))
                .and(contains(
                    "Wrote the correction of 2030-06-01 into new.json.",
                )),
        );
    assert!(read(folder, "new.json").contains("We left this out."));
    // The newer one is to be published, and has to be whole.
    actor_map(folder, &["diff", "new.json", "old.json"])
        .assert()
        .code(1)
        .stdout("");
}

#[test]
fn a_change_is_told_on_one_line_that_no_terminal_obeys() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let text = whole_text();
    let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
    file["actors"][0]["name"] = "A\nNothing changed.\u{1b}[8m".into();
    let record = file["actors"][0]["id"].clone();
    file["waivers"] = serde_json::json!([
        { "rule": "date-order", "record": record, "reason": "Known.\nNothing changed.\u{1b}[8m\u{9b}\u{202b}" }
    ]);
    fs::write(folder.join("new.json"), file.to_string()).unwrap();
    let told = actor_map(folder, &["diff", &whole(), "new.json"])
        .assert()
        .code(0);
    let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    // The name is told as it is, the waivers as JSON, which leaves C1 and marks of direction as they are.
    for value in [
        r"A Nothing changed.\u{1b}[8m",
        r"Known.\nNothing changed.\u001b[8m\u{9b}\u{202b}",
    ] {
        assert!(told.contains(value), "{told}");
    }
    assert!(
        told.lines()
            .all(|line| !line.starts_with("Nothing changed."))
    );
    assert!(!told.contains(['\u{1b}', '\u{9b}', '\u{202b}']), "{told:?}");
    // What is replaced is told on standard error.
    fs::write(folder.join("old.json"), file.to_string()).unwrap();
    actor_map(folder, &["export", "csv", &whole(), "-o", "sheets"])
        .assert()
        .code(0);
    actor_map(
        folder,
        &["import", "csv", "sheets", "-o", "old.json", "--force"],
    )
    .assert()
    .code(0)
    .stderr(contains(r"Nothing changed.\u{1b}[8m").and(contains("\u{1b}").not()));
}
