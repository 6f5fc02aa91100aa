//! The table: medians over the graphs of one size and width, each library one row.

use std::fmt::Write;

use actor_map::layout::quality::Measures;

use crate::cases::{Case, OURS, PLAIN};
use crate::score::{Class, Score};
use crate::{Page, published, refits, summary};

/// The table in Markdown.
pub fn table(cases: &[Case], page: &Page) -> String {
    let (runs, laid) = (&page.peers, &page.ours);
    let classes = Class::all(cases, runs, laid);
    let mut out = String::from(HEAD);
    summary::times(&mut out, &classes);
    summary::stress(&mut out, &classes);
    published::table(&mut out, cases, page);
    refits::table(&mut out, cases, laid);
    for class in &classes {
        let (width, height) = class.room;
        let _ = write!(
            out,
            "\n## {} actors, {width} px wide ({} graphs, {} with camps; peers' height {height} px)\n\n{COLUMNS}",
            class.size, class.graphs, class.with_camps
        );
        for peer in class.peers() {
            row(&mut out, peer, class);
        }
        for who in [OURS, PLAIN] {
            ratios(&mut out, who, class);
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
takes the height it needs. Time is to final positions; ours includes the routes and words of all ties, and is that of the
WebAssembly compiled as the widget's is (the profile *web*, for size) in the same browser. *Without camps* is our layout of the
graphs with nobody in a camp, as it is for the others, but for fCoSE where its name says so; a graph that has none is in both rows. Counts:
lower is better. Scores: 1 is best. *Amid other camps*: pairs of an actor and a camp that is not its own, within the rectangle
around whose actors it stands; one other library keeps camps together if asked to. *Not drawn*: ties that wait for an actor to be selected, and are not in the counts.
";

const COLUMNS: &str = "| | ms | labels overlap | ties through labels | crossings | crossings + through | amid other camps | smallest type px | height px | not drawn | stress | neighbourhood | crossing angle | angular resolution | tie length | occlusion | fill |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
";

fn row(out: &mut String, peer: &str, class: &Class) {
    let measured =
        |value: fn(&Measures) -> f64| class.median_of(peer, |score| value(&score.measures));
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
        format!("{:.1}", class.median_of(peer, |score| score.milliseconds)),
        format!("{:.0}", measured(|m| m.overlaps as f64)),
        of_ties(measured(|m| m.through_labels as f64), 0),
        of_ties(measured(|m| m.crossings as f64), 0),
        of_ties(measured(tangled), 0),
        format!(
            "{:.0}",
            class.median_of(peer, |score| score.strangers as f64)
        ),
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
pub fn tangled(measures: &Measures) -> f64 {
    (measures.crossings + measures.through_labels) as f64
}

/// One of ours beside the best of its rivals, measure by measure.
fn ratios(out: &mut String, who: &str, class: &Class) {
    let type_px = |score: &Score| score.measures.smallest_type;
    let others = class.rivals(who);
    let others = others.map(|peer| class.median_of(peer, type_px));
    let largest = others.fold(0.0, f64::max);
    let ratio = |value: fn(&Score) -> f64| class.median_of(who, value) / class.least(who, value).1;
    let tangle = if class.median_of(who, |score| score.measures.undrawn as f64) > 0.0 {
        "not to be compared".to_owned()
    } else {
        // The best may be 0.
        let value = |score: &Score| tangled(&score.measures);
        let (ours, best) = (class.median_of(who, value), class.least(who, value).1);
        format!("{ours:.0} against {best:.0}")
    };
    let _ = writeln!(
        out,
        "\n{who} over the best of {}: time to places {:.2}, crossings and ties through labels {tangle}, type {:.2}, \
         Kruskal stress (the loss) {:.2}.",
        if who == OURS {
            "those that keep camps together"
        } else {
            "the others"
        },
        ratio(|score| score.places),
        class.median_of(who, type_px) / largest,
        ratio(Score::loss),
    );
}
