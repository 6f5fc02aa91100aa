//! The whole widget: header, key, map, panel, events, footer.

use reactive_graph::traits::Get;

use super::dom::{El, el, of_class};
use super::heading::heading;
use super::language::{direction, english, theirs};
use super::state::State;
use super::{events, footer, key, map, panel, words};

/// The widget for a state. How deep the map's picture stands in it, the container counted, is `EARLY` in `dom.rs`.
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

#[cfg(all(test, feature = "cli"))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use reactive_graph::owner::Owner;

    use super::super::dom::{Child, Content, EARLY, Value};
    use super::*;
    use crate::incident::{parse_json, read};
    use crate::layout::Scene;
    use crate::view::Story;

    /// How deep the map's picture stands in an element that stands so deep itself.
    fn picture(element: &El, depth: usize) -> Option<usize> {
        let is_map = |(name, value): &(&str, Value)| match value {
            Value::Fixed(value) => *name == "class" && value == "map",
            Value::Live(_) => false,
        };
        if element.0.attributes.iter().any(is_map) {
            return Some(depth);
        }
        let Content::Fixed(children) = &element.0.content else {
            return None;
        };
        children.iter().find_map(|child| match child {
            Child::Element(child) => picture(child, depth + 1),
            Child::Text(_) => None,
        })
    }

    #[test]
    fn the_view_is_built_in_the_page_down_to_the_picture() {
        let file = include_str!("../../incidents/czech-mfa-apt31.json");
        let story = Arc::new(Story::new(read(&parse_json(file).unwrap()).unwrap()));
        let depth = Owner::new().with(|| {
            let state = State::of_scene(story, 640.0, Arc::new(Scene::default()));
            // The container is the first.
            picture(&widget(&state), 2)
        });
        assert_eq!(depth, Some(EARLY));
    }
}
