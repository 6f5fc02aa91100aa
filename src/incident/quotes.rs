//! The proof that quotations are verbatim: each stands in its source's text, between quotation marks, with its
//! `prefix` and `suffix` around it.
//!
//! What does not count when texts are compared is said in `folding`, and nothing else does not: dashes, capitals and
//! letters count as printed. A passage that begins or ends within a word is none (`edges`).

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::copies::{Copied, copied};
use super::edges::{Edge, begins_behind_apostrophe, edges, has_no_word, word_at};
pub(crate) use super::folding::fold;
use super::folding::{Folded, MARK};
use super::limits::MAX_PROBLEMS;
use super::look_alikes;
use super::lookup::Positions;
use super::markup;
use super::model::{Id, Incident, Report, Source};
use super::passage::{Words, closest};
use super::place::{List, Part, Place};
use super::problem::{Problem, Rule, Severity};

/// The saved texts of sources, by source id.
pub type SourceTexts = BTreeMap<Id, String>;

/// Of sources whose saved file is no text, by source id: what it is, as a sentence goes on ("flood.pdf is a PDF file").
pub type Unreadable = BTreeMap<Id, String>;

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
    for ((position, source), quotes) in incident.sources.iter().enumerate().zip(of_source) {
        let Some(text) = texts.get(&source.id) else {
            check.unchecked += quotes.len();
            let found = unreadable.get(&source.id).map(String::as_str);
            // Of whom nothing is quoted, nothing is to be proven.
            if found.is_some() || !quotes.is_empty() {
                check.problems.push(without_text(source, position, found));
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

/// The saved text of a source.
struct Saved<'t> {
    folded: Folded,
    /// Looked for only where a quotation is not found.
    words: LazyCell<Words<'t>, Box<dyn FnOnce() -> Words<'t> + 't>>,
    markup: LazyCell<Option<&'t str>, Box<dyn FnOnce() -> Option<&'t str> + 't>>,
}

impl<'t> Saved<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            folded: Folded::of(text),
            words: LazyCell::new(Box::new(|| Words::of(text))),
            markup: LazyCell::new(Box::new(|| markup::first_of(text))),
        }
    }
}

/// At how many places a quotation is looked at: what stands in a text more often is a letter or a sign, not a quotation.
const MAX_FOUND: usize = 10_000;

/// A place of a source's folded text.
#[derive(Clone, Copy)]
struct Found<'t> {
    start: usize,
    before: &'t str,
    after: &'t str,
    edges: [Edge; 2],
}

impl<'t> Found<'t> {
    /// Every place where a text has this part.
    fn all(text: &'t Folded, part: &str) -> Vec<Self> {
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

    fn is_cut(&self) -> bool {
        self.edges.contains(&Edge::Within)
    }

    /// Whether an opening mark ends what stands before, and a closing mark begins what stands after, but for the
    /// punctuation of the source's own sentence.
    fn is_between_marks(&self, text: &Folded) -> bool {
        let after = self
            .after
            .trim_start_matches(|char: char| char == ' ' || ".,;:!?…—–-".contains(char));
        self.before.trim_end().ends_with(MARK)
            && after.starts_with(MARK)
            && !begins_behind_apostrophe(text, self.start)
    }
}

/// Compares one quotation with the text of its source. Without `search`, no closest passage is looked for.
fn verify_quote(saved: &Saved<'_>, quote: &str, report: &Report, search: bool) -> Option<Fault> {
    let text = &saved.folded;
    let folded = fold(quote);
    let folded = folded.trim();
    let found = Found::all(text, folded);
    if has_no_word(folded) && !found.iter().any(|place| place.is_between_marks(text)) {
        return Some(not_found(
            format!("“{quote}” has no word that could be looked for in the source."),
            "Quote what was said, in words.",
            false,
        ));
    }
    let Some(first) = found.first() else {
        let alike = search.then(|| look_alikes::difference(text, folded));
        return Some(match alike.flatten() {
            Some(difference) => alike_only(quote, &difference),
            None => missing(saved, quote, search),
        });
    };
    let prefix = fold(report.prefix.as_deref().unwrap_or_default());
    let suffix = fold(report.suffix.as_deref().unwrap_or_default());
    let (prefix, suffix) = (prefix.trim_end(), suffix.trim_start());
    let fits_before = |place: &Found<'_>| place.before.trim_end().ends_with(prefix);
    let fits_after = |place: &Found<'_>| place.after.trim_start().starts_with(suffix);
    let fits = |place: &&Found<'_>| fits_before(place) && fits_after(place);
    let whole: Vec<Found<'_>> = found
        .iter()
        .filter(|place| !place.is_cut())
        .copied()
        .collect();
    let mut around = whole.iter().filter(fits).peekable();
    if around.peek().is_none() {
        // Where words are whole elsewhere only, the context may still say that the cut ones are meant.
        let fitting = found.iter().find(fits);
        if let Some(place) = fitting.or(whole.is_empty().then_some(first)) {
            return Some(cut(text, place, quote, folded.len()));
        }
        return Some(elsewhere(
            text,
            &whole,
            folded.len(),
            prefix,
            suffix,
            fits_before,
        ));
    }
    if around.clone().any(|place| place.is_between_marks(text)) {
        return None;
    }
    // Where it stands apart as well, that is what was quoted.
    let hyphens = around.map(|place| {
        let at = place.edges.iter().position(|edge| *edge == Edge::Hyphen)?;
        Some(word_at(text, place.start + at * folded.len()))
    });
    let hyphens: Option<Vec<String>> = hyphens.collect();
    let hyphen = hyphens.and_then(|words| words.into_iter().next());
    let (is, advice) = match hyphen {
        Some(word) => (
            format!("is cut out of “{word}”"),
            "Quote the whole of what hyphens join: a part of it can say something else.",
        ),
        None => (
            "is not the whole of what stands between two quotation marks".to_owned(),
            "Quote all that stands between one pair of marks; what stands without marks is an indirect report.",
        ),
    };
    Some(Fault {
        severity: Severity::Warning,
        rule: Rule::UnmarkedQuote,
        field: "quote",
        message: format!("“{quote}” stands in the source, but {is}."),
        advice,
        near: false,
    })
}

fn not_found(message: String, advice: &'static str, near: bool) -> Fault {
    Fault {
        severity: Severity::Error,
        rule: Rule::QuoteNotFound,
        field: "quote",
        message,
        advice,
        near,
    }
}

/// A quotation of which the source has only what looks like it.
fn alike_only(quote: &str, difference: &str) -> Fault {
    not_found(
        format!("the source does not have “{quote}”, only what looks like it: {difference}."),
        "Copy the words from the source, with its own characters. Where the source mixes alphabets or keyboards by mistake, quote \
         it as it is.",
        true,
    )
}

/// A quotation that the source does not have.
fn missing(saved: &Saved<'_>, quote: &str, search: bool) -> Fault {
    let closest = search.then(|| closest(&saved.words, quote)).flatten();
    let markup = (*saved.markup).filter(|_| search);
    let mut message = format!("the source does not have “{quote}”. ");
    if let Some(tag) = markup {
        let tag: String = tag.chars().take(20).collect();
        message.push_str(&format!(
            "Its saved text holds a page's source code (“{tag}”), which is compared as it stands. "
        ));
    }
    match &closest {
        Some(passage) => message.push_str(&format!(
            "The closest passage, with [-quoted-]{{+in the source+}}: {passage}"
        )),
        None => message.push_str("Nothing like it stands there."),
    }
    let advice = if markup.is_some() {
        "Save the words of the article as the page shows them, without its code."
    } else if closest.is_some() {
        "Copy the words from the source, with its own dashes and spelling."
    } else {
        "Look whether the report names the right source; what no source prints is not quoted."
    };
    not_found(message, advice, closest.is_some())
}

/// A quotation that begins or ends within a word of the source.
fn cut(text: &Folded, place: &Found<'_>, quote: &str, length: usize) -> Fault {
    let ends = ["begins", "ends"].into_iter().zip([0, length]);
    let parts: Vec<String> = ends
        .zip(place.edges)
        .filter(|(_, edge)| *edge == Edge::Within)
        .map(|((what, at), _)| format!("{what} within “{}”", word_at(text, place.start + at)))
        .collect();
    not_found(
        format!(
            "the source has “{quote}” only as a part of other words: it {}.",
            parts.join(" and ")
        ),
        "Quote whole words and numbers: a part of one says something else.",
        true,
    )
}

/// A quotation that stands in the source, but not where its context says.
fn elsewhere(
    text: &Folded,
    whole: &[Found<'_>],
    length: usize,
    prefix: &str,
    suffix: &str,
    fits_before: impl Fn(&Found<'_>) -> bool,
) -> Fault {
    let half = whole.iter().find(|place| fits_before(place));
    let (field, stands) = match (half, whole.first()) {
        (Some(place), _) => {
            let from = place.start + length;
            let shown = start(place.after, suffix.chars().count());
            let shown = text.own(from..from + shown.len());
            ("suffix", format!("after the quotation stands “{shown}”"))
        }
        (None, first) => {
            let before = first.map_or("", |place| place.before);
            let shown = end(before, prefix.chars().count());
            let shown = text.own(before.len() - shown.len()..before.len());
            ("prefix", format!("before the quotation stands “{shown}”"))
        }
    };
    Fault {
        severity: Severity::Error,
        rule: Rule::ContextNotFound,
        field,
        message: format!("{stands} in the source."),
        advice: "The prefix ends with the opening quotation mark; the suffix begins with what follows the last quoted character.",
        near: false,
    }
}

/// A source whose text is not at hand, or whose file is no text.
fn without_text(source: &Source, position: usize, unreadable: Option<&str>) -> Problem {
    let name = source.text.as_deref().unwrap_or(&source.id);
    let message = match unreadable {
        Some(found) => format!("{found}, so none of its words is compared."),
        None => format!(
            "no saved text named \"{name}\" is at hand, so none of its quotations is checked."
        ),
    };
    let advice = match unreadable {
        Some(_) => format!(
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

fn start(text: &str, chars: usize) -> &str {
    let end = text.char_indices().nth(chars);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn end(text: &str, chars: usize) -> &str {
    let start = text.char_indices().rev().take(chars).last();
    start
        .and_then(|(start, _)| text.get(start..))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::vocabulary::Directness;
    use super::*;

    const TEXT: &str = "“We  stand\nwith A,” it said. It called the act ‘a breach’—and B's answer “groundless.”\n\
        C spoke of a breach too… and “went on… so” it. “Stop it—now,” D said. “We stand with B,” E said. Cafe\u{301} «F» «\u{a0}G\u{a0}» \
        “We are unable, not able to.” “A state-sponsored, non-compliant group,” F of the state said.";

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
        verify_quote(&Saved::of(TEXT), quote, &report, true)
            .map(|fault| (fault.rule, fault.field, fault.message))
    }

    #[test]
    fn white_space_marks_and_unicode_form_do_not_count() {
        for (quote, prefix, suffix) in [
            ("We stand with A", "\"", ",\" it said"),
            (" We stand with A ", "“ ", " ,\" it said"),
            ("We st\u{ad}and\u{200b} with \u{2066}A\u{2069}", "", ""),
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
            // Cut within a word, with another word before it, and nothing but a sign.
            "groundles",
            "reach too…",
            "—",
        ] {
            let fault = check(quote, "", "");
            assert_eq!(fault.unwrap().0, Rule::QuoteNotFound, "{quote}");
        }
        let (rule, _, message) = check("sponsored", "", "").unwrap();
        assert_eq!(rule, Rule::UnmarkedQuote);
        assert!(
            message.contains("is cut out of “state-sponsored”"),
            "{message}"
        );
        let (_, _, message) = check("state", "", "").unwrap();
        assert!(
            message.contains("is not the whole of what stands"),
            "{message}"
        );
        let (_, _, message) = check("compliant group", "", "").unwrap();
        assert!(
            message.contains("begins within “non-compliant”"),
            "{message}"
        );
        // Where it stands on whole words too, those are meant, unless the context says otherwise.
        assert_eq!(check("able", "", "").unwrap().0, Rule::UnmarkedQuote);
        assert_eq!(
            check("able", "not ", " to.").unwrap().0,
            Rule::UnmarkedQuote
        );
        assert_eq!(check("able", "un", ", not").unwrap().0, Rule::QuoteNotFound);
        // It stands there, but is not all that stands between the marks.
        for quote in ["went on", "C spoke"] {
            let fault = check(quote, "", "");
            assert_eq!(fault.unwrap().0, Rule::UnmarkedQuote, "{quote}");
        }
        let (_, _, message) = check("round", "answer “g", "").unwrap();
        assert!(
            message.contains("it begins within “groundless” and ends within “groundless”"),
            "{message}"
        );
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
        assert!(message.contains("“,” E said”"), "{message}");
        let (rule, field, _) = check("We stand with B", "A said. “", ",” E said").unwrap();
        assert_eq!((rule, field), (Rule::ContextNotFound, "prefix"));
        let (rule, ..) = check("a breach", "spoke of ", " too…").unwrap();
        assert_eq!(rule, Rule::UnmarkedQuote);
    }
}
