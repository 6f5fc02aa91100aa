//! The proof that quotations are verbatim: each stands in its source's text, between quotation marks, with its
//! `prefix` and `suffix` around it.
//!
//! Texts are compared after four normalisations and no other: white space (a run, line breaks too, is one
//! space), quotation marks (all are one mark), ellipses (three full stops are one) and Unicode form (NFC). Dashes and
//! letters count as printed.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::copies::{Copied, copied};
use super::limits::MAX_PROBLEMS;
use super::lookup::Positions;
use super::model::{Id, Incident, Report, Source};
use super::passage::closest;
use super::place::{List, Part, Place};
use super::problem::{Problem, Rule, Severity};
use super::report::is_quotation_mark;

/// The saved texts of sources, by source id.
pub type SourceTexts = BTreeMap<Id, String>;

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
    /// Quotations that are not proven. `path` counts the records of the incident, which no longer knows which
    /// records of the file were left out.
    pub problems: Vec<Problem>,
}

/// Compares every quotation of an incident with the text of its source.
pub fn verify(incident: &Incident, texts: &SourceTexts) -> QuoteCheck {
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
    for ((position, source), quotes) in incident.sources.iter().enumerate().zip(of_source) {
        let Some(text) = texts.get(&source.id) else {
            check.unchecked += quotes.len();
            check.problems.push(without_text(source, position));
            continue;
        };
        let folded = fold(text);
        for (place, statement, report, quote) in &quotes {
            // Whoever has a thousand faults to mend needs no closest passage for the next.
            let search = check.problems.len() < MAX_PROBLEMS;
            let fault = verify_quote(&folded, quote, report, search);
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
        read.push((position, folded));
        check.checked += quotes.len();
        check.by_source.push((source.id.clone(), quotes.len()));
    }
    let read = read
        .iter()
        .map(|(position, text)| (*position, text.as_str()));
    check.copies = copied(read);
    check
}

/// A quotation: where it stands, in which statement and report, and its words.
type Quoted<'i> = (Place<'i>, &'i str, &'i Report, &'i str);

/// What is wrong with one quotation.
struct Fault {
    severity: Severity,
    rule: Rule,
    field: &'static str,
    message: String,
    advice: &'static str,
    /// Whether the source has something like the quotation.
    near: bool,
}

impl Fault {
    fn of(self, place: &Place<'_>, statement: &str, report: &Report) -> Problem {
        Problem {
            severity: self.severity,
            rule: self.rule,
            path: place.path(),
            record: statement.to_owned(),
            field: self.field.to_owned(),
            message: format!("in the report of \"{}\", {}", report.source, self.message),
            advice: self.advice.to_owned(),
        }
    }
}

/// Compares one quotation with the folded text of its source. Without `search`, no closest passage is looked for.
fn verify_quote(text: &str, quote: &str, report: &Report, search: bool) -> Option<Fault> {
    let folded = fold(quote);
    let prefix = fold(report.prefix.as_deref().unwrap_or_default());
    let suffix = fold(report.suffix.as_deref().unwrap_or_default());
    let places: Vec<(&str, &str)> = occurrences(text, &folded).collect();
    let Some(first) = places.first() else {
        let closest = search.then(|| closest(text, &folded)).flatten();
        let stands = closest.as_ref().map_or_else(
            || "Nothing like it stands there.".to_owned(),
            |passage| format!("The closest passage, with [-quoted-]{{+in the source+}}: {passage}"),
        );
        return Some(Fault {
            severity: Severity::Error,
            rule: Rule::QuoteNotFound,
            field: "quote",
            message: format!("the source does not have “{quote}”. {stands}"),
            advice: if closest.is_some() {
                "Copy the words from the source, with its own dashes and spelling."
            } else {
                "Look whether the report names the right source; what no source prints is not quoted."
            },
            near: closest.is_some(),
        });
    };
    let fits_before = |place: &(&str, &str)| place.0.ends_with(&prefix);
    let fits_after = |place: &(&str, &str)| place.1.starts_with(&suffix);
    let mut around = places
        .iter()
        .filter(|place| fits_before(place) && fits_after(place))
        .peekable();
    if around.peek().is_none() {
        let half = places.iter().find(|place| fits_before(place));
        let (field, stands) = match half {
            Some(place) => (
                "suffix",
                format!(
                    "after the quotation stands “{}”",
                    start(place.1, suffix.chars().count())
                ),
            ),
            None => (
                "prefix",
                format!(
                    "before the quotation stands “{}”",
                    end(first.0, prefix.chars().count())
                ),
            ),
        };
        return Some(Fault {
            severity: Severity::Error,
            rule: Rule::ContextNotFound,
            field,
            message: format!("{stands} in the source."),
            advice: "The prefix ends with the opening quotation mark; the suffix begins with what follows the last quoted character.",
            near: false,
        });
    }
    if around.any(|place| is_between_marks(place.0, place.1)) {
        return None;
    }
    Some(Fault {
        severity: Severity::Warning,
        rule: Rule::UnmarkedQuote,
        field: "quote",
        message: format!(
            "“{quote}” stands in the source, but is not the whole of what stands between two quotation marks."
        ),
        advice: "Quote all that stands between one pair of marks; what stands without marks is an indirect report.",
        near: false,
    })
}

fn without_text(source: &Source, position: usize) -> Problem {
    let name = source.text.as_deref().unwrap_or(&source.id);
    Problem {
        severity: Severity::Warning,
        rule: Rule::NoSourceText,
        path: Place::single(List::Sources).nth(position).path(),
        record: source.id.clone(),
        field: "text".to_owned(),
        message: format!(
            "no saved text named \"{name}\" is at hand, so none of its quotations is checked."
        ),
        advice: format!(
            "Save its text as \"{name}.txt\", or give it as --source {}=FILE.",
            source.id
        ),
    }
}

/// A text with white space, quotation marks, ellipses and Unicode form normalised.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let text = text.replace("...", "…");
    for char in text.nfc() {
        if !char.is_whitespace() {
            folded.push(if is_quotation_mark(char) { '\'' } else { char });
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded
}

/// What stands before and after each place where `part` stands in `text`.
fn occurrences<'t>(text: &'t str, part: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    text.match_indices(part).filter_map(move |(at, _)| {
        let before = text.get(..at)?;
        let after = text.get(at + part.len()..)?;
        Some((before, after))
    })
}

/// Whether an opening mark ends what stands before, and a closing mark begins what stands after, but for the
/// punctuation of the source's own sentence.
fn is_between_marks(before: &str, after: &str) -> bool {
    let after = after.trim_start_matches(|char: char| char == ' ' || ".,;:!?…—–-".contains(char));
    before.trim_end().ends_with('\'') && after.starts_with('\'')
}

fn start(text: &str, chars: usize) -> String {
    text.chars().take(chars).collect()
}

fn end(text: &str, chars: usize) -> String {
    let skipped = text.chars().count().saturating_sub(chars);
    text.chars().skip(skipped).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::vocabulary::Directness;
    use super::*;

    const TEXT: &str = "“We  stand\nwith A,” it said. It called the act ‘a breach’—and B's answer “groundless.”\n\
        C spoke of a breach too… and “went on… so” it. “Stop it—now,” D said. “We stand with B,” E said. Cafe\u{301} «F» «\u{a0}G\u{a0}»";

    fn check(quote: &str, prefix: &str, suffix: &str) -> Option<(Rule, &'static str, String)> {
        let context = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let report = Report {
            source: "s".to_owned(),
            directness: Directness::Direct,
            quote: None,
            paraphrase: None,
            prefix: context(prefix),
            suffix: context(suffix),
            part: None,
            speaker: None,
            venue: None,
            translated_from: None,
            original: None,
        };
        verify_quote(&fold(TEXT), quote, &report, true)
            .map(|fault| (fault.rule, fault.field, fault.message))
    }

    #[test]
    fn white_space_marks_and_unicode_form_do_not_count() {
        for (quote, prefix, suffix) in [
            ("We stand with A", "\"", ",\" it said"),
            ("We stand\twith A", "", ""),
            ("a breach", "the act '", "'—and B’s"),
            ("a breach", "", ""),
            ("groundless", "B’s answer \"", ".\" C spoke"),
            ("groundless.", "", "”"),
            ("went on... so", "too... and “", ""),
            ("Stop it—now", "“", ",” D said"),
            ("We stand with B", "D said. “", ""),
            ("F", "Café «", "»"),
            ("G", "", ""),
        ] {
            assert_eq!(check(quote, prefix, suffix), None, "{quote}");
        }
    }

    #[test]
    fn other_words_dashes_and_letters_do() {
        for quote in [
            "We stand with C",
            "Stop it-now",
            "we stand with A",
            "groundles",
        ] {
            let fault = check(quote, "", "");
            if quote == "groundles" {
                // It stands there, but is not all that stands between the marks.
                assert_eq!(fault.unwrap().0, Rule::UnmarkedQuote);
            } else {
                assert_eq!(fault.unwrap().0, Rule::QuoteNotFound, "{quote}");
            }
        }
        let (_, _, message) = check("We strongly stand with A", "", "").unwrap();
        assert!(
            message.contains("[-strongly-]") && message.contains("stand with"),
            "{message}"
        );
        let (_, _, message) = check("nothing of this kind whatever", "", "").unwrap();
        assert!(message.contains("Nothing like it"), "{message}");
    }

    #[test]
    fn the_context_stands_round_the_same_occurrence() {
        let (rule, field, message) = check("We stand with B", "“", ",” D said").unwrap();
        assert_eq!((rule, field), (Rule::ContextNotFound, "suffix"));
        assert!(message.contains("“,' E said”"), "{message}");
        let (rule, field, _) = check("We stand with B", "A said. “", ",” E said").unwrap();
        assert_eq!((rule, field), (Rule::ContextNotFound, "prefix"));
        let (rule, ..) = check("a breach", "spoke of ", " too…").unwrap();
        assert_eq!(rule, Rule::UnmarkedQuote);
    }
}
