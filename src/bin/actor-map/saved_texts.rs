//! Finds the saved texts of an incident's sources.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use actor_map::incident::quotes::SourceTexts;
use actor_map::incident::{Source, json};
use anyhow::{Context, bail};

/// A source's saved text as named on the command line: `ID=FILE`.
#[derive(Clone)]
pub struct Named {
    source: String,
    file: PathBuf,
}

impl FromStr for Named {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((source, file)) if !source.is_empty() && !file.is_empty() => Ok(Self {
                source: source.to_owned(),
                file: file.into(),
            }),
            _ => Err(
                "write the id of a source, \"=\" and a file: gazette=saved/gazette.txt".to_owned(),
            ),
        }
    }
}

/// The texts of those sources that have one: as named, else from the folder.
///
/// # Errors
/// If a folder or text cannot be read, several files could be one source's text, or a name is no source's id.
pub fn find(
    sources: &[Source],
    folder: Option<&Path>,
    named: &[Named],
) -> anyhow::Result<SourceTexts> {
    let mut texts = SourceTexts::new();
    if let Some(folder) = folder {
        let names = file_names(folder)
            .with_context(|| format!("cannot read the folder {}", folder.display()))?;
        for source in sources {
            let text = source.text.as_deref().unwrap_or(&source.id);
            if let Some(file) = the_one(&names, text)? {
                texts.insert(source.id.clone(), read(file)?);
            }
        }
    }
    for Named { source, file } in named {
        if !sources.iter().any(|known| known.id == *source) {
            let ids: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
            bail!(
                "--source {source}: no source of the incident has this id; there are: {}",
                ids.join(", ")
            );
        }
        texts.insert(source.clone(), read(file)?);
    }
    Ok(texts)
}

/// The files of a folder by their names, sorted, so that messages do not depend on the file system.
fn file_names(folder: &Path) -> anyhow::Result<BTreeMap<String, PathBuf>> {
    let mut names = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file()
            && let Some(name) = path.file_name()
        {
            names.insert(name.to_string_lossy().into_owned(), path);
        }
    }
    Ok(names)
}

/// The file with this name, or whose name begins with it followed by `.` or `_`.
fn the_one<'f>(
    names: &'f BTreeMap<String, PathBuf>,
    text: &str,
) -> anyhow::Result<Option<&'f Path>> {
    if let Some(path) = names.get(text) {
        return Ok(Some(path));
    }
    let begins = |name: &str| {
        name.strip_prefix(text)
            .is_some_and(|rest| rest.starts_with(['.', '_']))
    };
    let found: Vec<(&String, &PathBuf)> = names.iter().filter(|(name, _)| begins(name)).collect();
    match found.as_slice() {
        [] => Ok(None),
        [(_, path)] => Ok(Some(path)),
        [(first, _), (second, _), ..] => {
            bail!(
                "both {first} and {second} could be the saved text \"{text}\"; say which one with --source ID=FILE"
            )
        }
    }
}

fn read(file: &Path) -> anyhow::Result<String> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let text = json::decode(&bytes)
        .map_err(|refusal| anyhow::anyhow!("{}: {}", file.display(), refusal.message))?;
    Ok(text.to_owned())
}
