//! Years of two digits: spreadsheets take 30 for 1930, whatever the story is about.

use std::collections::BTreeMap;

use super::rows::Dated;
use crate::exchange::Finding;

/// How many years a date may be from another one, and still be of one story with it.
const APART: i32 = 40;

/// How many other dates it takes to doubt a year. One alone may be the background.
const OTHERS: usize = 2;

/// Warns, once for each, of years whose century was guessed, where more dates are near the same year of the other century.
/// Years typed in four digits are the ones to go by; where there are none, the other guesses are.
pub(super) fn told(dates: &[Dated]) -> Vec<Finding> {
    let typed = dates.iter().filter(|dated| dated.guessed.is_none());
    let typed: Vec<i32> = typed.map(|dated| dated.date.year).collect();
    let mut guessed = BTreeMap::new();
    for dated in dates {
        let year = dated.date.year;
        if let Some((place, cell)) = &dated.guessed {
            guessed.entry(year).or_insert((place, cell, dated.date));
        }
    }
    let told = guessed.into_iter().filter_map(|(year, (place, cell, date))| {
        let (other, why) = if typed.is_empty() {
            among_guessed(year, dates)?
        } else {
            among_typed(year, &typed)?
        };
        Some(Finding::warning(
            "guessed-century",
            place.clone(),
            format!("“{cell}” is read as {date}, and {why}."),
            &format!(
                "If {other} is meant, write the year in four digits; if {year} is right, write that in four digits."
            ),
        ))
    });
    told.collect()
}

/// The year of the other century that more of the typed years are near, and how many are.
fn among_typed(year: i32, typed: &[i32]) -> Option<(i32, String)> {
    let near = |year: i32| {
        let near = typed.iter().filter(|typed| is_near(**typed, year));
        near.count()
    };
    let others = [year - 100, year + 100];
    let other = others.into_iter().max_by_key(|other| near(*other))?;
    let (here, there) = (near(year), near(other));
    (there > here && there >= OTHERS).then(|| {
        let why = format!(
            "of the years typed in four digits {there} are within {APART} years of {other}, and {here} of {year}"
        );
        (other, why)
    })
}

/// The year of the other century that the next other one is near, if the year stands alone: far from all others, which are
/// more.
fn among_guessed(year: i32, dates: &[Dated]) -> Option<(i32, String)> {
    let others = dates.iter().map(|dated| dated.date.year);
    let others: Vec<i32> = others.filter(|other| *other != year).collect();
    let next = *others.iter().min_by_key(|other| (*other - year).abs())?;
    let other = if year < next { year + 100 } else { year - 100 };
    let more = OTHERS.max(dates.len() - others.len() + 1);
    let is_alone = others.len() >= more && !is_near(next, year) && is_near(next, other);
    is_alone.then(|| {
        let why = format!("the nearest other date of the sheets is of {next}");
        (other, why)
    })
}

fn is_near(one: i32, other: i32) -> bool {
    (one - other).abs() <= APART
}
