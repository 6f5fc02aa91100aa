//! What each edition holds.

use std::sync::Arc;

use actor_map::layout::{Options, layout};
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::{Data, Element, Theme, shadow_markup};
use actor_map::view::edition::email::email;
use actor_map::view::edition::plain::{Flavour, plain};
use actor_map::view::edition::text::{markdown, text};
use actor_map::view::edition::{for_article, without_newlines};
use scraper::{ElementRef, Html, Selector};
use unicode_bidi::{BidiInfo, Level};

use crate::corpus;
use crate::stories::{REAL, affair, element, hostile, quotes, reading, small, story};

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef) -> String {
    element.text().collect()
}

fn static_markup(story: &actor_map::view::Story) -> String {
    plain_markup(story, Flavour::Static)
}

fn plain_markup(story: &actor_map::view::Story, flavour: Flavour) -> String {
    let scene = layout(&story.graph, &Options::new(320.0, 1));
    plain(story, &scene, flavour)
}

#[test]
fn an_element_names_its_data_its_style_and_its_program() {
    let html = element(&small());
    let start = "<actor-map src=\"incident.json\"><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"actor-map/widget.css\"><div class=\"widget static\"";
    assert!(html.starts_with(start), "{}", &html[..200]);
    assert!(html.ends_with(
        "</actor-map>\n<script type=\"module\" src=\"actor-map/actor-map.js\"></script>\n"
    ));
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
    assert!(element.starts_with("<actor-map src=\"incident.json\" heading-level=\"2\">"));
    // Statements and claims are lists, so that a screen reader says how many there are.
    let html = Html::parse_fragment(&shadow_markup(&story(REAL), &[]));
    for item in all(&html, ".panel .statement, .panel .claim") {
        let list = item.parent().and_then(ElementRef::wrap).unwrap();
        assert_eq!((item.value().name(), list.value().name()), ("li", "ul"));
    }
}

#[test]
fn every_map_carries_the_width_and_the_seed_it_is_laid_out_anew_from() {
    let story = small();
    let maps = bands(&story.graph, Effort { maps: 5, seeds: 2 });
    let widths: Vec<f64> = maps.iter().map(|map| map.scene.width).collect();
    assert_eq!(widths, [701.0, 558.0, 459.0, 320.0, 280.0]);
    for map in &maps {
        let options = Options::published(map.scene.width, map.seed);
        assert_eq!(layout(&story.graph, &options).digest(), map.scene.digest());
    }
}

#[test]
fn in_every_range_of_widths_the_widest_map_with_room_shows() {
    let story = small();
    let ranges = [280, 320, 459, 558, 701];
    let style = include_str!("../../style/widget.css");
    for from in ranges {
        let rule = format!("{{ .static .map:not(.m{from}), .static:not(.n{from}) .numbers,");
        assert_eq!(style.matches(&rule).count(), 1, "{rule}");
    }
    for maps in 1..=5 {
        let bands = bands(&story.graph, Effort { maps, seeds: 1 });
        let html = Html::parse_fragment(&shadow_markup(&story, &bands));
        for from in ranges {
            let shown = all(&html, &format!(".map.m{from}"));
            let width = |map: &ElementRef| map.attr("data-width").unwrap().parse::<i32>().unwrap();
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
fn words_of_another_direction_say_so_in_every_edition() {
    let mut file = affair();
    file["incident"]["language"] = "he".into();
    file["sources"][0]["language"] = "he".into();
    file["sources"][1]["language"] = "en".into();
    file["sources"][2]["language"] = "ar".into();
    let told = serde_json::json!({"id": "told", "speaker": "c", "stance": ["warn"], "to": ["b"], "reports": [
        {"source": "gazette", "directness": "indirect", "paraphrase": "She warned them."}]});
    let said = file["statements"].as_array_mut().unwrap();
    said[1]["reports"][0]["source"] = "gazette".into();
    said[2]["reports"][0]["source"] = "again".into();
    said.push(told);
    let story = story(&file.to_string());
    for (name, root, html) in [
        ("element", ".widget", element(&story)),
        ("static", "section", static_markup(&story)),
        ("amp", "section", plain_markup(&story, Flavour::Amp)),
        ("email", "table", email(&story, None)),
    ] {
        let side = [html.contains("border-left"), html.contains("border-right")];
        assert_eq!(side, [false, name == "email"], "{name}");
        // The shadow root's markup as part of the page, so that selectors reach it.
        let html = html
            .replace("<template shadowrootmode=\"open\">", "<div>")
            .replace("</template>", "</div>");
        let html = Html::parse_fragment(&html);
        let directed = format!("{root}[lang=he][dir=rtl]");
        assert_eq!(all(&html, &directed).len(), 1, "{name}");
        let mut seen = [false; 3];
        for quote in all(&html, "blockquote") {
            let marks = (quote.attr("lang"), quote.attr("dir"));
            let (case, expected) = match words(quote).as_str() {
                "“We are with them”" => (0, (Some("en"), Some("ltr"))),
                "“Not us”" => (1, (Some("ar"), None)),
                _ => (2, (None, None)),
            };
            seen[case] = true;
            assert_eq!(marks, expected, "{name}: {}", words(quote));
        }
        assert_eq!(seen, [true; 3], "{name}");
        // Our own words are in the file's language, whatever the source's is.
        let told = all(&html, "p")
            .into_iter()
            .filter(|told| words(*told) == "She warned them.");
        let told: Vec<_> = told
            .map(|told| (told.attr("lang"), told.attr("dir")))
            .collect();
        assert!(
            !told.is_empty() && told.iter().all(|told| *told == (None, None)),
            "{name}"
        );
    }
}

#[test]
fn what_is_told_in_our_words_says_so_in_one_way() {
    let mut file = affair();
    let told = serde_json::json!({"id": "told", "speaker": "c", "stance": ["warn"], "to": ["b"], "reports": [
        {"source": "gazette", "directness": "indirect", "paraphrase": "She warned them.", "speaker": "a"}]});
    file["statements"].as_array_mut().unwrap().push(told);
    let story = story(&file.to_string());
    let sentence = "As Sample Gazette reports it, in our words; named as the speaker: Ministry A";
    for (name, html) in in_markup(&story) {
        let lines = all(&html, "p").into_iter().map(words);
        let told: Vec<String> = lines.filter(|line| line.contains("in our words")).collect();
        assert!(!told.is_empty(), "{name}");
        for told in told {
            if name == "email" {
                assert!(told.starts_with("Sample Gazette"), "{told}");
                assert!(
                    told.ends_with("; named as the speaker: Ministry A (in our words)"),
                    "{told}"
                );
            } else {
                assert_eq!(told, sentence, "{name}");
            }
        }
    }
    let markdown_words = markdown(&story);
    let (_, told) = markdown_words
        .split_once("\n\nShe warned them.\n\n")
        .unwrap();
    assert!(told.starts_with("— Sample Gazette"), "{told}");
    let quoted = markdown_words.lines().filter(|line| line.starts_with('>'));
    assert!(quoted.clone().all(|line| !line.contains("in our words")));
    assert_eq!(
        quoted.filter(|line| line.starts_with("> “")).count(),
        quotes(&story).len()
    );
    let full = "named as the speaker: Ministry A (in our words)";
    for text in [text(&story), markdown(&story)] {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(full), "{text}");
    }
}

#[test]
fn what_several_tell_alike_in_our_words_stands_once_over_all_of_them() {
    let mut file = affair();
    let told = serde_json::json!({"id": "told", "speaker": "c", "stance": ["warn"], "to": ["b"], "reports": [
        {"source": "daily", "directness": "indirect", "paraphrase": "She warned them."},
        {"source": "gazette", "directness": "indirect", "paraphrase": "She gave no date."},
        {"source": "gazette", "directness": "indirect", "paraphrase": "She warned them.", "speaker": "a"}]});
    file["statements"].as_array_mut().unwrap().push(told);
    let story = story(&file.to_string());
    let told_of = |words: &str| words.split("in our words").count() - 1;
    for (name, html) in in_markup(&story) {
        let shown = words(html.root_element());
        // With each actor that it concerns.
        let times = shown.matches("She warned them.").count();
        assert!(times > 0, "{name}");
        for told in shown.split("She warned them.").skip(1) {
            let (alike, _) = told.split_once("She gave no date.").expect(name);
            assert_eq!(told_of(alike), 2, "{name}: {alike}");
            assert!(
                alike.contains("named as the speaker: Ministry A"),
                "{name}: {alike}"
            );
        }
    }
    for text in [text(&story), markdown(&story)] {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(text.matches("She warned them.").count(), 1, "{text}");
        assert_eq!(told_of(&text), 3, "{text}");
    }
}

#[test]
fn an_excerpt_is_no_second_confirmation_wherever_it_stands() {
    let mut file = affair();
    file["sources"][1]["excerpt_of"] = "daily".into();
    file["sources"][1]["url"] = "https://example.org/gazette".into();
    let printed = serde_json::json!([
        {"source": "daily", "directness": "direct", "quote": "Not us"},
        {"source": "gazette", "directness": "direct", "quote": "Not us, they say"},
        {"source": "gazette", "directness": "indirect", "paraphrase": "The embassy denied it.", "speaker": "a"}]);
    file["statements"][2]["reports"] = printed;
    let story = story(&file.to_string());
    for (name, html) in in_markup(&story) {
        let lines = all(&html, "p, span.outlet").into_iter().map(words);
        let lines: Vec<String> = lines
            .filter(|line| line.contains("Sample Gazette"))
            .collect();
        assert!(lines.len() > 1, "{name}");
        for line in lines {
            let wanted = match name {
                "email" => {
                    "an excerpt of the same article as Example Daily, so no second confirmation"
                }
                _ if line.contains("undated") => continue,
                _ => "Sample Gazette (excerpt of the article in Example Daily)",
            };
            assert!(line.contains(wanted), "{name}: {line}");
        }
    }
    let html = Html::parse_fragment(&static_markup(&story));
    let told = "As Sample Gazette (excerpt of the article in Example Daily) reports it, in our words; named as the speaker: \
                Ministry A";
    let lines: Vec<String> = all(&html, ".actor-map-outlet")
        .into_iter()
        .map(words)
        .collect();
    assert!(lines.iter().any(|line| line == told), "{lines:?}");
    for link in all(&html, ".actor-map-outlet > a") {
        assert_eq!(
            words(link),
            "Sample Gazette",
            "the link is the outlet's name"
        );
    }
}

/// The editions in plain words by name, without their markup.
fn in_words(story: &Arc<actor_map::view::Story>) -> Vec<(&'static str, String)> {
    let in_markup = in_markup(story).into_iter().skip(1);
    let in_markup = in_markup.map(|(name, html)| {
        let parts = all(&html, "p, summary, li, blockquote")
            .into_iter()
            .map(words);
        (name, parts.collect::<Vec<_>>().join(" "))
    });
    let lines = [("text", text(story)), ("markdown", markdown(story))];
    let words = in_markup.chain(lines).map(|(name, words)| {
        let words = words.replace('\\', "");
        (name, words.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    words.collect()
}

#[test]
fn what_answers_what_is_told_by_number_and_speaker_wherever_there_is_no_panel() {
    let mut file = affair();
    let said = file["statements"].as_array_mut().unwrap();
    // In reading order: blame (Ministry A), word (State B), thanks, call, shame (Minister C), no (Embassy E).
    said[2]["about"] = serde_json::json!(["blame", "call", "shame"]);
    said[5]["about"] = serde_json::json!(["blame"]);
    let story = story(&file.to_string());
    for (name, words) in in_words(&story) {
        for wanted in [
            "Answered in statements 2 (State B); 6 (Embassy E).",
            "Answers statement 1 (Ministry A).",
            "Answers statements 1 (Ministry A); 4 and 5 (Minister C).",
        ] {
            assert_eq!(
                words.matches(wanted).count(),
                1,
                "{name}: {wanted} in {words}"
            );
        }
        assert_eq!(
            words
                .matches("Answered in statement 6 (Embassy E).")
                .count(),
            2,
            "{name}"
        );
        for number in 1..=6 {
            let marks = [format!("{number}. "), format!("[{number}] ")];
            assert!(
                marks.iter().any(|mark| words.contains(mark)),
                "{name}: {number}"
            );
        }
    }
}

#[test]
fn who_says_nothing_is_introduced_as_speakers_are() {
    let mut file = affair();
    for (actor, about, alias) in [
        (3, "D denies all of it", "The Clerk"),
        (4, "It speaks for State B (“the mission”)", "The Mission"),
    ] {
        file["actors"][actor]["about"] = about.into();
        file["actors"][actor]["aliases"] = serde_json::json!([alias]);
    }
    let story = story(&file.to_string());
    for (name, words) in in_words(&story) {
        let wanted = "Somebody D (Not named by the sources · target). D denies all of it. Also called The Clerk.";
        assert_eq!(words.matches(wanted).count(), 1, "{name}: {words}");
        let speaker = "It speaks for State B (“the mission”). Also called The Mission.";
        assert_eq!(words.matches(speaker).count(), 1, "{name}: {words}");
    }
}

#[test]
fn every_edition_has_its_parts_in_one_order() {
    let mut file = affair();
    file["conflicts"] = serde_json::json!([{"id": "when", "question": "When was it?", "about": ["blame"], "answers": [
        {"source": "daily", "says": "On Monday."}, {"source": "gazette", "says": "On Tuesday."}]}]);
    file["events"] = serde_json::json!([{"id": "begun", "date": "2030-05-02", "title": "It began", "sources": ["daily"]}]);
    file["corrections"] = serde_json::json!([{"date": "2030-05-03", "text": "A name was wrong."}]);
    let story = story(&file.to_string());
    let parts = [
        "Others in this story",
        "Links, and who says so",
        "Where the sources differ",
        "What happened when",
        "Corrections",
    ];
    for (name, edition) in [
        ("static", static_markup(&story)),
        ("email", email(&story, None)),
        ("text", text(&story)),
        ("markdown", markdown(&story)),
    ] {
        let edition = edition.to_uppercase();
        let places = parts.map(|part| edition.find(&part.to_uppercase()));
        assert!(places.iter().all(Option::is_some), "{name}: {places:?}");
        assert!(places.is_sorted(), "{name}: {places:?}");
    }
}

/// The editions in markup by name, the shadow root's as part of the page, so that selectors reach it.
fn in_markup(story: &Arc<actor_map::view::Story>) -> [(&'static str, Html); 4] {
    [
        ("element", element(story)),
        ("static", static_markup(story)),
        ("amp", plain_markup(story, Flavour::Amp)),
        ("email", email(story, None)),
    ]
    .map(|(name, html)| {
        let html = html.replace("<template shadowrootmode=\"open\">", "<div>");
        (name, Html::parse_fragment(&html))
    })
}

#[test]
fn a_translation_is_told_as_one_with_the_words_it_translates() {
    let mut file = affair();
    let said = file["statements"].as_array_mut().unwrap();
    let report = said[2]["reports"][0].as_object_mut().unwrap();
    report.insert("translated_from".into(), "ar".into());
    report.insert("original".into(), "ليس نحن".into());
    let report = said[1]["reports"][0].as_object_mut().unwrap();
    report.insert("translated_from".into(), "de".into());
    let story = story(&file.to_string());
    for (name, html) in in_markup(&story) {
        let original = all(&html, "[lang=ar][dir=rtl]");
        assert!(!original.is_empty(), "{name}");
        for original in original {
            assert_eq!(words(original), "“\u{2068}ليس نحن\u{2069}”", "{name}");
            let line = words(ElementRef::wrap(original.parent().unwrap()).unwrap());
            assert!(line.contains(", in translation of “"), "{name}: {line}");
        }
        let lines = all(&html, "p").into_iter().map(words);
        let known = lines.filter(|line| line.contains("in translation")).count();
        let of = all(&html, "[lang=ar]").len();
        assert!(known > of, "{name}: what has no original is told too");
    }
    for (name, words) in [("text", text(&story)), ("markdown", markdown(&story))] {
        assert!(
            words.contains("in translation of “\u{2068}ليس نحن\u{2069}”"),
            "{name}"
        );
        assert_eq!(words.matches("in translation").count(), 2, "{name}");
    }
}

#[test]
fn what_we_say_of_a_link_stands_wherever_the_link_does() {
    let mut file = affair();
    file["relations"][0]["about"] = "Nobody has shown how.".into();
    let story = story(&file.to_string());
    for (name, words) in [
        ("static", static_markup(&story)),
        ("email", email(&story, None)),
        ("text", text(&story)),
        ("markdown", markdown(&story)),
    ] {
        let wanted = "Somebody D – alleged. Asserted by Ministry A. Nobody has shown how.";
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(wanted), "{name}: {words}");
    }
}

/// What of a text stands outside of every isolate (LRI, FSI or RLI to PDI, or to the end: a name may be wrapped).
fn outside(text: &str) -> String {
    let mut depth = 0;
    let mut rest = String::new();
    for letter in text.chars() {
        match letter {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = 0.max(depth - 1),
            _ if depth == 0 => rest.push(letter),
            _ => {}
        }
    }
    rest
}

#[test]
fn names_from_right_to_left_do_not_turn_what_stands_beside_them() {
    let is_arabic = |letter: char| ('\u{600}'..='\u{6ff}').contains(&letter);
    let mut file = affair();
    for (list, field) in [("actors", "name"), ("sources", "publisher")] {
        for record in file[list].as_array_mut().unwrap() {
            record[field] = "وزارة المياه 7".into();
        }
    }
    let story = story(&file.to_string());
    let mut mixed = 0;
    let mut check = |edition: &str, line: &str| {
        let bare = outside(line);
        let has_words = bare.chars().any(|letter| letter.is_ascii_alphanumeric());
        if has_words && line.contains("وزارة") {
            mixed += 1;
            assert!(!bare.chars().any(is_arabic), "{edition}: {line:?}");
        }
    };
    for (name, html) in in_markup(&story) {
        for line in all(
            &html,
            "p, summary, li:not(:has(li, p, blockquote, div, span))",
        ) {
            check(name, &words(line));
        }
    }
    for (name, words) in [("text", text(&story)), ("markdown", markdown(&story))] {
        for line in words.lines() {
            check(name, line);
        }
    }
    assert!(mixed > 40, "{mixed}");
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
        !plain_for_amp(&story).contains(" name="),
        "AMP knows no name on details"
    );
}

fn plain_for_amp(story: &actor_map::view::Story) -> String {
    let scene = layout(&story.graph, &Options::new(320.0, 1));
    plain(story, &scene, Flavour::Amp)
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

/// A paragraph from right to left as the eye sees it, from the left, its lines broken at every so many spaces.
fn seen(text: &str, spaces: usize) -> String {
    let bidi = BidiInfo::new(text, Some(Level::rtl()));
    let ends = text.match_indices(' ').map(|(at, _)| at);
    let ends = ends.skip(spaces - 1).step_by(spaces).chain([text.len()]);
    let mut start = 0;
    let lines = ends.map(|end| {
        let line = bidi.reorder_line(&bidi.paragraphs[0], start..end);
        start = end + 1;
        line.replace(|letter| ('\u{2066}'..='\u{2069}').contains(&letter), "")
    });
    lines.collect::<Vec<_>>().join(" ")
}

#[test]
fn who_accuses_whom_is_read_in_that_order_in_a_story_from_right_to_left() {
    let mut file = affair();
    file["incident"]["language"] = "ar".into();
    file["incident"]["summary"].take();
    file["statements"][0]["to"] = serde_json::json!(["b", "c"]);
    file["statements"][0]["date"] = "2030-05-02".into();
    let names = ["وزارة", "شركة", "مجموعة"];
    for (actor, name) in names.iter().enumerate() {
        file["actors"][actor]["name"] = (*name).into();
    }
    for source in file["sources"].as_array_mut().unwrap() {
        source["language"] = "ar".into();
        source["publisher"] = "صحيفة".into();
    }
    let story = story(&file.to_string());
    // As the eye finds them from the left, a name's own letters from the right.
    let from_left = |word: &str| -> String {
        match word.is_ascii() {
            true => word.into(),
            false => word.chars().rev().collect(),
        }
    };
    let in_order = |edition: &str, line: &str, parts: &[&str]| {
        for spaces in 1..9 {
            let lines = seen(line, spaces);
            let mut rest = lines.as_str();
            for part in parts {
                let at = rest.find(&from_left(part));
                let at = at.unwrap_or_else(|| panic!("{edition}: {part} of {lines:?}"));
                rest = &rest[at + part.len()..];
            }
        }
    };
    let [by, one, other] = names;
    for (edition, html) in in_markup(&story) {
        let lines: Vec<String> = all(&html, "p, li:not(:has(li, p))")
            .into_iter()
            .map(words)
            .collect();
        let of = |word: &str| -> Vec<&String> {
            let lines = lines.iter().filter(|line| line.contains(word));
            lines.filter(|line| line.contains(one)).collect()
        };
        let (panel, plain) = (of("accuses"), of("Accuses"));
        assert!(!panel.is_empty() || !plain.is_empty(), "{edition}");
        for line in panel {
            in_order(
                edition,
                line,
                &[by, "accuses", one, "and", other, "2 May 2030"],
            );
        }
        for line in plain {
            in_order(edition, line, &["Accuses", one, "and", other, "2 May 2030"]);
        }
        if edition == "element" {
            let of = |part: &str| lines.iter().find(|line| line.contains(part)).unwrap();
            in_order(edition, of("6 statements"), &["6 statements"]);
            in_order(edition, of("Select a name"), &["who reported it."]);
            in_order(edition, of("Reported by"), &["Reported by", "صحيفة"]);
        }
        let summaries = all(&html, ".actor-map-actor > summary");
        assert_eq!(summaries.is_empty(), !["static", "amp"].contains(&edition));
        for summary in summaries.into_iter().map(words) {
            assert!(summary.starts_with('\u{2066}') && summary.ends_with('\u{2069}'));
        }
        if edition == "email" {
            let line = lines.iter().find(|line| line.contains("Accuses"));
            in_order(edition, line.unwrap(), &["1. Accuses"]);
        }
    }
}

#[test]
fn lines_from_left_to_right_need_nothing_around_them() {
    let story = story(&affair().to_string());
    let editions = [
        element(&story),
        static_markup(&story),
        email(&story, None),
        text(&story),
        markdown(&story),
    ];
    for edition in editions {
        let around = |letter: char| ('\u{2066}'..='\u{2069}').contains(&letter);
        assert!(!edition.contains(around));
    }
}

#[test]
fn the_words_that_were_said_stand_before_their_translation_and_neither_is_marked() {
    let mut file = affair();
    file["incident"]["language"] = "ja".into();
    file["sources"][0]["language"] = "ja".into();
    let said = file["statements"][0].as_object_mut().unwrap();
    let reports = serde_json::json!([
        {"source": "gazette", "directness": "direct", "quote": "They read all of it.", "translated_from": "ja"},
        {"source": "daily", "directness": "direct", "quote": "すべて読んだ"},
    ]);
    said.insert("reports".into(), reports);
    let story = story(&file.to_string());
    let (_, html) = &in_markup(&story)[0];
    let statements = all(html, "li.statement");
    let of_both = |card: &&ElementRef| words(**card).contains("すべて");
    let cards: Vec<ElementRef> = statements
        .into_iter()
        .filter(|card| of_both(&card))
        .collect();
    assert!(!cards.is_empty());
    for card in cards {
        let blocks = Selector::parse("blockquote, .wordings-title, mark").unwrap();
        let blocks: Vec<String> = card.select(&blocks).map(words).collect();
        let title = "In translation, or another language";
        assert_eq!(blocks, ["“すべて読んだ”", title, "“They read all of it.”"]);
    }
    let card = actor_map::view::edition::card::card(&story);
    assert!(card.contains("すべて読んだ") && !card.contains("They read"));
}
