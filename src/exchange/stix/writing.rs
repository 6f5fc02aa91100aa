//! From an incident to a bundle.

use uuid::Uuid;

use super::kinds::{class_of, type_of};
use super::words::{outlet, with_fragment};
use crate::exchange::tree::{list, object, optional, text, texts};
use crate::incident::{
    Actor, Incident, Kind, Node, PartialDate, Relation, RelationType, Role, Source, Term,
};

/// The namespace of our ids: the project's own, as STIX 2.1 (section 2.9) asks of ids that are not random.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f1c_9a3e_52d7_4b0e_9c41_7d2a_b8e6_03f5);

/// What of the incident file no field of STIX holds is said in labels: `kind:state`, `status:disputed`.
const KIND: &str = "kind:";
const ROLE: &str = "role:";
const STATUS: &str = "status:";
const RELATION: &str = "relation:";

/// An incident as a bundle of STIX 2.1. `publisher` is the newsroom that made the map: the author of the objects, not of
/// what is said in them. The same incident makes the same bundle, to the last byte.
pub fn write(incident: &Incident, publisher: Option<&str>) -> Node {
    let bundle = Bundle::new(incident, publisher);
    let mut objects = Vec::new();
    if let Some(name) = publisher {
        let newsroom = [
            ("name", text(name)),
            ("identity_class", text("organization")),
        ];
        objects.push(bundle.object("identity", "publisher", "", newsroom));
    }
    objects.push(bundle.incident());
    objects.extend(incident.actors.iter().map(|actor| bundle.actor(actor)));
    objects.extend(incident.camps.iter().filter_map(|camp| {
        let members = incident
            .actors
            .iter()
            .filter(|actor| actor.camp.as_ref() == Some(&camp.id));
        let members: Vec<String> = members.map(|actor| bundle.id_of_actor(&actor.id)).collect();
        let grouping = [
            ("name", text(&camp.title)),
            ("context", text("unspecified")),
            ("object_refs", texts(&members)),
        ];
        (!members.is_empty()).then(|| bundle.object("grouping", "camp", &camp.id, grouping))
    }));
    objects.extend(
        incident
            .relations
            .iter()
            .map(|relation| bundle.relation(relation)),
    );
    for statement in &incident.statements {
        objects.push(bundle.note_of(statement));
        objects.extend(bundle.opinions_of(statement));
    }
    objects.extend(bundle.other_notes());
    let refs: Vec<String> = objects
        .iter()
        .filter_map(|object| crate::exchange::tree::text_at(object, "id"))
        .map(str::to_owned)
        .collect();
    objects.push(bundle.report(&refs));
    object([
        ("type", text("bundle")),
        ("id", text(bundle.id("bundle", "bundle", ""))),
        ("objects", Node::List(objects)),
    ])
}

/// A bundle that is being written.
pub(super) struct Bundle<'i> {
    pub(super) incident: &'i Incident,
    created: String,
    modified: String,
    created_by: Option<String>,
}

impl<'i> Bundle<'i> {
    fn new(incident: &'i Incident, publisher: Option<&str>) -> Self {
        let published = incident
            .sources
            .iter()
            .filter_map(|source| source.published);
        let first = incident.incident.disclosed.or_else(|| published.min());
        // No clock: an export of the same file is the same file. A file without any date is as old as time itself.
        let created = timestamp(first);
        let last = incident
            .corrections
            .iter()
            .map(|correction| correction.date)
            .max();
        let modified = last.map_or_else(
            || created.clone(),
            |last| timestamp(Some(last)).max(created.clone()),
        );
        let mut bundle = Self {
            incident,
            created,
            modified,
            created_by: None,
        };
        bundle.created_by = publisher.map(|_| bundle.id("identity", "publisher", ""));
        bundle
    }

    /// The id of an object: the same for the same record of the same incident.
    pub(super) fn id(&self, stix_type: &str, list: &str, id: &str) -> String {
        let name = format!("{}/{list}/{id}", self.incident.incident.id);
        format!("{stix_type}--{}", Uuid::new_v5(&NAMESPACE, name.as_bytes()))
    }

    pub(super) fn id_of_actor(&self, id: &str) -> String {
        let stix_type = self.incident.actor(id).map_or("identity", type_of);
        self.id(stix_type, "actor", id)
    }

    /// An object with what all of them have.
    pub(super) fn object<'k>(
        &self,
        stix_type: &'k str,
        list: &str,
        id: &str,
        fields: impl IntoIterator<Item = (&'k str, Node)>,
    ) -> Node {
        let own_id = self.id(stix_type, list, id);
        let author = self.created_by.clone().filter(|author| *author != own_id);
        let common = [
            ("type", text(stix_type)),
            ("spec_version", text("2.1")),
            ("id", text(own_id)),
            ("created_by_ref", optional(author)),
            ("created", text(&self.created)),
            ("modified", text(&self.modified)),
        ];
        object(common.into_iter().chain(fields))
    }

    fn incident(&self) -> Node {
        let head = &self.incident.incident;
        let fields = [
            ("name", text(&head.title)),
            ("description", optional(head.summary.as_deref())),
            ("lang", text(&head.language)),
        ];
        self.object("incident", "incident", "", fields)
    }

    fn actor(&self, actor: &Actor) -> Node {
        let stix_type = type_of(actor);
        let labels = std::iter::once(format!("{KIND}{}", actor.kind.id()));
        let labels = texts(
            labels.chain(
                actor
                    .roles
                    .iter()
                    .map(|role| format!("{ROLE}{}", role.id())),
            ),
        );
        let mut description = actor.about.clone().unwrap_or_default();
        if stix_type == "identity" && !actor.aliases.is_empty() {
            // An identity has no aliases.
            let names = format!("Also named: {}.", actor.aliases.join("; "));
            description = format!("{description} {names}").trim().to_owned();
        }
        let description = optional(Some(description).filter(|text| !text.is_empty()));
        let mut fields = vec![("name", text(&actor.name)), ("description", description)];
        match stix_type {
            "identity" => {
                let (class, sectors) = class_of(actor.kind);
                fields.push(("identity_class", text(class)));
                fields.push(("sectors", texts(sectors.iter().copied())));
            }
            "threat-actor" => {
                fields.push(("aliases", texts(&actor.aliases)));
                let types = match actor.kind {
                    Kind::State | Kind::PublicBody | Kind::IntelligenceService => "nation-state",
                    _ => "unknown",
                };
                fields.push(("threat_actor_types", texts([types])));
                let roles: Vec<&str> = [
                    (Role::Initiator, "agent"),
                    (Role::AllegedSponsor, "sponsor"),
                ]
                .iter()
                .filter(|(role, _)| actor.roles.contains(role))
                .map(|(_, stix)| *stix)
                .collect();
                fields.push(("roles", texts(roles)));
            }
            _ => fields.push(("aliases", texts(&actor.aliases))),
        }
        fields.push(("labels", labels));
        self.object(stix_type, "actor", &actor.id, fields)
    }

    fn relation(&self, relation: &Relation) -> Node {
        // STIX knows who stands behind an intrusion set as `attributed-to` alone.
        let stix_type = match relation.relation {
            RelationType::SponsoredBy => RelationType::AttributedTo.id(),
            other => other.id(),
        };
        let own = format!("{RELATION}{}", relation.relation.id());
        let status = relation
            .status
            .map(|status| format!("{STATUS}{}", status.id()));
        let start = relation.date.map(|date| timestamp(Some(date)));
        let sources = relation
            .sources
            .iter()
            .filter_map(|id| self.incident.source(id));
        let fields = [
            ("relationship_type", text(stix_type)),
            ("source_ref", text(self.id_of_actor(&relation.from))),
            ("target_ref", text(self.id_of_actor(&relation.to))),
            ("description", optional(relation.about.as_deref())),
            ("start_time", optional(start)),
            ("labels", texts(std::iter::once(own).chain(status))),
            (
                "external_references",
                list(sources.map(|source| reference(source, None))),
            ),
        ];
        self.object("relationship", "relation", &relation.id, fields)
    }

    /// The report that holds it all.
    fn report(&self, refs: &[String]) -> Node {
        let head = &self.incident.incident;
        let fields = [
            ("name", text(&head.title)),
            ("description", optional(head.summary.as_deref())),
            ("report_types", texts(["threat-actor"])),
            ("published", text(&self.created)),
            ("lang", text(&head.language)),
            ("object_refs", texts(refs)),
            (
                "external_references",
                list(
                    self.incident
                        .sources
                        .iter()
                        .map(|source| reference(source, None)),
                ),
            ),
        ];
        self.object("report", "report", "", fields)
    }
}

/// A source, with a link to the words where there is an address.
pub(super) fn reference(source: &Source, quote: Option<&str>) -> Node {
    let mut description: Vec<String> = Vec::new();
    description.extend(source.headline.clone());
    description.extend(source.author.as_ref().map(|author| format!("by {author}")));
    description.extend(source.agency.as_ref().map(|agency| format!("({agency})")));
    description.extend(source.published.map(|date| date.to_string()));
    let url = source.url.as_deref().map(|url| match quote {
        Some(quote) => with_fragment(url, quote),
        None => url.to_owned(),
    });
    let mut description = description.join(", ");
    if description.is_empty() && url.is_none() {
        // A reference needs more than a name.
        outlet(source).clone_into(&mut description);
    }
    object([
        ("source_name", text(outlet(source))),
        (
            "description",
            optional(Some(description).filter(|text| !text.is_empty())),
        ),
        ("url", optional(url)),
    ])
}

/// The beginning of a date, as STIX writes times.
fn timestamp(date: Option<PartialDate>) -> String {
    let date = date.unwrap_or(PartialDate {
        year: 1970,
        month: None,
        day: None,
    });
    let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
    format!("{:04}-{month:02}-{day:02}T00:00:00.000Z", date.year)
}
