//! What the browser tests need from npm: axe-core and DOMPurify, pinned in `tests/browser/package-lock.json`.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::run;
use crate::progress::say;
use crate::workspace::Workspace;

/// Makes `tests/browser/node_modules` what the lock file says, if it is not already.
///
/// # Errors
/// When npm is missing or fails.
pub fn install(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root.join("tests/browser");
    let lock =
        fs::read(folder.join("package-lock.json")).context("tests/browser/package-lock.json")?;
    // Written after npm has finished, so a run that was cut short is done again.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let Ok(npm) = which::which("npm") else {
        bail!(
            "npm is not on PATH; the accessibility test needs Node.js 20 or newer for axe-core and DOMPurify"
        );
    };
    say("fetching axe-core and DOMPurify with npm (a few seconds, once) …");
    run(Command::new(npm)
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(&folder))?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}
