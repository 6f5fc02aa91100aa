//! The real incident: its file has no problem, its numbers are those the five articles ask for, and every
//! quotation stands in its source.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use actor_map::check::examine;
use actor_map::incident::quotes::{SourceTexts, verify};
use actor_map::incident::ties::{Outlets, reactions};
use actor_map::incident::{Incident, Term, parse_json, read};

/// How many quotations of the incident each article prints, by the saved text's name. A repeat on the same page
/// counts again only if it is attributed otherwise.
const QUOTATIONS: [(&str, usize); 5] = [
    ("000", 10),
    ("001", 7),
    ("002", 10),
    ("003", 6),
    ("004", 11),
];

fn incident() -> Incident {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("incidents/czech-mfa-apt31.json");
    let reading = read(&parse_json(&fs::read_to_string(file).unwrap()).unwrap()).unwrap();
    assert!(reading.problems.is_empty(), "{:#?}", reading.problems);
    reading.incident
}

#[test]
fn the_file_has_no_problem_and_every_quotation() {
    let incident = incident();
    let mut quotations: BTreeMap<&str, usize> = BTreeMap::new();
    for report in incident
        .statements
        .iter()
        .flat_map(|statement| &statement.reports)
    {
        let source = incident.source(&report.source).unwrap();
        *quotations
            .entry(source.text.as_deref().unwrap())
            .or_default() += usize::from(report.quote.is_some());
    }
    assert_eq!(quotations, BTreeMap::from(QUOTATIONS));
    let reports: usize = incident
        .statements
        .iter()
        .map(|statement| statement.reports.len())
        .sum();
    println!(
        "{} actors, {} statements, {reports} reports, {} quotations, {} relations, {} events, {} conflicts, {} ties of reaction",
        incident.actors.len(),
        incident.statements.len(),
        quotations.values().sum::<usize>(),
        incident.relations.len(),
        incident.events.len(),
        incident.conflicts.len(),
        reactions(&incident).len(),
    );
}

/// Nothing blocks it, and what the editorial rules find is waived, each with its reason.
#[test]
fn the_check_finds_nothing_that_is_not_waived() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("incidents/czech-mfa-apt31.json");
    let node = parse_json(&fs::read_to_string(file).unwrap()).unwrap();
    let examined = examine(&node, &read(&node).unwrap(), None);
    assert_eq!(examined.findings, []);
    for waived in &examined.waived {
        println!(
            "waived: {} at {}",
            waived.finding.rule, waived.finding.record
        );
    }
}

/// “United States sanctioned Sanctioned company”: a claim's line is read with the names at its ends.
#[test]
fn no_name_has_the_verb_of_its_claim_in_it() {
    let incident = incident();
    for relation in &incident.relations {
        let verb = relation.relation.label();
        for end in [&relation.from, &relation.to] {
            let name = &incident.actor(end).unwrap().name;
            let doubled = name.to_lowercase().split(' ').any(|word| word == verb);
            assert!(!doubled, "{name} {verb}");
        }
    }
}

#[test]
fn the_excerpt_is_no_second_confirmation() {
    let incident = incident();
    let named = |text: &str| {
        incident
            .sources
            .iter()
            .find(|source| source.text.as_deref() == Some(text))
            .unwrap()
    };
    let (whole, excerpt) = (named("000"), named("001"));
    assert_eq!(excerpt.excerpt_of.as_ref(), Some(&whole.id));
    let outlets = Outlets::of(&incident.sources);
    let of_both = incident.statements.iter().filter(|statement| {
        let sources: Vec<&String> = statement
            .reports
            .iter()
            .map(|report| &report.source)
            .collect();
        sources
            .iter()
            .all(|source| [&whole.id, &excerpt.id].contains(source))
            && sources.contains(&&excerpt.id)
    });
    let counts: Vec<usize> = of_both
        .map(|statement| outlets.confirmations(statement))
        .collect();
    assert!(!counts.is_empty());
    assert!(counts.iter().all(|count| *count == 1), "{counts:?}");
}

#[test]
fn every_quotation_stands_in_its_source() {
    let folder = env::var_os("ACTOR_MAP_SOURCES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/sources"),
        PathBuf::from,
    );
    if !folder.is_dir() {
        println!(
            "skipped: no {} (set ACTOR_MAP_SOURCES to the folder of the saved articles)",
            folder.display()
        );
        return;
    }
    let incident = incident();
    let mut texts = SourceTexts::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let source = incident.sources.iter().find(|source| {
            let text = source.text.as_deref().unwrap();
            name.strip_prefix(text)
                .is_some_and(|rest| rest.starts_with(['.', '_']))
        });
        if let Some(source) = source {
            texts.insert(source.id.clone(), fs::read_to_string(&path).unwrap());
        }
    }
    let check = verify(&incident, &texts);
    println!(
        "{} quotations checked in {} sources, {} without a text",
        check.checked,
        check.by_source.len(),
        check.unchecked
    );
    assert!(check.problems.is_empty(), "{:#?}", check.problems);
    assert_eq!(check.exact + check.normalised, 44);
    let found: Vec<(&str, usize)> = check
        .by_source
        .iter()
        .map(|(id, count)| {
            (
                incident.source(id).unwrap().text.as_deref().unwrap(),
                *count,
            )
        })
        .collect();
    assert_eq!(found, QUOTATIONS);
}
