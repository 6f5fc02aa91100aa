//! Printings: how the sources' printings of one statement differ, word by word, or character by character in scripts that
//! put no space between words.
//!
//! Words are compared without case and without the punctuation at their ends; what is shown is never changed. Only what is
//! in one language is compared, and nothing with its translation.
//!
//! Here is which reports are one printing, and which printing leads; `words` has the words as they are compared, `compare` what
//! one printing has and another lacks.

mod compare;
#[cfg(test)]
mod fixture;
mod words;

use crate::incident::forms::primary;
use crate::incident::{Incident, Report, Statement};
pub use compare::{Reference, Run};
use words::compared;

/// What one source prints of a statement: one report, or the parts of an interrupted quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Printing<'a> {
    /// The source's id.
    pub source: &'a str,
    /// Its reports, in the file's order.
    pub reports: Vec<&'a Report>,
    /// The language of its words, without script and region.
    language: &'a str,
}

impl<'a> Printing<'a> {
    fn quotes(&self) -> impl Iterator<Item = &'a str> {
        let quotes = self.reports.iter();
        quotes.filter_map(|report| report.quote.as_deref())
    }

    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for quote in self.quotes() {
            words.extend(compared(quote).into_iter().map(|(_, word)| word));
        }
        words
    }

    fn is_translated(&self) -> bool {
        self.reports.iter().any(|report| is_translated(report))
    }

    /// Whether its words cannot be compared with another's: they are in another language, or translate what that prints.
    pub fn stands_apart(&self, other: &Printing) -> bool {
        !self.language.eq_ignore_ascii_case(other.language)
            || self.is_translated() != other.is_translated()
    }
}

/// Whether a report prints a translation.
pub fn is_translated(report: &Report) -> bool {
    report.translated_from.is_some() || report.original.is_some()
}

// The rank by which a printing leads is its number of characters, and more than any has for what counts more. (A tuple of the three
// would be compared by more code.)
/// It is in the incident's language.
const OWN_LANGUAGE: usize = 1 << 28;
/// It is no translation.
const ORIGINAL: usize = 1 << 29;

/// The printings of a statement that quote it, in the file's order but for the first: what is no translation leads, then
/// what is in the incident's language, then the fullest.
///
/// Reports of one source belong together if they are numbered parts; a repetition on the same page stands alone.
pub fn printings<'a>(incident: &'a Incident, statement: &'a Statement) -> Vec<Printing<'a>> {
    let own = primary(&incident.incident.language);
    let mut printings: Vec<Printing> = Vec::new();
    for report in statement
        .reports
        .iter()
        .filter(|report| report.quote.is_some())
    {
        // Part 2 goes on where part 1 of the same source ended, not after a repetition of it elsewhere on the page.
        let before = report.part.filter(|part| *part > 1).map(|part| part - 1);
        let continued = |printing: &&mut Printing| {
            printing.source == report.source
                && before.is_some()
                && printing
                    .reports
                    .last()
                    .is_some_and(|last| last.part == before)
        };
        match printings.iter_mut().find(continued) {
            Some(printing) => printing.reports.push(report),
            None => printings.push(Printing {
                source: &report.source,
                reports: vec![report],
                language: incident
                    .source(&report.source)
                    .and_then(|source| source.language.as_deref())
                    .map_or(own, primary),
            }),
        }
    }
    let mut leads = (0, 0);
    for (at, printing) in printings.iter().enumerate() {
        let mut rank = 1;
        for quote in printing.quotes() {
            rank += quote.chars().count();
        }
        if printing.language.eq_ignore_ascii_case(own) {
            rank += OWN_LANGUAGE;
        }
        if !printing.is_translated() {
            rank += ORIGINAL;
        }
        if rank > leads.1 {
            leads = (at, rank);
        }
    }
    if leads.0 > 0 {
        let first = printings.remove(leads.0);
        printings.insert(0, first);
    }
    printings
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::fixture::{incident, report, statement};
    use super::*;

    #[test]
    fn a_part_continues_the_part_before_it_and_not_a_repetition_elsewhere() {
        let statement = statement(vec![
            report("daily", "a headline", None),
            report("daily", "a headline in full", Some(1)),
            report("daily", "and how it goes on", Some(2)),
        ]);
        let incident = incident();
        let printings = printings(&incident, &statement);
        let parts: Vec<Vec<Option<u32>>> = printings
            .iter()
            .map(|printing| printing.reports.iter().map(|report| report.part).collect())
            .collect();
        assert_eq!(parts, [vec![Some(1), Some(2)], vec![None]]);
    }

    #[test]
    fn parts_are_joined_and_the_fullest_printing_comes_first() {
        let statement = statement(vec![
            report("short", "b c", None),
            report("daily", "a b c", Some(1)),
            report("daily", "d e", Some(2)),
            report("daily", "a b", None),
        ]);
        let incident = incident();
        let printings = printings(&incident, &statement);
        assert_eq!(
            printings
                .iter()
                .map(|p| (p.source, p.reports.len()))
                .collect::<Vec<_>>(),
            [("daily", 2), ("short", 1), ("daily", 1)]
        );
        let holds = |whole: usize, part: usize| {
            Reference::of(&printings[whole], &incident).holds(&printings[part])
        };
        assert!(!holds(1, 0) && holds(0, 0));
    }

    #[test]
    fn what_was_said_leads_its_translations_and_is_not_compared_with_them() {
        let incident = incident();
        let translated = |source: &str, quote: &str| Report {
            translated_from: Some("fr".into()),
            ..report(source, quote, None)
        };
        let order = |reports: Vec<Report>| -> Vec<(String, bool)> {
            let said = statement(reports);
            let printings = printings(&incident, &said);
            let first = &printings[0];
            let told = |printing: &Printing| (printing.source.into(), printing.stands_apart(first));
            printings.iter().map(told).collect()
        };
        assert_eq!(
            order(vec![
                translated("daily", "Nobody has read anything at all of it."),
                report("abroad", "Personne n’a rien lu.", None),
            ]),
            [("abroad".into(), false), ("daily".into(), true)]
        );
        // Two translations are two wordings, as long as there is nothing else.
        assert_eq!(
            order(vec![
                translated("daily", "Nobody has read it."),
                translated("short", "Nobody has read anything of it."),
            ]),
            [("short".into(), false), ("daily".into(), false)]
        );
        // Said in two languages: the story's own leads.
        assert_eq!(
            order(vec![
                report("abroad", "Personne n’a rien lu de tout cela.", None),
                report("short", "Nobody has read it.", None),
            ]),
            [("short".into(), false), ("abroad".into(), true)]
        );
    }
}
