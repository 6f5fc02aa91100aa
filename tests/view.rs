//! The static edition, as a reader without scripts gets it: the markup is parsed and compared with the file.
#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::{BTreeMap, BTreeSet};

use actor_map::incident::{Incident, Reading, parse_json, read};
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::shadow_markup;
use actor_map::view::edition::for_edition;
use scraper::{ElementRef, Html, Selector};

fn reading(json: &str) -> Reading {
    read(&parse_json(json).unwrap()).unwrap()
}

fn the_incident() -> Reading {
    reading(include_str!("../incidents/czech-mfa-apt31.json"))
}

fn markup(reading: Reading) -> Html {
    let story = for_edition(reading);
    let maps = bands(&story.graph, Effort { maps: 2, seeds: 1 });
    Html::parse_fragment(&shadow_markup(&story, &maps, 0))
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

/// Per statement and source the texts of its reports, without the marks round a quotation.
type Reports = BTreeMap<(String, String), BTreeSet<String>>;

fn reports_in_file(incident: &Incident) -> Reports {
    let mut reports = Reports::new();
    for statement in &incident.statements {
        for report in &statement.reports {
            let text = report
                .quote
                .as_ref()
                .or(report.paraphrase.as_ref())
                .unwrap();
            reports
                .entry((statement.id.clone(), report.source.clone()))
                .or_default()
                .insert(text.clone());
        }
    }
    reports
}

fn reports_in_markup(html: &Html) -> Reports {
    let report = Selector::parse("[data-report]").unwrap();
    let mut reports = Reports::new();
    for statement in all(html, "[data-statement]") {
        for report in statement.select(&report) {
            let printed = text(report);
            let printed = match report.value().name() {
                "blockquote" => printed
                    .strip_prefix('“')
                    .and_then(|rest| rest.strip_suffix('”'))
                    .expect("marks round a quotation"),
                "p" => &*printed,
                other => panic!("a report in a <{other}>"),
            };
            let key = (
                statement.attr("data-statement").unwrap().to_owned(),
                report.attr("data-report").unwrap().to_owned(),
            );
            reports.entry(key).or_default().insert(printed.to_owned());
        }
    }
    reports
}

#[test]
fn every_report_stands_in_the_markup_word_for_word_and_no_other() {
    let expected = reports_in_file(&the_incident().incident);
    assert_eq!(reports_in_markup(&markup(the_incident())), expected);
}

#[test]
fn every_actor_has_one_control_that_opens_without_a_script() {
    let reading = the_incident();
    let ids: Vec<String> = reading
        .incident
        .actors
        .iter()
        .map(|actor| actor.id.clone())
        .collect();
    let html = markup(reading);
    let controls = all(&html, "[data-actor]");
    assert!(
        controls
            .iter()
            .all(|control| control.value().name() == "summary")
    );
    let controls: Vec<String> = controls
        .iter()
        .map(|control| control.attr("data-actor").unwrap().to_owned())
        .collect();
    assert_eq!(controls, ids);
    assert!(
        all(&html, "button, [role=button], [tabindex]").is_empty(),
        "a control that does nothing"
    );
}

#[test]
fn nothing_in_the_markup_needs_a_looser_policy() {
    let html = markup(the_incident());
    assert!(all(&html, "script, style, link, iframe, img, [style]").is_empty());
    for element in html
        .root_element()
        .descendants()
        .filter_map(ElementRef::wrap)
    {
        for (name, _) in element.value().attrs() {
            assert!(
                !name.starts_with("on"),
                "{} has {name}",
                element.value().name()
            );
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let attack = r#"<img src=x onerror=alert(1)>\"'</p><script>alert(2)</script>&amp;"#;
    let json = format!(
        r#"{{"version":1,"incident":{{"id":"i","title":"{attack}","language":"en"}},
        "sources":[{{"id":"daily","publisher":"{attack}"}}],
        "actors":[{{"id":"a","name":"{attack}","kind":"state","about":"{attack}"}}],
        "statements":[{{"id":"s","speaker":"a","stance":["inform"],"venue":"{attack}",
          "reports":[{{"source":"daily","directness":"direct","quote":"{attack}"}}]}}]}}"#
    );
    let html = markup(reading(&json));
    assert!(all(&html, "img, script").is_empty());
    let quotes = all(&html, "blockquote");
    assert_eq!(quotes.len(), 1);
    assert_eq!(
        text(quotes[0]),
        format!("“{}”", attack.replace("\\\"", "\""))
    );
}

#[test]
fn copies_of_a_text_are_named_as_such() {
    let html = markup(the_incident());
    let footer = text(all(&html, ".footer")[0]);
    assert!(
        footer.contains("an excerpt of the same article as BLMS Media"),
        "{footer}"
    );
}
