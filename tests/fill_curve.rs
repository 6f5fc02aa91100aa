//! The fill curve in `docs/layout.md` is the one the layout goes by: `ACTOR_MAP_BLESS=1` writes its tables anew.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[path = "../benches/corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;
#[path = "layout/real.rs"]
mod real;

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use actor_map::layout::Graph;
use actor_map::layout::form::{fill, is_numbered, most_fill};
use corpus::{SHAPES, news};

const WIDTHS: [f64; 6] = [280.0, 320.0, 480.0, 640.0, 900.0, 1200.0];
const SIZES: [usize; 11] = [5, 10, 15, 20, 25, 26, 30, 35, 40, 50, 60];

fn cells(line: &mut String, cell: impl Fn(f64) -> String) {
    for width in WIDTHS {
        write!(line, " {} |", cell(width)).unwrap();
    }
    line.push('\n');
}

fn percent(fill: f64) -> String {
    format!("{:.0} %", fill * 100.0)
}

/// "**47 %**" for a map with numbers.
fn form(graph: &Graph, width: f64) -> String {
    let fill = percent(fill(graph, width));
    if is_numbered(graph, width) {
        format!("**{fill}**")
    } else {
        fill
    }
}

fn tables() -> String {
    let mut text = String::from("| actors |");
    cells(&mut text, |width| format!("{width} px"));
    text.push_str("|---|---|---|---|---|---|---|\n| limit |");
    cells(&mut text, |width| percent(most_fill(width)));
    for n in SIZES {
        let graphs: Vec<Graph> = SHAPES.into_iter().map(|shape| news(shape, n, 1)).collect();
        write!(text, "| {n} |").unwrap();
        cells(&mut text, |width| {
            let mut fills: Vec<f64> = graphs.iter().map(|graph| fill(graph, width)).collect();
            fills.sort_by(f64::total_cmp);
            let numbered = graphs
                .iter()
                .filter(|graph| is_numbered(graph, width))
                .count();
            let range = format!(
                "{:.0}–{}",
                fills[0] * 100.0,
                percent(fills[fills.len() - 1])
            );
            match numbered {
                0 => range,
                all if all == graphs.len() => format!("**{range}**"),
                some => format!("{range}, **{some}** of {}", graphs.len()),
            }
        });
    }
    let graph = real::incident();
    write!(text, "| {}, the preview’s incident |", graph.nodes.len()).unwrap();
    cells(&mut text, |width| form(&graph, width));
    text
}

#[test]
fn the_published_fill_curve_is_the_one_the_layout_goes_by() {
    const MARKS: [&str; 2] = ["<!-- fill curve -->\n", "<!-- end of the fill curve -->"];
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/layout.md");
    let text = fs::read_to_string(&page).unwrap();
    let (before, rest) = text.split_once(MARKS[0]).unwrap();
    let (published, after) = rest.split_once(MARKS[1]).unwrap();
    let computed = format!("\n{}\n", tables());
    if env::var_os("ACTOR_MAP_BLESS").is_some() {
        let text = [before, MARKS[0], &computed, MARKS[1], after].concat();
        fs::write(&page, text).unwrap();
        return;
    }
    assert_eq!(
        published, computed,
        "write it anew as the head of this file says"
    );
}
