//! The published JSON Schema: current, judged by an independent validator, and of the same mind as the reader.

use std::fs;
use std::sync::LazyLock;

use actor_map::exchange::schema::{schema, schema_text};
use actor_map::exchange::sheets;
use actor_map::exchange::starter::{Start, starter};
use actor_map::exchange::tree;
use actor_map::incident::{parse_json, read};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{arbitrary, incidents, of_project, value, whole_text};

const FILE: &str = "schema/incident.schema.json";

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&schema()).unwrap());

#[test]
fn the_published_schema_is_current() {
    let current = schema_text().unwrap();
    if std::env::var_os("ACTOR_MAP_BLESS").is_some() {
        fs::write(of_project(FILE), &current).unwrap();
    }
    let published = fs::read_to_string(of_project(FILE)).unwrap();
    assert!(
        published == current,
        "{FILE} is not what `actor-map schema` prints; \
         `ACTOR_MAP_BLESS=1 cargo test --features cli --test exchange` writes it anew"
    );
    jsonschema::draft202012::meta::validate(&schema()).unwrap();
}

#[test]
fn sound_incidents_are_valid() {
    let validator = &*VALIDATOR;
    let starter = starter(&Start::new("A story"));
    for tree in incidents()
        .iter()
        .map(|sound| &sound.tree)
        .chain([&starter])
    {
        let errors: Vec<String> = validator
            .iter_errors(&value(tree))
            .map(|error| format!("{} {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn every_field_and_term_is_explained() {
    let schema = schema();
    let mut explained = 0;
    let types = schema["$defs"].as_object().unwrap();
    for (name, of_type) in types
        .iter()
        .map(|(name, of_type)| (name.as_str(), of_type))
        .chain([("Incident", &schema)])
    {
        for (field, of_field) in of_type["properties"].as_object().into_iter().flatten() {
            assert!(
                of_field["description"]
                    .as_str()
                    .is_some_and(|text| text.len() > 4),
                "{name}.{field}"
            );
            explained += 1;
        }
        for term in of_type["oneOf"].as_array().into_iter().flatten() {
            assert!(
                term["description"].is_string() && term["const"].is_string(),
                "{name} {term}"
            );
            explained += 1;
        }
    }
    println!("{explained} fields and terms with a description");
    let examples = schema.to_string().matches("\"examples\"").count();
    assert!(examples > 40, "{examples}");
}

/// Examples are of their field's own form.
#[test]
fn examples_are_valid() {
    let schema = schema();
    for (name, of_type) in schema["$defs"].as_object().unwrap() {
        for (field, of_field) in of_type["properties"].as_object().into_iter().flatten() {
            let mut alone = of_field.as_object().unwrap().clone();
            alone.insert("$defs".to_owned(), schema["$defs"].clone());
            let validator = jsonschema::draft202012::new(&Value::Object(alone)).unwrap();
            for example in of_field["examples"].as_array().into_iter().flatten() {
                assert!(validator.is_valid(example), "{name}.{field}: {example}");
            }
        }
    }
}

/// A sheet has a column for every field, so that nothing is lost on the way through a spreadsheet.
#[test]
fn every_field_has_a_column() {
    let schema = schema();
    let lists = [
        ("incident", "Story", "", ""),
        ("camps", "Camp", "", ""),
        ("sources", "Source", "", ""),
        ("actors", "Actor", "", ""),
        ("relations", "Relation", "", ""),
        ("statements", "Statement", "reports", "Report"),
        ("events", "Event", "", ""),
        ("conflicts", "Conflict", "answers", "Answer"),
        ("corrections", "Correction", "", ""),
        ("waivers", "Waiver", "", ""),
        ("sign_offs", "SignOff", "", ""),
    ];
    assert!(sheets::names().eq(lists.iter().map(|(sheet, ..)| *sheet)));
    for (sheet, record, parts, part) in lists {
        for (of_type, of_part) in [(record, false), (part, true)] {
            let fields = schema["$defs"][of_type]["properties"].as_object();
            let columns = sheets::fields_of(sheet, of_part);
            for field in fields
                .into_iter()
                .flatten()
                .map(|(field, _)| field)
                .filter(|field| *field != parts)
            {
                assert!(
                    columns.contains(&field.as_str()),
                    "{sheet}: no column for {of_type}.{field}"
                );
            }
        }
    }
}

/// Each breaks one thing; the validator finds it, and so does the reader.
#[test]
fn broken_files_are_invalid() {
    let validator = &*VALIDATOR;
    let whole: Value = serde_json::from_str(&whole_text()).unwrap();
    assert!(validator.is_valid(&whole));
    let breaks: [(&str, Value); 22] = [
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/actors", json!([])),
        ("/actors/0/kind", json!("ministry")),
        ("/actors/0/id", json!("Ministry A")),
        ("/actors/0/name", json!(" ")),
        ("/actors/0/roles", json!("victim")),
        ("/actors/0/rolls", json!(["victim"])),
        ("/sources/0/url", json!("javascript:alert(1)")),
        ("/sources/0/published", json!("3 May 2030")),
        ("/sources/0/published", json!("2030-13")),
        ("/sources/0/language", json!("english language")),
        ("/sources/1/headline", Value::Null),
        ("/relations/0/status", json!("proven")),
        ("/relations/2/status", json!("alleged")),
        ("/relations/2/sources", json!([])),
        ("/statements/0/stance", json!([])),
        ("/statements/0/reports", json!([])),
        ("/statements/0/reports/0/directness", json!("indirect")),
        ("/statements/0/reports/0/part", json!(0)),
        (
            "/conflicts/0/answers",
            json!([{"source": "daily", "says": "D"}]),
        ),
        ("/corrections/0/date", json!(2030)),
    ];
    for (pointer, value) in breaks {
        let mut broken = whole.clone();
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        broken.pointer_mut(parent).unwrap()[field] = value.clone();
        assert!(!validator.is_valid(&broken), "{pointer} {value}");
        let reading = read(&parse_json(&broken.to_string()).unwrap());
        assert!(
            reading.is_err() || reading.is_ok_and(|reading| reading.errors + reading.warnings > 0),
            "{pointer} {value}"
        );
    }
    for pointer in [
        "/version",
        "/incident",
        "/incident/title",
        "/actors/0/kind",
        "/relations/0/status",
        "/relations/2/sources",
        "/statements/0/speaker",
        "/statements/0/reports/2/paraphrase",
        "/events/0/date",
    ] {
        let mut broken = whole.clone();
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        broken
            .pointer_mut(parent)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(field)
            .unwrap();
        assert!(!validator.is_valid(&broken), "{pointer}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_sound_incidents_are_valid((_, file) in arbitrary::file()) {
        let errors: Vec<String> = VALIDATOR.iter_errors(&value(&file)).map(|error| format!("{} {error}", error.instance_path())).collect();
        prop_assert!(errors.is_empty(), "{:#?} {}", errors, tree::inline(&file));
    }
}
