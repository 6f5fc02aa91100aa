//! The proof that quotations are verbatim: each stands in its source's text, between quotation marks, with its
//! `prefix` and `suffix` around it.
//!
//! What does not count when texts are compared is said in `folding`, and nothing else does not: dashes, capitals and
//! letters count as printed. A passage that begins or ends within a word is none (`edges`).

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::copies::{Copied, copied};
use super::edges::{Edge, edges, has_no_word, word_at};
use super::folding::Folded;
pub(crate) use super::folding::fold;
use super::limits::MAX_PROBLEMS;
use super::look_alikes;
use super::lookup::Positions;
use super::marks::Marks;
use super::markup;
use super::model::{Id, Incident, Report, Source};
use super::names::Named;
use super::passage::{Words, closest};
use super::place::{List, Part, Place};
use super::problem::{Problem, Rule, Severity};
use super::standing::{Standing, cut_off, standing, tail};

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
    /// For each source with a text its position, and the names in the text.
    pub names: Vec<(usize, Named)>,
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
                let mut problem = without_text(source, position, found);
                if quotes.is_empty() {
                    problem.severity = Severity::Warning;
                }
                check.problems.push(problem);
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
        check.names.push((position, Named::of(&saved.folded.text)));
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
    marks: Marks,
    /// Looked for only where a quotation is not found.
    words: LazyCell<Words<'t>, Box<dyn FnOnce() -> Words<'t> + 't>>,
    markup: LazyCell<Option<&'t str>, Box<dyn FnOnce() -> Option<&'t str> + 't>>,
}

impl<'t> Saved<'t> {
    fn of(text: &'t str) -> Self {
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
}

/// What a report says of the words round its quotation, as they are compared.
struct Context {
    prefix: String,
    suffix: String,
}

impl Context {
    fn of(report: &Report) -> Self {
        Self {
            prefix: fold(report.prefix.as_deref().unwrap_or_default()),
            suffix: fold(report.suffix.as_deref().unwrap_or_default()),
        }
    }

    fn trimmed(&self) -> (&str, &str) {
        (self.prefix.trim_end(), self.suffix.trim_start())
    }

    fn fits_before(&self, place: &Found<'_>) -> bool {
        place.before.trim_end().ends_with(self.trimmed().0)
    }

    fn fits(&self, place: &Found<'_>) -> bool {
        self.fits_before(place) && place.after.trim_start().starts_with(self.trimmed().1)
    }
}

/// The parts of interrupted quotations of one source that do not stand there in their order.
fn out_of_order(saved: &Saved<'_>, quotes: &[Quoted<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for of_statement in quotes.chunk_by(|one, other| one.1 == other.1) {
        let parts = of_statement.iter();
        let parts = parts.filter_map(|quoted| Some((quoted.2.part?, quoted)));
        let mut parts: Vec<(u32, &Quoted<'_>)> = parts.collect();
        if parts.len() < 2 {
            continue;
        }
        parts.sort_by_key(|(part, _)| *part);
        let mut last: Option<(u32, usize)> = None;
        for (part, (place, statement, report, quote)) in parts {
            let places = places(saved, quote, report);
            let after = last.map_or(0, |(_, after)| after);
            let next = places.iter().find(|(start, _)| *start >= after);
            if let Some((_, end)) = next {
                last = Some((part, *end));
            } else if let Some((before, _)) = last.filter(|_| !places.is_empty()) {
                let fault = Fault {
                    severity: Severity::Warning,
                    rule: Rule::UnmarkedQuote,
                    field: "part",
                    message: format!(
                        "part {part}, “{quote}”, stands before part {before} in the source."
                    ),
                    advice: "Number the parts as the source prints them; what is no part of the interrupted quotation is a statement of its own.",
                    near: false,
                };
                problems.push(fault.of(place, statement, report));
            }
        }
    }
    problems
}

/// Where a quotation begins and ends in its source; where it stands between marks, those places only.
fn places(saved: &Saved<'_>, quote: &str, report: &Report) -> Vec<(usize, usize)> {
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
            Standing::Whole => whole.push((start, end)),
            _ => others.push((start, end)),
        }
    }
    if whole.is_empty() { others } else { whole }
}

/// Compares one quotation with the text of its source. Without `search`, no closest passage is looked for.
fn verify_quote(saved: &Saved<'_>, quote: &str, report: &Report, search: bool) -> Option<Fault> {
    let text = &saved.folded;
    let folded = fold(quote);
    let folded = folded.trim();
    let found = Found::all(text, folded);
    let stands =
        |place: &Found<'_>| standing(text, &saved.marks, place.start, place.start + folded.len());
    let is_marked = |place: &Found<'_>| !matches!(stands(place), Standing::Apart);
    if has_no_word(folded) && !found.iter().any(is_marked) {
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
    let context = Context::of(report);
    let fits = |place: &&Found<'_>| context.fits(place);
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
        return Some(elsewhere(text, &whole, folded.len(), &context));
    }
    let around: Vec<&Found<'_>> = around.collect();
    let standings: Vec<Standing> = around.iter().map(|place| stands(place)).collect();
    let is_whole = |standing: &Standing| matches!(standing, Standing::Whole);
    if standings.iter().any(is_whole) {
        return None;
    }
    let mut marked = standings.iter();
    let marked = marked.find(|standing| !matches!(standing, Standing::Apart));
    let (is, advice) = match marked {
        Some(Standing::Inner(from, to)) => (
            format!(
                "but as a quotation within a quotation: “{}”",
                tail(text, *from, *to)
            ),
            "Quote the outer quotation whole: who quotes words may deny them or only repeat them.",
        ),
        Some(Standing::Across(closes, opens)) => (
            format!(
                "but is not one quotation: a mark closes one after “{}”, and another opens one after “{}”",
                tail(text, around_start(&around), *closes),
                tail(text, closes + 1, *opens).trim()
            ),
            "Give each quotation a report of its own: one that is only interrupted in \"part\" 1 and 2, another speaker's words in a \
             statement of that speaker's.",
        ),
        _ => unmarked(saved, &around, folded.len()),
    };
    Some(Fault {
        severity: Severity::Warning,
        rule: Rule::UnmarkedQuote,
        field: "quote",
        message: format!("“{quote}” stands in the source, {is}."),
        advice,
        near: false,
    })
}

fn around_start(around: &[&Found<'_>]) -> usize {
    around.first().map_or(0, |place| place.start)
}

/// What is to be said of a quotation that is not what stands between two marks, and what to do.
fn unmarked(saved: &Saved<'_>, around: &[&Found<'_>], length: usize) -> (String, &'static str) {
    let text = &saved.folded;
    // Where it stands apart as well, that is what was quoted.
    let hyphens = around.iter().map(|place| {
        let at = place.edges.iter().position(|edge| *edge == Edge::Hyphen)?;
        Some(word_at(text, place.start + at * length))
    });
    let hyphens: Option<Vec<String>> = hyphens.collect();
    if let Some(word) = hyphens.and_then(|words| words.into_iter().next()) {
        return (
            format!("but is cut out of “{word}”"),
            "Quote the whole of what hyphens join: a part of it can say something else.",
        );
    }
    let mut is = "but is not the whole of what stands between two quotation marks".to_owned();
    let start = around_start(around);
    match cut_off(text, &saved.marks, start, start + length) {
        Some((cut, Some(turning))) => {
            is.push_str(&format!(
                ": “{cut}” is cut off before it, and “{turning}” there may turn its meaning"
            ));
            return (
                is,
                "Quote the sentence from its beginning, with the words that turn it; without marks, tell it as an indirect report.",
            );
        }
        Some((cut, None)) => is.push_str(&format!(": before it, its sentence begins “{cut}”")),
        None => {}
    }
    (
        is,
        "Quote all that stands between one pair of marks; what stands without marks is an indirect report.",
    )
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
fn elsewhere(text: &Folded, whole: &[Found<'_>], length: usize, context: &Context) -> Fault {
    let (prefix, suffix) = context.trimmed();
    let half = whole.iter().find(|place| context.fits_before(place));
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
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::super::vocabulary::Directness;
    use super::*;

    const TEXT: &str = "“We  stand\nwith A,” it said. It called the act ‘a breach’—and B's answer “groundless.”\n\
        C spoke of a breach too… and “went on… so” it. “Stop it—now,” D said. “We stand with B,” E said. Cafe\u{301} «F» «\u{a0}G\u{a0}» \
        “We are unable, not able to.” “A state-sponsored, non-compliant group,” F of the state said.";

    fn report(prefix: &str, suffix: &str) -> Report {
        let context = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Report {
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
        }
    }

    fn check(quote: &str, prefix: &str, suffix: &str) -> Option<(Rule, &'static str, String)> {
        check_in(TEXT, quote, prefix, suffix)
    }

    fn check_in(
        text: &str,
        quote: &str,
        prefix: &str,
        suffix: &str,
    ) -> Option<(Rule, &'static str, String)> {
        let report = report(prefix, suffix);
        verify_quote(&Saved::of(text), quote, &report, true)
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

    #[test]
    fn what_stands_between_two_quotations_is_none() {
        for (text, quote) in [
            ("“We paid none,” she added. “We will not.”", "she added."),
            (
                "\"We sold none,\" said A. \"Never.\" The firm stole all. The board said \"they lie\" again.",
                "The firm stole all. The board said",
            ),
            ("„Wir nicht“, sagte A. B rief „Lüge“.", ", sagte A. B rief"),
            ("»Wir nicht«, sagte A. B rief »Lüge«.", "sagte A. B rief"),
            ("« Non », dit A. « Oui »", "dit A."),
            (
                "The traders’ files were sold to rivals’ agents.",
                "files were sold to rivals",
            ),
        ] {
            let fault = check_in(text, quote, "", "");
            assert_eq!(fault.unwrap().0, Rule::UnmarkedQuote, "{quote}");
        }
        for (text, quote) in [
            ("“We paid none,” she added. “We will not.”", "We will not."),
            ("“A b.\n\n“C d,” he said.", "A b."),
            ("“A b.\n\n“C d,” he said.", "A b. “C d"),
            (
                "‘The traders’ files,’ he said, ‘went.’",
                "The traders’ files",
            ),
            ("\"He said \"no\" to us,\" A said.", "He said \"no\" to us"),
            ("”Vi vet,” sade A. ”Ja.”", "Ja."),
            // Elided words and plurals look like inner quotations, or like ends.
            (
                "The class of '99 heard \"We did not,\" A said, and the rivals' files were sold.",
                "We did not",
            ),
            (
                "Of summer ’24: “We did not,” A said; the rivals’ files were sold.",
                "We did not",
            ),
            (
                "Negli anni '90 «non siamo stati noi», disse A, un po' offesa.",
                "non siamo stati noi",
            ),
            (
                "'The victims' files of '99 were sold,' A said.",
                "The victims' files of '99 were sold",
            ),
            (
                "'We saw the victims' files and got 'em back,' A said.",
                "We saw the victims' files and got 'em back",
            ),
            // Marks that stand twice.
            ("''We did not do it,'' A said.", "We did not do it"),
            ("\"\"We did it,\"\" she said.", "We did it"),
            ("“我们不知道，”她说。", "我们不知道"),
            ("«لم نفعل ذلك؟» قالت", "لم نفعل ذلك"),
        ] {
            assert_eq!(check_in(text, quote, "", ""), None, "{quote}");
        }
    }

    #[test]
    fn a_quotation_over_two_and_one_within_another_are_told_of() {
        let text = "A said: “We deny it. What we hold is ours.” An official said: “She told us ‘it was an inside job’ and left.” \
            She rejected this: “I never said ‘it was an inside job’.”";
        let over = "We deny it. What we hold is ours.” An official said: “She told us ‘it was an inside job’ and left.";
        let (rule, _, message) = check_in(text, over, "", "").unwrap();
        assert_eq!(rule, Rule::UnmarkedQuote);
        let told = "but is not one quotation: a mark closes one after “We deny it. What we hold is ours.”, and another opens one \
            after “An official said:”.";
        assert!(message.contains(told), "{message}");
        let (rule, _, message) = check_in(text, "it was an inside job", "", "’.”").unwrap();
        assert_eq!(rule, Rule::UnmarkedQuote);
        let told = "as a quotation within a quotation: “I never said ‘it was an inside job’.”";
        assert!(message.contains(told), "{message}");
        let whole = "She told us ‘it was an inside job’ and left.";
        assert_eq!(check_in(text, whole, "", ""), None);
    }

    #[test]
    fn what_is_cut_off_before_a_quotation_is_shown() {
        let text = "A went. B said: “We know A. I do not believe that C acted alone, and nobody should. It hurts, says D, us all.” \
            He'd go if the price was 5.";
        for (quote, told) in [
            (
                "C acted alone",
                "two quotation marks: “I do not believe that” is cut off before it, and “believe” there may turn its meaning.",
            ),
            (
                "us all",
                "two quotation marks: before it, its sentence begins “It hurts, says D,”.",
            ),
            (
                "the price was 5",
                "“He'd go if” is cut off before it, and “if” there may turn",
            ),
            ("I do not believe that", "two quotation marks."),
        ] {
            let (rule, _, message) = check_in(text, quote, "", "").unwrap();
            assert_eq!(rule, Rule::UnmarkedQuote);
            assert!(message.contains(told), "{message}");
        }
    }

    #[test]
    fn parts_stand_in_their_order() {
        let text = "“We paid none,” A said. “We will not,” A added. “We paid none,” A said again.";
        let quotes = ["We paid none", "We will not"];
        let told = |parts: [Option<u32>; 2], suffix: &str| {
            let saved = Saved::of(text);
            let mut reports = [report("", suffix), report("", "")];
            for (report, part) in reports.iter_mut().zip(parts) {
                report.part = part;
            }
            let place = || Place::single(List::Statements).nth(0);
            let quoted = reports.iter().zip(quotes);
            let quoted: Vec<Quoted<'_>> = quoted
                .map(|(report, quote)| (place(), "a", report, quote))
                .collect();
            out_of_order(&saved, &quoted)
        };
        // Its words stand twice.
        assert_eq!(told([Some(1), Some(2)], ""), []);
        assert_eq!(told([Some(2), Some(1)], ""), []);
        assert_eq!(told([None, Some(1)], ",” A said again"), []);
        let found = told([Some(1), Some(2)], ",” A said again");
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].rule, found[0].field.as_str()),
            (Rule::UnmarkedQuote, "part")
        );
        assert!(
            found[0]
                .message
                .contains("part 2, “We will not”, stands before part 1")
        );
    }
}
