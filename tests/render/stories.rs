//! The stories the editions are tried on.

use std::sync::Arc;

use actor_map::incident::{Reading, parse_json, read};
use actor_map::view::Story;
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme};
use actor_map::view::edition::for_edition;
use serde_json::{Value, json};

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

/// A made-up incident with every part an actor can have, every kind of tie, and the denial of an accusation.
pub fn affair() -> Value {
    let source =
        |id: &str, publisher: &str| json!({"id": id, "publisher": publisher, "language": "en"});
    let actor = |id: &str, name: &str, kind: &str, roles: Value| json!({"id": id, "name": name, "kind": kind, "roles": roles});
    let said = |id: &str, speaker: &str, stance: &str, to: &str, quote: &str| {
        json!({"id": id, "speaker": speaker, "stance": [stance], "to": [to],
            "reports": [{"source": "daily", "directness": "direct", "quote": quote}]})
    };
    json!({
        "version": 1,
        "incident": {"id": "affair", "title": "The affair of State B", "language": "en", "summary": "A made-up summary.",
            "lead": ["blame", "thanks", "no"]},
        "sources": [source("daily", "Example Daily"), source("gazette", "Sample Gazette"), source("again", "Example Daily")],
        "actors": [
            actor("a", "Ministry A", "public-body", json!(["victim", "attributor"])),
            actor("b", "State B", "state", json!(["initiator"])),
            actor("c", "Minister C", "person", json!([])),
            actor("d", "Somebody D", "unknown", json!(["victim"])),
            actor("e", "Embassy E", "diplomatic-mission", json!(["alleged-sponsor", "victim"])),
        ],
        "statements": [
            said("blame", "a", "accuse", "b", "It was State B, and nobody else"),
            said("thanks", "c", "express-solidarity", "a", "We are with them"),
            said("no", "e", "deny", "a", "Not us"),
            said("call", "c", "call-upon", "b", "Stop it"),
            said("shame", "c", "condemn", "e", "A shame"),
            said("word", "b", "inform", "c", "We shall see"),
        ],
        "relations": [
            {"id": "hit", "type": "targets", "from": "b", "to": "d", "status": "alleged", "asserted_by": ["blame"]},
            {"id": "fined", "type": "sanctioned", "from": "a", "to": "e", "status": "settled", "asserted_by": ["blame"]},
            {"id": "post", "type": "mission-of", "from": "e", "to": "b", "sources": ["daily"]},
        ],
    })
}

/// Stories with text of every length and script that titles, names and quotations may have.
pub fn awkward() -> Vec<(&'static str, Arc<Story>)> {
    let with = |language: &str, title: &str, name: &str, quote: &str| {
        let mut file = affair();
        file["incident"]["language"] = language.into();
        file["incident"]["title"] = title.into();
        file["incident"]["summary"] = quote
            .repeat(3)
            .chars()
            .take(4_900)
            .collect::<String>()
            .into();
        for actor in [0, 1] {
            file["actors"][actor]["name"] = format!("{name} {actor}").into();
        }
        file["sources"][0]["publisher"] = name.into();
        for said in file["statements"].as_array_mut().unwrap() {
            let short = said["reports"][0]["quote"].as_str().unwrap().to_owned();
            said["reports"][0]["quote"] = format!("{quote} {short}").into();
        }
        story(&file.to_string())
    };
    let long = "Hafenverwaltungsgenossenschaftsvorsitzendenstellvertreter".repeat(3);
    vec![
        (
            "as it is",
            with("en", "The affair of State B", "Ministry", "Word for word"),
        ),
        (
            "long",
            with(
                "en",
                &"A title that goes on ".repeat(23),
                &"Office of Harbours ".repeat(9),
                &"and so on ".repeat(60),
            ),
        ),
        (
            "endless",
            with(
                "en",
                &"A title that goes on ".repeat(23),
                &long,
                &"and so on ".repeat(480),
            ),
        ),
        ("one word", with("en", &long, &long, &long)),
        (
            "wide",
            with("en", &"W".repeat(490), &"M".repeat(190), &"@".repeat(900)),
        ),
        (
            "Arabic",
            with(
                "ar",
                &"من قال ماذا في الميناء ".repeat(4),
                "وزارة الموانئ",
                &"لم نفعل شيئا من هذا ".repeat(5),
            ),
        ),
        (
            "Arabic names in an English story",
            with(
                "en",
                &"من قال ماذا في الميناء ".repeat(4),
                "وزارة الموانئ",
                &"لم نفعل شيئا من هذا ".repeat(5),
            ),
        ),
        (
            "English names in a Hebrew story",
            with("he", "The affair of State B", "Ministry", "Word for word"),
        ),
        (
            "Japanese",
            with(
                "ja",
                &"例の港での出来事についてだれが何を言ったか".repeat(5),
                "例示港湾省",
                &"わたしたちではありません。".repeat(9),
            ),
        ),
    ]
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
        theme: Theme::Auto,
        structured_data: None,
    };
    element.render(story, &maps)
}
