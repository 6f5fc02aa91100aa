//! JSON-LD: every statement in it word for word, every reference resolved, and no verdict.

use std::collections::BTreeSet;

use actor_map::exchange::json_ld;
use serde_json::Value;

use crate::incidents;

/// Every `@id` that is referred to.
fn references<'v>(value: &'v Value, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        Value::Object(entries) if entries.len() == 1 && entries.contains_key("@id") => {
            found.extend(entries["@id"].as_str());
        }
        Value::Object(entries) => entries.values().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[test]
fn quotations_claims_and_articles_are_there_word_for_word() {
    for sound in incidents() {
        let incident = &sound.incident;
        let text = json_ld::script_text(incident);
        assert!(!text.contains("ClaimReview") && !text.contains('<'));
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(document["@context"], "https://schema.org");
        let graph = document["@graph"].as_array().unwrap();
        let ids: BTreeSet<&str> = graph
            .iter()
            .map(|node| node["@id"].as_str().unwrap())
            .collect();
        assert_eq!(ids.len(), graph.len());
        let mut referred = BTreeSet::new();
        graph
            .iter()
            .for_each(|node| references(node, &mut referred));
        let dangling: Vec<_> = referred.difference(&ids).collect();
        assert!(dangling.is_empty(), "{dangling:?}");

        let of = |kind: &str| {
            graph
                .iter()
                .filter(|node| node["@type"] == kind)
                .collect::<Vec<_>>()
        };
        let quotes: Vec<&str> = incident
            .statements
            .iter()
            .flat_map(|statement| &statement.reports)
            .filter_map(|report| report.quote.as_deref())
            .collect();
        let quoted: Vec<&str> = of("Quotation")
            .iter()
            .map(|node| node["text"].as_str().unwrap())
            .collect();
        assert_eq!(quoted, quotes);
        assert_eq!(of("NewsArticle").len(), incident.sources.len());
        let claims = incident
            .relations
            .iter()
            .filter(|relation| relation.status.is_some());
        assert_eq!(of("Claim").len(), claims.count());
        assert!(
            of("Claim")
                .iter()
                .all(|claim| claim["appearance"].is_array()
                    && claim["creativeWorkStatus"].is_string())
        );
    }
}
