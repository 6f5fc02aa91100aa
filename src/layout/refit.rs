//! Refit: a map's arrangement at another width, in a fraction of a layout's time.
//!
//! A window that is made a little wider should not shuffle a map that somebody is reading. Camps keep their floorplan,
//! boxes their rows and their order, ties the corners they turn round; ties whose way is not free any more are routed anew,
//! and all of them where otherwise too many would cross. Made of the arrangement that was once found, not of the last
//! refit: whatever widths lay between, an arrangement at one width is one map, to the last bit.
//!
//! Cost: one routing, of the ties alone whose ways are not free any more, or of all. Limits: [`NARROWEST`] and [`WIDEST`].

use std::sync::Arc;

use super::arrangement::{plan, seated};
use super::compose::{faults, layout_in_pieces};
use super::draft::Draft;
use super::form::{ALL_TIES_FROM, is_numbered, numbered, width_of};
use super::paint::paint;
use super::scene::Scene;
use super::spacing::Spacing;
use super::tangle::tangle;
use super::{Graph, MIN_WIDTH, Options};
use crate::pieces::{at_once, pause};

/// An arrangement is kept while the width is no less of its own than this…
const NARROWEST: f64 = 0.8;
/// …and no more than this: beyond, another one would make more of the room.
const WIDEST: f64 = 1.25;

/// Widths that are laid out for when an arrangement does not go on: each of them this much more than the one before.
const STEP: f64 = 1.1;

/// The map of a graph for other options than those of its map so far: with the same arrangement; where that does not do,
/// with one for a width that is up to a tenth less, so that not every px calls for another; and where that one does not
/// reach so far either, laid out for the width itself.
pub async fn relayout_in_pieces(
    graph: &Graph,
    scene: &Arc<Scene>,
    options: &Options,
) -> Arc<Scene> {
    let mut kept = scene.clone();
    for width in [step_below(options.width), options.width] {
        if kept.width == width_of(options.width) {
            break;
        }
        if let Some(fitted) = refit_in_pieces(graph, &kept, options.width).await {
            return Arc::new(fitted);
        }
        kept = Arc::new(layout_in_pieces(graph, &Options { width, ..*options }).await);
    }
    kept
}

/// The widest of the widths that are laid out for that is no more than this.
fn step_below(width: f64) -> f64 {
    let width = width_of(width);
    // From there on more is promised, and a map may have another form: none goes on across it.
    let mut step = if width < ALL_TIES_FROM {
        MIN_WIDTH
    } else {
        ALL_TIES_FROM
    };
    while step * STEP <= width {
        step *= STEP;
    }
    step
}

/// The map `width` CSS px wide with the arrangement of a scene of the same graph; none if that would be too wide or too
/// high, cross more than a fifth more ties, or break a promise, and a new layout is called for.
pub fn refit(graph: &Graph, scene: &Scene, width: f64) -> Option<Scene> {
    at_once(refit_in_pieces(graph, scene, width))
}

/// The same, with a pause after every few milliseconds.
async fn refit_in_pieces(graph: &Graph, scene: &Scene, width: f64) -> Option<Scene> {
    let width = width_of(width);
    let kept = &scene.arrangement;
    let share = width / kept.spacing.width;
    if !(NARROWEST..=WIDEST).contains(&share) || is_numbered(graph, width) != scene.numbered {
        return None;
    }
    let numbers;
    let graph = if scene.numbered {
        numbers = numbered(graph);
        &numbers
    } else {
        graph
    };
    // The same boxes with the same gaps: what is won or lost in width goes between them.
    let spacing = Spacing {
        width,
        ..kept.spacing
    };
    let draft = Draft::spaced(graph, spacing);
    if draft.waits() != scene.waiting || draft.boxes.len() != kept.seats.len() {
        return None;
    }
    let plan = plan(&draft, &kept.bands)?;
    let titles = draft.titles(&plan);
    let site = draft.site(&plan, &titles);
    let placement = seated(&kept.seats, &site)?;
    pause().await;
    if placement.height.ceil() > draft.height.most {
        return None;
    }
    for anew in [false, true] {
        let ways = (!anew).then_some(&**kept);
        let (mut fitted, ways) = paint(&draft, &placement, ways, kept.lanes, 0).await;
        if faults(&fitted, &tangle(graph, &fitted), &ways) <= kept.faults + kept.faults / 5 + 1 {
            fitted.arrangement = kept.clone();
            fitted.numbered = scene.numbered;
            return Some(fitted);
        }
    }
    None
}
