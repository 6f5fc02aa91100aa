//! The static edition: the same components rendered natively, as markup that needs no script.

use std::sync::Arc;

use reactive_graph::owner::Owner;
use tachys::view::RenderHtml;

use super::dom::{El, el, of_class};
use super::state::State;
use super::{Story, events, footer, key, map, panel, widget, words};

/// The story as markup, with a map for `width` CSS px and every actor behind a `<details>`.
///
/// The markup belongs into a shadow root beside a link to `widget.css`; it has no script, style or inline handler.
pub fn static_markup(mut story: Story, width: f64) -> String {
    story.live = false;
    Owner::new().with(|| document(&State::new(Arc::new(story), width, 0)).to_html())
}

fn document(state: &State) -> El {
    let story = &state.story;
    let actors = story
        .incident
        .actors
        .iter()
        .enumerate()
        .map(|(position, actor)| {
            let said = words::statements(story.said(position).len());
            of_class("details", "actor-details")
                .attr("name", "actor-map-actor")
                .child(
                    el("summary")
                        .attr("data-actor", &actor.id)
                        .text(format!("{} · {said}", actor.name)),
                )
                .children(panel::of_actor(story, position, actor))
        });
    let actors = actors.collect();
    of_class("div", "widget static")
        .attr("part", "widget")
        .attr("lang", &story.incident.incident.language)
        .child(widget::header(state))
        .child(key::key(story))
        .child(map::map(state))
        .child(
            of_class("div", "panel")
                .attr("part", "panel")
                .children(actors),
        )
        .children(events::events(story))
        .child(footer::footer(story))
}
