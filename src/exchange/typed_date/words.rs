//! The words of a typed date: English months and Roman ones, and what is told of those of other languages.

use super::Typed;

/// The first three letters of the English months, January first.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The months as Roman numerals.
const ROMAN: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

/// The numbers and words of a text, in lower case; "28th" is 28, "V" is "may", "of" and names of weekdays are passed over.
pub(super) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|char: char| !char.is_alphanumeric());
    let mut words = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        // In capitals only: "v 2025" is a Czech's "in 2025".
        if let Some(month) = ROMAN.iter().position(|roman| *roman == part) {
            words.extend(MONTHS.get(month).map(|month| (*month).to_owned()));
            continue;
        }
        let part = part.to_lowercase();
        let digits = part.trim_end_matches(|char: char| char.is_ascii_alphabetic());
        let ending = part.get(digits.len()..).unwrap_or_default();
        if !digits.is_empty() && matches!(ending, "st" | "nd" | "rd" | "th") {
            words.push(digits.to_owned());
        } else if part != "of" && !is_weekday(&part) {
            words.push(part);
        }
    }
    words
}

fn is_weekday(word: &str) -> bool {
    let begins = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    word.len() >= 3 && begins.iter().any(|day| word.starts_with(day))
}

/// 1 to 12 for an English month or the beginning of one.
pub(super) fn month_of(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let start = word.get(..3)?;
    let at = MONTHS.iter().position(|month| *month == start)?;
    let whole = NAMES.get(at)?.starts_with(word) || word == "sept";
    whole.then(|| u8::try_from(at + 1).ok()).flatten()
}

pub(super) fn number(word: &str) -> Option<i32> {
    let digits = !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// A year of four digits; of two digits as spreadsheets take them: 00 to 29 in this century.
pub(super) fn year_of(word: &str) -> Option<(i32, bool)> {
    let year = number(word)?;
    match word.len() {
        4 => Some((year, false)),
        2 if year < 30 => Some((2000 + year, true)),
        2 => Some((1900 + year, true)),
        _ => None,
    }
}

/// What is told of a year with words in another language beside it: "28. května 2025", "Mai 25".
pub(super) fn of_other_words(text: &str) -> Typed {
    let parts =
        text.split(|char: char| char.is_whitespace() || matches!(char, '.' | ',' | '/' | '-'));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let is_word = |part: &&&str| part.chars().all(|char| !char.is_numeric());
    let words = parts.iter().filter(is_word);
    let words = words.filter(|word| word.contains(char::is_alphabetic));
    let words: Vec<String> = words.map(|word| (*word).to_owned()).collect();
    // "1er" is a day as much as "1".
    let numbers = parts.iter().filter(|part| !is_word(part)).map(|part| {
        let digits = part.trim_end_matches(char::is_alphabetic);
        number(digits).map(|number| (digits.len(), number))
    });
    let Some(numbers) = numbers.collect::<Option<Vec<_>>>() else {
        return Typed::Unknown;
    };
    let numbered = "with the month's number in the place of MM";
    let form = match numbers.as_slice() {
        [(4, year)] => format!("Write {year}-MM, {numbered}, or {year} alone."),
        [(1..=2, day), (4, year)] | [(4, year), (1..=2, day)] if (1..=31).contains(day) => {
            format!("Write {year}-MM-{day:02} or {day}. MM. {year}, {numbered}.")
        }
        [(2, _)] if words.len() == 1 && parts.first().is_some_and(|first| is_word(&first)) => {
            "If a spreadsheet has made this of a month such as 2025-05, give the cell the format \"Text\" and write it there again."
                .to_owned()
        }
        _ => return Typed::Unknown,
    };
    if words.is_empty() {
        return Typed::Unknown;
    }
    Typed::OtherWords { words, form }
}
