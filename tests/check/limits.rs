//! The limits are what they say, and files that stretch them are still read in reasonable time.

use std::time::{Duration, Instant};

use actor_map::check::{causes, examine, spans};
use actor_map::incident::limits::{
    MAX_ACTORS, MAX_BYTES, MAX_ID_CHARS, MAX_NAME_CHARS, MAX_PROBLEMS, MAX_QUOTE_CHARS,
    MAX_TEXT_CHARS, MAX_TITLE_CHARS,
};
use actor_map::incident::{Node, RefusalCode, parse_json, read};

use crate::read_text;
use crate::sound::assert_sound;

fn file(lists: &str) -> String {
    format!(
        r#"{{"version": 1, "incident": {{"id": "i", "title": "I", "language": "en"}}, {lists}}}"#
    )
}

fn actors(count: usize) -> String {
    let actors = (0..count).map(|at| format!(r#"{{"id":"a-{at}","name":"A","kind":"state"}}"#));
    format!("\"actors\":[{}]", actors.collect::<Vec<_>>().join(","))
}

#[test]
fn each_text_has_a_cap_that_is_named() {
    let reports = |report: &str| {
        format!(
            r#"{}, "sources": [{{"id": "s", "publisher": "S"}}], "statements": [{{"id": "t", "speaker": "a-0", "stance": ["inform"], "reports": [{report}]}}]"#,
            actors(1)
        )
    };
    type Place<'p> = (&'p str, usize, &'p str, Box<dyn Fn(&str) -> String>);
    let places: [Place<'_>; 6] = [
        (
            "name",
            MAX_NAME_CHARS,
            "actors[0]",
            Box::new(|text| {
                file(&format!(
                    r#""actors": [{{"id": "a", "name": "{text}", "kind": "state"}}]"#
                ))
            }),
        ),
        (
            "title",
            MAX_TITLE_CHARS,
            "events[0]",
            Box::new(|text| {
                file(&format!(
                    r#"{}, "events": [{{"id": "e", "date": "2030", "title": "{text}"}}]"#,
                    actors(1)
                ))
            }),
        ),
        (
            "about",
            MAX_TEXT_CHARS,
            "actors[0]",
            Box::new(|text| {
                file(&format!(
                    r#""actors": [{{"id": "a", "name": "A", "kind": "state", "about": "{text}"}}]"#
                ))
            }),
        ),
        (
            "quote",
            MAX_QUOTE_CHARS,
            "statements[0].reports[0]",
            Box::new(move |text| {
                file(&reports(&format!(
                    r#"{{"source": "s", "directness": "direct", "quote": "{text}"}}"#
                )))
            }),
        ),
        (
            "id",
            MAX_ID_CHARS,
            "camps[0]",
            Box::new(|text| {
                file(&format!(
                    r#"{}, "camps": [{{"id": "{text}", "title": "C"}}]"#,
                    actors(1)
                ))
            }),
        ),
        (
            "aliases",
            MAX_NAME_CHARS,
            "actors[0]",
            Box::new(|text| {
                file(&format!(
                    r#""actors": [{{"id": "a", "name": "A", "kind": "state", "aliases": ["{text}"]}}]"#
                ))
            }),
        ),
    ];
    for (field, most, path, with) in places {
        // Characters count, not bytes; ids are ASCII anyway.
        let letter = if field == "id" { "x" } else { "ž" };
        let reading = read_text(&with(&letter.repeat(most))).unwrap();
        assert_eq!(reading.errors, 0, "{field}: {:?}", reading.problems);
        let refusal = read_text(&with(&letter.repeat(most + 1))).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::Limit);
        for part in [
            &format!("\"{field}\""),
            path,
            &(most + 1).to_string(),
            &most.to_string(),
        ] {
            assert!(
                refusal.message.contains(part),
                "{field}: {}",
                refusal.message
            );
        }
    }
}

#[test]
fn so_many_actors_are_read_and_no_more() {
    assert_eq!(
        read_text(&file(&actors(MAX_ACTORS)))
            .unwrap()
            .incident
            .actors
            .len(),
        MAX_ACTORS
    );
    let refusal = read_text(&file(&actors(MAX_ACTORS + 1))).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::Limit);
    assert!(
        refusal.message.contains("20001 actors"),
        "{}",
        refusal.message
    );
}

#[test]
fn trees_that_no_parser_made_are_bounded_too() {
    let mut deep = Node::Null;
    for _ in 0..1_000 {
        deep = Node::List(vec![deep]);
    }
    // Not cut off by a parser, but nothing reads below the fourth level of a file.
    let entries = [("version", Node::Number(1.0)), ("actors", deep)];
    let entries = entries.map(|(name, node)| (name.to_owned(), node));
    assert_eq!(
        read(&Node::Map(entries.to_vec())).unwrap_err().code,
        RefusalCode::NoData
    );
}

/// Fills a list of the file up to the size limit.
fn filled(before: &str, entry: impl Fn(usize) -> String, after: &str) -> String {
    let mut text = file("");
    text.truncate(text.rfind('}').unwrap());
    text.push_str(before);
    for at in 0.. {
        let entry = entry(at);
        if text.len() + entry.len() + after.len() + 2 > MAX_BYTES {
            break;
        }
        if at > 0 {
            text.push(',');
        }
        text.push_str(&entry);
    }
    text + after + "}"
}

/// Quadratic work on any of these would take hours, so that the test would not end.
#[test]
fn five_megabytes_that_are_wrong_throughout_are_read() {
    let some = actors(2);
    for (what, text) in [
        (
            "dangling ids",
            filled(
                &format!("{}, \"statements\":[", actors(MAX_ACTORS)),
                |at| format!(r#"{{"id":"s-{at}","speaker":"b-{at}"}}"#),
                "]",
            ),
        ),
        (
            "one id",
            filled(
                &format!("{some}, \"camps\":["),
                |_| r#"{"id":"c","title":"C"}"#.to_owned(),
                "]",
            ),
        ),
        (
            "no records",
            filled(
                &format!("{some}, \"statements\":["),
                |_| "0".to_owned(),
                "]",
            ),
        ),
        (
            "one list",
            filled(
                &format!(r#"{some}, "statements":[{{"id":"s","to":["#),
                |at| format!("\"a-{at}\""),
                "]}]",
            ),
        ),
        (
            "one entry",
            filled(
                &format!(r#"{some}, "statements":[{{"id":"s","to":["#),
                |_| "\"a-0\"".to_owned(),
                "]}]",
            ),
        ),
        (
            "unknown fields",
            filled(
                &format!(r#"{some}, "camps":[{{"#),
                |at| format!("\"tilte{at}\":1"),
                "}]",
            ),
        ),
        (
            "one field",
            filled(
                &format!(r#"{some}, "camps":[{{"#),
                |_| "\"title\":\"C\"".to_owned(),
                "}]",
            ),
        ),
        (
            "reports",
            filled(
                &format!(
                    r#"{some}, "statements":[{{"id":"s","speaker":"a-0","stance":["inform"],"reports":["#
                ),
                |at| format!(r#"{{"source":"s","part":{at}}}"#),
                "]}]",
            ),
        ),
        (
            "a chain of excerpts",
            filled(
                &format!("{some}, \"sources\":["),
                |at| {
                    format!(
                        r#"{{"id":"s-{at}","publisher":"P","excerpt_of":"s-{}"}}"#,
                        at + 1
                    )
                },
                "]",
            ),
        ),
    ] {
        assert!(
            text.len() > MAX_BYTES - 200 && text.len() <= MAX_BYTES,
            "{what}: {}",
            text.len()
        );
        let node = parse_json(&text).unwrap();
        let reading = read(&node).unwrap();
        assert_sound(&reading.incident);
        let mut examined = examine(&node, &reading, None);
        spans::locate(&text, &mut examined);
        causes::trace(&text, &node, &mut examined);
        assert!(
            examined.errors + examined.warnings >= reading.errors + reading.warnings,
            "{what}"
        );
        assert_eq!(
            reading.problems.len(),
            (reading.errors + reading.warnings).min(MAX_PROBLEMS),
            "{what}"
        );
        assert!(reading.errors + reading.warnings > 0, "{what}");
    }
}

/// Files that are sound, and stretch what the editorial rules look at. As above: quadratic work would not end.
#[test]
fn five_megabytes_of_every_kind_are_checked() {
    let sources = r#""sources":[{"id":"s","publisher":"S"},{"id":"t","publisher":"T"}]"#;
    let some = format!("{}, {sources}", actors(50));
    let statement = |at: usize, rest: &str| {
        let speaker = at % 50;
        format!(r#"{{"id":"w-{at}","speaker":"a-{speaker}","stance":["accuse"],{rest}"#)
    };
    let quoted = |source: &str, quote: &str| {
        format!(r#"{{"source":"{source}","directness":"direct","quote":"{quote}"}}"#)
    };
    let statements = format!("{some}, \"statements\":[");
    for (what, text) in [
        (
            "accusations",
            filled(
                &statements,
                |at| {
                    let reports = [
                        quoted("s", "They did it."),
                        quoted("t", "They have done it."),
                    ];
                    let reports = reports.join(",");
                    statement(
                        at,
                        &format!(
                            r#""to":["a-1","a-2"],"about":["w-0"],"capacity":"speaker of A","reports":[{reports}]}}"#
                        ),
                    )
                },
                "]",
            ),
        ),
        (
            "long quotations in two wordings",
            filled(
                &statements,
                |at| {
                    let words = |word: &str| format!("{word} one two three ").repeat(200);
                    let reports = [quoted("s", &words("x")), quoted("t", &words("y"))];
                    statement(at, &format!(r#""reports":[{}]}}"#, reports.join(",")))
                },
                "]",
            ),
        ),
        (
            "reports of one statement",
            filled(
                &format!("{statements}{}", statement(0, r#""reports":["#)),
                |at| {
                    let source = if at % 2 == 0 { "s" } else { "t" };
                    quoted(source, &format!("They did it on day {at}"))
                },
                "]}]",
            ),
        ),
        (
            "paraphrases full of marks",
            filled(
                &statements,
                |at| {
                    let marks = "‘ a ".repeat(1_000);
                    statement(
                        at,
                        &format!(
                            r#""reports":[{{"source":"s","directness":"indirect","paraphrase":"{marks}"}}]}}"#
                        ),
                    )
                },
                "]",
            ),
        ),
        (
            "aliases nobody knows",
            filled(
                &format!(
                    r#"{sources}, "actors":[{{"id":"g","name":"APT31","kind":"intrusion-set","aliases":["#
                ),
                |at| format!("\"Group nobody knows {at}\""),
                "]}]",
            ),
        ),
        (
            "a chain of offices",
            filled(
                &format!("{}, {sources}, \"relations\":[", actors(MAX_ACTORS)),
                |at| {
                    let from = at % (MAX_ACTORS - 1);
                    let to = from + 1;
                    format!(
                        r#"{{"id":"r-{at}","type":"part-of","from":"a-{from}","to":"a-{to}","sources":["s"]}}"#
                    )
                },
                "]",
            ),
        ),
        (
            "waivers of nothing",
            filled(
                &format!("{some}, \"waivers\":["),
                |at| {
                    let actor = at % 50;
                    format!(r#"{{"rule":"one-txt-{at}","record":"a-{actor}","reason":"R"}}"#)
                },
                "]",
            ),
        ),
    ] {
        let node = parse_json(&text).unwrap();
        let reading = read(&node).unwrap();
        let started = Instant::now();
        let mut examined = examine(&node, &reading, None);
        spans::locate(&text, &mut examined);
        causes::trace(&text, &node, &mut examined);
        // Generous: a busy machine, and no optimisation. What it is meant to catch takes hours.
        let taken = started.elapsed();
        println!("{what}: {taken:?}, {} findings", examined.findings.len());
        assert!(taken < Duration::from_secs(60), "{what}: {taken:?}");
        assert!(examined.findings.len() <= 2 * MAX_PROBLEMS + 50, "{what}");
    }
}
