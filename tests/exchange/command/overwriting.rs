//! What is written over: never an incident by what is made of one, no work that would be lost, and what is replaced is told
//! of and kept.

use std::fs;

use predicates::prelude::*;
use predicates::str::contains;

use super::read;
use crate::{actor_map, whole};

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
