//! Dates as people and spreadsheets write them: `numbers` are dates in numbers alone, `words` the months' names.

mod numbers;
mod words;

use crate::incident::PartialDate;
use crate::incident::date::DateError;

pub(super) use numbers::of_epoch_day;
use numbers::{day_number, no_such_day, of_numbers, of_two};
use words::{month_of, number, of_other_words, words, year_of};

/// What a typed date turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A date, written as ISO 8601 or in a way that can mean nothing else.
    Plain(PartialDate),
    /// A date in a way that deserves a word.
    Understood(PartialDate, Taken),
    /// Day and month cannot be told apart: both readings.
    Ambiguous(PartialDate, PartialDate),
    /// A day that its month does not have: the month, and how many days there are.
    NoSuchDay { month: PartialDate, days: u8 },
    /// Words beside a year that are no English month: those words, and how to write the date.
    OtherWords { words: Vec<String>, form: String },
    /// No date that can be understood.
    Unknown,
}

/// What a date was taken for, where that deserves a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// `45805`
    DayNumber,
    /// `28.5.25`
    ShortYear,
    /// `May-25`, `V.25`: a month as spreadsheets show it.
    ShownMonth,
    /// `28.5.2025 14:30`
    Timed,
    /// `28.5.25 14:30`
    ShortYearTimed,
}

impl Taken {
    /// What it was taken for.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::DayNumber => "a spreadsheet's day number",
            Self::ShortYear => "a year of two digits",
            Self::ShownMonth => "a month and a year of two digits",
            Self::Timed => "the time of day is left off",
            Self::ShortYearTimed => "a year of two digits; the time of day is left off",
        }
    }

    /// Whether the century is a guess.
    pub(super) fn guesses_century(self) -> bool {
        matches!(
            self,
            Self::ShortYear | Self::ShownMonth | Self::ShortYearTimed
        )
    }
}

/// Why a text is not read as a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    /// Stable name of what is wrong.
    pub(super) code: &'static str,
    /// What was found.
    pub(super) message: String,
    /// What to do about it.
    pub(super) advice: String,
}

impl Typed {
    /// Why the text that it was made of is not read; none for a date, and for what says nothing that could be explained.
    pub(super) fn unread(&self, text: &str) -> Option<Unread> {
        let (code, message, advice) = match self {
            Self::Plain(_) | Self::Understood(..) | Self::Unknown => return None,
            Self::Ambiguous(one, other) => (
                "ambiguous-date",
                format!(
                    "“{text}” can be {} or {}.",
                    one.in_words(),
                    other.in_words()
                ),
                format!("Write {one} or {other}."),
            ),
            Self::NoSuchDay { month, days } => (
                "impossible-date",
                format!(
                    "“{text}” is no day of the calendar: {} has {days} days.",
                    month.in_words()
                ),
                "Look the day up again, or leave it out.".to_owned(),
            ),
            Self::OtherWords { words, form } => {
                let words: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
                let are = if words.len() == 1 {
                    "is no English name of a month"
                } else {
                    "are no English names of months"
                };
                let words = words.join(", ");
                (
                    "month-name",
                    // Whether it is a month elsewhere ("květen") or none ("early"), nobody can say without every language's names.
                    format!(
                        "In “{text}”, {words} {are}; names of months in other languages are not read."
                    ),
                    form.clone(),
                )
            }
        };
        Some(Unread {
            code,
            message,
            advice,
        })
    }
}

/// A date as an option of a command has it, in any way in which sheets have theirs. There is nobody to doubt a guess, so what
/// would be one is refused.
///
/// # Errors
/// What is wrong with it, and how to write it.
pub fn of_option(text: &str) -> Result<PartialDate, String> {
    let read = typed(text);
    if let Some(Unread {
        message, advice, ..
    }) = read.unread(text)
    {
        return Err(format!("{message} {advice}"));
    }
    match read {
        Typed::Plain(date) => Ok(date),
        Typed::Understood(date, taken) => Err(format!(
            "“{text}” would be taken for {date} ({}). If that is meant, write {date}.",
            taken.words()
        )),
        _ => text
            .trim()
            .parse()
            .map_err(|error: DateError| format!("“{text}”: {error}")),
    }
}

/// Reads a date: ISO 8601, English words, day.month.year (the month also in Roman numerals), year/month/day, day and month with
/// slashes where only one reading is in the calendar, and the day numbers of spreadsheets. A time may stand behind it, and nothing
/// behind that; midnight, which spreadsheets add to days, is passed over.
pub(super) fn typed(text: &str) -> Typed {
    let text = text.trim();
    let Some((day, is_midnight)) = timed(text) else {
        return of_day(text);
    };
    match of_day(day) {
        read if is_midnight => read,
        Typed::Plain(date) => Typed::Understood(date, Taken::Timed),
        Typed::Understood(date, taken) if taken.guesses_century() => {
            Typed::Understood(date, Taken::ShortYearTimed)
        }
        read => read,
    }
}

fn of_day(text: &str) -> Typed {
    if let Ok(date) = text.parse() {
        return Typed::Plain(date);
    }
    if let Some(date) = day_number(text) {
        return Typed::Understood(date, Taken::DayNumber);
    }
    let words = words(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let month = words.iter().position(|word| month_of(word).is_some());
    let read = match (words.as_slice(), month) {
        ([one, two], Some(0)) => match of_words(two, Some(one), None) {
            Typed::Understood(date, _) => Typed::Understood(date, Taken::ShownMonth),
            read => read,
        },
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
    };
    match (read, month) {
        (Typed::Unknown, None) => of_other_words(text),
        (read, _) => read,
    }
}

/// The date before a time of day, and whether that is midnight: "2025-05-28T10:00:00Z", "28.5.2025 0:00", "5/28/2025 12:00 AM".
fn timed(text: &str) -> Option<(&str, bool)> {
    let (before, after) = text.split_once(':')?;
    let date = before.trim_end_matches(|char: char| char.is_ascii_digit());
    let hours = before.get(date.len()..)?;
    let day = date.strip_suffix(['T', 't']);
    let day = day.or_else(|| date.ends_with(char::is_whitespace).then_some(date))?;
    let tail = after.trim_start_matches(|char: char| char.is_ascii_digit() || char == ':');
    let mut parts = vec![hours];
    parts.extend(after.get(..after.len() - tail.len())?.split(':'));
    let parts: Option<Vec<i32>> = parts.into_iter().map(number).collect();
    let (hours, rest) = match parts.as_deref()? {
        [hours @ 0..=23, minutes @ 0..=59] => (*hours, *minutes),
        [hours @ 0..=23, minutes @ 0..=59, seconds @ 0..=59] => (*hours, minutes + seconds),
        _ => return None,
    };
    let fraction = match tail.strip_prefix(['.', ',']) {
        Some(digits) if leading_digits(digits) > 0 => tail.get(..=leading_digits(digits))?,
        _ => "",
    };
    let hours = match (hours, behind(tail.get(fraction.len()..)?)?) {
        (12, Behind::Morning) => 0,
        _ => hours,
    };
    let is_midnight =
        hours == 0 && rest == 0 && !fraction.contains(|char: char| matches!(char, '1'..='9'));
    Some((day.trim().trim_end_matches(','), is_midnight))
}

/// What may stand behind a time of day.
enum Behind {
    /// A word that makes midnight of 12:00.
    Morning,
    /// Nothing, or what changes nothing about the day.
    Other,
}

/// What stands behind a time of day; none where that is no part of a time. Whatever is passed over here, nobody hears of: a second
/// date, "(not sure)".
fn behind(tail: &str) -> Option<Behind> {
    // "+02" alone only close to the time: "0:00 -12" is something else.
    let apart = tail.trim_start();
    if is_offset(tail) || (apart.len() > 3 && is_offset(apart)) {
        return Some(Behind::Other);
    }
    match tail.trim().to_lowercase().as_str() {
        "am" | "a.m." | "a.m" => Some(Behind::Morning),
        "" | "pm" | "p.m." | "p.m" | "z" | "utc" | "gmt" | "uhr" | "h" => Some(Behind::Other),
        _ => None,
    }
}

/// Whether a text is the distance from UTC: `+02`, `+0200`, `-05:30`.
fn is_offset(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let (hours, minutes) = match (rest.split_once(':'), rest.len()) {
        (Some((hours, minutes)), 5) => (hours, minutes),
        (None, 4) => rest.split_at_checked(2).unwrap_or_default(),
        (None, 2) => (rest, "00"),
        _ => return false,
    };
    matches!(
        (number(hours), number(minutes)),
        (Some(0..=14), Some(0..=59))
    )
}

/// How many digits a text begins with.
fn leading_digits(text: &str) -> usize {
    text.len()
        - text
            .trim_start_matches(|char: char| char.is_ascii_digit())
            .len()
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
        Ok(date) if short => Typed::Understood(date, Taken::ShortYear),
        Ok(date) => Typed::Plain(date),
        Err(_) if month.is_some() => no_such_day(year, month, day),
        Err(_) => Typed::Unknown,
    }
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
            ("2025-05-28T00:00:00Z", "2025-05-28"),
            ("2025-05-28 00:00:00", "2025-05-28"),
            ("2025-05-28T00:00:00.000+02:00", "2025-05-28"),
            ("28.05.2025 0:00", "2025-05-28"),
            ("28. 5. 2025 00:00:00", "2025-05-28"),
            ("5/28/2025 12:00:00 AM", "2025-05-28"),
            ("5/28/2025 12:00 a.m.", "2025-05-28"),
            ("2025-05-28 00:00:00.000 +0200", "2025-05-28"),
            ("28.5.2025 0:00 Uhr", "2025-05-28"),
            ("28.5.2025 0:00 h", "2025-05-28"),
            ("28 May 2025, 0:00", "2025-05-28"),
            ("28. V. 2025", "2025-05-28"),
            ("28/V/2025", "2025-05-28"),
            ("XII 2025", "2025-12"),
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
        for (text, date, taken) in [
            ("28-May-25", "2025-05-28", Taken::ShortYear),
            ("28.5.25", "2025-05-28", Taken::ShortYear),
            ("28. V. 25 0:00", "2025-05-28", Taken::ShortYear),
            ("45805", "2025-05-28", Taken::DayNumber),
            ("45805.5", "2025-05-28", Taken::DayNumber),
            ("May-25", "2025-05", Taken::ShownMonth),
            ("II.25", "2025-02", Taken::ShownMonth),
            ("2025-05-28T10:00:00Z", "2025-05-28", Taken::Timed),
            ("2025-05-28 00:00:00.5", "2025-05-28", Taken::Timed),
            ("28. 5. 2025 14:30:00", "2025-05-28", Taken::Timed),
            ("28. 5. 2025 14:30 Uhr", "2025-05-28", Taken::Timed),
            ("5/28/2025 12:00 PM", "2025-05-28", Taken::Timed),
            ("5/28/2025 12:00 p.m.", "2025-05-28", Taken::Timed),
            ("2025-05-28 14:30:00+02", "2025-05-28", Taken::Timed),
            ("2025-05-28 14:30:00,25Z", "2025-05-28", Taken::Timed),
            ("2025-05-28 14:30 UTC", "2025-05-28", Taken::Timed),
            ("28.5.25 14:30", "2025-05-28", Taken::ShortYearTimed),
        ] {
            let date = date.parse().unwrap();
            assert_eq!(typed(text), Typed::Understood(date, taken), "{text}");
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
            "28 Mai",
            "2025-05-28 24:00",
            "14:30",
            "28.5.2025 14:75",
            "30/30/2025",
            "2025-13-30",
            "May",
            "99999",
            "28 May",
            "monday",
            "1.2",
            "２０２５",
            // Behind a time stands nothing but what belongs to it.
            "28.5.2025 0:00 - 29.5.2025 0:00",
            "28.5.2025 0:00 - 3.6.2025",
            "28.5.2025 0:00 -12",
            "28.5.2025 14:30 +",
            "28.5.2025 14:30.",
            "28.5.2025 14:30 +25:00",
            "28 May 2025 0:00 (not sure)",
            "28 May 2025 12:00 Amsterdam",
            "28 May 2025 0:00 or 29 May",
            "28.5.2025 0:00?",
        ] {
            assert_eq!(typed(text), Typed::Unknown, "{text}");
        }
    }

    #[test]
    fn months_in_other_languages_are_named_as_the_cause() {
        let (month, alone, day) = (
            "Write 2025-MM, with the month's number in the place of MM, or 2025 alone.",
            "If a spreadsheet has made this of a month such as 2025-05, give the cell the format \"Text\" and write it there again.",
            "Write 2025-MM-28 or 28. MM. 2025, with the month's number in the place of MM.",
        );
        for (text, named, advice) in [
            (
                "28. května 2025",
                "“května” is no English name of a month",
                day,
            ),
            (
                "28 Mai 2025 0:00",
                "“Mai” is no English name of a month",
                day,
            ),
            (
                "28 de maio de 2025",
                "“de”, “maio”, “de” are no English names of months",
                day,
            ),
            (
                "středa 28. května 2025",
                "“středa”, “května” are no English names of months",
                day,
            ),
            ("28 мая 2025", "“мая” is no English name of a month", day),
            (
                "květen 2025",
                "“květen” is no English name of a month",
                month,
            ),
            ("early 2025", "“early” is no English name of a month", month),
            ("jaro 2025", "“jaro” is no English name of a month", month),
            ("Mai 25", "“Mai” is no English name of a month", alone),
            ("févr-25", "“févr” is no English name of a month", alone),
        ] {
            let unread = typed(text).unread(text).unwrap();
            let message =
                format!("In “{text}”, {named}; names of months in other languages are not read.");
            assert_eq!((unread.code, unread.message), ("month-name", message));
            assert_eq!(unread.advice, advice, "{text}");
        }
    }

    /// An option is read as a cell is, and nothing in it is guessed.
    #[test]
    fn options_have_dates_as_sheets_do() {
        for (text, date) in [
            ("2025-05", "2025-05"),
            ("28. 5. 2025", "2025-05-28"),
            ("28 May 2025", "2025-05-28"),
        ] {
            assert_eq!(of_option(text), Ok(date.parse().unwrap()));
        }
        for (text, told) in [
            (
                "28.5.25",
                "“28.5.25” would be taken for 2025-05-28 (a year of two digits). If that is meant, write 2025-05-28.",
            ),
            (
                "3/4/2025",
                "“3/4/2025” can be 3 April 2025 or 4 March 2025. Write 2025-04-03 or 2025-03-04.",
            ),
            ("2025-13", "“2025-13”: there is no such month"),
            (
                "soon",
                "“soon”: a date is written 2025, 2025-05 or 2025-05-28",
            ),
        ] {
            assert_eq!(of_option(text), Err(told.to_owned()));
        }
    }
}
