//! The static edition, as a reader without scripts gets it: the markup is parsed and compared with the file.
#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;

use actor_map::incident::{Incident, Reading, Stance, Statement, Term, parse_json, read};
use actor_map::layout::{Options, layout};
use actor_map::view::edition::bands::{Effort, bands};
use actor_map::view::edition::element::shadow_markup;
use actor_map::view::edition::for_edition;
use actor_map::view::state::SEED;
use actor_map::view::story::Bond;
use actor_map::view::words::Family;
use scraper::{ElementRef, Html, Selector};

fn reading(json: &str) -> Reading {
    read(&parse_json(json).unwrap()).unwrap()
}

fn the_incident() -> Reading {
    reading(include_str!("../incidents/czech-mfa-apt31.json"))
}

fn markup(reading: Reading) -> Html {
    let story = for_edition(reading);
    let maps = bands(&story.graph, Effort { maps: 2, seeds: 1 });
    Html::parse_fragment(&shadow_markup(&story, &maps))
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

/// What a statement's reports print, without the marks round a quotation, and whether each is one.
type Printed = BTreeSet<(bool, String)>;

/// What each statement of a file prints, and the outlets that do.
fn in_file(incident: &Incident) -> Vec<(Printed, BTreeSet<&str>)> {
    let statements = incident.statements.iter();
    let of_statement = |statement: &Statement| {
        let reports = statement.reports.iter();
        let printed = reports.clone().map(|report| {
            let words = report.quote.as_ref().or(report.paraphrase.as_ref());
            (report.quote.is_some(), words.unwrap().clone())
        });
        let sources = reports.map(|report| incident.source(&report.source).unwrap());
        let outlets = sources.flat_map(|source| [&source.publisher, &source.agency]);
        (
            printed.collect(),
            outlets.flatten().map(String::as_str).collect(),
        )
    };
    statements.map(of_statement).collect()
}

/// What a statement in the markup prints.
fn in_markup(statement: ElementRef) -> Printed {
    let reports = Selector::parse("blockquote, .paraphrase").unwrap();
    let printed = statement.select(&reports).map(|report| {
        let words = text(report);
        match report.value().name() {
            "blockquote" => {
                let inner = words.strip_prefix('“').and_then(|it| it.strip_suffix('”'));
                (true, inner.expect("marks round a quotation").to_owned())
            }
            _ => (false, words),
        }
    });
    printed.collect()
}

#[test]
fn what_to_do_is_said_once() {
    for (summary, paragraphs) in [
        ("", vec![]),
        (r#""summary":"What happened.","#, vec!["What happened."]),
    ] {
        let html = markup(reading(&format!(
            r#"{{"version":1,"incident":{{"id":"affair","title":"The affair",{summary}"language":"en"}},
                "actors":[{{"id":"a","name":"Ministry A","kind":"public-body"}}]}}"#
        )));
        let dek: Vec<String> = all(&html, ".dek").into_iter().map(text).collect();
        assert_eq!(dek, paragraphs);
        let words = text(html.root_element());
        assert_eq!(words.matches("Select a name").count(), 1, "{words}");
    }
}

#[test]
fn every_report_stands_in_the_markup_word_for_word_and_no_other() {
    let incident = the_incident().incident;
    let expected = in_file(&incident);
    let mut missing: BTreeSet<usize> = (0..expected.len()).collect();
    for statement in all(&markup(the_incident()), ".statement") {
        let (printed, words) = (in_markup(statement), text(statement));
        let of_file = expected
            .iter()
            .enumerate()
            .filter(|(_, (reports, outlets))| {
                *reports == printed && outlets.iter().all(|outlet| words.contains(outlet))
            });
        let of_file: Vec<usize> = of_file.map(|(position, _)| position).collect();
        assert!(!of_file.is_empty(), "not in the file: {words}");
        missing.retain(|position| !of_file.contains(position));
    }
    assert!(missing.is_empty(), "never shown: {missing:?}");
}

#[test]
fn every_actor_has_one_control_that_opens_without_a_script() {
    let reading = the_incident();
    let ids: Vec<String> = reading
        .incident
        .actors
        .iter()
        .map(|actor| actor.id.clone())
        .collect();
    let html = markup(reading);
    let controls = all(&html, "[data-actor]");
    assert!(
        controls
            .iter()
            .all(|control| control.value().name() == "summary")
    );
    let controls: Vec<String> = controls
        .iter()
        .map(|control| control.attr("data-actor").unwrap().to_owned())
        .collect();
    assert_eq!(controls, ids);
    assert!(
        all(&html, "button, [role=button], [tabindex]").is_empty(),
        "a control that does nothing"
    );
}

#[test]
fn what_only_some_sources_tell_of_an_event_is_told_as_theirs() {
    let reading = the_incident();
    let events = reading.incident.events.clone();
    let sources = reading.incident.sources.len();
    let html = markup(reading);
    let mut told_by_some = 0;
    for event in &events {
        let items = all(&html, ".events li");
        let item = items
            .iter()
            .find(|item| item.text().any(|text| text == event.title));
        let item = item.unwrap();
        let who: String = all_in(*item, ".who");
        if event.sources.len() == sources {
            assert_eq!(who, "", "{}", event.title);
        } else {
            told_by_some += 1;
            assert!(who.starts_with("According to "), "{}: {who}", event.title);
        }
    }
    assert!(told_by_some > 0 && told_by_some < events.len());
}

fn all_in(item: ElementRef, selector: &str) -> String {
    let selector = Selector::parse(selector).unwrap();
    item.select(&selector)
        .flat_map(|found| found.text())
        .collect()
}

#[test]
fn nothing_in_the_markup_needs_a_looser_policy() {
    let html = markup(the_incident());
    assert!(all(&html, "script, style, link, iframe, img, [style]").is_empty());
    for element in html
        .root_element()
        .descendants()
        .filter_map(ElementRef::wrap)
    {
        for (name, _) in element.value().attrs() {
            assert!(
                !name.starts_with("on"),
                "{} has {name}",
                element.value().name()
            );
        }
    }
}

#[test]
fn hostile_text_stays_text() {
    let attack = r#"<img src=x onerror=alert(1)>\"'</p><script>alert(2)</script>&amp;"#;
    let json = format!(
        r#"{{"version":1,"incident":{{"id":"i","title":"{attack}","language":"en"}},
        "sources":[{{"id":"daily","publisher":"{attack}"}}],
        "actors":[{{"id":"a","name":"{attack}","kind":"state","about":"{attack}"}}],
        "statements":[{{"id":"s","speaker":"a","stance":["inform"],"venue":"{attack}",
          "reports":[{{"source":"daily","directness":"direct","quote":"{attack}"}}]}}]}}"#
    );
    let html = markup(reading(&json));
    assert!(all(&html, "img, script").is_empty());
    let quotes = all(&html, "blockquote");
    assert_eq!(quotes.len(), 1);
    assert_eq!(
        text(quotes[0]),
        format!("“{}”", attack.replace("\\\"", "\""))
    );
}

#[test]
fn copies_of_a_text_are_named_as_such() {
    let html = markup(the_incident());
    let footer = text(all(&html, ".footer")[0]);
    assert!(
        footer.contains("an excerpt of the same article as BLMS Media"),
        "{footer}"
    );
}

/// The words of a tie stand on it, or its kind of line stands in the key, at every width.
#[test]
fn every_tie_label_is_placed_or_keyed() {
    let html = markup(the_incident());
    let kinds: BTreeSet<String> = all(&html, ".key li")
        .into_iter()
        .filter(|row| text(*row).chars().any(char::is_alphabetic))
        .flat_map(|row| {
            let sample = Selector::parse(".sample .tie").unwrap();
            let kinds: Vec<_> = row
                .select(&sample)
                .map(|tie| tie.attr("class").unwrap().to_owned())
                .collect();
            kinds
        })
        .collect();
    let story = for_edition(the_incident());
    let (mut placed, mut keyed) = (0, 0);
    for width in [280.0, 320.0, 480.0, 640.0, 900.0, 1200.0] {
        let scene = layout(&story.graph, &Options::new(width, SEED));
        for ((tie, asked), path) in story.ties.iter().zip(&story.graph.ties).zip(&scene.ties) {
            assert!(!asked.label.is_empty(), "{tie:?} has no words");
            match &path.label {
                Some(label) => {
                    assert_eq!(label.line.text, asked.label, "at {width}");
                    placed += 1;
                }
                None => {
                    let kind = ["tie ", story.tie_class(tie)].concat();
                    assert!(
                        kinds.contains(&kind),
                        "{kind} at {width}: not in the key, {kinds:?}"
                    );
                    keyed += 1;
                }
            }
        }
    }
    println!("note: words of ties at six widths: {placed} on their ties, {keyed} in the key");
    assert!(placed > 0 && keyed > 0);
}

/// What a line goes by is in the key, though no statement does it first.
#[test]
fn the_key_explains_every_line() {
    let text_of = include_str!("../incidents/czech-mfa-apt31.json");
    let alone = "[\"express-solidarity\"";
    assert!(text_of.contains(alone));
    let html = markup(reading(
        &text_of.replace(alone, "[\"inform\", \"express-solidarity\""),
    ));
    let rows: Vec<String> = all(&html, ".key li").into_iter().map(text).collect();
    assert!(
        rows.iter().any(|row| row.trim() == "Stand with"),
        "{rows:?}"
    );
}

/// A line on the map may stand for several statements: the key says what it counts.
#[test]
fn the_key_counts_statements_and_says_so() {
    let reading = the_incident();
    let statements = &reading.incident.statements;
    let total = statements.len();
    let stances: usize = statements.iter().map(|said| said.stance.len()).sum();
    let html = markup(reading);
    let rows = all(&html, ".key li");
    assert_eq!(text(rows[0]), format!("{total} statements"));
    let counts = all(&html, ".key .count");
    let counts: Vec<usize> = counts
        .into_iter()
        .map(|count| text(count).parse().unwrap())
        .collect();
    // Statements of two kinds count with the first.
    assert!(stances > total);
    assert_eq!(counts.iter().sum::<usize>(), total, "{counts:?}");
}

/// Which colour and which verb an act has is a claim about whoever acts, so it stands here once more. A new stance needs a row.
#[test]
fn every_stance_has_its_family_and_its_verbs() {
    let rows = [
        ("accuse", Family::Accuse, "accuses", "accuses", "accuses"),
        (
            "condemn",
            Family::Condemn,
            "condemns",
            "condemns",
            "condemns",
        ),
        (
            "protest",
            Family::Accuse,
            "protests to",
            "protests to",
            "protests",
        ),
        ("warn", Family::Condemn, "warns", "warns", "warns"),
        (
            "call-upon",
            Family::Call,
            "calls on",
            "calls on",
            "makes an appeal",
        ),
        ("deny", Family::Deny, "denies", "contradicts", "denies"),
        (
            "reject-demand",
            Family::Deny,
            "rejects the demand of",
            "rejects the demand of",
            "rejects a demand",
        ),
        (
            "express-solidarity",
            Family::Support,
            "stands with",
            "stands with",
            "expresses solidarity",
        ),
        (
            "acknowledge",
            Family::Inform,
            "acknowledges",
            "responds to",
            "acknowledges",
        ),
        (
            "announce-measure",
            Family::Inform,
            "takes measures against",
            "takes measures against",
            "announces measures",
        ),
        ("inform", Family::Inform, "speaks of", "speaks of", "states"),
    ];
    let stances = Stance::ALL.iter().map(|&stance| {
        let (label, towards, alone) = (stance.label(), stance.towards(), stance.alone());
        (stance.id(), Family::of(stance), label, towards, alone)
    });
    assert_eq!(stances.collect::<Vec<_>>(), rows);
}

/// Every tie also stands in words: with each of its two actors, who does or is what to whom.
#[test]
fn every_tie_stands_in_words() {
    let html = markup(the_incident());
    let story = for_edition(the_incident());
    let name = |actor: usize| story.actor(actor).unwrap().name.as_str();
    // What stands with an actor: the acts of its statements, and its links.
    let told = |actor: usize| -> Vec<String> {
        let summary = format!("[data-actor=\"{}\"]", story.actor(actor).unwrap().id);
        let row = ElementRef::wrap(all(&html, &summary)[0].parent().unwrap()).unwrap();
        let sentences = Selector::parse(".act, .claim > p:first-child").unwrap();
        row.select(&sentences).map(text).collect()
    };
    for tie in &story.ties {
        let (from, to) = (name(tie.from), name(tie.to));
        for end in [tie.from, tie.to] {
            let told = told(end);
            let says = |sentence: &String| match &tie.bond {
                Bond::Reaction(stance) => {
                    let act = sentence.split(" · ").next().unwrap_or_default();
                    let does = act.split_once(stance.towards());
                    does.is_some_and(|(who, whom)| who.starts_with(from) && whom.contains(to))
                }
                Bond::Relation(position) => {
                    let label = story.incident.relations[*position].relation.label();
                    sentence.starts_with(&format!("{from} {label} {to}"))
                }
            };
            assert!(
                told.iter().any(says),
                "{from} → {to} with {}: {told:#?}",
                name(end)
            );
        }
    }
    assert!(story.ties.len() > 30);
}

#[test]
fn ties_of_office_say_who_reports_them_and_where_the_sources_differ() {
    let html = markup(reading(
        r#"{"version":1,"incident":{"id":"i","title":"T","language":"en"},
        "sources":[{"id":"daily","publisher":"Example Daily"},{"id":"post","publisher":"Example Post"}],
        "actors":[{"id":"a","name":"Minister A","kind":"person"},{"id":"b","name":"Ministry B","kind":"public-body"},
          {"id":"c","name":"State C","kind":"state"}],
        "relations":[
          {"id":"r","type":"part-of","from":"a","to":"b","sources":["daily"],"date":"2017","about":"Until the vote."},
          {"id":"q","type":"part-of","from":"b","to":"c","sources":["post"]}],
        "conflicts":[{"id":"k","question":"Was A in office?","about":["r"],
          "answers":[{"source":"daily","says":"Yes."},{"source":"post","says":"No longer."}]}]}"#,
    ));
    let told = |actor: &str| {
        let control = &all(&html, &format!("summary[data-actor=\"{actor}\"]"))[0];
        text(ElementRef::wrap(control.parent().unwrap()).unwrap())
    };
    let whole = "Minister A is part of Ministry B, 2017Until the vote.According to Example Daily";
    for actor in ["a", "b"] {
        let told = told(actor);
        assert!(told.contains(whole), "{told}");
        assert!(told.contains("Sources differ: Was A in office?"), "{told}");
        assert!(told.contains("Example Post No longer."), "{told}");
    }
    // What an actor is stands at its head; who is part of it stands with its links.
    let of_b = told("b");
    let place = |part: &str| of_b.find(part).unwrap();
    assert!(
        place("is part of State C") < place("Links, and who says so"),
        "{of_b}"
    );
    assert!(place("Links, and who says so") < place(whole), "{of_b}");
}
