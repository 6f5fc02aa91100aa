//! Everybody's scores, and the classes that graphs are put together by: size and width.

use actor_map::layout::quality::{Drawing, Measures, measure};

use crate::cases::{Case, Drawn, OURS, PLAIN, ROOMS, median};
use crate::dots::sgd;
use crate::modules::{BUILDS, Laid};
use crate::peers::Run;

/// The sizes: a name, and the least and the most actors.
pub const SIZES: [(&str, usize, usize); 3] = [
    ("up to 12", 0, 12),
    ("13 to 25", 13, 25),
    ("26 to 60", 26, 60),
];

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
        let rooms = SIZES
            .into_iter()
            .flat_map(|size| ROOMS.map(|room| (size, room)));
        let class = |((size, least, most), room): ((&'static str, usize, usize), (f64, f64))| {
            let fits = |case: &&Case| {
                (least..=most).contains(&case.ours.graph.nodes.len()) && case.room == room
            };
            let chosen: Vec<&Case> = cases.iter().filter(fits).collect();
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
        let all = rooms.map(class);
        all.filter(|class| class.graphs > 0).collect()
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

    /// The libraries.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        let all = self.peers().into_iter();
        all.filter(|peer| ![OURS, PLAIN].contains(peer))
    }

    /// The median of a library's scores.
    pub fn median_of(&self, peer: &str, value: impl Fn(&Score) -> f64) -> f64 {
        let own = self.scores.iter().filter(|score| score.peer == peer);
        median(own.map(value).collect())
    }

    /// The library with the least median, and that.
    pub fn least(&self, value: impl Fn(&Score) -> f64) -> (&str, f64) {
        let all = self.others();
        let medians = all.map(|peer| (peer, self.median_of(peer, &value)));
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
        if let Some(drawing) = run.drawing(case) {
            all.push(Score {
                peer: run.peer.clone(),
                milliseconds: run.milliseconds,
                native: f64::NAN,
                fast: f64::NAN,
                measures: measure(&drawing),
            });
        }
    }
    all
}

/// The score of one of ours.
fn own(who: &str, case: &Case, drawn: &Drawn, laid: &[Laid]) -> Score {
    let [small, fast] = BUILDS.map(|build| {
        let mut own = laid.iter().filter(|laid| laid.is_of(case, drawn, build));
        own.next().map_or(f64::NAN, |laid| laid.milliseconds)
    });
    Score {
        peer: who.into(),
        milliseconds: small,
        native: drawn.milliseconds,
        fast,
        measures: measure(&Drawing::of(&drawn.graph, &drawn.scene)),
    }
}
