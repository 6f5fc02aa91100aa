//! Who stands for a relation: claims are asserted by somebody, ties of office have a source.

use super::model::Relation;
use super::place::List;
use super::problem::Rule;
use super::references::References;
use super::vocabulary::Status;

/// Resolves a relation's ends, and looks who stands for it. Whether it can be kept, as far as that goes.
/// `readable` says whether its own fields could be read; else it may be unknown whether it is a claim.
pub(super) fn relation(
    relation: &mut Relation,
    readable: bool,
    at: &mut References<'_, '_>,
) -> bool {
    let from = at.required(&relation.from, "from", List::Actors);
    let to = at.required(&relation.to, "to", List::Actors);
    let apart = relation.from != relation.to || relation.from.is_empty();
    if !apart {
        at.itself(&relation.to, "to", at.place.outcome());
    }
    let disputers = relation.disputed_by.len();
    at.entries(
        &mut relation.asserted_by,
        "asserted_by",
        &[List::Statements],
        "",
    );
    at.entries(
        &mut relation.disputed_by,
        "disputed_by",
        &[List::Statements],
        "",
    );
    at.entries(&mut relation.sources, "sources", &[List::Sources], "");
    let sourced = readable && has_author(relation, at);
    if readable && disputers == relation.disputed_by.len() {
        check_status(relation, at);
    }
    from && to && apart && sourced
}

/// Whether anybody stands for the relation; notes a problem if not.
fn has_author(relation: &Relation, at: &mut References<'_, '_>) -> bool {
    let (noun, happens) = at.place.outcome();
    if !relation.sources.is_empty() {
        return true;
    }
    if relation.relation.is_office() {
        let template = "no source gives this tie of office; the %%.|Name in \"sources\" the articles that say so.";
        at.note(Rule::UnsourcedTie, "sources", template, &[noun, happens]);
        return false;
    }
    if relation.asserted_by.is_empty() {
        let template = "nobody asserts this claim; the %%.|Name in \"asserted_by\" the statements that assert it or, where only an article says it, that article in \"sources\".";
        at.note(
            Rule::UnassertedClaim,
            "asserted_by",
            template,
            &[noun, happens],
        );
        return false;
    }
    true
}

/// Warns where a claim's status is not what the statements on it bear out.
fn check_status(relation: &Relation, at: &mut References<'_, '_>) {
    let disputed = !relation.disputed_by.is_empty();
    let template = match relation.status {
        // An article may tell in its own voice that a claim is disputed.
        Some(Status::Disputed) if !disputed && relation.sources.is_empty() => {
            "it is disputed, but no statement disputes it; it is kept as it is.|Name the statement in \"disputed_by\", or the article that says so in \"sources\"; or write \"alleged\"."
        }
        Some(Status::Alleged) if disputed => {
            "a statement disputes it, so it is more than alleged; it is kept as it is.|Write \"disputed\"."
        }
        Some(Status::Settled) if disputed => {
            "a statement disputes it, so it is not settled; it is kept as it is.|Write \"disputed\", or drop from \"disputed_by\" what disputes something else."
        }
        _ => return,
    };
    at.note(Rule::StatusMismatch, "status", template, &[]);
}
