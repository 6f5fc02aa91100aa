//! `import stix`: what is left to do, and what is kept aside.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use super::read;
use crate::{actor_map, at};

#[test]
fn stix_is_imported_with_what_is_left_to_do_and_what_is_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let report = at("report.json").display().to_string();
    let imported = actor_map(folder, &["import", "stix", &report, "-o", "story.json"])
        .assert()
        .code(0)
        .stdout("");
    imported.stderr(
        contains("warning[marking]: The bundle marks objects as TLP:AMBER")
            .and(contains("note: What was kept aside is in story.aside.json."))
            .and(contains("to do: Claim \"group-b-targets-ministry-a\": only the report says so."))
            .and(contains("group-b-against-ministry-a: 5 actors, 2 sources, 2 relations, 2 statements, 1 event;")),
    );
    actor_map(folder, &["check", "story.json"])
        .assert()
        .code(0)
        .stdout(contains("0 errors"));
    assert!(read(folder, "story.aside.json").contains("\"x-example\""));
    actor_map(
        folder,
        &[
            "import",
            "stix",
            "-",
            "-o",
            "-",
            "--title",
            "Another title",
            "--language",
            "cs",
        ],
    )
    .write_stdin(fs::read(&report).unwrap())
    .assert()
    .code(0)
    .stdout(contains("\"title\": \"Another title\"").and(contains("\"language\": \"cs\"")))
    .stderr(contains("name a file with --aside"));
}

#[test]
fn what_was_kept_aside_before_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let report = at("report.json").display().to_string();
    let import = ["import", "stix", &report, "-o", "story.json"];
    let kept = "story.aside.json.bak";
    fs::write(folder.join("story.aside.json"), "An editor's notes").unwrap();
    actor_map(folder, &import)
        .assert()
        .code(0)
        .stderr(contains(format!("note: What was there is kept as {kept}.")));
    assert_eq!(read(folder, kept), "An editor's notes");
    assert!(read(folder, "story.aside.json").contains("\"x-example\""));
    // The same once more replaces nothing.
    fs::remove_file(folder.join(kept)).unwrap();
    actor_map(folder, &import)
        .assert()
        .code(0)
        .stderr(contains("What was there").not());
    assert!(!folder.join(kept).exists());
    // Nor is an incident written over.
    let incident = read(folder, "story.json");
    let over = [&import[..], &["--aside", "story.json"]].concat();
    actor_map(folder, &over)
        .assert()
        .code(2)
        .stderr(contains("story.json is an incident file"));
    assert_eq!(read(folder, "story.json"), incident);
}
