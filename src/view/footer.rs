//! The foot: the sources, what was corrected, what had to be left out.

use crate::incident::Source;

use super::Story;
use super::dom::{El, el, of_class};
use super::heading::section;
use super::language::{english, filled, ours, theirs};
use super::statement::outlet_of;
use super::words;

/// The foot of a story.
pub fn footer(story: &Story) -> El {
    let sources = story
        .incident
        .sources
        .iter()
        .map(|source| ours(story, entry(el("li"), story, source)))
        .collect();
    let corrections = story.incident.corrections.iter();
    let corrections = corrections
        .map(|correction| {
            let line = english(story, el("li")).text(story.dated(correction.date));
            theirs(line.text(": "), story, &correction.text)
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
    vec![section(story, 1, title), el("ul").children(entries)]
}

/// A line with "UPI (printed by Space Media Network) · Darryl Coote · “…” · 28 May 2025"
pub fn entry(line: El, story: &Story, source: &Source) -> El {
    let mut line = outlet_of(line, story, source);
    if let Some(author) = &source.author {
        line = filled(line, story, " · %", &[author]);
    }
    if let Some(headline) = &source.headline {
        line = filled(line, story, " · “%”", &[headline]);
    }
    line = line.text(" · ").text(
        source
            .published
            .map_or_else(|| "undated".into(), |date| story.dated(date)),
    );
    if let Some(original) = &source.excerpt_of {
        let original = words::short_outlet(story, original);
        line = filled(
            line,
            story,
            " · an excerpt of the same article as %, so no second confirmation",
            &[&original],
        );
    }
    line
}
