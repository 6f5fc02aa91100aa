//! Widths: of characters, from a font, and of blocks, from their characters'.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use anyhow::{Context, Result};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

/// The size of one unit, in em.
pub(super) const UNIT_EM: f64 = 0.006;

/// Alphabets with a width per character: ASCII, Latin-1 and Latin Extended-A, Greek, Cyrillic, Arabic, punctuation.
pub(super) const RUNS: [(u32, u32); 7] = [
    (0x20, 0x7e),
    (0xa0, 0x17f),
    (0x386, 0x3ce),
    (0x400, 0x45f),
    (0x620, 0x64a),
    (0x2010, 0x2030),
    (0x2032, 0x203a),
];

/// How a block's width is taken from its characters'.
pub(super) enum Take {
    /// What the script says, in em.
    Em(f64),
    /// The widest.
    Widest,
    /// What nine in ten are within: where a few are twice as wide as the others.
    Most,
}
use Take::{Em, Most, Widest};

/// The blocks, by their last character; each begins where the one before ends.
pub(super) const BLOCKS: [(u32, Take); 31] = [
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
pub(super) type Widths = BTreeMap<u32, f64>;

/// Widens `widths` to a font's. One that is for a script counts for what is not Latin, Greek, Cyrillic or punctuation.
pub(super) fn read(font: &FontRef, for_script: bool, widths: &mut Widths) -> Result<()> {
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
pub(super) const ARABIC: RangeInclusive<u32> = 0x620..=0x64a;
/// The letters' forms in a word, by themselves. (Between the two blocks stand forms of punctuation, as wide as a Han character.)
const FORMS: [RangeInclusive<u32>; 2] = [0xfb50..=0xfdff, 0xfe70..=0xfef4];
/// Letters of Persian and Urdu, and the Arabic ones that they are like: peh, tteh, tcheh, ddal, rreh, jeh, keheh, gaf, noon
/// ghunna, heh doachashmee, heh goal, Farsi yeh, yeh barree.
pub(super) const ALIKE: [(u32, u32); 13] = [
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
pub(super) const JOINED: u32 = 0x20_0000;

/// Of each form the letter, and whether another letter is joined to it there. Of each letter the single form comes first, then
/// the last one of a word, the first and the middle one.
pub(super) fn forms() -> BTreeMap<u32, (u32, bool)> {
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

pub(super) fn units(em: f64) -> u32 {
    (em / UNIT_EM - 1e-9).ceil() as u32
}

/// A block's width.
pub(super) fn block(widths: &Widths, first: u32, last: u32, take: &Take) -> u32 {
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
