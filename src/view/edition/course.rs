//! The course of a tie as path data for a page: the fewest pieces that stay on it, relative and in whole pixels.
//!
//! The live map's path has a straight run and a curve for every bend. Many of them are a pixel long, or go on in the
//! direction of the one before; a coordinate is what weighs most in an edition, so here one curve takes the place of
//! several wherever it stays within [`TOLERANCE_PX`]. Which pieces are the shortest to write is found as a shortest way
//! over the course's joints.

use crate::layout::geometry::pieces;
use crate::layout::{Point, Rect};

/// How far a line may stand from where the live map draws it, in CSS px: half a pixel of rounding to either side, and
/// what is saved by it.
const TOLERANCE_PX: f64 = 0.75;
/// How far apart the points of a course are, in CSS px.
const STEP_PX: f64 = 2.0;
/// Every so many points a piece may end, as it may at the ends of the live map's own pieces.
const JOINT_EVERY: usize = 3;
/// A piece that leaves the course does not come back to it: after so many tries no longer one is looked for.
const TRIES: usize = 40;
/// Pieces of a curve that is being measured.
const FLATTEN: u32 = 12;
/// How far the arrowhead at the end may turn, as cosines: 5 degrees, else 12, else as it comes.
const TURNS: [f64; 3] = [0.996, 0.978, -1.0];

/// A tie's course: points close together.
pub struct Course {
    points: Vec<Point>,
    /// Positions of points where a piece may end; the first and the last are among them.
    joints: Vec<usize>,
    bounds: Rect,
}

impl Course {
    /// The course of path data with absolute `M`, `L` and `Q` commands.
    pub fn of(d: &str) -> Self {
        let mut points: Vec<Point> = Vec::new();
        let mut joints = Vec::new();
        for (_, ends) in commands(d) {
            let Some(&end) = ends.last() else { continue };
            let start = points.last().copied().unwrap_or(end);
            let control = ends.first().copied().unwrap_or(end);
            let length = start.distance(control) + control.distance(end);
            let steps = (length / STEP_PX).ceil().clamp(1.0, 2_000.0) as u32;
            let straight = ends.len() == 1;
            for step in 1..=steps {
                let share = f64::from(step) / f64::from(steps);
                points.push(if straight {
                    start.towards(end, share)
                } else {
                    on_curve(start, control, end, share)
                });
                let joint = step == steps || points.len().is_multiple_of(JOINT_EVERY);
                joints.extend(joint.then(|| points.len() - 1));
            }
        }
        let dots = points.iter().map(|it| Rect::new(it.x, it.y, 0.0, 0.0));
        let bounds = dots.reduce(|bounds, dot| bounds.union(&dot));
        Self {
            points,
            joints,
            bounds: bounds.unwrap_or_default(),
        }
    }

    /// Whether two courses come this near each other, in CSS px, to within half a step.
    pub fn is_near(&self, other: &Self, distance: f64) -> bool {
        let near = |point: &Point| {
            let mut others = other.points.iter();
            others.any(|it| it.distance(*point) < distance)
        };
        self.bounds.overlaps(&other.bounds, distance) && self.points.iter().any(near)
    }

    /// Path data along the course; its end points `forward`, a unit vector. Empty if it goes nowhere.
    pub fn compact(&self, forward: Point) -> String {
        let found = TURNS.iter().find_map(|turn| self.pieces(forward, *turn));
        let (Some(start), Some(pieces)) = (self.points.first(), found) else {
            return String::new();
        };
        let mut out = String::from("M");
        push(&mut out, &[whole(*start)], true);
        let mut before = ' ';
        for piece in pieces {
            // A command goes on until another one begins.
            if piece.command != before {
                out.push(piece.command);
            }
            push(&mut out, &piece.points, piece.command != before);
            before = piece.command;
        }
        out
    }

    /// The pieces that are shortest to write, the last of which turns from `forward` by this cosine at most.
    fn pieces(&self, forward: Point, turn: f64) -> Option<Vec<Piece>> {
        // For each joint: what it takes to write the way there, the joint before, and the piece between the two.
        let mut ways: Vec<Option<(usize, usize, Option<Piece>)>> = vec![Some((0, 0, None))];
        for (place, &end) in self.joints.iter().enumerate().skip(1) {
            let is_last = place + 1 == self.joints.len();
            let mut best: Option<(usize, usize, Option<Piece>)> = None;
            for (before, &start) in self.joints.iter().enumerate().take(place).rev().take(TRIES) {
                let Some(Some((written, ..))) = ways.get(before) else {
                    continue;
                };
                let Some(piece) = self.points.get(start..=end).and_then(Piece::along) else {
                    continue;
                };
                if is_last && piece.direction().dot(forward) < turn {
                    continue;
                }
                let written = written + piece.length();
                if best.as_ref().is_none_or(|(least, ..)| written < *least) {
                    best = Some((written, before, Some(piece)));
                }
            }
            ways.push(best);
        }
        let mut pieces = Vec::new();
        let mut place = self.joints.len().checked_sub(1)?;
        while let Some((_, before, Some(piece))) = ways.get_mut(place)?.take() {
            pieces.push(piece);
            place = before;
        }
        pieces.reverse();
        (!pieces.is_empty()).then_some(pieces)
    }
}

/// One command of path data with its points, in whole px from where it begins.
struct Piece {
    /// `l` or `q`.
    command: char,
    /// The end; of a curve the control point first.
    points: Vec<(i32, i32)>,
}

impl Piece {
    /// The line along these points, else a curve, if one stays on them.
    fn along(course: &[Point]) -> Option<Self> {
        let (&first, &last) = (course.first()?, course.last()?);
        let (start, end) = (whole(first), whole(last));
        if start == end {
            return None;
        }
        let from_start = |(x, y): (i32, i32)| (x - start.0, y - start.1);
        if stays(course, &[point(start), point(end)], TOLERANCE_PX) {
            return Some(Self {
                command: 'l',
                points: vec![from_start(end)],
            });
        }
        let middle = course.get(course.len() / 2)?;
        // Through the middle; or where the directions at both ends meet.
        let through = middle.along(middle.from(first.towards(last, 0.5)), 1.0);
        let controls = [meeting(course), Some(through)];
        controls.into_iter().flatten().find_map(|control| {
            let control = whole(control);
            let curve: Vec<Point> = (0..=FLATTEN)
                .map(|step| {
                    let share = f64::from(step) / f64::from(FLATTEN);
                    on_curve(point(start), point(control), point(end), share)
                })
                .collect();
            (stays(course, &curve, TOLERANCE_PX) && stays(&curve, course, TOLERANCE_PX)).then(
                || Self {
                    command: 'q',
                    points: vec![from_start(control), from_start(end)],
                },
            )
        })
    }

    /// The direction at its end, a unit vector.
    fn direction(&self) -> Point {
        let before = match self.points.as_slice() {
            [control, _] => *control,
            _ => (0, 0),
        };
        let end = self.points.last().copied().unwrap_or_default();
        point(end).from(point(before)).unit()
    }

    /// How many characters it takes to write, and one more: fewer pieces make fewer heads turn.
    fn length(&self) -> usize {
        let mut out = String::new();
        push(&mut out, &self.points, true);
        out.len() + 2
    }
}

/// Where the directions at both ends meet, if that is not far off.
fn meeting(course: &[Point]) -> Option<Point> {
    let [first, second, .., before, last] = course else {
        return None;
    };
    let (into, out) = (second.from(*first), last.from(*before));
    let turn = into.cross(out);
    let reach = last.from(*first).cross(out) / turn;
    let meeting = first.along(into, reach);
    (turn.abs() > 1e-6 && meeting.distance(*first) < 2_000.0).then_some(meeting)
}

/// Whether all of these points lie on a polyline, to within so many px.
fn stays(points: &[Point], line: &[Point], within: f64) -> bool {
    points
        .iter()
        .all(|point| pieces(line).any(|(a, b)| point.distance_to_segment(a, b) <= within))
}

fn on_curve(start: Point, control: Point, end: Point, share: f64) -> Point {
    let (one, other) = (start.towards(control, share), control.towards(end, share));
    one.towards(other, share)
}

/// Writes numbers, parted where one begins with no minus sign.
fn push(out: &mut String, points: &[(i32, i32)], after_letter: bool) {
    let mut parted = after_letter;
    for number in points.iter().flat_map(|(x, y)| [x, y]) {
        if !parted && *number >= 0 {
            out.push(' ');
        }
        out.push_str(&number.to_string());
        parted = false;
    }
}

/// To whole px; each point is rounded by itself, so that errors do not add up.
fn whole(point: Point) -> (i32, i32) {
    (point.x.round() as i32, point.y.round() as i32)
}

fn point((x, y): (i32, i32)) -> Point {
    Point::new(f64::from(x), f64::from(y))
}

/// Command letters and their points.
fn commands(d: &str) -> impl Iterator<Item = (char, Vec<Point>)> {
    let begins = d
        .char_indices()
        .filter(|(_, letter)| letter.is_ascii_alphabetic());
    begins.map(|(at, command)| {
        let rest = d.get(at + 1..).unwrap_or_default();
        let end = rest
            .find(|letter: char| letter.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        let numbers = rest.get(..end).unwrap_or_default().split(' ');
        let numbers: Vec<f64> = numbers.filter_map(|number| number.parse().ok()).collect();
        let pairs = numbers.chunks_exact(2);
        let points = pairs.filter_map(|pair| Some(Point::new(*pair.first()?, *pair.last()?)));
        (command, points.collect())
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

    use super::{Course, Point, TOLERANCE_PX, stays};
    use crate::layout::{Options, layout};
    use crate::view::Story;

    const REAL: &str = include_str!("../../../incidents/czech-mfa-apt31.json");

    fn compact(d: &str, x: f64, y: f64) -> String {
        Course::of(d).compact(Point::new(x, y))
    }

    /// Compact path data with absolute commands, each with its letter.
    fn absolute(d: &str) -> String {
        let mut out = String::new();
        let mut at = (0.0, 0.0);
        let spaced = d.replace('-', " -");
        let starts: Vec<usize> = spaced
            .match_indices(char::is_alphabetic)
            .map(|(at, _)| at)
            .collect();
        for (place, start) in starts.iter().enumerate() {
            let piece = &spaced[*start..starts.get(place + 1).copied().unwrap_or(spaced.len())];
            let numbers: Vec<f64> = piece[1..]
                .split_whitespace()
                .map(|it| it.parse().unwrap())
                .collect();
            let command = piece[..1].to_uppercase();
            for points in numbers.chunks(if command == "Q" { 4 } else { 2 }) {
                let moved: Vec<String> = points
                    .chunks(2)
                    .map(|it| format!("{} {}", at.0 + it[0], at.1 + it[1]))
                    .collect();
                out += &format!("{command}{}", moved.join(" "));
                at = (
                    at.0 + points[points.len() - 2],
                    at.1 + points[points.len() - 1],
                );
            }
        }
        out
    }

    #[test]
    fn pieces_that_go_on_become_one() {
        assert_eq!(compact("M10.4 20L30 20L60 20.3", 1.0, 0.0), "M10 20l50 0");
        assert_eq!(
            compact("M0 0L40 0L40.4 0.4L40.4 50", 0.0, 1.0),
            "M0 0l40 0 0 50"
        );
    }

    #[test]
    fn nothing_comes_of_nothing() {
        assert_eq!(compact("", 1.0, 0.0), "");
        assert_eq!(compact("M3 3L3.1 3.1", 1.0, 0.0), "");
    }

    #[test]
    fn every_tie_of_a_real_map_stays_where_it_is_and_its_head_points_where_it_did() {
        let reading = crate::incident::read(&crate::incident::parse_json(REAL).unwrap()).unwrap();
        let story = Story::new(reading);
        // What flattening leaves out.
        let within = TOLERANCE_PX + 0.2;
        let (mut written, mut whole) = (0, 0);
        for width in [280.0, 558.0] {
            let scene = layout(&story.graph, &Options::new(width, 21));
            for tie in scene.ties.iter().filter(|tie| tie.joins()) {
                let [tip, left, right] = tie.head;
                let forward = tip.from(left.towards(right, 0.5)).unit();
                let course = Course::of(&tie.d);
                let short = course.compact(forward);
                let drawn = Course::of(&absolute(&short));
                assert!(
                    stays(&drawn.points, &course.points, within)
                        && stays(&course.points, &drawn.points, within),
                    "{} became {short}, more than {within} px away",
                    tie.d
                );
                let [.., before, last] = drawn.points.as_slice() else {
                    panic!("{short}")
                };
                assert!(
                    last.from(*before).unit().dot(forward) > 0.9,
                    "{} became {short}",
                    tie.d
                );
                written += short.len();
                whole += tie.d.len();
            }
        }
        assert!(written * 2 < whole, "{written} of {whole} characters");
    }

    #[test]
    fn nearness_is_measured_along_the_whole_course() {
        let (one, other) = (Course::of("M0 0L100 0"), Course::of("M50 40L50 4"));
        assert!(one.is_near(&other, 5.0) && !one.is_near(&other, 3.0));
    }
}
