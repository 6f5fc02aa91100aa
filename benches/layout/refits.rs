//! The same arrangement at another width: what a window that is made a little wider costs.

use std::fmt::Write;

use actor_map::layout::{Graph, Scene, refit};

use crate::cases::{Case, hexadecimal, median, timed};
use crate::modules::{BUILDS, Laid, Timed};
use crate::score::sorted;

/// The other widths, over the one that the graph was laid out for.
pub const SHARES: [f64; 3] = [1.02, 1.05, 1.1];

/// A scene at the other widths, natively, the median of so many runs.
pub fn natively(graph: &Graph, scene: &Scene, runs: usize) -> Vec<Timed> {
    let each = SHARES.into_iter().map(|share| {
        let (fitted, milliseconds) = timed(runs, || refit(graph, scene, scene.width * share));
        Timed {
            milliseconds,
            digest: fitted.as_ref().map_or_else(String::new, hexadecimal),
        }
    });
    each.collect()
}

const HEAD: &str = "
## At another width

Every map with its camps once more, 2, 5 and 10 % wider, with the arrangement it has; routes and words of all ties included.
*Kept*: of how many it went on, the others need a layout. Times are medians over those.

| actors | px | kept | native, ms | for size, ms | for speed, ms | slowest for size, ms |
|---|---|---|---|---|---|---|
";

/// Writes what they took.
pub fn table(out: &mut String, cases: &[Case], laid: &[Laid]) {
    out.push_str(HEAD);
    for (size, (width, _), chosen) in sorted(cases) {
        row(out, (size, width), &chosen, laid);
    }
}

fn row(out: &mut String, (size, width): (&str, f64), cases: &[&Case], laid: &[Laid]) {
    let native = kept(cases.iter().flat_map(|case| &case.ours.refits));
    let [small, fast] = BUILDS.map(|build| {
        let is_of = |laid: &&Laid| cases.iter().any(|case| laid.is_of(case, &case.ours, build));
        kept(laid.iter().filter(is_of).flat_map(|laid| &laid.refits))
    });
    let slowest = small.iter().copied().fold(0.0, f64::max);
    let (count, of) = (native.len(), SHARES.len() * cases.len());
    let [native, small, fast] = [native, small, fast].map(median);
    let _ = writeln!(
        out,
        "| {size} | {width} | {count} of {of} | {native:.1} | {small:.1} | {fast:.1} | {slowest:.1} |"
    );
}

/// The times of those that went on.
fn kept<'a>(refits: impl Iterator<Item = &'a Timed>) -> Vec<f64> {
    let on = refits.filter(|refit| !refit.digest.is_empty());
    on.map(|refit| refit.milliseconds).collect()
}
