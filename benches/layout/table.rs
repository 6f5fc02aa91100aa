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
            ratios(&mut out, &scores);
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

/// The median of a library's scores.
fn of(peer: &str, scores: &[Score], value: impl Fn(&Score) -> f64) -> f64 {
    let own = scores.iter().filter(|score| score.peer == peer);
    median(own.map(value).collect())
}

fn row(out: &mut String, peer: &str, scores: &[Score]) {
    let measured = |value: fn(&Measures) -> f64| of(peer, scores, |score| value(&score.measures));
    let waiting = measured(|m| m.undrawn as f64);
    // Ties that are not drawn cannot cross: that is no merit.
    let of_ties = |number: f64, decimals: usize| {
        if waiting > 0.0 {
            "–".to_owned()
        } else {
            format!("{number:.decimals$}")
        }
    };
    let cells = [
        format!("{:.1}", of(peer, scores, |score| score.milliseconds)),
        format!("{:.0}", measured(|m| m.overlaps as f64)),
        of_ties(measured(|m| m.through_labels as f64), 0),
        of_ties(measured(|m| m.crossings as f64), 0),
        of_ties(measured(tangled), 0),
        format!("{:.1}", measured(|m| m.smallest_type)),
        format!("{:.0}", measured(|m| m.height)),
        format!("{waiting:.0}"),
        format!("{:.3}", measured(|m| m.stress)),
        format!("{:.3}", measured(|m| m.neighbourhood)),
        of_ties(measured(|m| m.crossing_angle), 3),
        of_ties(measured(|m| m.angular_resolution), 3),
        of_ties(measured(|m| m.length_deviation), 3),
        of_ties(measured(|m| m.occlusion), 3),
        format!("{:.3}", measured(|m| m.fill)),
    ];
    let _ = writeln!(out, "| {peer} | {} |", cells.join(" | "));
}

/// Crossings and ties through labels: going round a label may cost a crossing.
fn tangled(measures: &Measures) -> f64 {
    (measures.crossings + measures.through_labels) as f64
}

/// Ours beside the best of the others, measure by measure.
fn ratios(out: &mut String, scores: &[Score]) {
    let others = || peers(scores).into_iter().filter(|&peer| peer != OURS);
    let least = |value: &dyn Fn(&Score) -> f64| {
        let best = others().map(|peer| of(peer, scores, value));
        (of(OURS, scores, value), best.fold(f64::INFINITY, f64::min))
    };
    let ratio = |(ours, best): (f64, f64)| ours / best;
    let time = ratio(least(&|score| score.milliseconds));
    let type_px = |score: &Score| score.measures.smallest_type;
    let largest = others()
        .map(|peer| of(peer, scores, type_px))
        .fold(0.0, f64::max);
    let stress = ratio(least(&|score| 1.0 - score.measures.stress));
    let tangle = if of(OURS, scores, |score| score.measures.undrawn as f64) > 0.0 {
        "not to be compared".to_owned()
    } else {
        // The best may be 0.
        let (ours, best) = least(&|score| tangled(&score.measures));
        format!("{ours:.0} against {best:.0}")
    };
    let _ = writeln!(
        out,
        "\nOurs over the best of the others: time {time:.2}, crossings and ties through labels {tangle}, type {:.2}, \
         Kruskal stress (the loss) {stress:.2}.",
        of(OURS, scores, type_px) / largest
    );
}
