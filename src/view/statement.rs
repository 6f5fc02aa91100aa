//! One statement: its fullest quotation, what it does, who printed it in which words, and what is in dispute.
//!
//! Each printing carries `data-report`: a quotation is a `<blockquote>` whose text, less the marks round it, is
//! the file's `quote` to the letter; a paraphrase is a `<p>` without quotation marks.

use crate::incident::lookup::Positions;
use crate::incident::template::fill;
use crate::incident::{Conflict, Id, Report, Source, Statement};

use super::dom::{El, el, of_class};
use super::language::{direction, filled, in_language, native, of_ours, ours, theirs};
use super::printings::{Printing, Reference, is_translated, printings};
use super::story::Story;
use super::words::{self, Family, between, isolated};

/// The questions that were put before: what stands together gives the answers to each once, at the first record it is about.
pub type Asked<'a> = Vec<&'a Conflict>;

/// A statement, an item of a list, with all its printings and what the sources differ about; `open` is the id of the open actor, empty for none.
pub fn statement<'a>(
    story: &'a Story,
    statement: &Statement,
    open: &str,
    asked: &mut Asked<'a>,
) -> El {
    printed(story, statement, open).children(conflicts(story, &statement.id, asked))
}

/// The same without what the sources differ about: the quotation, who said it to whom, its outlets, the other wordings, the
/// paraphrases, what it answers. The speaker's words come first, ours after whose they are has been said.
pub fn printed(story: &Story, statement: &Statement, open: &str) -> El {
    let family = family(statement);
    let printings = printings(&story.incident, statement);
    let mut card = el("li")
        .attr("class", ["statement ", family.id()].concat())
        .attr("part", "statement")
        .attr("data-statement", &statement.id);
    let leading = printings.split_first();
    if let Some((first, _)) = leading {
        for report in &first.reports {
            card = card.child(quotation(story, report, None, "quote"));
        }
    }
    card = card.child(act(story, statement, open));
    if let Some((first, others)) = leading {
        let line = of_class("p", "outlets").text("Reported by ");
        card = card
            .child(attributed(line, story, statement, first))
            .children(wordings(story, statement, first, others));
    }
    card.children(told(story, statement))
        .children(answers(story, statement, open))
}

/// The family whose colour a statement has.
pub fn family(statement: &Statement) -> Family {
    statement
        .stance
        .first()
        .map_or(Family::Inform, |stance| Family::of(*stance))
}

/// "Foreign ministry (spokesman) **accuses** China · post on X · 28 May 2025"
fn act(story: &Story, statement: &Statement, open: &str) -> El {
    let mut line = with_name(of_class("p", "act"), story, &statement.speaker, open);
    if let Some(capacity) = &statement.capacity {
        line = filled(line, story, " (%)", &[capacity]);
    }
    line = line
        .text(" ")
        .child(el("b").text(words::stances(statement)));
    line = with_names(line, story, &statement.to, open);
    if let Some(venue) = &statement.venue {
        line = filled(line, story, " · %", &[venue]);
    }
    if let Some(date) = statement.date {
        line = line.text(" · ").text(story.dated(date));
    }
    ours(story, line)
}

/// A line with a name after it: one that opens the actor, where there is a program to do so and another one is open.
pub fn with_name(line: El, story: &Story, id: &str, open: &str) -> El {
    let name = story.name(id);
    if story.live && id != open {
        // Not a button: a long name breaks over lines as the static edition's does.
        let control = of_class("span", "ref")
            .attr("role", "button")
            .attr("tabindex", "0")
            .attr("data-actor-ref", id);
        line.child(native(story, control).text(isolated(name)))
    } else {
        theirs(line, story, name)
    }
}

/// A line with these names after it, as [`with_name`] has them.
fn with_names(mut line: El, story: &Story, ids: &[Id], open: &str) -> El {
    for (position, id) in ids.iter().enumerate() {
        let before = match position {
            0 => " ",
            _ => between(position, ids.len()),
        };
        line = with_name(line.text(before), story, id, open);
    }
    line
}

/// A quotation; the words that `reference` lacks are marked.
fn quotation(
    story: &Story,
    report: &Report,
    reference: Option<&mut Reference>,
    class: &'static str,
) -> El {
    let quote = report.quote.as_deref().unwrap_or_default();
    let language = story
        .source(&report.source)
        .and_then(|source| source.language.as_ref());
    let around = story.language();
    let mut quotation = in_language(of_class("blockquote", class), language, around)
        .attr("data-report", &report.source)
        .text("“");
    let Some(reference) = reference else {
        return quotation.text(quote).text("”");
    };
    for run in reference.marked(quote) {
        quotation = if run.differs {
            quotation.child(el("mark").text(run.text))
        } else {
            quotation.text(run.text)
        };
    }
    quotation.text("”")
}

/// Under what is told in our words: what stands before the outlet, and after it.
pub const IN_OUR_WORDS: [&str; 2] = ["As ", " reports it, in our words"];

/// What sources tell in their own words, and so do we: where we tell several alike, once, over a line for each.
fn told(story: &Story, statement: &Statement) -> Vec<El> {
    let mut told = Vec::new();
    let firsts = firsts_alike(statement);
    for (at, report) in statement.reports.iter().enumerate() {
        if report.quote.is_some() || firsts.get(at) != Some(&at) {
            continue;
        }
        let text = report.paraphrase.as_deref().unwrap_or_default();
        told.push(
            of_class("p", "paraphrase")
                .attr("data-report", &report.source)
                .text(text),
        );
        for (report, first) in statement.reports.iter().zip(&firsts) {
            if *first != at {
                continue;
            }
            let [before, after] = IN_OUR_WORDS;
            let line = of_class("p", "outlets").text(before);
            let line = outlet(line, story, &report.source).text(after);
            told.push(ours(story, deviations(line, story, statement, report)));
        }
    }
    told
}

/// For each report of a statement, where the first one stands that prints just what it does: the same of our words, or
/// itself.
pub fn firsts_alike(statement: &Statement) -> Vec<usize> {
    let mut told = Vec::new();
    for report in &statement.reports {
        let paraphrase = report.paraphrase.as_deref();
        told.push(paraphrase.filter(|_| report.quote.is_none()).unwrap_or(""));
    }
    let alike = Positions::of_texts(&told);
    let mut firsts = Vec::new();
    for (at, told) in told.iter().enumerate() {
        let first = alike.get(told).filter(|_| !told.is_empty());
        firsts.push(first.unwrap_or(at));
    }
    firsts
}

/// A line with the outlet of a printing, where it deviates, and the words that it translates.
fn attributed(line: El, story: &Story, statement: &Statement, printing: &Printing) -> El {
    let line = outlet(line, story, printing.source);
    ours(story, deviations_of(line, story, statement, printing, true))
}

/// A line that goes on with where a printing deviates, and the words that it translates if these are `told`: once for all its parts
/// where they are alike in that, else for each with its number.
pub fn deviations_of(
    mut line: El,
    story: &Story,
    statement: &Statement,
    printing: &Printing,
    told: bool,
) -> El {
    let mut parts = printing
        .reports
        .iter()
        .map(|part| deviating(statement, part));
    let first = parts.next();
    let differ = parts.any(|part| Some(part) != first);
    for (at, report) in printing.reports.iter().enumerate() {
        let numbered = differ && deviating(statement, report) != Deviating::default();
        if numbered {
            line = line.text([" (part ", &(at + 1).to_string()].concat());
        }
        if differ || at == 0 {
            line = deviations(line, story, statement, report);
        }
        if let Some(original) = report.original.as_ref().filter(|_| told) {
            let language = report.translated_from.as_ref();
            line = of_original(line, original, language, story.language());
        }
        if numbered {
            line = line.text(")");
        }
    }
    line
}

/// Another speaker than the statement's, another venue, whether it is a translation, and of what.
type Deviating<'a> = (Option<&'a str>, Option<&'a str>, bool, Option<&'a str>);

/// Where a report deviates from its statement.
fn deviating<'a>(statement: &Statement, report: &'a Report) -> Deviating<'a> {
    let speaker = report.speaker.as_deref();
    let venue = report.venue.as_deref();
    (
        speaker.filter(|speaker| *speaker != statement.speaker),
        venue.filter(|venue| Some(*venue) != statement.venue.as_deref()),
        is_translated(report),
        report.original.as_deref(),
    )
}

/// A line of ours that ends with ", in translation" goes on with the words that were said, told their language where it is
/// not that of the line; `told` is the story's.
pub fn of_original(line: El, original: &str, language: Option<&String>, told: &str) -> El {
    let language = language.map_or(told, String::as_str);
    let said = el("span")
        .maybe_attr("lang", (language != of_ours(told)).then_some(language))
        // The line is from left to right, whatever is around it.
        .maybe_attr(
            "dir",
            Some(direction(language)).filter(|side| *side == "rtl"),
        );
    line.text(" of ").child(said.text(fill("“%”", &[original])))
}

/// A line that goes on with where a report names another speaker or venue than its statement, and whether it prints a
/// translation.
pub fn deviations(mut line: El, story: &Story, statement: &Statement, report: &Report) -> El {
    let (speaker, venue, is_translated, _) = deviating(statement, report);
    if let Some(speaker) = speaker {
        line = filled(
            line,
            story,
            "; named as the speaker: %",
            &[story.name(speaker)],
        );
    }
    if let Some(venue) = venue {
        line = filled(line, story, " · %", &[venue]);
    }
    if is_translated {
        line = line.text(", in translation");
    }
    line
}

/// A line with how a source is named beside a quotation: "UPI (printed by Space Media Network)".
pub fn outlet_of(line: El, story: &Story, source: &Source) -> El {
    match (&source.publisher, &source.agency) {
        (Some(publisher), Some(agency)) => {
            filled(line, story, "% (printed by %)", &[agency, publisher])
        }
        _ => theirs(line, story, words::voice(source)),
    }
}

/// A line that goes on with whose copy a source is, if it is one: no second confirmation.
pub fn excerpt(line: El, story: &Story, source: &Source) -> El {
    match &source.excerpt_of {
        Some(original) => filled(
            line,
            story,
            " (excerpt of the article in %)",
            &[&words::short_outlet(story, original)],
        ),
        None => line,
    }
}

fn outlet(line: El, story: &Story, id: &str) -> El {
    match story.source(id) {
        Some(source) => excerpt(outlet_of(line, story, source), story, source),
        None => theirs(line, story, id),
    }
}

// How a printing stands to the one that leads. (Numbers, for with an enum the module would be 0.1 KB larger.)
/// Another wording of it.
const OTHER: usize = 0;
/// The same words, or part of them.
const SAME: usize = 1;
/// In another language, or a translation: it is compared with nothing.
const APART: usize = 2;
/// How many these are.
const KINDS: usize = 3;

/// The other wordings, the differing words marked. Without a mark follow printings in the same words, or in part of them, and
/// those that are no wording of the first: what is in another language, or translates it.
fn wordings(
    story: &Story,
    statement: &Statement,
    first: &Printing,
    others: &[Printing],
) -> Vec<El> {
    if others.is_empty() {
        return Vec::new();
    }
    let mut reference = Reference::of(first, &story.incident);
    let mut kinds = Vec::new();
    for printing in others {
        kinds.push(if printing.stands_apart(first) {
            APART
        } else if reference.holds(printing) {
            SAME
        } else {
            OTHER
        });
    }
    let mut parts = Vec::new();
    for kind in 0..KINDS {
        let mut list = el("ul");
        let mut count = 0;
        for (printing, its_kind) in others.iter().zip(&kinds) {
            if *its_kind != kind {
                continue;
            }
            let outlet = of_class("span", "outlet");
            let mut row = el("li").child(attributed(outlet, story, statement, printing));
            for report in &printing.reports {
                let reference = (kind == OTHER).then_some(&mut reference);
                row = row.child(quotation(story, report, reference, "wording"));
            }
            list = list.child(row);
            count += 1;
        }
        if count == 0 {
            continue;
        }
        let title = match kind {
            OTHER => words::counted(count, "other wording in print", "other wordings in print"),
            SAME => "The same words, or part of them, in".into(),
            _ => "In translation, or another language".into(),
        };
        parts.push(
            of_class("div", "wordings")
                .child(ours(story, of_class("p", "wordings-title").text(title)))
                .child(list),
        );
    }
    parts
}

/// Which statements this one answers, and which answer it.
fn answers(story: &Story, statement: &Statement, open: &str) -> Vec<El> {
    let mut lines = Vec::new();
    let statements = &story.incident.statements;
    let mut all = statements.iter();
    let at = all.position(|other| core::ptr::eq(other, statement));
    let at = at.unwrap_or(usize::MAX);
    for is_answer in [true, false] {
        let mut ids = Vec::new();
        for (other, speaker) in statements.iter().enumerate() {
            let (later, earlier) = if is_answer { (at, other) } else { (other, at) };
            let answers = story.answers.get(earlier);
            let speaker = &speaker.speaker;
            if answers.is_some_and(|answers| answers.contains(&later)) && !ids.contains(speaker) {
                ids.push(speaker.clone());
            }
        }
        if !ids.is_empty() {
            let label = if is_answer { "Answers" } else { "Answered by" };
            let line = of_class("p", "answers").text(label);
            lines.push(ours(story, with_names(line, story, &ids, open)));
        }
    }
    lines
}

/// The questions about a record that the sources answer differently; of those asked before, only that they are.
pub fn conflicts<'a>(story: &'a Story, id: &str, asked: &mut Asked<'a>) -> Vec<El> {
    let mut questions = Vec::new();
    for about in story.incident.conflicts_about(id) {
        questions.push(if is_asked(asked, about) {
            let line = of_class("p", "answers").text("Sources differ, as above: ");
            ours(story, theirs(line, story, &about.question))
        } else {
            asked.push(about);
            conflict(story, about)
        });
    }
    questions
}

/// Whether a question was asked before.
pub fn is_asked(asked: &Asked<'_>, about: &Conflict) -> bool {
    asked.iter().any(|before| core::ptr::eq(*before, about))
}

/// A question with the sources' answers.
pub fn conflict(story: &Story, conflict: &Conflict) -> El {
    let answers = conflict.answers.iter().map(|answer| {
        let outlet = of_class("span", "outlet").text(words::short_outlet(story, &answer.source));
        el("li")
            .child(outlet)
            .text(" ")
            .text(isolated(&answer.says))
    });
    let line = el("summary").text("Sources differ: ");
    of_class("details", "conflict")
        .child(ours(story, theirs(line, story, &conflict.question)))
        .child(el("ul").each(answers))
}
