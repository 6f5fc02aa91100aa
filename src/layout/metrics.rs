//! How wide a text is at most, without asking a browser.
//!
//! The static edition is laid out before anyone's fonts are known, so widths are upper bounds: the widest common face
//! (module `advances`), character by character for most alphabets and by block for the others, no kerning. Arabic
//! letters count as wide as the widest of their joined forms.

use super::advances::{BLOCKS, BOLD, REGULAR, RUNS, UNIT_EM};
use super::breaks::has_no_width;

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

fn char_units(c: char, bold: bool) -> u32 {
    let code = c as u32;
    if has_no_width(c) {
        return 0;
    }
    for run in &RUNS {
        if (run.first..=run.last).contains(&code) {
            let table: &[u8] = if bold { &BOLD } else { &REGULAR };
            let place = (run.start + code - run.first) as usize;
            return table.get(place).copied().map_or(170, u32::from);
        }
    }
    let block = BLOCKS.iter().find(|(last, _)| code <= *last);
    block.map_or(0, |(_, [regular, of_bold])| {
        u32::from(if bold { *of_bold } else { *regular })
    })
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
