//! Arbitrary sound incidents, with texts that are hard on every format.

use actor_map::exchange::tree;
use actor_map::incident::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// A text that is not blank: of any characters but those that no text may have, or of those that formats use themselves.
pub fn text() -> impl Strategy<Value = String> {
    let hard = "[=+@'|\\\\;,\t \"“”«»<>&:{}\n\r\u{a0}\u{feff}\u{1}a-]{1,8}";
    let text = prop_oneof![3 => "[a-z]{1,8}( [a-z]{1,6})?", 2 => hard, 1 => "\\PC{1,12}"];
    let turned = |text: &str| {
        text.contains([
            '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
        ])
    };
    text.prop_filter("blank, or turned round", move |text| {
        !is_blank(text) && !turned(text)
    })
}

/// What the reader or a JSON Schema takes for blank.
fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|char| char.is_whitespace() || char == '\u{feff}')
}

fn term<T: Term + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn terms<T: Term + std::fmt::Debug>() -> impl Strategy<Value = Vec<T>> {
    subsequence(T::ALL, 1..=2.min(T::ALL.len()))
}

fn date() -> impl Strategy<Value = PartialDate> {
    let parts = (0..=9999_i32, option::of((1..=12_u8, option::of(1..=28_u8))));
    parts.prop_map(|(year, rest)| {
        let (month, day) = rest.map_or((None, None), |(month, day)| (Some(month), day));
        PartialDate::new(year, month, day).unwrap()
    })
}

fn ids(list: &'static str, count: usize) -> Vec<String> {
    (0..count).map(|at| format!("{list}-{at}")).collect()
}

fn some_of(ids: &[String]) -> impl Strategy<Value = Vec<String>> + use<> {
    subsequence(ids.to_vec(), 0..=ids.len()).prop_shuffle()
}

fn one_of(ids: &[String]) -> impl Strategy<Value = String> + use<> {
    select(ids.to_vec())
}

fn report(sources: &[String], actors: &[String]) -> impl Strategy<Value = Report> + use<> {
    let fields = (
        one_of(sources),
        term::<Directness>(),
        text(),
        option::of("[^\u{0}\u{202d}\u{202e}\u{2066}-\u{2069}]{1,32}"),
        option::of(" {0,3}[a,“=']{1,4}"),
        option::of(1..4_u32),
        option::of(one_of(actors)),
        option::of(text()),
        option::of(text()),
    );
    fields.prop_map(
        |(source, directness, words, prefix, suffix, part, speaker, venue, original)| {
            let quoted = directness != Directness::Indirect;
            Report {
                source,
                directness,
                quote: quoted.then(|| words.clone()),
                paraphrase: (!quoted).then_some(words),
                prefix: prefix.filter(|_| quoted),
                suffix: suffix.filter(|_| quoted),
                part: part.filter(|_| quoted),
                speaker,
                venue,
                translated_from: original.as_ref().map(|_| "pt-BR".to_owned()),
                original,
            }
        },
    )
}

fn statement(
    at: usize,
    actors: Vec<String>,
    sources: Vec<String>,
    statements: Vec<String>,
) -> impl Strategy<Value = Statement> {
    let fields = (
        any::<Index>(),
        option::of(text()),
        terms::<Stance>(),
        some_of(&actors),
        some_of(&statements),
        option::of(date()),
        option::of(text()),
        vec(report(&sources, &actors), 1..4),
    );
    fields.prop_map(
        move |(speaker, capacity, stance, mut to, mut about, date, venue, reports)| {
            let speaker = actors[speaker.index(actors.len())].clone();
            to.retain(|id| *id != speaker);
            about.retain(|id| *id != statements[at]);
            Statement {
                id: statements[at].clone(),
                speaker,
                capacity,
                stance,
                to,
                about,
                date,
                venue,
                reports,
            }
        },
    )
}

fn relation(
    at: usize,
    actors: Vec<String>,
    sources: Vec<String>,
    statements: Vec<String>,
) -> impl Strategy<Value = Relation> {
    let fields = (
        term::<RelationType>(),
        (any::<Index>(), any::<Index>()),
        term::<Status>(),
        some_of(&statements),
        some_of(&statements),
        some_of(&sources),
        option::of(date()),
        option::of(text()),
    );
    fields.prop_map(
        move |(kind, (from, to), status, asserted_by, disputed_by, mut found, date, about)| {
            let from = from.index(actors.len());
            let to = (from + 1 + to.index(actors.len() - 1)) % actors.len();
            if found.is_empty() {
                found.push(sources[0].clone());
            }
            Relation {
                id: format!("relation-{at}"),
                relation: kind,
                from: actors[from].clone(),
                to: actors[to].clone(),
                status: (!kind.is_office()).then_some(status),
                asserted_by,
                disputed_by,
                sources: found,
                date,
                about,
            }
        },
    )
}

fn source(at: usize) -> impl Strategy<Value = Source> {
    let fields = (
        text(),
        option::of(text()),
        option::of(text()),
        option::of(text()),
        option::of(date()),
        any::<bool>(),
        option::of(text()),
    );
    fields.prop_map(
        move |(publisher, agency, author, headline, published, copies, file)| Source {
            id: format!("source-{at}"),
            publisher: Some(publisher),
            agency,
            author,
            headline,
            url: copies.then(|| format!("https://daily.example/{at}?a=1&b=2#c")),
            published,
            language: copies.then(|| "pt-BR".to_owned()),
            text: file,
            excerpt_of: (copies && at > 0).then(|| "source-0".to_owned()),
        },
    )
}

fn actor(at: usize, camps: usize) -> impl Strategy<Value = Actor> {
    let fields = (
        text(),
        vec(text(), 0..3),
        term::<Kind>(),
        terms::<Role>(),
        option::of(0..camps),
        option::of(text()),
    );
    fields.prop_map(move |(name, aliases, kind, roles, camp, about)| Actor {
        id: format!("actor-{at}"),
        name,
        aliases,
        kind,
        roles,
        camp: camp.map(|camp| format!("camp-{camp}")),
        about,
    })
}

/// A sound incident.
pub fn incident() -> impl Strategy<Value = Incident> {
    let sizes = (2..5_usize, 1..4_usize, 0..4_usize, 0..4_usize);
    sizes.prop_flat_map(|(actors, sources, statements, relations)| {
        let (actor_ids, source_ids, statement_ids) = (
            ids("actor", actors),
            ids("source", sources),
            ids("statement", statements),
        );
        let strategies = (
            (0..actors).map(|at| actor(at, 2)).collect::<Vec<_>>(),
            (0..sources).map(source).collect::<Vec<_>>(),
            (0..statements)
                .map(|at| {
                    statement(
                        at,
                        actor_ids.clone(),
                        source_ids.clone(),
                        statement_ids.clone(),
                    )
                })
                .collect::<Vec<_>>(),
            (0..relations)
                .map(|at| {
                    relation(
                        at,
                        actor_ids.clone(),
                        source_ids.clone(),
                        statement_ids.clone(),
                    )
                })
                .collect::<Vec<_>>(),
            vec(
                (date(), text(), some_of(&actor_ids), some_of(&source_ids)),
                0..3,
            ),
            vec(
                (
                    text(),
                    vec((one_of(&source_ids), text()), 2..4),
                    some_of(&actor_ids),
                ),
                0..2,
            ),
            vec((date(), text(), some_of(&actor_ids)), 0..2),
            (
                text(),
                option::of(text()),
                option::of(date()),
                some_of(&statement_ids),
                [text(), text()],
            ),
        );
        strategies.prop_map(
            |(actors, sources, statements, relations, events, conflicts, corrections, head)| {
                let (title, summary, disclosed, lead, camps) = head;
                Incident {
                    version: FORMAT_VERSION,
                    incident: Story {
                        id: "a-story".to_owned(),
                        title,
                        summary,
                        language: "en".to_owned(),
                        began: None,
                        disclosed,
                        lead,
                    },
                    camps: camps
                        .into_iter()
                        .enumerate()
                        .map(|(at, title)| Camp {
                            id: format!("camp-{at}"),
                            title,
                        })
                        .collect(),
                    sources,
                    actors,
                    relations,
                    statements,
                    events: events
                        .into_iter()
                        .enumerate()
                        .map(|(at, (date, title, actors, sources))| Event {
                            id: format!("event-{at}"),
                            date,
                            title,
                            actors,
                            sources,
                        })
                        .collect(),
                    conflicts: conflicts
                        .into_iter()
                        .enumerate()
                        .map(|(at, (question, answers, about))| Conflict {
                            id: format!("conflict-{at}"),
                            question,
                            answers: answers
                                .into_iter()
                                .map(|(source, says)| Answer {
                                    source,
                                    report: None,
                                    says,
                                })
                                .collect(),
                            about,
                        })
                        .collect(),
                    waivers: corrections
                        .iter()
                        .map(|(_, reason, _)| Waiver {
                            rule: "no-response".to_owned(),
                            record: "actor-0".to_owned(),
                            reason: reason.clone(),
                        })
                        .collect(),
                    sign_offs: corrections
                        .iter()
                        .map(|(date, by, _)| SignOff {
                            record: "actor-1".to_owned(),
                            by: by.clone(),
                            date: Some(*date),
                        })
                        .collect(),
                    corrections: corrections
                        .into_iter()
                        .map(|(date, text, changed)| Correction {
                            date,
                            text,
                            changed,
                        })
                        .collect(),
                }
            },
        )
    })
}

/// A value that a field of the newsroom's own may hold.
fn own_value() -> impl Strategy<Value = Node> {
    prop_oneof![
        text().prop_map(Node::Text),
        Just(Node::Text(String::new())),
        Just(Node::Bool(true)),
        Just(Node::Number(-1.5)),
        vec(text().prop_map(Node::Text), 0..3).prop_map(Node::List),
        text().prop_map(|key| Node::Map(vec![(key, Node::Bool(false))])),
    ]
}

/// The values of a sound incident, with fields of the newsroom's own on every level.
pub fn file() -> impl Strategy<Value = (Incident, Node)> {
    let own = vec(
        (
            any::<Index>(),
            select(vec!["x-note", "x-desk", "x-a:json"]),
            own_value(),
        ),
        0..8,
    );
    (incident(), own).prop_map(|(incident, own)| {
        let mut file = tree::of(&incident).unwrap();
        for (at, name, value) in own {
            let mut records = Vec::new();
            maps(&mut file, &mut records);
            let at = at.index(records.len());
            let record = records.swap_remove(at);
            if !record.iter().any(|(known, _)| known == name) {
                record.push((name.to_owned(), value));
            }
        }
        (incident, file)
    })
}

/// Every object of a file that may have fields of the newsroom's own.
fn maps<'n>(node: &'n mut Node, all: &mut Vec<&'n mut Vec<(String, Node)>>) {
    // An object cannot be borrowed together with what is in it: half of the runs take the inner ones.
    match node {
        Node::List(items) => items.iter_mut().for_each(|item| maps(item, all)),
        Node::Map(entries) => {
            let has_inner = entries.iter().any(|(_, node)| matches!(node, Node::List(items) if items.iter().any(|item| matches!(item, Node::Map(_)))) || matches!(node, Node::Map(_)));
            if has_inner
                && all.len().is_multiple_of(2)
                && entries.iter().all(|(name, _)| name != "version")
            {
                all.push(entries);
            } else if has_inner {
                entries
                    .iter_mut()
                    .filter(|(name, _)| !name.starts_with("x-"))
                    .for_each(|(_, node)| maps(node, all));
            } else {
                all.push(entries);
            }
        }
        _ => {}
    }
}
