//! Characters that nobody sees: they come along when words are pasted, and are no part of what was said.

/// What a character is called that nobody sees; none if it can be seen, or is a space.
pub fn invisible(char: char) -> Option<&'static str> {
    Some(match char {
        '\u{ad}' => "soft hyphen",
        '\u{34f}' => "combining grapheme joiner",
        '\u{61c}' => "Arabic letter mark",
        '\u{180e}' => "Mongolian vowel separator",
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{202a}'..='\u{202e}' => "mark of embedded direction",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible operator",
        '\u{2066}'..='\u{2069}' => "mark of isolated direction",
        '\u{206a}'..='\u{206f}' => "formatting character",
        '\u{feff}' => "byte order mark",
        _ => return None,
    })
}

/// "U+064A", as Unicode writes a code point: what a character is called that no eye can tell.
pub(crate) fn code_point(char: char) -> String {
    format!("U+{:04X}", u32::from(char))
}

/// Whether a text has nothing that can be seen.
pub fn is_blank(text: &str) -> bool {
    let mut chars = text.chars();
    chars.all(|char| char.is_whitespace() || invisible(char).is_some())
}

/// Whether a character is an invisible one that says nothing between these two. Joiners change the letters beside them in
/// Arabic, Persian and the scripts of India, and the picture in emoji.
pub fn is_idle(before: Option<char>, char: char, after: Option<char>) -> bool {
    match char {
        '\u{180e}' => !before.is_some_and(is_mongolian),
        '\u{200c}' | '\u{200d}' => {
            let ends = after.is_none_or(char::is_whitespace);
            ends || !before.is_some_and(minds_joiners)
        }
        _ => invisible(char).is_some(),
    }
}

/// Whether a character only says in which direction its neighbours are written.
pub fn is_of_direction(char: char) -> bool {
    matches!(
        char,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

fn is_mongolian(char: char) -> bool {
    matches!(char, '\u{1800}'..='\u{18af}')
}

fn minds_joiners(char: char) -> bool {
    is_mongolian(char)
        || matches!(
            char,
            '\u{600}'..='\u{dff}' | '\u{f00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{a840}'..='\u{a8ff}'
            | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{11000}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}'
            // Emoji, their colours and the selector of their picture.
            | '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_say_something_where_they_change_what_is_seen() {
        for (text, idle) in [
            ("Minis\u{ad}terium", true),
            ("a\u{200d}b", true),
            ("Auf\u{200c}lage", true),
            ("می\u{200c}خواهم", false),
            ("می\u{200c} خواهم", true),
            ("क्\u{200d}ष", false),
            ("👩\u{200d}🚀", false),
            ("👩🏽\u{200d}🚀", false),
            ("end\u{200d}", true),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let found = (0..chars.len()).any(|at| {
                let before = at.checked_sub(1).and_then(|at| chars.get(at).copied());
                let after = chars.get(at + 1).copied();
                chars
                    .get(at)
                    .is_some_and(|char| is_idle(before, *char, after))
            });
            assert_eq!(found, idle, "{text:?}");
        }
    }

    #[test]
    fn what_has_nothing_to_see_is_blank() {
        for (text, blank) in [
            ("", true),
            (" \u{200b}\u{a0}\u{feff}", true),
            ("\u{200b}A", false),
            ("–", false),
        ] {
            assert_eq!(is_blank(text), blank, "{text:?}");
        }
    }
}
