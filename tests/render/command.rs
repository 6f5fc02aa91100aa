//! `actor-map render` as a newsroom calls it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

use crate::corpus;

fn render() -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("actor-map");
    // One layout for each map: how good it is is tested elsewhere.
    command.args(["render", "--seeds", "1", "--maps", "1"]);
    command
}

fn write(folder: &Path, name: &str, seed: u64) -> String {
    let path = folder.join(name);
    let incident = corpus::waived(corpus::incident(6, 8, seed));
    fs::write(&path, incident.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

fn files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

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
        (&[][..], "<actor-map src=\"a.json\">"),
        (&["--theme", "auto"], "<actor-map src=\"a.json\">"),
        (
            &["--theme", "light"],
            "<actor-map src=\"a.json\" theme=\"light\">",
        ),
        (
            &["--theme", "dark"],
            "<actor-map src=\"a.json\" theme=\"dark\">",
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
            .starts_with("<actor-map src=\"a.json\">")
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
            .starts_with("<actor-map src=\"harbour-3.json\">")
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
fn no_edition_has_a_character_that_cannot_be_printed() {
    let folder = TempDir::new().unwrap();
    let mut incident = corpus::waived(corpus::incident(6, 8, 1));
    let odd = "a\0b\u{1f}c\u{fffe}d\u{ffff}e\tf\ng";
    incident["incident"]["title"] = odd.into();
    incident["actors"][0]["name"] = odd.into();
    for statement in incident["statements"].as_array_mut().unwrap() {
        statement["reports"][0]["quote"] = odd.into();
    }
    let file = folder.path().join("a.json");
    fs::write(&file, incident.to_string()).unwrap();
    let out = folder.path().join("out");
    let kinds = "element,static,iframe,amp,email,svg,text,markdown";
    render()
        .args([file.to_str().unwrap(), "--as", kinds, "--inline", "-o"])
        .arg(&out)
        .assert()
        .code(0);
    for name in files(&out) {
        let text = fs::read_to_string(out.join(&name)).unwrap();
        let unprintable = |char: char| {
            (char.is_ascii_control() && !"\t\n".contains(char)) || "\u{fffe}\u{ffff}".contains(char)
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
        let source = format!("<actor-map src=\"/data/{address}\">");
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

#[test]
fn an_archive_is_rendered_past_what_fails_and_every_failure_is_told() {
    let folder = TempDir::new().unwrap();
    let mut names: Vec<String> = (1..=30)
        .map(|seed| write(folder.path(), &format!("{seed}.json"), seed))
        .collect();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{\"version\":").unwrap();
    let partial = folder.path().join("partial.json");
    let mut incident = corpus::waived(corpus::incident(5, 6, 77));
    incident["statements"][0]["speaker"] = "nobody".into();
    fs::write(&partial, incident.to_string()).unwrap();
    for path in [&broken, &partial] {
        names.insert(3, path.to_str().unwrap().to_owned());
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

/// Like the check without saved texts: the file's waivers count, its warnings do not.
#[test]
fn what_the_check_blocks_is_told_and_written() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("person.json");
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
        fs::write(&file, incident.to_string()).unwrap();
        let rendered = render()
            .args([file.to_str().unwrap(), "--as", "text"])
            .assert()
            .code(code)
            .stdout(contains("B did it."));
        let told = rendered.get_output().stderr.clone();
        let checked = assert_cmd::cargo::cargo_bin_cmd!("actor-map")
            .args(["check", file.to_str().unwrap()])
            .assert();
        checked.code(code);
        String::from_utf8(told).unwrap()
    };
    let told = rendered(&incident, 1);
    assert!(told.contains("error[person-on-one-outlet]"), "{told}");
    assert!(
        told.contains("which `actor-map check` blocks the file. It is written nevertheless."),
        "{told}"
    );
    assert!(!told.contains("warning["), "{told}");
    incident = corpus::waived(incident);
    let told = rendered(&incident, 0);
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
            .args([file.to_str().unwrap(), "--as", "text", "--sources"])
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
    let path = folder.path().join("many.json");
    let incident = corpus::waived(corpus::incident(30, 50, 1));
    fs::write(&path, incident.to_string()).unwrap();
    let small = write(folder.path(), "a.json", 2);
    let many = path.to_str().unwrap();
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
fn a_mail_that_some_programs_cut_off_is_told_with_its_size() {
    let folder = TempDir::new().unwrap();
    let small = write(folder.path(), "a.json", 1);
    let mut incident = corpus::waived(corpus::incident(8, 30, 2));
    for statement in incident["statements"].as_array_mut().unwrap() {
        statement["reports"][0]["quote"] = "Word for word. ".repeat(300).trim_end().into();
    }
    let long = folder.path().join("long.json");
    fs::write(&long, incident.to_string()).unwrap();
    let base = ["--page-base", "https://example.org/maps/"];
    for (more, cure) in [
        (&[][..], "With --page-base it links"),
        (&base, "The link at its beginning"),
    ] {
        let mut command = render();
        command
            .args([
                &small,
                long.to_str().unwrap(),
                "--as",
                "email",
                "-o",
                "out/",
            ])
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

#[test]
fn two_incidents_of_one_id_do_not_overwrite_each_other() {
    let folder = TempDir::new().unwrap();
    let names = [
        write(folder.path(), "a.json", 1),
        write(folder.path(), "b.json", 1),
    ];
    let out = folder.path().join("out");
    render()
        .args(&names)
        .args(["--as", "text", "-o"])
        .arg(&out)
        .assert()
        .code(2)
        .stderr(contains("two incidents have one id"));
}

#[test]
fn what_replaces_the_edition_of_another_file_in_a_folder_is_told() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out/");
    let run = |file: &str| {
        let mut command = render();
        command.args([file, "--as", "text", "-o"]).arg(&out);
        command.assert().code(0)
    };
    let told = |said: &str| contains(said.to_owned()).and(contains("harbour-1.text.txt. If"));
    let (first, named_so) = (
        write(folder.path(), "a.json", 1),
        write(folder.path(), "harbour-1.json", 1),
    );
    let other = write(folder.path(), "b.json", 1);
    let longer = fs::read_to_string(&other)
        .unwrap()
        .replace("The harbour affair", "The other affair");
    fs::write(&other, longer).unwrap();
    run(&first).stderr(contains("replaced").not());
    // The same edition once more replaces nothing.
    run(&first).stderr(contains("replaced").not());
    run(&other).stderr(told("b.json: replaced ").and(contains("the id \"harbour-1\"")));
    // A file that is called as its incident is where the edition comes from.
    run(&named_so).stderr(contains("replaced").not());
}

#[cfg(unix)]
#[test]
fn no_link_in_a_folder_is_written_through() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "a.json", 1);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    let page = folder.path().join("front-page.html");
    let link = out.join("harbour-1.text.txt");
    std::os::unix::fs::symlink(&page, &link).unwrap();
    let run = |out: &Path, code| {
        let mut command = render();
        command.args([&file, "--as", "text", "-o"]).arg(out);
        command.assert().code(code)
    };
    let refused = || contains("harbour-1.text.txt is a symbolic link");
    run(&out, 2).stderr(refused());
    assert!(!page.exists());
    fs::write(&page, "Another page").unwrap();
    run(&out, 2).stderr(refused());
    assert_eq!(fs::read_to_string(&page).unwrap(), "Another page");
    // Whoever names the link means what it leads to.
    run(&link, 0);
    assert!(link.is_symlink() && fs::read_to_string(&page).unwrap().contains("harbour"));
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
fn a_picture_with_letters_no_font_has_is_not_written_and_other_files_are() {
    let folder = TempDir::new().unwrap();
    let sound = write(folder.path(), "a.json", 1);
    let mut incident = corpus::incident(6, 8, 2);
    incident["incident"]["title"] = "The harbour \u{10fffe}".into();
    let odd = folder.path().join("odd.json");
    fs::write(&odd, incident.to_string()).unwrap();
    let out = folder.path().join("out");
    render()
        .args([&sound, odd.to_str().unwrap(), "--as", "png", "-o"])
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
