//! What is laid out: every graph of the corpus with up to 60 actors, at three widths.

use std::time::Instant;

use actor_map::incident::{parse_json, read};
use actor_map::layout::{Graph, Options, Scene, layout};
use actor_map::view::Story;
use anyhow::{Result, anyhow};
use serde_json::{Value, json};

use crate::corpus;

/// Width and height of the rooms, in CSS px. The height is what peers have to fit into; ours is free.
pub const ROOMS: [(f64, f64); 3] = [(320.0, 560.0), (640.0, 480.0), (1200.0, 640.0)];

/// So often is each laid out by us; the median counts.
const RUNS: usize = 5;

/// A graph in a room, laid out by us.
pub struct Case {
    /// "karate at 640".
    pub name: String,
    /// The graph.
    pub graph: Graph,
    /// Width and height of the room.
    pub room: (f64, f64),
    /// Our drawing.
    pub scene: Scene,
    /// How long it took us, natively, in milliseconds.
    pub milliseconds: f64,
}

impl Case {
    /// The case as the page reads it, with the label boxes that we draw at this width.
    pub fn for_peers(&self) -> Value {
        let boxes = self.scene.nodes.iter().map(|node| &node.rect);
        let ties = self.graph.ties.iter().filter(|tie| tie.from != tie.to);
        json!({
            "case": self.name,
            "width": self.room.0,
            "height": self.room.1,
            "nodes": boxes.map(|rect| [rect.width, rect.height]).collect::<Vec<_>>(),
            "ties": ties.map(|tie| [tie.from, tie.to]).collect::<Vec<_>>(),
        })
    }
}

/// Every case, graph by graph.
///
/// # Errors
/// When the incident cannot be read.
pub fn all() -> Result<Vec<Case>> {
    let node = parse_json(include_str!("../../incidents/czech-mfa-apt31.json"))
        .map_err(|problem| anyhow!("the incident: {problem:?}"))?;
    let reading = read(&node).map_err(|problems| anyhow!("the incident: {problems:?}"))?;
    let mut graphs = vec![corpus::Named {
        name: "incident".into(),
        graph: Story::new(reading).graph,
    }];
    graphs.extend(corpus::public());
    graphs.extend(corpus::generated());
    graphs.retain(|named| named.graph.nodes.len() <= 60);
    let mut cases = Vec::new();
    for named in graphs {
        for room in ROOMS {
            cases.push(case(&named, room));
        }
    }
    Ok(cases)
}

fn case(named: &corpus::Named, room: (f64, f64)) -> Case {
    let options = Options {
        width: room.0,
        seed: 1,
    };
    let mut times = Vec::new();
    let mut scene = Scene::default();
    for _ in 0..RUNS {
        let start = Instant::now();
        scene = layout(&named.graph, &options);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    Case {
        name: format!("{} at {}", named.name, room.0),
        graph: named.graph.clone(),
        room,
        scene,
        milliseconds: median(times),
    }
}

/// The middle one of some numbers, not a number if there are none.
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
