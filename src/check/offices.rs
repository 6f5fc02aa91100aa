//! Whether speakers are linked to the bodies they are said to speak for.

use std::collections::HashMap;

use crate::incident::place::List;
use crate::incident::{Kind, PartialDate, Statement};

use super::cards::editorial::UNLINKED_SPEAKER;
use super::case::{Case, at, at_report, links};
use super::notes::{Notes, shown};

/// The most words of a name that are looked for in a capacity.
const MAX_NAME_WORDS: usize = 6;

/// Checks every speaker, as the statement and as each report names one.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let bodies = bodies(case);
    let offices = offices(case);
    for (position, statement) in case.incident.statements.iter().enumerate() {
        check_capacity(case, position, statement, &bodies, &offices, notes);
        for (part, report) in statement.reports.iter().enumerate() {
            let Some(speaker) = report.speaker.as_deref() else {
                continue;
            };
            if !case.linked(speaker, &statement.speaker) {
                let place = at_report(position, part);
                notes.note(&UNLINKED_SPEAKER, place, &statement.id, "speaker", || {
                    format!(
                        "the report names {} as the speaker, the statement {}; no tie of office leads from one to the other.",
                        shown(case.name(speaker)),
                        shown(case.name(&statement.speaker))
                    )
                });
            }
        }
    }
}

/// Checks in what capacity a person speaks against the offices the file gives that person.
fn check_capacity<'i>(
    case: &Case<'i>,
    position: usize,
    statement: &'i Statement,
    bodies: &HashMap<&'i str, &'i str>,
    offices: &HashMap<&'i str, Vec<(&'i str, Option<PartialDate>)>>,
    notes: &mut Notes,
) {
    let speaker = case.actor(&statement.speaker);
    let Some(person) = speaker.filter(|actor| actor.kind == Kind::Person) else {
        return;
    };
    let held = offices
        .get(person.id.as_str())
        .map_or(&[][..], Vec::as_slice);
    let named = statement
        .capacity
        .as_deref()
        .and_then(|capacity| named_in(capacity, bodies));
    let message = if let Some(body) = named.filter(|body| !case.linked(body, &person.id)) {
        let listed = held.iter().map(|(body, _)| shown(case.name(body)));
        let listed = match listed.collect::<Vec<_>>() {
            none if none.is_empty() => "no body".to_owned(),
            bodies => bodies.join(" and "),
        };
        let name = shown(case.name(body));
        format!("{} is listed for {listed}, not {name}.", person.name)
    } else if held.is_empty() && statement.capacity.is_some() {
        let capacity = shown(statement.capacity.as_deref().unwrap_or_default());
        format!(
            "{} speaks as {capacity}, but no tie of office says for whom.",
            person.name
        )
    } else if let Some(said) = statement.date
        && let Some((body, Some(since))) = held.first()
        && held
            .iter()
            .all(|(_, since)| since.is_some_and(|since| since.is_after(said)))
    {
        format!(
            "{} is listed for {} from {since}, after the statement's date {said}.",
            person.name,
            shown(case.name(body))
        )
    } else {
        return;
    };
    let field = if statement.capacity.is_some() {
        "capacity"
    } else {
        "speaker"
    };
    let place = at(List::Statements, position);
    notes.note(&UNLINKED_SPEAKER, place, &statement.id, field, || message);
}

/// The bodies that each actor speaks for directly, with the date since when.
fn offices<'i>(case: &Case<'i>) -> HashMap<&'i str, Vec<(&'i str, Option<PartialDate>)>> {
    let mut offices: HashMap<&str, Vec<_>> = HashMap::new();
    for relation in case
        .incident
        .relations
        .iter()
        .filter(|relation| links(relation))
    {
        let body = (relation.to.as_str(), relation.date);
        offices.entry(&relation.from).or_default().push(body);
    }
    offices
}

/// The ids of all actors that are no persons, by name and alias.
fn bodies<'i>(case: &Case<'i>) -> HashMap<&'i str, &'i str> {
    let mut bodies = HashMap::new();
    for actor in &case.incident.actors {
        if !matches!(actor.kind, Kind::Person | Kind::Group) {
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                bodies.entry(name.as_str()).or_insert(actor.id.as_str());
            }
        }
    }
    bodies
}

/// The body whose name stands in a capacity, as whole words; the longest name counts.
fn named_in<'i>(capacity: &str, bodies: &HashMap<&'i str, &'i str>) -> Option<&'i str> {
    let words: Vec<&str> = capacity.split_whitespace().collect();
    (1..=MAX_NAME_WORDS.min(words.len()))
        .rev()
        .find_map(|count| {
            let mut runs = words.windows(count);
            runs.find_map(|run| {
                let name = run.join(" ");
                let name = name.trim_matches(|char: char| matches!(char, ',' | ';' | '(' | ')'));
                let name = name.trim_end_matches("’s").trim_end_matches("'s");
                bodies.get(name).copied()
            })
        })
}
