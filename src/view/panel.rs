//! The panel: the open actor with what it said and what was said about it, or the lead statements.

use std::sync::Arc;

use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::Get;

use crate::incident::Actor;
use crate::incident::template::fill;

use super::dom::{El, el, of_class};
use super::heading::{heading, section};
use super::language::{all_theirs, english, ours};
use super::map::{PANEL_ID, class};
use super::relation;
use super::state::{self, Form, State};
use super::statement::{Asked, conflict, is_asked, statement, with_name};
use super::story::Story;
use super::words::{self, HINT, HINT_OF_LINES, HINT_OF_NUMBERS, isolated};

/// The panel of a widget.
pub fn panel(state: &State) -> El {
    let State {
        story, open, frame, ..
    } = state.clone();
    let named = story.clone();
    // Several maps on a page are several regions: each says whose statements it holds.
    let labelled = move || {
        let actor = open.get().and_then(|open| named.actor(open));
        region_label(actor.map_or(&named.incident.incident.title, |actor| &actor.name))
    };
    region(&story)
        .attr("id", PANEL_ID)
        .live_attr("aria-label", move || Some(labelled()))
        // Beside the map the panel scrolls, and what scrolls must be reachable with the keyboard.
        // Under it the focus is put there where the page is scrolled to it.
        .live_attr("tabindex", move || {
            Some(if frame.get().wide() { "0" } else { "-1" }.into())
        })
        .each(state.sides.iter().map(|stands| side(state, stands)))
}

/// A side of the panel, hidden unless the open actor stands on it.
fn side(state: &State, stands: &ArcRwSignal<Option<usize>>) -> El {
    let State {
        story, open, form, ..
    } = state.clone();
    let (stands, shown) = (stands.clone(), stands.clone());
    let hidden = move || (shown.get() != state::side(open.get())).then(String::new);
    el("div")
        .live_attr("hidden", hidden)
        .live_children(move || {
            let stands = stands.get();
            match stands.and_then(|position| Some((position, story.actor(position)?))) {
                Some((position, actor)) => {
                    let mut parts = vec![close(&story), name(&story, &form, position)];
                    parts.push(neighbours(&story, &form, position));
                    parts.extend(of_actor(&story, position, actor));
                    // A talkative actor's words are many windows high.
                    let back = of_class("button", "back").text("Back to the map");
                    parts.push(closing(&story, back));
                    parts
                }
                None if stands.is_some() => overview(&story, Form::read(&form)),
                None => Vec::new(),
            }
        })
}

/// What the panel says while no actor is open: the lead statements, and every actor by name.
fn overview(story: &Story, form: Form) -> Vec<El> {
    let rows = rows(story, form.numbered);
    let lead = lead(story);
    // Beside numbers the names come first.
    let (hint, one, other) = match (form.numbered, form.waiting) {
        (true, _) => (HINT_OF_NUMBERS, rows, lead),
        (_, true) => (HINT_OF_LINES, lead, rows),
        _ => (HINT, lead, rows),
    };
    let mut parts = vec![ours(story, of_class("p", "hint").text(hint))];
    parts.extend(one);
    parts.extend(other);
    parts
}

/// The panel itself, without label and content.
pub fn region(story: &Story) -> El {
    of_class(
        "div",
        if story.numbered_when_narrow {
            "panel many"
        } else {
            "panel"
        },
    )
    .attr("part", "panel")
    .attr("role", "region")
}

/// What a screen reader says of a panel with the statements of `whose`.
pub fn region_label(whose: &str) -> String {
    ["Statements: ", whose].concat()
}

/// The open actor's name, after its number where the map has numbers.
fn name(story: &Arc<Story>, form: &ArcRwSignal<Option<usize>>, position: usize) -> El {
    let (story, form) = (story.clone(), form.clone());
    heading(&story, 1, "name").live_children(move || {
        let mut parts = Vec::new();
        if let Some(actor) = story.actor(position) {
            if Form::read(&form).numbered {
                parts.push(chip(&story, position, actor));
            }
            parts.push(el("span").text(&actor.name));
        }
        parts
    })
}

/// As many neighbours stand open; more would stand between a reader's tap and the words that it was for.
const OPEN_NEIGHBOURS: usize = 6;

/// Who the open actor's lines lead to, where the map has numbers: its list has made room for the open actor.
fn neighbours(story: &Arc<Story>, form: &ArcRwSignal<Option<usize>>, position: usize) -> El {
    let (story, form) = (story.clone(), form.clone());
    el("div").live_children(move || {
        let near = story.list_order.iter().filter_map(|&other| {
            let actor = story.actor(other)?;
            let item = || {
                let number = el("li").child(chip(&story, other, actor));
                with_name(number, &story, &actor.id, "")
            };
            story.related(position, other).then(item)
        });
        let mut parts = Vec::new();
        if Form::read(&form).numbered {
            parts.extend(near);
        }
        if parts.is_empty() {
            return parts;
        }
        let count = words::counted(parts.len(), "actor", "actors");
        let open = (parts.len() <= OPEN_NEIGHBOURS).then(String::new);
        let title = english(&story, el("summary")).text(fill("Lines to %", &[&count]));
        vec![
            of_class("details", "neighbours")
                .maybe_attr("open", open)
                .child(title)
                .child(el("ul").children(parts)),
        ]
    })
}

/// Every actor of the map by name: each opens as its control on the map does. An edition has the same rows.
fn rows(story: &Story, numbered: bool) -> Vec<El> {
    rows_of_map(story, &|position, actor| {
        let name = el("button")
            .attr("type", "button")
            .attr("data-actor-ref", &actor.id);
        of_class("div", "row").child(row(name, story, position, actor, numbered))
    })
}

/// A row for each actor of the map, in the list's order, under the titles of the camps if it goes by them.
pub fn rows_of_map(story: &Story, row: &dyn Fn(usize, &Actor) -> El) -> Vec<El> {
    let mut rows = Vec::new();
    let mut before = None;
    for &position in &story.list_order {
        let Some(actor) = story.actor(position) else {
            continue;
        };
        let camps = &story.incident.camps;
        if story.numbered_when_narrow && !camps.is_empty() && before != Some(&actor.camp) {
            before = Some(&actor.camp);
            let camp = story.incident.camp_of(actor);
            let title = heading(story, 1, "section of-camp");
            rows.push(match camp {
                Some(camp) => title.text(&camp.title),
                None => english(story, title).text("Others"),
            });
        }
        rows.push(row(position, actor));
    }
    rows
}

/// What stands in an actor's row.
pub fn row(head: El, story: &Story, position: usize, actor: &Actor, numbered: bool) -> El {
    let said = story.said(position).len();
    let number = numbered.then(|| chip(story, position, actor));
    // In a long list who said nothing needs no words.
    let count = (said > 0 || !story.numbered_when_narrow)
        .then(|| english(story, el("small")).text(words::statements(said)));
    head.each(number)
        .text(isolated(&actor.name) + " ")
        .each(count)
}

/// An actor's number, drawn as its box on the map is.
fn chip(story: &Story, position: usize, actor: &Actor) -> El {
    let class = class(actor);
    let marks = class.strip_prefix("actor").unwrap_or_default();
    el("b")
        .attr("class", ["numbers", marks].concat())
        .text([&story.number(position), " "].concat())
}

fn close(story: &Story) -> El {
    closing(story, of_class("button", "close"))
        .attr("aria-label", "Close")
        .text("×")
}

/// A button that closes the open actor.
fn closing(story: &Story, button: El) -> El {
    english(story, button)
        .attr("type", "button")
        .attr("data-close", "")
}

/// Everything about one actor but its name, which is the title over it: [`who`], [`said`], [`links`].
pub fn of_actor(story: &Story, position: usize, actor: &Actor) -> Vec<El> {
    let (mut parts, asked) = (Vec::new(), &mut Asked::new());
    who(&mut parts, story, actor, asked);
    said(&mut parts, story, position, actor, asked);
    links(&mut parts, story, actor, asked);
    parts
}

/// Adds who an actor is: its roles, its other names, its offices.
pub fn who<'a>(parts: &mut Vec<El>, story: &'a Story, actor: &Actor, asked: &mut Asked<'a>) {
    let role = english(story, of_class("p", "role"));
    parts.push(role.text(words::actor_line(actor)));
    let about = actor.about.iter();
    parts.extend(about.map(|text| of_class("p", "about").text(text)));
    parts.extend(also_called(of_class("p", "about"), story, actor));
    let offices = relation::relations(story, actor, true, asked);
    parts.extend((!offices.is_empty()).then(|| el("ul").children(offices)));
}

/// How many levels below the title an actor's sections are: in an edition the name over them is a control, no heading.
fn below_name(story: &Story) -> u8 {
    1 + u8::from(story.live)
}

/// Adds what an actor said, and what others said to or about it.
pub fn said<'a>(
    parts: &mut Vec<El>,
    story: &'a Story,
    position: usize,
    actor: &Actor,
    asked: &mut Asked<'a>,
) {
    let below = below_name(story);
    for (title, positions) in [
        ("Said", story.said(position)),
        ("Said by others", story.heard(position)),
    ] {
        parts.extend(statements(story, below, title, positions, &actor.id, asked));
    }
}

/// Adds an actor's other links, and where the sources differ about it.
pub fn links<'a>(parts: &mut Vec<El>, story: &'a Story, actor: &Actor, asked: &mut Asked<'a>) {
    let below = below_name(story);
    parts.extend(under(
        section(story, below, words::LINKS),
        "ul",
        relation::relations(story, actor, false, asked),
    ));
    parts.extend(under(
        section(story, below, words::DIFFERENCES),
        "div",
        // What was asked above is not asked again.
        story
            .incident
            .conflicts_about(&actor.id)
            .filter(|about| !is_asked(asked, about))
            .map(|about| conflict(story, about))
            .collect(),
    ));
}

/// A line with an actor's other names, in a sentence; none if it has none.
pub fn also_called(line: El, story: &Story, actor: &Actor) -> Option<El> {
    (!actor.aliases.is_empty()).then(|| {
        let line = all_theirs(line.text("Also called "), story, &actor.aliases);
        ours(story, line.text("."))
    })
}

/// The lead statements, which stand in the panel while no actor is open.
pub fn lead(story: &Story) -> Vec<El> {
    statements(
        story,
        1,
        "In short",
        &story.shown(None),
        "",
        &mut Asked::new(),
    )
}

fn statements<'a>(
    story: &'a Story,
    below: u8,
    title: &'static str,
    positions: &[usize],
    open: &str,
    asked: &mut Asked<'a>,
) -> Vec<El> {
    let items = positions
        .iter()
        .filter_map(|&position| story.statement(position));
    let statement = |item| statement(story, item, open, asked);
    let title = section(story, below, title);
    under(title, "ul", items.map(statement).collect())
}

/// What stands under a title, in an element of this name; nothing where it would be empty.
fn under(title: El, tag: &'static str, content: Vec<El>) -> Vec<El> {
    if content.is_empty() {
        return content;
    }
    vec![title, el(tag).children(content)]
}
