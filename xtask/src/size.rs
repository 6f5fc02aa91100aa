//! The size gate: everything a browser loads for a live map, without the incident, as a server would send it.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use brotli::CompressorWriter;

/// The most that may be loaded, in bytes after brotli at quality 11.
pub const BUDGET: usize = 114_200;

/// The most that an incident of very many actors may load besides.
pub const LARGE_BUDGET: usize = 25_000;

/// The most that the entry of a release may be: all that a page loads before a reader comes near.
pub const LOADER_BUDGET: usize = 2_500;

/// The folder in the build that holds what a live map loads, and nothing else.
const FOLDER: &str = "actor-map";

/// What the names of the files have in them that only incidents of very many actors load.
const LARGE: &str = "large";

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
    /// What every live map loads, or what a large one loads besides: after compression, in bytes.
    fn sum(&self, large: bool) -> usize {
        let parts = self.parts.iter().filter(|part| part.is_large() == large);
        parts.map(|part| part.brotli).sum()
    }

    /// Whether the sums keep to [`BUDGET`] and [`LARGE_BUDGET`].
    pub fn within_budget(&self) -> bool {
        self.sum(false) <= BUDGET && self.sum(true) <= LARGE_BUDGET
    }
}

impl Part {
    fn is_large(&self) -> bool {
        self.path.contains(LARGE)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups = [
            (false, "every live map", BUDGET),
            (true, "very many actors, besides", LARGE_BUDGET),
        ];
        for (large, title, budget) in groups {
            writeln!(f, "{title:<32} {:>9} {:>9}", "bytes", "brotli-11")?;
            let parts = || self.parts.iter().filter(|part| part.is_large() == large);
            for Part { path, raw, brotli } in parts() {
                writeln!(f, "{path:<32} {raw:>9} {brotli:>9}")?;
            }
            let raw: usize = parts().map(|part| part.raw).sum();
            let brotli = self.sum(large);
            let verdict = if brotli <= budget { "within" } else { "OVER" };
            writeln!(
                f,
                "{:<32} {raw:>9} {brotli:>9}   {verdict} the budget of {budget}",
                "together"
            )?;
        }
        Ok(())
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

    fn report(sizes: [(&str, usize); 2]) -> Report {
        let part = |(path, brotli): (&str, usize)| Part {
            path: path.into(),
            raw: brotli,
            brotli,
        };
        Report {
            parts: sizes.map(part).into(),
        }
    }

    #[test]
    fn the_budgets_are_kept_up_to_their_last_byte() {
        let keeps = |live, large| report([("live.js", live), ("large.js", large)]).within_budget();
        assert!(keeps(BUDGET, LARGE_BUDGET));
        assert!(!keeps(BUDGET + 1, 0));
        assert!(!keeps(0, LARGE_BUDGET + 1));
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
