//! Large graphs: the cases for the libraries, and the table. Dots without labels: nobody shows thousands of names.

use std::fmt::Write;

use actor_map::layout::large::large;
use actor_map::layout::quality::{Drawing, stress};
use actor_map::layout::{Graph, Point};
use serde_json::{Value, json};

use crate::cases::timed;
use crate::corpus;
use crate::dots::{dots, ties};
use crate::peers::Run;

/// Sizes, and how many of the corpus's graphs of that size; the largest take the other libraries minutes each.
const SIZES: [(usize, usize); 3] = [(200, 4), (2_000, 4), (10_000, 2)];
/// So often is each laid out by us natively; the median counts.
const RUNS: usize = 3;

fn graphs() -> Vec<corpus::Named> {
    let sizes = SIZES.into_iter();
    sizes
        .flat_map(|(n, count)| corpus::large(n).into_iter().take(count))
        .collect()
}

/// The cases as the page reads them.
pub fn cases() -> Vec<Value> {
    let case = |named: &corpus::Named| json!({ "case": named.name, "nodes": named.graph.nodes.len(), "ties": ties(&named.graph) });
    graphs().iter().map(case).collect()
}

/// The table in Markdown.
pub fn table(runs: &[Run]) -> String {
    let mut out = String::from(HEAD);
    for named in graphs() {
        let graph = &named.graph;
        let _ = write!(
            out,
            "\n## {}: {} actors, {} ties\n\n{COLUMNS}",
            named.name,
            graph.nodes.len(),
            graph.ties.len()
        );
        let lay = || large(graph.nodes.len(), &ties(graph), 1.3, 1).points;
        let (points, milliseconds) = timed(RUNS, lay);
        row(
            &mut out,
            "**Actor Map** (native)",
            milliseconds,
            graph,
            &points,
        );
        for run in runs.iter().filter(|run| run.case == named.name) {
            let centres = run.centres.iter();
            let points: Vec<Point> = centres.map(|&(x, y)| Point::new(x, y)).collect();
            match &run.error {
                Some(error) => {
                    let _ = writeln!(out, "| {} | {error} | | |", run.peer);
                }
                None => row(&mut out, &run.peer, run.milliseconds, graph, &points),
            }
        }
    }
    out
}

const HEAD: &str = "# Layouts of large graphs compared

One run, one scorer; dots without labels. Every library runs in a headless Chromium of its own, on the page's thread, at
its own settings for graphs of this size (`benches/peers/large-page.mjs`), with a limit of 75 s; one that does not finish is
not run on larger graphs. Kruskal stress is the loss, over every pair of actors (not sampled): lower is better. *Crowded* is
the part of the dots that have another nearer than a fifth of the side of the square that each would have for itself.
";

const COLUMNS: &str = "| | ms | Kruskal stress | crowded |\n|---|---|---|---|\n";

fn row(out: &mut String, who: &str, milliseconds: f64, graph: &Graph, points: &[Point]) {
    let drawing = dots(graph, points);
    let _ = writeln!(
        out,
        "| {who} | {milliseconds:.0} | {:.3} | {:.1} % |",
        1.0 - stress(&drawing),
        100.0 * crowded(&drawing, points)
    );
}

/// The part of the dots that have another too near. `O(n²)`.
fn crowded(drawing: &Drawing, points: &[Point]) -> f64 {
    let around = drawing.nodes.iter().copied().reduce(|a, b| a.union(&b));
    let area = around.map_or(0.0, |around| around.width * around.height);
    let near = (area / points.len() as f64).sqrt() / 5.0;
    let is_crowded = |(index, point): (usize, &Point)| {
        let others = points.iter().enumerate();
        let mut near =
            others.filter(|&(other, there)| other != index && point.distance(*there) < near);
        near.next().is_some()
    };
    let count = points
        .iter()
        .enumerate()
        .filter(|&dot| is_crowded(dot))
        .count();
    count as f64 / points.len() as f64
}
