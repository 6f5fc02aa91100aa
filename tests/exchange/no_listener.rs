//! Commands whose output or standard error nobody takes: they end as they would anyway.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{at, whole, whole_text};

/// How a command ends that tells `stderr` what it has to tell.
fn end(folder: &Path, arguments: &[&str], stderr: Stdio) -> Option<i32> {
    let mut command = command(folder, arguments);
    command.stdout(Stdio::null()).stderr(stderr);
    command.status().unwrap().code()
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("actor-map"));
    command.current_dir(folder).args(arguments);
    command.stdin(Stdio::null());
    command
}

/// A pipe whose reader has gone, as in `2>&1 | head -c 100`.
fn closed() -> Stdio {
    let (_, writer) = std::io::pipe().unwrap();
    writer.into()
}

#[test]
fn a_command_ends_as_it_would_whoever_listens() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let newer = whole_text().replace("The hack began", "The attack began");
    fs::write(folder.join("new.json"), newer).unwrap();
    let whole = whole();
    let report = at("report.json").display().to_string();
    let commands: [(&[&str], i32); 13] = [
        (&["check", "nope"], 2),
        (&["check", "--nonsense"], 2),
        (&["--help"], 0),
        (&["render", "nope", "--as", "text"], 2),
        (&["render", &whole, "--as", "text", "-o", "one.txt"], 0),
        (
            &["render", &whole, "new.json", "--as", "text", "-o", "out"],
            2,
        ),
        (&["export", "csv", "nope", "-o", "out"], 2),
        (&["import", "csv", &whole, "-o", "out.json"], 1),
        (&["import", "stix", &report, "-o", "report.json"], 0),
        (&["new", "--title", "The flood", "--force"], 0),
        (&["new"], 2),
        (&["diff", &whole, &whole, "--write-correction=X"], 1),
        (&["diff", &whole, "new.json", "--write-correction=X"], 0),
    ];
    for (arguments, code) in commands {
        assert_eq!(
            end(folder, arguments, closed()),
            Some(code),
            "{arguments:?}"
        );
        if cfg!(target_os = "linux") {
            let full = File::create("/dev/full").unwrap();
            assert_eq!(
                end(folder, arguments, full.into()),
                Some(code),
                "{arguments:?}"
            );
        }
    }
}

/// As with `| head -1`, which goes as soon as it has a line.
#[test]
fn whoever_has_read_a_line_may_go() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut many: serde_json::Value = serde_json::from_str(&whole_text()).unwrap();
    // Each command says the name of each actor: the check, as there is something in it that nobody sees.
    let name = "of the\u{200b} harbour office ".repeat(7);
    let actors = (0..1200).map(|number| {
        serde_json::json!({"id": format!("actor-{number}"), "name": format!("{name}{number}"), "kind": "person"})
    });
    many["actors"].as_array_mut().unwrap().extend(actors);
    fs::write(folder.join("many.json"), many.to_string()).unwrap();
    for arguments in [
        &["render", "many.json", "--as", "text", "-o", "-"][..],
        &["export", "stix", "many.json", "-o", "-"],
        &["diff", &whole(), "many.json"],
        &["check", "many.json"],
    ] {
        let mut command = command(folder, arguments);
        let all = command.output().unwrap().stdout.len();
        assert!(all > 128 * 1024, "no more than a pipe holds: {arguments:?}");
        let (reader, writer) = std::io::pipe().unwrap();
        command.stdout(writer).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        // Its end of the pipe is held by the command, too.
        drop(command);
        BufReader::with_capacity(256, reader)
            .read_line(&mut String::new())
            .unwrap();
        let ended = child.wait_with_output().unwrap();
        let told = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(0), "{arguments:?}: {told}");
        assert!(!told.contains("cannot write"), "{arguments:?}: {told}");
    }
}

#[test]
fn a_command_ends_as_it_would_whoever_reads() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let wrong = whole_text().replace("\"person\"", "\"persona\"");
    fs::write(folder.join("wrong.json"), wrong).unwrap();
    let whole = whole();
    let report = at("report.json").display().to_string();
    let commands: [(&[&str], i32); 11] = [
        (&["check", "--rules"], 0),
        (&["check", &whole], 0),
        (&["check", &whole, "--format", "json"], 0),
        (&["check", "wrong.json", "--format", "github"], 1),
        (&["schema"], 0),
        (&["diff", &whole, &whole], 0),
        (&["render", &whole, "--as", "markdown"], 0),
        (&["render", "wrong.json", "--as", "markdown", "-o", "-"], 1),
        (&["export", "graphml", &whole, "-o", "-"], 0),
        (&["import", "stix", &report, "-o", "-"], 0),
        (&["new", "--title", "The flood", "-o", "-"], 0),
    ];
    for (arguments, code) in commands {
        let mut command = command(folder, arguments);
        let status = command.stdout(closed()).stderr(Stdio::null()).status();
        assert_eq!(status.unwrap().code(), Some(code), "{arguments:?}");
    }
}
