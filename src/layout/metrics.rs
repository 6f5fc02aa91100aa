//! How wide a text is at most, without asking a browser.
//!
//! The static edition is laid out before anyone's fonts are known, so widths are upper bounds: the widest common face
//! (module `advances`), character by character for most alphabets and by block for the others, no kerning. An Arabic
//! letter that another one is joined to is narrower than one that ends a stroke.

use super::advances::{ALIKE, BLOCKS, BOLD, JOINED, JOINED_BOLD, REGULAR, RUNS, UNIT_EM};
use super::letters::{NON_JOINER, has_no_width, is_joined};

/// Type size of a node's label, regular weight.
pub const NODE_TYPE_PX: f64 = 13.0;
/// Type size of the number in a badge, bold.
pub const BADGE_TYPE_PX: f64 = 11.0;
/// Type size of a tie's words, bold.
pub const TIE_TYPE_PX: f64 = 11.0;
/// Type size of a camp's title, bold, upper case.
pub const CAMP_TYPE_PX: f64 = 11.0;
/// The letter that the tables of joined ones begin with.
const FIRST_ARABIC: u32 = 0x620;
/// The width of a character that its run's table lacks, which none does, in units of [`UNIT_EM`]: 1.02 em.
const UNKNOWN_UNITS: u32 = 170;
/// Letter spacing of a camp's title.
pub const CAMP_TRACKING_PX: f64 = 0.6;

/// The greatest width of `text` in one line, in CSS px, at `size_px`, bold or regular.
pub fn text_width(text: &str, size_px: f64, bold: bool) -> f64 {
    let mut units = 0;
    let mut before = None;
    let mut apart = false;
    for c in text.chars() {
        apart |= c == NON_JOINER;
        if has_no_width(c) {
            continue;
        }
        if let Some(letter) = before {
            units += char_units(letter, !apart && is_joined(letter, c), bold);
        }
        (before, apart) = (Some(c), false);
    }
    units += before.map_or(0, |last| char_units(last, false, bold));
    f64::from(units) * UNIT_EM * size_px
}

/// The greatest width of an upper-case camp title in one line, with its letter spacing.
pub fn title_width(text: &str) -> f64 {
    text_width(text, CAMP_TYPE_PX, true) + text.chars().count() as f64 * CAMP_TRACKING_PX
}

/// The width of a character; of an Arabic letter, whether another one is `joined` to it.
fn char_units(c: char, joined: bool, bold: bool) -> u32 {
    let like = ALIKE
        .iter()
        .find(|(letter, _)| u32::from(*letter) == c as u32);
    let code = like.map_or(c as u32, |(_, like)| u32::from(*like));
    if joined {
        let table = if bold { &JOINED_BOLD } else { &JOINED };
        let place = code.wrapping_sub(FIRST_ARABIC) as usize;
        if let Some(units) = table.get(place) {
            return u32::from(*units);
        }
    }
    for run in &RUNS {
        if (run.first..=run.last).contains(&code) {
            let table: &[u8] = if bold { &BOLD } else { &REGULAR };
            let place = (run.start + code - run.first) as usize;
            return table.get(place).copied().map_or(UNKNOWN_UNITS, u32::from);
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
        // "-" 361, "." 318, "(" 390, ":" 337.
        for (sign, width) in [("-", 361.0), (".", 318.0), ("(", 390.0), (":", 337.0)] {
            assert!(
                (text_width(sign, 1000.0, false) - width).abs() <= 6.5,
                "{sign}"
            );
        }
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
    fn arabic_letters_are_narrower_where_another_one_is_joined_to_them() {
        let width = |text: &str| text_width(text, 1000.0, false);
        // DejaVu Sans 2.37: beh 941 of 1000, its first and middle form 280 and 373 at most, alef 278.
        let (beh, alef) = (width("\u{628}"), width("\u{627}"));
        assert!(width("\u{628}\u{628}") < beh * 1.5);
        // After a mark, too; not across a space, and no letter that ends a stroke.
        assert!(width("\u{628}\u{64e}\u{628}") < beh * 1.5);
        assert!(width("\u{628} \u{628}") > beh * 2.0);
        assert!((width("\u{627}\u{628}") - alef - beh).abs() < 1.0);
        // Nor before what no letter is joined to: hamza, a digit, what a non-joiner keeps apart.
        for after in ["\u{621}", "\u{6f1}", "\u{6d4}", "\u{200c}\u{628}"] {
            assert!((width(&["\u{628}", after].concat()) - beh - width(after)).abs() < 1.0);
        }
        // Persian letters count for those they are like.
        assert_eq!(width("\u{67e}\u{6cc}"), width("\u{628}\u{64a}"));
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
