//! Dates as people and spreadsheets write them.

use crate::incident::PartialDate;
use crate::incident::date::DateError;

/// The first three letters of the English months, January first.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What a date was taken for whose century is a guess.
pub(super) const SHORT_YEAR: &str = "a year of two digits";

/// What a typed date turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A date, written as ISO 8601 or in a way that can mean nothing else.
    Plain(PartialDate),
    /// A date in a way that deserves a word: what it was taken for.
    Understood(PartialDate, &'static str),
    /// Day and month cannot be told apart: both readings.
    Ambiguous(PartialDate, PartialDate),
    /// A day that its month does not have: the month, and how many days there are.
    NoSuchDay { month: PartialDate, days: u8 },
    /// No date that can be understood.
    Unknown,
}

/// What a date is that is none: a day that its month lacks, or nothing at all.
fn no_such_day(year: i32, month: Option<u8>, day: Option<u8>) -> Typed {
    let is_day = |day: &u8| PartialDate::new(year, month, Some(*day)).is_ok();
    match (
        PartialDate::new(year, month, day),
        PartialDate::new(year, month, None),
    ) {
        (Err(DateError::Day), Ok(month)) => Typed::NoSuchDay {
            month,
            days: (1..=31).rev().find(is_day).unwrap_or_default(),
        },
        _ => Typed::Unknown,
    }
}

/// Reads a date: ISO 8601 with or without a time, English words, day.month.year, year/month/day, day and month with
/// slashes where only one reading is in the calendar, and the day numbers of spreadsheets.
pub(super) fn typed(text: &str) -> Typed {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Typed::Plain(date);
    }
    // A time behind the date: "2025-05-28T10:00:00Z", "2025-05-28 00:00".
    if let Some((day, time)) = text.split_at_checked(10)
        && time.starts_with(['T', 't', ' '])
        && time.contains(':')
        && let Ok(date) = day.parse()
    {
        return Typed::Plain(date);
    }
    if let Some(date) = day_number(text) {
        return Typed::Understood(date, "a spreadsheet's day number");
    }
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let month = words.iter().position(|word| month_of(word).is_some());
    match (words.as_slice(), month) {
        ([one, two], Some(0)) => of_words(two, Some(one), None),
        ([one, two], Some(1)) => match number(one) {
            // "May 2025" the other way round is "2025 May".
            Some(year) if year > 31 => of_words(one, Some(two), None),
            _ => Typed::Unknown,
        },
        ([one, two, three], Some(0)) => of_words(three, Some(one), Some(two)),
        ([one, two, three], Some(1)) if one.len() == 4 => of_words(one, Some(two), Some(three)),
        ([one, two, three], Some(1)) => of_words(three, Some(two), Some(one)),
        ([one, two, three], None) => of_numbers(text, one, two, three),
        ([one, two], None) => of_two(one, two),
        _ => Typed::Unknown,
    }
}

/// The numbers and words of a text, in lower case; "28th" is 28, "of" and names of weekdays are passed over.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|char: char| !char.is_alphanumeric());
    let mut words = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
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
fn month_of(word: &str) -> Option<u8> {
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

fn number(word: &str) -> Option<i32> {
    let digits = !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// A year of four digits; of two digits as spreadsheets take them: 00 to 29 in this century.
fn year_of(word: &str) -> Option<(i32, bool)> {
    let year = number(word)?;
    match word.len() {
        4 => Some((year, false)),
        2 if year < 30 => Some((2000 + year, true)),
        2 => Some((1900 + year, true)),
        _ => None,
    }
}

fn of_words(year: &str, month: Option<&str>, day: Option<&str>) -> Typed {
    let Some((year, short)) = year_of(year) else {
        return Typed::Unknown;
    };
    let month = month.and_then(month_of);
    let day = match day.map(number) {
        Some(None) => return Typed::Unknown,
        Some(Some(day)) => u8::try_from(day).ok(),
        None => None,
    };
    match PartialDate::new(year, month, day) {
        Ok(date) if short => Typed::Understood(date, SHORT_YEAR),
        Ok(date) => Typed::Plain(date),
        Err(_) if month.is_some() => no_such_day(year, month, day),
        Err(_) => Typed::Unknown,
    }
}

/// Two numbers: a year and a month, in either order.
fn of_two(one: &str, two: &str) -> Typed {
    let (year, month) = if one.len() == 4 {
        (one, two)
    } else {
        (two, one)
    };
    let date = number(year)
        .filter(|_| year.len() == 4)
        .zip(number(month).and_then(|month| u8::try_from(month).ok()))
        .and_then(|(year, month)| PartialDate::new(year, Some(month), None).ok());
    date.map_or(Typed::Unknown, Typed::Plain)
}

fn of_numbers(text: &str, one: &str, two: &str, three: &str) -> Typed {
    let small = |word: &str| number(word).and_then(|number| u8::try_from(number).ok());
    let date = |year: i32, month: Option<u8>, day: Option<u8>| {
        PartialDate::new(year, Some(month?), Some(day?)).ok()
    };
    if one.len() == 4 {
        let Some(year) = number(one) else {
            return Typed::Unknown;
        };
        let found = date(year, small(two), small(three));
        return found.map_or_else(
            || no_such_day(year, Some(small(two).unwrap_or_default()), small(three)),
            Typed::Plain,
        );
    }
    let Some((year, short)) = year_of(three) else {
        return Typed::Unknown;
    };
    let day_first = date(year, small(two), small(one));
    let month_first = date(year, small(one), small(two));
    let told = |date| {
        if short {
            Typed::Understood(date, SHORT_YEAR)
        } else {
            Typed::Plain(date)
        }
    };
    match (day_first, month_first) {
        // With points the day always stands first.
        (Some(date), _) if text.contains('.') => told(date),
        (Some(one), Some(other)) if one == other => told(one),
        (Some(one), Some(other)) => Typed::Ambiguous(one, other),
        (Some(date), None) => told(date),
        (None, Some(date)) if !text.contains('.') => told(date),
        _ => match no_such_day(year, Some(small(two).unwrap_or_default()), small(one)) {
            Typed::Unknown if !text.contains('.') => {
                no_such_day(year, Some(small(one).unwrap_or_default()), small(two))
            }
            other => other,
        },
    }
}

/// The day number of a spreadsheet (days since 30 December 1899), from 1954 to 2119: five digits that can be no
/// other date.
fn day_number(text: &str) -> Option<PartialDate> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    if whole.len() != 5 || !text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let days: i64 = whole.parse().ok()?;
    // 25569 is 1 January 1970.
    (20_000..80_000)
        .contains(&days)
        .then(|| of_epoch_day(days - 25_569))
        .flatten()
}

/// The date of a day counted from 1 January 1970 (Gregorian calendar, after Hinnant's `civil_from_days`).
pub(super) fn of_epoch_day(day: i64) -> Option<PartialDate> {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    PartialDate::new(
        i32::try_from(year).ok()?,
        u8::try_from(month).ok(),
        u8::try_from(day).ok(),
    )
    .ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, date) in [
            ("2025-05-28", "2025-05-28"),
            ("2025-05", "2025-05"),
            ("2025", "2025"),
            ("2025-05-28T10:00:00Z", "2025-05-28"),
            ("2025-05-28 00:00:00", "2025-05-28"),
            ("2025-5-8", "2025-05-08"),
            ("2025/05/28", "2025-05-28"),
            ("28.5.2025", "2025-05-28"),
            ("28. 5. 2025", "2025-05-28"),
            ("3.4.2025", "2025-04-03"),
            ("28/05/2025", "2025-05-28"),
            ("5/28/2025", "2025-05-28"),
            ("5/5/2025", "2025-05-05"),
            ("28 May 2025", "2025-05-28"),
            ("May 28, 2025", "2025-05-28"),
            ("Wednesday, May 28th, 2025", "2025-05-28"),
            ("28 Sept. 2025", "2025-09-28"),
            ("May 2025", "2025-05"),
            ("2025 May 28", "2025-05-28"),
            ("05/2025", "2025-05"),
        ] {
            assert_eq!(typed(text), Typed::Plain(date.parse().unwrap()), "{text}");
        }
        for text in ["28-May-25", "28.5.25", "45805", "45805.5"] {
            let found = matches!(typed(text), Typed::Understood(date, _) if date.to_string() == "2025-05-28");
            assert!(found, "{text}");
        }
    }

    #[test]
    fn a_day_that_its_month_lacks_is_told_from_what_is_no_date() {
        for (text, words, last) in [
            ("31.4.2025", "April 2025", 30),
            ("32.4.2025", "April 2025", 30),
            ("31/4/2025", "April 2025", 30),
            ("2/30/2025", "February 2025", 28),
            ("2025-02-30", "February 2025", 28),
            ("30 Feb 2024", "February 2024", 29),
        ] {
            let Typed::NoSuchDay { month, days } = typed(text) else {
                panic!("{text}: {:?}", typed(text));
            };
            assert_eq!((month.in_words().as_str(), days), (words, last), "{text}");
        }
    }

    #[test]
    fn what_can_be_two_dates_is_neither() {
        let two = Typed::Ambiguous("2025-04-03".parse().unwrap(), "2025-03-04".parse().unwrap());
        assert_eq!(typed("3/4/2025"), two);
        for text in [
            "",
            "soon",
            "28 Mai 2025",
            "30/30/2025",
            "2025-13-30",
            "May",
            "99999",
            "28 May",
            "monday",
            "1.2",
            "２０２５",
        ] {
            assert_eq!(typed(text), Typed::Unknown, "{text}");
        }
    }
}
