//! The entrance: from a tree of values to a sound incident.

use super::fields::Fields;
use super::limits::{MAX_ACTORS, MAX_DEPTH};
use super::model::{FORMAT_VERSION, Incident};
use super::node::Node;
use super::place::{List, Place};
use super::problem::{Problem, Refusal, RefusalCode};
use super::records;
use super::registry::Registry;
use super::resolve::resolve;
use super::sink::Sink;
use super::template::fill;
use crate::pieces::{at_once, pause};

/// What a file holds, as far as it can be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The sound part of the file: ids are unique in their list, every reference resolves.
    pub incident: Incident,
    /// What is wrong with the file: first what records say, then what they refer to, each in the order of the lists.
    /// At most [`MAX_PROBLEMS`](super::limits::MAX_PROBLEMS).
    pub problems: Vec<Problem>,
    /// How many errors there are, also those that are not in `problems`.
    pub errors: usize,
    /// How many warnings there are, also those that are not in `problems`.
    pub warnings: usize,
    /// How many records, reports and answers were left out.
    pub left_out: usize,
}

/// Reads an incident file: keeps what is sound, leaves out the rest, and notes every problem in one pass.
///
/// # Errors
/// A [`Refusal`] if the value is not an object ([`RefusalCode::Parse`]), has another version
/// ([`RefusalCode::Version`]), breaks a limit ([`RefusalCode::Limit`]) or holds no usable actor
/// ([`RefusalCode::NoData`]).
pub fn read(node: &Node) -> Result<Reading, Refusal> {
    at_once(read_in_pieces(node))
}

/// The same, with a [`pause`] after the statements, after all records, and after what they refer to is looked up.
///
/// # Errors
/// As [`read`].
pub async fn read_in_pieces(node: &Node) -> Result<Reading, Refusal> {
    if node.is_cut_off() {
        let template =
            "Lists and objects stand more than % deep inside each other. An incident file needs 5.";
        return Err(Refusal::new(
            RefusalCode::Limit,
            fill(template, &[&MAX_DEPTH.to_string()]),
        ));
    }
    let Node::Map(entries) = node else {
        let template =
            "The file is %, not an object. An incident file begins with { \"version\": 1, …";
        return Err(Refusal::new(
            RefusalCode::Parse,
            fill(template, &[node.what()]),
        ));
    };
    check_version(entries)?;
    check_actors(entries)?;

    let mut sink = Sink::default();
    let (mut incident, mut registry) = read_records(node, &mut sink).await?;
    sink.refuse_over_limit()?;
    resolve(&mut incident, &mut registry, &mut sink);
    pause().await;
    if incident.actors.is_empty() {
        let message = "The file has no usable actor, so there is nothing to show. An actor needs an \"id\", a \"name\" and a \"kind\".";
        return Err(sink.refusal(RefusalCode::NoData, message.to_owned()));
    }
    Ok(Reading {
        incident,
        problems: sink.problems,
        errors: sink.errors,
        warnings: sink.warnings,
        left_out: sink.left_out,
    })
}

fn check_version(entries: &[(String, Node)]) -> Result<(), Refusal> {
    // Of a repeated field the last is read, as browsers do.
    let found = entries.iter().rfind(|(name, _)| name == "version");
    let found = match found {
        Some((_, Node::Number(number))) if *number == f64::from(FORMAT_VERSION) => return Ok(()),
        Some((_, Node::Number(_))) => "The file has another version of the format.",
        Some((_, Node::Text(_))) => {
            "The file's version is a text; it is a number, without quotation marks."
        }
        Some(_) => "The file's version is not a number.",
        None => "The file does not say which version of the format it has.",
    };
    let version = (FORMAT_VERSION as usize).to_string();
    let message = fill("% This program reads \"version\": %.", &[found, &version]);
    Err(Refusal::new(RefusalCode::Version, message))
}

/// Reads every record of the file, without looking at references.
async fn read_records<'n>(
    node: &'n Node,
    sink: &mut Sink,
) -> Result<(Incident, Registry<'n>), Refusal> {
    let Some(mut file) = Fields::open(node, Place::single(List::File), sink) else {
        return Err(Refusal::new(RefusalCode::Parse, String::new()));
    };
    let mut incident = Incident {
        version: FORMAT_VERSION,
        ..Incident::default()
    };
    file.take("version");
    if let Some(head) = file.take_required("incident") {
        incident.incident = records::story(head, file.sink);
    }
    let mut registry = Registry::default();
    let mut each = |list: List, read: &mut dyn FnMut(&mut Fields<'n, '_>)| {
        let slots = file.each(Place::single(list), read);
        registry.register(list, slots, file.sink);
    };
    each(List::Camps, &mut |fields| {
        incident.camps.push(records::camp(fields));
    });
    each(List::Sources, &mut |fields| {
        incident.sources.push(records::source(fields));
    });
    each(List::Actors, &mut |fields| {
        incident.actors.push(records::actor(fields));
    });
    each(List::Relations, &mut |fields| {
        incident.relations.push(records::relation(fields));
    });
    each(List::Statements, &mut |fields| {
        incident.statements.push(records::statement(fields));
    });
    pause().await;
    each(List::Events, &mut |fields| {
        incident.events.push(records::event(fields));
    });
    each(List::Conflicts, &mut |fields| {
        incident.conflicts.push(records::conflict(fields));
    });
    each(List::Corrections, &mut |fields| {
        incident.corrections.push(records::correction(fields));
    });
    #[cfg(feature = "check")]
    {
        each(List::Waivers, &mut |fields| {
            incident.waivers.push(records::waiver(fields));
        });
        each(List::SignOffs, &mut |fields| {
            incident.sign_offs.push(records::sign_off(fields));
        });
    }
    file.finish();
    pause().await;
    Ok((incident, registry))
}

/// Refuses more actors than may be read, before any of them is.
fn check_actors(entries: &[(String, Node)]) -> Result<(), Refusal> {
    let Some((_, Node::List(actors))) = entries.iter().rfind(|(name, _)| name == "actors") else {
        return Ok(());
    };
    if actors.len() <= MAX_ACTORS {
        return Ok(());
    }
    let words: [&str; 2] = [&actors.len().to_string(), &MAX_ACTORS.to_string()];
    let message = fill("The file has % actors; at most % are read.", &words);
    Err(Refusal::new(RefusalCode::Limit, message))
}
