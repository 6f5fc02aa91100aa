//! What script a character is of, as far as somebody asks: one that puts no space between words, one from right to left.

/// Whether a character is compared by itself: Thai and Lao, Burmese, Khmer, Han and kana with their punctuation.
pub(crate) fn stands_alone(letter: char) -> bool {
    let letter = letter as u32;
    // The planes of rare Han characters.
    matches!(letter >> 16, 2 | 3) || is_among(letter, ALONE)
}

/// Whether a character is of a script that is written from right to left: the blocks of Hebrew, Arabic and their neighbours, and
/// of scripts of old. Marks and signs among them, too: who asks of letters says so. (A name on the map is asked by
/// `layout::letters::is_from_right`: the layout knows no incidents, and every reader would load more ranges than names need.)
#[cfg(feature = "check")]
pub(crate) fn is_from_right(character: char) -> bool {
    matches!(u32::from(character),
        0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff)
}

/// Whether a character is in one of these ranges. A table and a loop: comparisons in a row are three times the code.
pub(crate) fn is_among(letter: u32, ranges: &[[u16; 2]]) -> bool {
    let holds = |[from, to]: &[u16; 2]| (u32::from(*from)..=u32::from(*to)).contains(&letter);
    ranges.iter().any(holds)
}

const ALONE: &[[u16; 2]] = &[
    [0xE00, 0xEFF],
    [0x1000, 0x109F],
    [0x1780, 0x17FF],
    [0x2E80, 0x9FFF],
    [0xF900, 0xFAFF],
    [0xFF01, 0xFF9F],
];
