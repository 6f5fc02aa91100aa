//! The addresses that editions hold: of the data, of an iframe's page and of the files beside it.

use std::fs;

use predicates::str::contains;
use tempfile::TempDir;

use super::{files, render, write};

#[test]
fn the_page_of_an_iframe_leads_to_its_oembed_answer_and_the_answer_to_the_page() {
    const BASE: &str = "https://example.org/maps/";
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let out = folder.path().join("out/");
    render()
        .args([&file, "--as", "iframe", "--page-base", BASE, "-o"])
        .arg(&out)
        .assert()
        .code(0);
    let page = fs::read_to_string(out.join("harbour-1.iframe.html")).unwrap();
    let (head, _) = page.split_once("</head>").unwrap();
    let (_, link) = head
        .split_once("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"")
        .unwrap();
    let (address, _) = link.split_once('"').unwrap();
    let name = address.strip_prefix(BASE).unwrap();
    let answer = fs::read_to_string(out.join(name)).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let html = answer["html"].as_str().unwrap();
    assert!(
        html.starts_with(&format!("<iframe src=\"{BASE}harbour-1.iframe.html\"")),
        "{html}"
    );
}

#[test]
fn what_is_pasted_frames_the_page_as_it_is_named() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    render()
        .args([&file, "--as", "iframe", "-o"])
        .arg(out.join("x.html"))
        .assert()
        .code(0);
    let companions = ["x.fixed.html", "x.oembed.json", "x.snippet.html"];
    let written = files(&out);
    assert_eq!(written[0], "x.fixed.html");
    assert_eq!(written[1..], ["x.html", "x.oembed.json", "x.snippet.html"]);
    for name in companions {
        let text = fs::read_to_string(out.join(name)).unwrap();
        let text = text.replace("\\\"", "\"");
        assert!(text.contains("iframe src=\"x.html\""), "{name}: {text}");
    }
}

#[test]
fn two_pages_of_one_incident_have_each_their_own_files_beside_them() {
    const BASE: &str = "https://example.org/maps/";
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let pages = ["light", "dark"];
    for theme in pages {
        render()
            .args([
                &file,
                "--as",
                "iframe",
                "--page-base",
                BASE,
                "--theme",
                theme,
                "-o",
            ])
            .arg(out.join(theme).with_extension("html"))
            .assert()
            .code(0);
    }
    assert_eq!(files(&out).len(), 8);
    for theme in pages {
        let read =
            |ending: &str| fs::read_to_string(out.join(theme).with_extension(ending)).unwrap();
        let frame = format!("iframe src=\"{BASE}{theme}.html\"");
        for ending in ["snippet.html", "fixed.html", "oembed.json"] {
            assert!(
                read(ending).replace("\\\"", "\"").contains(&frame),
                "{theme}: {ending}"
            );
        }
        let link = format!("href=\"{BASE}{theme}.oembed.json\"");
        assert!(read("html").contains(&link), "{theme}");
    }
}

#[test]
fn what_is_pasted_without_a_whole_address_is_told_once() {
    let folder = TempDir::new().unwrap();
    let files = [1, 2].map(|seed| write(folder.path(), &format!("{seed}.json"), seed));
    let base = ["--page-base", "https://example.org/maps/"];
    for (kind, more, out, times) in [
        ("iframe", &[][..], "out/", 1),
        ("iframe", &base, "out/", 0),
        ("element", &[], "out/", 0),
        ("iframe", &[], "-", 0),
    ] {
        let files = if out == "-" { &files[..1] } else { &files };
        render()
            .args(files)
            .args(["--as", kind, "-o", out])
            .args(more)
            .current_dir(folder.path())
            .assert()
            .code(0)
            .stderr(contains("without --page-base the snippet").count(times));
    }
}

#[test]
fn names_of_files_are_encoded_in_addresses() {
    let folder = TempDir::new().unwrap();
    for (name, address) in [
        ("flood-2.old_1~.json", "flood-2.old_1~.json"),
        ("a#b?c%20d.json", "a%23b%3Fc%2520d.json"),
        // Else "data" would be a scheme.
        ("data:a b.json", "data%3Aa%20b.json"),
        ("\"ž<&'.json", "%22%C5%BE%3C%26%27.json"),
    ] {
        let file = write(folder.path(), name, 1);
        let source = format!("<div><actor-map src=\"/data/{address}\">");
        render()
            .args([&file, "--as", "element", "--source-base", "/data"])
            .assert()
            .code(0)
            .stdout(predicates::str::starts_with(source));
    }
    let file = write(folder.path(), "a.json", 1);
    render()
        .args([&file, "--as", "iframe", "-o"])
        .arg(folder.path().join("50% x.html"))
        .assert()
        .code(0);
    let snippet = fs::read_to_string(folder.path().join("50% x.fixed.html")).unwrap();
    assert!(snippet.contains(" src=\"50%25%20x.html\""), "{snippet}");
}
