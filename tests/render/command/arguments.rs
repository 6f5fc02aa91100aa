//! What arguments do, what `--help` says of them, and which are refused.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

use super::{render, write};

#[test]
fn the_theme_that_is_named_is_that_of_the_element() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let rendered = |edition: &str, theme: &[&str]| {
        let output = render()
            .args([&file, "--as", edition])
            .args(theme)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    for (theme, attribute) in [
        (&[][..], "<div><actor-map src=\"a.json\">"),
        (&["--theme", "auto"], "<div><actor-map src=\"a.json\">"),
        (
            &["--theme", "light"],
            "<div><actor-map src=\"a.json\" theme=\"light\">",
        ),
        (
            &["--theme", "dark"],
            "<div><actor-map src=\"a.json\" theme=\"dark\">",
        ),
    ] {
        let html = rendered("element", theme);
        assert!(html.starts_with(attribute), "{theme:?}");
    }
    render()
        .args([&file, "--as", "element", "--theme", "sepia"])
        .assert()
        .code(2)
        .stderr(contains("possible values: auto, light, dark"));
}

#[test]
fn structured_data_names_articles_and_quotations_and_passes_no_verdict() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let arguments = [&file, "--as", "element", "--json-ld", "--no-newlines"];
    let html = render().args(arguments).output().unwrap().stdout;
    let html = scraper::Html::parse_fragment(&String::from_utf8(html).unwrap());
    let script = scraper::Selector::parse("script[type='application/ld+json']").unwrap();
    let data: String = html.select(&script).next().unwrap().text().collect();
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    let types = data["@graph"].to_string();
    for kind in ["NewsArticle", "Quotation", "Claim"] {
        assert!(types.contains(&format!("\"{kind}\"")), "{kind}");
    }
    assert!(!types.contains("ClaimReview"));
}

#[test]
fn the_picture_of_plain_markup_fits_a_phone_with_margins() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    for edition in ["static", "amp"] {
        for (width, wanted) in [(&[][..], "280"), (&["--width", "640"], "640")] {
            let html = render()
                .args([&file, "--as", edition])
                .args(width)
                .output()
                .unwrap()
                .stdout;
            let html = scraper::Html::parse_fragment(&String::from_utf8(html).unwrap());
            let picture = scraper::Selector::parse(".actor-map-picture > svg").unwrap();
            let picture = html.select(&picture).next().unwrap();
            assert_eq!(picture.attr("width"), Some(wanted), "{edition}");
        }
    }
}

#[test]
fn a_command_that_cannot_be_carried_out_says_why() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let cases: [(&[&str], &str); 6] = [
        (&[&file, "--as", "element,text"], "name a folder with -o"),
        (
            &[&file, "--as", "poster"],
            "[possible values: element, static",
        ),
        (&[&file, "--as", "text", "--maps", "9"], "9 is not in 1..=5"),
        (
            &["no-such-file.json", "--as", "text"],
            "no-such-file.json: cannot be read",
        ),
        (
            &["-", "-", "--as", "text", "-o", "out/"],
            "standard input can be read only once",
        ),
        (
            &[&file, "--as", "png", "--font", "no-such-font.ttf"],
            "cannot read the font no-such-font.ttf",
        ),
    ];
    for (arguments, told) in cases {
        assert_cmd::cargo::cargo_bin_cmd!("actor-map")
            .arg("render")
            .args(arguments)
            .current_dir(folder.path())
            .assert()
            .code(2)
            .stderr(contains(told));
    }
    let taken = folder.path().join("taken");
    fs::write(&taken, "").unwrap();
    render()
        .args([&file, "--as", "svg,text", "-o"])
        .arg(&taken)
        .assert()
        .code(2)
        .stderr(contains("is a file"));
}

#[test]
fn what_help_says_to_be_for_the_iframe_is_for_it() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let page = |more: &[&str]| {
        let output = render()
            .args([&file, "--as", "iframe"])
            .args(more)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let (plain, help) = (page(&[]), render().arg("--help").output().unwrap().stdout);
    let help = String::from_utf8(help).unwrap();
    for option in [
        &["--source-base", "/data/"][..],
        &["--inline"],
        &["--heading-level", "2"],
        &["--json-ld"],
        &["--no-script"],
    ] {
        assert_ne!(page(option), plain, "{option:?}");
        let (_, told) = help.split_once(&format!("      {}", option[0])).unwrap();
        let told = told.split_once('\n').unwrap().1.trim_start();
        assert!(told.starts_with("element, iframe"), "{option:?}: {told}");
    }
}

#[test]
fn help_has_examples_and_exit_codes() {
    let help = contains("Examples:")
        .and(contains("Exit status:"))
        .and(contains("--no-newlines"));
    render().arg("--help").assert().code(0).stdout(help);
}
