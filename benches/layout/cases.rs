//! What is laid out: every graph of the corpus with up to 60 actors, at six widths, as it is and without its camps.

use std::time::Instant;

use actor_map::incident::{parse_json, read};
use actor_map::layout::form::numbered;
use actor_map::layout::quality::{Drawing, stress};
use actor_map::layout::{Graph, Node, Options, Scene, layout, positions};
use actor_map::view::Story;
use anyhow::{Result, anyhow, ensure};
use serde_json::{Value, json};

use crate::corpus;
use crate::modules::Timed;
use crate::published::starts;
use crate::refits::{SHARES, natively};
use crate::wire::Wire;

/// Width and height of the rooms, in CSS px: the widths at which the promises stand. The height is what peers have to fit
/// into; ours is free.
pub const ROOMS: [(f64, f64); 6] = [
    (280.0, 560.0),
    (320.0, 560.0),
    (480.0, 520.0),
    (640.0, 480.0),
    (900.0, 560.0),
    (1200.0, 640.0),
];

/// So often is each laid out by us for the report; the median counts.
pub const RUNS: usize = 5;

/// Ours.
pub const OURS: &str = "**Actor Map**";
/// Ours of the graph without its camps, of which only one other library knows.
pub const PLAIN: &str = "**Actor Map**, without camps";

/// The seed of our layouts.
const SEED: u32 = 1;

/// A graph in a room, laid out by us.
pub struct Case {
    /// "karate at 640".
    pub name: String,
    /// Width and height of the room.
    pub room: (f64, f64),
    /// The graph as it is, and our drawing of it.
    pub ours: Drawn,
    /// The same without camps; none if it has none.
    pub plain: Option<Drawn>,
}

/// A graph laid out by us, natively.
pub struct Drawn {
    /// [`OURS`] or [`PLAIN`].
    pub who: &'static str,
    /// The graph.
    pub graph: Graph,
    /// The drawing.
    pub scene: Scene,
    /// How long it took, in milliseconds.
    pub milliseconds: f64,
    /// Where the boxes stand, before any tie is routed: what other libraries give.
    pub places: Timed,
    /// The Kruskal stress (the loss) of those.
    pub places_loss: f64,
    /// The drawing at other widths.
    pub refits: Vec<Timed>,
}

impl Case {
    /// Our drawing without camps: where the graph has none, the one there is.
    pub fn plain(&self) -> &Drawn {
        self.plain.as_ref().unwrap_or(&self.ours)
    }

    /// Both, or the one.
    pub fn drawn(&self) -> impl Iterator<Item = &Drawn> {
        std::iter::once(&self.ours).chain(&self.plain)
    }

    /// The case as the page reads it: for the other libraries with the label boxes that we draw at this width, for our
    /// modules with everything.
    ///
    /// # Errors
    /// When a graph cannot be written as text.
    pub fn for_page(&self) -> Result<Value> {
        let boxes = self.ours.scene.nodes.iter().map(|node| &node.rect);
        let ties = self.ours.graph.ties.iter();
        let ties = ties.filter(|tie| tie.from != tie.to);
        let ours: Result<Vec<Value>> = self.drawn().map(Drawn::for_page).collect();
        Ok(json!({
            "case": self.name,
            "width": self.room.0,
            "height": self.room.1,
            "seed": SEED,
            "shares": SHARES,
            "starts": starts(self),
            "nodes": boxes.map(|rect| [rect.width, rect.height]).collect::<Vec<_>>(),
            "ties": ties.map(|tie| [tie.from, tie.to]).collect::<Vec<_>>(),
            "camps": self.ours.graph.nodes.iter().map(|node| node.camp).collect::<Vec<_>>(),
            "ours": ours?,
        }))
    }
}

impl Drawn {
    /// What our modules need of it.
    fn for_page(&self) -> Result<Value> {
        let graph = serde_json::to_string(&Wire::from(self.graph.clone()))?;
        Ok(json!({ "who": self.who, "graph": graph }))
    }
}

/// The cases of the graphs with `only` in their names, graph by graph; each laid out so many times.
///
/// # Errors
/// When the incident cannot be read, no graph is called so, or a graph's boxes have other sizes without camps.
pub fn all(only: &str, runs: usize) -> Result<Vec<Case>> {
    let node = parse_json(include_str!("../../incidents/czech-mfa-apt31.json"))
        .map_err(|problem| anyhow!("the incident: {problem:?}"))?;
    let reading = read(&node).map_err(|problems| anyhow!("the incident: {problems:?}"))?;
    let mut graphs = vec![corpus::Named {
        name: "incident".into(),
        graph: Story::new(reading).graph,
    }];
    graphs.extend(corpus::public());
    graphs.extend(corpus::generated());
    graphs.retain(|named| named.graph.nodes.len() <= 60 && named.name.contains(only));
    ensure!(!graphs.is_empty(), "no graph has {only:?} in its name");
    let cases = graphs.iter().flat_map(|named| {
        let in_room = move |room| case(named, room, runs);
        ROOMS.into_iter().map(in_room)
    });
    cases.collect()
}

fn case(named: &corpus::Named, room: (f64, f64), runs: usize) -> Result<Case> {
    let name = format!("{} at {}", named.name, room.0);
    let ours = drawn(OURS, named.graph.clone(), room.0, runs);
    // Numbers run through the list camp by camp: without camps, too, everybody has theirs.
    let graph = if ours.scene.numbered {
        numbered(&ours.graph)
    } else {
        ours.graph.clone()
    };
    let plain = has_camps(&ours.graph).then(|| drawn(PLAIN, without_camps(graph), room.0, runs));
    let sizes = |drawn: &Drawn| -> Vec<(f64, f64)> {
        let boxes = drawn.scene.nodes.iter().map(|node| node.rect);
        boxes.map(|rect| (rect.width, rect.height)).collect()
    };
    // What makes them comparable: everybody places the same boxes.
    ensure!(
        plain.iter().all(|plain| sizes(plain) == sizes(&ours)),
        "{name}: boxes have other sizes without camps"
    );
    Ok(Case {
        name,
        room,
        ours,
        plain,
    })
}

fn drawn(who: &'static str, graph: Graph, width: f64, runs: usize) -> Drawn {
    let options = Options::new(width, SEED);
    let (scene, milliseconds) = timed(runs, || layout(&graph, &options));
    let (places, places_ms) = timed(runs, || positions(&graph, &options));
    Drawn {
        who,
        places: Timed {
            milliseconds: places_ms,
            digest: hexadecimal(&places),
        },
        places_loss: 1.0 - stress(&Drawing::of(&graph, &places)),
        refits: natively(&graph, &scene, runs),
        graph,
        scene,
        milliseconds,
    }
}

/// What comes of some work, and the median time of so many runs, in milliseconds.
pub fn timed<T>(runs: usize, work: impl Fn() -> T) -> (T, f64) {
    let run = || {
        let start = Instant::now();
        let result = work();
        (result, start.elapsed().as_secs_f64() * 1000.0)
    };
    let (mut result, first) = run();
    let mut times = vec![first];
    for _ in 1..runs {
        let (again, time) = run();
        result = again;
        times.push(time);
    }
    (result, median(times))
}

/// A scene's digest, as 16 hexadecimal digits.
pub fn hexadecimal(scene: &Scene) -> String {
    format!("{:016x}", scene.digest())
}

fn has_camps(graph: &Graph) -> bool {
    graph.nodes.iter().any(|node| node.camp.is_some())
}

/// The graph with nobody in a camp.
fn without_camps(graph: Graph) -> Graph {
    let nodes = graph.nodes.into_iter();
    Graph {
        nodes: nodes.map(|node| Node { camp: None, ..node }).collect(),
        camps: Vec::new(),
        ..graph
    }
}

/// The middle one of some numbers, not a number if there are none.
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
