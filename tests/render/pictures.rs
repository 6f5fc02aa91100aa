//! SVG and PNG: they open by themselves, in the size they should have, with text as text.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use actor_map::layout::{Options, Scene, layout, with_names};
use actor_map::view::Story;
use actor_map::view::edition::card::card;
use actor_map::view::edition::plain::{Flavour, plain};
use actor_map::view::edition::png::{Error, Fonts, draw};
use actor_map::view::edition::sheet::{Around, sheet};
use resvg::usvg::roxmltree::{Document, Node};
use resvg::usvg::{self, Tree};
use serde_json::{Value, json};

use crate::corpus;
use crate::stories::{REAL, hostile, small, story};

/// Width and height in a PNG's header (ISO 15948, IHDR).
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// Size and words of every text of a picture, but for the rims that are drawn behind words.
fn texts(root: Node) -> Vec<(f64, String)> {
    let texts = root
        .descendants()
        .filter(|node| node.tag_name().name() == "text" && node.attribute("aria-hidden").is_none());
    texts
        .map(|node| {
            let size = node.attribute("font-size").unwrap().parse().unwrap();
            (size, node.text().unwrap_or_default().to_owned())
        })
        .collect()
}

fn scene(story: &Story, width: f64) -> Scene {
    with_names(&story.graph, &Options { width, seed: 1 })
}

/// A made-up incident with every part an actor can have, every kind of tie, and the denial of an accusation.
fn affair() -> Value {
    let source =
        |id: &str, publisher: &str| json!({"id": id, "publisher": publisher, "language": "en"});
    let actor = |id: &str, name: &str, kind: &str, roles: Value| json!({"id": id, "name": name, "kind": kind, "roles": roles});
    let said = |id: &str, speaker: &str, stance: &str, to: &str, quote: &str| {
        json!({"id": id, "speaker": speaker, "stance": [stance], "to": [to],
            "reports": [{"source": "daily", "directness": "direct", "quote": quote}]})
    };
    json!({
        "version": 1,
        "incident": {"id": "affair", "title": "The affair of State B", "language": "en", "summary": "A made-up summary.",
            "lead": ["blame", "thanks", "no"]},
        "sources": [source("daily", "Example Daily"), source("gazette", "Sample Gazette"), source("again", "Example Daily")],
        "actors": [
            actor("a", "Ministry A", "public-body", json!(["victim", "attributor"])),
            actor("b", "State B", "state", json!(["initiator"])),
            actor("c", "Minister C", "person", json!([])),
            actor("d", "Somebody D", "unknown", json!(["victim"])),
            actor("e", "Embassy E", "diplomatic-mission", json!(["alleged-sponsor", "victim"])),
        ],
        "statements": [
            said("blame", "a", "accuse", "b", "It was State B, and nobody else"),
            said("thanks", "c", "express-solidarity", "a", "We are with them"),
            said("no", "e", "deny", "a", "Not us"),
            said("call", "c", "call-upon", "b", "Stop it"),
            said("shame", "c", "condemn", "e", "A shame"),
            said("word", "b", "inform", "c", "We shall see"),
        ],
        "relations": [
            {"id": "hit", "type": "targets", "from": "b", "to": "d", "status": "alleged", "asserted_by": ["blame"]},
            {"id": "fined", "type": "sanctioned", "from": "a", "to": "e", "status": "settled", "asserted_by": ["blame"]},
            {"id": "post", "type": "mission-of", "from": "e", "to": "b", "sources": ["daily"]},
        ],
    })
}

/// Pictures with text of every length and script that titles, names and quotations may have.
fn awkward() -> Vec<(&'static str, Arc<Story>)> {
    let with = |title: &str, name: &str, quote: &str| {
        let mut file = affair();
        file["incident"]["title"] = title.into();
        file["incident"]["summary"] = quote
            .repeat(3)
            .chars()
            .take(4_900)
            .collect::<String>()
            .into();
        for actor in [0, 1] {
            file["actors"][actor]["name"] = format!("{name} {actor}").into();
        }
        file["sources"][0]["publisher"] = name.into();
        for said in file["statements"].as_array_mut().unwrap() {
            let short = said["reports"][0]["quote"].as_str().unwrap().to_owned();
            said["reports"][0]["quote"] = format!("{quote} {short}").into();
        }
        story(&file.to_string())
    };
    let long = "Hafenverwaltungsgenossenschaftsvorsitzendenstellvertreter".repeat(3);
    vec![
        (
            "as it is",
            with("The affair of State B", "Ministry", "Word for word"),
        ),
        (
            "long",
            with(
                &"A title that goes on ".repeat(23),
                &"Office of Harbours ".repeat(9),
                &"and so on ".repeat(60),
            ),
        ),
        (
            "endless",
            with(
                &"A title that goes on ".repeat(23),
                &long,
                &"and so on ".repeat(480),
            ),
        ),
        ("one word", with(&long, &long, &long)),
        (
            "wide",
            with(&"W".repeat(490), &"M".repeat(190), &"@".repeat(900)),
        ),
        (
            "Arabic",
            with(
                &"من قال ماذا في الميناء ".repeat(4),
                "وزارة الموانئ",
                &"لم نفعل شيئا من هذا ".repeat(5),
            ),
        ),
        (
            "Japanese",
            with(
                &"例の港での出来事についてだれが何を言ったか".repeat(5),
                "例示港湾省",
                &"わたしたちではありません。".repeat(9),
            ),
        ),
    ]
}

/// The places of all texts as they are really drawn, with the system's fonts: left, top, right, bottom.
fn drawn_texts(svg: &str) -> (usvg::Size, Vec<usvg::Rect>) {
    fn collect(group: &usvg::Group, into: &mut Vec<usvg::Rect>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => collect(group, into),
                usvg::Node::Text(text) => into.push(text.abs_bounding_box()),
                _ => {}
            }
        }
    }
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_system_fonts();
    let tree = Tree::from_str(svg, &options).unwrap();
    let mut places = Vec::new();
    collect(tree.root(), &mut places);
    (tree.size(), places)
}

fn assert_texts_within(svg: &str, margin: f32, name: &str) {
    let (size, places) = drawn_texts(svg);
    assert!(!places.is_empty(), "{name}");
    for place in places {
        let inside = place.left() >= margin
            && place.right() <= size.width() - margin
            && place.top() >= 0.0
            && place.bottom() <= size.height();
        assert!(inside, "{name}: {place:?} in {size:?}");
    }
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
    for tie in scene
        .ties
        .iter()
        .filter(|tie| tie.clear && !tie.d.is_empty())
    {
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
    let (ink, red, grey) = (Some("#1b1b1a"), Some("#b3261e"), Some("#a19d92"));
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
        let scene = layout(
            &story.graph,
            &Options {
                width: 640.0,
                seed: 1,
            },
        );
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
fn a_card_is_1200_by_630_and_a_full_picture_twice_its_size() {
    let fonts = Fonts::load(&[]).unwrap();
    for title in ["Short", &"A title that goes on and on ".repeat(9)] {
        let mut incident = corpus::incident(12, 20, 2);
        incident["incident"]["title"] = title.into();
        let story = story(&incident.to_string());
        let card = draw(&card(&story), 1.0, &fonts).unwrap();
        assert_eq!(size(&card), (1200, 630));
        let scene = layout(
            &story.graph,
            &Options {
                width: 500.0,
                seed: 1,
            },
        );
        let full = draw(&sheet(&story, &scene, Around::Everything), 2.0, &fonts).unwrap();
        let (width, height) = size(&full);
        assert!(width == 1000 && height > scene.height as u32 * 2);
    }
}

#[test]
fn text_is_drawn_with_a_real_font() {
    let fonts = Fonts::load(&[]).unwrap();
    let picture = |text: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"30\" font-family=\"sans-serif\"><text x=\"2\" y=\"20\">{text}</text></svg>"
        );
        draw(&svg, 1.0, &fonts).unwrap()
    };
    assert_ne!(picture("Ministry"), picture(""));
    assert_ne!(picture("Ministry"), picture("Embassy"));
}

#[test]
fn a_font_that_is_none_is_named() {
    let missing = Fonts::load(&[PathBuf::from("no-such-font.ttf")])
        .err()
        .unwrap();
    assert!(
        matches!(missing, Error::Font(..)) && missing.to_string().contains("no-such-font.ttf"),
        "{missing}"
    );
    let wrong = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let wrong = Fonts::load(&[wrong]).err().unwrap();
    assert!(matches!(wrong, Error::NotAFont(_)), "{wrong}");
}

#[test]
fn a_card_of_a_story_without_actors_on_the_map_still_opens() {
    let (story, _) = hostile();
    assert!(Tree::from_str(&card(&story), &usvg::Options::default()).is_ok());
}

/// Words of a card: its lines joined.
fn card_text(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let lines = texts(document.root_element()).into_iter();
    lines.map(|(_, text)| text).collect::<Vec<_>>().join(" ")
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
            let beside =
                (pair[1][2] - pair[0][2]).abs() < 4.0 && places[at].right() < places[at + 1].left();
            let below = pair[1][2] - pair[0][2] >= pair[1][0];
            assert!(beside || below, "{name}: {pair:?}");
        }
    }
}

#[test]
fn an_accusation_stands_on_the_card_with_its_denial_word_for_word() {
    let text = card_text(&card(&story(&affair().to_string())));
    let accusation =
        "“It was State B, and nobody else” Ministry A accuses State B Reported by Example Daily";
    assert!(text.contains(accusation), "{text}");
    assert!(
        text.contains("“Not us” Embassy E denies Ministry A"),
        "{text}"
    );
    assert!(
        text.ends_with("Sources: Example Daily and Sample Gazette"),
        "{text}"
    );
    assert!(!text.contains("We are with them"), "{text}");
    // The one that it answers is the one it stands with.
    let mut file = affair();
    file["statements"][2]["about"] = json!(["thanks"]);
    let text = card_text(&card(&story(&file.to_string())));
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
