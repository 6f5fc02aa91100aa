//! What changed, in words; and the correction, written without touching anything else.

use actor_map::exchange::difference::{Correcting, compare, lost, with_correction};
use actor_map::exchange::{sound, tree};
use actor_map::incident::Node;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{arbitrary, whole_text};

/// What `compare` says of a file and of what `change` makes of it.
fn told(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let older: Value = serde_json::from_str(&whole_text()).unwrap();
    let mut newer = older.clone();
    change(&mut newer);
    between(&older, &newer)
}

/// Gives a record another id, there and wherever it is referred to.
fn replace_id(file: &mut Value, from: &str, to: &str) {
    let [from, to] = [from, to].map(|id| format!("\"{id}\""));
    *file = serde_json::from_str(&file.to_string().replace(&from, &to)).unwrap();
}

/// What `compare` says of two files.
fn between(older: &Value, newer: &Value) -> Vec<String> {
    let [older, newer] =
        [older, newer].map(|file| sound(file.to_string().as_bytes()).unwrap().tree);
    compare(&older, &newer)
        .into_iter()
        .map(|change| change.words)
        .collect()
}

#[test]
fn changes_are_told_in_words() {
    assert_eq!(told(|_| {}), [] as [&str; 0]);
    assert_eq!(
        told(|file| file["incident"]["title"] = json!("The attack on Ministry A")),
        ["The incident: the title was reworded: “The [-hack-]{+attack+} [-of-]{+on+} Ministry A”"]
    );
    assert_eq!(
        told(|file| file["statements"][0]["reports"][0]["quote"] = json!("Group B has done it.")),
        [
            "Statement \"a-accuses\" (ministry-a): the report of \"daily\", part 1: the quote was reworded: “Group B [-did-]{+has done+} it.”"
        ]
    );
    assert_eq!(
        told(|file| file["statements"][0]["to"] = json!(["group-b"])),
        ["Statement \"a-accuses\" (ministry-a): whom it is aimed at: “state-c” is out."]
    );
    assert_eq!(
        told(|file| file["actors"][0]["kind"] = json!("state")),
        ["Actor \"ministry-a\" (Ministry A): the kind was “public-body” and is now “state”."]
    );
    assert_eq!(told(|file| drop(file["actors"][0].as_object_mut().unwrap().remove("about"))), ["Actor \"ministry-a\" (Ministry A): the about is gone; it was “The ministry that was hacked.”.".replace("the about", "what it is about")]);
    assert_eq!(
        told(|file| file["statements"][1]["reports"]
            .as_array_mut()
            .unwrap()
            .truncate(1)),
        ["Statement \"c-denies\" (state-c): the report of \"portal\" is gone: “No”."]
    );
    assert_eq!(
        told(|file| file["camps"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": "reacting", "title": "Reacting"}))),
        ["New camp \"reacting\" (Reacting)."]
    );
    assert_eq!(
        told(|file| {
            file["events"].as_array_mut().unwrap().remove(0);
            file["conflicts"][0]["about"] = json!(["c-denies", "b-hit-a", "speaker-d"]);
        }),
        [
            "Event \"hack\" (The hack began) is gone.",
            "Conflict \"who-denied\" (Who denied it?): what it is about: “hack” is out."
        ]
    );
    assert_eq!(
        told(|file| file["camps"].as_array_mut().unwrap().reverse()),
        ["The camps stand in another order."]
    );
    assert_eq!(
        told(|file| file["corrections"] = json!([])),
        [
            "A correction is gone or changed: “A first version named another group.” Corrections stay visible; put it back."
        ]
    );
    assert_eq!(
        told(|file| file["x-desk"] = json!({"a": 1})),
        ["The file: \"x-desk\" is now { \"a\": 1 }."]
    );
}

/// What stands twice is told as what it is, and not as another order.
#[test]
fn a_report_that_is_repeated_came_in_and_one_that_stood_twice_is_gone() {
    let once: Value = serde_json::from_str(&whole_text()).unwrap();
    let mut twice = once.clone();
    let reports = twice["statements"][0]["reports"].as_array_mut().unwrap();
    let report = reports[0].clone();
    let quote = report["quote"].as_str().unwrap().to_owned();
    reports.push(report);
    let [came] = &between(&once, &twice)[..] else {
        panic!("more than one change")
    };
    assert!(
        came.contains("a new report, of ") && came.contains(&quote),
        "{came}"
    );
    let [gone] = &between(&twice, &once)[..] else {
        panic!("more than one change")
    };
    assert!(
        gone.contains(" is gone: ") && gone.contains(&quote),
        "{gone}"
    );
}

/// A record that only has another id is not gone, and what changed in it is told.
#[test]
fn renamed_records_are_told_with_the_words_that_changed() {
    let renamed = replace_id;
    let is_renamed =
        "Statement \"a-blames\" (ministry-a): it is renamed; its id was \"a-accuses\".";
    assert_eq!(
        told(|file| renamed(file, "a-accuses", "a-blames")),
        [is_renamed]
    );
    assert_eq!(
        told(|file| {
            renamed(file, "a-accuses", "a-blames");
            file["statements"][0]["reports"][0]["quote"] = json!("Group B has done it.");
        }),
        [
            is_renamed,
            "Statement \"a-blames\" (ministry-a): the report of \"daily\", part 1: the quote was reworded: “Group B [-did-]{+has done+} it.”"
        ]
    );
    for (from, to) in [
        ("group-b", "the-group"),
        ("daily", "the-daily"),
        ("b-hit-a", "b-hits-a"),
        ("hack", "the-hack"),
        ("who-denied", "who-denies"),
    ] {
        let told = told(|file| renamed(file, from, to));
        assert!(
            told.len() == 1 && told[0].contains(&format!("its id was \"{from}\".")),
            "{told:#?}"
        );
    }
    // Other words are another record, and these are told.
    assert_eq!(
        told(|file| {
            renamed(file, "c-denies", "c-speaks");
            for report in file["statements"][1]["reports"].as_array_mut().unwrap() {
                report["quote"] = json!("Ask somebody else");
            }
        })
        .into_iter()
        .filter(
            |words| words.contains("tatement") && (words.contains("New") || words.contains("gone"))
        )
        .collect::<Vec<_>>(),
        [
            "New statement \"c-speaks\" (state-c): “Ask somebody else”.",
            "Statement \"c-denies\" (state-c) is gone: “We did not.” / “No”."
        ]
    );
}

/// What is only like another record is another: what was there is told as gone, and what refers to it as changed.
#[test]
fn what_is_only_alike_is_not_renamed() {
    let holds = |told: &[String], words: &str| {
        assert!(
            told.iter().any(|told| told.contains(words)),
            "{words}: {told:#?}"
        );
        assert!(
            !told.iter().any(|told| told.contains("its id was")),
            "{told:#?}"
        );
    };
    // Another ministry.
    let ministry = |file: &mut Value, of: &str| {
        file["actors"][2]["name"] = json!(format!("Ministry of {of} of Country"));
    };
    let mut older: Value = serde_json::from_str(&whole_text()).unwrap();
    ministry(&mut older, "Defence");
    let mut newer = older.clone();
    replace_id(&mut newer, "state-c", "ministry-of-finance");
    ministry(&mut newer, "Finance");
    let told = between(&older, &newer);
    holds(
        &told,
        "Actor \"state-c\" (Ministry of Defence of Country) is gone",
    );
    holds(&told, "New actor \"ministry-of-finance\"");
    holds(
        &told,
        "the speaker was “state-c” and is now “ministry-of-finance”",
    );
    // Under another kind, too.
    let mut newer: Value = serde_json::from_str(&whole_text()).unwrap();
    replace_id(&mut newer, "state-c", "group-c");
    newer["actors"][2]["kind"] = json!("intrusion-set");
    holds(
        &between(&serde_json::from_str(&whole_text()).unwrap(), &newer),
        "Actor \"state-c\" (State C) is gone",
    );
    // Another statement: of another speaker, or another stance.
    let said = |id: &str, speaker: &str, stance: &str, words: &str| {
        let mut file: Value = serde_json::from_str(&whole_text()).unwrap();
        let report = json!({"source": "daily", "directness": "indirect", "paraphrase": words});
        let statement =
            json!({"id": id, "speaker": speaker, "stance": [stance], "reports": [report]});
        file["statements"].as_array_mut().unwrap().push(statement);
        file
    };
    let words = "The minister said that the group was behind the attack";
    let older = said("x1", "ministry-a", "inform", words);
    let denied = words.replace("behind", "not behind");
    for newer in [
        said("x2", "speaker-d", "inform", &denied),
        said("x2", "ministry-a", "deny", &denied),
        said("x2", "speaker-d", "inform", words),
    ] {
        let told = between(&older, &newer);
        holds(&told, "Statement \"x1\" (ministry-a) is gone");
        holds(&told, "New statement \"x2\"");
    }
    let told = between(&older, &said("x2", "ministry-a", "inform", &denied));
    assert!(
        told.iter().any(|told| told.contains("its id was \"x1\"")),
        "{told:#?}"
    );
    // Another source: of another page, or of none.
    let source = |id: &str, url: &str, headline: &str| {
        let mut file: Value = serde_json::from_str(&whole_text()).unwrap();
        let source =
            json!({"id": id, "publisher": "Example Post", "url": url, "headline": headline});
        file["sources"].as_array_mut().unwrap().push(source);
        file
    };
    let older = source("post", "https://post.example/1", "The hack");
    let newer = source("other", "https://post.example/2", "The hack, a day later");
    holds(
        &between(&older, &newer),
        "Source \"post\" (Example Post) is gone",
    );
    for newer in [
        source("other", "https://post.example/1", "What is known of it"),
        source("other", "https://post.example/2", "The hack"),
    ] {
        let told = between(&older, &newer);
        assert!(told[0].contains("its id was \"post\""), "{told:#?}");
    }
}

/// An actor is the same under one of its other names.
#[test]
fn an_actor_is_known_by_its_names() {
    let told = told(|file| {
        replace_id(file, "ministry-a", "the-ministry");
        file["actors"][0]["name"] = json!("The Ministry");
        file["actors"][0]["aliases"] = json!(["MA", "Ministry A"]);
    });
    assert!(told[0].contains("its id was \"ministry-a\""), "{told:#?}");
    assert!(!told.iter().any(|told| told.contains("gone")), "{told:#?}");
    // Which of two is which, nobody can tell.
    let twice = |ids: [&str; 2]| {
        let mut file: Value = serde_json::from_str(&whole_text()).unwrap();
        for (id, about) in ids.into_iter().zip(["One.", "Another."]) {
            let actor = json!({"id": id, "name": "An official", "kind": "person", "about": format!("{about} {id}")});
            file["actors"].as_array_mut().unwrap().push(actor);
        }
        file
    };
    let told = between(&twice(["e", "f"]), &twice(["g", "h"]));
    assert_eq!(
        told.iter().filter(|told| told.contains("is gone")).count(),
        2,
        "{told:#?}"
    );
}

/// A source and an actor may have the same id; each has its own new one.
#[test]
fn an_id_of_two_lists_is_two_ids() {
    let mut older: Value = serde_json::from_str(&whole_text()).unwrap();
    replace_id(&mut older, "gazette", "state-c");
    let newer: Value = serde_json::from_str(&whole_text()).unwrap();
    let told = between(&older, &newer);
    assert_eq!(
        told,
        ["Source \"gazette\": it is renamed; its id was \"state-c\"."]
    );
    let mut newer = newer;
    replace_id(&mut newer, "state-c", "the-state");
    let told = between(&older, &newer);
    assert_eq!(
        told,
        [
            "Source \"gazette\": it is renamed; its id was \"state-c\".",
            "Actor \"the-state\" (State C): it is renamed; its id was \"state-c\"."
        ]
    );
}

/// The surest that a record is known by comes first, and what refers to renamed records is looked at again.
#[test]
fn records_are_known_by_the_surest_first() {
    let mut older: Value = serde_json::from_str(&whole_text()).unwrap();
    let sources = older["sources"].as_array_mut().unwrap();
    for page in 1..=3 {
        sources.push(
            json!({"id": format!("live-{page}"), "publisher": "Sample Gazette", "headline": "Live",
            "url": format!("https://example.org/{page}")}),
        );
    }
    // Printed, without a headline of its own.
    sources.push(json!({"id": "reprint", "publisher": "Example Weekly", "excerpt_of": "live-1"}));
    let mut newer = older.clone();
    for (from, to) in [
        ("live-1", "first"),
        ("live-2", "second"),
        ("reprint", "weekly"),
    ] {
        replace_id(&mut newer, from, to);
    }
    let sources = newer["sources"].as_array_mut().unwrap();
    let first = sources.iter_mut().find(|source| source["id"] == "first");
    first.unwrap()["headline"] = json!("Live: updated");
    let told = between(&older, &newer);
    assert_eq!(told.len(), 4, "{told:#?}");
    for from in ["live-1", "live-2", "reprint"] {
        let told = told
            .iter()
            .filter(|told| told.contains(&format!("its id was \"{from}\".")));
        assert_eq!(told.count(), 1, "{from}");
    }
    // Of many that are known by the same nobody is taken for another, and that takes no time.
    let many = |from: usize| {
        let mut file: Value = serde_json::from_str(&whole_text()).unwrap();
        let sources = file["sources"].as_array_mut().unwrap();
        for page in from..from + 3_000 {
            sources.push(json!({"id": format!("live-{page}"), "publisher": "Sample Gazette", "headline": "Live",
                "url": format!("https://example.org/{page}")}));
        }
        file
    };
    let start = std::time::Instant::now();
    let told = between(&many(0), &many(10_000));
    assert_eq!(told.len(), 6_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// Readers see names, words and claims; not what the newsroom keeps for itself, nor an order, nor the corrections.
#[test]
fn what_readers_do_not_see_is_nothing_to_correct() {
    let unseen: [fn(&mut Value); 8] = [
        |file| file["sources"][0]["x-note"] = json!("From a source, not to be published"),
        |file| file["x-desk"] = json!("Not to be published"),
        |file| {
            file["waivers"] = json!([{"rule": "unused", "record": "hack", "reason": "By phone."}]);
        },
        |file| file["sign_offs"] = json!([{"record": "group-b", "by": "Legal"}]),
        |file| file["statements"].as_array_mut().unwrap().reverse(),
        |file| {
            file["corrections"][0]["text"] = json!("Otherwise");
        },
        |file| file["sources"][0]["text"] = json!("daily-2"),
        |file| {
            let reports = file["statements"][0]["reports"].as_array_mut().unwrap();
            reports.reverse();
        },
    ];
    let seen: [fn(&mut Value); 4] = [
        |file| file["actors"][0]["name"] = json!("Ministry Z"),
        |file| file["statements"][0]["reports"][0]["quote"] = json!("Group B has done it."),
        |file| drop(file["events"].as_array_mut().unwrap().remove(0)),
        |file| file["relations"][0]["status"] = json!("settled"),
    ];
    let seen_of = |change: fn(&mut Value)| {
        let older = whole_text();
        let mut newer: Value = serde_json::from_str(&older).unwrap();
        change(&mut newer);
        let [older, newer] =
            [older, newer.to_string()].map(|text| actor_map::incident::parse_json(&text).unwrap());
        compare(&older, &newer)
    };
    for change in unseen {
        let changes = seen_of(change);
        assert!(!changes.is_empty());
        assert!(changes.iter().all(|change| !change.seen), "{changes:?}");
    }
    for change in seen {
        let changes = seen_of(change);
        assert!(changes.iter().any(|change| change.seen), "{changes:?}");
    }
    // A correction names only records of which readers see a change.
    let newer = whole_text()
        .replace("The hack began", "The attack began")
        .replacen(
            "\"id\": \"daily\"",
            "\"id\": \"daily\", \"x-note\": \"secret\"",
            1,
        );
    let older = sound(whole_text().as_bytes()).unwrap().tree;
    let changes = compare(&older, &sound(newer.as_bytes()).unwrap().tree);
    assert_eq!(changes.len(), 2);
    let written = with_correction(&newer, &changes, &correcting()).unwrap();
    assert!(written.contains("\"changed\": [\"hack\"]"), "{written}");
    // The same correction is not written twice.
    let twice = with_correction(&written, &changes, &correcting()).unwrap();
    assert_eq!(twice, written);
}

#[test]
fn what_would_be_lost_is_named_and_what_is_only_changed_is_not() {
    let lost_of = |change: fn(&mut Value)| {
        let older = whole_text();
        let mut newer: Value = serde_json::from_str(&older).unwrap();
        change(&mut newer);
        let [older, newer] =
            [older, newer.to_string()].map(|text| actor_map::incident::parse_json(&text).unwrap());
        lost(&older, &newer)
    };
    let none: [fn(&mut Value); 4] = [
        |_| {},
        |file| file["actors"][0]["name"] = json!("Ministry Z"),
        |file| file["statements"][0]["reports"][0]["quote"] = json!("Group B has done it."),
        |file| file["statements"].as_array_mut().unwrap().reverse(),
    ];
    for change in none {
        assert_eq!(lost_of(change), [] as [&str; 0]);
    }
    assert_eq!(
        lost_of(|file| drop(file["events"].as_array_mut().unwrap().remove(0))),
        ["the event \"hack\""]
    );
    assert_eq!(
        lost_of(|file| file["statements"][1]["reports"]
            .as_array_mut()
            .unwrap()
            .truncate(1)),
        ["the report of \"portal\" in the statement \"c-denies\""]
    );
    assert_eq!(
        lost_of(|file| drop(file.as_object_mut().unwrap().remove("corrections"))).len(),
        1
    );
}

/// The same file with the fields of every object in reverse.
fn reversed(node: Node) -> Node {
    match node {
        Node::List(items) => Node::List(items.into_iter().map(reversed).collect()),
        Node::Map(entries) => {
            let entries = entries.into_iter().rev();
            Node::Map(entries.map(|(name, node)| (name, reversed(node))).collect())
        }
        other => other,
    }
}

#[test]
fn the_order_of_fields_is_no_change() {
    let file = sound(whole_text().as_bytes()).unwrap().tree;
    let words = |newer: &Node| {
        let changes = compare(&file, newer).into_iter();
        changes.map(|change| change.words).collect::<Vec<_>>()
    };
    let other = reversed(file.clone());
    assert_eq!(words(&other), [] as [&str; 0]);
    // What did change is told as it would be otherwise. (Two reports have these words.)
    let text = tree::pretty(&other).replace("Group B did it.", "Group B has done it.");
    let told = words(&sound(text.as_bytes()).unwrap().tree);
    let is_reworded = |words: &String| words.contains("the quote was reworded");
    assert!(told.len() == 2 && told.iter().all(is_reworded), "{told:?}");
}

fn correcting() -> Correcting {
    Correcting {
        date: "2030-06-01".parse().unwrap(),
        text: "The month was wrong.".to_owned(),
    }
}

#[test]
fn a_correction_goes_where_corrections_stand_and_nothing_else_moves() {
    let older = sound(whole_text().as_bytes()).unwrap().tree;
    let newer = whole_text().replace("The hack began", "The \\\"hack\\\" began, ]");
    let changes = compare(&older, &sound(newer.as_bytes()).unwrap().tree);
    let entry =
        "{ \"date\": \"2030-06-01\", \"text\": \"The month was wrong.\", \"changed\": [\"hack\"] }";
    let written = with_correction(&newer, &changes, &correcting()).unwrap();
    let last = "[\"b-hit-a\", \"ministry-hack\"]}";
    assert_eq!(
        written,
        newer.replace(last, &format!("{last},\n    {entry}"))
    );

    // The same without the list, and with an empty one.
    let start = newer.find(",\n  \"corrections\"").unwrap();
    let without = format!("{}\n}}\n", &newer[..start]);
    let written = with_correction(&without, &changes, &correcting()).unwrap();
    assert_eq!(
        written,
        format!(
            "{},\n  \"corrections\": [\n    {entry}\n  ]\n}}\n",
            &newer[..start]
        )
    );
    let empty = format!("{},\r\n  \"corrections\": []\r\n}}", &newer[..start]);
    let written = with_correction(&empty, &changes, &correcting()).unwrap();
    assert_eq!(
        written,
        format!(
            "{},\r\n  \"corrections\": [\r\n    {entry}\r\n  ]\r\n}}",
            &newer[..start]
        )
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_can_be_corrected((_, older) in arbitrary::file(), (_, newer) in arbitrary::file()) {
        prop_assert_eq!(compare(&newer, &newer), []);
        let changes = compare(&older, &newer);
        for text in [tree::pretty(&newer), tree::inline(&newer)] {
            let written = with_correction(&text, &changes, &correcting()).unwrap();
            let before = sound(text.as_bytes()).unwrap().incident;
            let after = sound(written.as_bytes()).unwrap().incident;
            prop_assert_eq!(after.corrections.len(), before.corrections.len() + 1);
            prop_assert_eq!(&after.corrections.last().unwrap().text, "The month was wrong.");
        }
    }
}
