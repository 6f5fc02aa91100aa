//! Where the editions go.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::edition::Kind;
use crate::{files, overwriting};

/// Where the editions go.
pub enum Target {
    /// To standard output.
    Pipe,
    /// Into one file.
    File(PathBuf),
    /// Into a folder, a file each.
    Folder(PathBuf),
}

/// Reads the command's OUT, and makes the folder.
///
/// # Errors
/// If several files would go to one place, or the folder cannot be made.
pub fn target(files: &[PathBuf], kinds: &[Kind], output: &str) -> anyhow::Result<Target> {
    let several = files.len() > 1 || kinds.len() > 1;
    files::check_pipes(files)?;
    if output == "-" {
        if several {
            bail!(
                "several editions cannot go to standard output; name a folder with -o, such as -o out/"
            );
        }
        return Ok(Target::Pipe);
    }
    let path = PathBuf::from(output);
    if several
        || output.ends_with('/')
        || output.ends_with(std::path::MAIN_SEPARATOR)
        || path.is_dir()
    {
        if path.is_file() {
            bail!("{output} is a file, and several editions need a folder");
        }
        fs::create_dir_all(&path).with_context(|| format!("cannot make the folder {output}"))?;
        return Ok(Target::Folder(path));
    }
    Ok(Target::File(path))
}

/// What was rendered, to be written as a whole or not at all.
pub struct Rendered {
    /// What stands behind the incident's name: "element.html".
    pub ending: String,
    /// The content.
    pub bytes: Vec<u8>,
    /// What only accompanies an edition: the ending in the place of that one's last. Left out where there is a single place.
    pub aside: Option<&'static str>,
}

/// An edition that is written.
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// Whether other content stood there, in a folder, where nobody named the file.
    pub replaced: bool,
}

/// A file's name with the ending of what accompanies it.
fn beside(name: PathBuf, ending: Option<&str>) -> PathBuf {
    match ending {
        Some(ending) => name.with_extension(ending),
        None => name,
    }
}

impl Target {
    /// The file for an incident's edition; none for the pipe.
    pub fn path(&self, incident: &str, rendered: &Rendered) -> Option<PathBuf> {
        let edition = match self {
            Self::Pipe => return None,
            Self::File(path) => path.clone(),
            Self::Folder(folder) => folder.join(format!("{incident}.{}", rendered.ending)),
        };
        Some(beside(edition, rendered.aside))
    }

    /// What an incident's edition is called where it lies, or what accompanies it; in a folder, or in the pipe, by its incident.
    pub fn name(&self, incident: &str, ending: &str, aside: Option<&str>) -> OsString {
        let named = match self {
            Self::File(path) => path.file_name(),
            _ => None,
        };
        let named = named.map_or_else(|| format!("{incident}.{ending}").into(), PathBuf::from);
        beside(named, aside).into_os_string()
    }

    /// Writes an edition. In a folder no link is followed: an incident's id must not lead out of it.
    ///
    /// # Errors
    /// If it cannot be written, or would be over an incident file, or through a link in a folder.
    pub fn write(&self, incident: &str, rendered: &Rendered) -> anyhow::Result<Option<Written>> {
        let Some(path) = self.path(incident, rendered) else {
            if rendered.aside.is_none() {
                files::write(Path::new("-"), &rendered.bytes)?;
            }
            return Ok(None);
        };
        let in_folder = matches!(self, Self::Folder(_));
        if in_folder && path.is_symlink() {
            bail!(
                "{} is a symbolic link, and what it leads to would be written over; remove the link, or name the one file with -o",
                path.display()
            );
        }
        let replaces = overwriting::write_made(&path, &rendered.bytes)?;
        Ok(Some(Written {
            path,
            replaced: in_folder && replaces,
        }))
    }
}
