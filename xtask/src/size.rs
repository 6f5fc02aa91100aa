//! The size gate: everything a browser loads for a live map, without the incident, as a server would send it.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use brotli::CompressorWriter;

/// The most that may be loaded, in bytes after brotli at quality 11.
pub const BUDGET: usize = 99_000;

/// The most that the entry of a release may be: all that a page loads before a reader comes near.
pub const LOADER_BUDGET: usize = 2_500;

/// The folder in the build that holds what a live map loads, and nothing else.
const FOLDER: &str = "actor-map";

/// The parts' sizes. Displays as a table.
pub struct Report {
    parts: Vec<Part>,
}

struct Part {
    path: String,
    raw: usize,
    brotli: usize,
}

/// Weighs every file in the widget's folder of a build, the heaviest first.
///
/// # Errors
/// When the folder cannot be read, or holds no WebAssembly module and so is not what it should be.
pub fn weigh(dist: &Path) -> Result<Report> {
    let folder = dist.join(FOLDER);
    let mut parts = Vec::new();
    for path in files(&folder)? {
        let bytes = fs::read(&path)?;
        let path = path
            .strip_prefix(&folder)
            .unwrap_or(&path)
            .display()
            .to_string();
        parts.push(Part {
            path,
            raw: bytes.len(),
            brotli: brotli_size(&bytes)?,
        });
    }
    let program = parts.iter().any(|part| part.path.ends_with(".wasm"));
    ensure!(
        program,
        "there is no WebAssembly module in {}",
        folder.display()
    );
    parts.sort_by(|one, other| {
        other
            .brotli
            .cmp(&one.brotli)
            .then_with(|| one.path.cmp(&other.path))
    });
    Ok(Report { parts })
}

impl Report {
    /// The sum after compression, in bytes.
    pub fn total(&self) -> usize {
        self.parts.iter().map(|part| part.brotli).sum()
    }

    /// Whether the sum keeps to [`BUDGET`].
    pub fn within_budget(&self) -> bool {
        self.total() <= BUDGET
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<28} {:>9} {:>9}", FOLDER, "bytes", "brotli-11")?;
        for Part { path, raw, brotli } in &self.parts {
            writeln!(f, "{path:<28} {raw:>9} {brotli:>9}")?;
        }
        let raw: usize = self.parts.iter().map(|part| part.raw).sum();
        let verdict = if self.within_budget() {
            "within"
        } else {
            "OVER"
        };
        writeln!(
            f,
            "{:<28} {raw:>9} {:>9}   {verdict} the budget of {BUDGET}",
            "together",
            self.total()
        )
    }
}

/// Every file in a folder and in the folders in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        match path.is_dir() {
            true => found.extend(files(&path)?),
            false => found.push(path),
        }
    }
    Ok(found)
}

/// Size after brotli as web servers are set for static files: quality 11, a window of 4 MiB.
pub fn brotli_size(bytes: &[u8]) -> Result<usize> {
    let mut writer = CompressorWriter::new(Vec::new(), 64 * 1024, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod tests {
    use super::*;

    fn report(brotli: usize) -> Report {
        Report {
            parts: vec![Part {
                path: "a".into(),
                raw: brotli,
                brotli,
            }],
        }
    }

    #[test]
    fn the_budget_is_kept_up_to_its_last_byte() {
        assert!(report(BUDGET).within_budget());
        assert!(!report(BUDGET + 1).within_budget());
    }

    #[test]
    fn repetition_compresses_and_noise_does_not() {
        assert!(brotli_size(&[b'a'; 10_000]).unwrap() < 50);
        let mut state = 1_u32;
        let noise: Vec<u8> = (0..10_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                u8::try_from(state >> 24).unwrap()
            })
            .collect();
        assert!(brotli_size(&noise).unwrap() > 9_900);
    }
}
