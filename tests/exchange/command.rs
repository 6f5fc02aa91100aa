//! The commands from outside: what they write, what they say, how they end.

use std::fs;
use std::path::Path;

use actor_map::exchange::MAX_INPUT_BYTES;
use actor_map::exchange::schema::schema_text;
use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;

use crate::{at, of_project};

fn actor_map(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("actor-map").unwrap();
    command.current_dir(folder).args(arguments);
    command
}

fn whole() -> String {
    of_project("tests/check/cases/whole.json")
        .display()
        .to_string()
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

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
    actor_map(folder, &["check", "the-flood.json"])
        .assert()
        .code(0)
        .stdout(contains("0 errors, 0 warnings"));
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
    actor_map(folder, &["check", "the-flood.json"])
        .assert()
        .code(0)
        .stdout(contains("0 errors, 0 warnings"));
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

/// Not by a slip of the hand either: `-o` with the file itself.
#[test]
fn nothing_that_is_made_of_an_incident_is_written_over_one() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |arguments: &[&str]| actor_map(folder, arguments).assert();
    run(&["new", "--title", "The flood", "-o", "flood.json"]).code(0);
    let work = read(folder, "flood.json");
    fs::write(folder.join("broken.json"), work.replacen('[', "[[", 1)).unwrap();
    let broken = read(folder, "broken.json");
    for over in ["flood.json", "broken.json"] {
        let over = |arguments: &[&str]| {
            run(&[arguments, &["-o", over]].concat())
                .code(2)
                .stderr(contains(format!("{over} is an incident file")));
        };
        for kind in ["text", "element", "svg"] {
            over(&["render", "flood.json", "--as", kind]);
        }
        for format in ["json-ld", "stix", "graphml", "gexf", "oligrapher"] {
            over(&["export", format, "flood.json"]);
        }
        over(&["schema"]);
    }
    assert_eq!(
        [read(folder, "flood.json"), read(folder, "broken.json")],
        [work, broken]
    );
    // What was made before is made anew, with the incident in it or without.
    for _ in 0..2 {
        for kind in ["element", "iframe"] {
            run(&[
                "render",
                "flood.json",
                "--as",
                kind,
                "--inline",
                "-o",
                "out/",
            ])
            .code(0);
        }
        run(&["export", "stix", "flood.json", "-o", "flood.stix.json"]).code(0);
        run(&["schema", "-o", "schema.json"]).code(0);
    }
}

/// The sheets of another incident, or a file with work that the sheets do not have.
#[test]
fn nothing_is_written_over_that_would_be_lost() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |arguments: &[&str]| actor_map(folder, arguments).assert();
    run(&["new", "--title", "The flood", "-o", "flood.json"]).code(0);
    run(&["export", "csv", &whole(), "-o", "sheets"]).code(0);
    run(&["export", "csv", &whole(), "-o", "sheets.zip"]).code(0);
    // Every day: the same sheets into the same file, and back.
    for _ in 0..2 {
        run(&["import", "csv", "sheets", "-o", "hack.json"]).code(0);
        run(&["export", "csv", "hack.json", "-o", "sheets"]).code(0);
    }
    let statements = read(folder, "sheets/statements.csv");
    fs::write(
        folder.join("sheets/statements.csv"),
        statements.replace("Group B did it.", "Group B has done it."),
    )
    .unwrap();
    assert!(!folder.join("hack.json.bak").exists());
    run(&["import", "csv", "sheets", "-o", "hack.json"]).code(0);
    assert!(read(folder, "hack.json").contains("Group B has done it."));
    assert!(read(folder, "hack.json.bak").contains("Group B did it."));

    let other = contains("is of another incident, \"ministry-hack\"; this one is \"the-flood\"");
    for target in ["sheets", "sheets.zip"] {
        let before = fs::metadata(folder.join("sheets.zip")).unwrap().len();
        run(&["export", "csv", "flood.json", "-o", target])
            .code(2)
            .stderr(other.clone().and(contains("--force")));
        assert_eq!(
            fs::metadata(folder.join("sheets.zip")).unwrap().len(),
            before
        );
    }
    run(&["import", "csv", "sheets", "-o", "flood.json"])
        .code(2)
        .stderr(contains("is of another incident"));
    // A sheet is gone.
    let before = read(folder, "hack.json");
    fs::remove_file(folder.join("sheets/corrections.csv")).unwrap();
    run(&["import", "csv", "sheets", "-o", "hack.json"])
        .code(2)
        .stderr(contains(
            "hack.json has what would be lost: the correction of",
        ));
    assert_eq!(read(folder, "hack.json"), before);
    run(&["import", "csv", "sheets", "-o", "hack.json", "--force"]).code(0);
    // The way back brings it in again.
    run(&["export", "csv", &whole(), "-o", "sheets"]).code(0);
    run(&["export", "csv", "hack.json", "-o", "sheets"])
        .code(2)
        .stderr(contains("sheets has what would be lost: the correction of"));
    // What cannot be read may be somebody's work all the same.
    fs::write(folder.join("draft.json"), "{ \"version\": 1, ").unwrap();
    run(&["import", "csv", "sheets", "-o", "draft.json"])
        .code(2)
        .stderr(contains("draft.json is there already"));
    fs::write(folder.join("sheets/camps.csv"), "id,title\na,\"A\n").unwrap();
    run(&["export", "csv", &whole(), "-o", "sheets"])
        .code(2)
        .stderr(contains("camps.csv, row 2"));
    run(&["export", "csv", &whole(), "-o", "sheets", "--force"]).code(0);
    // An empty file, and a folder of other things, are nothing to lose.
    fs::write(folder.join("empty.json"), "\n").unwrap();
    run(&["import", "csv", "sheets", "-o", "empty.json"]).code(0);
    fs::create_dir(folder.join("other")).unwrap();
    fs::write(folder.join("other/book.xlsx"), "").unwrap();
    run(&["export", "csv", &whole(), "-o", "other"]).code(0);
}

/// Sheets that are older than the file, and a file that is older than the sheets, look like edited ones: values are replaced, told
/// of, and kept.
#[test]
fn what_is_replaced_is_told_of_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |arguments: &[&str]| actor_map(folder, arguments).assert();
    let import = ["import", "csv", "sheets", "-o", "hack.json"];
    let export = ["export", "csv", "hack.json", "-o", "sheets"];
    run(&["export", "csv", &whole(), "-o", "sheets"]).code(0);
    run(&import).code(0);
    let exported = read(folder, "hack.json");
    // What is only added by the sheets replaces nothing.
    let mut shorter: serde_json::Value = serde_json::from_str(&exported).unwrap();
    let actor = shorter["actors"][0].as_object_mut().unwrap();
    assert!(actor.remove("about").is_some());
    let shorter = shorter.to_string();
    let corrected = exported.replacen("Group B did it.", "Group B has done it.", 1);
    for (file, told) in [
        (&exported, None),
        (&shorter, None),
        (
            &corrected,
            Some(
                "1 change replaces what was there:\n    Statement \"a-accuses\" (ministry-a): the report of \"daily\", part 1: the quote was reworded: “Group B [-has done-]{+did+} it.”\nnote: What was there is kept as hack.json.bak.\n",
            ),
        ),
    ] {
        fs::write(folder.join("hack.json"), file).unwrap();
        let told = told.map(|told| format!("hack.json: {told}"));
        let said = run(&import).code(0);
        let said = String::from_utf8_lossy(&said.get_output().stderr).into_owned();
        assert!(said.contains(told.as_deref().unwrap_or_default()), "{said}");
        assert_eq!(said.contains("kept as"), told.is_some(), "{said}");
    }
    assert_eq!(read(folder, "hack.json.bak"), corrected);
    // What was kept once is not kept twice, and never replaced; not even by what is forced.
    fs::write(folder.join("hack.json"), &corrected).unwrap();
    run(&import)
        .code(0)
        .stderr(contains("kept as hack.json.bak."));
    let other = corrected.replace("has done it", "had done it");
    fs::write(folder.join("hack.json"), &other).unwrap();
    run(&[&import[..], &["--force"]].concat())
        .code(0)
        .stderr(contains("kept as hack.json.2.bak."));
    assert_eq!(read(folder, "hack.json.bak"), corrected);
    assert_eq!(read(folder, "hack.json.2.bak"), other);

    // The other way: sheets that a colleague worked in.
    let sheet = read(folder, "sheets/statements.csv");
    let edited = sheet.replacen("Group B did it.", "Group B has done it.", 1);
    fs::write(folder.join("sheets/statements.csv"), &edited).unwrap();
    run(&export)
        .code(0)
        .stderr(
            contains("sheets: 1 change replaces what was there:").and(contains(
                "What was there is kept as sheets/statements.csv.bak.",
            )),
        );
    assert_eq!(read(folder, "sheets/statements.csv.bak"), edited);
    run(&import).code(0);
    // Notes of her own are in the sheets alone.
    let lines = sheet.lines().enumerate();
    let noted: Vec<String> = lines
        .map(|(at, line)| format!("{line},{}", ["(desk)", "ask the lawyer"][at.min(1)]))
        .collect();
    let noted = noted.join("\r\n");
    fs::write(folder.join("sheets/statements.csv"), &noted).unwrap();
    run(&export).code(2).stderr(contains(
        "sheets has what would be lost: the column \"(desk)\" of statements.csv (",
    ));
    assert_eq!(read(folder, "sheets/statements.csv"), noted);
    run(&[&export[..], &["--force"]].concat()).code(0);
    assert_eq!(read(folder, "sheets/statements.csv.2.bak"), noted);
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
fn a_change_is_told_on_one_line_that_no_terminal_obeys() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let text = fs::read_to_string(whole()).unwrap();
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

#[test]
fn every_export_is_written_to_a_file_or_the_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (format, begins) in [
        ("stix", "{\n  \"type\": \"bundle\""),
        ("json-ld", "{\n  \"@context\""),
        ("graphml", "<?xml"),
        ("gexf", "<?xml"),
        ("oligrapher", "{\n  \"attributes\""),
    ] {
        actor_map(folder, &["export", format, &whole(), "-o", format])
            .assert()
            .code(0)
            .stdout("")
            .stderr("");
        assert!(read(folder, format).starts_with(begins), "{format}");
        actor_map(folder, &["export", format, &whole(), "-o", "-"])
            .assert()
            .code(0)
            .stdout(read(folder, format));
    }
    actor_map(
        folder,
        &[
            "export",
            "stix",
            &whole(),
            "-o",
            "-",
            "--publisher",
            "Example Daily",
        ],
    )
    .assert()
    .code(0)
    .stdout(contains("\"created_by_ref\""));
    // Nothing is left lying about.
    assert_eq!(fs::read_dir(folder).unwrap().count(), 5);
}

#[test]
fn the_schema_is_printed_or_written() {
    let folder = tempfile::tempdir().unwrap();
    let printed = actor_map(folder.path(), &["schema"]).assert().code(0);
    // Some 2,650 lines, which nobody should have to read; the published file is compared in `published_schema.rs`.
    assert!(
        printed.get_output().stdout == schema_text().unwrap().as_bytes(),
        "`actor-map schema` prints another text than `schema_text` makes"
    );
    actor_map(folder.path(), &["schema", "-o", "s.json"])
        .assert()
        .code(0)
        .stdout("");
    assert!(read(folder.path(), "s.json").contains("2020-12"));
}

#[test]
fn a_correction_is_written_into_the_newer_version() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let newer = fs::read_to_string(whole())
        .unwrap()
        .replace("The hack began", "The attack began");
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
    let noted = fs::read_to_string(whole()).unwrap().replacen(
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
    let newer = fs::read_to_string(whole()).unwrap();
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
fn wrong_data_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("cut.json"), &fs::read(whole()).unwrap()[..500]).unwrap();
    let utf_16: Vec<u8> = "\u{feff}{}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(folder.join("utf-16.json"), utf_16).unwrap();
    fs::write(folder.join("book.xlsx"), b"PK\x03\x04 cut").unwrap();
    fs::write(folder.join("large.json"), vec![b' '; MAX_INPUT_BYTES + 1]).unwrap();
    for (arguments, told) in [
        (&["export", "stix", "cut.json", "-o", "out"][..], "cut off"),
        (&["export", "csv", "utf-16.json", "-o", "out"], "UTF-16"),
        (
            &["export", "csv", "large.json", "-o", "out"],
            "error[limit] large.json: The file has more than 50000000 bytes",
        ),
        (&["import", "stix", "cut.json", "-o", "out"], "cut off"),
        (
            &["import", "stix", "large.json", "-o", "out"],
            "error[limit]",
        ),
        (
            &["import", "csv", "large.json", "-o", "out"],
            "error[limit]",
        ),
        (
            &["import", "csv", "book.xlsx", "-o", "out"],
            "This is a workbook of a spreadsheet program",
        ),
        (&["diff", "cut.json", "cut.json"], "cut off"),
    ] {
        actor_map(folder, arguments)
            .assert()
            .code(1)
            .stdout("")
            .stderr(contains(told).and(contains("1 error; nothing was written.")));
        assert!(!folder.join("out").exists());
    }
}

#[test]
fn a_wrong_command_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (arguments, told) in [
        (
            &["import", "csv", "no-such-folder", "-o", "out"][..],
            "cannot read no-such-folder",
        ),
        (&["import", "xlsx", "a", "-o", "out"], "csv, stix"),
        (&["import", "csv", "a"], "--output"),
        (
            &["import", "csv", ".", "-o", "out", "--encoding", "klingon"],
            "windows-1252",
        ),
        (
            &[
                "import",
                "stix",
                &at("report.json").display().to_string(),
                "-o",
                "no/such/folder.json",
            ],
            "cannot write no/such/folder.json",
        ),
        (
            &[
                "import",
                "stix",
                &at("report.json").display().to_string(),
                "-o",
                ".",
            ],
            "is a folder",
        ),
        (
            &["export", "stix", "no-such-file.json", "-o", "out"],
            "cannot read no-such-file.json",
        ),
        (
            &["export", "gexf", &whole(), "-o", "out", "--publisher", "X"],
            "--publisher is for stix alone",
        ),
        (&["diff", &whole()], "NEWER"),
        (
            &["diff", "-", "-"],
            "standard input can be read only once, and \"-\" stands 2 times",
        ),
        (&["schema", "--nonsense"], "--nonsense"),
    ] {
        actor_map(folder, arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(told));
    }
}

#[test]
fn every_help_names_examples_and_exit_statuses() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["new", "import", "export", "diff"] {
        actor_map(folder.path(), &[command, "--help"])
            .assert()
            .code(0)
            .stdout(contains("Examples:").and(contains("Exit status:")));
    }
}
