//! Words from right to left, and words of two directions in one line.

use super::{all, in_markup, plain_markup, static_markup, words};
use crate::stories::{affair, element, story};
use actor_map::view::edition::email::email;
use actor_map::view::edition::plain::Flavour;
use actor_map::view::edition::text::{markdown, text};
use scraper::{ElementRef, Html, Selector};
use unicode_bidi::{BidiInfo, Level};

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
