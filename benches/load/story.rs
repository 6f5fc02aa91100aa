//! A story as plain data: what a page needs that is written by hand or drawn by another library.

use actor_map::incident::{PartialDate, Statement};
use actor_map::layout::{Rect, Scene, TextLine, TiePath};
use actor_map::view::edition::{actor_markup, conflict_markup, statement_markup};
use actor_map::view::{Story, words};
use serde_json::{Value, json};

/// The story with its map. Statements and actors are named by position; lengths are in CSS px.
pub fn story(story: &Story, scene: &Scene) -> Value {
    let incident = &story.incident;
    let events = story
        .events
        .iter()
        .filter_map(|&position| incident.events.get(position));
    json!({
        "title": incident.incident.title,
        "summary": incident.incident.summary,
        "width": scene.width,
        "height": scene.height,
        "camps": scene.camps.iter().map(|camp| json!({
            "box": rect(&camp.rect),
            "title": camp.title.iter().map(line).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "ties": scene.ties.iter().filter(|tie| tie.is_drawn())
            .filter_map(|placed| tie(story, placed)).collect::<Vec<_>>(),
        "actors": story.on_map.iter().enumerate()
            .filter_map(|(node, &position)| actor(story, scene, node, position)).collect::<Vec<_>>(),
        "statements": incident.statements.iter().map(|item| statement(story, item)).collect::<Vec<_>>(),
        "conflicts": incident.conflicts.iter().map(|asked| conflict_markup(story, asked)).collect::<Vec<_>>(),
        "lead": story.shown(None),
        "events": events.map(|event| format!("{}: {}", event.date.in_words(), event.title)).collect::<Vec<_>>(),
        "sources": incident.sources.iter().map(|source| {
            let published = source.published.map_or_else(|| "undated".into(), PartialDate::in_words);
            let printed = source.agency.as_ref().and(source.publisher.as_ref());
            let outlet = match printed {
                Some(publisher) => format!("{} (printed by {publisher})", words::voice(source)),
                None => words::voice(source).to_owned(),
            };
            let parts = [Some(outlet), source.author.clone(), source.headline.clone(), Some(published)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }).collect::<Vec<_>>(),
    })
}

fn actor(story: &Story, scene: &Scene, node: usize, position: usize) -> Option<Value> {
    let (placed, asked) = (scene.nodes.get(node)?, story.graph.nodes.get(node)?);
    let actor = story.actor(position)?;
    let [who, links] = actor_markup(story, position);
    Some(json!({
        "id": actor.id,
        "name": actor.name,
        "box": rect(&placed.rect),
        "round": asked.round,
        "lines": placed.lines.iter().map(line).collect::<Vec<_>>(),
        "badge": placed.badge.map(|badge| json!({ "box": rect(&badge), "text": asked.badge })),
        "who": who,
        "shown": story.shown(Some(position)),
        "links": links,
    }))
}

/// The tie between two actors of the map, by their nodes.
fn tie(story: &Story, placed: &TiePath) -> Option<Value> {
    let (drawn, ends) = (
        story.ties.get(placed.tie)?,
        story.graph.ties.get(placed.tie)?,
    );
    let corners: Vec<_> = placed
        .head
        .iter()
        .map(|p| json!([tenth(p.x), tenth(p.y)]))
        .collect();
    Some(json!({
        "from": ends.from,
        "to": ends.to,
        "kind": story.tie_class(drawn),
        "d": placed.d,
        "head": corners,
        "words": placed.label.as_ref().map(|label| line(&label.line)),
    }))
}

/// A statement: its markup in our panel, its quotations, and the positions of the conflicts about it.
fn statement(story: &Story, statement: &Statement) -> Value {
    let conflicts = story.incident.conflicts.iter().enumerate();
    let about = conflicts.filter(|(_, conflict)| conflict.about.contains(&statement.id));
    let quotes = statement
        .reports
        .iter()
        .filter_map(|report| report.quote.as_ref());
    json!({
        "html": statement_markup(story, statement),
        "quotes": quotes.collect::<Vec<_>>(),
        "conflicts": about.map(|(position, _)| position).collect::<Vec<_>>(),
    })
}

fn rect(rect: &Rect) -> Value {
    json!([
        tenth(rect.x),
        tenth(rect.y),
        tenth(rect.width),
        tenth(rect.height)
    ])
}

fn line(line: &TextLine) -> Value {
    json!([tenth(line.at.x), tenth(line.at.y), line.text])
}

/// As the edition writes lengths.
fn tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
