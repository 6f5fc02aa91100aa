//! What stands twice: an actor under two ids, by name or alias, a statement under two ids.

use std::collections::{BTreeSet, HashMap};

use crate::incident::place::List;
use crate::incident::quotes::fold;
use crate::incident::{PartialDate, Report, Statement, Term};

use super::cards::editorial::{REPEATED_ACTOR, REPEATED_STATEMENT};
use super::case::{Case, at};
use super::notes::{Notes, shown};

/// Checks all actors and statements.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    actors(case, notes);
    statements(case, notes);
}

fn actors(case: &Case<'_>, notes: &mut Notes) {
    let mut first: HashMap<String, &str> = HashMap::new();
    for (position, actor) in case.incident.actors.iter().enumerate() {
        let earlier = *first.entry(same(&actor.name)).or_insert(&actor.id);
        if earlier != actor.id {
            let place = at(List::Actors, position);
            notes.note(&REPEATED_ACTOR, place, &actor.id, "name", || {
                format!(
                    "{} is the name of the actor {}, too.",
                    shown(&actor.name),
                    shown(earlier)
                )
            });
        }
    }
    // Two bodies may share a short name ("the ministry"); an alias that is the name of another is the other.
    for (position, actor) in case.incident.actors.iter().enumerate() {
        let other = actor.aliases.iter().find_map(|alias| {
            let alias_as_name = same(alias);
            let other = first.get(&alias_as_name).filter(|id| **id != actor.id)?;
            // An alias that is the actor's own name was told of with the name.
            (alias_as_name != same(&actor.name)).then_some((alias, *other))
        });
        if let Some((alias, other)) = other {
            let place = at(List::Actors, position);
            notes.note(&REPEATED_ACTOR, place, &actor.id, "aliases", || {
                format!(
                    "its alias {} is the name of the actor {}.",
                    shown(alias),
                    shown(other)
                )
            });
        }
    }
}

/// Who says what, in which words, of whom.
type Saying<'i> = (&'i str, BTreeSet<&'static str>, BTreeSet<&'i str>, String);

fn statements(case: &Case<'_>, notes: &mut Notes) {
    let mut earlier: HashMap<Saying<'_>, Vec<&Statement>> = HashMap::new();
    for (position, statement) in case.incident.statements.iter().enumerate() {
        let sayings: BTreeSet<String> = statement.reports.iter().filter_map(words).collect();
        let mut twin: Option<&Statement> = None;
        for words in sayings {
            let known = earlier.entry(saying(statement, words)).or_default();
            twin = twin.or_else(|| {
                let mut known = known.iter();
                known
                    .find(|known| !differ(known.date, statement.date))
                    .copied()
            });
            // One statement of each date is enough to find the next by.
            if !known.iter().any(|known| known.date == statement.date) {
                known.push(statement);
            }
        }
        if let Some(twin) = twin {
            let place = at(List::Statements, position);
            notes.note(&REPEATED_STATEMENT, place, &statement.id, "", || {
                format!(
                    "it has the speaker, stance, target and words of the statement {}.",
                    shown(&twin.id)
                )
            });
        }
    }
}

fn saying(statement: &Statement, words: String) -> Saying<'_> {
    let stances = statement.stance.iter().map(|stance| stance.id());
    let to = statement.to.iter().map(String::as_str);
    (&statement.speaker, stances.collect(), to.collect(), words)
}

/// The words of a report, as they are compared.
fn words(report: &Report) -> Option<String> {
    let words = report.quote.as_deref().or(report.paraphrase.as_deref())?;
    Some(same(words))
}

/// A text without what does not make it another one.
fn same(text: &str) -> String {
    fold(text).trim().to_lowercase()
}

/// Whether two statements were certainly said at different times.
fn differ(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one.is_after(other) || other.is_after(one))
}
