//! The graph behind a drawing, undirected and simple: who is tied to whom, in how many steps.

use super::super::geometry::{Point, pieces};
use super::super::index::{at, put};
use super::drawing::Drawing;

/// The components of a drawing's graph, those of one node left out.
pub(super) struct Component {
    /// Its nodes, by their index in the drawing.
    pub nodes: Vec<usize>,
    /// Each node's centre.
    pub centres: Vec<Point>,
    /// For each node the places (in [`Component::nodes`]) of those it is tied to, each once, in rising order.
    pub tied: Vec<Vec<usize>>,
    /// The area of the convex hull of its nodes' centres and its ties' courses; of points on a line, the distance
    /// between the outermost two.
    pub hull: f64,
}

/// The components with at least two nodes.
pub(super) fn components(drawing: &Drawing) -> Vec<Component> {
    let n = drawing.nodes.len();
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); n];
    for tie in drawing.proper_ties() {
        for (one, other) in [(tie.from, tie.to), (tie.to, tie.from)] {
            if let Some(list) = tied.get_mut(one) {
                list.push(other);
            }
        }
    }
    let mut place: Vec<Option<usize>> = vec![None; n];
    let mut all = Vec::new();
    for start in 0..n {
        if at(&place, start).is_some() || tied.get(start).is_none_or(Vec::is_empty) {
            continue;
        }
        let mut nodes = Vec::new();
        reach(start, &tied, &mut place, &mut nodes);
        all.push(component(drawing, nodes, &tied, &place));
    }
    all
}

/// Breadth first: numbers everything that can be reached from `start` in the order it is found.
fn reach(start: usize, tied: &[Vec<usize>], place: &mut [Option<usize>], nodes: &mut Vec<usize>) {
    nodes.push(start);
    put(place, start, Some(0));
    let mut next = 0;
    while let Some(&node) = nodes.get(next) {
        for &other in tied.get(node).into_iter().flatten() {
            if at(place, other).is_none() {
                put(place, other, Some(nodes.len()));
                nodes.push(other);
            }
        }
        next += 1;
    }
}

fn component(
    drawing: &Drawing,
    nodes: Vec<usize>,
    tied: &[Vec<usize>],
    place: &[Option<usize>],
) -> Component {
    let centres: Vec<Point> = nodes
        .iter()
        .map(|&node| at(&drawing.nodes, node).centre())
        .collect();
    let tied = nodes.iter().map(|&node| {
        let mut places: Vec<usize> = tied
            .get(node)
            .into_iter()
            .flatten()
            .filter_map(|&other| at(place, other))
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    });
    let tied = tied.collect();
    let mut points = centres.clone();
    for tie in drawing.drawn_ties() {
        // The ends of a tie are in one component.
        if nodes.get(at(place, tie.from).unwrap_or(usize::MAX)) == Some(&tie.from) {
            points.extend(&tie.course);
        }
    }
    Component {
        hull: hull_area(points),
        nodes,
        centres,
        tied,
    }
}

impl Component {
    /// The number of steps from one node to each other, by place.
    pub(super) fn hops_from(&self, start: usize) -> Vec<usize> {
        let mut hops = vec![usize::MAX; self.nodes.len()];
        let mut queue = vec![start];
        put(&mut hops, start, 0);
        let mut next = 0;
        while let Some(&node) = queue.get(next) {
            let on = at(&hops, node) + 1;
            for &other in self.tied.get(node).into_iter().flatten() {
                if at(&hops, other) == usize::MAX {
                    put(&mut hops, other, on);
                    queue.push(other);
                }
            }
            next += 1;
        }
        hops
    }
}

/// The mean of each component's score, weighed by its hull; 1 if there is nothing to score (Mooney et al., GD 2025).
pub(super) fn by_hull(components: &[Component], score: impl Fn(&Component) -> f64) -> f64 {
    if let [only] = components {
        return score(only);
    }
    let weight: f64 = components.iter().map(|component| component.hull).sum();
    if weight == 0.0 {
        return 1.0;
    }
    let sum: f64 = components
        .iter()
        .map(|component| score(component) * component.hull)
        .sum();
    sum / weight
}

/// The area of the convex hull (Andrew's monotone chain, 1979), or the greatest distance of points on one line.
fn hull_area(mut points: Vec<Point>) -> f64 {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    let half = |points: &mut dyn Iterator<Item = &Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for &p in points {
            while let [.., a, b] = chain.as_slice()
                && b.from(*a).cross(p.from(*b)) <= 0.0
            {
                chain.pop();
            }
            chain.push(p);
        }
        chain.pop();
        chain
    };
    let mut hull = half(&mut points.iter());
    hull.extend(half(&mut points.iter().rev()));
    let origin = at(&hull, 0);
    let area: f64 = pieces(&hull)
        .map(|(a, b)| a.from(origin).cross(b.from(origin)) / 2.0)
        .sum();
    match (points.first(), points.last()) {
        (Some(first), Some(last)) if area.abs() < 1e-6 => first.distance(*last),
        _ => area.abs(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_of_hulls() {
        let p = Point::new;
        let square = [
            p(0.0, 0.0),
            p(2.0, 0.0),
            p(2.0, 2.0),
            p(0.0, 2.0),
            p(1.0, 1.0),
            p(1.0, 0.0),
        ];
        assert_eq!(hull_area(square.to_vec()), 4.0);
        assert_eq!(hull_area(vec![p(0.0, 0.0), p(3.0, 4.0), p(1.5, 2.0)]), 5.0);
        assert_eq!(hull_area(Vec::new()), 0.0);
    }
}
