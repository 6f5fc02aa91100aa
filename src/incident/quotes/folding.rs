//! What does not count when a quotation is compared with its source's text.
//!
//! - white space: a run, line breaks too, is one space; after a soft hyphen a line break is nothing;
//! - quotation marks: all are one mark;
//! - ellipses: three full stops are one;
//! - Hebrew gershayim and geresh (״ ׳) are the quotation marks they look like, for whom keyboards have them;
//! - the tatweel (ـ), which stretches an Arabic word on its line;
//! - Unicode form: NFC, and the letters that ligatures (ﬁ) and Arabic presentation forms stand for;
//! - characters that nobody sees, where they say nothing ([`is_idle`]).

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::incident::invisible::is_idle;
use crate::incident::report::is_quotation_mark;

/// The sign that stands for every quotation mark.
pub(super) const MARK: char = '\'';
/// Draws the letters beside it apart.
const TATWEEL: char = '\u{640}';

/// A text as it is compared.
pub(super) struct Folded {
    pub(super) text: String,
    /// Where its marks stand, and which marks the text itself has.
    marks: Vec<(usize, char)>,
    /// Where its lines begin, and whether a blank line stands before.
    lines: Vec<(usize, bool)>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let plain = spelt_out(text).replace("...", "…");
        let mut folded = Self {
            text: String::with_capacity(plain.len()),
            marks: Vec::new(),
            lines: Vec::new(),
        };
        let mut breaks = 0;
        for char in plain.nfc() {
            if char.is_whitespace() {
                breaks += usize::from(matches!(char, '\n' | '\u{2029}'));
            } else if breaks > 0 {
                folded.lines.push((folded.text.len(), breaks > 1));
                breaks = 0;
            }
            if is_quotation_mark(char) || is_hebrew_mark(char) {
                folded.marks.push((folded.text.len(), char));
                folded.text.push(MARK);
            } else if !char.is_whitespace() {
                folded.text.push(char);
            } else if !folded.text.ends_with(' ') {
                folded.text.push(' ');
            }
        }
        folded
    }

    /// A part of the folded text, with the text's own quotation marks.
    pub(super) fn own(&self, part: Range<usize>) -> String {
        let start = part.start;
        let chars = self.text.get(part).unwrap_or_default().char_indices();
        chars
            .map(|(at, char)| self.mark(start + at).unwrap_or(char))
            .collect()
    }

    /// All quotation marks, with where they stand.
    pub(super) fn marks(&self) -> impl Iterator<Item = (usize, char)> {
        self.marks.iter().copied()
    }

    /// Where lines begin but the first, and whether a blank line stands before.
    pub(super) fn lines(&self) -> &[(usize, bool)] {
        &self.lines
    }

    /// The text's own quotation mark at this offset of the folded one.
    pub(super) fn mark(&self, at: usize) -> Option<char> {
        let found = self.marks.binary_search_by_key(&at, |(at, _)| *at);
        self.marks.get(found.ok()?).map(|(_, mark)| *mark)
    }
}

/// A text as it is compared.
pub(crate) fn fold(text: &str) -> String {
    Folded::of(text).text
}

/// A text without what nobody sees, and with its ligatures in letters.
fn spelt_out(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(char) = chars.next() {
        if char == TATWEEL {
            continue;
        }
        if is_idle(before, char, chars.peek().copied()) {
            // The end of a line at which a word was parted.
            if char == '\u{ad}' && matches!(chars.peek(), Some('\n' | '\r')) {
                while chars.next_if(|next| next.is_whitespace()).is_some() {}
            }
            continue;
        }
        before = Some(char);
        if is_form(char) {
            plain.extend(std::iter::once(char).nfkc());
        } else {
            plain.push(char);
        }
    }
    plain
}

/// Whether a character is a sign of abbreviation that a Hebrew keyboard has as `"` or `'`.
fn is_hebrew_mark(char: char) -> bool {
    matches!(char, '׳' | '״')
}

/// Whether a character is another shape of letters, as PDF files have them. Other compatibility forms are not: ² is not 2.
fn is_form(char: char) -> bool {
    matches!(char, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_or_is_another_shape_does_not_count() {
        for (text, folded) in [
            ("Minis\u{ad}te\u{200b}rium", "Ministerium"),
            ("Minis\u{ad}\r\n  terium", "Ministerium"),
            ("\u{feff}of\u{2060} \u{200e}A\u{200f}", "of A"),
            ("oﬀicial ﬁle", "official file"),
            ("10²  km", "10² km"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("„so“ ...", "'so' …"),
            ("لا أســاس", "لا أساس"),
            ("בע״מ בע\"מ ג׳", "בע'מ בע'מ ג'"),
        ] {
            assert_eq!(fold(text), folded);
        }
        let folded = Folded::of("„so“ l’un");
        assert_eq!(
            [0, 3, 6, 1].map(|at| folded.mark(at)),
            [Some('„'), Some('“'), Some('’'), None]
        );
        assert_eq!(folded.own(3..folded.text.len()), "“ l’un");
    }
}
