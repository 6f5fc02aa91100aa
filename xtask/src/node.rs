//! What comes from npm, pinned in a `package-lock.json` each: axe-core and DOMPurify for the browser tests, the site that
//! uses the npm package, AMP's validator, and the libraries that the benchmark compares.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::run;
use crate::progress::say;
use crate::workspace::Workspace;

/// Fetches what the browser tests need into `tests/browser/node_modules`, if it is not there.
///
/// # Errors
/// When npm is missing or fails.
pub fn install(workspace: &Workspace) -> Result<()> {
    install_in(workspace, "tests/browser", "axe-core and DOMPurify")
}

/// Where AMP's validator lies, with the page it puts editions into; fetched if it is not there.
///
/// # Errors
/// When npm is missing or fails.
pub fn amp_validator(workspace: &Workspace) -> Result<PathBuf> {
    install_in(workspace, "tests/amp", "AMP's validator")?;
    Ok(workspace.root.join("tests/amp"))
}

/// Makes the `node_modules` of a folder in the checkout what its lock file says, if it is not already; `what` is in it.
///
/// # Errors
/// When npm is missing or fails.
pub fn install_in(workspace: &Workspace, folder: &str, what: &str) -> Result<()> {
    let folder = workspace.root.join(folder);
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| lock.display().to_string())?;
    // Written after npm has finished, so a run that was cut short is done again.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = npm(what)?;
    say(&format!("fetching {what} with npm (a few seconds, once) …"));
    run(Command::new(npm)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
        .current_dir(&folder))?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

/// npm, which `what` is to come from.
///
/// # Errors
/// When it is missing.
pub fn npm(what: &str) -> Result<PathBuf> {
    let Ok(npm) = which::which("npm") else {
        bail!("npm is not on PATH; Node.js 20.19 or newer is needed for {what}");
    };
    Ok(npm)
}
