//! Reads the file to be checked, and not much more of it than may be read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use actor_map::incident::{Refusal, check_size, limits};
use anyhow::Context;

/// A file as far as it is read.
pub struct Input {
    /// The bytes, at most one more than [`limits::MAX_BYTES`].
    pub bytes: Vec<u8>,
    /// How many bytes there are.
    size: usize,
}

impl Input {
    /// Whether the file is small enough.
    pub fn check_size(&self) -> Result<(), Refusal> {
        check_size(self.size)
    }
}

/// Reads a file or, for "-", standard input.
///
/// # Errors
/// If it cannot be read.
pub fn read(file: &Path) -> anyhow::Result<Input> {
    let why = || {
        let hint = if file.is_dir() {
            "; it is a folder, name the file in it"
        } else {
            ""
        };
        format!("cannot read {}{hint}", file.display())
    };
    let mut size = None;
    let mut input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        let opened = File::open(file).with_context(why)?;
        let metadata = opened.metadata().with_context(why)?;
        size = metadata.is_file().then_some(metadata.len());
        Box::new(opened)
    };
    let mut bytes = Vec::new();
    let most = u64::try_from(limits::MAX_BYTES).unwrap_or(u64::MAX);
    let mut beginning = input.by_ref().take(most.saturating_add(1));
    beginning.read_to_end(&mut bytes).with_context(why)?;
    let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    // What comes through a pipe is counted to its end, so that the message is right; a giga is enough to know.
    let rest = match size {
        None if read > most => {
            io::copy(&mut input.take(1 << 30), &mut io::sink()).with_context(why)?
        }
        _ => 0,
    };
    let size = size.unwrap_or_default().max(read + rest);
    Ok(Input {
        bytes,
        size: usize::try_from(size).unwrap_or(usize::MAX),
    })
}
