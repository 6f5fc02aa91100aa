//! The words of quotations as they are compared: their letters, without case and punctuation; in scripts that put no space
//! between words every character.

#[cfg(feature = "browser")]
use wasm_bindgen::prelude::*;

use crate::incident::scripts::{is_among, stands_alone};

/// The words of a quotation as they are compared, each with its place in it.
pub(super) fn compared(quote: &str) -> Vec<(usize, String)> {
    let folded = folded(quote);
    let mut compared = Vec::new();
    // As many in the one as in the other: neither case nor form parts a word.
    for ((at, _), (_, word)) in split(quote).into_iter().zip(split(&folded)) {
        if let Some(word) = bare_word(word) {
            compared.push((at, word));
        }
    }
    compared
}

/// A text in lower case. By the browser's own tables: the standard library's would be more to load.
#[cfg(feature = "browser")]
fn folded(text: &str) -> String {
    in_lower_case(text)
}

#[cfg(feature = "browser")]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["String", "prototype", "toLowerCase"], js_name = call)]
    fn in_lower_case(text: &str) -> String;
}

#[cfg(not(feature = "browser"))]
fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// A word without the punctuation at its ends; none if it is nothing else, or space, but for an ellipsis: that words are
/// left out is a difference.
fn bare_word(word: &str) -> Option<String> {
    let bare = word.trim_matches(is_punctuation).trim();
    if bare.is_empty() {
        let dots = word.bytes().filter(|byte| *byte == b'.').count();
        let omits = dots > 1 || word.chars().any(|letter| letter == '…');
        return omits.then(|| "…".into());
    }
    Some(bare.replace('’', "'"))
}

/// Punctuation of scripts in use; not signs that say something (`$`, `%`, `&`, `+`).
fn is_punctuation(letter: char) -> bool {
    // As wide as a Han character: the same signs as in ASCII.
    let wide = '\u{FF01}'..='\u{FF5E}';
    let shift = if wide.contains(&letter) { 0xFEE0 } else { 0 };
    is_among(letter as u32 - shift, PUNCTUATION)
}

/// From here to there, each.
const PUNCTUATION: &[[u16; 2]] = &[
    [0x21, 0x22],   // ! "
    [0x27, 0x2A],   // ' ( ) *
    [0x2C, 0x2F],   // , - . /
    [0x3A, 0x3B],   // : ;
    [0x3F, 0x3F],   // ?
    [0x5B, 0x5D],   // [ \ ]
    [0x5F, 0x60],   // _ `
    [0x7B, 0x7D],   // { | }
    [0xA1, 0xA1],   // ¡
    [0xAB, 0xAB],   // «
    [0xB7, 0xB7],   // ·
    [0xBB, 0xBB],   // »
    [0xBF, 0xBF],   // ¿
    [0x589, 0x589], // Armenian
    [0x60C, 0x60C], // Arabic
    [0x61B, 0x61F],
    [0x6D4, 0x6D4],
    [0x964, 0x965],   // Indic
    [0x104A, 0x104B], // Burmese
    [0x1360, 0x1368], // Ethiopic
    [0x17D4, 0x17DA], // Khmer
    [0x200B, 0x2027],
    [0x2032, 0x205E],
    [0x3001, 0x3003], // of Han and kana
    [0x3008, 0x3011],
    [0x3014, 0x301F],
    [0x30FB, 0x30FB],
    [0xFF5F, 0xFF65],
];

/// A text in pieces with their places: words, every character of a script that puts no space between them, and spaces.
fn split(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut alone = false;
    for (at, letter) in text.char_indices() {
        let was_alone = alone;
        alone = letter.is_whitespace() || stands_alone(letter);
        if (was_alone || alone) && !is_mark(letter) {
            pieces.extend(text.get(start..at).map(|piece| (start, piece)));
            start = at;
        }
    }
    pieces.extend(text.get(start..).map(|piece| (start, piece)));
    pieces
}

/// Whether a character of these scripts belongs to the one before it, which no mark may begin or end within.
fn is_mark(letter: char) -> bool {
    is_among(letter as u32, MARKS)
}

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
            let found: Vec<&str> = found
                .into_iter()
                .map(|(_, word)| word.trim())
                .filter(|word| !word.is_empty())
                .collect();
            assert_eq!(found, words);
        }
    }
}
