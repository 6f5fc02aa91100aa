//! Maps as they are published: the best of several layouts, beside the libraries' best of as many starts.

use std::fmt::Write;

use actor_map::layout::Scene;
use actor_map::layout::quality::{Drawing, measure};
use actor_map::view::edition::bands::{Effort, best};
use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::Page;
use crate::cases::{Case, Drawn, OURS, PLAIN, median};
use crate::peers::drawing;
use crate::score::{keeps_camps, sorted};
use crate::table::tangled;

/// So many layouts `actor-map render` chooses from for a map of a case, and so many starts the libraries get; none where
/// ties wait for an actor, for there is nothing to compare.
pub fn starts(case: &Case) -> u32 {
    if case.ours.scene.waiting {
        0
    } else {
        Effort::default().seeds
    }
}

/// What a library made of a case from each start.
#[derive(Deserialize)]
pub struct Restarts {
    /// The case's name.
    pub case: String,
    /// The library.
    pub peer: String,
    /// Each node's centre, start by start.
    pub centres: Vec<Vec<(f64, f64)>>,
}

/// Refuses results that lack a case or a start.
///
/// # Errors
/// When there are such.
pub fn check(cases: &[Case], all: &[Restarts]) -> Result<()> {
    for case in cases.iter().filter(|case| starts(case) > 0) {
        let starts = starts(case);
        let of_case = || all.iter().filter(|restarts| restarts.case == case.name);
        let lack = of_case().find(|restarts| restarts.centres.len() != starts as usize);
        ensure!(
            of_case().next().is_some() && lack.is_none(),
            "nobody laid {} out from {starts} starts, or somebody from fewer",
            case.name
        );
    }
    Ok(())
}

const HEAD: &str = "
## Published maps

Crossings and ties through labels of the maps of an edition: the best of so many layouts as `actor-map render` chooses from,
beside the first. *Others, once*: the best library's, graph by graph, by the runs of the tables below. *Others, of all starts*:
the best there is among those and what fCoSE, d3-force and ForceAtlas2 find from as many other starts as we choose from
layouts, likewise chosen for this alone (vis-network and ECharts are too slow for that). *At most theirs*: on how many
graphs ours have no more; the others are named below. Where ties wait for an actor there is nothing to compare.

| actors | px | | first | published | others, once | at most theirs | others, of all starts | at most theirs |
|---|---|---|---|---|---|---|---|---|
";

/// Writes how tangled they are.
pub fn table(out: &mut String, cases: &[Case], page: &Page) {
    out.push_str(HEAD);
    let mut missed = String::new();
    for (size, (width, _), chosen) in sorted(cases) {
        for who in [OURS, PLAIN] {
            let rows: Vec<Row> = chosen
                .iter()
                .filter(|case| who == PLAIN || case.plain.is_some())
                .filter_map(|case| row(case, who, page))
                .collect();
            if !rows.is_empty() {
                let _ = writeln!(out, "| {size} | {width} | {who} | {} |", cells(&rows));
                missed.extend(rows.iter().filter_map(|row| row.missed(who)));
            }
        }
    }
    if !missed.is_empty() {
        let _ = write!(
            out,
            "\nOurs have more than the best of the others has once:\n\n{missed}"
        );
    }
}

/// The crossings and ties through labels of one graph's maps.
struct Row {
    graph: String,
    first: f64,
    published: f64,
    once: f64,
    of_all: f64,
}

impl Row {
    /// The line that names the graph, if ours have more.
    fn missed(&self, who: &str) -> Option<String> {
        let Self {
            graph,
            published,
            once,
            ..
        } = self;
        (published > once).then(|| format!("- {graph}, {who}: {published} against {once}\n"))
    }
}

/// None where ties wait, or no other library has laid the graph out.
fn row(case: &Case, who: &str, page: &Page) -> Option<Row> {
    let starts = starts(case);
    if starts == 0 {
        return None;
    }
    let drawn = if who == OURS {
        &case.ours
    } else {
        case.plain()
    };
    let published = best(&drawn.graph, case.room.0, starts).scene;
    let is_rival = |peer: &str| keeps_camps(peer) == (who == OURS);
    let of = |centres: &Vec<(f64, f64)>| {
        drawing(centres, case).map(|drawing| tangled(&measure(&drawing)))
    };
    let runs = page.peers.iter();
    let runs = runs.filter(|run| run.case == case.name && is_rival(&run.peer));
    let once = runs.filter_map(|run| of(&run.centres)).reduce(f64::min)?;
    let restarts = page.restarts.iter();
    let restarts = restarts.filter(|all| all.case == case.name && is_rival(&all.peer));
    let again = restarts.flat_map(|all| &all.centres).filter_map(of);
    Some(Row {
        graph: case.name.clone(),
        first: own(drawn, &drawn.scene),
        published: own(drawn, &published),
        once,
        of_all: again.fold(once, f64::min),
    })
}

fn own(drawn: &Drawn, scene: &Scene) -> f64 {
    tangled(&measure(&Drawing::of(&drawn.graph, scene)))
}

fn cells(rows: &[Row]) -> String {
    let middle = |value: fn(&Row) -> f64| median(rows.iter().map(value).collect());
    let kept = |most: fn(&Row) -> f64| {
        let kept = rows.iter().filter(|row| row.published <= most(row));
        format!("{} of {}", kept.count(), rows.len())
    };
    format!(
        "{:.0} | {:.0} | {:.0} | {} | {:.0} | {}",
        middle(|row| row.first),
        middle(|row| row.published),
        middle(|row| row.once),
        kept(|row| row.once),
        middle(|row| row.of_all),
        kept(|row| row.of_all),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_counts_as_kept_when_ours_has_no_more() {
        let row = |first, published, once, of_all| Row {
            graph: "hub at 320 px".to_owned(),
            first,
            published,
            once,
            of_all,
        };
        let rows = [
            row(9.0, 4.0, 4.0, 3.0),
            row(5.0, 5.0, 6.0, 6.0),
            row(7.0, 6.0, 5.0, 5.0),
        ];
        assert_eq!(cells(&rows), "7 | 5 | 5 | 2 of 3 | 5 | 1 of 3");
        let missed: Vec<String> = rows.iter().filter_map(|row| row.missed(OURS)).collect();
        assert_eq!(missed, ["- hub at 320 px, **Actor Map**: 6 against 5\n"]);
    }
}
