//! `cargo xtask metrics`: how wide text is at most, from the fonts that readers' systems have.
//!
//! Reads the fonts and writes `src/layout/advances.rs`: for the alphabets most names are written in the widest
//! advance of every character, for the others one width per block. The same fonts give the same file, so the
//! test below makes it again wherever they are installed.
//!
//! - `fonts` – which fonts, and where their files are;
//! - `widths` – how wide characters and blocks are in them;
//! - `print` – the file that is written.

mod fonts;
mod print;
mod widths;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use skrifa::FontRef;

use crate::apt;
use crate::progress::say;
use crate::workspace::Workspace;
use fonts::{FONTS, Font, files, version, wanted};
use print::print;
use widths::{Widths, read};

/// What `metrics` can be told.
#[derive(Args)]
pub struct Options {
    /// Where the fonts are, if not installed: a folder that their packages were unpacked into.
    #[arg(long, value_name = "DIR", default_value = INSTALLED)]
    fonts: PathBuf,
}

/// Where Debian installs fonts.
const INSTALLED: &str = "/usr/share/fonts";
/// The file that is written.
const TABLE: &str = "src/layout/advances.rs";

/// Writes the table.
///
/// # Errors
/// When fonts are missing and cannot be installed, or cannot be read.
pub fn metrics(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.fonts == Path::new(INSTALLED) {
        install()?;
    }
    let table = table(&options.fonts)?;
    let path = workspace.root.join(TABLE);
    let same = fs::read_to_string(&path).is_ok_and(|old| old == table);
    fs::write(&path, &table).with_context(|| path.display().to_string())?;
    say(&format!(
        "{TABLE} {}",
        if same { "is as it was" } else { "has changed" }
    ));
    Ok(())
}

/// Installs the packages of which a file is missing.
fn install() -> Result<()> {
    let there = files(Path::new(INSTALLED));
    let mut packages: Vec<&str> = wanted()
        .into_iter()
        .filter(|(_, name, _)| !there.contains_key(name))
        .map(|(package, ..)| package)
        .collect();
    packages.dedup();
    if packages.is_empty() {
        return Ok(());
    }
    apt::install(
        &packages,
        (
            "fonts for the metrics are missing",
            "or unpack these packages and name the folder: --fonts DIR",
        ),
        "70 MB",
    )
}

/// The whole file, from the fonts below a folder.
///
/// # Errors
/// When a font is missing or cannot be read.
fn table(folder: &Path) -> Result<String> {
    let there = files(folder);
    let mut cuts = [Widths::new(), Widths::new()];
    let mut versions = String::new();
    for (package, name, bold) in wanted() {
        let path = there.get(&name).with_context(|| {
            format!(
                "{name} of the package {package} is not in {}",
                folder.display()
            )
        })?;
        let data = fs::read(path).with_context(|| path.display().to_string())?;
        let font = FontRef::from_index(&data, 0).with_context(|| path.display().to_string())?;
        let general = FONTS
            .iter()
            .find(|font| font.regular == name || font.bold == name);
        let [regular_widths, bold_widths] = &mut cuts;
        let widths = if bold { bold_widths } else { regular_widths };
        read(&font, general.is_none(), widths)?;
        if let Some(Font { licence, .. }) = general.filter(|_| !bold) {
            writeln!(versions, "//! - {package}: {} ({licence})", version(&font))?;
        }
    }
    print(&versions, &cuts)
}

#[cfg(test)]
mod tests {
    use super::widths::{forms, units};
    use super::*;

    /// Where every font is installed, the table in the repository is what they give.
    #[test]
    fn the_table_is_that_of_the_fonts() -> Result<()> {
        let folder =
            std::env::var_os("ACTOR_MAP_FONTS").map_or_else(|| INSTALLED.into(), PathBuf::from);
        let there = files(&folder);
        if let Some((package, name, _)) = wanted()
            .into_iter()
            .find(|(_, name, _)| !there.contains_key(name))
        {
            println!(
                "note: metrics table not compared: {name} ({package}) is not installed; `cargo xtask metrics` is"
            );
            return Ok(());
        }
        assert_eq!(
            table(&folder)?,
            include_str!("../../../src/layout/advances.rs")
        );
        Ok(())
    }

    #[test]
    fn a_form_counts_for_its_letter() {
        for (code, of) in [
            (0xfe8f, Some((0x628, false))),
            (0xfe90, Some((0x628, false))),
            (0xfe91, Some((0x628, true))),
            (0xfe92, Some((0x628, true))),
            (0xfe8e, Some((0x627, false))),
            (0xfbff, Some((0x6cc, true))),
            (0xfefb, None),
            (0xfe63, None),
            (0x628, None),
        ] {
            assert_eq!(forms().get(&code).copied(), of, "{code:x}");
        }
        assert_eq!(units(0.0), 0);
        assert_eq!(units(0.6), 100);
        assert_eq!(units(0.601), 101);
    }
}
