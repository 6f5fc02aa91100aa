//! Several incidents at once: what fails is told and keeps nothing else from being written.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

use super::{files, render, write, write_out};
use crate::corpus;

#[test]
fn an_archive_is_rendered_past_what_fails_and_every_failure_is_told() {
    let folder = TempDir::new().unwrap();
    let mut names: Vec<String> = (1..=30)
        .map(|seed| write(folder.path(), &format!("{seed}.json"), seed))
        .collect();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{\"version\":").unwrap();
    let mut incident = corpus::waived(corpus::incident(5, 6, 77));
    incident["statements"][0]["speaker"] = "nobody".into();
    let partial = write_out(folder.path(), "partial.json", &incident);
    for path in [broken.to_str().unwrap(), &partial] {
        names.insert(3, path.to_owned());
    }
    let out = folder.path().join("out");
    let told = contains("broken.json: ")
        .and(
            contains("partial.json:1:")
                .and(contains(": error[dangling-id] statements[0]"))
                // What follows from it is only counted.
                .and(contains("error[hangs-on]").not()),
        )
        .and(contains("32 incidents in "))
        .and(contains(
            "30 whole, 1 that the check blocks (2 errors), 1 not written",
        ));
    render()
        .args(&names)
        .args(["--as", "element,text", "-o"])
        .arg(&out)
        .assert()
        .code(1)
        .stderr(told);
    let written = files(&out);
    assert_eq!(written.len(), 62, "{written:?}");
    let text = fs::read_to_string(out.join("harbour-77.text.txt")).unwrap();
    assert!(
        text.contains("could not be read and"),
        "the edition says so itself: {text}"
    );
}

#[test]
fn a_picture_with_letters_no_font_has_is_not_written_and_other_files_are() {
    let folder = TempDir::new().unwrap();
    let sound = write(folder.path(), "a.json", 1);
    let mut incident = corpus::incident(6, 8, 2);
    incident["incident"]["title"] = "The harbour \u{10fffe}".into();
    let odd = write_out(folder.path(), "odd.json", &incident);
    let out = folder.path().join("out");
    render()
        .args([&sound, &odd, "--as", "png", "-o"])
        .arg(&out)
        .assert()
        .code(2)
        .stderr(
            contains("odd.json: no font at hand can set “\u{10fffe}” (U+10FFFE)")
                .and(contains("in “The harbour \u{10fffe}”"))
                .and(contains("--font")),
        );
    assert_eq!(files(&out), ["harbour-1.png.png"]);
}
