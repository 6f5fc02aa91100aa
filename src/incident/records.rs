//! One reader per record of an incident file.
//!
//! A reader takes what it can of a record and notes every fault, also in records that cannot be kept: such a
//! record then holds placeholders and its [`Slot`](super::fields::Slot) is not sound. References are looked at afterwards, in
//! [`resolve`](super::resolve).

use super::fields::Fields;
use super::limits::{MAX_NAME_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS};
use super::model::{
    Actor, Answer, Camp, Conflict, Correction, Event, Relation, Source, Statement, Story,
};
#[cfg(feature = "check")]
use super::model::{SignOff, Waiver};
use super::node::Node;
use super::place::{List, Part, Place};
use super::problem::Rule;
use super::report;
use super::sink::Sink;
use super::vocabulary::{Kind, RelationType, Status};

/// Reads the head of the file.
pub(super) fn story(node: &Node, sink: &mut Sink) -> Story {
    let Some(mut fields) = Fields::open(node, Place::single(List::Head), sink) else {
        return Story::default();
    };
    let id = fields.id();
    let title = fields.required_text("title", MAX_TITLE_CHARS);
    let summary = fields.text("summary", MAX_TEXT_CHARS);
    let language = Some(fields.required_text("language", MAX_NAME_CHARS));
    let language = fields.language(language).unwrap_or_default();
    let began = fields.date("began");
    let disclosed = fields.date("disclosed");
    let lead = fields.ids("lead");
    if let (Some(began), Some(disclosed)) = (began, disclosed)
        && began.is_after(disclosed)
    {
        let template = "it began on %, after it was disclosed on %.|Look both dates up again.";
        fields.note(
            Rule::DateOrder,
            "began",
            template,
            &[&began.iso(), &disclosed.iso()],
        );
    }
    fields.finish();
    Story {
        id,
        title,
        summary,
        language,
        began,
        disclosed,
        lead,
    }
}

/// Reads a camp.
pub(super) fn camp(fields: &mut Fields<'_, '_>) -> Camp {
    Camp {
        id: fields.id(),
        title: fields.required_text("title", MAX_TITLE_CHARS),
    }
}

/// Reads a source.
pub(super) fn source(fields: &mut Fields<'_, '_>) -> Source {
    let id = fields.id();
    let publisher = fields.name("publisher");
    let headline = fields.text("headline", MAX_TITLE_CHARS);
    if publisher.is_none() && headline.is_none() {
        fields.missing(
            Rule::MissingField,
            "publisher",
            "and \"headline\" are both missing",
        );
    }
    let language = fields.name("language");
    Source {
        id,
        publisher,
        agency: fields.name("agency"),
        author: fields.name("author"),
        headline,
        url: fields.url(),
        published: fields.date("published"),
        language: fields.language(language),
        text: fields.name("text"),
        excerpt_of: fields.reference("excerpt_of"),
    }
}

/// Reads an actor.
pub(super) fn actor(fields: &mut Fields<'_, '_>) -> Actor {
    Actor {
        id: fields.id(),
        name: fields.required_text("name", MAX_NAME_CHARS),
        aliases: fields.names("aliases"),
        kind: fields.required_term("kind").unwrap_or(Kind::Unknown),
        roles: fields.terms("roles"),
        camp: fields.reference("camp"),
        about: fields.text("about", MAX_TEXT_CHARS),
    }
}

/// Reads a relation. Whether anybody asserts it is only known once its references are resolved.
pub(super) fn relation(fields: &mut Fields<'_, '_>) -> Relation {
    let id = fields.id();
    let relation = fields.required_term::<RelationType>("type");
    let status = match relation {
        Some(relation) if !relation.is_office() => fields.required_term("status"),
        Some(_) => no_status(fields),
        None => fields.term("status"),
    };
    Relation {
        id,
        relation: relation.unwrap_or(RelationType::PartOf),
        from: fields.required_reference("from"),
        to: fields.required_reference("to"),
        status,
        asserted_by: fields.ids("asserted_by"),
        disputed_by: fields.ids("disputed_by"),
        sources: fields.ids("sources"),
        date: fields.date("date"),
        about: fields.text("about", MAX_TEXT_CHARS),
    }
}

/// The status of a tie of office: always none.
fn no_status(fields: &mut Fields<'_, '_>) -> Option<Status> {
    if fields.term::<Status>("status").is_some() {
        let template = "a tie of office has no status; the field is left out.|Drop it, or choose the type of a claim.";
        fields.misplaced("status", template);
    }
    None
}

/// Reads a statement and its reports.
pub(super) fn statement(fields: &mut Fields<'_, '_>) -> Statement {
    let mut statement = Statement {
        id: fields.id(),
        speaker: fields.required_reference("speaker"),
        capacity: fields.name("capacity"),
        stance: fields.terms("stance"),
        to: fields.ids("to"),
        about: fields.ids("about"),
        date: fields.date("date"),
        venue: fields.name("venue"),
        reports: Vec::new(),
    };
    if statement.stance.is_empty() {
        fields.missing(Rule::MissingField, "stance", "holds no known stance");
    }
    let places = fields.slot.place.parts(Part::Report);
    let reports = &mut statement.reports;
    fields.slot.parts = fields.each(places, &mut |fields| reports.push(report::report(fields)));
    report::check_parts(reports, fields);
    statement
}

/// Reads an event.
pub(super) fn event(fields: &mut Fields<'_, '_>) -> Event {
    Event {
        id: fields.id(),
        date: fields.required_date("date"),
        title: fields.required_text("title", MAX_TITLE_CHARS),
        actors: fields.ids("actors"),
        sources: fields.ids("sources"),
    }
}

/// Reads a conflict and its answers.
pub(super) fn conflict(fields: &mut Fields<'_, '_>) -> Conflict {
    let mut conflict = Conflict {
        id: fields.id(),
        question: fields.required_text("question", MAX_TITLE_CHARS),
        answers: Vec::new(),
        about: fields.ids("about"),
    };
    let places = fields.slot.place.parts(Part::Answer);
    let answers = &mut conflict.answers;
    fields.slot.parts = fields.each(places, &mut |fields| answers.push(answer(fields)));
    conflict
}

/// Reads an answer of a conflict.
fn answer(fields: &mut Fields<'_, '_>) -> Answer {
    Answer {
        source: fields.required_reference("source"),
        report: fields.reference("report"),
        says: fields.required_text("says", MAX_TEXT_CHARS),
    }
}

/// Reads a correction, which has no id: nothing refers to it.
pub(super) fn correction(fields: &mut Fields<'_, '_>) -> Correction {
    Correction {
        date: fields.required_date("date"),
        text: fields.required_text("text", MAX_TEXT_CHARS),
        changed: fields.ids("changed"),
    }
}

/// Reads a waiver. Whether there is such a rule, and whether it can be waived, is for the check to say.
#[cfg(feature = "check")]
pub(super) fn waiver(fields: &mut Fields<'_, '_>) -> Waiver {
    Waiver {
        rule: fields.required_text("rule", MAX_NAME_CHARS),
        record: fields.required_reference("record"),
        reason: fields.required_text("reason", MAX_TEXT_CHARS),
    }
}

/// Reads a sign-off.
#[cfg(feature = "check")]
pub(super) fn sign_off(fields: &mut Fields<'_, '_>) -> SignOff {
    SignOff {
        record: fields.required_reference("record"),
        by: fields.required_text("by", MAX_NAME_CHARS),
        date: fields.date("date"),
    }
}
