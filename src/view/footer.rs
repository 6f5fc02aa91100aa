//! The foot: the sources, what was corrected, what had to be left out.

use crate::incident::Source;
use crate::incident::template::fill;

use super::Story;
use super::dom::{El, el, of_class};
use super::heading::heading;
use super::language::ours;
use super::words;

/// The foot of a story.
pub fn footer(story: &Story) -> El {
    let sources = story
        .incident
        .sources
        .iter()
        .map(|source| ours(story, el("li").text(entry(story, source))))
        .collect();
    let corrections = story.incident.corrections.iter();
    let corrections = corrections
        .map(|correction| {
            let line = fill("%: %", &[&story.dated(correction.date), &correction.text]);
            el("li").text(line)
        })
        .collect();
    let left_out = match story.left_out {
        0 => Vec::new(),
        count => vec![ours(
            story,
            of_class("p", "left-out").text(words::left_out(count)),
        )],
    };
    of_class("div", "footer")
        .attr("part", "footer")
        .children(list(story, words::SOURCES, sources))
        .children(list(story, words::CORRECTIONS, corrections))
        .children(left_out)
}

fn list(story: &Story, title: &'static str, entries: Vec<El>) -> Vec<El> {
    if entries.is_empty() {
        return Vec::new();
    }
    vec![
        heading(story, 1, "section").text(title),
        el("ul").children(entries),
    ]
}

/// "UPI (printed by Space Media Network) · Darryl Coote · “…” · 28 May 2025"
pub fn entry(story: &Story, source: &Source) -> String {
    let mut parts = vec![words::outlet(source)];
    parts.extend(source.author.clone());
    parts.extend(
        source
            .headline
            .as_ref()
            .map(|headline| fill("“%”", &[headline])),
    );
    parts.push(
        source
            .published
            .map_or_else(|| "undated".into(), |date| story.dated(date)),
    );
    if let Some(original) = &source.excerpt_of {
        let original = words::short_outlet(&story.incident, original);
        parts.push(fill(
            "an excerpt of the same article as %, so no second confirmation",
            &[&original],
        ));
    }
    words::joined(&parts, " · ")
}
