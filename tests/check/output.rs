//! What `actor-map check` prints, in each format, and how it meets files that are none.

use std::io::{self, Write};
use std::{fs, iter};

use actor_map::incident::limits::{MAX_BYTES, MAX_DEPTH};
use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::{Value, json};

use crate::at;
use crate::edits::Edit::{self, Append, Replace};
use crate::edits::changed;

/// The incident is said to have begun after it was disclosed.
const EARLY: Edit<'_> = Replace("\"began\": \"2029\"", "\"began\": \"2031\"");

fn check() -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("actor-map");
    command.current_dir(at("")).arg("check");
    command
}

/// The base file with these edits, in a folder of its own; `check` on it.
pub fn edited(edits: &[Edit<'_>]) -> (tempfile::TempDir, Command) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hack.json"), changed(edits)).unwrap();
    let mut command = check();
    command.current_dir(folder.path()).arg("hack.json");
    (folder, command)
}

/// What `check` prints for programs.
pub fn json_of(command: &mut Command, code: i32) -> Value {
    let output = command.args(["--format", "json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(code));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn people_read_place_rule_cause_and_remedy() {
    let (_folder, mut command) = edited(&[Replace(
        "[\"a-accuses\"],\n      \"date\"",
        "[\"a-acuses\"],\n      \"date\"",
    )]);
    let expected = "\
hack.json:48:17: error[dangling-id] statements[1] “c-denies”, field \"about\"
    no statement has the id \"a-acuses\"; the entry is left out.
    Likely cause: The id is misspelt here, or its record was renamed or deleted.
    What to do: Did you mean \"a-accuses\" (line 32)? Correct the id, or add the record it stands for.

ministry-hack: 5 actors, 2 statements, 4 reports, 3 quotations (not compared with their sources; --sources DIR does that); 1 error, 0 warnings
";
    command.assert().code(1).stdout(expected);
}

#[test]
fn programs_read_the_documented_shape() {
    let (_folder, mut command) = edited(&[Replace(
        "\"quote\": \"We did not.\"",
        "\"quote\": \"We never did.\"",
    )]);
    command.arg("--sources").arg(at("base/saved"));
    let expected = json!({
        "version": 1,
        "file": "hack.json",
        "ok": false,
        "summary": {
            "errors": 1, "warnings": 0, "waived": 0, "effects": 0, "unlisted": 0, "left_out": 0,
            "id": "ministry-hack", "actors": 5, "sources": 2, "statements": 2, "reports": 4, "quotations": 3,
            "proof": { "sources": 2, "exact": 2, "normalised": 0, "near": 1, "missing": 0, "unchecked": 0 }
        },
        "findings": [{
            "severity": "error",
            "rule": "quote-not-found",
            "line": 51,
            "column": 63,
            "path": "statements[1].reports[0]",
            "record": "c-denies",
            "field": "quote",
            "message": "in the report of \"daily\" (line 15), the source does not have “We never did.”. The closest passage, with \
                [-quoted-]{+in the source+}: We [-never did.-]{+did not.+}",
            "cause": "The words come from another article, were typed from memory, cut within a word, or changed by a spelling correction.",
            "advice": "Copy the words from the source, with its own dashes and spelling."
        }],
        "waived": []
    });
    assert_eq!(json_of(&mut command, 1), expected);

    let refused = json_of(check().arg("-").write_stdin("{\"version\": 2}"), 1);
    let expected = json!({
        "version": 1,
        "file": "standard input",
        "ok": false,
        "summary": { "errors": 0, "warnings": 0, "waived": 0, "effects": 0, "unlisted": 0, "left_out": 0 },
        "refused": {
            "code": "version", "line": 1, "column": 13,
            "message": "The file has another version of the format. This program reads \"version\": 1."
        },
        "findings": [],
        "waived": []
    });
    assert_eq!(refused, expected);
}

#[test]
fn waived_findings_keep_their_reason() {
    let waiver = Append(
        "waivers",
        r#"{ "rule": "date-order", "record": "ministry-hack", "reason": "A test: 100%, sure" }"#,
    );
    let (_folder, mut command) = edited(&[waiver]);
    let found = json_of(&mut command, 0);
    assert_eq!(found["findings"][0]["rule"], "unused-waiver");

    let (folder, _) = edited(&[EARLY, waiver]);
    let run = |format: &str| {
        let mut command = check();
        command
            .current_dir(folder.path())
            .args(["hack.json", "--format", format]);
        command
    };
    let mut command = check();
    command.current_dir(folder.path()).arg("hack.json");
    let found = json_of(&mut command, 0);
    assert_eq!(found["summary"]["waived"], 1);
    assert_eq!(found["waived"][0]["reason"], "A test: 100%, sure");
    assert_eq!(found["waived"][0]["line"], 7);
    run("human").assert().code(0).stdout(
        contains(
            "Waived in the file:\n    line 7: date-order “ministry-hack”: A test: 100%, sure\n",
        )
        .and(contains("0 errors, 0 warnings, 1 waived")),
    );
    run("github").assert().code(0).stdout(contains(
        "::notice file=hack.json,line=7,col=14,title=waived date-order%3A incident “ministry-hack”%2C field \"began\"::A test: 100%25, sure\n",
    ));
}

#[test]
fn no_text_of_a_file_writes_a_verdict_or_hides_the_true_one() {
    let reason =
        r"Known.\n\n::error::forged\nministry-hack: 0 errors, 0 warnings\u001b[8m\u009b8m\u0007";
    let waiver =
        format!(r#"{{ "rule": "date-order", "record": "ministry-hack", "reason": "{reason}" }}"#);
    let (folder, _) = edited(&[
        EARLY,
        Append("waivers", &waiver),
        // A malformed id is named in what is said of it, and so is a field that nobody knows.
        Replace(
            "\"id\": \"a-accuses\"",
            r#""id": "a\n::error::forged\u001b[8m", "x\n\u001b[8m": 1"#,
        ),
    ]);
    for format in ["human", "github"] {
        let mut command = check();
        command.current_dir(folder.path());
        let output = command.args(["hack.json", "--format", format]).output();
        let printed = String::from_utf8(output.unwrap().stdout).unwrap();
        let reason =
            r"Known.  ::error::forged ministry-hack: 0 errors, 0 warnings\u{1b}[8m\u{9b}8m\u{7}";
        assert!(printed.contains(reason), "{printed}");
        let obeyed = |char: char| char.is_control() && char != '\n';
        assert!(!printed.contains(obeyed), "{printed:?}");
        let verdicts = printed
            .lines()
            .filter(|line| line.starts_with("ministry-hack:"));
        assert_eq!(verdicts.count(), 1, "{printed}");
        assert!(
            printed
                .lines()
                .all(|line| !line.starts_with("::error::forged"))
        );
    }
}

#[test]
fn a_waiver_of_a_quotation_is_not_called_unused_where_quotations_are_not_compared() {
    let (_folder, mut command) = edited(&[
        Replace("\"quote\": \"We did not.\"", "\"quote\": \"did not\""),
        Append(
            "waivers",
            r#"{ "rule": "unmarked-quote", "record": "c-denies", "reason": "It was shouted." }"#,
        ),
    ]);
    command
        .assert()
        .code(0)
        .stdout(contains("0 errors, 0 warnings\n"));
    command.arg("--sources").arg(at("base/saved"));
    command
        .assert()
        .code(0)
        .stdout(contains("0 errors, 0 warnings, 1 waived\n").and(contains("It was shouted.")));
}

#[test]
fn github_gets_one_workflow_command_a_finding() {
    let (_folder, mut command) = edited(&[Replace(
        "\"aliases\": [\"Republic C\"]",
        "\"aliases\": \"Republic C\", \"about\": \"\"",
    )]);
    let expected = "\
::error file=hack.json,line=21,col=71,title=wrong-type%3A actors[2] “state-c”%2C field \"aliases\"::here stands a text; \
the field is left out.%0ALikely cause: A list was written as one text, quotation marks stand round a number, or a bracket \
is in the wrong place.%0AWhat to do: Expected is a list: [ … ].
::warning file=hack.json,line=21,col=94,title=empty-text%3A actors[2] “state-c”%2C field \"about\"::the text is empty; the \
field is left out.%0ALikely cause: A template was not filled in.%0AWhat to do: Write it, or drop the field: what the \
sources do not say is left out.
ministry-hack: 5 actors, 2 statements, 4 reports, 3 quotations (not compared with their sources; --sources DIR does that); 1 error, 1 warning
";
    command
        .args(["--format", "github"])
        .assert()
        .code(1)
        .stdout(expected);
    let refused = check()
        .args(["-", "--format", "github"])
        .write_stdin("{\n  \"version\": 1,\n}")
        .assert()
        .code(1);
    refused.stdout(contains(
        "::error file=standard input,line=3,col=1,title=refused%3A parse::The file is not JSON: ",
    ));
}

#[test]
fn the_rules_are_listed_as_documented() {
    let listed = check().arg("--rules").assert().code(0);
    let page = fs::read_to_string(at("../../docs/rules.md")).unwrap();
    listed.stdout(page);
    check()
        .args(["--rules", "base/incident.json"])
        .assert()
        .code(2);
}

#[test]
fn what_is_no_incident_file_is_refused_with_its_place_and_cause() {
    let sound = fs::read(at("base/incident.json")).unwrap();
    let text = String::from_utf8(sound.clone()).unwrap();
    let utf_16 = |little: bool| -> Vec<u8> {
        let units = iter::once('\u{feff}')
            .chain(text.chars())
            .collect::<String>();
        let bytes = |unit: u16| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        };
        units.encode_utf16().flat_map(bytes).collect()
    };
    let windows_1252: Vec<u8> = text
        .chars()
        .flat_map(|char| match char {
            '’' => vec![0x92],
            '“' => vec![0x93],
            '”' => vec![0x94],
            char => vec![u8::try_from(u32::from(char)).unwrap()],
        })
        .collect();
    let deep = format!(
        "{{\"version\": 1, \"x-a\": {}{}}}",
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    let column = 22 + MAX_DEPTH;
    let cases: [(&str, Vec<u8>, String, &str); 9] = [
        (
            "nothing",
            Vec::new(),
            ":1:1".to_owned(),
            "The file is empty",
        ),
        (
            "cut off",
            sound[..sound.len() / 2].to_vec(),
            String::new(),
            "it is cut off",
        ),
        (
            "little-endian UTF-16",
            utf_16(true),
            String::new(),
            "encoded in UTF-16. Save it again with the encoding \"UTF-8\"",
        ),
        (
            "big-endian UTF-16",
            utf_16(false),
            String::new(),
            "encoded in UTF-16. Save it again",
        ),
        (
            "Windows-1252",
            windows_1252,
            ":16:94".to_owned(),
            "as Windows-1250, Windows-1252 or Latin-1 would. Save it again",
        ),
        (
            "a web page",
            b"<!DOCTYPE html>".to_vec(),
            ":1:1".to_owned(),
            "It looks like a web page",
        ),
        (
            "deep nesting",
            deep.into_bytes(),
            format!(":1:{column}"),
            "more than 32 deep",
        ),
        (
            "two files",
            [sound.clone(), sound.clone()].concat(),
            ":66:1".to_owned(),
            "Were two files pasted into one",
        ),
        (
            "too large",
            vec![b' '; MAX_BYTES + 1],
            String::new(),
            "The file has 5000001 bytes",
        ),
    ];
    for (what, bytes, at, message) in cases {
        let output = check().arg("-").write_stdin(bytes).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{what}");
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(
            out.starts_with(&format!("standard input{at}")),
            "{what}: {out}"
        );
        assert!(
            out.contains("refused[") && out.contains(message),
            "{what}: {out}"
        );
        assert!(output.stderr.is_empty(), "{what}");
    }
}

#[test]
fn duplicate_keys_are_told_of_at_the_second() {
    let (_folder, mut command) = edited(&[Replace(
        "\"began\": \"2029\",",
        "\"began\": \"2028\",\n    \"began\": \"2029\",",
    )]);
    command.assert().code(1).stdout(
        contains("hack.json:8:5: error[duplicate-field] incident “ministry-hack”, field \"began\"")
            .and(contains("only the last is read")),
    );
}

#[test]
fn a_hundred_megabytes_are_refused_at_once_with_their_size() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.json");
    let mut file = io::BufWriter::new(fs::File::create(&path).unwrap());
    let block = [b' '; 1_000_000];
    for _ in 0..100 {
        file.write_all(&block).unwrap();
    }
    file.flush().unwrap();
    check().arg(&path).assert().code(1).stdout(contains(
        "refused[limit]\n    The file has 100000000 bytes; at most 5000000 are read. Is it the right file?",
    ));
    let folder = check().arg(folder.path()).assert().code(2);
    folder.stderr(contains("it is a folder, name the file in it"));
}
