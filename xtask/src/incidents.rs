//! The incident files while the preview runs: each is checked at first, and again whenever it has changed.
//!
//! trunk only copies them, so a build with a faulty one is a success to it. The page shows what is left of such a file, or
//! the sentence for readers without the map, and says no more than a reader is to know; here is said what to mend.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::process;
use crate::progress::say;

/// The folder of the incident files, below the checkout's.
const FOLDER: &str = "incidents";
/// The pause between two looks at the folder.
const PAUSE: Duration = Duration::from_millis(500);

/// What tells one state of a file from another: when it was written, and how many bytes it has.
type State = (Option<SystemTime>, u64);

/// Checks the incident files of a checkout for as long as the program runs; returns when it is to stop.
pub fn watch(root: &Path) {
    say("checking the incident files (about 2 minutes the first time, then seconds) …");
    let mut known = BTreeMap::new();
    loop {
        let now = states(&root.join(FOLDER));
        for file in changed(&known, &now) {
            let name = format!("{FOLDER}/{file}");
            match check(root, &name) {
                Ok(said) => say(&said),
                Err(_) if process::stop_if_asked().is_err() => return,
                Err(error) => say(&format!("{name} cannot be checked: {error:#}")),
            }
        }
        known = now;
        thread::sleep(PAUSE);
    }
}

/// What is to be said of an incident file.
fn check(root: &Path, name: &str) -> Result<String> {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["run", "--quiet"]);
    command.args(["--features", "cli", "--bin", "actor-map", "--", "check"]);
    let (status, findings) = process::hear(command.arg(name))?;
    Ok(verdict(name, status.code(), &findings))
}

/// What an exit code of `actor-map check` means for the page, with the findings where there are any to mend.
fn verdict(name: &str, code: Option<i32>, findings: &str) -> String {
    match code {
        Some(0) => format!("{name}: nothing in it keeps the map away"),
        Some(1) => format!(
            "{name} IS FAULTY, though trunk, which only copies it, has a success. To be mended:\n\n{}\n",
            findings.trim_end()
        ),
        _ => format!("{name} was not checked: the check itself did not run, see above"),
    }
}

/// The JSON files of a folder, by name.
fn states(folder: &Path) -> BTreeMap<String, State> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter_map(|entry| {
        let path: PathBuf = entry.path();
        let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        let is_json = path.extension().is_some_and(|ending| ending == "json");
        let name = path.file_name()?.to_str()?.to_owned();
        is_json.then(|| (name, (about.modified().ok(), about.len())))
    });
    files.collect()
}

/// The files that are new or in another state than before.
fn changed(before: &BTreeMap<String, State>, now: &BTreeMap<String, State>) -> Vec<String> {
    let files = now.iter();
    let files = files.filter(|(name, state)| before.get(*name) != Some(state));
    files.map(|(name, _)| name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_new_or_has_changed_is_checked() {
        let states = |files: &[(&str, u64)]| {
            let states = files.iter().map(|(name, length)| {
                let state = (Some(SystemTime::UNIX_EPOCH), *length);
                ((*name).to_owned(), state)
            });
            states.collect::<BTreeMap<_, _>>()
        };
        let before = states(&[("flood.json", 10), ("storm.json", 20), ("gone.json", 30)]);
        let now = states(&[("flood.json", 10), ("storm.json", 21), ("quake.json", 5)]);
        assert_eq!(changed(&before, &now), ["quake.json", "storm.json"]);
        assert_eq!(changed(&BTreeMap::new(), &before).len(), 3);
        assert!(changed(&now, &now).is_empty());
    }

    #[test]
    fn a_faulty_file_is_told_with_what_was_found() {
        let findings = "incidents/flood.json:12:15: error[dangling-id] statements[3]\n";
        let said = verdict("incidents/flood.json", Some(1), findings);
        assert!(
            said.starts_with("incidents/flood.json IS FAULTY") && said.contains(findings.trim())
        );
        let sound = verdict("incidents/flood.json", Some(0), "1 warning");
        assert!(!sound.contains("FAULTY") && !sound.contains("warning"));
        // cargo's own code for a program that does not compile.
        assert!(verdict("incidents/flood.json", Some(101), "").contains("not checked"));
    }
}
