//! The element: what it names, how its maps are laid out, what a CMS makes of its newlines.

use super::{all, static_markup, words};
use crate::corpus;
use crate::stories::{REAL, element, hostile, reading, small, story};
use actor_map::layout::{Options, replay_in_pieces};
use actor_map::pieces::at_once;
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme, shadow_markup};
use actor_map::view::edition::email::email;
use actor_map::view::edition::{for_article, without_newlines};
use scraper::{ElementRef, Html};

#[test]
fn an_element_names_its_data_its_style_and_its_program() {
    let html = element(&small());
    let start = "<div><actor-map src=\"incident.json\"><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"actor-map/widget.css\"><div class=\"widget static\"";
    assert!(html.starts_with(start), "{}", &html[..200]);
    assert!(html.ends_with(
        "</actor-map>\n<script type=\"module\" src=\"actor-map/actor-map.js\"></script>\n</div>\n"
    ));
}

#[test]
fn in_a_paragraph_of_a_content_system_every_statement_stays_in_the_element() {
    // What a template holds has no ancestors to look for.
    let html = element(&small()).replace("<template shadowrootmode=\"open\">", "<div>");
    let html = html.replace("</template>", "</div>");
    let html = Html::parse_fragment(&format!("<p>{html}</p>"));
    let within = all(&html, "actor-map .statement").len();
    assert!(within > 0);
    assert_eq!(all(&html, ".statement").len(), within);
    assert_eq!(all(&html, "p actor-map").len(), 0);
}

#[test]
fn an_inline_incident_comes_out_as_it_went_in() {
    let (story, _) = hostile();
    let json = "{\n  \"title\": \"</script><b> \\n\",\r\n  \"lead\": [\n    1\n  ]\n}\n";
    let element = Element {
        style: "w.css".into(),
        script: None,
        data: Data::Inline(json.into()),
        theme: Theme::Light,
        structured_data: None,
    };
    let html = without_newlines(&element.render(&story, &[]));
    assert!(!html.contains('\n'));
    let html = Html::parse_fragment(&html);
    assert_eq!(all(&html, "actor-map[theme=light]").len(), 1);
    let scripts = all(&html, "actor-map > script");
    assert_eq!(scripts.len(), 1);
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(&words(scripts[0])), read(json));
    assert!(all(&html, "script[src]").is_empty());
}

#[test]
fn parts_are_headings_below_the_title_where_the_article_wants_the_title_as_one() {
    for (level, titles, parts) in [(0, 0, 0), (2, 1, 2), (6, 1, 2)] {
        let story = for_article(reading(REAL), level);
        let html = Html::parse_fragment(&shadow_markup(&story, &[]));
        let headings = |level: u8| all(&html, &format!("p[role=heading][aria-level='{level}']"));
        assert_eq!(headings(level).len(), titles);
        let of_parts = headings(level + 1).len();
        assert_eq!(of_parts, all(&html, ".section").len() * parts / 2);
        assert_eq!(all(&html, "[role=heading]").len(), titles + of_parts);
    }
    let few = corpus::incident(8, 12, 1).to_string();
    let element = element(&for_article(reading(&few), 2));
    assert!(element.starts_with("<div><actor-map src=\"incident.json\" heading-level=\"2\">"));
    // Statements and claims are lists, so that a screen reader says how many there are.
    let html = Html::parse_fragment(&shadow_markup(&story(REAL), &[]));
    for item in all(&html, ".panel .statement, .panel .claim") {
        let list = item.parent().and_then(ElementRef::wrap).unwrap();
        assert_eq!((item.value().name(), list.value().name()), ("li", "ul"));
    }
}

#[test]
fn every_map_carries_the_width_and_the_places_it_is_made_again_from() {
    let story = small();
    let maps = bands(&story.graph, Effort { maps: 5, seeds: 2 });
    let widths: Vec<f64> = maps.iter().map(|map| map.scene.width).collect();
    assert_eq!(widths, [640.0, 558.0, 459.0, 320.0, 280.0]);
    for map in &maps {
        let options = Options::published(map.scene.width, map.seed);
        let places = map.places.as_deref().unwrap();
        let again = at_once(replay_in_pieces(&story.graph, &options, places));
        assert_eq!(again.digest(), map.scene.digest());
    }
    let markup = shadow_markup(&story, &maps);
    let html = Html::parse_fragment(&markup);
    for map in &maps {
        let shown = all(&html, &format!(".map[width=\"{}\"]", map.scene.width))[0];
        assert_eq!(shown.attr("data-places"), map.places.as_deref());
        assert_eq!(shown.attr("data-seed"), Some(&*map.seed.to_string()));
    }
}

#[test]
fn in_every_range_of_widths_the_widest_map_with_room_shows() {
    let story = small();
    let ranges = [280, 320, 459, 558, 640];
    let style = include_str!("../../../style/widget.css");
    for from in ranges {
        let rule = format!("{{ .static .map:not(.m{from}), .static:not(.n{from}) .numbers,");
        assert_eq!(style.matches(&rule).count(), 1, "{rule}");
    }
    for maps in 1..=5 {
        let bands = bands(&story.graph, Effort { maps, seeds: 1 });
        let html = Html::parse_fragment(&shadow_markup(&story, &bands));
        for from in ranges {
            let shown = all(&html, &format!(".map.m{from}"));
            let width = |map: &ElementRef| map.attr("width").unwrap().parse::<i32>().unwrap();
            let shown: Vec<i32> = shown.iter().map(width).collect();
            let widths = bands.iter().map(|band| band.scene.width as i32);
            let widest = widths.filter(|width| *width <= from).max().unwrap();
            assert_eq!(shown, [widest], "{maps} maps, from {from} px");
        }
    }
}

#[test]
fn the_best_of_several_seeds_is_no_worse_than_the_first() {
    use actor_map::layout::quality::audit;
    use actor_map::view::edition::bands::best;
    let story = small();
    let found = |seeds| audit(&story.graph, &best(&story.graph, 320.0, seeds).scene);
    let (first, chosen) = (found(1), found(5));
    assert!(chosen.broken() <= first.broken() && chosen.unclear <= first.unclear);
    assert_eq!(chosen.broken(), 0);
}

#[test]
fn without_newlines_there_is_none_and_nothing_is_lost() {
    let (story, _) = hostile();
    for html in [element(&story), static_markup(&story), email(&story, None)] {
        let tidy = without_newlines(&html);
        assert!(!tidy.contains('\n'));
        let text = |html: &str| {
            let words: String = Html::parse_fragment(html).root_element().text().collect();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert_eq!(text(&tidy).replace(' ', ""), text(&html).replace(' ', ""));
    }
}
