//! One quotation against the text of its source: whether it stands there, and what is said where it does not.

use super::edges::{Edge, has_no_word, word_at};
use super::folding::{Folded, fold};
use super::look_alikes;
use super::passage::closest;
use super::saved::{Context, Found, Saved, places};
use super::standing::{Standing, cut_off, standing, tail};
use crate::incident::model::Report;
use crate::incident::place::Place;
use crate::incident::problem::{Problem, Rule, Severity};

/// A quotation: where it stands, in which statement and report, and its words.
pub(super) type Quoted<'i> = (Place<'i>, &'i str, &'i Report, &'i str);

/// What is wrong with one quotation.
pub(super) struct Fault {
    severity: Severity,
    pub(super) rule: Rule,
    pub(super) field: &'static str,
    pub(super) message: String,
    advice: &'static str,
    /// Whether the source has something like the quotation.
    pub(super) near: bool,
}

impl Fault {
    pub(super) fn of(self, place: &Place<'_>, statement: &str, report: &Report) -> Problem {
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

/// The parts of interrupted quotations of one source that do not stand there in their order.
pub(super) fn out_of_order(saved: &Saved<'_>, quotes: &[Quoted<'_>]) -> Vec<Problem> {
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

/// Compares one quotation with the text of its source. Without `search`, no closest passage is looked for.
pub(super) fn verify_quote(
    saved: &Saved<'_>,
    quote: &str,
    report: &Report,
    search: bool,
) -> Option<Fault> {
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
        Some(Standing::Question) => (
            "but as a question: its question mark is missing".to_owned(),
            "Quote it with its question mark: without, its speaker asserts what was asked.",
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
