//! `actor-map check` as a newsroom calls it: what it prints and how it ends.

use std::fs;
use std::path::PathBuf;

use actor_map::incident::limits::MAX_BYTES;
use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;

use crate::at;

fn check() -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("actor-map");
    command.arg("check");
    command
}

fn case_file(name: &str) -> PathBuf {
    at("cases").join(name).with_extension("json")
}

#[test]
fn a_sound_file_ends_with_0_and_one_line() {
    let line = "ministry-hack: 5 actors, 2 statements, 4 reports, 3 quotations (not compared with their sources; --sources DIR does that); 0 errors, 0 warnings\n";
    let base = at("base/incident.json");
    check().arg(&base).assert().code(0).stdout(line);
    check()
        .arg("-")
        .write_stdin(fs::read(base).unwrap())
        .assert()
        .code(0)
        .stdout(line);
}

#[test]
fn several_files_are_checked_past_those_that_cannot_be_read() {
    let (sound, faulty) = (at("base/incident.json"), case_file("dangling-id"));
    let both = check().args([&sound, &faulty]).assert().code(1);
    both.stdout(contains("ministry-hack: 5 actors").and(contains("error[dangling-id]")))
        .stderr("2 files: 1 not to be published as they are, 0 could not be read.\n");
    let missing = at("base/no-such-file.json");
    let json = check()
        .args([&missing, &sound, &faulty])
        .args(["--format", "json"])
        .assert()
        .code(2)
        .stderr(contains("no-such-file.json: cannot read").and(contains("3 files: 1 not")));
    let printed = String::from_utf8(json.get_output().stdout.clone()).unwrap();
    let objects = serde_json::Deserializer::from_str(&printed).into_iter::<serde_json::Value>();
    assert_eq!(objects.filter_map(Result::ok).count(), 2);
    check()
        .args(["-", "-"])
        .assert()
        .code(2)
        .stderr(contains("standard input"));
    let named = check()
        .args([&sound, &faulty])
        .args(["--source", "daily=x.txt"])
        .assert();
    named.code(2).stderr(contains("--source is for one file"));
}

#[test]
fn warnings_end_with_0_and_errors_with_1() {
    let warnings = check().arg(case_file("unknown-field")).assert().code(0);
    warnings.stdout(
        contains("json:9:71: warning[unknown-field] actors[0] “ministry-a”, field \"rolls\"")
            .and(contains(
                "    Likely cause: The name of the field is misspelt",
            ))
            .and(contains("    What to do: Did you mean \"roles\"?"))
            .and(contains("0 errors, 5 warnings")),
    );
    let errors = check().arg(case_file("hangs-on")).assert().code(1);
    errors.stdout(contains("error[unknown-term] actors[2]").and(contains(
        "11 errors (2 causes, 9 effects), 2 warnings; 5 records left out",
    )));
}

#[test]
fn causes_come_in_the_order_of_the_file() {
    let output = check().arg(case_file("dangling-id")).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let paths = text.lines().filter_map(|line| {
        let (_, path) = line.split_once(": error[dangling-id] ")?;
        path.split([' ', ',']).next()
    });
    let paths: Vec<&str> = paths.collect();
    assert_eq!(paths.first(), Some(&"incident"));
    assert_eq!(paths.last(), Some(&"corrections[0]"));
    let statements: Vec<&str> = paths
        .into_iter()
        .filter(|path| path.starts_with("statements"))
        .collect();
    let expected = [
        "statements[0]",
        "statements[0]",
        "statements[1]",
        "statements[2]",
        // That its first report has no source either follows from relations[1].
        "statements[3].reports[2]",
    ];
    assert_eq!(statements, expected);
}

#[test]
fn a_refused_file_ends_with_1_and_says_why() {
    let refused = |input: &[u8], why: &'static str| {
        check()
            .arg("-")
            .write_stdin(input)
            .assert()
            .code(1)
            .stdout(contains(why));
    };
    refused(
        b"{\"version\": 1,}",
        "standard input:1:15: refused[parse]\n    The file is not JSON: line 1, column 15",
    );
    refused(b"{\"version\": 7}", "refused[version]");
    refused(b"{\"version\": 1}", "refused[no-data]");
    refused(
        &vec![b' '; MAX_BYTES + 20],
        "refused[limit]\n    The file has 5000020 bytes; at most 5000000 are read.",
    );
    let utf_16: Vec<u8> = "\u{feff}{}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    refused(&utf_16, "UTF-16");
    refused(b"{\"version\": \"\xff\"}", "not encoded in UTF-8");
}

#[test]
fn a_file_that_is_not_json_has_one_place() {
    for (input, place) in [
        ("{\"a\":\"ééé\" x", (1, 12)),
        ("", (1, 1)),
        ("\u{feff}\n", (2, 1)),
        ("{\"é\": \"b\nc\"}", (1, 9)),
        ("{\"é\": 1\r\n} é", (2, 3)),
        ("{\"é\": [\"b\",\n", (2, 1)),
    ] {
        let (line, column) = place;
        check()
            .arg("-")
            .write_stdin(input)
            .assert()
            .code(1)
            .stdout(contains(format!(
                "standard input:{line}:{column}: refused[parse]\n    The file is not JSON: line {line}, column {column}: "
            )));
    }
}

#[test]
fn quotations_are_checked_against_saved_texts() {
    let wrong = check()
        .arg(case_file("quotes"))
        .arg("--sources")
        .arg(at("saved"))
        .assert()
        .code(1);
    wrong.stdout(contains("error[quote-not-found]").and(contains(
        "5 quotations (3 of 4 found in 1 source: 2 character for character, 1 but for marks and spaces; \
         1 with other words; 1 not compared); 3 errors, 4 warnings",
    )));

    let folder = tempfile::tempdir().unwrap();
    let text = "He said: “Group B has done it.” “Group B did it,” 'We are sure,' and ‘blamed nobody else’. It shouted: 'We are sure,' \
        she said. Ministry A said: \"Group B did it.\" It";
    fs::write(folder.path().join("first.txt"), text).unwrap();
    fs::write(folder.path().join("other.txt"), "B “did it.”").unwrap();
    let mut right = check();
    right
        .arg(case_file("quotes"))
        .arg("--sources")
        .arg(folder.path());
    right.arg("--source").arg(format!(
        "gazette={}",
        folder.path().join("other.txt").display()
    ));
    right
        .assert()
        .code(0)
        .stdout(contains("(5 of 5 found in 2 sources: ").and(contains("0 errors, 3 warnings")));

    fs::write(folder.path().join("first_copy.txt"), text).unwrap();
    let ambiguous = check()
        .arg(case_file("quotes"))
        .arg("--sources")
        .arg(folder.path())
        .assert()
        .code(2);
    ambiguous.stderr(contains(
        "both first.txt and first_copy.txt could be the saved text \"first\"",
    ));
}

#[test]
fn what_is_no_text_is_named_and_the_other_sources_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let checked = |daily: (&str, &[u8])| {
        fs::write(folder.path().join(daily.0), daily.1).unwrap();
        let gazette = at("base/saved/gazette.txt");
        fs::copy(gazette, folder.path().join("gazette.txt")).unwrap();
        let mut command = check();
        command.arg(at("base/incident.json"));
        command.arg("--sources").arg(folder.path()).assert()
    };
    for (file, bytes, kind) in [
        (
            "daily.docx",
            &b"PK\x03\x04\x14\0\x06\0"[..],
            "daily.docx is a Word or OpenDocument file, or another archive, not a text",
        ),
        (
            "daily.pdf",
            b"%PDF-1.7\n\xe2\xe3",
            "daily.pdf is a PDF file, not a text",
        ),
        (
            "daily.rtf",
            b"{\\rtf1 So}",
            "daily.rtf is a file in Rich Text Format, not a text",
        ),
        (
            "daily.txt",
            b"We did \xe9",
            "daily.txt: The file is not encoded in UTF-8: line 1 has bytes that are none",
        ),
    ] {
        checked((file, bytes)).code(1).stdout(
            contains("error[no-source-text] sources[0] “daily”")
                .and(contains(kind))
                .and(contains("so none of its words is compared."))
                .and(contains("(1 of 1 found in 1 source: 1 character for character, 0 but for marks and spaces; 2 not compared)")),
        );
        fs::remove_file(folder.path().join(file)).unwrap();
    }
    // A text that is there is not called missing, nor to be saved under the name that it has.
    for (bytes, found) in [
        (
            &b"\x8ekoda, \xf8ekl \xfa\xf8ad"[..],
            "bytes that are none, as Windows-1250, Windows-1252 or Latin-1 would, so none",
        ),
        (
            b"\xff\xfeW\0e\0",
            "daily.txt: The file is encoded in UTF-16, so none",
        ),
    ] {
        let cause = "Likely cause: The article is there, but a program saved it in another encoding than UTF-8";
        let advice = "What to do: Open it so that its letters are right, and save it again under the same name with the encoding UTF-8.";
        checked(("daily.txt", bytes)).code(1).stdout(
            contains(found)
                .and(contains(cause))
                .and(contains(advice))
                .and(contains("was not saved").not()),
        );
    }
    fs::remove_file(folder.path().join("daily.txt")).unwrap();
    // None is there; and one that alone is asked for misses no other.
    let empty = tempfile::tempdir().unwrap();
    let mut command = check();
    let command = command.arg(at("base/incident.json")).arg("--sources");
    command.arg(empty.path()).assert().code(1).stdout(contains(
        "3 quotations (0 of 3 compared); 2 errors, 0 warnings",
    ));
    let named = format!("daily={}", at("base/saved/daily.txt").display());
    let mut command = check();
    let command = command.arg(at("base/incident.json")).arg("--source");
    command
        .arg(named)
        .assert()
        .code(0)
        .stdout(contains("warning[no-source-text] sources[1]"));
    // A document does not stand in the way of the text that was copied out of it.
    fs::write(folder.path().join("daily.pdf"), b"%PDF-1.7").unwrap();
    let text = fs::read(at("base/saved/daily.txt")).unwrap();
    checked(("daily.txt", &text))
        .code(0)
        .stdout(contains("(3 of 3 found in 2 sources"));
    fs::remove_file(folder.path().join("daily.pdf")).unwrap();
    // A page's code is a text, but not that of the article.
    let page = b"<html><p>&ldquo;We <b>did</b> not.&rdquo; It <i>broke</i> in.</p></html>";
    checked(("daily.txt", page)).code(1).stdout(
        contains(
            "Its saved text holds a page's source code (“<html>”), which is compared as it stands.",
        )
        .and(contains(
            "Save the words of the article as the page shows them, without its code.",
        )),
    );
}

#[test]
fn quotations_that_were_not_compared_are_told_of() {
    let base = fs::read_to_string(at("base/incident.json")).unwrap();
    let without = base.replace(
        "\"directness\": \"direct\", \"quote\"",
        "\"directness\": \"indirect\", \"paraphrase\"",
    );
    let without = without.replace(
        "\"directness\": \"mixed\", \"quote\"",
        "\"directness\": \"indirect\", \"paraphrase\"",
    );
    let told = "(not compared with their sources; --sources DIR does that)";
    for format in ["human", "github"] {
        let checked = |text: &str| {
            let mut command = check();
            command
                .args(["-", "--format", format])
                .write_stdin(text)
                .assert()
        };
        checked(&base).stdout(contains(told));
        checked(&without).stdout(contains(" 0 quotations;"));
    }
}

#[test]
fn a_wrong_command_ends_with_2() {
    let wrong = |arguments: &[&str], why: &'static str| {
        check()
            .args(arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(why));
    };
    let whole = case_file("whole");
    let whole = whole.to_str().unwrap();
    wrong(&[], "required");
    wrong(&["--nonsense", whole], "--nonsense");
    wrong(&["no-such-file.json"], "cannot read no-such-file.json");
    wrong(
        &[whole, "--sources", "no-such-folder"],
        "cannot read the folder no-such-folder",
    );
    wrong(&[whole, "--source", "daily"], "gazette=saved/gazette.txt");
    wrong(
        &[whole, "--source", "dayly=x.txt"],
        "there are: daily, gazette, portal",
    );
    wrong(
        &[whole, "--source", "daily=no-such-text.txt"],
        "cannot read no-such-text.txt",
    );
}

#[test]
fn the_help_names_examples_and_exit_statuses() {
    let help = check().arg("--help").assert().code(0);
    help.stdout(
        contains("Examples:")
            .and(contains("Exit status:"))
            .and(contains("--sources <DIR>")),
    );
}
