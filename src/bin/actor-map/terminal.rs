//! What the command says is read on terminals: no text of a file may move the cursor, hide a line or turn one round there,
//! nor stand as a line of its own where it could be taken for the command's.

use std::borrow::Cow;

/// A report whose lines are the command's own, with what a terminal would obey written out: `\u{1b}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    for char in text.chars() {
        if is_obeyed(char) {
            shown.extend(char.escape_unicode());
        } else {
            shown.push(char);
        }
    }
    Cow::Owned(shown)
}

/// A text that may hold anything, as a part of a line: what breaks lines is a space, and the rest as in [`visible`].
pub fn on_one_line(text: &str) -> String {
    let spaced = text.replace("\r\n", " ").replace(breaks_lines, " ");
    visible(&spaced).into_owned()
}

/// Whether a terminal does something at a character instead of showing it. Names from right to left have marks of direction,
/// and our own messages set them apart with isolates: these turn nothing round but what they hold.
fn is_obeyed(char: char) -> bool {
    (char.is_control() && !matches!(char, '\n' | '\t'))
        || matches!(
            char,
            '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{2028}' | '\u{2029}'
        )
}

/// Whether a line ends at a character, or what follows stands in another column.
fn breaks_lines(char: char) -> bool {
    matches!(char, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_written_out() {
        for (text, shown) in [
            ("Žluťoučký “kůň”,\n\tالوزارة", "Žluťoučký “kůň”,\n\tالوزارة"),
            ("a\u{1b}[8mb\u{7}", "a\\u{1b}[8mb\\u{7}"),
            ("\u{9b}2J\u{7f}\r", "\\u{9b}2J\\u{7f}\\u{d}"),
            ("\u{202e}a\u{2067}b", "\\u{202e}a\\u{2067}b"),
            (
                "\u{2068}الوزارة\u{200f}\u{2069}",
                "\u{2068}الوزارة\u{200f}\u{2069}",
            ),
            ("a\u{2028}b", "a\\u{2028}b"),
            // Joiners belong to words and pictures.
            ("👩\u{200d}🚀", "👩\u{200d}🚀"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn a_value_has_no_line_of_its_own() {
        let value = "Known.\r\n0 errors\n\t\u{85}\u{2029}\u{1b}[8m";
        assert_eq!(on_one_line(value), "Known. 0 errors    \\u{1b}[8m");
    }
}
