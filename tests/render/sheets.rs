//! The map as a picture: its key, title and outlets, and every name as text.

use std::collections::BTreeSet;

use actor_map::layout::{Options, Scene, layout, with_names};
use actor_map::view::Story;
use actor_map::view::edition::plain::{Flavour, plain};
use actor_map::view::edition::sheet::{Around, sheet};
use resvg::usvg::roxmltree::{Document, Node};
use serde_json::json;

use crate::drawn::{assert_texts_within, texts};
use crate::stories::{REAL, affair, awkward, hostile, small, story};

fn scene(story: &Story, width: f64) -> Scene {
    with_names(&story.graph, &Options::new(width, 1))
}

/// What the key of a picture says: its labels are of this size, and nothing else is.
fn key(svg: &str) -> BTreeSet<String> {
    let document = Document::parse(svg).unwrap();
    let labels: Vec<String> = texts(document.root_element())
        .into_iter()
        .filter_map(|(size, text)| (size == 12.5).then_some(text))
        .collect();
    let once: BTreeSet<String> = labels.iter().cloned().collect();
    assert_eq!(labels.len(), once.len(), "twice in the key: {labels:?}");
    once
}

/// What is on the map of a scene, in the words of the widget's key.
fn on_map(story: &Story, scene: &Scene) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for tie in scene.ties.iter().filter(|tie| tie.is_drawn()) {
        all.insert(match story.tie_class(&story.ties[tie.tie]) {
            "accuse" => "Accuse or protest",
            "condemn" => "Condemn or warn",
            "call" => "Call on",
            "deny" => "Deny or reject",
            "support" => "Stand with",
            "inform" => "Inform",
            "claim contested" => "Alleged or disputed link",
            "claim" => "Link on record",
            "office" => "Tie of office",
            other => panic!("a kind of tie without words: {other}"),
        });
    }
    for (node, &actor) in scene.nodes.iter().zip(&story.on_map) {
        let actor = serde_json::to_value(&story.incident.actors[actor]).unwrap();
        let plays = |role: &str| {
            let roles = actor["roles"].as_array();
            roles.is_some_and(|roles| roles.iter().any(|known| known == role))
        };
        for (marked, label) in [
            (actor["kind"] == "person", "Person"),
            (plays("initiator") || plays("alleged-sponsor"), "Accused"),
            (plays("victim"), "Target"),
            (actor["kind"] == "unknown", "Not named"),
            (node.badge.is_some(), "Number of statements"),
        ] {
            if marked {
                all.insert(label);
            }
        }
    }
    all.into_iter().map(str::to_owned).collect()
}

#[test]
fn the_key_of_a_picture_explains_what_is_on_its_map_and_nothing_else() {
    let mut seen = BTreeSet::new();
    let bare = r#"{"version":1,"incident":{"id":"bare","title":"Bare","language":"en"},
        "sources":[{"id":"daily","publisher":"Example Daily"}],"actors":[{"id":"a","name":"A","kind":"state"}],
        "statements":[]}"#;
    let stories = [
        story(REAL),
        small(),
        story(&affair().to_string()),
        story(bare),
    ];
    for story in &stories {
        for width in [280.0, 640.0, 1000.0] {
            let scene = scene(story, width);
            let expected = on_map(story, &scene);
            for around in [Around::Key, Around::Everything] {
                let svg = sheet(story, &scene, around);
                assert_eq!(key(&svg), expected, "{width} px");
                assert_texts_within(&svg, 0.0, "a picture");
                let document = Document::parse(&svg).unwrap();
                let sizes = texts(document.root_element());
                assert!(sizes.iter().all(|(size, _)| *size >= 11.0));
            }
            seen.extend(expected);
        }
    }
    assert_eq!(seen.len(), 14, "not tried: all but {seen:?}");
    assert!(on_map(&stories[3], &scene(&stories[3], 640.0)).is_empty());
}

#[test]
fn the_key_shows_the_lines_of_the_map() {
    let story = story(&affair().to_string());
    let svg = sheet(&story, &scene(&story, 640.0), Around::Key);
    let document = Document::parse(&svg).unwrap();
    // The map is the first group, and each line of the key is one more.
    let groups = document
        .root_element()
        .children()
        .filter(|node| node.tag_name().name() == "g");
    let styles = |group: Node| -> Vec<[Option<String>; 4]> {
        let lines = group
            .children()
            .filter(|node| node.attribute("fill") == Some("none"));
        let style = [
            "stroke",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
        ];
        let all = lines.map(|line| style.map(|name| line.attribute(name).map(str::to_owned)));
        all.filter(|style| style[1].as_deref() != Some("5"))
            .collect()
    };
    let groups: Vec<_> = groups.map(styles).collect();
    let map: BTreeSet<_> = groups[0].iter().collect();
    let key: BTreeSet<_> = groups[1..].iter().flatten().collect();
    assert_eq!(map, key);
    assert_eq!(key.len(), 9);
}

#[test]
fn boxes_have_the_strokes_of_the_live_map() {
    let story = story(&affair().to_string());
    let scene = scene(&story, 640.0);
    let svg = sheet(&story, &scene, Around::Key);
    let document = Document::parse(&svg).unwrap();
    let boxes = document.descendants().filter(|node| {
        node.tag_name().name() == "rect" && node.attribute("fill") == Some("#ffffff")
    });
    let boxes: Vec<_> = boxes
        .take(scene.nodes.len())
        .map(|node| ["stroke", "stroke-width", "stroke-dasharray"].map(|name| node.attribute(name)))
        .collect();
    let (ink, red, grey) = (Some("#1b1b1a"), Some("#b3261e"), Some("#8f8b80"));
    assert_eq!(
        boxes,
        [
            [ink, Some("1.5"), None],
            [red, Some("2.2"), None],
            [grey, Some("1.5"), None],
            [ink, Some("1.5"), Some("4 3")],
            [ink, Some("2.2"), None],
        ]
    );
}

#[test]
fn a_picture_that_stands_alone_says_what_it_is_and_where_from() {
    let story = story(&affair().to_string());
    let scene = scene(&story, 320.0);
    let text = |svg: &str| {
        let document = Document::parse(svg).unwrap();
        let lines = texts(document.root_element()).into_iter();
        lines.map(|(_, text)| text).collect::<Vec<_>>().join(" ")
    };
    let alone = text(&sheet(&story, &scene, Around::Everything));
    for part in [
        "The affair of State B",
        "Reported by Example Daily and Sample Gazette",
    ] {
        assert!(alone.contains(part), "{alone}");
    }
    // A page's text says both already.
    let html = plain(&story, &scene, Flavour::Amp);
    let svg = &html[html.find("<svg").unwrap()..html.find("</svg>").unwrap() + "</svg>".len()];
    assert!(!text(svg).contains("affair") && !text(svg).contains("Reported"));
    assert_eq!(key(svg), on_map(&story, &scene));
    for (name, story) in awkward() {
        for width in [280.0, 1000.0] {
            let scene = self::scene(&story, width);
            assert_texts_within(&sheet(&story, &scene, Around::Everything), 0.0, name);
        }
    }
}

#[test]
fn a_picture_is_sound_xml_with_every_name_as_text() {
    for story in [story(REAL), small(), hostile().0] {
        let scene = layout(&story.graph, &Options::new(640.0, 1));
        let svg = sheet(&story, &scene, Around::Everything);
        let document = Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("width"), Some("640"));
        let lines: Vec<String> = texts(root).into_iter().map(|(_, text)| text).collect();
        for node in &scene.nodes {
            for line in &node.lines {
                assert!(lines.contains(&line.text), "{}", line.text);
            }
        }
        assert!(
            root.descendants()
                .all(|node| node.attribute("style").is_none() && node.attribute("id").is_none())
        );
    }
}

#[test]
fn a_picture_of_a_language_from_right_to_left_has_its_words_at_the_right() {
    for (language, from_right) in [("ar", true), ("en", false)] {
        let mut file = affair();
        file["incident"]["language"] = language.into();
        let story = story(&file.to_string());
        for width in [320.0, 1000.0] {
            let svg = sheet(&story, &scene(&story, width), Around::Everything);
            let document = Document::parse(&svg).unwrap();
            // What is not on the map: kicker, title, the key, outlets.
            let words = document
                .root_element()
                .children()
                .filter(|node| node.tag_name().name() == "text");
            let places: Vec<(f64, bool)> = words
                .filter(|node| node.attribute("text-anchor") != Some("middle"))
                .map(|node| {
                    let x: f64 = node.attribute("x").unwrap().parse().unwrap();
                    (x, node.attribute("text-anchor") == Some("end"))
                })
                .collect();
            assert!(places.iter().all(|(_, end)| *end == from_right));
            let edge = if from_right { width - 12.0 } else { 12.0 };
            // Kicker, title and outlets begin at the edge, the key's words after their samples.
            for at in [0, 1, places.len() - 1] {
                assert_eq!(places[at].0, edge, "{language}, {width} px, text {at}");
            }
            let samples = places.iter().filter(|(x, _)| (x - edge).abs() == 29.0);
            assert!(samples.count() > 0, "{language}, {width} px: {places:?}");
            assert_texts_within(&svg, 0.0, language);
        }
    }
}

/// Every line of such a name, also one that does not tell by itself, from the right edge of its box, the badge on the left.
#[test]
fn names_from_right_to_left_are_set_so() {
    let mut file = affair();
    file["incident"]["language"] = "he".into();
    file["actors"][0]["name"] = "קבוצת הדוגמה APT-99 «ב»".into();
    file["camps"] = json!([{"id": "one", "title": "הנאשמים"}]);
    file["actors"][0]["camp"] = "one".into();
    let story = story(&file.to_string());
    let svg = sheet(&story, &scene(&story, 320.0), Around::Key);
    let document = Document::parse(&svg).unwrap();
    // Of names and camps' titles: where each line stands, and what it is.
    let lines = |size: &str| -> Vec<(String, String)> {
        let all = document.descendants().filter(|node| {
            node.attribute("text-anchor") == Some("end")
                && node.attribute("font-size") == Some(size)
        });
        all.map(|line| {
            (
                line.attribute("x").unwrap().to_owned(),
                line.text().unwrap().to_owned(),
            )
        })
        .collect()
    };
    let titles: Vec<String> = lines("11").into_iter().map(|(_, text)| text).collect();
    assert_eq!(titles, ["\u{2067}הנאשמים\u{2069}"]);
    let name = lines("13");
    assert!(
        name.len() > 1 && name.iter().all(|(x, _)| *x == name[0].0),
        "{name:?}"
    );
    let directed = |text: &String| text.starts_with('\u{2067}') && text.ends_with('\u{2069}');
    assert!(name.iter().all(|(_, text)| directed(text)), "{name:?}");
    let name: String = name
        .iter()
        .map(|(_, text)| text.trim_matches(['\u{2067}', '\u{2069}']))
        .collect();
    assert_eq!(name.replace(' ', ""), "קבוצתהדוגמהAPT-99«ב»");
    // Other names stay as they were.
    assert!(svg.contains(">Minister C<"));
}

#[test]
fn a_turkish_title_in_capitals_keeps_the_dots() {
    let mut file = affair();
    file["incident"]["language"] = "tr".into();
    file["camps"] = json!([{"id": "one", "title": "Üçüncü kişi"}]);
    file["actors"][0]["camp"] = "one".into();
    let story = story(&file.to_string());
    let svg = sheet(&story, &scene(&story, 640.0), Around::Key);
    assert!(svg.contains("ÜÇÜNCÜ KİŞİ"));
}
