//! Sheets there and back: nothing is lost.

use actor_map::exchange::sheets::{self, Head, Separator, container};
use actor_map::exchange::{Finding, sound, tree};
use actor_map::incident::{Node, parse_json};
use proptest::prelude::*;

use crate::{arbitrary, incidents, value};

#[test]
fn every_incident_comes_back_whole() {
    for sound in incidents() {
        for separator in Separator::ALL {
            let sheets = sheets::write(&sound.tree, separator).unwrap();
            let back = sheets::read(&sheets, &Head::default()).unwrap();
            assert_eq!(back.incident, sound.incident);
            assert_eq!(value(&back.tree), value(&sound.tree));
            assert!(back.warnings.iter().all(|told| !told.is_error()));
        }
        let sheets = sheets::write(&sound.tree, Separator::Semicolon).unwrap();
        let back = sheets::read(&sheets, &Head::default()).unwrap();
        let zipped = container::to_zip(&sheets).unwrap();
        let unpacked = container::of_zip(&zipped, None).unwrap();
        assert_eq!(
            sheets::read(&unpacked, &Head::default()).unwrap().tree,
            back.tree
        );
        println!(
            "{}: {} sheets there and back",
            sound.incident.incident.id,
            sheets.len()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_incidents_come_back_whole((incident, file) in arbitrary::file()) {
        let sound = sound(tree::pretty(&file).as_bytes()).unwrap();
        prop_assert_eq!(&sound.incident, &incident);
        for separator in Separator::ALL {
            let sheets = sheets::write(&sound.tree, separator).unwrap();
            for sheet in &sheets {
                assert_harmless(&sheet.text, separator);
            }
            let back = sheets::read(&sheets, &Head::default());
            let back = back.unwrap_or_else(|findings| panic!("{}", findings.iter().map(|finding| format!("{finding}\n")).collect::<String>()));
            prop_assert_eq!(&back.incident, &incident);
            prop_assert_eq!(value(&back.tree), value(&file));
        }
    }

    #[test]
    fn arbitrary_texts_are_read_or_refused(text in "(id|name|kind|speaker|source|[,;\t\"=|\n\r ]|\\PC){0,60}", name in 0..9_usize) {
        let name = sheets::names().nth(name).unwrap();
        let sheets = crate::sheets(&[(&format!("{name}.csv"), &text)]);
        if let Err(findings) = sheets::read(&sheets, &Head::default()) {
            prop_assert!(findings.iter().any(|finding| finding.is_error() && !finding.message.is_empty()));
        }
    }
}

/// Fields nobody knows, with names that a spreadsheet would run or that look like a column's other name.
#[test]
fn unknown_fields_come_back_whatever_they_are_called() {
    let file = r#"{"version": 1, "incident": {"id": "a", "title": "A", "language": "en", "lang": "cs"}, "=file": "x",
        "actors": [{"id": "a", "name": "A", "kind": "state", "role": "victim", "=1+1": "=2", "aka": ["b"], "x-;;;;;;;;,=1": "a",
        "x-,,,,,,,,;=1": "a", "x-desk;": "b"}]}"#;
    let sound = sound(file.as_bytes()).unwrap();
    assert!(!sound.warnings.is_empty());
    for separator in Separator::ALL {
        let sheets = sheets::write(&sound.tree, separator).unwrap();
        for sheet in &sheets {
            assert_harmless(&sheet.text, separator);
        }
        let back = sheets::read(&sheets, &Head::default()).unwrap();
        assert_eq!(value(&back.tree), value(&sound.tree));
    }
}

/// What begins like a formula, and behind a separator or a line break within a text, comes back as it was.
#[test]
fn formulas_and_apostrophes_within_texts_come_back() {
    for text in [
        "a;=1",
        "a, =1",
        "a\t@b",
        "a\n-1",
        "a\r\n+1",
        "a;\"=1\"",
        "a;'=1",
        "=1;=2,=3",
        "[1,-5]",
        "a,'b', '-c'",
        "He called it 'nonsense,' - and left.",
    ] {
        let text = serde_json::to_string(text).unwrap();
        let file = format!(
            r#"{{"version": 1, "incident": {{"id": "a", "title": "A", "language": "en"}},
            "actors": [{{"id": "a", "name": "A", "kind": "state", "about": {text}, "x-n": [1, -5, {text}], "aliases": [{text}]}}]}}"#
        );
        let sound = sound(file.as_bytes()).unwrap();
        for separator in Separator::ALL {
            let sheets = sheets::write(&sound.tree, separator).unwrap();
            for sheet in &sheets {
                assert_harmless(&sheet.text, separator);
            }
            let back = sheets::read(&sheets, &Head::default()).unwrap();
            assert_eq!(value(&back.tree), value(&sound.tree), "{text}");
        }
    }
}

/// Ids of posts have more digits than an `f64`.
#[test]
fn long_numbers_keep_their_digits() {
    let file = r#"{"version": 1, "incident": {"id": "a", "title": "A", "language": "en"}, "x-of-file": [18446744073709551615],
        "actors": [{"id": "a", "name": "A", "kind": "state", "x-post": 1900000000000000001, "x-round": 1900000000000000000, "x-less": -9007199254740993}]}"#;
    let sound = sound(file.as_bytes()).unwrap();
    let sheets = sheets::write(&sound.tree, Separator::Comma).unwrap();
    let back = sheets::read(&sheets, &Head::default()).unwrap();
    let digits = [
        "18446744073709551615",
        "1900000000000000001",
        "1900000000000000000",
        "-9007199254740993",
    ];
    for number in digits {
        assert!(tree::pretty(&back.tree).contains(number), "{number}");
    }
    assert_eq!(value(&back.tree), value(&sound.tree));
    let is_told = |told: &Finding| told.code == "rounded-number";
    assert!(!sound.warnings.iter().any(is_told));
    // Longer ones are rounded, and that is told.
    let longer = file.replace("18446744073709551615", "184467440737095516150");
    let told = actor_map::exchange::sound(longer.as_bytes())
        .unwrap()
        .warnings;
    assert!(told.iter().any(is_told), "{told:?}");
}

/// Floating-point numbers as programs write them come back to the last bit, and without a warning.
#[test]
fn short_numbers_lose_nothing() {
    // Bits of every kind, always the same: the mixing of SplitMix64.
    let any = (1..=400_u64).map(|step| {
        let mut bits = step.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        f64::from_bits(bits ^ (bits >> 31))
    });
    let known = [
        9.144_219_413_210_801e18,
        1_723_620_769.484_740_3,
        58_669_669_290_003.516,
    ];
    let numbers: Vec<f64> = any.filter(|one| one.is_finite()).chain(known).collect();
    for number in &numbers {
        let read = parse_json(&format!("{number:e}")).unwrap();
        assert_eq!(read, Node::Number(*number));
    }
    let written: Vec<String> = numbers.iter().map(|one| format!("{one:e}")).collect();
    let file = format!(
        r#"{{"version": 1, "incident": {{"id": "a", "title": "A", "language": "en"}}, "x-n": [{}],
        "actors": [{{"id": "a", "name": "A", "kind": "state"}}]}}"#,
        written.join(", ")
    );
    let sound = sound(file.as_bytes()).unwrap();
    let sheets = sheets::write(&sound.tree, Separator::Comma).unwrap();
    let back = sheets::read(&sheets, &Head::default()).unwrap();
    for warnings in [&sound.warnings, &back.warnings] {
        let is_told = |told: &Finding| told.code == "rounded-number";
        assert!(!warnings.iter().any(is_told), "{warnings:?}");
    }
    assert_eq!(
        tree::get(&back.tree, "x-n"),
        Some(&Node::List(
            numbers.iter().copied().map(Node::Number).collect()
        ))
    );
}

/// No cell of a sheet begins as a formula does in a spreadsheet with the sheet's separator.
fn assert_harmless(csv: &str, separator: Separator) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator.char()).unwrap())
        .from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            let begins = cell.trim_start();
            assert!(!begins.starts_with(['=', '+', '-', '@']), "{cell:?}");
        }
    }
}
