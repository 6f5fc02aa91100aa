//! Where sources differ: whether the file says so, and whether what it calls a conflict is one.

use std::collections::HashSet;

use crate::incident::place::List;
use crate::incident::quotes::fold;
use crate::incident::quotes::passage::differing;
use crate::incident::scripts::stands_alone;
use crate::incident::{Report, Statement};

use super::cards::editorial::{IDLE_CONFLICT, UNDECLARED_CONFLICT, UNPLACED_CONFLICT};
use super::case::{Case, at, at_report};
use super::notes::{Notes, shown};

/// How many pairs of words are compared in a file, so that a hostile one does not take for ever.
const MAX_COMPARED: usize = 50_000_000;

/// Checks every statement that several outlets report, and every conflict.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let declared = declared(case);
    let mut budget = MAX_COMPARED;
    for (position, statement) in case.incident.statements.iter().enumerate() {
        if !declared.contains(statement.id.as_str()) {
            speakers(case, position, statement, notes);
            wordings(case, position, statement, &mut budget, notes);
        }
    }
    for (position, conflict) in case.incident.conflicts.iter().enumerate() {
        let mut answers = conflict
            .answers
            .iter()
            .map(|answer| comparable(&answer.says));
        let first = answers.next();
        let place = at(List::Conflicts, position);
        if conflict.about.is_empty() {
            notes.note(&UNPLACED_CONFLICT, place, &conflict.id, "about", || {
                "it is about no record, so the map has no place for its answers.".to_owned()
            });
        }
        if answers.all(|answer| Some(answer) == first) {
            notes.note(&IDLE_CONFLICT, place, &conflict.id, "answers", || {
                "all its answers are the same, so the sources do not differ.".to_owned()
            });
        }
    }
}

/// The ids of what the file's conflicts are about.
fn declared<'i>(case: &Case<'i>) -> HashSet<&'i str> {
    let conflicts = &case.incident.conflicts;
    let reports = conflicts
        .iter()
        .flat_map(|conflict| &conflict.answers)
        .filter_map(|answer| answer.report.as_ref());
    let about = conflicts.iter().flat_map(|conflict| &conflict.about);
    reports.chain(about).map(String::as_str).collect()
}

/// Reports that name different speakers.
fn speakers(case: &Case<'_>, position: usize, statement: &Statement, notes: &mut Notes) {
    let speaker = |report: &Report| report.speaker.clone().unwrap_or(statement.speaker.clone());
    let Some(first) = statement.reports.first() else {
        return;
    };
    let other = statement
        .reports
        .iter()
        .enumerate()
        .find(|(_, report)| speaker(report) != speaker(first));
    if let Some((part, other)) = other {
        let place = at_report(position, part);
        notes.note(
            &UNDECLARED_CONFLICT,
            place,
            &statement.id,
            "speaker",
            || {
                format!(
                    "{} and {} name different speakers, {} and {}; no conflict of the file says so.",
                    shown(&first.source),
                    shown(&other.source),
                    shown(case.name(&speaker(first))),
                    shown(case.name(&speaker(other)))
                )
            },
        );
    }
}

/// Reports of different outlets that quote different words.
fn wordings(
    case: &Case<'_>,
    position: usize,
    statement: &Statement,
    budget: &mut usize,
    notes: &mut Notes,
) {
    let mut seen: HashSet<String> = HashSet::new();
    let mut wordings: Vec<(&Report, String, String)> = Vec::new();
    for (part, report) in statement.reports.iter().enumerate() {
        let Some(quote) = report.quote.as_deref().map(fold) else {
            continue;
        };
        let letters = comparable(&quote);
        if !seen.insert(letters.clone()) {
            continue;
        }
        for (earlier, before, theirs) in &wordings {
            let outlet = |report: &Report| case.outlets.outlet(&report.source);
            if outlet(earlier) == outlet(report) {
                continue;
            }
            let cost = 1 + letters.len() + words(before) * words(&quote);
            if *budget < cost {
                return;
            }
            *budget -= cost;
            if within(&letters, theirs) || within(theirs, &letters) {
                continue;
            }
            if let Some(difference) = differing(before, &quote) {
                let place = at_report(position, part);
                notes.note(&UNDECLARED_CONFLICT, place, &statement.id, "quote", || {
                    format!(
                        "{} and {} quote different words, and no conflict of the file says so. With [-{}-]{{+{}+}}: {difference}",
                        shown(&earlier.source), shown(&report.source), earlier.source, report.source
                    )
                });
                return;
            }
        }
        wordings.push((report, quote, letters));
    }
}

/// Whether one text's letters are among another's, in a script that has no spaces to tell words by; where there are some, words
/// are compared.
fn within(part: &str, whole: &str) -> bool {
    let ends = [part.chars().next(), part.chars().next_back()];
    let without_spaces = ends.iter().all(|end| end.is_some_and(stands_alone));
    without_spaces && whole.contains(part)
}

/// A text without what does not make it another one: case, and what is no letter or digit.
pub(super) fn comparable(text: &str) -> String {
    let chars = text.chars().flat_map(char::to_lowercase);
    chars.filter(|char| char.is_alphanumeric()).collect()
}

fn words(text: &str) -> usize {
    text.split(' ').count()
}
