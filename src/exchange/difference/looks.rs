//! Differences that nobody sees: the same words in other characters.

use similar::{ChangeTag, TextDiff};
use unicode_normalization::UnicodeNormalization;

use crate::incident::invisible::{code_point, invisible};
use crate::incident::quotes::look_alikes::{look_of, named};

/// How many differences are named.
const NAMED: usize = 3;

/// What differs between two texts where they look the same: ` (“e” (U+0065) is now “е” (U+0435))`; empty where what differs
/// can be seen.
pub(super) fn unseen(old: &str, new: &str) -> String {
    let words = TextDiff::from_words(old, new);
    let mut told: Vec<String> = Vec::new();
    let (mut went, mut came) = (String::new(), String::new());
    let mut finish = |went: &mut String, came: &mut String| {
        if look(went) == look(came) {
            exchanged(went, came, &mut told);
        }
        went.clear();
        came.clear();
    };
    for change in words.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => finish(&mut went, &mut came),
            ChangeTag::Delete => went.push_str(change.value()),
            ChangeTag::Insert => came.push_str(change.value()),
        }
    }
    finish(&mut went, &mut came);
    let more = match told.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    told.truncate(NAMED);
    if told.is_empty() {
        return String::new();
    }
    format!(" (Not to be seen: {}{more}.)", told.join(", "))
}

/// Names the characters that were exchanged.
fn exchanged(old: &str, new: &str, told: &mut Vec<String>) {
    let chars = TextDiff::from_chars(old, new);
    for operation in chars.ops() {
        let (_, olds, news) = operation.as_tag_tuple();
        let of = |text: &str, range: std::ops::Range<usize>| {
            let chars = text.chars().skip(range.start).take(range.len());
            chars.map(character).collect::<Vec<_>>().join(" and ")
        };
        let (went, came) = (of(old, olds), of(new, news));
        let words = match (went.is_empty(), came.is_empty()) {
            _ if operation.tag() == similar::DiffTag::Equal => continue,
            (false, false) => format!("{went} is now {came}"),
            (true, _) => format!("{came} came in"),
            (_, true) => format!("{went} is out"),
        };
        if !told.contains(&words) {
            told.push(words);
        }
    }
}

/// A character and its code point. A mark that stands on another letter cannot be shown alone.
fn character(char: char) -> String {
    if unicode_normalization::char::is_combining_mark(char) {
        return format!("a mark on it ({})", code_point(char));
    }
    match char {
        '\u{a0}' => "a no-break space (U+00A0)".to_owned(),
        '\u{202f}' => "a narrow no-break space (U+202F)".to_owned(),
        char if char != ' ' && char.is_whitespace() => {
            format!("a space ({})", code_point(char))
        }
        char => named(char),
    }
}

/// A text as it looks.
fn look(text: &str) -> String {
    let seen = text.chars().filter(|char| invisible(*char).is_none());
    let looks = seen.nfc().map(|char| match char {
        '\n' | '\r' | '\t' => char,
        char if char.is_whitespace() => ' ',
        char => look_of(char),
    });
    looks.collect()
}

#[cfg(test)]
mod tests {
    use super::unseen;

    #[test]
    fn what_looks_the_same_is_named_by_its_code_points() {
        for (old, new, told) in [
            ("We have read", "We have read it", ""),
            ("We", "Us", ""),
            (
                "We have",
                "We h\u{430}ve",
                " (Not to be seen: “a” (U+0061) is now “\u{430}” (U+0430).)",
            ),
            ("We read it", "We r\u{65}\u{301}ad it", ""),
            (
                "We r\u{e9}ad",
                "We re\u{301}ad",
                " (Not to be seen: “é” (U+00E9) is now “e” (U+0065) and a mark on it (U+0301).)",
            ),
            (
                "read nothing",
                "read\u{a0}nothing",
                " (Not to be seen: a space (U+0020) is now a no-break space (U+00A0).)",
            ),
            (
                "at nothing there",
                "it no\u{ad}thing there",
                " (Not to be seen: a soft hyphen (U+00AD) came in.)",
            ),
            (
                "read\u{200b}nothing",
                "readnothing",
                " (Not to be seen: a zero-width space (U+200B) is out.)",
            ),
        ] {
            assert_eq!(unseen(old, new), told, "{old:?} {new:?}");
        }
    }
}
