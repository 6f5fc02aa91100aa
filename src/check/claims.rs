//! Whether a claim's statements are on the side they are listed for, and whether somebody takes back what is withdrawn.

use std::collections::HashSet;

use crate::incident::place::List;
use crate::incident::{Relation, RelationType, Rule, Stance, Statement, Status, Term};

use super::accusations::blamed;
use super::cards::editorial::{ASSERTED_AND_DISPUTED, TURNED_CLAIM};
use super::case::{Case, at};
use super::notes::{Notes, shown};
use super::rules::card;

/// Checks every claim.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    for (position, relation) in case.incident.relations.iter().enumerate() {
        sides(case, position, relation, notes);
        withdrawal(case, position, relation, notes);
    }
}

fn sides(case: &Case<'_>, position: usize, relation: &Relation, notes: &mut Notes) {
    let place = at(List::Relations, position);
    let disputing: HashSet<&str> = relation.disputed_by.iter().map(String::as_str).collect();
    let asserting: HashSet<&str> = relation.asserted_by.iter().map(String::as_str).collect();
    for statement in of(case, &relation.asserted_by) {
        if disputing.contains(statement.id.as_str()) {
            notes.note(
                &ASSERTED_AND_DISPUTED,
                place,
                &relation.id,
                "disputed_by",
                || {
                    format!(
                        "the statement {} stands in \"asserted_by\", too: it cannot both assert and dispute the claim.",
                        shown(&statement.id)
                    )
                },
            );
        } else if statement.stance == [Stance::Deny] {
            notes.note(&TURNED_CLAIM, place, &relation.id, "asserted_by", || {
                format!(
                    "the statement {} only denies, but stands among those that assert the claim.",
                    shown(&statement.id)
                )
            });
        }
    }
    for statement in of(case, &relation.disputed_by) {
        if !asserting.contains(statement.id.as_str())
            && statement.stance == [Stance::Accuse]
            && accuses(statement, relation)
        {
            notes.note(&TURNED_CLAIM, place, &relation.id, "disputed_by", || {
                format!(
                    "the statement {} only accuses, and whom the claim blames, but stands among those that dispute it.",
                    shown(&statement.id)
                )
            });
        }
    }
}

/// Whether a statement is aimed at whom a claim blames; where the claim says who is behind Group B, only at who that is, for one
/// may accuse Group B and dispute who is behind it.
fn accuses(statement: &Statement, relation: &Relation) -> bool {
    let behind = matches!(
        relation.relation,
        RelationType::AttributedTo | RelationType::SponsoredBy
    );
    let mut blamed = blamed(relation).filter(|id| !behind || *id == relation.to);
    blamed.any(|blamed| statement.to.iter().any(|to| to == blamed))
}

/// A claim is withdrawn by who asserted it: an article says so, or a later statement of theirs.
fn withdrawal(case: &Case<'_>, position: usize, relation: &Relation, notes: &mut Notes) {
    if relation.status != Some(Status::Withdrawn) || !relation.sources.is_empty() {
        return;
    }
    let asserting: HashSet<&str> = relation.asserted_by.iter().map(String::as_str).collect();
    let offices: HashSet<usize> = of(case, &relation.asserted_by)
        .filter_map(|statement| case.office(&statement.speaker))
        .collect();
    let disputing: HashSet<&str> = relation.disputed_by.iter().map(String::as_str).collect();
    let withdrawn = case.incident.statements.iter().any(|statement| {
        let mut about = statement.about.iter().map(String::as_str);
        let on_it = disputing.contains(statement.id.as_str())
            || about.any(|answered| asserting.contains(answered));
        let office = case.office(&statement.speaker);
        on_it
            && !asserting.contains(statement.id.as_str())
            && office.is_some_and(|office| offices.contains(&office))
    });
    if let Some(card) = card(Rule::StatusMismatch.id()).filter(|_| !withdrawn) {
        let place = at(List::Relations, position);
        notes.note(card, place, &relation.id, "status", || {
            "it is \"withdrawn\", but no statement of who asserted it takes it back (by \"about\" or \"disputed_by\"), and no article in \"sources\" says so."
                .to_owned()
        });
    }
}

/// The statements with these ids.
fn of<'c>(case: &'c Case<'_>, ids: &'c [String]) -> impl Iterator<Item = &'c Statement> {
    ids.iter()
        .filter_map(|id| case.incident.statements.get(case.statements.get(id)?))
}
