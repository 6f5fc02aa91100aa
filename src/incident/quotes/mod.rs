//! The proof that quotations are verbatim: each stands in its source's text, between quotation marks, with its
//! `prefix` and `suffix` around it.
//!
//! `folding` lists every difference that is ignored; everything else (dashes, capitals, letters) must match as printed. A
//! passage that begins or ends within a word is none (`edges`).
//!
//! - `proof` – one quotation against one text, on `saved`: the text and the places where words stand in it;
//! - `marks`, `typed`, `standing` – what quotation marks open and close, and so whether words are a whole quotation;
//! - `edges`, `passage`, `look_alikes`, `markup` – where words are cut, what comes closest, and why it is not the same;
//! - `words` – whether words stand in a text at all, for what we say in our own;
//! - [`copies`], [`names`] – what else the texts tell: which are copies of each other, and whom they name.

pub mod copies;
mod edges;
pub(crate) mod folding;
pub(crate) mod look_alikes;
pub(crate) mod marks;
pub(crate) mod markup;
pub mod names;
pub(crate) mod passage;
mod proof;
#[cfg(test)]
mod proof_tests;
mod saved;
mod standing;
mod typed;
pub(crate) mod words;

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use self::copies::{Copied, copied};
pub(crate) use self::folding::fold;
use self::marks::between;
use self::names::Named;
use self::proof::{Quoted, out_of_order, verify_quote};
use self::saved::Saved;
use self::words::{Known, MAX_SEARCHES};
use super::limits::MAX_PROBLEMS;
use super::lookup::Positions;
use super::model::{Id, Incident, Source};
use super::place::{List, Part, Place};
use super::problem::{Problem, Rule, Severity};

/// The saved texts of sources, by source id.
pub type SourceTexts = BTreeMap<Id, String>;

/// Of sources whose saved file cannot be read as a text, by source id: why.
pub type Unreadable = BTreeMap<Id, NoText>;

/// Why a saved file cannot be read as a text, as a sentence goes on ("flood.pdf is a PDF file").
#[derive(Clone, Debug, PartialEq)]
pub enum NoText {
    /// It is no text.
    Document(String),
    /// It is a text, but not in UTF-8.
    Encoded(String),
}

/// What the check of the quotations found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuoteCheck {
    /// How many quotations were compared with their source's text.
    pub checked: usize,
    /// How many could not be, because the text was not at hand.
    pub unchecked: usize,
    /// How many stand in their source character for character.
    pub exact: usize,
    /// How many stand there but for white space, the shape of marks, or Unicode form.
    pub normalised: usize,
    /// How many do not stand there, while a passage shares most of their words.
    pub near: usize,
    /// How many do not stand there, nor anything like them.
    pub missing: usize,
    /// For each source with a text, in the file's order: its id and how many quotations were compared.
    pub by_source: Vec<(Id, usize)>,
    /// Texts of which much stands in an earlier one, whether the file says so or not.
    pub copies: Vec<Copied>,
    /// For each source with a text its position, and the names in the text.
    pub names: Vec<(usize, Named)>,
    /// What answers put between quotation marks and the text of their source does not have, whatever stands between the
    /// words: the positions of the conflict and of the answer, and the passage.
    pub answers: Vec<(usize, usize, String)>,
    /// The sources whose file is a text, but not in UTF-8.
    pub encoded: BTreeSet<Id>,
    /// Quotations that are not proven. `path` counts the records of the incident, which no longer knows which
    /// records of the file were left out.
    pub problems: Vec<Problem>,
}

/// Compares every quotation of an incident with the text of its source.
pub fn verify(incident: &Incident, texts: &SourceTexts) -> QuoteCheck {
    verify_readable(incident, texts, &Unreadable::new())
}

/// The same where some sources' files could not be read as texts.
pub fn verify_readable(
    incident: &Incident,
    texts: &SourceTexts,
    unreadable: &Unreadable,
) -> QuoteCheck {
    let mut check = QuoteCheck::default();
    let sources = Positions::of(incident.sources.iter().map(|source| source.id.as_str()));
    let mut of_source: Vec<Vec<Quoted<'_>>> = incident.sources.iter().map(|_| Vec::new()).collect();
    for (position, statement) in incident.statements.iter().enumerate() {
        let place = Place::single(List::Statements).nth(position);
        for (part, report) in statement.reports.iter().enumerate() {
            if let Some(quote) = report.quote.as_deref()
                && let Some(source) = sources.get(&report.source)
                && let Some(quotes) = of_source.get_mut(source)
            {
                let place = place.parts(Part::Report).nth(part);
                quotes.push((place, statement.id.as_str(), report, quote));
            }
        }
    }
    let mut read: Vec<(usize, String)> = Vec::new();
    let mut searches = 0;
    for ((position, source), quotes) in incident.sources.iter().enumerate().zip(of_source) {
        let Some(text) = texts.get(&source.id) else {
            check.unchecked += quotes.len();
            let found = unreadable.get(&source.id);
            // Of whom nothing is quoted, nothing is to be proven.
            if found.is_some() || !quotes.is_empty() {
                let mut problem = without_text(source, position, found);
                if quotes.is_empty() {
                    problem.severity = Severity::Warning;
                }
                check.problems.push(problem);
            }
            if let Some(NoText::Encoded(_)) = found {
                check.encoded.insert(source.id.clone());
            }
            continue;
        };
        let saved = Saved::of(text);
        for (place, statement, report, quote) in &quotes {
            // Whoever has a thousand faults to mend needs no closest passage for the next.
            let search = check.problems.len() < MAX_PROBLEMS;
            let fault = verify_quote(&saved, quote, report, search);
            match &fault {
                Some(fault) if fault.rule == Rule::QuoteNotFound && fault.near => check.near += 1,
                Some(fault) if fault.rule == Rule::QuoteNotFound => check.missing += 1,
                _ if text.contains(quote) => check.exact += 1,
                _ => check.normalised += 1,
            }
            check
                .problems
                .extend(fault.map(|fault| fault.of(place, statement, report)));
        }
        check.problems.extend(out_of_order(&saved, &quotes));
        check
            .names
            .push((position, Named::of_folded(&saved.folded)));
        check
            .answers
            .extend(unsaid(incident, source, text, &mut searches));
        read.push((position, saved.folded.text));
        check.checked += quotes.len();
        check.by_source.push((source.id.clone(), quotes.len()));
    }
    let read = read
        .iter()
        .map(|(position, text)| (*position, text.as_str()));
    check.copies = copied(read);
    check
}

/// A source whose text is not at hand, or whose file is no text.
fn without_text(source: &Source, position: usize, unreadable: Option<&NoText>) -> Problem {
    let name = source.text.as_deref().unwrap_or(&source.id);
    let message = match unreadable {
        Some(NoText::Document(found) | NoText::Encoded(found)) => {
            format!("{found}, so none of its words is compared.")
        }
        None => format!(
            "no saved text named \"{name}\" is at hand, so none of its quotations is checked."
        ),
    };
    let advice = match unreadable {
        Some(NoText::Encoded(_)) => {
            "Open it so that its letters are right, and save it again under the same name with the encoding UTF-8."
                .to_owned()
        }
        Some(NoText::Document(_)) => format!(
            "Copy the article's words out of it into a text file (UTF-8) named \"{name}.txt\", or give one as --source {}=FILE.",
            source.id
        ),
        None => format!(
            "Save its text as \"{name}.txt\", or give it as --source {}=FILE.",
            source.id
        ),
    };
    Problem {
        severity: Severity::Error,
        rule: Rule::NoSourceText,
        path: Place::single(List::Sources).nth(position).path(),
        record: source.id.clone(),
        field: "text".to_owned(),
        message,
        advice,
    }
}

/// What answers by this source put between quotation marks, and neither its text nor its headline has.
fn unsaid(
    incident: &Incident,
    source: &Source,
    text: &str,
    searches: &mut usize,
) -> Vec<(usize, usize, String)> {
    let printed = LazyCell::new(|| {
        let mut printed = Known::default();
        printed.add(text);
        printed.add(source.headline.as_deref().unwrap_or_default());
        printed
    });
    let mut unsaid = Vec::new();
    for (position, conflict) in incident.conflicts.iter().enumerate() {
        let answers = conflict.answers.iter().enumerate();
        for (part, answer) in answers.filter(|(_, answer)| answer.source == source.id) {
            for passage in between(&answer.says) {
                *searches += 1;
                if *searches <= MAX_SEARCHES && !printed.has(&passage) {
                    unsaid.push((position, part, passage));
                }
            }
        }
    }
    unsaid
}
