//! Characters that no page and no picture can show.

/// Whether a character may stand in a text: not so control characters other than tab and line breaks, U+FFFE and U+FFFF,
/// which XML 1.0 does not have and HTML calls errors.
pub fn is_printable(char: char) -> bool {
    matches!(
        char,
        '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..
    )
}

/// A text with U+FFFD, the replacement character, for each that is not.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|char| if is_printable(char) { char } else { '\u{fffd}' })
        .collect()
}
