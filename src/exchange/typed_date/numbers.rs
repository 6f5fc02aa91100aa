//! Dates in numbers alone: years and months, days in either order, and the day numbers of spreadsheets.

use crate::incident::PartialDate;
use crate::incident::date::DateError;

use super::words::{number, year_of};
use super::{Taken, Typed};

/// What a date is that is none: a day that its month lacks, or nothing at all.
pub(super) fn no_such_day(year: i32, month: Option<u8>, day: Option<u8>) -> Typed {
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

/// Two numbers: a year and a month, in either order.
pub(super) fn of_two(one: &str, two: &str) -> Typed {
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

pub(super) fn of_numbers(text: &str, one: &str, two: &str, three: &str) -> Typed {
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
            Typed::Understood(date, Taken::ShortYear)
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
pub(super) fn day_number(text: &str) -> Option<PartialDate> {
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
pub(in crate::exchange) fn of_epoch_day(day: i64) -> Option<PartialDate> {
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
