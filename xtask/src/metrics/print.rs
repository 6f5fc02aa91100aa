//! The file that is written: one table after the other.

use std::fmt::Write;

use anyhow::{Result, bail};

use super::widths::{ALIKE, ARABIC, BLOCKS, JOINED, RUNS, UNIT_EM, Widths, block, units};

/// The whole file: `versions` are the lines of its head that name the fonts.
pub(super) fn print(versions: &str, [regular, bold]: &[Widths; 2]) -> Result<String> {
    let mut out = String::from(HEAD);
    out.push_str(versions);
    out.push_str(BODY);
    print_runs(&mut out)?;
    let all: Vec<u32> = RUNS
        .iter()
        .flat_map(|&(first, last)| first..=last)
        .collect();
    let joined: Vec<u32> = ARABIC.map(|letter| letter + JOINED).collect();
    for (name, about, codes, widths) in [
        ("REGULAR", "Regular weight.", &all, regular),
        ("BOLD", "Bold.", &all, bold),
        (
            "JOINED",
            "Arabic letters that another one is joined to, regular weight.",
            &joined,
            regular,
        ),
        ("JOINED_BOLD", "The same, bold.", &joined, bold),
    ] {
        print_widths(&mut out, name, about, codes, widths)?;
    }
    print_alike(&mut out)?;
    print_blocks(&mut out, regular, bold)?;
    Ok(out)
}

/// The runs, and where each begins in the tables of widths.
fn print_runs(out: &mut String) -> Result<()> {
    let mut start = 0;
    writeln!(out, "pub(super) const RUNS: [Run; {}] = [", RUNS.len())?;
    for (first, last) in RUNS {
        writeln!(
            out,
            "    Run {{ first: {first:#x}, last: {last:#x}, start: {start} }},"
        )?;
        start += last - first + 1;
    }
    writeln!(out, "];\n")?;
    Ok(())
}

/// The widths of these characters, one after the other.
fn print_widths(
    out: &mut String,
    name: &str,
    about: &str,
    codes: &[u32],
    widths: &Widths,
) -> Result<()> {
    let all: Vec<String> = codes
        .iter()
        .map(|code| units(widths.get(code).copied().unwrap_or(0.6)).to_string())
        .collect();
    writeln!(out, "/// {about}\n#[rustfmt::skip]")?;
    writeln!(out, "pub(super) const {name}: [u8; {}] = [", all.len())?;
    for row in all.chunks(26) {
        writeln!(out, "    {},", row.join(", "))?;
    }
    writeln!(out, "];\n")?;
    if all.iter().any(|units| units.parse::<u8>().is_err()) {
        bail!("a character is wider than {} em", 255.0 * UNIT_EM);
    }
    Ok(())
}

/// The letters that count for others.
fn print_alike(out: &mut String) -> Result<()> {
    writeln!(
        out,
        "/// Letters of Persian and Urdu, and the Arabic ones that they count for.\n#[rustfmt::skip]"
    )?;
    writeln!(
        out,
        "pub(super) const ALIKE: [(u16, u16); {}] = [",
        ALIKE.len()
    )?;
    for (letter, like) in ALIKE {
        writeln!(out, "    ({letter:#x}, {like:#x}),")?;
    }
    writeln!(out, "];\n")?;
    Ok(())
}

/// The blocks; neighbours of the same widths are one.
fn print_blocks(out: &mut String, regular: &Widths, bold: &Widths) -> Result<()> {
    let mut blocks: Vec<(u32, [u32; 2])> = Vec::new();
    let mut first = 0;
    for (last, take) in &BLOCKS {
        let widths = [regular, bold].map(|widths| block(widths, first, *last, take));
        first = last + 1;
        match blocks.last_mut().filter(|(_, before)| *before == widths) {
            Some(same) => same.0 = *last,
            None => blocks.push((*last, widths)),
        }
    }
    writeln!(
        out,
        "/// All other characters, by blocks: the last of each, and its widths.\n#[rustfmt::skip]"
    )?;
    writeln!(
        out,
        "pub(super) const BLOCKS: [(u32, [u16; 2]); {}] = [",
        blocks.len()
    )?;
    for (last, [regular, bold]) in blocks {
        writeln!(out, "    ({last:#x}, [{regular}, {bold}]),")?;
    }
    out.push_str("];\n");
    Ok(())
}

const HEAD: &str = "\
//! Advance widths of characters: written by `cargo xtask metrics`, not edited.
//!
//! Each number is the largest horizontal advance of these fonts, in units of 6/1000 em, rounded up. Characters that none
//! of them has count 600/1000 em. An Arabic letter counts as the wider of its forms where no other letter is joined to it, and
//! in tables of their own as the wider of those where one is; one that Persian or Urdu has besides counts for the letter that
//! it is like. They are what browsers take for `system-ui` or `sans-serif` on Linux and Android; Liberation has Arial's widths. Only numbers come from them.
//! Noto's families for single scripts, of the package fonts-noto-core, count for those.
//!
";

const BODY: &str = "
/// The size of one unit, in em.
pub(super) const UNIT_EM: f64 = 0.006;

/// A run of characters whose widths stand in the tables, one after the other.
pub(super) struct Run {
    /// First character.
    pub first: u32,
    /// Last character.
    pub last: u32,
    /// Where the run begins in the tables.
    pub start: u32,
}

/// The runs, ascending: ASCII, Latin-1 and Latin Extended-A, Greek, Cyrillic, Arabic, general punctuation.
#[rustfmt::skip]
";
