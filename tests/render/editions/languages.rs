//! Which language words are told to be in: ours are English, the newsroom's are the story's (WCAG 2.2, 3.1.2).

use super::in_markup;
use crate::stories::{reading, story};
use actor_map::pieces::at_once;
use actor_map::view::edition::element::shadow_markup;
use actor_map::view::{State, Story, widget};
use scraper::{ElementRef, Html, Node};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use tachys::view::RenderHtml;

/// A story in a language with every part that has words, and `actors` more. All its words are `word` with numbers, so that a
/// letter tells whose words it is of.
fn told_in(language: &str, word: &str, actors: usize) -> Value {
    let mut count = 0;
    let mut words = || {
        count += 1;
        Value::from(format!("{word} {count}"))
    };
    let mut file = json!({
        "version": 1,
        "incident": {"id": "affair", "title": words(), "summary": words(), "language": language, "lead": ["blame"]},
        "camps": [{"id": "camp", "title": words()}],
        "sources": [
            {"id": "daily", "publisher": words(), "agency": words(), "author": words(), "headline": words(),
                "published": "2030-05-02", "language": language},
            {"id": "copy", "publisher": words(), "excerpt_of": "daily", "language": language},
            {"id": "abroad", "publisher": words(), "language": "de"},
        ],
        "actors": [
            {"id": "a", "name": words(), "kind": "public-body", "roles": ["victim"], "about": words(), "camp": "camp",
                "aliases": [words(), words(), words()]},
            {"id": "b", "name": words(), "kind": "state", "roles": ["initiator"]},
            {"id": "c", "name": words(), "kind": "person"},
            {"id": "d", "name": words(), "kind": "unknown", "about": words(), "aliases": [words()]},
        ],
        "statements": [
            {"id": "blame", "speaker": "a", "stance": ["accuse", "condemn"], "to": ["b", "c", "d"], "capacity": words(),
                "venue": words(), "date": "2030-05-02", "reports": [
                {"source": "daily", "directness": "direct", "quote": words()},
                {"source": "copy", "directness": "direct", "quote": words(), "speaker": "c", "venue": words(),
                    "translated_from": "de", "original": "Äöü ß"},
                {"source": "abroad", "directness": "direct", "quote": "Ää öü", "speaker": "c"}]},
            {"id": "no", "speaker": "b", "stance": ["deny"], "about": ["blame"], "reports": [
                {"source": "copy", "directness": "indirect", "paraphrase": words(), "speaker": "a", "venue": words()}]},
            {"id": "faulty", "speaker": "nobody", "stance": ["deny"]},
        ],
        "relations": [
            {"id": "hit", "type": "targets", "from": "b", "to": "d", "status": "alleged", "asserted_by": ["blame"],
                "disputed_by": ["no"], "about": words(), "date": "2029"},
            {"id": "post", "type": "part-of", "from": "a", "to": "b", "sources": ["daily", "copy"]},
        ],
        "events": [
            {"id": "day", "date": "2030-05-01", "title": words(), "sources": ["daily"]},
            {"id": "next", "date": "2030-05-02", "title": words(), "sources": ["daily", "copy", "abroad"]},
        ],
        "conflicts": [{"id": "asked", "question": words(), "about": ["blame", "hit", "day"], "answers": [
            {"source": "daily", "says": words()}, {"source": "copy", "says": words()}]},
            {"id": "who", "question": words(), "about": ["c"], "answers": [
            {"source": "daily", "says": words()}, {"source": "copy", "says": words()}]}],
        "corrections": [{"date": "2030-05-03", "text": words()}],
    });
    for more in 0..actors {
        let actor = json!({"id": format!("more-{more}"), "name": words(), "kind": "person"});
        file["actors"].as_array_mut().unwrap().push(actor);
    }
    file
}

/// The live widget's markup at a width, with every actor opened in turn and none.
fn live(file: &Value, width: f64) -> Vec<String> {
    let story = Arc::new(Story::new(reading(&file.to_string())));
    let opened = story.incident.actors.iter().enumerate().take(4);
    let opened: Vec<Option<usize>> = opened.map(|(at, _)| Some(at)).collect();
    let views = opened.into_iter().chain([None]).map(|opened| {
        let state = at_once(State::new(story.clone(), width, None, ""));
        state.select(opened);
        state.light();
        widget(&state).to_html()
    });
    views.collect()
}

/// Everything that is rendered of a story, by name.
fn rendered(file: &Value) -> Vec<(&'static str, Html)> {
    let live = [320.0, 1000.0].map(|width| live(file, width)).concat();
    let live = live.iter().map(|html| ("live", Html::parse_fragment(html)));
    let editions = in_markup(&story(&file.to_string()));
    live.chain(editions).collect()
}

/// The language that something is told to be in; none beside the element's shadow root, where it is the page's.
fn language_of<'a>(parents: impl Iterator<Item = ElementRef<'a>>) -> Option<&'a str> {
    let mut told = parents.filter_map(|element| element.attr("lang"));
    told.next()
}

/// Every text, and every label that is no mixture of both, with the language that it is told to be in.
fn texts(html: &Html) -> Vec<(String, Option<&str>)> {
    let mut texts = Vec::new();
    for node in html.tree.nodes() {
        let around = node.ancestors().filter_map(ElementRef::wrap);
        // The picture of plain markup is one image, described as a whole.
        let is_pictured = around.clone().any(|element| {
            let class = element.attr("class").unwrap_or_default();
            class == "actor-map-picture"
        });
        let is_said = around
            .clone()
            .next()
            .is_none_or(|of| of.value().name() != "desc");
        if is_pictured && is_said {
            continue;
        }
        match node.value() {
            Node::Text(text) => texts.push((text.to_string(), language_of(around))),
            Node::Element(element) => {
                let itself = ElementRef::wrap(node).into_iter();
                let label = element.attr("aria-label").into_iter();
                let label = label.filter(|label| !(is_ours(label) && is_theirs(label)));
                texts.extend(label.map(|label| {
                    (
                        label.into(),
                        language_of(itself.clone().chain(around.clone())),
                    )
                }));
            }
            _ => {}
        }
    }
    texts
}

fn is_ours(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_alphabetic())
}

fn is_theirs(text: &str) -> bool {
    text.chars()
        .any(|letter| letter.is_alphabetic() && !letter.is_ascii())
}

/// What of ours every story says, in a form that all renderings have.
const OURS: [&str; 8] = [
    "ccuses and condemns",
    "according to|According to",
    "Also called",
    "is part of",
    "Where the sources differ",
    "What happened when",
    "2 May 2030",
    "could not be read",
];

#[test]
fn words_of_ours_are_told_to_be_english_and_the_newsroom_s_to_be_the_story_s() {
    for (language, word) in [
        ("cs", "řáěšč"),
        ("ar", "وزارة"),
        ("ja", "外務省"),
        ("zh-Hant", "外務省"),
        ("de", "äöü"),
        // Of another language that begins with the same letters.
        ("enf", "энэ"),
    ] {
        for actors in [0, 60] {
            for (name, html) in rendered(&told_in(language, word, actors)) {
                let at = format!("{name} in {language} of {actors}");
                let mut english = BTreeSet::new();
                for (text, told) in texts(&html) {
                    let is_german = text.contains(['Ä', 'ä']) && text.contains('ö');
                    let expected = match (is_ours(&text), is_theirs(&text)) {
                        (true, true) => panic!("{at}: two languages in {text:?}"),
                        (true, false) => "en",
                        (false, true) if is_german => "de",
                        (false, true) => language,
                        (false, false) => continue,
                    };
                    assert_eq!(told.unwrap_or(language), expected, "{at}: {text:?}");
                    if expected == "en" {
                        english.insert(text);
                    }
                }
                if name != "live" {
                    for phrase in OURS {
                        let mut either = phrase.split('|');
                        let found = either.any(|it| english.iter().any(|text| text.contains(it)));
                        assert!(found, "{at}: {phrase} of {english:#?}");
                    }
                }
            }
        }
    }
}

#[test]
fn in_an_english_story_nothing_is_told_its_language_twice() {
    for language in ["en", "EN", "en-GB", "eN-latn-gb"] {
        for actors in [0, 60] {
            for (name, html) in rendered(&told_in(language, "řáěšč", actors)) {
                let elements = html.tree.root().descendants().filter_map(ElementRef::wrap);
                let told = elements.filter_map(|element| element.attr("lang"));
                let told: Vec<&str> = told.filter(|told| *told != "de").collect();
                assert_eq!(told, [language], "{name} of {actors}");
            }
        }
    }
}

#[test]
fn the_shadow_root_has_the_languages_of_the_live_panel() {
    // A statement's words, each text with its language: what the exchange shows before and after.
    let file = told_in("ja", "外務省", 0);
    let acts = |html: &str| -> BTreeSet<Vec<(String, Option<String>)>> {
        let html = Html::parse_fragment(html);
        let lines = super::all(&html, ".outlets, .who, .wordings-title, .section");
        let line = |line: ElementRef| {
            let texts = line.descendants().filter_map(|node| {
                let text = node.value().as_text()?.to_string();
                let told = language_of(node.ancestors().filter_map(ElementRef::wrap));
                Some((text, told.map(String::from)))
            });
            texts.collect()
        };
        lines.into_iter().map(line).collect()
    };
    let story = story(&file.to_string());
    let edition = acts(&shadow_markup(&story, &[]));
    let live: BTreeSet<_> = live(&file, 1000.0)
        .iter()
        .flat_map(|html| acts(html))
        .collect();
    assert!(live.len() > 9);
    assert_eq!(edition, live);
}
