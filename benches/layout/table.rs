//! The table: medians over the graphs of one size and width, each library one row.

use std::fmt::Write;

use actor_map::layout::quality::{Drawing, Measures, measure};

use crate::cases::{Case, ROOMS, median};
use crate::peers::Run;

/// The sizes that graphs are put together by: a name, and the most actors.
const SIZES: [(&str, usize, usize); 3] = [
    ("up to 12", 0, 12),
    ("13 to 25", 13, 25),
    ("26 to 60", 26, 60),
];

/// Our own row.
const OURS: &str = "**Actor Map** (native)";

/// A library's score on one case.
struct Score {
    peer: String,
    milliseconds: f64,
    measures: Measures,
}

/// The table in Markdown.
pub fn table(cases: &[Case], runs: &[Run]) -> String {
    let mut out = String::from(HEAD);
    for (size, least, most) in SIZES {
        for (width, height) in ROOMS {
            let chosen: Vec<&Case> = cases
                .iter()
                .filter(|case| (least..=most).contains(&case.graph.nodes.len()))
                .filter(|case| case.room.0 == width)
                .collect();
            let _ = write!(
                out,
                "\n## {size} actors, {width} px wide ({} graphs; peers' height {height} px)\n\n{COLUMNS}",
                chosen.len()
            );
            let scores: Vec<Score> = chosen.iter().flat_map(|case| scores(case, runs)).collect();
            for peer in peers(&scores) {
                row(&mut out, peer, &scores);
            }
        }
    }
    let failed = runs.iter().filter(|run| run.error.is_some());
    for run in failed {
        let error = run.error.as_deref().unwrap_or_default();
        let _ = writeln!(out, "\n{} failed on {}: {error}", run.peer, run.case);
    }
    out
}

const HEAD: &str = "# Layouts compared

One run, one scorer, the same label boxes for all; medians over the graphs of a size. Peers run in headless Chromium at
their best settings for labelled boxes and are made to fit their room, which shrinks the type; ours keeps its type and
takes the height it needs. Time is to final positions; ours includes the routes and words of all ties, and is native
code (a browser's WebAssembly takes longer). Counts: lower is better. Scores: 1 is best. *Not drawn*: ties that wait for
an actor to be selected, and are not in the counts.
";

const COLUMNS: &str = "| | ms | labels overlap | ties through labels | crossings | crossings + through | smallest type px | height px | not drawn | stress | neighbourhood | crossing angle | angular resolution | tie length | occlusion | fill |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
";

fn scores(case: &Case, runs: &[Run]) -> Vec<Score> {
    let mut all = vec![Score {
        peer: OURS.into(),
        milliseconds: case.milliseconds,
        measures: measure(&Drawing::of(&case.graph, &case.scene)),
    }];
    for run in runs.iter().filter(|run| run.case == case.name) {
        if let Some(drawing) = run.drawing(case) {
            all.push(Score {
                peer: run.peer.clone(),
                milliseconds: run.milliseconds,
                measures: measure(&drawing),
            });
        }
    }
    all
}

/// The libraries in the order in which they come.
fn peers(scores: &[Score]) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for score in scores {
        if !all.contains(&score.peer.as_str()) {
            all.push(&score.peer);
        }
    }
    all
}

fn row(out: &mut String, peer: &str, scores: &[Score]) {
    let of = |value: &dyn Fn(&Score) -> f64| {
        let own = scores.iter().filter(|score| score.peer == peer);
        median(own.map(value).collect())
    };
    let measured = |value: fn(&Measures) -> f64| of(&|score: &Score| value(&score.measures));
    let _ = write!(out, "| {peer} | {:.1}", of(&|score| score.milliseconds));
    for count in [
        measured(|m| m.overlaps as f64),
        measured(|m| m.through_labels as f64),
        measured(|m| m.crossings as f64),
        measured(|m| (m.crossings + m.through_labels) as f64),
    ] {
        let _ = write!(out, " | {count:.0}");
    }
    let _ = write!(out, " | {:.1}", measured(|m| m.smallest_type));
    let _ = write!(out, " | {:.0}", measured(|m| m.height));
    let _ = write!(out, " | {:.0}", measured(|m| m.undrawn as f64));
    for score in [
        measured(|m| m.stress),
        measured(|m| m.neighbourhood),
        measured(|m| m.crossing_angle),
        measured(|m| m.angular_resolution),
        measured(|m| m.length_deviation),
        measured(|m| m.occlusion),
        measured(|m| m.fill),
    ] {
        let _ = write!(out, " | {score:.3}");
    }
    out.push_str(" |\n");
}
