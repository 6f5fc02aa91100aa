//! Markup without a program, a style of its own or a shadow root: for a page with a foreign style, and for AMP.
//!
//! Elements that every style sheet has an answer for (`details`, `blockquote`, `cite`), every class with the
//! prefix `actor-map-`. The map is a picture in a width that phones have; its words stand below.

use tachys::view::RenderHtml;

use super::ledger::{Ledger, OTHERS, Printed, Said};
use super::sheet::{Around, sheet};
use super::undrawn::Undrawn;
use crate::layout::Scene;
use crate::view::Story;
use crate::view::dom::{El, el, of_class};
use crate::view::html::{escaped, like};
use crate::view::language::{direction, english, native, ours};
use crate::view::words;

/// How plain markup is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// Actors of one incident share a name, so that one is open at a time.
    Static,
    /// What AMP's validator lets through.
    Amp,
}

/// The story as plain markup, with the map of a scene.
pub fn plain(story: &Story, scene: &Scene, flavour: Flavour) -> String {
    let head = &story.incident.incident;
    let ledger = Ledger::new(story);
    let picture = sheet(story, scene, Around::Key);
    let mut html = String::from("<section class=\"actor-map-static\"");
    for (name, value) in [
        ("lang", head.language.as_str()),
        ("dir", direction(&head.language)),
        ("aria-label", &head.title),
    ] {
        html.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    }
    html.push_str(">\n");
    push(
        &mut html,
        of_class("p", "actor-map-title").child(el("strong").text(&head.title)),
    );
    if let Some(summary) = &head.summary {
        push(&mut html, of_class("p", "actor-map-summary").text(summary));
    }
    html.push_str(&format!(
        "<div class=\"actor-map-picture\">{picture}</div>\n"
    ));
    for sentence in Undrawn::of(story, scene).sentences() {
        let sentence = of_class("p", "actor-map-undrawn").text(sentence);
        push(&mut html, ours(story, sentence));
    }
    if scene.numbered {
        for names in names(story) {
            push(&mut html, names);
        }
    }
    let group = format!("actor-map-{}", head.id);
    for speaker in &ledger.speakers {
        let said = words::statements(speaker.statements.len());
        let details = of_class("details", "actor-map-actor");
        let details = match flavour {
            Flavour::Static => details.attr("name", &group),
            Flavour::Amp => details,
        };
        let summary = el("summary")
            .child(native(story, el("b")).text(&speaker.name))
            .text([" · ", &said].concat());
        let summary = ours(story, summary);
        let line = english(story, of_class("p", "actor-map-role")).text(&speaker.line);
        let about = speaker.about.iter();
        let about = about.map(|about| like(of_class("p", "actor-map-about"), about));
        let statements = speaker
            .statements
            .iter()
            .map(|said| statement(&ledger, said));
        push(
            &mut html,
            details
                .child(summary)
                .child(line)
                .children(about.collect())
                .children(statements.collect()),
        );
    }
    for part in foot(story, &ledger) {
        push(&mut html, part);
    }
    html.push_str("</section>\n");
    html
}

/// What the numbers of a map stand for, a paragraph for each camp: "**Reacting**: **12** NATO · **13** Mark Rutte".
fn names(story: &Story) -> Vec<El> {
    let camp_of = |&position: &usize| story.incident.camp_of(story.actor(position)?);
    let camps = story
        .list_order
        .chunk_by(|one, other| camp_of(one) == camp_of(other));
    camps
        .map(|actors| {
            let mut line = of_class("p", "actor-map-names");
            if let Some(camp) = actors.first().and_then(camp_of) {
                line = line.child(el("i").text(&camp.title)).text(": ");
            }
            for (before, &position) in actors.iter().enumerate() {
                let name = story.actor(position).map_or("", |actor| &actor.name);
                line = line
                    .text(if before == 0 { "" } else { " · " })
                    .child(el("b").text(story.number(position)))
                    .text([" ", &words::isolated(name)].concat());
            }
            line
        })
        .collect()
}

fn push(html: &mut String, part: El) {
    html.push_str(&part.to_html());
    html.push('\n');
}

fn statement(ledger: &Ledger, said: &Said) -> El {
    let deed = ledger.deed(of_class("p", "actor-map-act"), said);
    let reports = said
        .reports
        .iter()
        .flat_map(|printed| report(ledger, printed));
    let answers = said.answers.iter();
    let answers = answers.map(|answers| like(of_class("p", "actor-map-answers"), answers));
    of_class("div", "actor-map-statement")
        .child(deed)
        .children(reports.collect())
        .children(answers.collect())
}

/// The words and where they stand.
fn report(ledger: &Ledger, printed: &Printed) -> Vec<El> {
    let source = ledger.source(printed);
    let url = source.and_then(|source| source.url.clone());
    let words = if printed.quoted {
        of_class("blockquote", "actor-map-quote").maybe_attr("cite", url.as_ref())
    } else {
        of_class("p", "actor-map-paraphrase")
    };
    let words = printed
        .text
        .as_ref()
        .map(|text| ledger.directed(words, printed).text(text));
    let outlet = match url {
        Some(url) => el("a").attr("href", url),
        None => el("cite"),
    };
    let outlet = match source {
        Some(source) => like(outlet, &source.outlet),
        None => outlet,
    };
    let line = of_class("p", "actor-map-outlet");
    let line = ledger.told_by(line, outlet, printed);
    words.into_iter().chain([line]).collect()
}

/// Who says nothing, links in words, differences, events, sources and corrections.
fn foot(story: &Story, ledger: &Ledger) -> Vec<El> {
    let answers = ledger.differences.iter();
    let answers = answers.map(|(question, answers)| {
        let answers = answers.join(" – ");
        el("p").text([question, " ", &answers].concat())
    });
    let folded = |title, items: &[El]| folded(story, title, items);
    let mut parts = vec![
        folded(OTHERS, &ledger.others),
        folded(words::LINKS, &ledger.links),
        folded(words::DIFFERENCES, &answers.collect::<Vec<_>>()),
        folded(words::COURSE_OF_EVENTS, &ledger.events),
    ];
    let sources = ledger.sources.iter().map(|source| {
        let entry = like(el("li"), &source.line);
        match &source.url {
            Some(url) => entry.text(" · ").child(el("a").attr("href", url).text(url)),
            None => entry,
        }
    });
    parts.push(Some(
        of_class("div", "actor-map-sources")
            .child(english(story, el("p")).child(el("b").text(words::SOURCES)))
            .child(el("ol").children(sources.collect())),
    ));
    parts.push(folded(words::CORRECTIONS, &ledger.corrections));
    parts.push(
        ledger
            .left_out
            .as_ref()
            .map(|line| like(of_class("p", "actor-map-left-out"), line)),
    );
    parts.into_iter().flatten().collect()
}

fn folded(story: &Story, title: &'static str, items: &[El]) -> Option<El> {
    if items.is_empty() {
        return None;
    }
    let items = items.iter().map(|item| like(el("li"), item));
    Some(
        of_class("details", "actor-map-more")
            .child(english(story, el("summary")).text(title))
            .child(el("ul").children(items.collect())),
    )
}
