//! The iframe edition: page, snippet, oEmbed.

use actor_map::view::edition::iframe::Frame;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::stories::{element, hostile, small};

fn frame() -> Frame {
    Frame {
        page: "https://example.org/maps/a.iframe.html?x=1&y=2".into(),
        oembed: Some("https://example.org/maps/a.iframe.oembed.json".into()),
        height: 640,
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

#[test]
fn an_oembed_answer_has_what_version_1_0_requires_of_a_rich_one() {
    let answer: Value = serde_json::from_str(&frame().oembed(&small())).unwrap();
    assert_eq!(
        (&answer["version"], &answer["type"]),
        (&"1.0".into(), &"rich".into())
    );
    assert_eq!(
        (answer["width"].as_u64(), answer["height"].as_u64()),
        (Some(640), Some(640))
    );
    let html = Html::parse_fragment(answer["html"].as_str().unwrap());
    assert_eq!(the_one(&html, "iframe").attr("width"), Some("640"));
}
