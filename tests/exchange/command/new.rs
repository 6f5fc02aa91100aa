//! `new`: a starter from answers or options, and its sheets.

use predicates::prelude::*;
use predicates::str::contains;

use super::read;
use crate::actor_map;

#[test]
fn a_starter_is_asked_for_written_checked_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let asked = actor_map(folder, &["new"])
        .write_stdin("The flood\n\ncs\n2030-05\nExample Herald\n")
        .assert()
        .code(0);
    asked.stderr(
        contains("What is the incident called: ")
            .and(contains("[the-flood]"))
            .and(contains("actor-map check the-flood.json")),
    );
    let file: serde_json::Value = serde_json::from_str(&read(folder, "the-flood.json")).unwrap();
    assert_eq!(file["incident"]["language"], "cs");
    assert_eq!(file["incident"]["disclosed"], "2030-05");
    assert_eq!(file["sources"][0]["id"], "example-herald");
    for list in [
        "camps",
        "sources",
        "actors",
        "relations",
        "statements",
        "events",
        "conflicts",
        "corrections",
        "waivers",
    ] {
        assert!(!file[list].as_array().unwrap().is_empty(), "{list}");
    }
    // Nothing is wrong with it, but that every text of it is to be replaced.
    let check = || {
        actor_map(folder, &["check", "the-flood.json"])
            .assert()
            .code(0)
    };
    let found = check().get_output().stdout.clone();
    let found = String::from_utf8(found).unwrap();
    assert!(found.contains("0 errors, "), "{found}");
    let examples = found.matches("warning[example-text]").count();
    assert!(
        examples > 0 && found.matches("warning[").count() == examples,
        "{found}"
    );
    assert!(
        found.contains("corrections[0]") && found.contains("conflicts[0]"),
        "{found}"
    );
    actor_map(folder, &["new", "--title", "The flood"])
        .assert()
        .code(2)
        .stderr(contains(
            "the-flood.json is there already; --force replaces it",
        ));
    actor_map(folder, &["new", "--title", "The flood", "--force"])
        .assert()
        .code(0)
        .stderr(contains("What is").not());
    check().stdout(contains("0 errors, "));
    actor_map(folder, &["new"])
        .write_stdin("")
        .assert()
        .code(2)
        .stderr(contains("an incident needs a title"));
    actor_map(folder, &["new", "--title", "X", "--id", "Not An Id"])
        .assert()
        .code(1)
        .stderr(contains("error[malformed-id]"));
    actor_map(folder, &["new", "--title", "X", "--disclosed", "soon"])
        .assert()
        .code(2)
        .stderr(contains("a date is written 2025"));
    let of = |date: &str| {
        let new = ["new", "--title", "X", "-o", "-", "--disclosed", date];
        actor_map(folder, &new).assert()
    };
    of("28. 5. 2025")
        .code(0)
        .stdout(contains("\"disclosed\": \"2025-05-28\""));
    of("28. května 2025")
        .code(2)
        .stderr(contains("names of months in other languages are not read"));
    // Two days are no day.
    of("28.5.2025 0:00 - 3.6.2025")
        .code(2)
        .stderr(contains("a date is written 2025"));
    actor_map(folder, &["new", "--title", "X", "-o", "-"])
        .assert()
        .code(0)
        .stdout(contains("\"id\": \"x\""))
        .stderr("");
    // Of a title without Latin letters no id is made, and two such incidents would have the same.
    let arabic = ["new", "--title", "اختراق", "-o", "-"];
    actor_map(folder, &arabic)
        .assert()
        .code(0)
        .stdout(contains("\"id\": \"my-incident\""))
        .stderr(contains("is called \"my-incident\"").and(contains("--id harbour-breach")));
    actor_map(folder, &[&arabic[..], &["--id", "breach"]].concat())
        .assert()
        .code(0)
        .stdout(contains("\"id\": \"breach\""))
        .stderr("");

    actor_map(
        folder,
        &["new", "--title", "The flood", "--sheets", "sheets"],
    )
    .assert()
    .code(0)
    .stderr(contains("actor-map import csv sheets -o the-flood.json"));
    actor_map(folder, &["import", "csv", "sheets", "-o", "back.json"])
        .assert()
        .code(0);
    actor_map(folder, &["diff", "the-flood.json", "back.json"])
        .assert()
        .code(0)
        .stdout("Nothing changed.\n");
    actor_map(
        folder,
        &["new", "--title", "The flood", "--sheets", "sheets"],
    )
    .assert()
    .code(2);
}

#[test]
fn a_wrong_answer_is_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    actor_map(folder, &["new"])
        .write_stdin("\nThe flood\nBad Id\ngood-id\nEnglish\nen\nsoon\n2030\n\n")
        .assert()
        .code(0)
        .stderr(
            contains("an incident needs a title")
                .and(contains("\"Bad Id\" is not an id"))
                .and(contains("\"English\""))
                .and(contains("a date is written 2025"))
                .and(contains("Wrote good-id.json")),
        );
    let file: serde_json::Value = serde_json::from_str(&read(folder, "good-id.json")).unwrap();
    assert_eq!(file["incident"]["disclosed"], "2030");
    actor_map(folder, &["new"])
        .write_stdin("The flood\nBad Id\n")
        .assert()
        .code(0)
        .stderr(contains("Wrote the-flood.json"));
}
