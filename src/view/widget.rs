//! The whole widget: header, key, map, panel, events, footer.

use reactive_graph::traits::Get;

use super::dom::{El, el, of_class};
use super::heading::heading;
use super::language::{direction, english, theirs};
use super::state::State;
use super::{events, footer, key, map, panel, words};

/// The widget for a state.
pub fn widget(state: &State) -> El {
    let story = &state.story;
    of_class("div", "widget")
        .attr("part", "widget")
        .attr("lang", story.language())
        .attr("dir", direction(story.language()))
        .child(header(state))
        .child(key::key(story))
        .child(
            of_class("div", "body")
                .child(
                    // Of a large incident the map is painted by `embed/large.js`.
                    of_class("div", "map-column").children(if story.on_map.is_empty() {
                        Vec::new()
                    } else {
                        vec![map::map(state)]
                    }),
                )
                .child(panel::panel(state)),
        )
        .children(events::events(story))
        .child(footer::footer(story))
        .child(status(state))
}

/// Kicker, title and summary, if there is one.
pub fn header(state: &State) -> El {
    let story = &state.story.incident.incident;
    let title = heading(&state.story, 0, "title")
        .attr("part", "title")
        .text(&story.title);
    of_class("div", "header")
        .child(english(&state.story, of_class("p", "kicker")).text(words::WHO_SAID_WHAT))
        .child(title)
        .each(
            story
                .summary
                .iter()
                .map(|summary| of_class("p", "dek").text(summary)),
        )
}

/// The polite line for screen readers: name and count of the actor just opened, nothing else.
fn status(state: &State) -> El {
    let State { story, lit, .. } = state.clone();
    english(&story, of_class("p", "status").attr("role", "status")).live_line(move || {
        let line = el("p");
        let Some((open, actor)) = lit.get().and_then(|open| Some((open, story.actor(open)?)))
        else {
            return line.text("");
        };
        let said = words::statements(story.said(open).len());
        let line = theirs(line, &story, &actor.name).text(": ").text(said);
        match story.heard(open).len() {
            0 => line,
            heard => line.text(", ").text(heard.to_string()).text(" by others"),
        }
    })
}
