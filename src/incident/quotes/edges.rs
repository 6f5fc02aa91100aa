//! Whether a quotation begins and ends where words and numbers of its source do, so that none is cut into another one:
//! "able" is not in "unable".
//!
//! Word boundaries are those of Unicode Standard Annex 29, on which texts without spaces (Chinese, Japanese, Thai) have one
//! almost everywhere. It knows neither closing marks that look like apostrophes nor numbers written with spaces; that is
//! added here.

use unicode_segmentation::UnicodeSegmentation;

use super::folding::{Folded, MARK};

/// How many characters on each side say whether a word goes on.
const NEAR: usize = 24;

/// Where a quotation meets a word of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Between words.
    Whole,
    /// Beside a hyphen that joins words: a part that can stand alone, or a dash.
    Hyphen,
    /// Within a word or a number.
    Within,
}

/// How a passage of a text begins and ends.
pub(super) fn edges(text: &Folded, start: usize, end: usize) -> [Edge; 2] {
    let quote = text.text.get(start..end).unwrap_or_default();
    let begin = if is_elided(text, start, quote) {
        Edge::Whole
    } else {
        edge(text, start)
    };
    let after = text.text.get(end..).unwrap_or_default();
    let ends = if is_genitive(text, end, after) {
        Edge::Whole
    } else {
        edge(text, end)
    };
    let before = text.text.get(..start).unwrap_or_default();
    [
        if begin == Edge::Hyphen && has_prefix(before) {
            Edge::Within
        } else {
            begin
        },
        ends,
    ]
}

/// Whether nothing but signs stands in a text, so that no word of it could be looked for.
pub(super) fn has_no_word(text: &str) -> bool {
    let is_sign = |char: char| {
        char.is_ascii_punctuation()
            || char.is_whitespace()
            || matches!(char, '¡' | '¿' | '§' | '\u{2010}'..='\u{205e}' | '\u{3001}'..='\u{3003}')
    };
    text.chars().all(is_sign)
}

/// The word or number in which this place of a text lies, as the text itself has it.
pub(super) fn word_at(text: &Folded, at: usize) -> String {
    let (before, after) = text.text.split_at_checked(at).unwrap_or_default();
    // A number whose thousands are set apart by a space lies on both of its sides.
    let left = before.trim_end_matches(' ');
    let right = after.trim_start_matches(' ');
    let start = left.rfind(' ').map_or(0, |space| space + 1);
    let end = text.text.len() - right.len();
    let end = end + right.find(' ').unwrap_or(right.len());
    let word = text.text.get(start..end).unwrap_or_default();
    let core = word.trim_matches(|char: char| !char.is_alphanumeric());
    let mut from = start + word.find(core).unwrap_or_default();
    let to = from + core.len();
    if core.starts_with(|char: char| char.is_ascii_digit()) {
        let sign = text.text.get(start..from).unwrap_or_default();
        from -= sign
            .chars()
            .next_back()
            .filter(|sign| is_minus(*sign))
            .map_or(0, char::len_utf8);
    }
    text.own(from..to)
}

fn edge(text: &Folded, at: usize) -> Edge {
    let (before, after) = text.text.split_at_checked(at).unwrap_or_default();
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else {
        return Edge::Whole;
    };
    if parts_thousands(before, after) || parts_sign(before, next) {
        return Edge::Within;
    }
    if last == ' ' || next == ' ' {
        return Edge::Whole;
    }
    if last.is_ascii_alphabetic() && next.is_ascii_alphabetic() {
        return Edge::Within;
    }
    if is_hyphen(last) && joins(before.chars().nth_back(1), Some(next))
        || is_hyphen(next) && joins(Some(last), after.chars().nth(1))
    {
        return Edge::Hyphen;
    }
    let (near, place) = near(text, at);
    let mut bounds = near.split_word_bound_indices();
    if bounds.any(|(bound, _)| bound == place) {
        Edge::Whole
    } else {
        Edge::Within
    }
}

/// The surroundings of a place of a text, and where in them it lies. What parts words, though Unicode's rules do not say
/// so, is another sign there.
fn near(text: &Folded, at: usize) -> (String, usize) {
    let (before, after) = text.text.split_at_checked(at).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take(NEAR)
        .last()
        .map_or(at, |(start, _)| start);
    let part = text.text.get(start..).unwrap_or_default();
    let end = after.char_indices().nth(NEAR);
    let end = end.map_or(text.text.len(), |(end, _)| at + end);
    let (mut near, mut place) = (String::new(), 0);
    let mut last = None;
    let mut chars = part.char_indices().peekable();
    while let Some((offset, char)) = chars.next().filter(|(offset, _)| start + offset < end) {
        if start + offset == at {
            place = near.len();
        }
        let next = chars.peek().map(|(_, next)| *next);
        near.push(match char {
            MARK if is_apostrophe(text, start + offset, last, next) => '’',
            MARK => '|',
            // Sentences that a saved text has without a space between them.
            '.' | ':' if !next.is_some_and(char::is_numeric) => '|',
            char => char,
        });
        last = Some(char);
    }
    if at >= end {
        place = near.len();
    }
    (near, place)
}

/// Whether the mark at this place is an apostrophe within a word. Korean has closing marks there, before a particle.
fn is_apostrophe(text: &Folded, at: usize, before: Option<char>, after: Option<char>) -> bool {
    let is_letter = |char: Option<char>| {
        char.is_some_and(|char| char.is_alphanumeric() && !matches!(char, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}'))
    };
    matches!(text.mark(at), Some('\'' | '’')) && is_letter(before) && is_letter(after)
}

/// The place of the apostrophe that ends this part of a text, within a word.
fn apostrophe_before(text: &Folded, at: usize) -> bool {
    let (before, after) = text.text.split_at_checked(at).unwrap_or_default();
    before.ends_with(MARK)
        && is_apostrophe(
            text,
            at - MARK.len_utf8(),
            before.chars().nth_back(1),
            after.chars().next(),
        )
}

/// Whether an article or preposition without its vowel stands before (l’accord): a word of its own. What stands behind an
/// English apostrophe has two letters at most.
fn is_elided(text: &Folded, start: usize, quote: &str) -> bool {
    let letters = quote.chars().take_while(|char| char.is_alphabetic());
    apostrophe_before(text, start) && letters.count() > 2
}

/// Whether only an s behind an apostrophe was left out: the name is whole.
fn is_genitive(text: &Folded, end: usize, after: &str) -> bool {
    let mut chars = after.chars();
    chars.next() == Some(MARK)
        && matches!(chars.next(), Some('s' | 'S'))
        && !chars.next().is_some_and(char::is_alphanumeric)
        && matches!(text.mark(end), Some('\'' | '’'))
}

/// Whether the mark before a quotation is no opening one but an apostrophe.
pub(super) fn begins_behind_apostrophe(text: &Folded, start: usize) -> bool {
    apostrophe_before(text, start)
}

fn is_hyphen(char: char) -> bool {
    matches!(char, '-' | '\u{2010}' | '\u{2011}')
}

fn is_minus(char: char) -> bool {
    matches!(char, '-' | '\u{2212}')
}

fn joins(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}

/// Whether a text ends with what is no word without the next, and may turn its sense: "non-".
fn has_prefix(before: &str) -> bool {
    const PREFIXES: &[&str] = &[
        "anti", "dis", "ex", "mis", "nicht", "non", "pseudo", "quasi", "un",
    ];
    let before = before.trim_end_matches(is_hyphen);
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, char)| char.is_alphanumeric())
        .last();
    let word = start
        .and_then(|(start, _)| before.get(start..))
        .unwrap_or_default();
    PREFIXES
        .iter()
        .any(|prefix| word.eq_ignore_ascii_case(prefix))
}

/// Whether a place lies between the groups of a number such as 13 500 000.
fn parts_thousands(before: &str, after: &str) -> bool {
    let digits = |chars: &mut dyn Iterator<Item = char>| {
        chars.take(4).take_while(char::is_ascii_digit).count()
    };
    // Beside the space, on either side of it.
    let (left, right) = match (before.strip_suffix(' '), after.strip_prefix(' ')) {
        (Some(left), _) => (left, after),
        (None, Some(right)) => (before, right),
        (None, None) => return false,
    };
    let first = digits(&mut left.chars().rev());
    let group = digits(&mut right.chars());
    (1..=3).contains(&first) && group == 3
}

/// Whether a place lies between a minus and its number.
fn parts_sign(before: &str, next: char) -> bool {
    let mut before = before.chars().rev();
    next.is_ascii_digit()
        && before.next().is_some_and(is_minus)
        && before.next().is_none_or(|char| char == ' ' || char == MARK)
}

#[cfg(test)]
mod tests {
    use super::Edge::{Hyphen, Whole, Within};
    use super::*;

    /// How the part of a text between two bars begins and ends.
    fn at(text: &str) -> [Edge; 2] {
        let mut parts = text.split('|');
        let [before, quote] = [0, 1].map(|_| super::super::fold(parts.next().unwrap_or_default()));
        let folded = Folded::of(&text.replace('|', ""));
        edges(&folded, before.len(), before.len() + quote.len())
    }

    #[test]
    fn words_and_numbers_are_whole_or_not() {
        for (text, found) in [
            ("“|We are unable to comply.|”", [Whole, Whole]),
            ("We are un|able to comply.|", [Within, Whole]),
            ("das |Minister|ium", [Whole, Within]),
            ("unabl|e| to", [Within, Whole]),
            ("caf|e\u{301}| x", [Within, Whole]),
            // Numbers, with their signs.
            ("1|3,5 million|", [Within, Whole]),
            ("13,|5 million|", [Within, Whole]),
            ("|13|,5 million", [Whole, Within]),
            ("|13|, and 5", [Whole, Whole]),
            ("1.|000| were", [Within, Whole]),
            ("1\u{202f}|000 people|", [Within, Whole]),
            ("1 |000 people|", [Within, Whole]),
            ("|some 13| 500 people", [Whole, Within]),
            ("in 2030 |500 people|", [Whole, Whole]),
            ("at -|5 degrees|", [Within, Whole]),
            ("at \u{2212}|5 degrees|", [Within, Whole]),
            // Apostrophes, and marks that look like them.
            ("we |can|’t do it", [Whole, Within]),
            ("we don'|t do it|", [Within, Whole]),
            ("they’|re here|", [Within, Whole]),
            ("de l’|accord|", [Whole, Whole]),
            ("|Group B|’s network", [Whole, Whole]),
            ("the ‘|friends|’ of", [Whole, Whole]),
            ("그는 ‘|북한|’이라고", [Whole, Whole]),
            ("그는 \"|북한|\"이라고", [Whole, Whole]),
            ("die „|Wort|“-Affäre", [Whole, Whole]),
            // Hyphens.
            ("a non-|compliant| firm", [Within, Whole]),
            ("a state-|sponsored| group", [Hyphen, Whole]),
            ("a |state|-sponsored group", [Whole, Hyphen]),
            ("it—|now|—or", [Whole, Whole]),
            ("it - |now| - or", [Whole, Whole]),
            // Sentences without a space between them.
            ("|We did.|He said", [Whole, Whole]),
            ("|We did|.He said", [Whole, Whole]),
            ("said:|We did.|", [Whole, Whole]),
            // Without spaces between words.
            ("中国|政府|表示", [Whole, Whole]),
            ("จีน|รัฐบาล|กล่าว", [Whole, Whole]),
            ("サイバー|攻撃|を", [Whole, Whole]),
            ("북|한|은", [Within, Within]),
            ("не|возможно|", [Within, Whole]),
        ] {
            assert_eq!(at(text), found, "{text}");
        }
    }

    #[test]
    fn the_word_that_was_cut_is_told() {
        for (text, word) in [
            ("'We are un|able to", "unable"),
            ("about 13,|5 million", "13,5"),
            ("some 13 |500 people.", "13 500"),
            ("some 13| 500 people.", "13 500"),
            ("at -|5 degrees", "-5"),
            ("we don’|t", "don’t"),
            ("a non-|compliant,' he", "non-compliant"),
        ] {
            let place = super::super::fold(text).find('|').unwrap_or_default();
            let text = Folded::of(&text.replace('|', ""));
            assert_eq!(word_at(&text, place), word);
        }
    }

    #[test]
    fn signs_are_no_words() {
        for (text, none) in [
            ("-", true),
            ("…", true),
            ("?!", true),
            ("e", false),
            ("5", false),
            ("👍", false),
        ] {
            assert_eq!(has_no_word(text), none, "{text}");
        }
    }
}
