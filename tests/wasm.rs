//! What only a browser can show of the Rust code: its own JSON parser in front of ours, and the layout's bits in
//! WebAssembly. Run by wasm-bindgen's test runner in a headless browser.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "digests/mod.rs"]
mod digests;

use actor_map::embed::tree::tree;
use actor_map::incident::{self, Node, Rule, Stance};
use js_sys::JSON;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The way of a file in the browser: `JSON.parse`, then our value tree.
fn parse(text: &str) -> Node {
    tree(&JSON::parse(text).expect("JSON"))
}

#[wasm_bindgen_test]
fn an_incident_is_read_through_the_browsers_own_parser() {
    let (_, text) = digests::INCIDENTS[1];
    let reading = incident::read(&parse(text)).expect("usable");
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let incident = reading.incident;
    assert_eq!(incident.incident.title, "The harbour affair: who says what");
    assert_eq!(incident.actors.len(), 7);
    assert_eq!(incident.statements.len(), 4);
    let denial = incident.statement("embassy-denies").expect("the denial");
    assert_eq!(denial.stance, [Stance::Deny, Stance::Condemn]);
    assert_eq!(
        denial.reports[0].quote.as_deref(),
        Some("This ‘affair’ is an invention — nothing more.")
    );
    assert_eq!(
        denial.reports[1].paraphrase.as_deref(),
        Some("The embassy asked for evidence and saw none.")
    );
    let parts: Vec<_> = incident.statements[1]
        .reports
        .iter()
        .map(|report| report.part)
        .collect();
    assert_eq!(parts, [Some(1), Some(2), None]);
}

#[wasm_bindgen_test]
fn problems_are_the_same_as_natively() {
    let text = include_str!("browser/broken-data/partial.json");
    let reading = incident::read(&parse(text)).expect("usable in part");
    let rules: Vec<Rule> = reading
        .problems
        .iter()
        .map(|problem| problem.rule)
        .collect();
    assert!(
        rules.contains(&Rule::DanglingId) && rules.contains(&Rule::UnknownTerm),
        "{rules:?}"
    );
    assert_eq!(reading.incident.actors.len(), 2);
    assert_eq!(reading.incident.statements.len(), 1);
}

#[wasm_bindgen_test]
fn the_fields_that_only_editors_read_are_passed_over() {
    let text = r#"{"version": 1, "incident": {"id": "i", "title": "I", "language": "en"},
        "sources": [{"id": "daily", "publisher": "Example Daily"}],
        "actors": [{"id": "a", "name": "A", "kind": "person"}],
        "statements": [{"id": "s", "speaker": "a", "stance": ["inform"], "reports": [{"source": "daily",
            "directness": "direct", "quote": "Yes.", "translated_from": "cs", "original": "Ano."}]}],
        "waivers": [{"rule": "one-text", "record": "s", "reason": "So it is."}],
        "sign_offs": [{"record": "a", "by": "duty editor"}]}"#;
    let reading = incident::read(&parse(text)).expect("usable");
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    assert_eq!(reading.incident.statements.len(), 1);
}

#[wasm_bindgen_test]
fn hostile_nesting_does_not_overflow_the_stack() {
    let deep = format!(
        "{{\"version\":1,\"actors\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    // An engine may refuse such a text itself; one that does not must not bring the program down.
    let node = JSON::parse(&deep).map_or(Node::Null, |value| tree(&value));
    assert!(incident::read(&node).is_err());
}

#[wasm_bindgen_test]
fn the_layout_has_the_same_bits_as_natively() {
    assert_eq!(digests::computed(parse), digests::ON_RECORD);
    assert_eq!(digests::large_computed(), digests::LARGE_ON_RECORD);
}

#[wasm_bindgen_test]
fn every_way_to_a_scene_leads_to_the_same_bits_as_natively() {
    assert_eq!(digests::ways_computed(), digests::WAYS_ON_RECORD);
}
