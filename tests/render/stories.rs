//! The stories the editions are tried on.

use std::sync::Arc;

use actor_map::incident::{Reading, parse_json, read};
use actor_map::view::Story;
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme};
use actor_map::view::edition::for_edition;

use crate::corpus;

/// The incident of the preview.
pub const REAL: &str = include_str!("../../incidents/czech-mfa-apt31.json");

pub fn reading(json: &str) -> Reading {
    read(&parse_json(json).unwrap()).unwrap()
}

pub fn story(json: &str) -> Arc<Story> {
    for_edition(reading(json))
}

/// A small made-up story.
pub fn small() -> Arc<Story> {
    story(&corpus::incident(8, 12, 1).to_string())
}

/// A story whose every text is an attack on whoever prints it.
pub fn hostile() -> (Arc<Story>, String) {
    let attack = r#"</script></template><img src=x onerror=alert(1)>"'&amp;<!--*_`"#;
    let text = serde_json::to_string(attack).unwrap();
    let json = format!(
        r#"{{"version":1,"incident":{{"id":"attack","title":{text},"summary":{text},"language":"en"}},
        "camps":[{{"id":"c","title":{text}}}],
        "sources":[{{"id":"daily","publisher":{text},"headline":{text},"url":"https://example.org/?a=1&b=\"><b"}}],
        "actors":[{{"id":"a","name":{text},"kind":"state","about":{text},"camp":"c"}},{{"id":"b","name":"B","kind":"person"}}],
        "statements":[{{"id":"s","speaker":"a","stance":["inform"],"to":["b"],"venue":{text},
          "reports":[{{"source":"daily","directness":"direct","quote":{text}}}]}}],
        "events":[{{"id":"e","date":"2031-01-01","title":{text}}}],
        "conflicts":[{{"id":"q","question":{text},"about":["s"],
          "answers":[{{"source":"daily","says":{text}}},{{"source":"daily","says":"no"}}]}}]}}"#
    );
    (story(&json), attack.to_owned())
}

/// Every quotation of a story.
pub fn quotes(story: &Story) -> Vec<String> {
    let reports = story
        .incident
        .statements
        .iter()
        .flat_map(|statement| &statement.reports);
    reports.filter_map(|report| report.quote.clone()).collect()
}

/// An element edition as it stands by default, with fewer maps, for the tests' sake.
pub fn element(story: &Arc<Story>) -> String {
    let maps = bands(&story.graph, Effort { maps: 2, seeds: 1 });
    let element = Element {
        style: "actor-map/widget.css".into(),
        script: Some("actor-map/actor-map.js".into()),
        data: Data::Source("incident.json".into()),
        heading_level: 0,
        theme: Theme::Auto,
        structured_data: None,
    };
    element.render(story, &maps)
}
