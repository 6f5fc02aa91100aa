//! `cargo xtask metrics`: how wide text is at most, from the fonts that readers' systems have.
//!
//! Reads the [fonts](FONTS) and writes `src/layout/advances.rs`: for the alphabets most names are written in the widest
//! advance of every character, for the others one width per [block](BLOCKS). The same fonts give the same file, so the
//! test below makes it again wherever they are installed.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use crate::apt;
use crate::progress::say;
use crate::workspace::Workspace;

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
/// The size of one unit, in em.
const UNIT_EM: f64 = 0.006;

/// A family: Debian's package, its licence, the files of its regular and its bold cut.
struct Font {
    package: &'static str,
    licence: &'static str,
    regular: &'static str,
    bold: &'static str,
}

/// The families, the widest first. Nothing of a font is copied but numbers.
const FONTS: [Font; 5] = [
    Font {
        package: "fonts-dejavu-core",
        licence: "Bitstream Vera and Arev licences",
        regular: "DejaVuSans.ttf",
        bold: "DejaVuSans-Bold.ttf",
    },
    Font {
        package: "fonts-liberation",
        licence: "GPL 2 with font exception",
        regular: "LiberationSans-Regular.ttf",
        bold: "LiberationSans-Bold.ttf",
    },
    Font {
        package: "fonts-roboto-unhinted",
        licence: "Apache 2.0",
        regular: "Roboto-Regular.ttf",
        bold: "Roboto-Bold.ttf",
    },
    Font {
        package: "fonts-noto-core",
        licence: OFL,
        regular: "NotoSans-Regular.ttf",
        bold: "NotoSans-Bold.ttf",
    },
    Font {
        package: "fonts-noto-cjk",
        licence: OFL,
        regular: "NotoSansCJK-Regular.ttc",
        bold: "NotoSansCJK-Bold.ttc",
    },
];
const OFL: &str = "SIL Open Font License 1.1";

/// Noto's families for one script each, of the package `fonts-noto-core`: they count for their scripts only.
const SCRIPTS: [&str; 20] = [
    "Arabic",
    "Armenian",
    "Bengali",
    "Cherokee",
    "Devanagari",
    "Ethiopic",
    "Georgian",
    "Gujarati",
    "Gurmukhi",
    "Hebrew",
    "Kannada",
    "Khmer",
    "Lao",
    "Malayalam",
    "Myanmar",
    "Oriya",
    "Sinhala",
    "Tamil",
    "Telugu",
    "Thai",
];

/// Alphabets with a width per character: ASCII, Latin-1 and Latin Extended-A, Greek, Cyrillic, Arabic, punctuation.
const RUNS: [(u32, u32); 7] = [
    (0x20, 0x7e),
    (0xa0, 0x17f),
    (0x386, 0x3ce),
    (0x400, 0x45f),
    (0x620, 0x64a),
    (0x2010, 0x2030),
    (0x2032, 0x203a),
];

/// How a block's width is taken from its characters'.
enum Take {
    /// What the script says, in em.
    Em(f64),
    /// The widest.
    Widest,
    /// What nine in ten are within: where a few are twice as wide as the others.
    Most,
}
use Take::{Em, Most, Widest};

/// The blocks, by their last character; each begins where the one before ends.
const BLOCKS: [(u32, Take); 31] = [
    (0x9f, Em(0.0)),   // controls
    (0x24f, Widest),   // Latin Extended-B
    (0x36f, Widest),   // phonetic letters
    (0x3ff, Widest),   // Greek
    (0x52f, Widest),   // Cyrillic
    (0x58f, Widest),   // Armenian
    (0x5ff, Widest),   // Hebrew
    (0x605, Widest),   // signs over Arabic numbers
    (0x61f, Widest),   // Arabic punctuation
    (0x8ff, Widest),   // Arabic letters of other languages
    (0xb7f, Most),     // Devanagari, Bengali, Gurmukhi, Gujarati, Oriya
    (0xbff, Most),     // Tamil
    (0xdff, Most),     // Telugu, Kannada, Malayalam, Sinhala
    (0xeff, Widest),   // Thai, Lao
    (0x109f, Most),    // Burmese
    (0x10ff, Widest),  // Georgian
    (0x11ff, Em(1.0)), // Korean letters
    (0x13ff, Most),    // Ethiopic, Cherokee
    (0x1dff, Most),    // Khmer and other scripts
    (0x1eff, Widest),  // Latin Extended Additional
    (0x1fff, Widest),  // Greek Extended
    (0x2030, Widest),  // spaces
    (0x2031, Widest),  // per ten thousand
    (0x2e7f, Most),    // punctuation, currencies, symbols
    (0x9fff, Em(1.0)), // Chinese, Japanese
    (0xabff, Widest),  // Yi, Latin Extended-D
    (0xfaff, Em(1.0)), // Korean, rare ideographs
    (0xfdff, Most),    // ligatures, Arabic Presentation Forms-A
    (0xfeff, Widest),  // Arabic Presentation Forms-B
    (0xffff, Em(1.0)), // full-width forms
    // Pictures, rare ideographs. Noto's coloured pictures are 1.245 em wide.
    (0x10_ffff, Em(1.25)),
];

/// Per character the widest advance, in em.
type Widths = BTreeMap<u32, f64>;

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

/// Every file: its package, its name, and whether it is bold.
fn wanted() -> Vec<(&'static str, String, bool)> {
    let mut all = Vec::new();
    for bold in [false, true] {
        for font in &FONTS {
            let name = if bold { font.bold } else { font.regular };
            all.push((font.package, name.to_owned(), bold));
        }
        let cut = if bold { "Bold" } else { "Regular" };
        for script in SCRIPTS {
            all.push((
                "fonts-noto-core",
                format!("NotoSans{script}-{cut}.ttf"),
                bold,
            ));
        }
    }
    all
}

/// Every file below a folder, by its name.
fn files(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(entry.file_name().to_string_lossy().into_owned(), path);
            }
        }
    }
    found
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

/// The name and version a font gives itself.
fn version(font: &FontRef) -> String {
    let say = |id| {
        let strings = font.localized_strings(id).english_or_first();
        strings.map_or_else(String::new, |text| text.chars().collect::<String>())
    };
    let version = say(StringId::VERSION_STRING);
    // "Version 2.004-H2;hotconv 1.0.118;…" has the tools in it.
    let version = version.split([';', ',']).next().unwrap_or_default().trim();
    format!(
        "{} {}",
        say(StringId::FAMILY_NAME),
        version.strip_prefix("Version ").unwrap_or(version)
    )
}

/// Widens `widths` to a font's. One that is for a script counts for what is not Latin, Greek, Cyrillic or punctuation.
fn read(font: &FontRef, for_script: bool, widths: &mut Widths) -> Result<()> {
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let em = f64::from(
        font.metrics(Size::unscaled(), LocationRef::default())
            .units_per_em,
    );
    let forms = forms();
    let mut advances = Widths::new();
    for (code, glyph) in font.charmap().mappings() {
        if for_script && (code < 0x530 || (0x2000..0x2e80).contains(&code)) {
            continue;
        }
        let advance = metrics
            .advance_width(glyph)
            .context("a glyph without width")?;
        advances.insert(code, f64::from(advance) / em);
    }
    let mut widen = |code: u32, advance: f64| {
        let width = widths.entry(code).or_default();
        *width = width.max(advance);
    };
    for (&code, &advance) in &advances {
        widen(code, advance);
        let letter = alike(code);
        match forms.get(&code) {
            Some(&(of, joined)) => widen(alike(of) + if joined { JOINED } else { 0 }, advance),
            None if ARABIC.contains(&letter) => {
                widen(letter, advance);
                // Of a font that lacks the forms by themselves the single one counts.
                let of_it = |form: &&u32| forms.get(form) == Some(&(code, true));
                let mut joined = forms.keys().filter(of_it).peekable();
                if joined.peek().is_some() && !joined.any(|form| advances.contains_key(form)) {
                    widen(letter + JOINED, advance);
                }
            }
            None => {}
        }
    }
    Ok(())
}

/// The Arabic letters with a width each.
const ARABIC: RangeInclusive<u32> = 0x620..=0x64a;
/// The letters' forms in a word, by themselves. (Between the two blocks stand forms of punctuation, as wide as a Han character.)
const FORMS: [RangeInclusive<u32>; 2] = [0xfb50..=0xfdff, 0xfe70..=0xfef4];
/// Letters of Persian and Urdu, and the Arabic ones that they are like: peh, tteh, tcheh, ddal, rreh, jeh, keheh, gaf, noon
/// ghunna, heh doachashmee, heh goal, Farsi yeh, yeh barree.
const ALIKE: [(u32, u32); 13] = [
    (0x67e, 0x628),
    (0x679, 0x62a),
    (0x686, 0x62c),
    (0x688, 0x62f),
    (0x691, 0x631),
    (0x698, 0x632),
    (0x6a9, 0x643),
    (0x6af, 0x643),
    (0x6ba, 0x646),
    (0x6be, 0x647),
    (0x6c1, 0x647),
    (0x6cc, 0x64a),
    (0x6d2, 0x64a),
];

/// The Arabic letter that one is like, or the character itself.
fn alike(code: u32) -> u32 {
    let known = ALIKE.iter().find(|(letter, _)| *letter == code);
    known.map_or(code, |(_, like)| *like)
}

/// Added to a letter: its form where another letter is joined to it. Unicode ends below.
const JOINED: u32 = 0x20_0000;

/// Of each form the letter, and whether another letter is joined to it there. Of each letter the single form comes first, then
/// the last one of a word, the first and the middle one.
fn forms() -> BTreeMap<u32, (u32, bool)> {
    let mut counts = BTreeMap::<u32, usize>::new();
    let mut forms = BTreeMap::new();
    for form in FORMS.into_iter().flatten().filter_map(char::from_u32) {
        let mut letters = core::iter::once(form).nfkc();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && letter != form
        {
            let count = counts.entry(letter.into()).or_default();
            forms.insert(form.into(), (letter.into(), *count >= 2));
            *count += 1;
        }
    }
    forms
}

fn units(em: f64) -> u32 {
    (em / UNIT_EM - 1e-9).ceil() as u32
}

/// A block's width.
fn block(widths: &Widths, first: u32, last: u32, take: &Take) -> u32 {
    let mut all: Vec<f64> = widths
        .range(first..=last)
        .filter(|(code, _)| !RUNS.iter().any(|(from, to)| (from..=to).contains(code)))
        .map(|(_, width)| *width)
        .collect();
    all.sort_by(f64::total_cmp);
    units(match take {
        Em(width) => *width,
        Widest => all.last().copied().unwrap_or(1.0),
        Most => all.get(all.len() * 9 / 10).copied().unwrap_or(1.0),
    })
}

fn print(versions: &str, [regular, bold]: &[Widths; 2]) -> Result<String> {
    let mut out = String::from(HEAD);
    out.push_str(versions);
    out.push_str(BODY);
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
    }
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
    Ok(out)
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

#[cfg(test)]
mod tests {
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
            include_str!("../../src/layout/advances.rs")
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
