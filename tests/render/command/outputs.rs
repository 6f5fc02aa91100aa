//! From a file or standard input to standard output, a file or a folder: one edition or all.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

use super::{files, render, write, write_out};
use crate::corpus;

#[test]
fn one_edition_goes_to_standard_output_to_a_file_or_into_a_folder() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    render()
        .args([&file, "--as", "text"])
        .assert()
        .code(0)
        .stdout(contains("The harbour affair, case 1\n===="));
    let out = folder.path().join("a.html");
    let note = contains("beyond its own quotations and names").and(contains("a.html"));
    render()
        .args([&file, "--as", "element", "-o"])
        .arg(&out)
        .assert()
        .code(0)
        .stdout("")
        .stderr(note);
    assert!(
        fs::read_to_string(out)
            .unwrap()
            .starts_with("<div><actor-map src=\"a.json\">")
    );
    let into = folder.path().join("out/");
    render()
        .args([&file, "--as", "markdown", "-o"])
        .arg(&into)
        .assert()
        .code(0);
    assert_eq!(files(&into), ["harbour-1.markdown.md"]);
}

#[test]
fn standard_input_is_read() {
    let json = corpus::waived(corpus::incident(4, 5, 3)).to_string();
    let out = render()
        .args(["-", "--as", "element"])
        .write_stdin(json)
        .output()
        .unwrap();
    assert!(out.status.success());
    assert!(
        String::from_utf8(out.stdout)
            .unwrap()
            .starts_with("<div><actor-map src=\"harbour-3.json\">")
    );
}

#[test]
fn every_edition_of_an_incident_can_be_had_at_once() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let out = folder.path().join("out");
    let kinds = "element,static,iframe,amp,email,svg,png,text,markdown";
    render()
        .args([&file, "--as", kinds, "-o"])
        .arg(&out)
        .assert()
        .code(0);
    let expected = [
        "amp.html",
        "element.html",
        "email.html",
        "iframe.fixed.html",
        "iframe.html",
        "iframe.oembed.json",
        "iframe.snippet.html",
        "markdown.md",
        "png.png",
        "static.html",
        "svg.svg",
        "text.txt",
    ];
    assert_eq!(
        files(&out),
        expected.map(|ending| format!("harbour-1.{ending}"))
    );
}

#[test]
fn no_edition_has_a_character_that_cannot_be_printed() {
    let folder = TempDir::new().unwrap();
    let mut incident = corpus::waived(corpus::incident(6, 8, 1));
    let odd = "a\0b\u{1f}c\u{fffe}d\u{ffff}e\tf\ng\u{7f}h\u{92}";
    incident["incident"]["title"] = odd.into();
    incident["actors"][0]["name"] = odd.into();
    for statement in incident["statements"].as_array_mut().unwrap() {
        statement["reports"][0]["quote"] = odd.into();
    }
    let file = write_out(folder.path(), "a.json", &incident);
    let out = folder.path().join("out");
    let kinds = "element,static,iframe,amp,email,svg,text,markdown";
    render()
        .args([&file, "--as", kinds, "--inline", "-o"])
        .arg(&out)
        .assert()
        .code(0);
    for name in files(&out) {
        let text = fs::read_to_string(out.join(&name)).unwrap();
        let unprintable = |char: char| {
            (char.is_control() && !"\t\n".contains(char)) || "\u{fffe}\u{ffff}".contains(char)
        };
        assert!(!text.contains(unprintable), "{name}");
        // A picture leaves them out.
        assert!(
            name.ends_with(".svg") || text.contains("a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e"),
            "{name}"
        );
        // Only what the program reads has them as numbers.
        assert!(
            !name.contains("oembed") || !text.contains("\\u0000"),
            "{name}"
        );
    }
}
