//! `cargo xtask dist`: what a site uploads, and the package for npm.
//!
//! ```text
//! dist/actor-map/<version>/   the entry actor-map.js, and beside it files whose names carry a hash of their bytes;
//!                             may be cached for good
//! dist/actor-map/v<major>/    the same entry under a name that stays, which loads those files; to be cached for minutes
//! dist/npm/                   the package, as `npm pack` takes it
//! dist/integrity.json         what a `<script integrity>` says, by file
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use crate::process::run;
use crate::progress::say;
use crate::size::{LOADER_BUDGET, brotli_size};
use crate::workspace::Workspace;

/// How many characters of a hash stand in a file's name. It tells versions apart; `integrity` is what is relied on.
const HASH_IN_NAME: usize = 6;

/// The files that the entry names: what a build calls them, the start and the end of their names in a release. Those of
/// large incidents have one hash in common, of all their bytes, and the shortest ends: every page loads the entry with their
/// names in it.
const PARTS: [(&str, &str, &str); 10] = [
    ("live.js", "live", "js"),
    ("wasm/program.js", "program", "js"),
    (MODULE, "program", "wasm"),
    (STYLE, "widget", "css"),
    ("large.js", LARGE, "js"),
    ("large-map.js", LARGE, "a.js"),
    ("large-worker.js", LARGE, "b.js"),
    ("large.css", LARGE, "css"),
    ("wasm/actor-map-large.js", LARGE, "c.js"),
    ("wasm/actor-map-large_bg.wasm", LARGE, "wasm"),
];
/// How the names begin of what only large incidents load.
const LARGE: &str = "large";
/// The module, whose bytes the entry checks.
const MODULE: &str = "wasm/program_bg.wasm";
/// The entry's name, in a build and in a release.
const ENTRY: &str = "actor-map.js";
/// Where a release fills in what it knows of the bytes.
const INTEGRITY: &str = "const INTEGRITY = \"\";";
/// How the entry loads scripts by addresses it has at run time, and what keeps bundlers from making modules of their own
/// of that; only the package has it.
const IMPORT: &str = "import(";
const LET_BE: &str = "/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ ";
/// What keeps Vite from writing small files into the entry as `data:` addresses, whose worker may fetch nothing; only the package
/// has it.
const NO_INLINE: &str = "?no-inline";
/// A name that stays, for the static editions of this version, which link it.
const STYLE: &str = "widget.css";

/// Writes a release of the widget's folder of a build into `dist`, which is emptied before; says what `<script integrity>` is of
/// each of its files.
///
/// # Errors
/// When a part is missing, or the entry does not name it as it should.
pub fn write(workspace: &Workspace, built: &Path, dist: &Path) -> Result<BTreeMap<String, String>> {
    let version = &workspace.version;
    let major = version.split('.').next().unwrap_or_default();
    if dist.exists() {
        fs::remove_dir_all(dist).with_context(|| format!("cannot empty {}", dist.display()))?;
    }
    let folder = dist.join("actor-map").join(version);
    fs::create_dir_all(&folder)?;

    let source = workspace.root.join("embed").join(ENTRY);
    let mut entry = fs::read_to_string(&source).with_context(|| source.display().to_string())?;
    let read = |path: &str| {
        fs::read(built.join(path)).with_context(|| format!("{} has no {path}", built.display()))
    };
    let mut addresses = Vec::new();
    let mut large = Sha384::new();
    for (path, ..) in PARTS.iter().filter(|part| part.1 == LARGE) {
        large.update(read(path)?);
    }
    let large = large.finalize();
    for (path, stem, end) in PARTS {
        let bytes = read(path)?;
        let own = Sha384::digest(&bytes);
        let digest = if stem == LARGE { &large } else { &own };
        let hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let hash = hash.get(..HASH_IN_NAME).unwrap_or(&hash);
        let name = format!("{stem}.{hash}.{end}");
        fs::write(folder.join(&name), &bytes)?;
        let address = format!("\"./{name}\"");
        replace_once(&mut entry, ENTRY, &format!("\"./{path}\""), &address)?;
        addresses.push((address, format!("\"../{version}/{name}\"")));
        if path == MODULE {
            let known = format!("const INTEGRITY = \"{}\";", short_integrity(&bytes));
            replace_once(&mut entry, ENTRY, INTEGRITY, &known)?;
        }
        if path == STYLE {
            fs::write(folder.join(STYLE), &bytes)?;
        }
    }
    ensure!(
        entry.contains(&format!("const VERSION = \"{version}\";")),
        "{ENTRY} is of another version than Cargo.toml, {version}"
    );
    let mut of_alias = entry.clone();
    for (address, from_alias) in addresses {
        replace_once(&mut of_alias, ENTRY, &address, &from_alias)?;
    }
    write_entry(workspace, &folder, entry)?;
    package(workspace, &folder, &dist.join("npm"))?;
    // A whole entry and not one that imports the other: a reader would wait for that one's way, too.
    let alias = dist.join("actor-map").join(format!("v{major}"));
    fs::create_dir_all(&alias)?;
    write_entry(workspace, &alias, of_alias)?;
    fs::copy(folder.join(STYLE), alias.join(STYLE))?;
    let table = integrities(&folder, version)?;
    fs::write(
        dist.join("integrity.json"),
        serde_json::to_string_pretty(&table)? + "\n",
    )?;
    say(&format!("written: {}", dist.display()));
    Ok(table)
}

/// Minifies and weighs an entry.
fn write_entry(workspace: &Workspace, folder: &Path, entry: String) -> Result<()> {
    // By itself: the other files are what their hashes were made of.
    let aside = folder.join("entry");
    fs::create_dir_all(&aside)?;
    fs::write(aside.join(ENTRY), entry)?;
    minify(workspace, &aside)?;
    let loader = brotli_size(&fs::read(aside.join(ENTRY))?)?;
    let name = folder.file_name().unwrap_or_default().display();
    say(&format!(
        "the loader of {name}/: {loader} bytes of brotli-11"
    ));
    ensure!(
        loader <= LOADER_BUDGET,
        "{ENTRY} of {name}/ is over its budget of {LOADER_BUDGET} bytes"
    );
    fs::rename(aside.join(ENTRY), folder.join(ENTRY))?;
    fs::remove_dir(aside)?;
    Ok(())
}

/// The npm package: the release's files, its description, types and licences, and what servers get of it.
fn package(workspace: &Workspace, release: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in files(release)? {
        fs::copy(&file, folder.join(file.file_name().unwrap_or_default()))?;
    }
    let sources = workspace.root.join("embed/npm");
    for file in files(&sources)? {
        fs::copy(&file, folder.join(file.file_name().unwrap_or_default()))?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(workspace.root.join(licence), folder.join(licence))?;
    }
    let path = folder.join(ENTRY);
    let mut entry = fs::read_to_string(&path)?;
    let imports = entry.matches(IMPORT).count();
    ensure!(imports == 2, "{ENTRY} has {IMPORT} {imports} times");
    entry = entry.replace(IMPORT, &format!("{IMPORT}{LET_BE}"));
    for file in files(release)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(LARGE) {
            let address = format!("./{name}");
            let apart = format!("{address}{NO_INLINE}");
            replace_once(&mut entry, ENTRY, &address, &apart)?;
        }
    }
    fs::write(path, entry)?;
    // As text: in package.json the order of conditions means something.
    for file in ["package.json", "server.js"] {
        let path = folder.join(file);
        let mut text = fs::read_to_string(&path)?;
        let version = format!("\"{}\"", workspace.version);
        replace_once(&mut text, file, "\"0.0.0\"", &version)?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// What `<script integrity>` and `<link integrity>` say, for every file of a release.
fn integrities(folder: &Path, version: &str) -> Result<BTreeMap<String, String>> {
    files(folder)?
        .into_iter()
        .map(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            Ok((format!("{version}/{name}"), integrity(&fs::read(&file)?)))
        })
        .collect()
}

/// Subresource Integrity, as W3C writes it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The same in fewer characters: every page loads the entry with it.
fn short_integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

fn replace_once(text: &mut String, file: &str, old: &str, new: &str) -> Result<()> {
    let found = text.matches(old).count();
    ensure!(found == 1, "{file} has {old} {found} times, not once");
    *text = text.replace(old, new);
    Ok(())
}

fn minify(workspace: &Workspace, folder: &Path) -> Result<()> {
    run(Command::new("cargo")
        .args(["run", "--quiet", "--package", "minify", "--"])
        .arg(folder)
        .current_dir(&workspace.root))
}
