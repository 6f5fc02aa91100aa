//! How wide a text is at most, without asking a browser.
//!
//! The static edition is laid out before anyone's fonts are known, so widths are upper bounds:
//! the widest common face, character by character (module `advances`), no kerning. Scripts
//! outside the tables count by block with the widest letter in common use.

use super::advances::{BOLD, REGULAR, RUNS, UNIT_EM};

/// Type size of a node's label, regular weight.
pub const NODE_TYPE_PX: f64 = 13.0;
/// Type size of the number in a badge, bold.
pub const BADGE_TYPE_PX: f64 = 11.0;
/// Type size of a tie's words, bold.
pub const TIE_TYPE_PX: f64 = 11.0;
/// Type size of a camp's title, bold, upper case.
pub const CAMP_TYPE_PX: f64 = 11.0;
/// Letter spacing of a camp's title.
pub const CAMP_TRACKING_PX: f64 = 0.6;

/// The greatest width of `text` in one line, in CSS px, at `size_px`, bold or regular.
pub fn text_width(text: &str, size_px: f64, bold: bool) -> f64 {
    let units: u32 = text.chars().map(|c| char_units(c, bold)).sum();
    f64::from(units) * UNIT_EM * size_px
}

/// The greatest width of an upper-case camp title in one line, with its letter spacing.
pub fn title_width(text: &str) -> f64 {
    text_width(text, CAMP_TYPE_PX, true) + text.chars().count() as f64 * CAMP_TRACKING_PX
}

/// Whether a character stands on the one before it and takes no room: no line breaks before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x610..=0x61a | 0x64b..=0x65f
        | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2064 | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfeff)
}

fn char_units(c: char, bold: bool) -> u32 {
    let code = c as u32;
    if is_mark(c) {
        return 0;
    }
    for run in &RUNS {
        if (run.first..=run.last).contains(&code) {
            let table: &[u8] = if bold { &BOLD } else { &REGULAR };
            let place = (run.start + code - run.first) as usize;
            return table.get(place).copied().map_or(170, u32::from);
        }
    }
    match code {
        0..=0x1f | 0x7f..=0x9f => 0,
        0x2031 => 310,
        // Latin Extended-B, IPA, Hebrew, Thai and other narrow alphabets.
        0x180..=0x2ff | 0x590..=0x5ff | 0x0e00..=0x0eff | 0x1e00..=0x1fff => 185,
        // Cyrillic beyond the table, Arabic, Indic scripts, Ethiopic, symbols: the widest common letter.
        0x460..=0x58f | 0x600..=0x10ff | 0x1200..=0x1dff | 0x2000..=0x2e7f => 234,
        // CJK, kana, Hangul, full-width forms, emoji: a square and a little.
        _ => 172,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn widths_are_those_of_the_fonts() {
        // DejaVu Sans 2.37: "A" 684, "m" 974, " " 318 (of 1000); bold "A" 774.
        assert!((text_width("A", 1000.0, false) - 684.0).abs() <= 6.5);
        assert!((text_width("m", 1000.0, false) - 974.0).abs() <= 6.5);
        assert!((text_width(" ", 1000.0, false) - 318.0).abs() <= 6.5);
        assert!((text_width("A", 1000.0, true) - 774.0).abs() <= 6.5);
        // Liberation Sans is the wider one for the ellipsis (1000).
        assert!(text_width("…", 1000.0, false) >= 1000.0);
    }

    #[test]
    fn every_script_has_a_width_and_marks_have_none() {
        for c in ['Ł', 'Σ', 'Ж', 'ש', 'ع', '漢', '한', 'あ', '🙂', 'ไ', 'अ'] {
            let width = text_width(&c.to_string(), 10.0, false);
            assert!((3.0..=15.0).contains(&width), "{c}: {width}");
        }
        assert_eq!(
            text_width("e\u{301}", 13.0, false),
            text_width("e", 13.0, false)
        );
        assert_eq!(text_width("", 13.0, true), 0.0);
        assert!(text_width("ministry", 13.0, true) > text_width("ministry", 13.0, false));
    }

    #[test]
    fn tables_match_their_runs() {
        let total: u32 = RUNS.iter().map(|run| run.last - run.first + 1).sum();
        assert_eq!(total as usize, REGULAR.len());
        assert_eq!(total as usize, BOLD.len());
        let mut expected = 0;
        for run in &RUNS {
            assert_eq!(run.start, expected);
            expected += run.last - run.first + 1;
        }
    }
}
