//! A plain strip of dated events, and who tells what not all sources tell.

use crate::incident::Event;

use super::Story;
use super::dom::{El, el, of_class};
use super::heading::section;
use super::language::english;
use super::relation::according_to;
use super::statement::{Asked, conflicts};
use super::words;

/// The sources of an event that others do not tell of; none where all do.
pub fn told_by_some<'a>(story: &Story, event: &'a Event) -> &'a [String] {
    if event.sources.len() < story.incident.sources.len() {
        &event.sources
    } else {
        &[]
    }
}

/// The events of a story, by date; nothing if it has none.
pub fn events(story: &Story) -> Vec<El> {
    if story.incident.events.is_empty() {
        return Vec::new();
    }
    let row = |event: &Event| {
        el("li")
            .child(english(story, el("b")).text(story.dated(event.date)))
            .child(el("span").text(&event.title))
            .each(according_to(story, told_by_some(story, event)))
            // Beside each other, an event cannot send its reader to one "above".
            .children(conflicts(story, &event.id, &mut Asked::new()))
    };
    let rows = story
        .events
        .iter()
        .filter_map(|&position| story.incident.events.get(position))
        .map(row);
    vec![
        of_class("div", "events")
            .attr("part", "events")
            .child(section(story, 1, words::COURSE_OF_EVENTS))
            .child(el("ol").each(rows)),
    ]
}
