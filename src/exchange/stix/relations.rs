//! Relations out of relationships, events out of campaigns.

use std::collections::BTreeMap;

use super::actors::Actors;
use super::import::{Draft, cut, day_of};
use super::objects::Objects;
use super::sources::Sources;
use crate::exchange::tree::{object, optional, text, text_at, texts, texts_at};
use crate::incident::limits::{MAX_TEXT_CHARS, MAX_TITLE_CHARS};
use crate::incident::{Node, RelationType, Status, Term};

/// A relation that is being made.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: RelationType,
    pub(super) from: String,
    pub(super) to: String,
    status: Option<Status>,
    pub(super) asserted_by: Vec<String>,
    pub(super) disputed_by: Vec<String>,
    sources: Vec<String>,
    date: Option<String>,
    about: Option<String>,
}

/// The relations, by the ids of their objects.
#[derive(Default)]
pub(super) struct Relations {
    pub(super) all: Vec<Relation>,
    pub(super) of_object: BTreeMap<String, usize>,
}

/// Takes the relationships between actors that an incident has a type for.
pub(super) fn take(
    objects: &mut Objects<'_>,
    actors: &Actors,
    sources: &mut Sources,
    draft: &mut Draft,
) -> Relations {
    let mut relations = Relations::default();
    for node in objects.of_types(&["relationship"]) {
        let stix_type = text_at(node, "relationship_type").unwrap_or_default();
        let end = |key: &str| text_at(node, key).and_then(|id| actors.get(id)).cloned();
        let ends = end("source_ref").zip(end("target_ref"));
        let kind = kind_of(node, stix_type);
        let (Some((from, to)), Some(kind)) = (ends, kind) else {
            let what = between(node, stix_type, objects);
            objects.unplaced(node, &what);
            continue;
        };
        if from == to {
            objects.unplaced(
                node,
                &format!("relationship \"{stix_type}\" of somebody with itself"),
            );
            continue;
        }
        let id = draft
            .relation_ids
            .of(&format!("{from} {} {to}", kind.id()), "relation");
        let labels = texts_at(node, "labels");
        let own = labels
            .iter()
            .find_map(|label| label.strip_prefix("status:"));
        // Who disputes a claim is known once opinions are read; nothing is settled by a report alone.
        let status = own
            .and_then(Status::from_id)
            .filter(|status| *status == Status::Settled || *status == Status::Withdrawn);
        let about = text_at(node, "description");
        if about.is_some_and(|about| about.chars().count() > MAX_TEXT_CHARS) {
            objects.taken_in_part(node, "description");
        }
        if let Some(stix_id) = text_at(node, "id") {
            relations
                .of_object
                .insert(stix_id.to_owned(), relations.all.len());
        }
        relations.all.push(Relation {
            id,
            kind,
            from,
            to,
            status: (!kind.is_office()).then(|| status.unwrap_or(Status::Alleged)),
            asserted_by: Vec::new(),
            disputed_by: Vec::new(),
            sources: sources.of(node, draft),
            date: text_at(node, "start_time").and_then(day_of),
            about: about.map(|about| cut(about, MAX_TEXT_CHARS)),
        });
        objects.taken(
            node,
            &[
                "relationship_type",
                "source_ref",
                "target_ref",
                "description",
                "start_time",
                "labels",
                "external_references",
            ],
        );
    }
    relations
}

/// The type of relation that a relationship is; labels of our own exports say it exactly.
fn kind_of(node: &Node, stix_type: &str) -> Option<RelationType> {
    let labels = texts_at(node, "labels");
    let own = labels
        .iter()
        .find_map(|label| label.strip_prefix("relation:"));
    own.and_then(RelationType::from_id)
        .or_else(|| RelationType::from_id(stix_type))
}

/// What a relationship that is not taken joins: `relationship "uses" (threat-actor to malware)`.
fn between(node: &Node, stix_type: &str, objects: &Objects<'_>) -> String {
    let kind = |key: &str| {
        let id = text_at(node, key).unwrap_or("?");
        let kind = id.split_once("--").map_or(id, |(kind, _)| kind);
        match objects.get(id) {
            Some(_) => kind.to_owned(),
            None => format!("{kind} that is not in the bundle"),
        }
    };
    format!(
        "relationship \"{stix_type}\" ({} to {})",
        kind("source_ref"),
        kind("target_ref")
    )
}

impl Relations {
    /// The records, and what is left to do about them.
    pub(super) fn finish(self, draft: &mut Draft) {
        for relation in self.all {
            let disputed = !relation.disputed_by.is_empty();
            let status = relation
                .status
                .map(|status| if disputed { Status::Disputed } else { status });
            if !relation.kind.is_office() && relation.asserted_by.is_empty() {
                draft.work.push(format!(
                    "Claim \"{}\": only the report says so. Who said it, to whom, in which words? Add that statement, and name it in \"asserted_by\".",
                    relation.id
                ));
            }
            draft.relations.push(object([
                ("id", text(relation.id)),
                ("type", text(relation.kind.id())),
                ("from", text(relation.from)),
                ("to", text(relation.to)),
                ("status", optional(status.map(Term::id))),
                ("asserted_by", texts(relation.asserted_by)),
                ("disputed_by", texts(relation.disputed_by)),
                ("sources", texts(relation.sources)),
                ("date", optional(relation.date)),
                ("about", optional(relation.about)),
            ]));
        }
    }
}

/// Takes campaigns that have a date as events. A campaign is no actor: who is behind it, its relationships say.
pub(super) fn take_campaigns(
    objects: &mut Objects<'_>,
    actors: &Actors,
    sources: &mut Sources,
    draft: &mut Draft,
) {
    let relationships = objects.of_types(&["relationship"]);
    for node in objects.of_types(&["campaign"]) {
        let stix_id = text_at(node, "id").unwrap_or_default();
        if actors.contains_key(stix_id) {
            continue;
        }
        let name = text_at(node, "name").unwrap_or("Campaign");
        let mut involved: Vec<String> = Vec::new();
        for relationship in &relationships {
            let ends = ["source_ref", "target_ref"]
                .map(|key| text_at(relationship, key).unwrap_or_default());
            if ends.contains(&stix_id) {
                for actor in ends.iter().filter_map(|end| actors.get(*end)) {
                    if !involved.contains(actor) {
                        involved.push(actor.clone());
                    }
                }
            }
        }
        let Some(date) = text_at(node, "first_seen").and_then(day_of) else {
            objects.unplaced(node, "campaign without a date");
            draft.work.push(format!(
                "Campaign \"{name}\": the bundle does not say when it was first seen. If it belongs on the map, add an event with its date."
            ));
            continue;
        };
        let id = draft.event_ids.of(name, "campaign");
        let own = sources.of(node, draft);
        draft.events.push(object([
            ("id", text(&id)),
            ("date", text(date)),
            (
                "title",
                text(cut(&format!("First seen: {name}"), MAX_TITLE_CHARS)),
            ),
            ("actors", texts(involved)),
            ("sources", texts(own)),
        ]));
        draft.work.push(format!(
            "Event \"{id}\": the bundle knows \"{name}\" as a campaign. Say in its title what happened; if it is a group, make it an actor."
        ));
        objects.taken(node, &["name", "first_seen", "labels"]);
    }
}
