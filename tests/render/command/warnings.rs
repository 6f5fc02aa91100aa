//! What is written and told of all the same: what the check blocks, pictures that draw nothing, mails that are cut off.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

use super::{render, write, write_out};
use crate::corpus;

/// Like the check without saved texts: the file's waivers count, its warnings do not.
#[test]
fn what_the_check_blocks_is_told_and_written() {
    let folder = TempDir::new().unwrap();
    let mut incident = serde_json::json!({
        "version": 1,
        "incident": {"id": "leak", "title": "The leak", "language": "en"},
        "sources": [{"id": "daily", "publisher": "Example Daily", "headline": "H"}],
        "actors": [
            {"id": "ministry-a", "name": "Ministry A", "kind": "public-body"},
            {"id": "person-b", "name": "B", "kind": "person"}
        ],
        "statements": [{
            "id": "a-accuses", "speaker": "ministry-a", "stance": ["accuse"], "to": ["person-b"],
            "reports": [{"source": "daily", "directness": "direct", "quote": "B did it."}]
        }]
    });
    let rendered = |incident: &serde_json::Value, code| {
        let file = write_out(folder.path(), "person.json", incident);
        let rendered = render()
            .args([&file, "--as", "text"])
            .assert()
            .code(code)
            .stdout(contains("B did it."));
        let told = rendered.get_output().stderr.clone();
        let checked = assert_cmd::cargo::cargo_bin_cmd!("actor-map")
            .args(["check", &file])
            .assert();
        checked.code(code);
        (file, String::from_utf8(told).unwrap())
    };
    let (_, told) = rendered(&incident, 1);
    assert!(told.contains("error[person-on-one-outlet]"), "{told}");
    assert!(
        told.contains("which `actor-map check` blocks the file. It is written nevertheless."),
        "{told}"
    );
    assert!(!told.contains("warning["), "{told}");
    incident = corpus::waived(incident);
    let (file, told) = rendered(&incident, 0);
    assert!(!told.contains("error["), "{told}");
    // Quotations are compared where there is something to compare them with.
    let saved = folder.path().join("saved");
    fs::create_dir(&saved).unwrap();
    let cases = [
        (Some("The ministry said: “B did it.”"), 0, ""),
        (
            Some("The ministry said: “B did nothing of it.”"),
            1,
            "error[quote-not-found]",
        ),
        (
            None,
            1,
            "error[no-source-text] sources[0] “daily”, field \"text\": no saved text named \"daily\" is at hand",
        ),
        (
            Some("The ministry said: “Today B did it. Or not.”"),
            0,
            "about quotations; `actor-map check ",
        ),
    ];
    for (text, code, wanted) in cases {
        match text {
            Some(text) => fs::write(saved.join("daily.txt"), text).unwrap(),
            None => fs::remove_file(saved.join("daily.txt")).unwrap(),
        }
        let rendered = render()
            .args([&file, "--as", "text", "--sources"])
            .arg(&saved)
            .assert()
            .code(code);
        let told = String::from_utf8(rendered.get_output().stderr.clone()).unwrap();
        assert!(told.contains(wanted), "{told}");
        assert_eq!(told.contains("error["), code == 1, "{told}");
        assert_eq!(
            told.contains("the check has"),
            wanted.contains("about"),
            "{told}"
        );
    }
}

#[test]
fn what_a_picture_does_not_draw_is_told_with_file_edition_and_cure() {
    let folder = TempDir::new().unwrap();
    let incident = corpus::waived(corpus::incident(30, 50, 1));
    let many = write_out(folder.path(), "many.json", &incident);
    let small = write(folder.path(), "a.json", 2);
    let many = many.as_str();
    // With one file and with several.
    for files in [vec![many], vec![many, &small]] {
        render()
            .args(files)
            .args(["--as", "static,amp,text", "-o"])
            .arg(folder.path().join("out"))
            .assert()
            .code(0)
            .stderr(
                contains("many.json: static: none of ")
                    .and(contains("many.json: amp: none of "))
                    .and(contains("--width 640 draws them."))
                    .and(contains("a.json: static: none").count(0)),
            );
    }
    render()
        .args([many, "--as", "static", "--width", "640"])
        .assert()
        .code(0)
        .stderr(contains("none of ").not())
        .stdout(contains("too many to be told apart").not());
}

#[test]
fn a_mail_that_some_programs_cut_off_is_told_with_its_size() {
    let folder = TempDir::new().unwrap();
    let small = write(folder.path(), "a.json", 1);
    let mut incident = corpus::waived(corpus::incident(8, 30, 2));
    for statement in incident["statements"].as_array_mut().unwrap() {
        statement["reports"][0]["quote"] = "Word for word. ".repeat(300).trim_end().into();
    }
    let long = write_out(folder.path(), "long.json", &incident);
    let base = ["--page-base", "https://example.org/maps/"];
    for (more, cure) in [
        (&[][..], "With --page-base it links"),
        (&base, "The link at its beginning"),
    ] {
        let mut command = render();
        command
            .args([&small, &long, "--as", "email", "-o", "out/"])
            .args(more);
        let told = command.current_dir(folder.path()).output().unwrap();
        assert_eq!(told.status.code(), Some(0));
        let told = String::from_utf8(told.stderr).unwrap();
        let size = fs::metadata(folder.path().join("out/harbour-2.email.html"))
            .unwrap()
            .len();
        let wanted = format!(
            "long.json: email: {} KB, and some mail programs",
            size.div_ceil(1024)
        );
        assert!(
            size > 102_400 && told.contains(&wanted) && told.contains(cure),
            "{told}"
        );
        assert!(!told.contains("a.json: email"), "{told}");
    }
}
