//! Characters that no page and no picture can show.

/// Whether a character may stand in a text: not so control characters other than tab and line breaks, U+FFFE and U+FFFF,
/// which HTML calls errors, and XML 1.0 does not have or advises against (those from U+007F to U+009F).
pub fn is_printable(char: char) -> bool {
    matches!(char, '\t' | '\n' | '\r')
        || !char.is_control() && !matches!(char, '\u{fffe}' | '\u{ffff}')
}

/// A text with U+FFFD, the replacement character, for each that is not.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|char| if is_printable(char) { char } else { '\u{fffd}' })
        .collect()
}
