//! Everybody's scores, and the classes that graphs are put together by: size and width.

use anyhow::{Result, ensure};

use actor_map::layout::Graph;
use actor_map::layout::quality::{Drawing, Measures, measure};

use crate::cases::{Case, Drawn, OURS, PLAIN, ROOMS, median};
use crate::dots::sgd;
use crate::modules::{BUILDS, Laid};
use crate::peers::{Run, drawing};

/// The sizes: a name, and the least and the most actors.
const SIZES: [(&str, usize, usize); 3] = [
    ("up to 12", 0, 12),
    ("13 to 25", 13, 25),
    ("26 to 60", 26, 60),
];

/// What the only other library is called that keeps camps together, when it is asked to.
const KEEPS_CAMPS: &str = "cytoscape-fcose, camps as compounds";

/// Whether a library keeps camps together.
pub fn keeps_camps(peer: &str) -> bool {
    peer == KEEPS_CAMPS
}

/// Refuses results without [`KEEPS_CAMPS`], whose columns would be empty.
///
/// # Errors
/// When there are none.
pub fn check(runs: &[Run]) -> Result<()> {
    let there = runs.iter().any(|run| run.peer == KEEPS_CAMPS);
    ensure!(
        there,
        "no library called {KEEPS_CAMPS:?} has laid anything out"
    );
    Ok(())
}

/// The cases by size and room, the small graphs first: the size's name, the room, and the cases; none without cases.
pub fn sorted(cases: &[Case]) -> impl Iterator<Item = (&'static str, (f64, f64), Vec<&Case>)> {
    let rooms = SIZES
        .into_iter()
        .flat_map(|size| ROOMS.map(|room| (size, room)));
    let all = rooms.map(|((size, least, most), room)| {
        let fits = |case: &&Case| {
            (least..=most).contains(&case.ours.graph.nodes.len()) && case.room == room
        };
        (size, room, cases.iter().filter(fits).collect::<Vec<_>>())
    });
    all.filter(|(_, _, chosen)| !chosen.is_empty())
}

/// A library's score on one case.
pub struct Score {
    /// The library, or one of ours.
    pub peer: String,
    /// Its time in the browser; ours as readers get it.
    pub milliseconds: f64,
    /// Of ours: the time of native code.
    pub native: f64,
    /// Of ours: the time in the browser when built for speed.
    pub fast: f64,
    /// The time to where its boxes stand, in the browser: of ours without the ties' ways, which the others do not have.
    pub places: f64,
    /// The Kruskal stress (the loss) of those places.
    pub places_loss: f64,
    /// Pairs of an actor and another camp than its own, amid whose actors it stands.
    pub strangers: usize,
    /// What its drawing is worth.
    pub measures: Measures,
}

impl Score {
    /// Kruskal stress, of which the measure is what is left to 1.
    pub fn loss(&self) -> f64 {
        1.0 - self.measures.stress
    }
}

/// The graphs of one size at one width.
pub struct Class {
    /// "13 to 25".
    pub size: &'static str,
    /// Width and height of the room.
    pub room: (f64, f64),
    /// How many graphs there are.
    pub graphs: usize,
    /// How many of them have camps.
    pub with_camps: usize,
    /// For each graph, the stress by plain descent: the median of some seeds and the least.
    pub sgd: Vec<(f64, f64)>,
    scores: Vec<Score>,
}

impl Class {
    /// The classes that have graphs, the small graphs first.
    pub fn all(cases: &[Case], runs: &[Run], laid: &[Laid]) -> Vec<Self> {
        let class = |(size, room, chosen): (&'static str, (f64, f64), Vec<&Case>)| {
            let scores = chosen.iter().flat_map(|case| scores(case, runs, laid));
            Self {
                size,
                room,
                graphs: chosen.len(),
                with_camps: chosen.iter().filter(|case| case.plain.is_some()).count(),
                sgd: chosen.iter().map(|case| sgd(&case.ours.graph)).collect(),
                scores: scores.collect(),
            }
        };
        sorted(cases).map(class).collect()
    }

    /// Ours and the libraries in the order in which they come.
    pub fn peers(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for score in &self.scores {
            if !all.contains(&score.peer.as_str()) {
                all.push(&score.peer);
            }
        }
        all
    }

    /// The libraries that one of ours is to be compared with: for [`OURS`] what keeps camps together, else what does not.
    pub fn rivals(&self, who: &str) -> impl Iterator<Item = &str> {
        let keeps = who == OURS;
        let all = self.peers().into_iter();
        all.filter(move |&peer| ![OURS, PLAIN].contains(&peer) && keeps_camps(peer) == keeps)
    }

    /// The median of a library's scores.
    pub fn median_of(&self, peer: &str, value: impl Fn(&Score) -> f64) -> f64 {
        let own = self.scores.iter().filter(|score| score.peer == peer);
        median(own.map(value).collect())
    }

    /// The rival of one of ours with the least median, and that.
    pub fn least(&self, who: &str, value: impl Fn(&Score) -> f64) -> (&str, f64) {
        let medians = self
            .rivals(who)
            .map(|peer| (peer, self.median_of(peer, &value)));
        let least = medians.min_by(|one, other| one.1.total_cmp(&other.1));
        least.unwrap_or(("–", f64::NAN))
    }
}

fn scores(case: &Case, runs: &[Run], laid: &[Laid]) -> Vec<Score> {
    let ours = [(OURS, &case.ours), (PLAIN, case.plain())];
    let mut all: Vec<Score> = ours
        .map(|(who, drawn)| own(who, case, drawn, laid))
        .into_iter()
        .collect();
    for run in runs.iter().filter(|run| run.case == case.name) {
        if let Some(drawing) = drawing(&run.centres, case) {
            let measures = measure(&drawing);
            all.push(Score {
                peer: run.peer.clone(),
                milliseconds: run.milliseconds,
                native: f64::NAN,
                fast: f64::NAN,
                places: run.milliseconds,
                places_loss: 1.0 - measures.stress,
                strangers: strangers(&case.ours.graph, &drawing),
                measures,
            });
        }
    }
    all
}

/// The score of one of ours.
fn own(who: &str, case: &Case, drawn: &Drawn, laid: &[Laid]) -> Score {
    let [small, fast] = BUILDS.map(|build| {
        let mut own = laid.iter().filter(|laid| laid.is_of(case, drawn, build));
        own.next()
    });
    let drawing = Drawing::of(&drawn.graph, &drawn.scene);
    Score {
        peer: who.into(),
        milliseconds: small.map_or(f64::NAN, |laid| laid.milliseconds),
        native: drawn.milliseconds,
        fast: fast.map_or(f64::NAN, |laid| laid.milliseconds),
        places: small.map_or(f64::NAN, |laid| laid.places.milliseconds),
        places_loss: drawn.places_loss,
        strangers: strangers(&case.ours.graph, &drawing),
        measures: measure(&drawing),
    }
}

/// How often an actor stands amid another camp's: its box within the least rectangle around theirs.
fn strangers(graph: &Graph, drawing: &Drawing) -> usize {
    let placed = || graph.nodes.iter().zip(&drawing.nodes);
    let camps = (0..graph.camps.len()).filter_map(|camp| {
        let own = placed().filter(|(node, _)| node.camp == Some(camp));
        let around = own.map(|(_, rect)| *rect).reduce(|a, b| a.union(&b))?;
        let strange =
            placed().filter(|(node, rect)| node.camp != Some(camp) && rect.overlaps(&around, 0.0));
        Some(strange.count())
    });
    camps.sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actor_map::layout::{Camp, Node, Rect};

    #[test]
    fn who_stands_amid_another_camp_is_a_stranger() {
        let node = |camp| Node {
            camp,
            ..Node::default()
        };
        let graph = Graph {
            nodes: vec![node(Some(0)), node(Some(0)), node(Some(1)), node(None)],
            camps: vec![Camp::default(), Camp::default()],
            ..Graph::default()
        };
        let at = |xs: [f64; 4]| Drawing {
            nodes: xs.map(|x| Rect::new(x, 0.0, 10.0, 10.0)).to_vec(),
            ..Drawing::default()
        };
        assert_eq!(strangers(&graph, &at([0.0, 20.0, 40.0, 60.0])), 0);
        assert_eq!(strangers(&graph, &at([0.0, 40.0, 20.0, 60.0])), 1);
        assert_eq!(strangers(&graph, &at([0.0, 60.0, 20.0, 40.0])), 2);
    }
}
