//! Our STIX, judged by OASIS: every incident of the checkout as a bundle, and whether the validator finds errors.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::steps::{Context, Outcome, cargo};
use super::summary::Counts;
use crate::process::{run, status};
use crate::python;

/// Nothing listens there: the validator would fetch lists of media types and the like, which no bundle of ours needs.
const NO_PROXY: &str = "http://127.0.0.1:9";

/// Exports, and validates. A bundle that no validator could find wrong would prove nothing, so a broken one comes last.
///
/// # Errors
/// When something cannot be run at all.
pub fn validate(context: &Context) -> Result<Outcome> {
    let validator = python::stix_validator()?;
    let root = &context.workspace.root;
    let folder = context.workspace.target.join("stix");
    fs::create_dir_all(&folder)?;
    let mut counts = Counts::default();
    for incident in incidents(root)? {
        let name = incident.file_stem().unwrap_or_default().to_string_lossy();
        let bundle = folder.join(format!("{name}.stix.json"));
        run(cargo(context)?
            .args([
                "run",
                "--quiet",
                "--features",
                "cli",
                "--bin",
                "actor-map",
                "--",
            ])
            .args(["export", "stix"])
            .arg(&incident)
            .arg("-o")
            .arg(&bundle)
            .args(["--publisher", "Example Daily"]))?;
        let valid = is_valid(&validator, &bundle, &[])?;
        let verdict = if valid { "valid" } else { "INVALID" };
        println!(
            "stix2-validator: {} as STIX 2.1 is {verdict}",
            incident.strip_prefix(root).unwrap_or(&incident).display()
        );
        match valid {
            true => counts.passed += 1,
            false => counts.failed += 1,
        }
    }
    let broken = folder.join("broken.stix.json");
    let last = fs::read_to_string(folder.join("whole.stix.json"))?;
    fs::write(
        &broken,
        last.replace("\"identity_class\"", "\"identity_klass\"")
            .replace("\"published\"", "\"publisht\""),
    )?;
    if is_valid(&validator, &broken, &["--silent"])? {
        bail!(
            "the validator finds nothing wrong with a report that lacks its date; it proves nothing"
        );
    }
    println!(
        "stix2-validator: {} bundles valid, {} invalid; a broken one was found out",
        counts.passed, counts.failed
    );
    Ok(Outcome {
        good: counts.failed == 0,
        counts,
    })
}

/// The published incidents, and the test file that has every field.
pub(super) fn incidents(root: &Path) -> Result<Vec<PathBuf>> {
    let folder = root.join("incidents");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            files.push(path);
        }
    }
    files.sort();
    files.push(root.join("tests/check/cases/whole.json"));
    Ok(files)
}

/// Whether the validator finds no error. Three of its recommendations are not asked for: random ids (ours are the same
/// every time), its own list of relationship types (the standard allows others), and hashes of articles.
fn is_valid(validator: &Path, bundle: &Path, options: &[&str]) -> Result<bool> {
    let mut command = Command::new(validator);
    command
        .args([
            "--version",
            "2.1",
            "--enforce-refs",
            "--disable",
            "103,202,302",
        ])
        .args(options)
        .arg(bundle)
        .env("HTTP_PROXY", NO_PROXY)
        .env("HTTPS_PROXY", NO_PROXY);
    Ok(status(&mut command)?.success())
}
