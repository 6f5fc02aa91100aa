//! The AMP edition, judged by AMP: every incident of the checkout in an AMP page, and whether the validator lets it pass.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use super::steps::{Context, Outcome, cargo};
use super::stix::incidents;
use super::summary::Counts;
use crate::node;
use crate::process::{run, status};

/// Renders, and validates. A validator that lets everything pass would prove nothing, so it judges the static editions
/// too, which have an attribute that AMP does not know.
///
/// # Errors
/// When something cannot be run at all.
pub fn validate(context: &Context) -> Result<Outcome> {
    let root = &context.workspace.root;
    let folder = node::amp_validator(context.workspace)?;
    let out = context.workspace.target.join("amp");
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    run(cargo(context)?
        .args(["run", "--quiet", "--features", "cli", "--bin", "actor-map"])
        .args(["--", "render"])
        .args(incidents(root)?)
        .args(["--as", "amp,static", "-o"])
        .arg(&out))?;

    let mut counts = Counts::default();
    for edition in editions(&out, ".amp.html")? {
        match status(&mut validator(&folder, &edition)?)?.success() {
            true => counts.passed += 1,
            false => counts.failed += 1,
        }
    }
    for edition in editions(&out, ".static.html")? {
        // Faults that are wanted look like any others.
        if status(validator(&folder, &edition)?.stdout(Stdio::null()))?.success() {
            bail!("the validator finds nothing wrong with a static edition; it proves nothing");
        }
    }
    println!(
        "amphtml-validator: {} AMP editions valid, {} invalid; static ones were found out",
        counts.passed, counts.failed
    );
    Ok(Outcome {
        good: counts.failed == 0,
        counts,
    })
}

fn editions(folder: &Path, end: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(end) {
            found.push(path);
        }
    }
    ensure!(!found.is_empty(), "no *{end} in {}", folder.display());
    found.sort();
    Ok(found)
}

fn validator(folder: &Path, edition: &Path) -> Result<Command> {
    let Ok(node) = which::which("node") else {
        bail!("node is not on PATH");
    };
    let mut command = Command::new(node);
    command.arg(folder.join("validate.mjs")).arg(edition);
    Ok(command)
}
