//! The panel: the open actor with what it said and what was said about it, or the lead statements.

use reactive_graph::traits::Get;

use crate::incident::Actor;
use crate::incident::words::fill;

use super::dom::{El, el, of_class};
use super::map::PANEL_ID;
use super::relation;
use super::state::State;
use super::statement::{conflicts, statement};
use super::story::Story;
use super::words::{self, HINT, HINT_OF_LINES};

/// The panel of a widget.
pub fn panel(state: &State) -> El {
    let frame = state.frame.clone();
    let State { story, open, .. } = state.clone();
    let (named, opened, shown) = (story.clone(), open.clone(), frame.clone());
    // Several maps on a page are several regions: each says whose statements it holds.
    let labelled = move || {
        let actor = opened.get().and_then(|open| named.actor(open));
        region_label(actor.map_or(&named.incident.incident.title, |actor| &actor.name))
    };
    region()
        .attr("id", PANEL_ID)
        .live_attr("aria-label", move || Some(labelled()))
        // Beside the map the panel scrolls, and what scrolls must be reachable with the keyboard.
        .live_attr("tabindex", move || frame.get().wide().then(|| "0".into()))
        .live_children(
            move || match open.get().and_then(|open| Some((open, story.actor(open)?))) {
                Some((position, actor)) => {
                    let mut parts = vec![close(), of_class("p", "name").text(&actor.name)];
                    parts.extend(of_actor(&story, position, actor));
                    parts
                }
                None => {
                    let waits = shown.get().scene.waiting;
                    let mut parts = lead(&story, if waits { HINT_OF_LINES } else { HINT });
                    parts.extend(rows(&story));
                    parts
                }
            },
        )
}

/// The panel itself, without label and content.
pub fn region() -> El {
    of_class("div", "panel")
        .attr("part", "panel")
        .attr("role", "region")
}

/// What a screen reader says of a panel with the statements of `whose`.
pub fn region_label(whose: &str) -> String {
    ["Statements: ", whose].concat()
}

/// Every actor of the map by name: each opens as its control on the map does. An edition has the same rows.
fn rows(story: &Story) -> impl Iterator<Item = El> {
    story.on_map.iter().filter_map(|&position| {
        let actor = story.actor(position)?;
        let name = el("button")
            .attr("type", "button")
            .attr("data-actor-ref", &actor.id);
        Some(of_class("div", "row").child(row(name, story, position, actor)))
    })
}

/// What stands in an actor's row.
pub fn row(head: El, story: &Story, position: usize, actor: &Actor) -> El {
    let said = words::statements(story.said(position).len());
    head.text([&actor.name, " "].concat())
        .child(el("small").text(said))
}

fn close() -> El {
    of_class("button", "close")
        .attr("type", "button")
        .attr("data-close", "")
        .attr("aria-label", "Close")
        .text("×")
}

/// Everything about one actor but its name, which is the title over it.
pub fn of_actor(story: &Story, position: usize, actor: &Actor) -> Vec<El> {
    let about = |text: String| of_class("p", "about").text(text);
    let mut parts = vec![of_class("p", "role").text(words::actor_line(actor))];
    parts.extend(relation::offices(story, actor));
    parts.extend(
        (!actor.aliases.is_empty())
            .then(|| about(fill("Also called %.", &[&words::listed(&actor.aliases)]))),
    );
    parts.extend(actor.about.clone().map(about));
    parts.extend(statements(story, "Said", story.said(position)));
    parts.extend(statements(story, "Said about it", story.heard(position)));
    parts.extend(section(
        "Links, and who says so",
        relation::claims(story, actor),
    ));
    parts.extend(section(
        "Where the sources differ",
        conflicts(story, &actor.id),
    ));
    parts
}

/// What stands in the panel while no actor is open: what to do, and the lead statements.
pub fn lead(story: &Story, hint: &str) -> Vec<El> {
    let mut parts = vec![of_class("p", "hint").text(hint)];
    parts.extend(statements(story, "In short", &story.shown(None)));
    parts
}

fn statements(story: &Story, title: &'static str, positions: &[usize]) -> Vec<El> {
    let items = positions
        .iter()
        .filter_map(|&position| story.statement(position));
    section(title, items.map(|item| statement(story, item)).collect())
}

/// A titled section; nothing where it would be empty.
fn section(title: &'static str, content: Vec<El>) -> Vec<El> {
    if content.is_empty() {
        return content;
    }
    vec![
        of_class("p", "section").text(title),
        el("div").children(content),
    ]
}
