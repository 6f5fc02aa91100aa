//! Relations in words: ties of office, and claims with who asserts and who disputes them.

use crate::incident::{Actor, Relation, Status, Term};

use super::dom::{El, el, of_class};
use super::language::{all_theirs, ours};
use super::statement::{Asked, conflicts, with_name};
use super::story::Story;
use super::words;

/// The relations of an actor, items of a list: its own offices, which say who it is, or all others.
pub fn relations<'a>(
    story: &'a Story,
    actor: &Actor,
    own_offices: bool,
    asked: &mut Asked<'a>,
) -> Vec<El> {
    let is_own = |relation: &&Relation| relation.relation.is_office() && relation.from == actor.id;
    let relations = story.incident.relations_of(&actor.id);
    relations
        .filter(|relation| is_own(relation) == own_offices)
        .map(|relation| one(story, relation, actor, asked))
        .collect()
}

fn one<'a>(story: &'a Story, relation: &Relation, open: &Actor, asked: &mut Asked<'a>) -> El {
    let mut sentence = sentence(story, relation, open);
    if let Some(date) = relation.date {
        sentence = sentence.text(", ").text(story.dated(date));
    }
    if let Some(status) = relation.status {
        let class = if matches!(status, Status::Alleged | Status::Disputed) {
            "open"
        } else {
            "closed"
        };
        sentence = sentence
            .text(" – ")
            .child(of_class("b", class).text(status.label()));
    }
    of_class("li", "claim")
        .child(ours(story, sentence))
        .each(
            relation
                .about
                .iter()
                .map(|about| of_class("p", "about").text(about)),
        )
        .children(who(story, relation))
        .children(conflicts(story, &relation.id, asked))
}

/// "APT31 is attributed to Ministry of State Security", with the other one's name as a control.
fn sentence(story: &Story, relation: &Relation, open: &Actor) -> El {
    let line = with_name(el("p"), story, &relation.from, &open.id)
        .text(" ")
        .text(relation.relation.label())
        .text(" ");
    with_name(line, story, &relation.to, &open.id)
}

/// Who asserts a claim, who disputes it, or which source says so in its own voice.
pub fn who(story: &Story, relation: &Relation) -> Vec<El> {
    let speakers = |ids: &[String]| {
        let statements = story
            .incident
            .statements
            .iter()
            .filter(|statement| ids.contains(&statement.id));
        words::distinct(&story.speakers(statements))
    };
    let mut lines = Vec::new();
    lines.extend(names(
        story,
        "Asserted by",
        &speakers(&relation.asserted_by),
    ));
    lines.extend(names(
        story,
        "Disputed by",
        &speakers(&relation.disputed_by),
    ));
    lines.extend(according_to(story, &relation.sources));
    lines
}

/// "According to UPI and AP", for something that a source says in its own voice; nothing without sources.
pub fn according_to(story: &Story, sources: &[String]) -> Option<El> {
    names(story, "According to", &outlets(story, sources))
}

/// The outlets of some sources.
pub fn outlets(story: &Story, sources: &[String]) -> Vec<String> {
    let outlet = |id: &String| words::short_outlet(story, id);
    sources.iter().map(outlet).collect()
}

/// "Asserted by A and B", in a paragraph; nothing without names.
fn names(story: &Story, label: &str, names: &[String]) -> Option<El> {
    (!names.is_empty()).then(|| {
        let line = of_class("p", "who").text(label).text(" ");
        ours(story, all_theirs(line, story, names))
    })
}
