//! What actors are in STIX.

use crate::incident::{Actor, Kind, Role};

/// The type of an actor's object. Who is accused and no intrusion set is a threat actor, which is what STIX lets an
/// intrusion set be attributed to; that it is so only by accusation its roles, labels and relationships say.
pub(super) fn type_of(actor: &Actor) -> &'static str {
    let accused =
        actor.roles.contains(&Role::Initiator) || actor.roles.contains(&Role::AllegedSponsor);
    match actor.kind {
        Kind::IntrusionSet => "intrusion-set",
        _ if accused => "threat-actor",
        _ => "identity",
    }
}

/// Identity class and industry sectors (vocabularies of STIX 2.1, section 10).
pub(super) fn class_of(kind: Kind) -> (&'static str, &'static [&'static str]) {
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
