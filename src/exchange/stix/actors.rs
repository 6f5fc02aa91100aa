//! Actors out of identities, threat actors and intrusion sets.

use std::collections::BTreeMap;

use super::import::{Draft, cut};
use super::objects::{Objects, article};
use crate::exchange::tree::{object, optional, text, text_at, texts, texts_at};
use crate::incident::limits::{MAX_NAME_CHARS, MAX_TEXT_CHARS};
use crate::incident::{Kind, Node, Role, Term};

/// The types of objects that are actors.
pub(super) const TYPES: [&str; 3] = ["identity", "threat-actor", "intrusion-set"];
/// What stands in for actors where a bundle has none: somebody is behind them.
const FALLBACKS: [&str; 2] = ["campaign", "malware"];

/// The actors' ids, by the ids of their objects.
pub(super) type Actors = BTreeMap<String, String>;

/// Takes the actors of a bundle.
pub(super) fn take(objects: &mut Objects<'_>, draft: &mut Draft) -> Actors {
    let mut actors = Actors::new();
    let uses = uses(objects);
    let mut all = objects.of_types(&TYPES);
    for fallback in FALLBACKS {
        if all.is_empty() {
            all = objects.of_types(&[fallback]);
        }
    }
    for node in all {
        let Some(stix_id) = text_at(node, "id") else {
            continue;
        };
        let used = uses.get(stix_id).map_or(&[][..], Vec::as_slice);
        let id = actor(node, used, objects, draft);
        actors.insert(stix_id.to_owned(), id);
    }
    actors
}

/// Puts down an actor for a bundle that names nobody.
pub(super) fn put_unnamed(draft: &mut Draft) {
    let id = draft.actor_ids.of("unnamed", "unnamed");
    draft.actors.push(object([
        ("id", text(&id)),
        ("name", text("Unnamed")),
        ("kind", text(Kind::Unknown.id())),
    ]));
    draft.work.push(format!(
        "Actor \"{id}\": the bundle names nobody; this one holds the place of whoever the story is about. Replace it."
    ));
}

/// The names of malware and tools that the report says somebody uses, by the user's object.
fn uses(objects: &Objects<'_>) -> BTreeMap<String, Vec<String>> {
    let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for relationship in objects.of_types(&["relationship"]) {
        if text_at(relationship, "relationship_type") != Some("uses") {
            continue;
        }
        let used = text_at(relationship, "target_ref").and_then(|id| objects.get(id));
        let used = used.filter(|used| matches!(text_at(used, "type"), Some("malware" | "tool")));
        if let (Some(user), Some(name)) = (
            text_at(relationship, "source_ref"),
            used.and_then(|used| text_at(used, "name")),
        ) {
            let names = uses.entry(user.to_owned()).or_default();
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    uses
}

/// Takes one actor; its id.
fn actor(node: &Node, used: &[String], objects: &mut Objects<'_>, draft: &mut Draft) -> String {
    let stix_type = text_at(node, "type").unwrap_or_default();
    let name = text_at(node, "name").unwrap_or_else(|| {
        draft.work.push(format!(
            "{} {stix_type} has no name in the bundle; it is called \"Unnamed\".",
            article(stix_type, true)
        ));
        "Unnamed"
    });
    let id = draft.actor_ids.of(name, stix_type);
    let (kind, guessed) = kind_of(node, stix_type);
    let roles = roles_of(node, stix_type, kind);
    let mut about = text_at(node, "description")
        .unwrap_or_default()
        .trim()
        .to_owned();
    if !used.is_empty() {
        let sentence = format!("The report says that it uses {}.", used.join(", "));
        about = format!("{about} {sentence}").trim().to_owned();
    }
    if about.chars().count() > MAX_TEXT_CHARS {
        objects.taken_in_part(node, "description");
    }
    if name.chars().count() > MAX_NAME_CHARS {
        objects.taken_in_part(node, "name");
    }
    let aliases = texts_at(node, "aliases")
        .into_iter()
        .filter(|alias| *alias != name);
    let mut all: Vec<String> = Vec::new();
    for alias in aliases.map(|alias| cut(alias, MAX_NAME_CHARS)) {
        if !all.contains(&alias) {
            all.push(alias);
        }
    }
    draft.actors.push(object([
        ("id", text(&id)),
        ("name", text(cut(name, MAX_NAME_CHARS))),
        ("aliases", texts(all)),
        ("kind", text(kind.id())),
        ("roles", texts(roles.iter().map(|role| role.id()))),
        (
            "about",
            optional(Some(cut(&about, MAX_TEXT_CHARS)).filter(|about| !about.is_empty())),
        ),
    ]));
    if guessed {
        draft.work.push(format!(
            "Actor \"{id}\" ({name}): the bundle does not say what it is. Its kind is put down as \"{}\"; look it up.",
            kind.id()
        ));
    }
    let taken: &[&str] = match stix_type {
        "identity" => &["name", "description", "identity_class", "sectors", "labels"],
        "threat-actor" => &[
            "name",
            "description",
            "aliases",
            "threat_actor_types",
            "labels",
            "roles",
        ],
        _ => &["name", "description", "aliases", "labels"],
    };
    objects.taken(node, taken);
    id
}

/// What an actor is, and whether that is a guess. Labels of our own exports say it exactly.
fn kind_of(node: &Node, stix_type: &str) -> (Kind, bool) {
    let labels = texts_at(node, "labels");
    let own = labels.iter().find_map(|label| label.strip_prefix("kind:"));
    if let Some(kind) = own.and_then(Kind::from_id) {
        return (kind, false);
    }
    let sectors = texts_at(node, "sectors");
    let of_government = sectors
        .iter()
        .any(|sector| sector.starts_with("government"));
    match (stix_type, text_at(node, "identity_class")) {
        ("intrusion-set", _) => (Kind::IntrusionSet, false),
        ("threat-actor", _) if is_sponsor(node) => (Kind::Unknown, true),
        ("threat-actor", _) => (Kind::IntrusionSet, true),
        ("identity", Some("individual")) => (Kind::Person, false),
        ("identity", Some("group")) => (Kind::Group, false),
        ("identity", Some("organization")) if of_government => (Kind::PublicBody, true),
        ("identity", Some("organization")) if !sectors.is_empty() => (Kind::Company, true),
        _ => (Kind::Unknown, true),
    }
}

fn is_sponsor(node: &Node) -> bool {
    let roles = texts_at(node, "roles");
    roles.contains(&"sponsor") || roles.contains(&"director")
}

fn roles_of(node: &Node, stix_type: &str, kind: Kind) -> Vec<Role> {
    let labels = texts_at(node, "labels");
    let own = labels
        .iter()
        .filter_map(|label| label.strip_prefix("role:"));
    let mut roles: Vec<Role> = Vec::new();
    for role in own.filter_map(Role::from_id) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    // A group that only labels make known is none that the report accuses.
    if roles.is_empty() && stix_type != "identity" {
        roles.push(if kind == Kind::Unknown && is_sponsor(node) {
            Role::AllegedSponsor
        } else {
            Role::Initiator
        });
    }
    roles
}
