//! Which scripts put no space between words.

/// Whether a character is compared by itself: Thai and Lao, Burmese, Khmer, Han and kana with their punctuation.
pub(crate) fn stands_alone(letter: char) -> bool {
    let letter = letter as u32;
    // The planes of rare Han characters.
    matches!(letter >> 16, 2 | 3) || is_among(letter, ALONE)
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
