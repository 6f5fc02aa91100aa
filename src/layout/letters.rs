//! What a single letter, or two neighbours, tell beyond their classes: whether they take room, are written as one or joined, and
//! from which side a text is written.

use super::break_class::Class::{Cut, Hebrew, Ideograph, Joiner, Letter, Mark};
use super::break_class::class;

/// Whether a character takes no room in a line: marks over and under another one do not, those beside it do.
pub(super) fn has_no_width(c: char) -> bool {
    let code = c as u32;
    match code {
        0x900..=0x97f => matches!(
            code & 0x7f,
            0..=2 | 0x3a | 0x3c | 0x41..=0x48 | 0x4d | 0x51..=0x57 | 0x62 | 0x63
        ),
        0x980..=0xdff => false,
        0xe00..=0xeff => matches!(code & 0x7f, 0x31 | 0x34..=0x3a | 0x47..=0x4e),
        _ => matches!(class(c), Mark | Joiner | Cut),
    }
}

/// What is written as one with the character after it: a consonant without its vowel in the scripts of India, a vowel before its
/// consonant in Thai and Lao.
pub(super) fn leads(c: char) -> bool {
    let code = c as u32;
    matches!(code, 0xe40..=0xe44 | 0xec0..=0xec4)
        || (matches!(code, 0x900..=0xd7f) && code & 0x7f == 0x4d)
}

/// Whether two characters are written joined: Arabic letters, but after hamza, and after those that end a stroke.
pub(super) fn is_joined(before: char, after: char) -> bool {
    is_arabic(before)
        && is_arabic(after)
        && !matches!(before, '\u{622}'..='\u{625}' | '\u{627}' | '\u{629}' | '\u{62f}'..='\u{632}' | '\u{648}' | '\u{649}'
            | '\u{671}' | '\u{688}'..='\u{699}' | '\u{6c0}' | '\u{6c3}'..='\u{6cb}' | '\u{6d2}'..='\u{6d5}')
}

/// Letters of Arabic that others may be joined to: none of its digits and signs, and not hamza.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}' | '\u{622}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}')
}

/// What keeps two letters from being joined.
pub(super) const NON_JOINER: char = '\u{200c}';

/// Whether a text is written from right to left: its first letter tells, nearly as Unicode Standard Annex 9 has it (P2 and P3):
/// signs and pictures tell nothing, nor do the few letters among them (flags, "ℝ"). Unlike in `incident::scripts`, scripts beyond
/// the first plane (Adlam, those of old) count as from the left: every reader is spared their ranges.
pub(super) fn is_from_right(text: &str) -> bool {
    let letter = |c: &char| {
        let sign = matches!(c, ..'A' | '['..'a' | '{'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
        !sign && matches!(class(*c), Letter | Hebrew | Ideograph)
    };
    let first = text.chars().find(letter);
    first.is_some_and(
        |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'),
    )
}

#[cfg(test)]
mod tests {
    use super::is_from_right;

    #[test]
    fn the_first_letter_tells_the_direction() {
        for name in [
            "וועדה א",
            "وزارة A",
            "@وزارة",
            "#الوزارة",
            "_وزارة",
            "© وزارة",
            "7 ספרים",
            "٣ وزارات",
            "«وزارة»",
            "• הוועדה",
            "→ وزارة",
            "⚖\u{fe0f} משרד",
            "🙂 وزارة",
            "👩\u{200d}💻 وزارة",
            "👍🏽 הוועדה",
        ] {
            assert!(is_from_right(name), "{name}");
        }
        for name in [
            "Ministry A وزارة",
            "@ministry وزارة",
            "🙂 Ministry وزارة",
            "É وزارة",
            "部 وزارة",
            "Министерство وزارة",
            "#1",
            "🙂",
            "",
        ] {
            assert!(!is_from_right(name), "{name}");
        }
    }
}
