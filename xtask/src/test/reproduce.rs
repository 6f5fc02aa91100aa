//! Two builds give the same bytes: the checkout is copied to another folder, built there as well, and every file of the two
//! releases compared.
//!
//! The copy keeps its own build folder, so only its first build compiles everything again; later ones compile what changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use walkdir::WalkDir;

use super::steps::{Context, Outcome};
use super::summary::Counts;
use crate::progress::say;
use crate::workspace::Workspace;
use crate::{dist, release};

/// Folders of a checkout that no build reads, and that a copy is better without; the build folder, too, whatever it is called.
const LEFT_OUT: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Builds the copy, writes both releases, and compares them.
///
/// # Errors
/// When something cannot be built, copied or read.
pub fn reproduce(context: &Context) -> Result<Outcome> {
    let here = context.workspace;
    let ground = here.target.join("reproduce");
    let root = ground.join("a copy");
    mirror(&here.root, &root, &here.target)?;
    let there = Workspace {
        target: root.join("target"),
        root,
        ..here.clone()
    };
    let mut releases = Vec::new();
    for (workspace, page) in [
        (here, dist::page(here)),
        (&there, dist::release(&there, context.tools)?),
    ] {
        let folder = ground.join(format!("release {}", releases.len() + 1));
        release::write(workspace, &page.join("actor-map"), &folder)?;
        releases.push(folder);
    }
    let mut names = BTreeSet::new();
    for folder in &releases {
        names.extend(files(folder, &there.target)?);
    }
    let mut counts = Counts::default();
    for name in names {
        let bytes = |folder: &PathBuf| fs::read(folder.join(&name)).ok();
        let mut builds = releases.iter().map(bytes);
        if builds.next() == builds.next() {
            counts.passed += 1;
        } else {
            counts.failed += 1;
            say(&format!("{} differs between two builds", name.display()));
        }
    }
    ensure!(counts.passed + counts.failed > 0, "the releases are empty");
    println!(
        "two builds in two folders: {} files the same, {} not",
        counts.passed, counts.failed
    );
    Ok(Outcome {
        good: counts.failed == 0,
        counts,
    })
}

/// Makes one folder a copy of another. A file with the same bytes is left alone: cargo goes by when it was written.
fn mirror(from: &Path, to: &Path, build: &Path) -> Result<()> {
    let wanted = files(from, build)?;
    if to.exists() {
        for name in files(to, build)?.difference(&wanted) {
            fs::remove_file(to.join(name)).with_context(|| name.display().to_string())?;
        }
    }
    for name in &wanted {
        let (source, copy) = (from.join(name), to.join(name));
        let bytes = fs::read(&source).with_context(|| source.display().to_string())?;
        if fs::read(&copy).is_ok_and(|old| old == bytes) {
            continue;
        }
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        fs::write(&copy, bytes).with_context(|| copy.display().to_string())?;
    }
    Ok(())
}

/// The files under a folder, as its own names for them, without [`LEFT_OUT`] and a `build` folder.
fn files(folder: &Path, build: &Path) -> Result<BTreeSet<PathBuf>> {
    let kept = |entry: &walkdir::DirEntry| {
        let named = LEFT_OUT.iter().any(|name| entry.file_name() == *name);
        entry.depth() == 0 || !named && entry.path() != build
    };
    let mut found = BTreeSet::new();
    for entry in WalkDir::new(folder).into_iter().filter_entry(kept) {
        let entry = entry?;
        if entry.file_type().is_file() {
            found.insert(entry.path().strip_prefix(folder)?.to_owned());
        }
    }
    Ok(found)
}
