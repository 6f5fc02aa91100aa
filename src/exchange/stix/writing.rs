//! From an incident to a bundle.

use uuid::Uuid;

use super::words::{line_of, outlet, summary, with_fragment};
use crate::exchange::tree::{list, object, optional, text, texts};
use crate::incident::{
    Actor, Incident, Kind, Node, PartialDate, Relation, RelationType, Role, Source, Stance,
    Statement, Term,
};

/// The namespace of our ids: the project's own, as STIX 2.1 (section 2.9) asks of ids that are not random.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f1c_9a3e_52d7_4b0e_9c41_7d2a_b8e6_03f5);

/// What of the incident file no field of STIX holds is said in labels: `kind:state`, `status:disputed`.
const KIND: &str = "kind:";
const ROLE: &str = "role:";
const STATUS: &str = "status:";
const RELATION: &str = "relation:";
const STANCE: &str = "stance:";

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

struct Bundle<'i> {
    incident: &'i Incident,
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
    fn id(&self, stix_type: &str, list: &str, id: &str) -> String {
        let name = format!("{}/{list}/{id}", self.incident.incident.id);
        format!("{stix_type}--{}", Uuid::new_v5(&NAMESPACE, name.as_bytes()))
    }

    fn id_of_actor(&self, id: &str) -> String {
        let stix_type = self.incident.actor(id).map_or("identity", type_of);
        self.id(stix_type, "actor", id)
    }

    /// An object with what all of them have.
    fn object<'k>(
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

    /// A statement: what each source prints of it, about whom, and where.
    fn note_of(&self, statement: &Statement) -> Node {
        let incident = self.incident;
        let lines: Vec<String> = statement
            .reports
            .iter()
            .map(|report| line_of(report, incident))
            .collect();
        let mut refs = vec![self.id_of_actor(&statement.speaker)];
        refs.extend(statement.to.iter().map(|id| self.id_of_actor(id)));
        refs.extend(
            statement
                .about
                .iter()
                .map(|id| self.id("note", "statement", id)),
        );
        for relation in self.claims_of(statement) {
            refs.push(self.id("relationship", "relation", &relation.id));
            // Viewers that draw no line to a relationship draw one to its ends.
            refs.push(self.id_of_actor(&relation.from));
            refs.push(self.id_of_actor(&relation.to));
        }
        let stances = statement
            .stance
            .iter()
            .map(|stance| format!("{STANCE}{}", stance.id()));
        let fields = [
            ("abstract", text(summary(statement, incident))),
            ("content", text(lines.join("\n"))),
            ("authors", texts([self.speaker(statement)])),
            ("object_refs", texts(unique(refs))),
            ("labels", texts(stances)),
            ("external_references", self.references_of(statement)),
        ];
        self.object("note", "statement", &statement.id, fields)
    }

    /// What a statement asserts and disputes, as opinions on the relationship itself.
    fn opinions_of(&self, statement: &Statement) -> Vec<Node> {
        let incident = self.incident;
        let lines: Vec<String> = statement
            .reports
            .iter()
            .map(|report| line_of(report, incident))
            .collect();
        let denies = statement.stance.contains(&Stance::Deny);
        let opinions = self.claims_of(statement).into_iter().map(|relation| {
            let disputes = relation.disputed_by.contains(&statement.id);
            let opinion = match (disputes, denies) {
                (true, true) => "strongly-disagree",
                (true, false) => "disagree",
                (false, _) => "agree",
            };
            let fields = [
                ("explanation", text(lines.join("\n"))),
                ("authors", texts([self.speaker(statement)])),
                ("opinion", text(opinion)),
                (
                    "object_refs",
                    texts([self.id("relationship", "relation", &relation.id)]),
                ),
                ("external_references", self.references_of(statement)),
            ];
            let id = format!("{}/{}", statement.id, relation.id);
            self.object("opinion", "opinion", &id, fields)
        });
        opinions.collect()
    }

    /// Events, questions that sources answer differently, and corrections.
    fn other_notes(&self) -> Vec<Node> {
        let incident = self.incident;
        let whole = self.id("incident", "incident", "");
        let or_whole = |refs: Vec<String>| {
            if refs.is_empty() {
                vec![whole.clone()]
            } else {
                unique(refs)
            }
        };
        let events = incident.events.iter().map(|event| {
            let actors = event.actors.iter().map(|id| self.id_of_actor(id)).collect();
            let sources = event.sources.iter().filter_map(|id| incident.source(id));
            let fields = [
                ("abstract", text(event.date.to_string())),
                ("content", text(&event.title)),
                ("object_refs", texts(or_whole(actors))),
                ("labels", texts(["event"])),
                (
                    "external_references",
                    list(sources.map(|source| reference(source, None))),
                ),
            ];
            self.object("note", "event", &event.id, fields)
        });
        let conflicts = incident.conflicts.iter().map(|conflict| {
            let source = |id: &String| {
                incident
                    .source(id)
                    .map_or_else(|| id.clone(), |source| outlet(source).to_owned())
            };
            let lines: Vec<String> = conflict
                .answers
                .iter()
                .map(|answer| format!("{}: {}", source(&answer.source), answer.says))
                .collect();
            let about = conflict
                .about
                .iter()
                .filter_map(|id| self.id_of(id))
                .collect();
            let fields = [
                ("abstract", text(&conflict.question)),
                ("content", text(lines.join("\n"))),
                ("object_refs", texts(or_whole(about))),
                ("labels", texts(["conflict"])),
            ];
            self.object("note", "conflict", &conflict.id, fields)
        });
        let corrections = incident
            .corrections
            .iter()
            .enumerate()
            .map(|(at, correction)| {
                let changed = correction
                    .changed
                    .iter()
                    .filter_map(|id| self.id_of(id))
                    .collect();
                let fields = [
                    (
                        "abstract",
                        text(format!("Correction of {}", correction.date)),
                    ),
                    ("content", text(&correction.text)),
                    ("object_refs", texts(or_whole(changed))),
                    ("labels", texts(["correction"])),
                ];
                self.object("note", "correction", &at.to_string(), fields)
            });
        events.chain(conflicts).chain(corrections).collect()
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

    /// The relations a statement asserts or disputes.
    fn claims_of(&self, statement: &Statement) -> Vec<&'i Relation> {
        let relations = self.incident.relations.iter();
        let said = relations.filter(|relation| {
            relation.asserted_by.contains(&statement.id)
                || relation.disputed_by.contains(&statement.id)
        });
        said.collect()
    }

    fn speaker(&self, statement: &Statement) -> String {
        let speaker = self.incident.actor(&statement.speaker);
        speaker.map_or_else(|| statement.speaker.clone(), |speaker| speaker.name.clone())
    }

    fn references_of(&self, statement: &Statement) -> Node {
        let mut references: Vec<Node> = Vec::new();
        for report in &statement.reports {
            if let Some(source) = self.incident.source(&report.source) {
                let reference = reference(source, report.quote.as_deref());
                if !references.contains(&reference) {
                    references.push(reference);
                }
            }
        }
        list(references)
    }

    /// The object of a record, whatever list it stands in.
    fn id_of(&self, id: &str) -> Option<String> {
        let incident = self.incident;
        if incident.actor(id).is_some() {
            Some(self.id_of_actor(id))
        } else if incident.statement(id).is_some() {
            Some(self.id("note", "statement", id))
        } else if incident.relation(id).is_some() {
            Some(self.id("relationship", "relation", id))
        } else if incident.events.iter().any(|event| event.id == id) {
            Some(self.id("note", "event", id))
        } else if incident.conflicts.iter().any(|conflict| conflict.id == id) {
            Some(self.id("note", "conflict", id))
        } else {
            None
        }
    }
}

/// The type of an actor's object. Who is accused and no intrusion set is a threat actor, which is what STIX lets an
/// intrusion set be attributed to; that it is so only by accusation its roles, labels and relationships say.
fn type_of(actor: &Actor) -> &'static str {
    let accused =
        actor.roles.contains(&Role::Initiator) || actor.roles.contains(&Role::AllegedSponsor);
    match actor.kind {
        Kind::IntrusionSet => "intrusion-set",
        _ if accused => "threat-actor",
        _ => "identity",
    }
}

/// Identity class and industry sectors (vocabularies of STIX 2.1, section 10).
fn class_of(kind: Kind) -> (&'static str, &'static [&'static str]) {
    match kind {
        Kind::Person => ("individual", &[]),
        Kind::Group => ("group", &[]),
        Kind::PublicBody | Kind::IntelligenceService | Kind::DiplomaticMission | Kind::State => {
            ("organization", &["government-national"])
        }
        Kind::Media => ("organization", &["communications"]),
        Kind::Intergovernmental | Kind::IntrusionSet | Kind::Company => ("organization", &[]),
        Kind::Unknown => ("unknown", &[]),
    }
}

/// A source, with a link to the words where there is an address.
fn reference(source: &Source, quote: Option<&str>) -> Node {
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

fn unique(ids: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for id in ids {
        if !kept.contains(&id) {
            kept.push(id);
        }
    }
    kept
}
