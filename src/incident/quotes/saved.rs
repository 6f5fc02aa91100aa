//! The saved text of a source, and the places where words stand in it.

use std::cell::LazyCell;

use super::edges::{Edge, edges};
use super::folding::{Folded, fold};
use super::marks::Marks;
use super::markup;
use super::passage::Words;
use super::standing::{Standing, standing};
use crate::incident::model::Report;

/// The saved text of a source.
pub(super) struct Saved<'t> {
    pub(super) folded: Folded,
    pub(super) marks: Marks,
    /// Looked for only where a quotation is not found.
    pub(super) words: LazyCell<Words<'t>, Box<dyn FnOnce() -> Words<'t> + 't>>,
    pub(super) markup: LazyCell<Option<&'t str>, Box<dyn FnOnce() -> Option<&'t str> + 't>>,
}

impl<'t> Saved<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let folded = Folded::of(text);
        Self {
            marks: Marks::of(&folded),
            folded,
            words: LazyCell::new(Box::new(|| Words::of(text))),
            markup: LazyCell::new(Box::new(|| markup::first_of(text))),
        }
    }
}

/// At how many places a quotation is looked at: what stands in a text more often is a letter or a sign, not a quotation.
const MAX_FOUND: usize = 10_000;

/// A place of a source's folded text.
#[derive(Clone, Copy)]
pub(super) struct Found<'t> {
    pub(super) start: usize,
    pub(super) before: &'t str,
    pub(super) after: &'t str,
    pub(super) edges: [Edge; 2],
}

impl<'t> Found<'t> {
    /// Every place where a text has this part.
    pub(super) fn all(text: &'t Folded, part: &str) -> Vec<Self> {
        let found = text.text.match_indices(part).take(MAX_FOUND);
        let found = found.filter_map(|(start, _)| {
            let (before, rest) = text.text.split_at_checked(start)?;
            Some(Self {
                start,
                before,
                after: rest.get(part.len()..)?,
                edges: edges(text, start, start + part.len()),
            })
        });
        found.collect()
    }

    pub(super) fn is_cut(&self) -> bool {
        self.edges.contains(&Edge::Within)
    }
}

/// What a report says of the words round its quotation, as they are compared.
pub(super) struct Context {
    prefix: String,
    suffix: String,
}

impl Context {
    pub(super) fn of(report: &Report) -> Self {
        Self {
            prefix: fold(report.prefix.as_deref().unwrap_or_default()),
            suffix: fold(report.suffix.as_deref().unwrap_or_default()),
        }
    }

    pub(super) fn trimmed(&self) -> (&str, &str) {
        (self.prefix.trim_end(), self.suffix.trim_start())
    }

    pub(super) fn fits_before(&self, place: &Found<'_>) -> bool {
        place.before.trim_end().ends_with(self.trimmed().0)
    }

    pub(super) fn fits(&self, place: &Found<'_>) -> bool {
        self.fits_before(place) && place.after.trim_start().starts_with(self.trimmed().1)
    }
}

/// Where a quotation begins and ends in its source; where it stands between marks, those places only.
pub(super) fn places(saved: &Saved<'_>, quote: &str, report: &Report) -> Vec<(usize, usize)> {
    let folded = fold(quote);
    let folded = folded.trim();
    let context = Context::of(report);
    let found = Found::all(&saved.folded, folded);
    let found = found
        .iter()
        .filter(|place| !place.is_cut() && context.fits(place));
    let (mut whole, mut others) = (Vec::new(), Vec::new());
    for place in found {
        let (start, end) = (place.start, place.start + folded.len());
        match standing(&saved.folded, &saved.marks, start, end) {
            Standing::Whole | Standing::Question => whole.push((start, end)),
            _ => others.push((start, end)),
        }
    }
    if whole.is_empty() { others } else { whole }
}
