//! Commands whose standard error nobody takes: they end as they would anyway.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{at, whole, whole_text};

/// How a command ends that tells `stderr` what it has to tell.
fn end(folder: &Path, arguments: &[&str], stderr: Stdio) -> Option<i32> {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("actor-map"));
    let command = command.current_dir(folder).args(arguments);
    let command = command.stdin(Stdio::null()).stdout(Stdio::null());
    command.stderr(stderr).status().unwrap().code()
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
