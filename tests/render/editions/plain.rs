//! The editions without a program, and that nothing in a file gets out of its place in any of them.

use super::{all, plain_markup, static_markup, words};
use crate::stories::{REAL, affair, element, hostile, quotes, small, story};
use actor_map::view::edition::email::email;
use actor_map::view::edition::plain::Flavour;
use actor_map::view::edition::text::{markdown, text};
use scraper::Html;

#[test]
fn hostile_texts_stay_texts_everywhere() {
    let (story, attack) = hostile();
    for (name, html) in [
        ("element", element(&story)),
        ("static", static_markup(&story)),
        ("email", email(&story, None)),
    ] {
        let parsed = Html::parse_fragment(&html);
        assert!(
            all(&parsed, "img, script:not([src])").is_empty(),
            "{name}: markup came out of a text"
        );
        let quotes = all(&parsed, "blockquote");
        assert!(!quotes.is_empty());
        for quote in quotes {
            assert_eq!(words(quote), format!("“{attack}”"), "{name}");
        }
    }
}

#[test]
fn a_static_edition_has_no_program_no_style_and_its_own_names() {
    let story = story(REAL);
    let html = static_markup(&story);
    let parsed = Html::parse_fragment(&html);
    assert!(all(&parsed, "script, style, link, template, [style], [id]").is_empty());
    for element in all(&parsed, "[class]") {
        for class in element.value().classes() {
            assert!(class.starts_with("actor-map-"), "{class}");
        }
    }
    let summaries: Vec<String> = all(&parsed, ".actor-map-actor > summary")
        .into_iter()
        .map(words)
        .collect();
    assert!(
        summaries
            .iter()
            .any(|summary| summary == "Kaja Kallas · 6 statements"),
        "{summaries:?}"
    );
    let printed: Vec<String> = all(&parsed, "blockquote").into_iter().map(words).collect();
    let expected = quotes(&story);
    assert_eq!(printed.len(), expected.len());
    for quote in expected {
        assert!(printed.contains(&format!("“{quote}”")), "{quote}");
    }
    assert!(
        !plain_markup(&story, Flavour::Amp).contains(" name="),
        "AMP knows no name on details"
    );
}

#[test]
fn mail_numbers_every_statement_and_names_every_source_in_full() {
    let story = small();
    let html = email(&story, Some("https://example.org/map?a=1&b=2"));
    let parsed = Html::parse_fragment(&html);
    assert!(all(&parsed, "script, style, link, svg, details, [class]").is_empty());
    assert_eq!(
        all(&parsed, "a[href='https://example.org/map?a=1&b=2']").len(),
        1
    );
    let text: String = parsed.root_element().text().collect();
    for number in 1..=story.incident.statements.len() {
        assert!(text.contains(&format!("{number}. ")), "{number}");
    }
    assert!(text.contains("Example Daily · “What happened at the harbour, part 1” · 10 May 2031 · https://example-daily.example/harbour"), "{text}");
}

#[test]
fn all_markup_but_the_elements_is_well_formed_xml() {
    use resvg::usvg::roxmltree::Document;
    for story in [story(REAL), hostile().0] {
        for (name, markup) in [
            ("static", static_markup(&story)),
            ("amp", plain_markup(&story, Flavour::Amp)),
            ("email", email(&story, Some("https://example.org/?a=1&b=2"))),
        ] {
            let parsed = Document::parse(&markup);
            assert!(parsed.is_ok(), "{name}: {parsed:?}");
        }
    }
}

#[test]
fn mail_brings_the_paper_that_its_colours_are_for() {
    let html = Html::parse_fragment(&email(&small(), None));
    for part in ["table", "td"] {
        let [part] = all(&html, part)[..] else {
            panic!("one {part}");
        };
        assert_eq!(part.attr("bgcolor"), Some("#ffffff"));
        let style = part.attr("style").unwrap();
        assert!(style.contains("background-color:#ffffff"), "{style}");
    }
    for style in all(&html, "[style]") {
        let style = style.attr("style").unwrap();
        let is_upper = |letter: char| letter.is_ascii_uppercase();
        let named = style
            .replace("Arial,Helvetica", "")
            .replace("Georgia,'Times New Roman'", "");
        assert!(
            !named.contains(is_upper),
            "a colour without a value: {style}"
        );
    }
    let cell = all(&html, "td")[0].attr("style").unwrap();
    assert!(cell.contains("padding:12px;"), "{cell}");
}

#[test]
fn text_and_markdown_hold_every_quotation_and_every_link_in_words() {
    let story = story(REAL);
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = one_line(text(&story));
    let marked = one_line(markdown(&story).replace('\\', ""));
    for quote in quotes(&story) {
        let quote = one_line(quote);
        assert!(plain.contains(&format!("“{quote}”")), "text: {quote}");
        assert!(
            marked.contains(&format!("> “{quote}”")),
            "markdown: {quote}"
        );
    }
    assert_eq!(
        plain.matches("Asserted by").count(),
        marked.matches("Asserted by").count()
    );
    assert!(
        plain.contains("an excerpt of the same article as BLMS Media, so no second confirmation")
    );
    assert!(
        text(&story).lines().all(|line| line.chars().count() <= 100),
        "wrapped"
    );
}

#[test]
fn a_map_of_very_many_ties_shows_those_with_the_most_and_the_list_everybody() {
    use actor_map::view::story::MAP_TIES;
    let mut file = affair();
    let extra = (0..60).map(|i| serde_json::json!({"id": format!("body-{i}"), "name": format!("Body {i}"), "kind": "public-body"}));
    file["actors"].as_array_mut().unwrap().extend(extra);
    let source = file["sources"][0]["id"].clone();
    let pairs = (0..60).flat_map(|one| (0..one).map(move |other| (one, other)));
    let ties = pairs.map(|(one, other)| {
        serde_json::json!({"id": format!("tie-{one}-{other}"), "type": "part-of",
        "from": format!("body-{one}"), "to": format!("body-{other}"), "sources": [source.clone()]})
    });
    let ties: Vec<serde_json::Value> = ties.collect();
    assert!(ties.len() > MAP_TIES);
    file["relations"] = ties.into();
    let story = story(&file.to_string());
    let (shown, all) = (story.graph.nodes.len(), story.incident.actors.len());
    assert!(shown > 20 && shown < all, "{shown} of {all}");
    let ties = story.graph.ties.iter();
    let drawn = ties.filter(|tie| tie.from < shown && tie.to < shown);
    let drawn = drawn.count();
    assert!(drawn > MAP_TIES / 8 && drawn <= MAP_TIES, "{drawn}");
    let html = element(&story);
    for actor in &story.incident.actors {
        let control = format!("data-actor=\"{}\"", actor.id);
        assert_eq!(html.matches(&control).count(), 1, "{}", actor.id);
    }
}
