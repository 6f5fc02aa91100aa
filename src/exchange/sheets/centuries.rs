//! Years of two digits: spreadsheets take 30 for 1930, whatever the story is about.

use std::collections::BTreeMap;

use super::rows::Dated;
use crate::exchange::Finding;

/// How many years a date may be from the next other one, and still be of one story with it.
const APART: i32 = 40;

/// From how many other dates a year is far that stands alone. One alone may be the background.
const OTHERS: usize = 2;

/// Warns, once for each, of years whose century was guessed and that stand alone: far from all other dates, which are
/// more, and which it would be near in the other century.
pub(super) fn told(dates: &[Dated]) -> Vec<Finding> {
    let mut guessed = BTreeMap::new();
    for dated in dates {
        let first = || dated.guessed.clone().map(|place| (place, dated.date));
        let year = dated.date.year;
        if let Some(first) = first().filter(|_| !guessed.contains_key(&year)) {
            guessed.insert(year, first);
        }
    }
    let told = guessed.into_iter().filter_map(|(year, ((place, cell), date))| {
        let others = dates.iter().map(|dated| dated.date.year);
        let others: Vec<i32> = others.filter(|other| *other != year).collect();
        let next = others.iter().min_by_key(|other| (*other - year).abs())?;
        let other = if year < *next { year + 100 } else { year - 100 };
        let mut own = dates.iter().filter(|dated| dated.date.year == year);
        let is_typed = own.any(|dated| dated.guessed.is_none());
        let more = OTHERS.max(dates.len() - others.len() + 1);
        let is_alone = !is_typed && others.len() >= more;
        let is_far = (next - year).abs() > APART && (next - other).abs() <= APART;
        (is_alone && is_far).then(|| {
            Finding::warning(
                "guessed-century",
                place,
                format!(
                    "“{cell}” is read as {date}, and the nearest other date of the sheets is of {next}."
                ),
                &format!(
                    "If {other} is meant, write the year in four digits; if {year} is right, write that in four digits."
                ),
            )
        })
    });
    told.collect()
}
