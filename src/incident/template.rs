//! Puts messages together.
//!
//! By hand rather than with `format!`: a file can have many kinds of faults, and each `format!` is some hundred
//! bytes in what every reader's browser loads.

/// How much of a faulty text a message shows, in characters.
const SHOWN_CHARS: usize = 60;

/// A template with each `%` replaced by the next word, [set apart](push_isolated), and each `%q` by the next text of the
/// file, in quotation marks.
pub(crate) fn fill(template: &str, words: &[&str]) -> String {
    debug_assert_eq!(slots(template), words.len(), "{template}");
    let mut words = words.iter();
    let mut parts = template.split('%');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let word = words.next().copied().unwrap_or_default();
        if let Some(rest) = part.strip_prefix('q') {
            filled.push('"');
            push_shown(&mut filled, word);
            filled.push('"');
            filled.push_str(rest);
        } else {
            push_isolated(&mut filled, word);
            filled.push_str(part);
        }
    }
    filled
}

/// Adds a text that may stand among others. What is written from right to left would draw in the digits and signs beside it,
/// and turn "…, 5 May" round: it is set apart (Unicode Standard Annex 9: FSI and PDI). Other texts stay as they are.
pub(crate) fn push_isolated(all: &mut String, text: &str) {
    // The first bytes of letters from U+0580 to U+07FF: Hebrew, Arabic, Syriac, Thaana, N'Ko (and the last of Armenian, whom
    // it does not hurt).
    let turns = text.bytes().any(|byte| matches!(byte, 0xd6..=0xdf));
    if turns {
        all.push('\u{2068}');
    }
    all.push_str(text);
    if turns {
        all.push('\u{2069}');
    }
}

/// Advice that names a word, if there is one; else nothing.
pub(super) fn did_you_mean(word: Option<&str>) -> String {
    word.map_or_else(String::new, |word| fill("Did you mean %q? ", &[word]))
}

/// How many words a template takes.
pub(super) fn slots(template: &str) -> usize {
    template.bytes().filter(|byte| *byte == b'%').count()
}

/// Adds a text of the file to a message: on one line, and cut where it is long.
pub(super) fn push_shown(message: &mut String, text: &str) {
    let mut chars = text.chars();
    for char in chars.by_ref().take(SHOWN_CHARS) {
        message.push(if char.is_control() { ' ' } else { char });
    }
    if chars.next().is_some() {
        message.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_in_order() {
        assert_eq!(
            fill("no % has %q; %.", &["actor", "a\n%q", "gone"]),
            "no actor has \"a %q\"; gone."
        );
        assert_eq!(fill("plain", &[]), "plain");
    }

    #[test]
    fn what_is_written_from_right_to_left_is_set_apart() {
        assert_eq!(
            fill("According to %, %", &["وزارة", "5 May"]),
            "According to \u{2068}وزارة\u{2069}, 5 May"
        );
        for text in ["Élysée", "Міністерство", "外交部", "Κύπρος", ""] {
            assert_eq!(fill("%", &[text]), text);
        }
        for text in ["משרד החוץ", "NATO و", "އަ"] {
            assert_eq!(fill("%", &[text]), format!("\u{2068}{text}\u{2069}"));
        }
    }

    #[test]
    fn long_texts_are_cut() {
        let long = "ž".repeat(SHOWN_CHARS + 1);
        let shown = fill("%q", &[&long]);
        assert_eq!(shown.chars().count(), SHOWN_CHARS + 3);
        assert!(shown.ends_with("ž…\""));
        let short = "ž".repeat(SHOWN_CHARS);
        assert!(!fill("%q", &[&short]).contains('…'));
    }
}
