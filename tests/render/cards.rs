//! The social card: what stands on it, word for word, and whether it can be read.

use actor_map::view::Story;
use actor_map::view::edition::card::card;
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{self, Tree};
use serde_json::{Value, json};

use crate::drawn::{assert_texts_within, drawn_texts, texts};
use crate::stories::{REAL, affair, awkward, hostile, small, story};

fn from_right(story: &Story) -> bool {
    ["ar", "he"].contains(&story.incident.incident.language.as_str())
}

/// Words of a card: its lines joined.
fn card_text(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let lines = texts(document.root_element()).into_iter();
    lines.map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_card_of_a_story_without_actors_on_the_map_still_opens() {
    let (story, _) = hostile();
    assert!(Tree::from_str(&card(&story), &usvg::Options::default()).is_ok());
}

#[test]
fn a_card_can_be_read_where_it_is_small_whatever_is_on_it() {
    let mut stories = awkward();
    stories.extend([
        ("of the preview", story(REAL)),
        ("hostile", hostile().0),
        ("small", small()),
    ]);
    for (name, story) in stories {
        let svg = card(&story);
        assert_texts_within(&svg, 40.0, name);
        let document = Document::parse(&svg).unwrap();
        let lines: Vec<[f64; 3]> = document
            .descendants()
            .filter(|node| node.tag_name().name() == "text")
            .map(|node| {
                ["font-size", "x", "y"].map(|name| node.attribute(name).unwrap().parse().unwrap())
            })
            .collect();
        // On a card that is shown 500 px wide, 24 px are 10.
        assert!(
            lines.iter().all(|[size, ..]| *size >= 24.0),
            "{name}: {lines:?}"
        );
        // No line runs into another: each is beside the one before it, or below.
        let (_, places) = drawn_texts(&svg);
        for (at, pair) in lines.windows(2).enumerate() {
            let [before, after] = [places[at], places[at + 1]];
            let apart = if from_right(&story) {
                after.right() < before.left()
            } else {
                before.right() < after.left()
            };
            let beside = (pair[1][2] - pair[0][2]).abs() < 4.0 && apart;
            let below = pair[1][2] - pair[0][2] >= pair[1][0];
            assert!(beside || below, "{name}: {pair:?}");
        }
    }
}

#[test]
fn a_card_of_a_language_from_right_to_left_begins_at_its_right_edge() {
    for (name, story) in awkward() {
        let svg = card(&story);
        let (_, places) = drawn_texts(&svg);
        // Kicker and title. Letters begin a little beside the place where they are set.
        for place in &places[..2] {
            let margin = if from_right(&story) {
                1200.0 - place.right()
            } else {
                place.left()
            };
            assert!((margin - 56.0).abs() < 8.0, "{name}: {place:?}");
        }
        let document = Document::parse(&svg).unwrap();
        let marked: Vec<f64> = document
            .descendants()
            .filter(|node| node.tag_name().name() == "rect" && node.attribute("width") == Some("6"))
            .map(|node| node.attribute("x").unwrap().parse().unwrap())
            .collect();
        let rule = if from_right(&story) { 1138.0 } else { 56.0 };
        assert!(marked.iter().all(|x| *x == rule), "{name}: {marked:?}");
    }
    // Who said it stands at the right, and the arrow leads to the left.
    let mut file = affair();
    file["incident"]["language"] = "he".into();
    let svg = card(&story(&file.to_string()));
    let (_, places) = drawn_texts(&svg);
    let document = Document::parse(&svg).unwrap();
    let words: Vec<String> = texts(document.root_element())
        .into_iter()
        .map(|(_, text)| text.replace(['\u{2067}', '\u{2069}'], ""))
        .collect();
    let place = |wanted: &str| places[words.iter().position(|text| text == wanted).unwrap()];
    let row = ["Ministry A", "accuses", "State B"].map(place);
    assert!(
        row[0].left() > row[1].right() && row[1].left() > row[2].right(),
        "{row:?}"
    );
    assert!(svg.contains("scale(-2 2)") && !svg.contains("scale(2)"));
}

#[test]
fn an_accusation_stands_on_the_card_with_its_denial_word_for_word() {
    let with_denial_of = |ids: Value| {
        let mut file = affair();
        file["statements"][2]["about"] = ids;
        card_text(&card(&story(&file.to_string())))
    };
    let accusation =
        "“It was State B, and nobody else” Ministry A accuses State B Reported by Example Daily";
    let denial = "“Not us” Embassy E contradicts Ministry A";
    let text = with_denial_of(json!(["blame"]));
    assert!(text.contains(accusation), "{text}");
    assert!(text.contains(denial), "{text}");
    assert!(
        text.ends_with("Sources: Example Daily and Sample Gazette"),
        "{text}"
    );
    assert!(!text.contains("We are with them"), "{text}");
    // The one that it answers is the one it stands with; what answers none of them stands beside none.
    for ids in [json!([]), json!(["shame"])] {
        let text = with_denial_of(ids);
        assert!(text.contains(accusation), "{text}");
        assert!(!text.contains("Not us"), "{text}");
    }
    // Or what disputes the link that an accusation asserts.
    let mut file = affair();
    file["relations"][0]["disputed_by"] = json!(["no"]);
    let text = card_text(&card(&story(&file.to_string())));
    assert!(text.contains(accusation) && text.contains(denial), "{text}");
    let text = with_denial_of(json!(["thanks"]));
    assert!(
        text.contains("“We are with them”")
            && text.contains("“Not us”")
            && !text.contains("nobody else"),
        "{text}"
    );
    let real = card_text(&card(&story(REAL)));
    assert!(real.contains("“groundless”"), "{real}");
}

#[test]
fn a_quotation_without_room_on_the_card_gives_way_to_the_next_and_then_to_the_summary() {
    let long = "and so on ".repeat(120);
    let mut file = affair();
    file["statements"][0]["reports"][0]["quote"] = long.clone().into();
    let text = card_text(&card(&story(&file.to_string())));
    assert!(
        text.contains("“We are with them” Minister C stands with Ministry A"),
        "{text}"
    );
    assert!(!text.contains("and so on"), "{text}");
    // Another source's shorter words are words of the same statement.
    let shorter = json!({"source": "gazette", "directness": "direct", "quote": "It was they"});
    file["statements"][0]["reports"]
        .as_array_mut()
        .unwrap()
        .push(shorter);
    let text = card_text(&card(&story(&file.to_string())));
    assert!(
        text.contains("“It was they” Ministry A accuses State B Reported by Sample Gazette"),
        "{text}"
    );
    for said in file["statements"].as_array_mut().unwrap() {
        said["reports"] = json!([{"source": "daily", "directness": "direct", "quote": long}]);
    }
    let text = card_text(&card(&story(&file.to_string())));
    assert!(
        text.contains("A made-up summary.") && !text.contains('“'),
        "{text}"
    );
}

#[test]
fn a_line_of_a_card_closes_every_isolate_that_it_opens() {
    let mut file = affair();
    file["incident"]["language"] = "ar".into();
    for actor in file["actors"].as_array_mut().unwrap() {
        actor["name"] = "وزارة الشؤون الخارجية والتعاون الدولي والمغتربين في الدولة".into();
    }
    for source in file["sources"].as_array_mut().unwrap() {
        source["publisher"] = "صحيفة المثال اليومي".into();
    }
    let svg = card(&story(&file.to_string()));
    let document = Document::parse(&svg).unwrap();
    let lines = texts(document.root_element());
    let parted = lines
        .iter()
        .filter(|(_, text)| text.contains("\u{2067}\u{2067}"));
    assert!(parted.count() > 0, "no name is parted: {lines:?}");
    // Who reported it is not drawn into the sentence before, and our words stand from left to right.
    let by = |text: &str| text.contains("Reported by") || text.contains("Sources: ");
    let apart =
        |text: &str| text.contains("\u{2066}Reported by") || text.contains("\u{2066}Sources: ");
    let told: Vec<&String> = lines
        .iter()
        .map(|(_, text)| text)
        .filter(|text| by(text))
        .collect();
    assert!(
        told.len() > 1 && told.iter().all(|text| apart(text)),
        "{told:?}"
    );
    for (_, text) in &lines {
        let mut depth = 0;
        for (at, letter) in text.char_indices() {
            match letter {
                '\u{2066}'..='\u{2068}' => depth += 1,
                '\u{2069}' => depth -= 1,
                _ => {}
            }
            // The line's own closes at its end.
            assert!(
                depth > 0 || at + letter.len_utf8() == text.len(),
                "{text:?}"
            );
        }
        assert_eq!(depth, 0, "{text:?}");
    }
}

#[test]
fn a_picture_that_stands_alone_says_its_language() {
    let mut file = affair();
    file["incident"]["language"] = "zh-Hant".into();
    let svg = card(&story(&file.to_string()));
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("lang"), Some("zh-Hant"));
    let xml = ("http://www.w3.org/XML/1998/namespace", "lang");
    assert_eq!(root.attribute(xml), Some("zh-Hant"));
}

#[test]
fn an_excerpt_is_not_counted_as_a_source_of_its_own() {
    let mut file = affair();
    let said = |file: &Value| card_text(&card(&story(&file.to_string())));
    let before = said(&file);
    let all = file["sources"].as_array().unwrap().len();
    assert!(before.contains(&format!("{all} sources")), "{before}");
    assert!(before.contains("Sample Gazette"), "{before}");
    file["sources"][1]["excerpt_of"] = "daily".into();
    let after = said(&file);
    assert!(after.contains(&format!("{} sources", all - 1)), "{after}");
    assert!(!after.contains("Sample Gazette"), "{after}");
}
