//! Finds the saved texts of an incident's sources.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use actor_map::incident::quotes::{NoText, QuoteCheck, SourceTexts, Unreadable, verify_readable};
use actor_map::incident::{Incident, Rule, Severity, Source, json};
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

/// The saved texts of sources, and what is no text.
#[derive(Default)]
pub struct Saved {
    /// The texts.
    texts: SourceTexts,
    /// What the other files are.
    unreadable: Unreadable,
    /// Whether some were asked for alone, so that the others are only missed.
    of_some: bool,
}

impl Saved {
    /// Compares an incident's quotations with the texts. Where all were to be compared, one that cannot be is an error.
    pub fn verify(&self, incident: &Incident) -> QuoteCheck {
        let mut check = verify_readable(incident, &self.texts, &self.unreadable);
        if self.of_some {
            for problem in &mut check.problems {
                let named = self.unreadable.contains_key(&problem.record);
                if problem.rule == Rule::NoSourceText && !named {
                    problem.severity = Severity::Warning;
                }
            }
        }
        check
    }

    fn add(&mut self, source: &str, file: &Path) -> anyhow::Result<()> {
        match read(file)? {
            Ok(text) => {
                self.unreadable.remove(source);
                self.texts.insert(source.to_owned(), text);
            }
            Err(found) => {
                self.texts.remove(source);
                self.unreadable.insert(source.to_owned(), found);
            }
        }
        Ok(())
    }
}

/// The texts of those sources that have one: as named, else from the folder.
///
/// # Errors
/// If a folder or file cannot be read, several files could be one source's text, or a name is no source's id.
pub fn find(sources: &[Source], folder: Option<&Path>, named: &[Named]) -> anyhow::Result<Saved> {
    let mut saved = Saved {
        of_some: folder.is_none(),
        ..Saved::default()
    };
    if let Some(folder) = folder {
        let names = file_names(folder)
            .with_context(|| format!("cannot read the folder {}", folder.display()))?;
        for source in sources {
            let text = source.text.as_deref().unwrap_or(&source.id);
            if let Some(file) = the_one(&names, text)? {
                saved.add(&source.id, file)?;
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
        saved.add(source, file)?;
    }
    Ok(saved)
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
    let mut found: Vec<(&String, &PathBuf)> =
        names.iter().filter(|(name, _)| begins(name)).collect();
    // A document stands beside the text that was copied out of it.
    if found.len() > 1 && found.iter().any(|(_, path)| !is_document(path)) {
        found.retain(|(_, path)| !is_document(path));
    }
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

/// The text of a file; what the file is, where it is no text.
fn read(file: &Path) -> anyhow::Result<Result<String, NoText>> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    if let Some(kind) = document(&bytes) {
        let found = format!("{} is {kind}, not a text", file.display());
        return Ok(Err(NoText::Document(found)));
    }
    Ok(match json::decode(&bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(refusal) => {
            let found = refusal.message.split(". Save it again").next();
            let found = found.unwrap_or_default();
            let told = format!("{}: {found}", file.display());
            // Zero bytes are those of no encoding.
            Err(if found.contains("encoded in") {
                NoText::Encoded(told)
            } else {
                NoText::Document(told)
            })
        }
    })
}

fn is_document(file: &Path) -> bool {
    let mut start = Vec::new();
    let read = File::open(file).and_then(|file| file.take(8).read_to_end(&mut start));
    read.is_ok() && document(&start).is_some()
}

/// What a file is that programs for writing and printing make, by its first bytes.
fn document(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 4] = [
        (b"%PDF", "a PDF file"),
        (
            b"PK\x03\x04",
            "a Word or OpenDocument file, or another archive",
        ),
        (b"\xd0\xcf\x11\xe0", "an old Word file"),
        (b"{\\rtf", "a file in Rich Text Format"),
    ];
    let kind = KINDS.iter().find(|(sign, _)| bytes.starts_with(sign));
    kind.map(|(_, kind)| *kind)
}
