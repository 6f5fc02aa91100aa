//! The table of `bench load`, and its gates.

use std::fmt::Write;

use super::figures::{Estimate, Visit, estimate, median, p75};
use super::load::VISITS;

/// The contenders: what the scripts call them, and what they are.
const CONTENDERS: [(&str, &str); 7] = [
    (BARE, "the article without a map"),
    (HAND, "SVG written by hand, one listener"),
    ("precomputed", "d3-selection, positions precomputed"),
    ("force", "d3-force"),
    ("cytoscape", "Cytoscape.js with fCoSE"),
    (OURS, "**Actor Map**, element edition"),
    (HELD, "**Actor Map**, before the program is there"),
];
const BARE: &str = "bare";
const HAND: &str = "hand";
const OURS: &str = "ours";
const HELD: &str = "held";

/// The most that ours may take of what the page written by hand takes.
const MOST_RATIO: f64 = 1.15;
/// The most that ours may block until it is live, over the bare article, in ms.
const MOST_BLOCKED_MS: f64 = 20.0;
/// Shifts smaller than this are 0 to three decimals.
const NO_SHIFT: f64 = 0.0005;

/// A gate: what it asks, what came, and the most that may come.
pub(super) struct Gate {
    what: &'static str,
    found: Estimate,
    most: f64,
    decimals: usize,
}

impl Gate {
    /// Whether what came is no more than may come.
    pub fn kept(&self) -> bool {
        self.found.value <= self.most
    }
}

fn of<'v>(name: &str, visits: &'v [Visit]) -> Vec<&'v Visit> {
    visits.iter().filter(|visit| visit.name == name).collect()
}

fn labels(visits: &[&Visit]) -> f64 {
    median(visits, |visit| visit.labels)
}

fn clicks(visits: &[&Visit]) -> f64 {
    p75(visits, |visit| &visit.clicks)
}

fn blocked(visits: &[&Visit]) -> f64 {
    median(visits, Visit::blocked)
}

/// A figure of one contender over that of another.
fn ratio(visits: &[Visit], one: &str, other: &str, figure: fn(&[&Visit]) -> f64) -> Estimate {
    let (one, other) = (of(one, visits), of(other, visits));
    estimate(&[&one, &other], |groups| match groups {
        [one, other] => figure(one) / figure(other),
        _ => f64::NAN,
    })
}

/// What a figure is more than the bare article's.
fn over_bare(visits: &[Visit], one: &str, figure: fn(&[&Visit]) -> f64) -> Estimate {
    let (one, bare) = (of(one, visits), of(BARE, visits));
    estimate(&[&one, &bare], |groups| match groups {
        [one, bare] => figure(one) - figure(bare),
        _ => f64::NAN,
    })
}

/// The gates, in the order in which readers meet what they are about.
pub(super) fn gates(visits: &[Visit]) -> Vec<Gate> {
    let ours = of(OURS, visits);
    let held = of(HELD, visits);
    let shift = estimate(&[&ours, &held], |groups| {
        let all = groups.iter().flatten();
        all.map(|visit| visit.shift).fold(0.0, f64::max)
    });
    let ratio_gate = |what, found| Gate {
        what,
        found,
        most: MOST_RATIO,
        decimals: 2,
    };
    vec![
        ratio_gate(
            "all labels visible, over the page written by hand",
            ratio(visits, OURS, HAND, labels),
        ),
        ratio_gate(
            "click to quotation before the program is there, p75, over the page written by hand",
            ratio(visits, HELD, HAND, clicks),
        ),
        ratio_gate(
            "click to quotation with the live map, p75, over the page written by hand",
            ratio(visits, OURS, HAND, clicks),
        ),
        Gate {
            what: "blocking until live, ms more than the bare article",
            found: over_bare(visits, OURS, blocked),
            most: MOST_BLOCKED_MS,
            decimals: 0,
        },
        Gate {
            what: "layout shift, the worst visit",
            found: shift,
            most: NO_SHIFT,
            decimals: 3,
        },
    ]
}

/// The table in Markdown.
pub(super) fn table(product: &str, each: u16, visits: &[Visit], gates: &[Gate]) -> String {
    let mut out = format!(
        "# One incident on a slow phone\n\n{product}, headless; 412 px wide, CPU slowed down 4 times, 150 ms, 1.6 Mbit/s \
         down, 750 kbit/s up; {each} visits of each page in shuffled order. Medians, for clicks the 75th percentile, with \
         95 % intervals by the bootstrap.\n\n{COLUMNS}"
    );
    for (name, what) in CONTENDERS {
        let row = row(name, visits);
        let _ = writeln!(out, "| {what} | {} |", row.join(" | "));
    }
    out.push_str(NOTES);
    out.push_str("\n| gate | found | at most | |\n|---|---|---|---|\n");
    for gate in gates {
        let Gate {
            what,
            found,
            most,
            decimals,
        } = gate;
        let verdict = match (each >= VISITS, gate.kept()) {
            (false, _) => "not judged",
            (true, true) => "kept",
            (true, false) => "**missed**",
        };
        let found = spelled(*found, *decimals);
        let _ = writeln!(out, "| {what} | {found} | {most} | {verdict} |");
    }
    out
}

const COLUMNS: &str = "\
| | all labels visible, ms | over the bare article | × by hand | click to quotation, p75, ms | × by hand | on the screen, p75, ms | live, ms | blocking, ms | layout shift | bytes |
|---|---|---|---|---|---|---|---|---|---|---|
";

const NOTES: &str = "
*All labels visible*: the end of the main thread's work on the first frame that has every name, styled and where it
stays. *Click to quotation*: from a trusted click to the end of the frame that has a quotation which was not there before;
six actors a visit, the first click cold. *On the screen*: the same until it is presented, which the browser tells in steps
of 8 ms. *Blocking*: what tasks of the main thread took over 50 ms, until live. *Layout shift*: the worst visit, clicks
included. *Bytes*: what came over the network until live, with headers.
";

fn row(name: &str, visits: &[Visit]) -> Vec<String> {
    let own = of(name, visits);
    let one = |figure: fn(&[&Visit]) -> f64, decimals| {
        spelled(
            estimate(&[&own], |groups| {
                groups.first().map_or(f64::NAN, |own| figure(own))
            }),
            decimals,
        )
    };
    let nothing = || "–".to_owned();
    let compared = name != BARE;
    let opens = own.iter().any(|visit| !visit.clicks.is_empty());
    vec![
        one(labels, 0),
        if compared {
            spelled(over_bare(visits, name, labels), 0)
        } else {
            nothing()
        },
        if compared {
            spelled(ratio(visits, name, HAND, labels), 2)
        } else {
            nothing()
        },
        if opens { one(clicks, 1) } else { nothing() },
        if opens {
            spelled(ratio(visits, name, HAND, clicks), 2)
        } else {
            nothing()
        },
        if opens {
            one(|own| p75(own, |visit| &visit.presented), 0)
        } else {
            nothing()
        },
        one(|own| median(own, |visit| visit.live), 0),
        one(blocked, 0),
        format!(
            "{:.3}",
            own.iter().map(|visit| visit.shift).fold(0.0, f64::max)
        ),
        format!("{:.0}", median(&own, |visit| visit.bytes)),
    ]
}

/// "412 (405–420)"
fn spelled(Estimate { value, low, high }: Estimate, decimals: usize) -> String {
    format!("{value:.decimals$} ({low:.decimals$}–{high:.decimals$})")
}
