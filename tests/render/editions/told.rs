//! What all editions tell, and that they tell it alike.

use super::{all, in_markup, static_markup, words};
use crate::stories::{affair, quotes, story};
use actor_map::view::edition::email::email;
use actor_map::view::edition::text::{markdown, text};
use scraper::{ElementRef, Html};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

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
fn of_a_quotation_in_parts_each_part_has_its_own_speaker_venue_and_original() {
    let part = |number: u32, quote: &str| json!({"source": "daily", "directness": "direct", "quote": quote, "part": number});
    let mut parts = [part(1, "It was they"), part(2, "and nobody else")];
    let lines = |parts: &[Value; 2]| {
        let mut file = affair();
        file["statements"][0]["reports"] = json!(parts);
        let story = story(&file.to_string());
        let element = in_markup(&story)
            .into_iter()
            .find(|(name, _)| *name == "element");
        let html = element.unwrap().1;
        let quoted = all(&html, ".statement.accuse > .outlets");
        quoted.into_iter().map(words).collect::<BTreeSet<_>>()
    };
    let only = |line: &str| BTreeSet::from([line.to_owned()]);
    assert_eq!(lines(&parts), only("Reported by Example Daily"));
    parts[1]["speaker"] = "c".into();
    assert_eq!(
        lines(&parts),
        only("Reported by Example Daily (part 2; named as the speaker: Minister C)")
    );
    parts[0]["venue"] = "post on X".into();
    parts[1]["translated_from"] = "de".into();
    parts[1]["original"] = "und niemand sonst".into();
    assert_eq!(
        lines(&parts),
        only(
            "Reported by Example Daily (part 1 · post on X) (part 2; named as the speaker: Minister C, in translation of \
             “und niemand sonst”)"
        )
    );
    parts[0] = json!({"source": "daily", "directness": "direct", "quote": "It was they", "part": 1, "speaker": "c",
        "translated_from": "de", "original": "Sie waren es"});
    assert_eq!(
        lines(&parts),
        only(
            "Reported by Example Daily (part 1; named as the speaker: Minister C, in translation of “Sie waren es”) \
             (part 2; named as the speaker: Minister C, in translation of “und niemand sonst”)"
        )
    );
    // What they have in common is said once.
    for part in &mut parts {
        *part = json!({"source": "daily", "directness": "direct", "quote": part["quote"], "part": part["part"], "speaker": "c"});
    }
    assert_eq!(
        lines(&parts),
        only("Reported by Example Daily; named as the speaker: Minister C")
    );
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
