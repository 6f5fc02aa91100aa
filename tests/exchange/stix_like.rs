//! Imports of values that are like STIX, and not quite.

use actor_map::exchange::stix;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::arbitrary;
use crate::stix_in::wanted;

/// Bundles of objects of STIX's types, with its fields, and in them whatever comes.
fn like_stix() -> impl Strategy<Value = Value> {
    let types = [
        "identity",
        "threat-actor",
        "intrusion-set",
        "campaign",
        "relationship",
        "note",
        "opinion",
        "report",
        "indicator",
        "bundle",
        "marking-definition",
    ];
    let ids = [
        "identity--1",
        "intrusion-set--2",
        "relationship--3",
        "report--4",
        "campaign--5",
    ];
    let texts = [
        "targets",
        "attributed-to",
        "agree",
        "strongly-disagree",
        "2030-05-02T00:00:00Z",
        "individual",
        "organization",
        "",
        " ",
        "“”",
        "kind:state",
        "https://daily.example",
        "http://-",
        "en",
        "e n",
    ];
    let leaf = prop_oneof![
        4 => proptest::sample::select([&types[..], &ids, &texts].concat()).prop_map(|text| json!(text)),
        1 => arbitrary::text().prop_map(|text| json!(text)),
        1 => any::<bool>().prop_map(|value| json!(value)),
        1 => Just(Value::Null),
        1 => any::<i32>().prop_map(|number| json!(number)),
    ];
    let fields = [
        "type",
        "id",
        "name",
        "description",
        "aliases",
        "relationship_type",
        "source_ref",
        "target_ref",
        "object_refs",
        "authors",
        "content",
        "explanation",
        "opinion",
        "identity_class",
        "sectors",
        "roles",
        "labels",
        "first_seen",
        "start_time",
        "external_references",
        "source_name",
        "url",
        "created_by_ref",
        "published",
        "lang",
        "definition",
        "tlp",
        "revoked",
        "modified",
    ];
    let value = leaf.clone().prop_recursive(2, 8, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::Array),
            proptest::collection::vec(("[a-z_]{1,9}", inner), 0..3)
                .prop_map(|entries| Value::Object(entries.into_iter().collect()))
        ]
    });
    let refs = proptest::collection::vec(proptest::sample::select(ids.to_vec()), 0..3)
        .prop_map(|ids| json!(ids));
    let object = proptest::collection::vec(
        (
            proptest::sample::select(fields.to_vec()),
            prop_oneof![2 => value, 1 => refs],
        ),
        0..14,
    );
    let object = (
        proptest::sample::select(types.to_vec()),
        proptest::sample::select(ids.to_vec()),
        object,
    )
        .prop_map(|(kind, id, entries)| {
            let mut object: serde_json::Map<String, Value> = entries
                .into_iter()
                .map(|(field, value)| (field.to_owned(), value))
                .collect();
            object.insert("type".to_owned(), json!(kind));
            object.insert("id".to_owned(), json!(id));
            Value::Object(object)
        });
    proptest::collection::vec(object, 0..9)
        .prop_map(|objects| json!({"type": "bundle", "objects": objects}))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_like_stix_is_a_sound_incident_or_refused(bundle in like_stix()) {
        if let Err(findings) = stix::read(&bundle.to_string(), &wanted()) {
            let codes: Vec<&str> = findings.iter().filter(|finding| finding.is_error()).map(|finding| finding.code.as_str()).collect();
            prop_assert_eq!(codes, ["no-stix"], "{}", bundle);
        }
    }
}
