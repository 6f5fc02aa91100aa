//! The reader of a report: what a direct, a mixed and an indirect report may hold.

use super::fields::Fields;
use super::forms::is_blank;
use super::limits::{MAX_QUOTE_CHARS, MAX_TEXT_CHARS};
use super::model::Report;
use super::problem::Rule;
use super::vocabulary::Directness;
use crate::order::ranked;

/// Reads a report of a statement.
pub(super) fn report(fields: &mut Fields<'_, '_>) -> Report {
    let source = fields.required_reference("source");
    let directness = fields.required_term::<Directness>("directness");
    let (translated_from, original) = translation(fields);
    let mut report = Report {
        source,
        directness: directness.unwrap_or(Directness::Indirect),
        quote: fields.quotation(),
        paraphrase: fields.text("paraphrase", MAX_TEXT_CHARS),
        prefix: fields.context("prefix"),
        suffix: fields.context("suffix"),
        part: fields.ordinal("part"),
        speaker: fields.reference("speaker"),
        venue: fields.name("venue"),
        translated_from,
        original,
    };
    match directness {
        Some(Directness::Direct | Directness::Mixed) => check_quoted(fields, &mut report),
        Some(Directness::Indirect) => check_told(fields, &mut report),
        // Which rules hold is unknown; the report is left out anyway.
        None => {}
    }
    report
}

/// What is said of a translation: the language the words were said in, and the words.
fn translation(fields: &mut Fields<'_, '_>) -> (Option<String>, Option<String>) {
    let tag = fields.name("translated_from");
    let original = fields.text("original", MAX_QUOTE_CHARS);
    (fields.language_in("translated_from", tag), original)
}

/// Direct and mixed: a quotation, and nothing in our own words in its place.
fn check_quoted(fields: &mut Fields<'_, '_>, report: &mut Report) {
    match report.quote.as_deref() {
        None => fields.missing(Rule::EmptyQuote, "quote", "is missing from a quoted report"),
        Some(quote) if is_blank(quote) => {
            fields.missing(Rule::EmptyQuote, "quote", "is empty");
        }
        Some(quote) => check_tidy(fields, quote),
    }
    if report.paraphrase.take().is_some() {
        let template = "a quoted report speaks for itself; the field is left out.|Drop it, or make it an indirect report of its own.";
        fields.misplaced("paraphrase", template);
    }
}

/// Indirect: our words, and nothing that could be taken for the speaker's.
fn check_told(fields: &mut Fields<'_, '_>, report: &mut Report) {
    if report.paraphrase.is_none() {
        fields.missing(
            Rule::MissingField,
            "paraphrase",
            "is missing from an indirect report",
        );
    }
    let found = [
        ("quote", report.quote.take().is_some()),
        ("prefix", report.prefix.take().is_some()),
        ("suffix", report.suffix.take().is_some()),
        ("part", report.part.take().is_some()),
    ];
    for (name, found) in found {
        if found {
            let template = "an indirect report has no quotation; the field is left out.|Drop it; or, if the source prints the words between quotation marks, the report is direct or mixed.";
            fields.misplaced(name, template);
        }
    }
}

/// A quotation is what stands between one pair of quotation marks, and no more.
fn check_tidy(fields: &mut Fields<'_, '_>, quote: &str) {
    let marked = quote.starts_with(is_quotation_mark) && quote.ends_with(is_quotation_mark);
    let template = if quote.trim().len() != quote.len() {
        "it has spaces before or after the words; it is kept as it is.|Drop them."
    } else if marked {
        "it still has its own quotation marks; it is kept as it is.|Drop a pair around it all; two quotations are two parts."
    } else if quote.ends_with(',') {
        "it ends with a comma; it is kept as it is.|A comma before the closing mark belongs to the article's sentence; drop it."
    } else {
        return;
    };
    fields.note(Rule::UntidyQuote, "quote", template, &[]);
}

/// Warns where the parts of a quotation that one source interrupts do not run 1, 2, 3.
pub(super) fn check_parts(reports: &[Report], fields: &mut Fields<'_, '_>) {
    let key = |at: usize| {
        reports
            .get(at)
            .map(|report| (report.source.as_str(), report.part))
    };
    let mut before = ("", 0);
    for at in ranked(reports.len(), &|one, other| key(one).cmp(&key(other))) {
        let Some((source, Some(part))) = key(at) else {
            continue;
        };
        let expected = if source == before.0 { before.1 + 1 } else { 1 };
        before = (source, part);
        if part != expected {
            let numbers = [part, expected].map(|number| (number as usize).to_string());
            let [part, expected] = &numbers;
            let template = "of the source %q here is part % where part % is expected.|Parts of one interrupted quotation are numbered 1, 2, 3 within one source.";
            fields.note(
                Rule::PartSequence,
                "reports",
                template,
                &[source, part, expected],
            );
        }
    }
}

/// Whether a character is a quotation mark of some language, or stands for one (ASCII `"` and `'`).
pub(crate) fn is_quotation_mark(char: char) -> bool {
    matches!(
        char,
        '"' | '\'' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '「'..='』' | '〝'..='〟' | '＂' | '＇'
    )
}
