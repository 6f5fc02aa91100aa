//! Where names have no room: the maps of an edition hold numbers, and the list beside them says whose.

use std::collections::BTreeSet;
use std::sync::Arc;

use actor_map::layout::{Options, TiePath, layout, with_names};
use actor_map::view::Story;
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::shadow_markup;
use actor_map::view::edition::plain::{Flavour, plain};
use actor_map::view::edition::sheet::{Around, sheet};
use actor_map::view::edition::undrawn::Undrawn;
use resvg::usvg::roxmltree::Document;
use scraper::{ElementRef, Html, Selector};
use serde_json::json;

use crate::corpus;
use crate::stories::{quotes, story};

/// A made-up incident of 60 actors with long names.
fn crowd() -> Arc<Story> {
    let mut file = corpus::incident(60, 100, 1);
    for actor in file["actors"].as_array_mut().unwrap() {
        let name = format!("{} of the Harbours", actor["name"].as_str().unwrap());
        actor["name"] = name.into();
    }
    story(&file.to_string())
}

fn all<'a>(root: &ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    root.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(root: &ElementRef, selector: &str) -> Vec<String> {
    let text = |element: ElementRef| element.text().collect::<String>().trim().to_owned();
    all(root, selector).into_iter().map(text).collect()
}

#[test]
fn every_number_on_a_map_is_a_row_of_the_list_with_the_whole_name() {
    let story = crowd();
    let maps = bands(&story.graph, Effort { maps: 3, seeds: 1 });
    let numbered: Vec<(f64, bool)> = maps
        .iter()
        .map(|map| (map.scene.width, map.scene.numbered))
        .collect();
    assert_eq!(numbered, [(558.0, false), (320.0, true), (280.0, true)]);

    let html = Html::parse_fragment(&shadow_markup(&story, &maps));
    let root = html.root_element();
    // Up to 557 px the map of 320 px shows, for there is none of 459 px.
    assert_eq!(all(&root, ".widget.static.n280.n320.n459").len(), 1);
    assert!(all(&root, ".n558, .n640").is_empty());

    let mut names = BTreeSet::new();
    for (at, row) in all(&root, ".row > summary").iter().enumerate() {
        let actor = story
            .incident
            .actor(row.attr("data-actor").unwrap())
            .unwrap();
        assert_eq!(texts(row, "b.numbers"), [(at + 1).to_string()]);
        let text: String = row.text().collect();
        assert!(text.contains(&actor.name), "{text}");
        names.insert(actor.name.clone());
    }
    assert_eq!(names.len(), 60);
    // The loader finds a number's row by its place.
    let in_order: Vec<String> = (1..=60).map(|number| number.to_string()).collect();
    for width in ["m320", "m280"] {
        assert_eq!(texts(&root, &format!(".{width} .actor text")), in_order);
    }
    let first = texts(&root, ".m558 .actor:first-child .name").join(" ");
    assert!(texts(&root, ".row > summary")[0].contains(&first));

    // Camp by camp, each under its title.
    let titles = texts(&root, ".panel > .section");
    assert_eq!(
        titles,
        [
            "Harmed, and accusing",
            "Accused, and answering",
            "Reacting",
            "An earlier affair"
        ]
    );
    // The lead statements stand before the list where the map has names, and after it where it has numbers.
    for class in ["names", "numbers"] {
        assert_eq!(all(&root, &format!("div.{class} .statement")).len(), 3);
    }
    let shown: String = root.text().collect();
    for quote in quotes(&story) {
        assert!(shown.contains(&format!("“{quote}”")), "lost: {quote}");
    }
}

#[test]
fn an_incident_whose_names_have_room_has_no_numbers() {
    let story = story(&corpus::incident(12, 20, 1).to_string());
    let maps = bands(&story.graph, Effort { maps: 3, seeds: 1 });
    let html = Html::parse_fragment(&shadow_markup(&story, &maps));
    assert!(all(&html.root_element(), ".numbers, .names, .many, .n280").is_empty());
}

#[test]
fn plain_markup_names_the_numbers_of_its_picture() {
    let story = crowd();
    let options = Options::new(320.0, 1);
    let scene = layout(&story.graph, &options);
    assert!(scene.numbered && scene.height <= 1800.0);
    for flavour in [Flavour::Static, Flavour::Amp] {
        let html = plain(&story, &scene, flavour);
        let html = Html::parse_fragment(&html);
        let lines = texts(&html.root_element(), ".actor-map-names").join(" · ");
        for actor in &story.incident.actors {
            let number = story.number(story.position(&actor.id).unwrap());
            assert!(
                lines.contains(&format!("{number} {}", actor.name)),
                "{lines}"
            );
        }
    }
    // A picture that stands alone has names whatever its height.
    let picture = with_names(&story.graph, &options);
    assert!(!picture.numbered && picture.height > scene.height);
    assert!(!plain(&story, &picture, Flavour::Static).contains("actor-map-names"));
}

#[test]
fn a_picture_says_what_it_does_not_draw() {
    let said = |incident: &serde_json::Value, width: f64| {
        let story = story(&incident.to_string());
        let scene = with_names(&story.graph, &Options::new(width, 1));
        let undrawn = Undrawn::of(&story, &scene);
        let sentences = undrawn.sentences();
        let picture = sheet(&story, &scene, Around::Everything);
        let html = plain(&story, &scene, Flavour::Amp);
        let html = Html::parse_fragment(&html);
        assert_eq!(texts(&html.root_element(), ".actor-map-undrawn"), sentences);
        let document = Document::parse(&picture).unwrap();
        let text = |name: &str| {
            let texts = document.descendants();
            let texts = texts.filter(|node| node.tag_name().name() == name);
            let texts = texts.filter_map(|node| node.text());
            texts.collect::<Vec<_>>().join(" ")
        };
        for sentence in &sentences {
            assert!(text("desc").contains(sentence), "{picture}");
            assert!(text("text").contains(sentence), "{picture}");
        }
        // "and their ties" only where there are any.
        let drawn = scene.ties.iter().any(TiePath::is_drawn);
        assert_eq!(text("desc").contains(" and their ties;"), drawn);
        (sentences.join(" "), undrawn.warnings().join(" "))
    };
    let (ties, warned) = said(&corpus::incident(30, 50, 1), 320.0);
    assert!(ties.starts_with("Not drawn: the ") && ties.ends_with("at this width."));
    assert!(warned.contains("--width 640"), "{warned}");
    assert_eq!(said(&corpus::incident(8, 9, 1), 640.0), Default::default());
    // Beyond what a map takes: the others have no ties.
    let mut many = corpus::incident(8, 9, 1);
    let actors = many["actors"].as_array_mut().unwrap();
    for number in 0..150 {
        actors.push(json!({"id": format!("b{number}"), "name": format!("Body {number}"), "kind": "public-body"}));
    }
    let (actors, warned) = said(&many, 1000.0);
    let expected = "Not on this map: 38 of 158 actors, those with the fewest ties.";
    assert!(actors.starts_with(expected), "{actors}");
    assert!(warned.contains("it takes 120 actors"), "{warned}");
    // An edition's maps, too, before the program is there.
    let story = story(&many.to_string());
    let once = Effort { maps: 1, seeds: 1 };
    let html = Html::parse_fragment(&shadow_markup(&story, &bands(&story.graph, once)));
    assert_eq!(
        texts(&html.root_element(), ".map-column > .hint"),
        [expected]
    );
    // One tie more than it takes is no reason to leave half of the actors out.
    let mut tied = corpus::incident(100, 100, 1);
    let ids: Vec<_> = tied["actors"].as_array().unwrap().clone();
    let relations = tied["relations"].as_array_mut().unwrap();
    for number in 0..600 {
        let (from, to) = (number % 100, (number / 100 + number) % 99);
        relations.push(
            json!({"id": format!("tie-{number}"), "from": ids[from]["id"], "to": ids[to]["id"],
            "type": "part-of", "sources": ["example-daily"]}),
        );
    }
    let story = crate::stories::story(&tied.to_string());
    assert!(
        (60..100).contains(&story.on_map.len()),
        "{}",
        story.on_map.len()
    );
    // More ties than are drawn at any width.
    let mut dense = corpus::incident(25, 24, 1);
    let ids: Vec<_> = dense["actors"].as_array().unwrap().clone();
    let relations = dense["relations"].as_array_mut().unwrap();
    for (from, one) in ids.iter().enumerate() {
        for (to, other) in ids.iter().enumerate().skip(from + 1).take(8) {
            relations.push(
                json!({"id": format!("link-{from}-{to}"), "from": one["id"], "to": other["id"],
                "type": "part-of", "sources": ["example-daily"]}),
            );
        }
    }
    let (ties, warned) = said(&dense, 1000.0);
    assert!(ties.ends_with("too many to be told apart."), "{ties}");
    assert!(warned.contains("more than 160"), "{warned}");
}
