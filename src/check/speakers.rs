//! Who is said to have said it: the same words of one source under two speakers, and speakers whom their source does not name.

use std::collections::{HashMap, HashSet};

use crate::incident::forms::primary;
use crate::incident::place::List;
use crate::incident::quotes::names::Named;
use crate::incident::quotes::{QuoteCheck, fold};
use crate::incident::{Actor, Kind, Report, Statement};

use super::cards::editorial::TWO_SPEAKERS;
use super::cards::quotations::UNNAMED_SPEAKER;
use super::case::{Case, at, at_report};
use super::notes::{Notes, shown};

/// The fewest words that two speakers do not use by chance.
const MIN_WORDS: usize = 3;
/// How many statements with the same words are compared.
const MAX_ALIKE: usize = 10;
/// The most actors tied to a speaker whose names are looked for: a file with more is not looked through for ever.
const MAX_TIED: usize = 50;

/// Checks whether the same words of one source stand under two speakers.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let mut known: HashMap<(&str, String), Vec<(&Statement, &Report)>> = HashMap::new();
    for (position, statement) in case.incident.statements.iter().enumerate() {
        let mut twin = None;
        for report in &statement.reports {
            let words = fold(report.quote.as_deref().unwrap_or_default());
            let words = words.trim().to_lowercase();
            if words.split(' ').count() < MIN_WORDS {
                continue;
            }
            let alike = known.entry((&report.source, words)).or_default();
            let mut others = alike.iter();
            let other = others.find(|(other, printed)| {
                // Not where a report says whom its source names, nor of one office, whose members stand for each other.
                let is_said = report.speaker.is_some() || printed.speaker.is_some();
                !is_said
                    && !case.linked(&other.speaker, &statement.speaker)
                    && same_place(printed, report)
            });
            twin = twin.or_else(|| other.map(|(other, _)| (*other, report)));
            if alike.len() < MAX_ALIKE {
                alike.push((statement, report));
            }
        }
        if let Some((other, report)) = twin {
            let place = at(List::Statements, position);
            notes.note(&TWO_SPEAKERS, place, &statement.id, "speaker", || {
                format!(
                    "the words {} of the source {} are those of {} here, and of {} in the statement {}.",
                    shown(report.quote.as_deref().unwrap_or_default()),
                    shown(&report.source),
                    shown(case.name(&statement.speaker)),
                    shown(case.name(&other.speaker)),
                    shown(&other.id)
                )
            });
        }
    }
}

/// Whether two reports of the same words may be of the same place in their source.
fn same_place(one: &Report, other: &Report) -> bool {
    let context = |text: &Option<String>| text.as_deref().map(|text| fold(text).trim().to_owned());
    let fits = |one: Option<String>, other: Option<String>, ends: bool| match (one, other) {
        (Some(one), Some(other)) if ends => one.ends_with(&other) || other.ends_with(&one),
        (Some(one), Some(other)) => one.starts_with(&other) || other.starts_with(&one),
        _ => true,
    };
    fits(context(&one.prefix), context(&other.prefix), true)
        && fits(context(&one.suffix), context(&other.suffix), false)
}

/// Checks whether the saved texts name whom the file says they quote, or one tied to them by an office.
pub(super) fn check_named(case: &Case<'_>, quotes: &QuoteCheck, notes: &mut Notes) {
    let texts: HashMap<&str, _> = quotes
        .names
        .iter()
        .filter_map(|(source, names)| {
            let source = case.incident.sources.get(*source)?;
            is_in(source.language.as_deref(), &case.incident.incident.language)
                .then_some((source.id.as_str(), names))
        })
        .collect();
    if texts.is_empty() {
        return;
    }
    let language = primary(&case.incident.incident.language);
    let is_czech = ["cs", "sk"]
        .iter()
        .any(|czech| language.eq_ignore_ascii_case(czech));
    let mut tied: HashMap<Option<usize>, Vec<&Actor>> = HashMap::new();
    for actor in &case.incident.actors {
        tied.entry(case.office(&actor.id)).or_default().push(actor);
    }
    let mut seen: HashSet<(&str, &str)> = HashSet::new();
    for (position, statement) in case.incident.statements.iter().enumerate() {
        for (part, report) in statement.reports.iter().enumerate() {
            let id = report.speaker.as_deref().unwrap_or(&statement.speaker);
            let (Some(names), Some(speaker)) = (texts.get(report.source.as_str()), case.actor(id))
            else {
                continue;
            };
            let tied = tied.get(&case.office(id)).map_or(&[][..], Vec::as_slice);
            // States go by their capitals and peoples; who has no name cannot be named.
            let nameless =
                |actor: &&Actor| matches!(actor.kind, Kind::State | Kind::Group | Kind::Unknown);
            if !seen.insert((&report.source, id))
                || tied.len() > MAX_TIED
                || tied.iter().any(nameless)
                || tied.iter().any(|actor| names.names(actor, is_czech))
                || says_itself(case, report, tied, is_czech)
            {
                continue;
            }
            let place = at_report(position, part);
            notes.note(&UNNAMED_SPEAKER, place, &statement.id, "source", || {
                format!(
                    "the text of the source {} nowhere names {}, whose words it is said to report, nor a body or person tied to it by \
                     an office.",
                    shown(&report.source),
                    shown(&speaker.name)
                )
            });
        }
    }
}

/// Whether a source is one of the speaker's own: it need not name itself.
fn says_itself(case: &Case<'_>, report: &Report, tied: &[&Actor], is_czech: bool) -> bool {
    let source = case.source(&report.source);
    source.is_some_and(|source| {
        let by = [
            &source.author,
            &source.publisher,
            &source.agency,
            &source.headline,
        ];
        let by = by.into_iter().filter_map(Option::as_deref);
        let by = Named::of(&by.collect::<Vec<_>>().join("\n"));
        tied.iter().any(|actor| by.names(actor, is_czech))
    })
}

/// Whether a source is in the file's language, in which the file's names are; so it is taken to be where it does not say.
fn is_in(language: Option<&str>, of_file: &str) -> bool {
    language.is_none_or(|language| primary(language).eq_ignore_ascii_case(primary(of_file)))
}
