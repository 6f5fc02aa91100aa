//! The iframe edition: page, snippet, oEmbed.

use actor_map::view::edition::element::Theme;
use actor_map::view::edition::iframe::Frame;
use resvg::usvg;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::stories::{element, hostile, small};

fn frame() -> Frame {
    Frame {
        page: "https://example.org/maps/a.iframe.html?x=1&y=2".into(),
        oembed: Some("https://example.org/maps/a.iframe.oembed.json".into()),
        height: 640,
        theme: Theme::Dark,
    }
}

fn the_one<'a>(html: &'a Html, selector: &str) -> scraper::ElementRef<'a> {
    let found: Vec<_> = html.select(&Selector::parse(selector).unwrap()).collect();
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

#[test]
fn a_page_has_language_title_and_the_way_to_its_oembed_answer() {
    let (story, attack) = hostile();
    let page = Html::parse_document(&frame().page(&story, &element(&story)));
    assert_eq!(the_one(&page, "html").attr("lang"), Some("en"));
    assert_eq!(the_one(&page, "title").text().collect::<String>(), attack);
    let scheme = the_one(&page, "meta[name=color-scheme]");
    assert_eq!(scheme.attr("content"), Some("dark"), "as asked");
    let link = the_one(&page, "link[type='application/json+oembed']");
    assert_eq!(
        link.attr("href"),
        Some("https://example.org/maps/a.iframe.oembed.json")
    );
}

#[test]
fn what_is_pasted_has_a_title_and_a_height() {
    let (story, attack) = hostile();
    for html in [frame().snippet(&story), frame().fixed(&story)] {
        let parsed = Html::parse_fragment(&html);
        let iframe = the_one(&parsed, "iframe");
        assert_eq!(iframe.attr("title"), Some(attack.as_str()));
        assert_eq!(
            iframe.attr("src"),
            Some("https://example.org/maps/a.iframe.html?x=1&y=2")
        );
        assert_eq!(iframe.attr("height"), Some("640"));
        assert_eq!(html.matches('\n').count(), 1, "one line to paste");
    }
    assert!(!frame().fixed(&story).contains("<script"));
}

/// What is wrong with an answer, by the specification as a schema.
fn faults(answer: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("oembed.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults = validator.iter_errors(answer);
    faults.map(|fault| fault.to_string()).collect()
}

#[test]
fn an_oembed_answer_is_what_version_1_0_asks_of_a_rich_one() {
    let (story, attack) = hostile();
    for (story, title) in [(small(), "The harbour affair, case 1"), (story, &attack)] {
        let text = frame().oembed(&story);
        let answer: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(faults(&answer), [""; 0]);
        assert_eq!(
            (&answer["type"], &answer["title"]),
            (&"rich".into(), &title.into())
        );
        assert!(!text.contains('<'), "whoever prints it into a page is safe");

        // "The markup should be valid XHTML": at least it is well-formed, and one element without anything round it.
        let html = answer["html"].as_str().unwrap();
        let parsed = usvg::roxmltree::Document::parse(html).unwrap();
        let frame = parsed.root_element();
        assert_eq!(frame.tag_name().name(), "iframe");
        for size in ["width", "height"] {
            assert_eq!(
                frame.attribute(size),
                Some(answer[size].to_string().as_str())
            );
        }
        assert_eq!(frame.attribute("title"), Some(title));
    }
}

#[test]
fn an_oembed_answer_with_a_fault_is_told_from_a_sound_one() {
    let sound: Value = serde_json::from_str(&frame().oembed(&small())).unwrap();
    for (field, value) in [
        ("version", 1.into()),
        ("type", "map".into()),
        ("type", "photo".into()),
        ("html", Value::Null),
        ("width", "640".into()),
        ("height", "100%".into()),
        ("thumbnail_url", "https://example.org/a.png".into()),
    ] {
        let mut answer = sound.clone();
        answer[field] = value;
        assert!(!faults(&answer).is_empty(), "{field}: {answer}");
    }
    for field in ["version", "type", "html", "width", "height"] {
        let mut answer = sound.clone();
        answer.as_object_mut().unwrap().remove(field);
        assert!(!faults(&answer).is_empty(), "without {field}");
    }
}
