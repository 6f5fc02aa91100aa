//! The judge: measures a finished [`Scene`] against the promises, from the scene alone.
//!
//! Of the engine it shares only how crossings and joined ties are counted ([`super::super::tangle`]); it takes nothing from
//! how a scene came about, so an engine that errs is found out. Counts are over pairs.

use super::super::Graph;
use super::super::form::numbered;
use super::super::geometry::{Point, Rect, pieces};
use super::super::metrics::{CAMP_TYPE_PX, NODE_TYPE_PX};
use super::super::scene::{Scene, TextLine, TiePath};
use super::super::tangle::{length, tangle};
use super::drawing::{line_box, smallest_type};

/// The clearance that a drawn tie keeps from every label that is not its own, in CSS px.
pub const TIE_CLEARANCE_PX: f64 = 3.0;
/// The least distance between two nodes' boxes, in CSS px.
pub const BOX_GAP_PX: f64 = 10.0;
/// The least length of an arrowhead, in CSS px.
pub const HEAD_PX: f64 = 7.0;
/// The least length of a course, in CSS px.
pub const COURSE_PX: f64 = 14.0;
/// The least height of a control, in CSS px (WCAG 2.5.8).
pub const TARGET_PX: f64 = 24.0;
/// How far a tie's end may stand from its box's border, in CSS px.
const END_PX: f64 = 2.5;
const TOLERANCE_PX: f64 = 1e-6;

/// What was found. Everything up to [`Audit::detached`] is a broken promise if it is not 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audit {
    /// Pairs of labels or boxes that overlap: boxes, titles, tie labels; camps that overlap; boxes outside their camp.
    pub overlaps: usize,
    /// Pairs of boxes nearer to each other than [`BOX_GAP_PX`].
    pub tight: usize,
    /// Boxes, lines, badges, titles, tie labels or courses that leave the map or their own box.
    pub clipped: usize,
    /// Labels that do not say the whole name.
    pub incomplete: usize,
    /// Boxes lower than [`TARGET_PX`] or narrower.
    pub small_targets: usize,
    /// Clear ties nearer than [`TIE_CLEARANCE_PX`] to a foreign box, title or tie label.
    pub through_labels: usize,
    /// Clear ties whose arrowhead is missing, too short, or under a box or label.
    pub hidden_heads: usize,
    /// Drawn ties that do not begin and end at their own boxes' borders, or run through one of these, or are too short.
    pub detached: usize,
    /// Ties that found no clear way (self-ties and ties out of range do not count).
    pub unclear: usize,
    /// Pairs of clear ties that cross.
    pub crossings: usize,
    /// Pairs of clear ties that run within 4 px of each other for more than 24 px: they could be taken for one.
    pub joined: usize,
    /// Pairs of clear ties that join the same two nodes, in whichever direction, and run so for half their length or
    /// 24 px.
    pub twins_joined: usize,
    /// Pairs of clear ties that lie on one another: their middle lines are nearer than 2.5 px, at an angle of at most 8
    /// degrees, for more than 8 px, less 12 px at each port that they share. One of the two is hidden there.
    pub overlaid: usize,
    /// For how long they do, in CSS px, summed over these pairs.
    pub overlaid_px: f64,
    /// Ties' words that found a place.
    pub tie_labels: usize,
    /// The smallest type on the map, in CSS px; infinite if there is none.
    pub smallest_type: f64,
    /// Summed length of the courses, in CSS px.
    pub length: f64,
    /// Which part of the map's area boxes take.
    pub fill: f64,
}

impl Audit {
    /// How many of the hard promises are broken; [`Audit::unclear`] is not among them.
    pub fn broken(&self) -> usize {
        self.overlaps
            + self.tight
            + self.clipped
            + self.incomplete
            + self.small_targets
            + self.through_labels
            + self.hidden_heads
            + self.detached
    }
}

/// Measures a scene that was made of a graph; of a numbered one, that each box holds its number and nothing else.
pub fn audit(graph: &Graph, scene: &Scene) -> Audit {
    let numbers = scene.numbered.then(|| numbered(graph));
    let graph = numbers.as_ref().unwrap_or(graph);
    let mut audit = Audit {
        smallest_type: smallest_type(scene),
        ..Audit::default()
    };
    let map = Rect::new(0.0, 0.0, scene.width, scene.height);
    let boxes: Vec<Rect> = scene.nodes.iter().map(|node| node.rect).collect();
    let titles: Vec<Rect> = scene
        .camps
        .iter()
        .flat_map(|camp| &camp.title)
        .map(|line| line_box(line, CAMP_TYPE_PX))
        .collect();
    let words: Vec<(usize, Rect)> = scene
        .ties
        .iter()
        .filter_map(|tie| tie.label.as_ref().map(|label| (tie.tie, label.rect)))
        .collect();
    audit.tie_labels = words.len();
    audit.fill = boxes
        .iter()
        .map(|rect| rect.width * rect.height)
        .sum::<f64>()
        / (map.width * map.height).max(1.0);

    boxes_and_titles(graph, scene, &boxes, &titles, &mut audit);
    set_words(graph, scene, &boxes, &titles, &words, &map, &mut audit);
    contents(graph, scene, &map, &mut audit);
    for path in &scene.ties {
        tie(graph, path, &boxes, &titles, &words, &map, &mut audit);
    }
    let tangle = tangle(graph, scene);
    (audit.crossings, audit.joined) = (tangle.crossings, tangle.joined);
    audit.twins_joined = tangle.twins;
    (audit.overlaid, audit.overlaid_px) = (tangle.overlaid, tangle.overlaid_px);
    audit
}

fn boxes_and_titles(
    graph: &Graph,
    scene: &Scene,
    boxes: &[Rect],
    titles: &[Rect],
    audit: &mut Audit,
) {
    let all: Vec<&Rect> = boxes.iter().chain(titles).collect();
    audit.overlaps += count_pairs(&all, |a, b| a.overlaps(b, -TOLERANCE_PX));
    let boxes_only: Vec<&Rect> = boxes.iter().collect();
    audit.tight += count_pairs(&boxes_only, |a, b| a.overlaps(b, BOX_GAP_PX - TOLERANCE_PX));
    audit.small_targets += boxes
        .iter()
        .filter(|rect| rect.height < TARGET_PX || rect.width < TARGET_PX)
        .count();
    let camps: Vec<&Rect> = scene.camps.iter().map(|camp| &camp.rect).collect();
    audit.overlaps += count_pairs(&camps, |a, b| a.overlaps(b, -TOLERANCE_PX));
    for (node, rect) in graph.nodes.iter().zip(boxes) {
        let own = node.camp.filter(|&camp| camp < graph.camps.len());
        for camp in &scene.camps {
            let right = if own == Some(camp.camp) {
                within(rect, &camp.rect)
            } else {
                !camp.rect.overlaps(rect, 0.0)
            };
            audit.overlaps += usize::from(!right);
        }
        audit.overlaps +=
            usize::from(own.is_some_and(|own| !scene.camps.iter().any(|camp| camp.camp == own)));
    }
    audit.overlaps += graph.nodes.len().abs_diff(boxes.len());
}

/// Words on ties: clear of boxes and titles, and of all that is drawn together with them. Where ties wait, those are the
/// ties that share an end with theirs; no clear tie is judged then, so that is done here.
fn set_words(
    graph: &Graph,
    scene: &Scene,
    boxes: &[Rect],
    titles: &[Rect],
    words: &[(usize, Rect)],
    map: &Rect,
    audit: &mut Audit,
) {
    let together = |one: usize, other: usize| {
        let (Some(one), Some(other)) = (graph.ties.get(one), graph.ties.get(other)) else {
            return true;
        };
        let ends = [other.from, other.to];
        !scene.waiting || ends.contains(&one.from) || ends.contains(&one.to)
    };
    for (at, (tie, rect)) in words.iter().enumerate() {
        audit.clipped += usize::from(!within(rect, map));
        let covers = |other: &&Rect| rect.overlaps(other, -TOLERANCE_PX);
        audit.overlaps += boxes.iter().chain(titles).filter(covers).count();
        let later = words.iter().skip(at + 1);
        audit.overlaps += later
            .filter(|(other, _)| together(*tie, *other))
            .filter(|(_, other)| covers(&other))
            .count();
        let waiting = scene
            .ties
            .iter()
            .filter(|path| scene.waiting && path.joins() && together(*tie, path.tie));
        for path in waiting {
            let near = |(a, b)| rect.distance_to_segment(a, b) < TIE_CLEARANCE_PX - TOLERANCE_PX;
            audit.through_labels += usize::from(path.tie != *tie && pieces(&path.course).any(near));
            audit.hidden_heads += usize::from(covers_head(rect, &path.head));
        }
    }
}

fn contents(graph: &Graph, scene: &Scene, map: &Rect, audit: &mut Audit) {
    for (node, placed) in graph.nodes.iter().zip(&scene.nodes) {
        audit.clipped += usize::from(!within(&placed.rect, map));
        for line in &placed.lines {
            let text = line_box(line, NODE_TYPE_PX);
            audit.clipped += usize::from(!within(&text, &placed.rect));
            audit.overlaps += usize::from(
                placed
                    .badge
                    .is_some_and(|badge| badge.overlaps(&text, -TOLERANCE_PX)),
            );
        }
        audit.clipped += usize::from(
            placed
                .badge
                .is_some_and(|badge| !within(&badge, &placed.rect)),
        );
        audit.incomplete += usize::from(!says(&placed.lines, &node.label));
        audit.incomplete += usize::from(placed.badge.is_none() != node.badge.is_empty());
        let lines: Vec<Rect> = placed
            .lines
            .iter()
            .map(|line| line_box(line, NODE_TYPE_PX))
            .collect();
        audit.overlaps += count_pairs(&lines.iter().collect::<Vec<_>>(), |a, b| {
            a.overlaps(b, -TOLERANCE_PX)
        });
    }
    for camp in &scene.camps {
        audit.clipped += usize::from(!within(&camp.rect, map));
        audit.clipped += camp
            .title
            .iter()
            .filter(|line| !within(&line_box(line, CAMP_TYPE_PX), &camp.rect))
            .count();
        let title = graph
            .camps
            .get(camp.camp)
            .map(|camp| camp.title.to_uppercase())
            .unwrap_or_default();
        audit.incomplete += usize::from(!says(&camp.title, &title));
    }
}

fn tie(
    graph: &Graph,
    path: &TiePath,
    boxes: &[Rect],
    titles: &[Rect],
    words: &[(usize, Rect)],
    map: &Rect,
    audit: &mut Audit,
) {
    let Some(tie) = graph.ties.get(path.tie) else {
        audit.detached += 1;
        return;
    };
    let (Some(from), Some(to)) = (boxes.get(tie.from), boxes.get(tie.to)) else {
        audit.detached += usize::from(!path.course.is_empty());
        return;
    };
    if tie.from == tie.to {
        return;
    }
    audit.unclear += usize::from(!path.clear);
    let length = length(path);
    audit.length += length;
    if path.course.len() < 2 || !path.joins() {
        audit.detached += 1;
        return;
    }
    audit.clipped += usize::from(path.course.iter().any(|&p| map.distance(p) > TOLERANCE_PX));
    if !path.clear {
        return;
    }
    let ends_right = path.course.first().is_some_and(|&p| at_border(from, p))
        && path.course.last().is_some_and(|&p| at_border(to, p));
    // A pill's rounded corners lie inside its box, so a course may enter the box's corner a little.
    let own = pieces(&path.course).any(|(a, b)| {
        [from, to]
            .iter()
            .any(|rect| rect.grown(-END_PX).hit_by(a, b))
    });
    audit.detached += usize::from(!ends_right || own || length < COURSE_PX);
    let foreign = boxes
        .iter()
        .enumerate()
        .filter(|&(node, _)| node != tie.from && node != tie.to)
        .map(|(_, rect)| rect);
    let foreign = foreign.chain(titles).chain(
        words
            .iter()
            .filter(|(other, _)| *other != path.tie)
            .map(|(_, rect)| rect),
    );
    let mut labels = 0;
    for rect in foreign {
        let near = pieces(&path.course)
            .any(|(a, b)| rect.distance_to_segment(a, b) < TIE_CLEARANCE_PX - TOLERANCE_PX);
        labels += usize::from(near);
    }
    audit.through_labels += usize::from(labels > 0);
    let [tip, left, right] = path.head;
    let foot = left.towards(right, 0.5);
    let covered = boxes
        .iter()
        .chain(titles)
        .chain(words.iter().map(|(_, rect)| rect))
        .any(|rect| covers_head(rect, &path.head));
    let hidden = covered
        || tip.distance(foot) < HEAD_PX
        || path
            .course
            .last()
            .is_none_or(|&end| end.distance(tip) > 0.01);
    audit.hidden_heads += usize::from(hidden);
}

/// Whether a box or label covers some of an arrowhead. The tip may touch its own box, and there alone.
fn covers_head(rect: &Rect, &[tip, left, right]: &[Point; 3]) -> bool {
    let inner = rect.grown(-0.5);
    let sides = [(left, right), (left, tip), (right, tip)];
    sides.iter().any(|&(a, b)| inner.hit_by(a, b))
}

fn within(inner: &Rect, outer: &Rect) -> bool {
    inner.x >= outer.x - TOLERANCE_PX
        && inner.y >= outer.y - TOLERANCE_PX
        && inner.right() <= outer.right() + TOLERANCE_PX
        && inner.bottom() <= outer.bottom() + TOLERANCE_PX
}

/// Whether a point stands at a box's border, a little outside it at most.
fn at_border(rect: &Rect, p: Point) -> bool {
    // A pill's end is a half circle inside the box.
    let inside = rect.height.min(rect.width) / 2.0 * 0.3;
    rect.distance(p) <= END_PX && !rect.grown(-inside).holds(p)
}

/// Whether the lines hold the whole text, white space and hyphens where a word was cut aside.
fn says(lines: &[TextLine], text: &str) -> bool {
    let mut rest = text;
    for line in lines {
        let line = line.text.trim_end();
        for (place, c) in line.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let in_a_word = rest.starts_with(|next: char| !next.is_whitespace());
            match rest.trim_start().strip_prefix(c) {
                Some(after) => rest = after,
                None if c == '-' && place + 1 == line.len() && in_a_word => {}
                None => return false,
            }
        }
    }
    rest.trim().is_empty()
}

fn count_pairs(rects: &[&Rect], test: impl Fn(&Rect, &Rect) -> bool) -> usize {
    let later = |i: usize| rects.iter().skip(i + 1);
    rects
        .iter()
        .enumerate()
        .map(|(i, a)| later(i).filter(|b| test(a, b)).count())
        .sum()
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod tests;
