//! Where words begin and end as texts are compared: at spaces, and in scripts that put none between words at every character.

/// A text's words with their places: what stands between spaces, and every character of a script that has none.
pub(crate) fn split(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    let mut alone = false;
    for (at, letter) in text.char_indices() {
        let space = letter.is_whitespace();
        let goes_on = is_mark(letter) || !(alone || stands_alone(letter));
        if let Some(from) = start
            && (space || !goes_on)
        {
            words.extend(text.get(from..at).map(|word| (from, word)));
            start = None;
        }
        if !space {
            start = start.or(Some(at));
            alone = stands_alone(letter);
        }
    }
    if let Some(from) = start {
        words.extend(text.get(from..).map(|word| (from, word)));
    }
    words
}

/// Whether a character is compared by itself: Thai and Lao, Burmese, Khmer, Han and kana with their punctuation.
pub(crate) fn stands_alone(letter: char) -> bool {
    let letter = letter as u32;
    // The planes of rare Han characters.
    matches!(letter >> 16, 2 | 3) || is_among(letter, ALONE)
}

/// Whether a character of these scripts belongs to the one before it, which no mark may begin or end within.
fn is_mark(letter: char) -> bool {
    is_among(letter as u32, MARKS)
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

const MARKS: &[[u16; 2]] = &[
    [0xE31, 0xE31],
    [0xE33, 0xE3A],
    [0xE47, 0xE4E],
    [0xEB1, 0xEB1],
    [0xEB3, 0xEBC],
    [0xEC8, 0xECE],
    [0x102B, 0x103E],
    [0x1056, 0x1064],
    [0x17B4, 0x17D3],
    [0x3099, 0x309A],
    [0xFE00, 0xFE0F],
    [0xFF9E, 0xFF9F],
];

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn words_end_at_spaces_and_where_there_are_none_at_every_character() {
        for (text, words) in [
            (" one  two ", vec!["one", "two"]),
            ("APT-99が来た。", vec!["APT-99", "が", "来", "た", "。"]),
            ("APT-99、B社", vec!["APT-99", "、", "B", "社"]),
            // Vowels over a letter, tone marks and voicing marks stay with it.
            ("ข้อมูล 7", vec!["ข้", "อ", "มู", "ล", "7"]),
            ("か\u{3099}", vec!["か\u{3099}"]),
            ("그 회사는", vec!["그", "회사는"]),
            ("यह निराधार", vec!["यह", "निराधार"]),
            ("", vec![]),
        ] {
            let found = split(text);
            assert!(found.iter().all(|(at, word)| text[*at..].starts_with(word)));
            let found: Vec<&str> = found.into_iter().map(|(_, word)| word).collect();
            assert_eq!(found, words);
        }
    }
}
