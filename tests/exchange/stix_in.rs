//! Threat reports as the beginning of an incident.

use std::fs;

use actor_map::exchange::stix::{self, Wanted};
use actor_map::exchange::{Imported, tree};
use actor_map::incident::{Incident, Kind, Role, Stance, Status};
use serde_json::{Value, json};

use crate::{at, incidents, value};

/// What the command asks for where nothing is said.
pub fn wanted() -> Wanted {
    Wanted {
        file: "report.json".to_owned(),
        ..Wanted::default()
    }
}

fn import(bundle: &Value) -> Imported {
    stix::read(&bundle.to_string(), &wanted()).unwrap()
}

fn report() -> Value {
    serde_json::from_str(&fs::read_to_string(at("report.json")).unwrap()).unwrap()
}

#[test]
fn a_report_becomes_an_incident() {
    let imported = import(&report());
    let incident = &imported.incident;
    assert_eq!(
        (
            incident.incident.id.as_str(),
            incident.incident.title.as_str()
        ),
        ("group-b-against-ministry-a", "Group B against Ministry A")
    );
    assert_eq!(
        incident.incident.disclosed.unwrap().to_string(),
        "2030-05-02"
    );

    let actors: Vec<(&str, Kind)> = incident
        .actors
        .iter()
        .map(|actor| (actor.id.as_str(), actor.kind))
        .collect();
    let expected = [
        ("example-security", Kind::Company),
        ("ministry-a", Kind::PublicBody),
        ("zofie-d", Kind::Person),
        ("group-b", Kind::IntrusionSet),
        ("state-c", Kind::Unknown),
    ];
    assert_eq!(actors, expected);
    let group = incident.actor("group-b").unwrap();
    assert_eq!(
        (group.aliases.as_slice(), group.roles.as_slice()),
        (&["B-Team".to_owned()][..], &[Role::Initiator][..])
    );
    assert_eq!(
        group.about.as_deref(),
        Some("A group. The report says that it uses Program P.")
    );
    assert_eq!(
        incident.actor("state-c").unwrap().roles,
        [Role::AllegedSponsor]
    );

    let report = incident.source("group-b-against-ministry-a").unwrap();
    assert_eq!(
        (report.publisher.as_deref(), report.url.as_deref()),
        (
            Some("Example Security"),
            Some("https://security.example/group-b")
        )
    );
    let cited = incident.source("example-daily").unwrap();
    assert_eq!(
        (cited.headline.as_deref(), cited.url.as_deref()),
        (
            Some("Whose group is it?"),
            Some("https://daily.example/b-and-c")
        )
    );

    let targets = incident.relation("group-b-targets-ministry-a").unwrap();
    assert_eq!(
        (targets.status, targets.sources.as_slice()),
        (
            Some(Status::Alleged),
            &["group-b-against-ministry-a".to_owned()][..]
        )
    );
    assert_eq!(targets.date.unwrap().to_string(), "2029-03-01");
    let attributed = incident.relation("group-b-attributed-to-state-c").unwrap();
    assert_eq!(
        (attributed.status, attributed.sources.as_slice()),
        (Some(Status::Disputed), &["example-daily".to_owned()][..])
    );
    assert_eq!(attributed.disputed_by, ["state-c-opinion"]);

    let opinion = incident.statement("state-c-opinion").unwrap();
    assert_eq!(
        (opinion.speaker.as_str(), opinion.stance.as_slice()),
        ("state-c", &[Stance::Deny][..])
    );
    assert_eq!(
        opinion.reports[0].paraphrase.as_deref(),
        Some("State C has nothing to do with it.")
    );
    assert_eq!(
        incident.statement("on-the-mail").unwrap().speaker,
        "ministry-a"
    );
    assert_eq!(incident.statements.len(), 2);
    assert_eq!(
        incident
            .events
            .iter()
            .map(|event| event.title.as_str())
            .collect::<Vec<_>>(),
        ["First seen: Operation E"]
    );
    assert_eq!(incident.events[0].actors, ["group-b"]);
}

#[test]
fn nothing_is_lost_in_silence() {
    let imported = import(&report());
    let notes = imported.notes.join("\n");
    for told in [
        "1 campaign without a date",
        "1 indicator",
        "1 malware",
        "1 marking-definition",
        "1 note",
        "1 x-example",
        "1 relationship \"uses\" (intrusion-set to malware)",
        "1 relationship \"attributed-to\" (campaign to intrusion-set)",
        "Fields of identity objects that are kept aside: contact_information (1).",
        "Fields of intrusion-set objects that are kept aside: first_seen (1).",
        "Fields of relationship objects that are kept aside: confidence (1).",
        "Fields of threat-actor objects that are kept aside: resource_level (1).",
        "Older versions of objects, passed over for newer ones: 1.",
    ] {
        assert!(notes.contains(told), "{told}\n{notes}");
    }
    let aside = value(imported.aside.as_ref().unwrap());
    let kept: Vec<&str> = aside["objects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|object| object["id"].as_str().unwrap())
        .collect();
    let numbers: Vec<&str> = kept.iter().map(|id| &id[id.len() - 2..]).collect();
    assert_eq!(
        numbers,
        [
            "02", "05", "06", "07", "09", "11", "12", "13", "16", "17", "18", "19"
        ]
    );
    let original = report();
    let original = original["objects"].as_array().unwrap();
    assert!(
        aside["objects"]
            .as_array()
            .unwrap()
            .iter()
            .all(|object| original.contains(object))
    );
    assert_eq!(imported.warnings.len(), 1);
    assert!(
        imported.warnings[0]
            .to_string()
            .contains("as TLP:AMBER (1 indicator); such may not be published")
    );
}

#[test]
fn what_is_left_to_do_is_listed_and_stands_in_the_file() {
    let imported = import(&report());
    let work = imported.work.join("\n");
    for told in [
        "Claim \"group-b-targets-ministry-a\": only the report says so.",
        "Actor \"group-b\" is accused and says nothing here.",
        "Actor \"state-c\" (State C): the bundle does not say what it is.",
        "Campaign \"Operation F\": the bundle does not say when",
        "Statement \"on-the-mail\" is a note of the bundle",
        "Statement \"state-c-opinion\" is an opinion of the bundle",
        "A note of Somebody Else is kept aside: “We have seen this elsewhere.”",
    ] {
        assert!(work.contains(told), "{told}\n{work}");
    }
    let in_file = &value(&imported.tree)["x-to-do"];
    assert_eq!(in_file, &json!(imported.work));
}

#[test]
fn bundles_of_stix_2_0_lists_and_single_objects_are_taken() {
    let identity = json!({"type": "identity", "id": "identity--1", "created": "2030-01-01T00:00:00Z", "modified": "2030-01-01T00:00:00Z", "name": "Ministry A", "identity_class": "individual"});
    for bundle in [
        json!({"type": "bundle", "id": "bundle--1", "spec_version": "2.0", "objects": [identity]}),
        json!({"objects": [identity]}),
        json!([identity]),
        identity.clone(),
    ] {
        let imported = import(&bundle);
        assert_eq!(imported.incident.actors[0].name, "Ministry A");
        assert_eq!(
            imported.incident.sources[0].headline.as_deref(),
            Some("report.json")
        );
    }
    // Somebody is behind a campaign or a malware; where nobody is named at all, that is told.
    for (object, name) in [
        (
            json!({"type": "campaign", "id": "campaign--1", "name": "Operation E"}),
            "Operation E",
        ),
        (
            json!({"type": "malware", "id": "malware--1", "name": "Program P"}),
            "Program P",
        ),
        (
            json!({"type": "indicator", "id": "indicator--1"}),
            "Unnamed",
        ),
    ] {
        assert_eq!(import(&object).incident.actors[0].name, name);
    }
    let revoked = json!([identity, {"type": "identity", "id": "identity--2", "name": "Ministry Z", "revoked": true}]);
    let imported = import(&revoked);
    assert_eq!(imported.incident.actors.len(), 1);
    assert!(imported.notes[0].contains("1 revoked identity"));
}

#[test]
fn what_is_not_in_the_bundle_or_has_no_words_is_told_as_that() {
    let identity = json!({"type": "identity", "id": "identity--1", "spec_version": "3.0"});
    let relationship = json!({"type": "relationship", "id": "relationship--1", "relationship_type": "targets", "source_ref": "identity--1", "target_ref": "identity--2"});
    let opinion = json!({"type": "opinion", "id": "opinion--1", "opinion": "agree", "created_by_ref": "identity--1", "object_refs": ["relationship--1"]});
    let imported = import(&json!([identity, relationship, opinion]));
    assert!(
        imported.notes[0].contains("(identity to identity that is not in the bundle)"),
        "{:?}",
        imported.notes
    );
    for told in [
        "An identity has no name in the bundle",
        "An opinion (agree) of \"unnamed\" says nothing in words and is kept aside.",
    ] {
        assert!(
            imported.work.iter().any(|work| work.contains(told)),
            "{told}: {:?}",
            imported.work
        );
    }
    let warnings: Vec<&str> = imported
        .warnings
        .iter()
        .map(|warning| warning.code.as_str())
        .collect();
    assert_eq!(warnings, ["stix-version"]);
}

/// What the import says of markings.
fn markings(bundle: &Value) -> Vec<String> {
    let warnings = import(bundle).warnings.into_iter();
    let markings = warnings.filter(|warning| warning.code == "marking");
    markings.map(|warning| warning.message).collect()
}

#[test]
fn what_may_not_be_published_is_known_by_the_ids_of_the_standards_too() {
    let with = |field: &str, marking: Value, definitions: &[Value]| {
        let mut identity = json!({"type": "identity", "id": "identity--1", "name": "Ministry A"});
        identity[field] = marking;
        let mut objects = vec![identity];
        objects.extend(definitions.iter().cloned());
        json!({"type": "bundle", "id": "bundle--1", "objects": objects})
    };
    for (number, level) in [
        ("613f2e26-407d-48c7-9eca-b8e91df99dc9", None),
        ("34098fce-860f-48ae-8e50-ebd3cc5e41da", Some("GREEN")),
        ("f88d31f6-486f-44da-b317-01333bde0b82", Some("AMBER")),
        ("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Some("RED")),
        ("94868c89-83c2-464b-929b-a1a8aa3c8487", None),
        ("bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Some("GREEN")),
        ("55d920b0-5e8b-4f79-9ee9-91f868d9b421", Some("AMBER")),
        ("939a9414-2ddd-4d32-a0cd-375ea402b003", Some("AMBER+STRICT")),
        ("e828b379-4e03-4974-9ac4-e53a884c97c1", Some("RED")),
    ] {
        let id = format!("marking-definition--{number}");
        let expected: Vec<String> = level
            .iter()
            .map(|level| {
                format!("The bundle marks objects as TLP:{level} (1 identity); such may not be published.")
            })
            .collect();
        let whole = with("object_marking_refs", json!([id]), &[]);
        assert_eq!(markings(&whole), expected, "{id}");
        let part = json!([{"marking_ref": id, "selectors": ["name"]}]);
        let part = with("granular_markings", part, &[]);
        assert_eq!(markings(&part), expected, "{id}");
    }
    // As others define it: by a name, or by the extension of TLP 2.0.
    for definition in [
        json!({"name": "TLP:RED"}),
        json!({"definition_type": "tlp", "definition": {"tlp": "red"}}),
        json!({"extensions": {"extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d": {"extension_type": "property-extension", "tlp_2_0": "red"}}}),
    ] {
        let mut definition = definition;
        definition["type"] = json!("marking-definition");
        definition["id"] = json!("marking-definition--1");
        let marked = with(
            "object_marking_refs",
            json!(["marking-definition--1"]),
            std::slice::from_ref(&definition),
        );
        assert!(
            markings(&marked)[0].contains("TLP:RED (1 identity)"),
            "{definition}"
        );
        // One that marks nothing.
        assert_eq!(markings(&with("labels", json!([]), &[definition])), [""; 0]);
    }
    let unknown = with("object_marking_refs", json!(["marking-definition--1"]), &[]);
    assert!(
        markings(&unknown)[0]
            .contains("marks objects with marking-definition--1, which is not in it")
    );
    let advice = import(&unknown)
        .warnings
        .iter()
        .map(ToString::to_string)
        .collect::<String>();
    assert!(
        advice.contains("whether the objects may be published"),
        "{advice}"
    );
    // Many are one warning.
    let ids: Vec<String> = (1..=500)
        .map(|number| format!("marking-definition--{number:03}"))
        .collect();
    let [told] = &markings(&with("object_marking_refs", json!(ids), &[]))[..] else {
        panic!("one warning");
    };
    assert!(
        told.contains("marking-definition--003 and 497 more, which are not in it"),
        "{told}"
    );
}

#[test]
fn bundles_in_lists_and_in_bundles_are_opened() {
    let identity = |number: u8| json!({"type": "identity", "id": format!("identity--{number}"), "name": format!("Ministry {number}")});
    let bundle = |objects: Value| json!({"type": "bundle", "id": "bundle--1", "objects": objects});
    for nested in [
        json!([bundle(json!([identity(1)])), bundle(json!([identity(2)]))]),
        json!([bundle(json!([identity(1)])), identity(2)]),
        bundle(json!([bundle(json!([identity(1), identity(2)]))])),
        json!([[identity(1)], {"more": false, "objects": [identity(2)]}]),
    ] {
        let imported = import(&nested);
        let names: Vec<&str> = imported
            .incident
            .actors
            .iter()
            .map(|actor| actor.name.as_str())
            .collect();
        assert_eq!(names, ["Ministry 1", "Ministry 2"], "{nested}");
        assert!(imported.warnings.is_empty(), "{nested}");
    }
    for empty in [
        json!([bundle(json!([]))]),
        bundle(json!([])),
        json!({"type": "bundle", "id": "bundle--1"}),
    ] {
        let refused = stix::read(&empty.to_string(), &wanted()).unwrap_err();
        assert_eq!(refused[0].code, "no-stix", "{empty}");
    }
}

#[test]
fn our_own_bundles_keep_actors_and_relations() {
    for sound in incidents() {
        let bundle = tree::pretty(&stix::write(&sound.incident, Some("Example Daily")));
        let imported = stix::read(&bundle, &wanted()).unwrap();
        let kinds = |incident: &Incident| {
            incident
                .actors
                .iter()
                .map(|actor| (actor.name.clone(), actor.kind, actor.roles.clone()))
                .collect::<Vec<_>>()
        };
        let back = kinds(&imported.incident);
        assert!(
            kinds(&sound.incident)
                .iter()
                .all(|actor| back.contains(actor)),
            "{back:?}"
        );
        assert_eq!(
            imported.incident.relations.len(),
            sound.incident.relations.len()
        );
        assert!(imported.incident.statements.len() >= sound.incident.statements.len());
    }
}

/// Real bundles have objects many times over, and one id for several objects.
#[test]
fn repeated_objects_count_once_and_shared_ids_lose_nothing() {
    let identity = json!({"type": "identity", "id": "identity--1", "name": "Ministry A", "identity_class": "individual"});
    let group = json!({"type": "intrusion-set", "id": "intrusion-set--2", "name": "Group B"});
    let relationship = |kind: &str| json!({"type": "relationship", "id": "relationship--3", "relationship_type": kind, "source_ref": "intrusion-set--2", "target_ref": "identity--1"});
    let bundle = json!([
        identity,
        group,
        identity,
        identity,
        relationship("targets"),
        relationship("impersonates")
    ]);
    let imported = import(&bundle);
    assert_eq!(imported.incident.actors.len(), 2);
    assert_eq!(imported.incident.relations.len(), 1);
    let notes = imported.notes.join("\n");
    assert!(
        notes.contains("read once: 2.") && notes.contains("1 relationship \"impersonates\""),
        "{notes}"
    );
    assert_eq!(imported.warnings[0].code, "duplicate-id");
    let aside = value(imported.aside.as_ref().unwrap());
    assert_eq!(aside["objects"], json!([relationship("impersonates")]));
}
