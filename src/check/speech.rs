//! How speech is written down: accusations, denials, replies, marks and translations.

use std::collections::HashSet;

use crate::incident::place::{List, Place};
use crate::incident::quotes::marks::between;
use crate::incident::{Directness, Report, Stance, Statement};

use super::cards::editorial::{
    CONTRADICTORY_STANCES, DENIAL_TO_ANOTHER, MARKS_IN_PARAPHRASE, ORIGINAL_WITHOUT_TRANSLATION,
    REPLY_BEFORE_STATEMENT, TRANSLATION_WITHOUT_ORIGINAL, UNAIMED_ACCUSATION, UNANCHORED_DENIAL,
};
use super::case::{Case, at, at_report};
use super::notes::{Notes, shown};

/// Checks every statement and report.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let relations = &case.incident.relations;
    let disputing = relations.iter().flat_map(|relation| &relation.disputed_by);
    let disputing: HashSet<&str> = disputing.map(String::as_str).collect();
    let asserting = relations.iter().flat_map(|relation| &relation.asserted_by);
    let asserting: HashSet<&str> = asserting.map(String::as_str).collect();
    for (position, statement) in case.incident.statements.iter().enumerate() {
        let id = statement.id.as_str();
        let anchored = !statement.about.is_empty() || disputing.contains(id);
        if statement.stance.contains(&Stance::Deny) && !anchored {
            let place = at(List::Statements, position);
            notes.note(&UNANCHORED_DENIAL, place, &statement.id, "about", || {
                "it denies, but nothing says what: \"about\" is empty, and no claim names it in \"disputed_by\"."
                    .to_owned()
            });
        }
        // An accusation says of whom by its target, by what it answers or by the claim it makes.
        let aimed =
            !statement.to.is_empty() || !statement.about.is_empty() || asserting.contains(id);
        if statement.stance.contains(&Stance::Accuse) && !aimed {
            let place = at(List::Statements, position);
            notes.note(&UNAIMED_ACCUSATION, place, &statement.id, "to", || {
                "it accuses, but nothing says whom: \"to\" and \"about\" are empty, and no claim names it in \"asserted_by\"."
                    .to_owned()
            });
        }
        both_ways(case, position, statement, notes);
        denial(case, position, statement, notes);
        replies(case, position, statement, notes);
        for (part, report) in statement.reports.iter().enumerate() {
            let place = at_report(position, part);
            marks(place, statement, report, notes);
            translation(case, place, statement, report, notes);
        }
    }
}

/// Every stance counts for everybody in "to": who stands with one and condemns another would be said to do both to both. That
/// friends are warned, called upon, contradicted or refused something is none the less so.
fn both_ways(case: &Case<'_>, position: usize, statement: &Statement, notes: &mut Notes) {
    use Stance::{Accuse, AnnounceMeasure, Condemn, ExpressSolidarity, Protest};
    let mut stances = statement.stance.iter();
    let hostile = stances.find(|one| matches!(one, Accuse | Condemn | Protest | AnnounceMeasure));
    if !statement.stance.contains(&ExpressSolidarity) {
        return;
    }
    if let (Some(hostile), Some(to)) = (hostile, statement.to.first()) {
        let place = at(List::Statements, position);
        notes.note(
            &CONTRADICTORY_STANCES,
            place,
            &statement.id,
            "stance",
            || {
                format!(
                    "readers would see that {} {} and {} {}.",
                    shown(case.name(&statement.speaker)),
                    ExpressSolidarity.towards(),
                    hostile.towards(),
                    shown(case.name(to))
                )
            },
        );
    }
}

/// A denial is aimed at one of those who said what it answers, or at a body of theirs: readers see whom it contradicts.
fn denial(case: &Case<'_>, position: usize, statement: &Statement, notes: &mut Notes) {
    if !statement.stance.contains(&Stance::Deny) {
        return;
    }
    let answered = statement.about.iter();
    let answered = answered.filter_map(|id| case.incident.statements.get(case.statements.get(id)?));
    let speakers: Vec<&str> = answered
        .flat_map(|answered| {
            let reports = answered.reports.iter();
            let others = reports.filter_map(|report| report.speaker.as_deref());
            std::iter::once(answered.speaker.as_str()).chain(others)
        })
        .collect();
    let (Some(speaker), Some(to)) = (speakers.first(), statement.to.first()) else {
        return;
    };
    let offices: HashSet<_> = speakers
        .iter()
        .map(|speaker| case.office(speaker))
        .collect();
    let mut aimed = statement.to.iter();
    if !aimed.any(|to| offices.contains(&case.office(to))) {
        let place = at(List::Statements, position);
        notes.note(&DENIAL_TO_ANOTHER, place, &statement.id, "to", || {
            format!(
                "it would contradict {}, but what it answers was said by {}; no tie of office leads from one to the other.",
                shown(case.name(to)),
                shown(case.name(speaker))
            )
        });
    }
}

fn replies(case: &Case<'_>, position: usize, statement: &Statement, notes: &mut Notes) {
    let answered = statement.about.iter().filter_map(|id| {
        let answered = case.incident.statements.get(case.statements.get(id)?)?;
        Some((id, answered.date?))
    });
    for (id, first) in answered {
        if let Some(said) = statement.date
            && first.is_after(said)
        {
            let place = at(List::Statements, position);
            notes.note(
                &REPLY_BEFORE_STATEMENT,
                place,
                &statement.id,
                "date",
                || {
                    format!(
                        "it is dated {said} and answers {}, which is dated {first}, later.",
                        shown(id)
                    )
                },
            );
        }
    }
}

fn marks(place: Place<'_>, statement: &Statement, report: &Report, notes: &mut Notes) {
    let told = report.paraphrase.as_deref().unwrap_or_default();
    let words = between(told).into_iter().next();
    if let Some(words) = words.filter(|_| report.directness == Directness::Indirect) {
        let field = "paraphrase";
        notes.note(&MARKS_IN_PARAPHRASE, place, &statement.id, field, || {
            format!(
                "the paraphrase puts {} between quotation marks, as if the speaker had said it.",
                shown(&words)
            )
        });
    }
}

fn translation(
    case: &Case<'_>,
    place: Place<'_>,
    statement: &Statement,
    report: &Report,
    notes: &mut Notes,
) {
    let Some(from) = report.translated_from.as_deref() else {
        if report.original.is_some() {
            let card = &ORIGINAL_WITHOUT_TRANSLATION;
            notes.note(card, place, &statement.id, "original", || {
                "it gives original words, but \"translated_from\" does not say that the source prints a translation."
                    .to_owned()
            });
        }
        return;
    };
    let field = "translated_from";
    if report.quote.is_some() && report.original.is_none() {
        let card = &TRANSLATION_WITHOUT_ORIGINAL;
        notes.note(card, place, &statement.id, field, || {
            format!(
                "the quotation is a translation from {}, and the original words are not given.",
                shown(from)
            )
        });
    }
    let source = case.source(&report.source);
    let own = source.and_then(|source| source.language.as_deref());
    if let Some(own) = own.filter(|own| own.eq_ignore_ascii_case(from)) {
        let card = &ORIGINAL_WITHOUT_TRANSLATION;
        notes.note(card, place, &statement.id, field, || {
            format!(
                "the words are said to be translated from {}, which is the language of the source {} itself.",
                shown(own),
                shown(&report.source)
            )
        });
    }
}
