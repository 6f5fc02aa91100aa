//! Characters that look like others: a quotation in which they were exchanged is not the source's, though nobody sees why.

use super::edges::{Edge, edges};
use super::folding::Folded;
use crate::incident::invisible::{code_point, invisible};

/// How many places are looked at: a quotation of a letter or two is in a long text everywhere.
const LOOKED_AT: usize = 100;
/// How many differences a message names.
const NAMED: usize = 3;

/// Where a folded quotation is not in a folded text, but one that looks like it is: "where the quotation has “ی” (U+06CC),
/// the source has “ي” (U+064A)".
pub(super) fn difference(text: &Folded, quote: &str) -> Option<String> {
    let (looks, wanted) = (look(&text.text), look(quote));
    let found = looks
        .match_indices(&wanted)
        .take(LOOKED_AT)
        .find_map(|(at, _)| {
            // Each character looks like one, so that their numbers are the same in both.
            let before = looks.get(..at)?.chars().count();
            let start: usize = text.text.chars().take(before).map(char::len_utf8).sum();
            let rest = text.text.get(start..)?.chars();
            let length = rest
                .take(quote.chars().count())
                .map(char::len_utf8)
                .sum::<usize>();
            let ends = edges(text, start, start + length);
            let part = text.text.get(start..start + length)?;
            (!ends.contains(&Edge::Within)).then_some(part)
        })?;
    let mut pairs: Vec<(char, char)> = Vec::new();
    for (ours, theirs) in quote.chars().zip(found.chars()) {
        if ours != theirs && !pairs.contains(&(ours, theirs)) {
            pairs.push((ours, theirs));
        }
    }
    let told = pairs.iter().take(NAMED).map(|(ours, theirs)| {
        format!(
            "{} in the quotation is {} in the source",
            named(*ours),
            named(*theirs)
        )
    });
    let told: Vec<String> = told.collect();
    let more = match pairs.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    (!told.is_empty()).then(|| told.join(", ") + &more)
}

/// "“ي” (U+064A)"; what cannot be seen by its name.
pub(crate) fn named(char: char) -> String {
    let code = code_point(char);
    if let Some(name) = dash(char) {
        return format!("{name} ({char}, {code})");
    }
    match (char, invisible(char)) {
        (' ', _) => format!("a space ({code})"),
        (_, Some(name)) => format!("a {name} ({code})"),
        _ => format!("“{char}” ({code})"),
    }
}

/// A text in one character for all that look alike: of letters, and of hyphens and dashes.
fn look(text: &str) -> String {
    let looks = text.chars().map(|char| match dash(char) {
        Some(_) => '-',
        None => look_of(char),
    });
    looks.collect()
}

/// The name of a hyphen or dash. Which of them was printed counts, but to see it one has to look twice.
fn dash(char: char) -> Option<&'static str> {
    Some(match char {
        '-' | '\u{2010}' => "a hyphen",
        '\u{2011}' => "a hyphen without a line break",
        '\u{2012}' => "a figure dash",
        '\u{2013}' => "an en dash",
        '\u{2014}' => "an em dash",
        '\u{2015}' => "a long dash",
        '\u{2212}' => "a minus sign",
        _ => return None,
    })
}

/// The one of its look-alikes that stands for a character. By Unicode Technical Standard 39 (confusables), what occurs between
/// keyboards for neighbouring languages, and full-width forms.
pub(crate) fn look_of(char: char) -> char {
    match char {
        // Letters of Persian and Urdu on an Arabic keyboard.
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ہ' | 'ھ' | 'ە' => 'ه',
        '\u{660}'..='\u{669}' => in_series(char, '\u{660}', '\u{6f0}'),
        '\u{200c}' => ' ',
        // Cyrillic and Greek beside Latin.
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'Ї' => 'Ï',
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'һ' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'ν' => 'v',
        'х' => 'x',
        'у' => 'y',
        'ї' => 'ï',
        '\u{ff01}'..='\u{ff5e}' => in_series(char, '\u{ff01}', '!'),
        other => other,
    }
}

/// The character of the other series in the place of this one.
fn in_series(char: char, from: char, to: char) -> char {
    let code = u32::from(to) + u32::from(char) - u32::from(from);
    char::from_u32(code).unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alikes_are_named_with_their_code_points() {
        for (text, quote, expected) in [
            (
                "'اين ادعا'",
                "این ادعا",
                Some("“ی” (U+06CC) in the quotation is “ي” (U+064A) in the source"),
            ),
            (
                "'ادعا بی اساس است'",
                "بی\u{200c}اساس",
                Some(
                    "a zero-width non-joiner (U+200C) in the quotation is a space (U+0020) in the source",
                ),
            ),
            (
                "the Сity of Ρ. and СС",
                "City of P. and CC",
                Some(
                    "“C” (U+0043) in the quotation is “С” (U+0421) in the source, “P” (U+0050) in the quotation is “Ρ” \
                     (U+03A1) in the source",
                ),
            ),
            (
                "「ＡＰＴ－99」",
                "APT-99",
                Some(
                    "“A” (U+0041) in the quotation is “Ａ” (U+FF21) in the source, “P” (U+0050) in the quotation is “Ｐ” (U+FF30) in the source, “T” (U+0054) in the quotation is “Ｔ” (U+FF34) in the source, and 1 more",
                ),
            ),
            (
                "'Vláda – tedy stát – platí'",
                "Vláda - tedy stát — platí",
                Some(
                    "a hyphen (-, U+002D) in the quotation is an en dash (–, U+2013) in the source, an em dash (—, U+2014) in the quotation is an en dash (–, U+2013) in the source",
                ),
            ),
            // Within a word, or other letters.
            ("Соncord", "Con", None),
            ("the City", "the Town", None),
        ] {
            assert_eq!(
                difference(&Folded::of(text), quote).as_deref(),
                expected,
                "{quote}"
            );
        }
    }

    #[test]
    fn what_stands_for_its_look_alikes_looks_like_itself() {
        for code in 0..=0x1_ffff {
            if let Some(char) = char::from_u32(code) {
                assert_eq!(look_of(look_of(char)), look_of(char), "{char}");
            }
        }
    }
}
