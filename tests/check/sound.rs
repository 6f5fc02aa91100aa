//! What "sound" means, written down a second time and apart from the reader.

use std::collections::{HashMap, HashSet};

use actor_map::incident::{Directness, Incident, PartialDate, Report, limits};

/// Panics unless every id is unique, every reference resolves and every record has what it needs.
pub fn assert_sound(incident: &Incident) {
    assert!(!incident.actors.is_empty());
    let camps = ids(incident.camps.iter().map(|camp| &camp.id));
    let sources = ids(incident.sources.iter().map(|source| &source.id));
    let actors = ids(incident.actors.iter().map(|actor| &actor.id));
    let relations = ids(incident.relations.iter().map(|relation| &relation.id));
    let statements = ids(incident.statements.iter().map(|statement| &statement.id));
    let events = ids(incident.events.iter().map(|event| &event.id));
    let conflicts = ids(incident.conflicts.iter().map(|conflict| &conflict.id));

    let head = &incident.incident;
    assert!(head.id.is_empty() || is_id(&head.id));
    assert_within(&head.title, limits::MAX_TITLE_CHARS);
    refer(&head.lead, &statements);
    dates([head.began, head.disclosed]);

    for camp in &incident.camps {
        assert_written(&camp.title);
    }
    let mut original = HashMap::new();
    for source in &incident.sources {
        assert!(source.publisher.is_some() || source.headline.is_some());
        let texts = [
            &source.publisher,
            &source.agency,
            &source.author,
            &source.headline,
            &source.text,
        ];
        texts
            .into_iter()
            .flatten()
            .for_each(|text| assert_written(text));
        if let Some(url) = &source.url {
            let url = url.to_ascii_lowercase();
            assert!(
                url.starts_with("https://") || url.starts_with("http://"),
                "{url}"
            );
        }
        dates([source.published]);
        if let Some(of) = &source.excerpt_of {
            assert!(sources.contains(of.as_str()));
            original.insert(source.id.as_str(), of.as_str());
        }
    }
    let mut acyclic = HashSet::new();
    for source in &incident.sources {
        let mut at = source.id.as_str();
        let mut path = HashSet::from([at]);
        while let Some(next) = original.get(at).filter(|next| !acyclic.contains(*next)) {
            at = next;
            assert!(path.insert(at), "{at} is an excerpt of itself");
        }
        acyclic.extend(path);
    }
    for actor in &incident.actors {
        assert_written(&actor.name);
        assert_within(&actor.name, limits::MAX_NAME_CHARS);
        refer(&actor.camp, &camps);
        once(&actor.roles);
    }
    for statement in &incident.statements {
        assert!(actors.contains(statement.speaker.as_str()));
        assert!(!statement.stance.is_empty() && !statement.reports.is_empty());
        once(&statement.stance);
        refer(&statement.to, &actors);
        once(&statement.to);
        assert!(!statement.to.contains(&statement.speaker));
        refer(&statement.about, &statements);
        assert!(!statement.about.contains(&statement.id));
        dates([statement.date]);
        for report in &statement.reports {
            assert!(sources.contains(report.source.as_str()));
            refer(&report.speaker, &actors);
            assert_report(report);
        }
    }
    for relation in &incident.relations {
        assert!(actors.contains(relation.from.as_str()) && actors.contains(relation.to.as_str()));
        assert_ne!(relation.from, relation.to);
        refer(&relation.asserted_by, &statements);
        refer(&relation.disputed_by, &statements);
        refer(&relation.sources, &sources);
        dates([relation.date]);
        if relation.relation.is_office() {
            assert!(relation.status.is_none() && !relation.sources.is_empty());
        } else {
            assert!(relation.status.is_some());
            assert!(!relation.asserted_by.is_empty() || !relation.sources.is_empty());
        }
    }
    for event in &incident.events {
        assert_written(&event.title);
        dates([Some(event.date)]);
        refer(&event.actors, &actors);
        refer(&event.sources, &sources);
    }
    let subjects = union(&[&statements, &relations, &events, &actors]);
    for conflict in &incident.conflicts {
        assert_written(&conflict.question);
        assert!(conflict.answers.len() >= 2);
        refer(&conflict.about, &subjects);
        for answer in &conflict.answers {
            assert_written(&answer.says);
            assert!(sources.contains(answer.source.as_str()));
            if let Some(id) = &answer.report {
                let statement = incident.statement(id).unwrap();
                assert!(
                    statement
                        .reports
                        .iter()
                        .any(|report| report.source == answer.source)
                );
            }
        }
    }
    let head = HashSet::from([head.id.as_str()]);
    let records = union(&[
        &camps,
        &sources,
        &actors,
        &relations,
        &statements,
        &events,
        &conflicts,
        &head,
    ]);
    for correction in &incident.corrections {
        assert_written(&correction.text);
        dates([Some(correction.date)]);
        refer(&correction.changed, &records);
    }
    for waiver in &incident.waivers {
        assert_written(&waiver.rule);
        assert_written(&waiver.reason);
        assert!(waiver.record == incident.incident.id || records.contains(waiver.record.as_str()));
    }
    for sign_off in &incident.sign_offs {
        assert_written(&sign_off.by);
        refer([&sign_off.record], &actors);
        dates([sign_off.date]);
    }
}

fn assert_report(report: &Report) {
    if report.directness == Directness::Indirect {
        assert_written(report.paraphrase.as_ref().unwrap());
        let quoted = (&report.quote, &report.prefix, &report.suffix, report.part);
        assert_eq!(quoted, (&None, &None, &None, None));
    } else {
        assert_written(report.quote.as_ref().unwrap());
        assert_eq!(report.paraphrase, None);
    }
    for context in [&report.prefix, &report.suffix].into_iter().flatten() {
        assert_within(context, limits::MAX_CONTEXT_CHARS);
    }
    assert_ne!(report.part, Some(0));
}

fn ids<'i>(all: impl Iterator<Item = &'i String>) -> HashSet<&'i str> {
    let mut seen = HashSet::new();
    for id in all {
        assert!(is_id(id), "{id:?}");
        assert!(seen.insert(id.as_str()), "{id} stands twice");
    }
    seen
}

fn is_id(id: &str) -> bool {
    let hyphens_inside = !id.starts_with('-') && !id.ends_with('-') && !id.contains("--");
    let letters = id
        .chars()
        .all(|char| matches!(char, 'a'..='z' | '0'..='9' | '-'));
    !id.is_empty() && hyphens_inside && letters
}

fn refer<'i>(references: impl IntoIterator<Item = &'i String>, known: &HashSet<&str>) {
    for reference in references {
        assert!(
            known.contains(reference.as_str()),
            "{reference} leads nowhere"
        );
    }
}

fn once<T: PartialEq>(entries: &[T]) {
    for (position, entry) in entries.iter().enumerate() {
        assert!(!entries[..position].contains(entry));
    }
}

fn dates<const N: usize>(dates: [Option<PartialDate>; N]) {
    for date in dates.into_iter().flatten() {
        assert_eq!(PartialDate::new(date.year, date.month, date.day), Ok(date));
    }
}

fn union<'i>(sets: &[&HashSet<&'i str>]) -> HashSet<&'i str> {
    sets.iter().flat_map(|set| set.iter().copied()).collect()
}

fn assert_written(text: &str) {
    assert!(!text.trim().is_empty());
    assert_within(text, limits::MAX_TEXT_CHARS);
}

fn assert_within(text: &str, most: usize) {
    assert!(text.chars().count() <= most);
}
