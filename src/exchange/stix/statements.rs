//! Statements out of notes and opinions.

use super::actors::Actors;
use super::import::{Draft, cut};
use super::objects::{Objects, article};
use super::relations::Relations;
use super::sources::Sources;
use super::words::STANCE;
use crate::exchange::tree::{list, object, text, text_at, texts, texts_at};
use crate::incident::limits::MAX_TEXT_CHARS;
use crate::incident::{Directness, Node, Stance, Term};

/// Takes notes and opinions of somebody who is an actor. The words of a note are the bundle's, so they are told, not
/// quoted.
pub(super) fn take(
    objects: &mut Objects<'_>,
    actors: &Actors,
    relations: &mut Relations,
    sources: &mut Sources,
    draft: &mut Draft,
) {
    for node in objects.of_types(&["note", "opinion"]) {
        let stix_type = text_at(node, "type").unwrap_or_default();
        let told_in = if stix_type == "note" {
            "content"
        } else {
            "explanation"
        };
        let words = text_at(node, told_in);
        let speaker = speaker_of(node, actors, draft);
        let (Some(words), Some(speaker)) = (words, &speaker) else {
            objects.unplaced(node, stix_type);
            draft
                .work
                .push(set_aside(node, stix_type, words, speaker.as_deref()));
            continue;
        };
        let base = text_at(node, "abstract")
            .map_or_else(|| format!("{speaker} {stix_type}"), str::to_owned);
        let id = draft.statement_ids.of(&base, stix_type);
        let opinion = text_at(node, "opinion").unwrap_or_default();
        let stances = stances_of(node, opinion);
        link_opinion(node, opinion, &id, relations);
        let reports = reports_of(words, &sources.of(node, draft));
        if words.chars().count() > MAX_TEXT_CHARS {
            objects.taken_in_part(node, told_in);
        }
        draft.statements.push(object([
            ("id", text(&id)),
            ("speaker", text(speaker)),
            ("stance", texts(stances.iter().map(|stance| stance.id()))),
            ("reports", reports),
        ]));
        draft.work.push(format!(
            "Statement \"{id}\" is {} {stix_type} of the bundle, in its words. Look up what was said, where and when; quote it, and say in \"to\" at whom it is aimed.",
            article(stix_type, false)
        ));
        let taken = [
            "abstract",
            "content",
            "explanation",
            "opinion",
            "authors",
            "object_refs",
            "labels",
            "external_references",
        ];
        objects.taken(node, &taken);
    }
}

/// What is left to do about a note or an opinion that lacks its words or an actor who says them.
fn set_aside(node: &Node, stix_type: &str, words: Option<&str>, speaker: Option<&str>) -> String {
    let article = article(stix_type, true);
    if let (None, Some(speaker)) = (words, speaker) {
        let opinion = text_at(node, "opinion");
        let opinion = opinion.map_or_else(String::new, |opinion| format!(" ({opinion})"));
        return format!(
            "{article} {stix_type}{opinion} of \"{speaker}\" says nothing in words and is kept aside. If it was said somewhere, write that statement down."
        );
    }
    let shown: String = words.unwrap_or("without a text").chars().take(60).collect();
    let authors = texts_at(node, "authors").join(", ");
    let whose = if authors.is_empty() {
        "nobody who is an actor here"
    } else {
        &authors
    };
    format!(
        "{article} {stix_type} of {whose} is kept aside: “{shown}”. If it is a statement, add its speaker as an actor and write it down."
    )
}

/// Names a statement in the claims that it asserts or disputes: those that an opinion agrees with, or does not.
fn link_opinion(node: &Node, opinion: &str, statement: &str, relations: &mut Relations) {
    for object in texts_at(node, "object_refs") {
        let relation = relations.of_object.get(object);
        let relation = relation.and_then(|at| relations.all.get_mut(*at));
        match (relation, opinion) {
            (Some(relation), "agree" | "strongly-agree") => {
                relation.asserted_by.push(statement.to_owned());
            }
            (Some(relation), "disagree" | "strongly-disagree") => {
                relation.disputed_by.push(statement.to_owned());
            }
            _ => {}
        }
    }
}

/// The reports of a statement: each source tells these words.
fn reports_of(words: &str, sources: &[String]) -> Node {
    let reports = sources.iter().map(|source| {
        object([
            ("source", text(source)),
            ("directness", text(Directness::Indirect.id())),
            ("paraphrase", text(cut(words, MAX_TEXT_CHARS))),
        ])
    });
    list(reports)
}

/// The actor who speaks: an author by that name, else who made the object.
fn speaker_of(node: &Node, actors: &Actors, draft: &Draft) -> Option<String> {
    let authors = texts_at(node, "authors");
    let named = draft.actors.iter().find(|actor| {
        let name = text_at(actor, "name").unwrap_or_default();
        authors
            .iter()
            .any(|author| author.trim().eq_ignore_ascii_case(name))
    });
    let named = named
        .and_then(|actor| text_at(actor, "id"))
        .map(str::to_owned);
    // Authors who are nobody here did say it; the maker of the object did not.
    let maker = || {
        text_at(node, "created_by_ref")
            .and_then(|id| actors.get(id))
            .cloned()
    };
    named.or_else(|| if authors.is_empty() { maker() } else { None })
}

fn stances_of(node: &Node, opinion: &str) -> Vec<Stance> {
    let labels = texts_at(node, "labels");
    let own = labels.iter().filter_map(|label| label.strip_prefix(STANCE));
    let mut stances: Vec<Stance> = Vec::new();
    for stance in own.filter_map(Stance::from_id) {
        if !stances.contains(&stance) {
            stances.push(stance);
        }
    }
    if stances.is_empty() {
        stances.push(match opinion {
            "disagree" | "strongly-disagree" => Stance::Deny,
            "agree" | "strongly-agree" => Stance::Acknowledge,
            _ => Stance::Inform,
        });
    }
    stances
}
