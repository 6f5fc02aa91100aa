//! Plainly fictional statements for the tests beside it.

#![allow(clippy::unwrap_used)]

use crate::incident::{Directness, Incident, Report, Stance, Statement, parse_json, read};

pub(super) fn report(source: &str, quote: &str, part: Option<u32>) -> Report {
    Report {
        source: source.into(),
        directness: Directness::Direct,
        quote: Some(quote.into()),
        paraphrase: None,
        prefix: None,
        suffix: None,
        part,
        speaker: None,
        venue: None,
        translated_from: None,
        original: None,
    }
}

pub(super) fn statement(reports: Vec<Report>) -> Statement {
    Statement {
        id: "s".into(),
        speaker: "a".into(),
        capacity: None,
        stance: vec![Stance::Inform],
        to: vec![],
        about: vec![],
        date: None,
        venue: None,
        reports,
    }
}

/// One in English, with sources in it and one in French.
pub(super) fn incident() -> Incident {
    let file = r#"{"version": 1, "incident": {"id": "affair", "title": "The affair", "language": "en-GB"},
        "sources": [{"id": "daily", "publisher": "Example Daily"}, {"id": "abroad", "publisher": "Jour", "language": "fr"},
            {"id": "short", "publisher": "Example News", "language": "en"}], "actors": [{"id": "a", "name": "Ministry A", "kind": "public-body"}], "statements": []}"#;
    read(&parse_json(file).unwrap()).unwrap().incident
}
