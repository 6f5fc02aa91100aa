//! Bundles of STIX 2.1. The OASIS validator judges them in `cargo xtask test --only stix`; here is what it does not see.

use std::collections::BTreeSet;

use actor_map::exchange::{oligrapher, stix, tree};
use actor_map::incident::Stance;
use proptest::prelude::*;
use serde_json::Value;

use crate::{arbitrary, incident, incidents, value};

/// Every reference in a bundle resolves, every id is there once.
fn assert_whole(bundle: &Value) {
    let objects = bundle["objects"].as_array().unwrap();
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for object in objects {
        let id = object["id"].as_str().unwrap();
        assert!(ids.insert(id), "{id} twice");
        assert!(id.starts_with(object["type"].as_str().unwrap()));
        assert_eq!(uuid_version(id), '5');
    }
    for object in objects {
        for (field, value) in object.as_object().unwrap() {
            let refs = match value {
                Value::Array(values) if field.ends_with("_refs") => values.clone(),
                value if field.ends_with("_ref") => vec![value.clone()],
                _ => Vec::new(),
            };
            for reference in refs {
                assert!(
                    ids.contains(reference.as_str().unwrap()),
                    "{field} {reference}"
                );
            }
        }
    }
}

fn uuid_version(id: &str) -> char {
    id.split_once("--").unwrap().1.chars().nth(14).unwrap()
}

#[test]
fn the_same_incident_makes_the_same_whole_bundle() {
    for sound in incidents() {
        let bundle = stix::write(&sound.incident, Some("Example Daily"));
        assert_eq!(
            tree::pretty(&bundle),
            tree::pretty(&stix::write(&sound.incident, Some("Example Daily")))
        );
        assert_whole(&value(&bundle));
    }
}

/// A denial's target is not what it denies, and nothing ends in "with" where nobody follows.
#[test]
fn statements_are_told_as_on_the_page() {
    let of_state_c = |stance: Stance, aimed: bool| {
        let mut incident = incident("tests/check/cases/whole.json").incident;
        let statement = &mut incident.statements[1];
        statement.stance = vec![stance];
        if !aimed {
            statement.to.clear();
        }
        let bundle = value(&stix::write(&incident, None));
        let objects = bundle["objects"].as_array().unwrap();
        let notes = objects.iter().filter_map(|note| note["abstract"].as_str());
        let note = notes.filter_map(|told| told.strip_prefix("State C: "));
        let note: Vec<&str> = note.collect();
        let map = value(&oligrapher::write(&incident));
        let header = map["annotations"]["list"][1]["header"].as_str().unwrap();
        assert_eq!(header, format!("State C {}", note[0]));
        note[0].to_owned()
    };
    for (stance, aimed, alone) in [
        (Stance::Accuse, "accuses Ministry A", "accuses"),
        (Stance::Condemn, "condemns Ministry A", "condemns"),
        (Stance::Protest, "protests to Ministry A", "protests"),
        (Stance::Warn, "warns Ministry A", "warns"),
        (Stance::CallUpon, "calls on Ministry A", "makes an appeal"),
        (Stance::Deny, "contradicts Ministry A", "denies"),
        (
            Stance::RejectDemand,
            "rejects the demand of Ministry A",
            "rejects a demand",
        ),
        (
            Stance::ExpressSolidarity,
            "stands with Ministry A",
            "expresses solidarity",
        ),
        (
            Stance::Acknowledge,
            "responds to Ministry A",
            "acknowledges",
        ),
        (
            Stance::AnnounceMeasure,
            "takes measures against Ministry A",
            "announces measures",
        ),
        (Stance::Inform, "speaks of Ministry A", "states"),
    ] {
        assert_eq!(of_state_c(stance, true), aimed);
        assert_eq!(of_state_c(stance, false), alone);
    }
}

#[test]
fn statements_are_notes_and_what_they_dispute_are_opinions() {
    let sound = incident("tests/check/cases/whole.json");
    let bundle = value(&stix::write(&sound.incident, None));
    let objects = bundle["objects"].as_array().unwrap();
    let of = |kind: &str| {
        objects
            .iter()
            .filter(|object| object["type"] == kind)
            .collect::<Vec<_>>()
    };
    let notes: Vec<&Value> = of("note")
        .into_iter()
        .filter(|note| note["authors"].is_array())
        .collect();
    assert_eq!(notes.len(), sound.incident.statements.len());
    let accusation = notes[0];
    assert_eq!(
        accusation["abstract"],
        "Ministry A: accuses and condemns Group B, State C"
    );
    assert_eq!(accusation["authors"][0], "Ministry A");
    assert_eq!(
        accusation["content"],
        "Example Daily: “Group B did it.”\nExample Daily: “sure of it”\nGroup B? says State C, paraphrased: It blamed Group B."
    );
    assert_eq!(
        accusation["external_references"][0]["url"],
        "https://daily.example/1#:~:text=Group%20B%20did%20it."
    );
    let relation = of("relationship")
        .into_iter()
        .find(|relation| relation["description"] == "The hack itself.")
        .unwrap();
    assert_eq!(
        relation["labels"],
        serde_json::json!(["relation:targets", "status:disputed"])
    );
    let opinions: Vec<(&str, &str)> = of("opinion")
        .iter()
        .map(|opinion| {
            (
                opinion["authors"][0].as_str().unwrap(),
                opinion["opinion"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        opinions,
        [("Ministry A", "agree"), ("State C", "strongly-disagree")]
    );
    assert!(
        of("opinion")
            .iter()
            .all(|opinion| opinion["object_refs"][0] == relation["id"])
    );
    // The newsroom made the objects; without its name nobody did.
    assert!(
        objects
            .iter()
            .all(|object| object["created_by_ref"].is_null())
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_incidents_make_whole_bundles(incident in arbitrary::incident()) {
        assert_whole(&value(&stix::write(&incident, Some("Example Daily"))));
    }
}
