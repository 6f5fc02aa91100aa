//! Years of two digits: spreadsheets take 30 for 1930, whatever the story is about.

use super::rows::Dated;
use crate::exchange::Finding;

/// How many years a date may be from the next other one, and still be of one story with it.
const APART: i32 = 40;

/// Warns of dates whose century was guessed and that are far from all others.
pub(super) fn told(dates: &[Dated]) -> Vec<Finding> {
    let years = |guessed: bool| {
        let dates = dates.iter();
        let dates = dates.filter(move |dated| dated.guessed.is_some() == guessed);
        dates.map(|dated| dated.date.year)
    };
    // Where every year has two digits, the latest are most likely right.
    let known: Vec<i32> = if years(false).next().is_some() {
        years(false).collect()
    } else {
        years(true).max().into_iter().collect()
    };
    let guessed = dates.iter().filter_map(|dated| {
        let (place, cell) = dated.guessed.clone()?;
        let year = dated.date.year;
        let next = known.iter().min_by_key(|known| (*known - year).abs())?;
        let other = if year < *next { year + 100 } else { year - 100 };
        ((next - year).abs() > APART).then(|| {
            Finding::warning(
                "guessed-century",
                place,
                format!(
                    "“{cell}” is read as {}, and the nearest other date of the sheets is of {next}.",
                    dated.date
                ),
                &format!("If {other} is meant, write the year in four digits."),
            )
        })
    });
    guessed.collect()
}
