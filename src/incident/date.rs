//! Dates as sources give them: a year, a month or a day (EDTF level 0, ISO 8601-1 calendar dates).

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// English month names, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar date that is known to the year, the month or the day.
///
/// Orders by its earliest day; a coarser date comes before the finer ones that begin with it
/// (`2025` < `2025-01` < `2025-01-01`). Shows and serialises as ISO 8601 (`2025-05-28`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The year of the Gregorian calendar, 0 to 9999.
    pub year: i32,
    /// The month, 1 to 12, if known.
    pub month: Option<u8>,
    /// The day of the month from 1, if known; never without a month.
    pub day: Option<u8>,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Form,
    /// There is no such month.
    Month,
    /// The month has no such day.
    Day,
}

impl DateError {
    /// Why, in words.
    pub fn why(self) -> &'static str {
        match self {
            Self::Form => "a date is written 2025, 2025-05 or 2025-05-28",
            Self::Month => "there is no such month",
            Self::Day => "that month has no such day",
        }
    }
}

impl PartialDate {
    /// The date with these parts, checked against the calendar.
    ///
    /// # Errors
    /// [`DateError`], if there is no such month or day, a day stands without a month,
    /// or the year is not within 0 to 9999.
    pub fn new(year: i32, month: Option<u8>, day: Option<u8>) -> Result<Self, DateError> {
        if !(0..=9999).contains(&year) {
            return Err(DateError::Form);
        }
        match (month, day) {
            (None, Some(_)) => Err(DateError::Form),
            (Some(month), _) if !(1..=12).contains(&month) => Err(DateError::Month),
            (Some(month), Some(day)) if !(1..=last_day(year, month)).contains(&day) => {
                Err(DateError::Day)
            }
            _ => Ok(Self { year, month, day }),
        }
    }

    /// The date as ISO 8601 writes it, as far as it is known: "2025-05-28", "2024-03", "2017".
    pub fn iso(self) -> String {
        // Digit by digit: padded numbers would bring the formatting of integers with all its options along.
        let mut text = String::with_capacity(10);
        for place in [1000, 100, 10, 1] {
            push_digit(&mut text, self.year / place);
        }
        let mut push = |part: u8| {
            text.push('-');
            push_digit(&mut text, i32::from(part) / 10);
            push_digit(&mut text, i32::from(part));
        };
        if let Some(month) = self.month {
            push(month);
            if let Some(day) = self.day {
                push(day);
            }
        }
        text
    }

    /// The date in words, as far as it is known: "28 May 2025", "March 2024", "2017" (English).
    pub fn in_words(self) -> String {
        let mut words = String::new();
        if let Some(month) = self.month.and_then(month_name) {
            if let Some(day) = self.day {
                words.push_str(&usize::from(day).to_string());
                words.push(' ');
            }
            words.push_str(month);
            words.push(' ');
        }
        words.push_str(&usize::try_from(self.year).unwrap_or_default().to_string());
        words
    }

    /// Whether every day of this date lies after every day of `other`: `2025-06` is after `2025-05-28`, `2025` is not.
    pub fn is_after(self, other: Self) -> bool {
        if self.year != other.year {
            return self.year > other.year;
        }
        match (self.month, other.month) {
            (Some(a), Some(b)) if a != b => a > b,
            (Some(_), Some(_)) => matches!((self.day, other.day), (Some(a), Some(b)) if a > b),
            _ => false,
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, nothing else.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = parts.next().and_then(|part| digits(part, 4));
        let year = year.ok_or(DateError::Form)?;
        let month = parts.next().map(two_digits).transpose()?;
        let day = parts.next().map(two_digits).transpose()?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        Self::new(i32::from(year), month, day)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

/// Adds the last digit of a number.
fn push_digit(text: &mut String, number: i32) {
    text.extend(
        u32::try_from(number % 10)
            .ok()
            .and_then(|digit| char::from_digit(digit, 10)),
    );
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why, without the numbers: whoever reads it has the text at hand.
impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.why())
    }
}

/// The English name of month 1 to 12.
fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// The last day of a month of the Gregorian calendar.
fn last_day(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn two_digits(part: &str) -> Result<u8, DateError> {
    digits(part, 2)
        .and_then(|number| u8::try_from(number).ok())
        .ok_or(DateError::Form)
}

/// The number that exactly `count` ASCII digits spell.
fn digits(part: &str, count: usize) -> Option<u16> {
    let spelt = part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let add = |number: u16, byte: u8| number * 10 + u16::from(byte - b'0');
    // Four digits at most, so the number never overflows.
    (spelt && count <= 4).then(|| part.bytes().fold(0, add))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )]
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_precision_reads_and_shows_as_it_was_written() {
        for text in [
            "2017",
            "2024-03",
            "2025-05-28",
            "0000",
            "2024-02-29",
            "2000-02-29",
        ] {
            assert_eq!(date(text).to_string(), text);
        }
        assert_eq!(date("2025-05-28").in_words(), "28 May 2025");
        assert_eq!(date("2024-03").in_words(), "March 2024");
        assert_eq!(date("2017").in_words(), "2017");
    }

    #[test]
    fn impossible_and_misspelt_dates_are_refused() {
        assert_eq!("2025-13".parse::<PartialDate>(), Err(DateError::Month));
        assert_eq!("2025-00-10".parse::<PartialDate>(), Err(DateError::Month));
        for text in [
            "2025-02-30",
            "2023-02-29",
            "1900-02-29",
            "2025-04-31",
            "2025-12-00",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(DateError::Day), "{text}");
        }
        for text in [
            "",
            "28 May",
            "28 May 2025",
            "25",
            "20255",
            "2025-5",
            "2025-05-28-01",
            "2025-05-",
            "-2025",
            "+025",
            "2025/05/28",
            "２０２５",
            " 2025",
            "2025-05-28T10:00:00Z",
        ] {
            assert_eq!(
                text.parse::<PartialDate>(),
                Err(DateError::Form),
                "{text:?}"
            );
        }
        assert_eq!(PartialDate::new(2025, None, Some(1)), Err(DateError::Form));
        assert_eq!(PartialDate::new(10_000, None, None), Err(DateError::Form));
    }

    #[test]
    fn dates_order_by_their_earliest_day() {
        let mut dates = ["2025-05-28", "2022", "2025-05", "2025", "2024-03-25"].map(date);
        dates.sort_unstable();
        let sorted = dates.map(|date| date.to_string());
        assert_eq!(
            sorted,
            ["2022", "2024-03-25", "2025", "2025-05", "2025-05-28"]
        );
    }

    #[test]
    fn after_means_after_whatever_the_unknown_parts_are() {
        assert!(date("2025-06").is_after(date("2025-05-28")));
        assert!(date("2026").is_after(date("2025-12-31")));
        assert!(date("2025-05-29").is_after(date("2025-05-28")));
        for (a, b) in [
            ("2025", "2025-05-28"),
            ("2025-05-28", "2025-05"),
            ("2025-05", "2025-05-01"),
            ("2024", "2025"),
        ] {
            assert!(!date(a).is_after(date(b)), "{a} {b}");
        }
    }
}
