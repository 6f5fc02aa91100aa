//! From a placement to the scene: boxes and titles set, ties routed and drawn, their words set.

use super::Graph;
use super::arrangement::Arrangement;
use super::course::{CLEARANCE_PX, clear, course};
use super::draft::Draft;
use super::energy::Link;
use super::form::MOST_DRAWN;
use super::geometry::{Point, Rect, exit_share};
use super::groups::TITLE_LINE_PX;
use super::index::{at, put};
use super::metrics::title_width;
use super::place::Placement;
use super::route::{Plane, Way, route};
use super::scene::{CampBox, Scene, TextLine, TiePath};
use super::tie_label::set_labels;
use crate::pieces::pause;

/// From a title line's top to its baseline.
const TITLE_ASCENT_PX: f64 = 11.0;

/// The scene of a placement with boxes, camps and titles, its ties joining nothing yet.
pub(super) fn stand(draft: &Draft, placement: &Placement) -> Scene {
    let mut scene = Scene {
        width: draft.spacing.width,
        height: placement.height.ceil(),
        ties: no_paths(draft.graph),
        waiting: draft.waits(),
        ..Scene::default()
    };
    for (label, &centre) in draft.boxes.iter().zip(&placement.centres) {
        scene.nodes.push(label.place(centre));
    }
    for (index, group) in draft.groups.iter().enumerate() {
        // Groups stand in their camps' order.
        let Some(camp) = group.camp else { continue };
        let rect = at(&placement.frames, index);
        let corner = at(&placement.titles, index);
        let mut title = Vec::new();
        for (line, text) in draft.title(index, rect.width).into_iter().enumerate() {
            let y = corner.y + TITLE_ASCENT_PX + line as f64 * TITLE_LINE_PX;
            let width = title_width(&text);
            let x = if group.from_right {
                corner.right() - width
            } else {
                corner.x
            };
            title.push(TextLine {
                width,
                text,
                at: Point::new(x, y),
                from_right: group.from_right,
            });
        }
        scene.camps.push(CampBox { camp, rect, title });
    }
    scene
}

/// The scene of a placement, and its ties' ways: those `kept` of another width as far as they are free.
pub(super) async fn paint(
    draft: &Draft<'_>,
    placement: &Placement,
    kept: Option<&Arrangement>,
    lanes: usize,
    reroutes: usize,
) -> (Scene, Vec<Way>) {
    let mut scene = stand(draft, placement);
    let size = (scene.width, scene.height);
    let boxes: Vec<Rect> = scene.nodes.iter().map(|node| node.rect).collect();
    let titles: Vec<Rect> = placement
        .titles
        .iter()
        .copied()
        .filter(|title| title.width > 0.0)
        .collect();
    let camps: Vec<Rect> = scene.camps.iter().map(|camp| camp.rect).collect();
    let round: Vec<bool> = draft.graph.nodes.iter().map(|node| node.round).collect();
    let plane = Plane {
        boxes: &boxes,
        round: &round,
        titles: &titles,
        camps: &camps,
        size,
    };
    // Ties that wait are drawn few at a time: at most two lanes and no rerouting, and one lane where there are so many that they
    // wait on every map.
    let (lanes, reroutes) = if scene.waiting {
        let most = if draft.links.len() > MOST_DRAWN { 1 } else { 2 };
        (lanes.min(most), 0)
    } else {
        (lanes, reroutes)
    };
    let apart = scene.waiting;
    let ways = route(&plane, &draft.links, kept, lanes, reroutes, apart).await;
    let mut blocks = boxes;
    blocks.extend(titles);
    for (link, way) in draft.links.iter().zip(&ways) {
        let mut path = path(link, way, &blocks);
        path.clear &= !scene.waiting;
        put(&mut scene.ties, link.tie, path);
        pause().await;
    }
    set_labels(&draft.graph.ties, &draft.links, &mut scene, &blocks);
    (scene, ways)
}

/// A path that joins nothing for every tie.
pub(super) fn no_paths(graph: &Graph) -> Vec<TiePath> {
    (0..graph.ties.len())
        .map(|tie| TiePath {
            tie,
            ..TiePath::default()
        })
        .collect()
}

/// A link's path along its way; straight from border to border, and marked, if it has none.
fn path(link: &Link, way: &Way, blocks: &[Rect]) -> TiePath {
    if way.points.is_empty() {
        let (from, to) = (at(blocks, link.from), at(blocks, link.to));
        return course(
            link.tie,
            &[border(&from, to.centre()), border(&to, from.centre())],
            &[],
        );
    }
    let is_foreign = |&(node, _): &(usize, &Rect)| node != link.from && node != link.to;
    let foreign: Vec<Rect> = blocks
        .iter()
        .enumerate()
        .filter(is_foreign)
        .map(|(_, rect)| *rect)
        .collect();
    let mut path = course(link.tie, &way.points, &foreign);
    path.clear = clear(&path.course, &foreign, CLEARANCE_PX);
    path
}

/// Where the line from a box's centre to a point leaves it.
fn border(rect: &Rect, towards: Point) -> Point {
    let centre = rect.centre();
    let step = towards.from(centre);
    centre.along(step, exit_share(rect.width, rect.height, step))
}
