//! The judge finds what is spoilt on purpose.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::super::super::{Camp, Node, Options, Tie, layout};
use super::*;

fn graph() -> Graph {
    let node = |label: &str, camp| Node {
        label: label.into(),
        badge: "3".into(),
        camp,
        round: false,
    };
    Graph {
        nodes: vec![
            node("Ministry A", Some(0)),
            node("Group B", Some(1)),
            node("Embassy of State C", Some(1)),
            node("Observer", None),
        ],
        ties: vec![
            Tie {
                from: 0,
                to: 1,
                label: "accuses".into(),
                ..Tie::default()
            },
            Tie {
                from: 2,
                to: 0,
                ..Tie::default()
            },
            Tie {
                from: 3,
                to: 2,
                ..Tie::default()
            },
        ],
        camps: vec![
            Camp {
                title: "First".into(),
            },
            Camp {
                title: "Second".into(),
            },
        ],
    }
}

/// What the audit finds in the scene after `spoil` had it.
fn spoilt(spoil: impl Fn(&mut Scene)) -> Audit {
    let graph = graph();
    let mut scene = layout(&graph, &Options::new(700.0, 1));
    assert_eq!(audit(&graph, &scene).broken(), 0);
    spoil(&mut scene);
    audit(&graph, &scene)
}

#[test]
fn finds_overlaps_and_tightness() {
    assert!(spoilt(|scene| scene.nodes[1].rect = scene.nodes[2].rect).overlaps > 0);
    let near = spoilt(|scene| {
        let rect = scene.nodes[2].rect;
        scene.nodes[1].rect.x = rect.right() + 4.0;
        scene.nodes[1].rect.y = rect.y;
    });
    assert!(near.tight > 0);
    assert!(spoilt(|scene| scene.camps[0].rect = scene.camps[1].rect).overlaps > 0);
    assert!(
        spoilt(|scene| scene.nodes[0].rect.y = scene.camps[0].title[0].at.y - 8.0).broken() > 0
    );
}

#[test]
fn finds_what_is_clipped_cut_or_small() {
    assert!(spoilt(|scene| scene.width -= 60.0).clipped > 0);
    assert!(spoilt(|scene| scene.nodes[0].lines[0].width += 90.0).clipped > 0);
    assert!(spoilt(|scene| drop(scene.nodes[2].lines.pop())).incomplete > 0);
    assert!(spoilt(|scene| scene.nodes[2].badge = None).incomplete > 0);
    assert!(spoilt(|scene| drop(scene.camps[0].title.pop())).incomplete > 0);
    assert!(spoilt(|scene| scene.nodes[0].rect.height = 20.0).small_targets > 0);
}

#[test]
fn finds_faulty_ties() {
    let through = spoilt(|scene| {
        let (centre, end) = (scene.nodes[3].rect.centre(), scene.ties[0].course[0]);
        scene.ties[0].course.splice(1..1, [centre, end]);
    });
    assert!(through.through_labels > 0, "{through:?}");
    assert!(spoilt(|scene| scene.ties[0].head[0].x += 3.0).hidden_heads > 0);
    assert!(spoilt(|scene| scene.ties[1].head = [Point::default(); 3]).hidden_heads > 0);
    assert!(spoilt(|scene| scene.ties[2].course[0] = Point::default()).detached > 0);
    assert!(spoilt(|scene| scene.ties[2].course.clear()).detached > 0);
    assert_eq!(spoilt(|scene| scene.ties[2].clear = false).unclear, 1);
    let crossed = spoilt(|scene| {
        let course = &scene.ties[0].course;
        let middle = course[0].towards(course[course.len() - 1], 0.5);
        let (a, b) = (
            Point::new(middle.x - 7.0, middle.y - 99.0),
            Point::new(middle.x + 7.0, middle.y + 99.0),
        );
        scene.ties[1].course = vec![a, b];
    });
    assert!(crossed.crossings > 0);
    let joined = spoilt(|scene| scene.ties[1].course = scene.ties[0].course.clone());
    assert!(joined.joined > 0);
}

/// What lies on one another of two ties with these courses: pairs, and CSS px.
fn overlaid(one: &[(f64, f64)], other: &[(f64, f64)]) -> (usize, f64) {
    let mut scene = layout(&graph(), &Options::new(700.0, 1));
    scene.ties.truncate(2);
    for (path, course) in scene.ties.iter_mut().zip([one, other]) {
        path.course = course.iter().map(|&(x, y)| Point::new(x, y)).collect();
    }
    let found = audit(&graph(), &scene);
    (found.overlaid, found.overlaid_px)
}

#[test]
fn finds_ties_that_lie_on_one_another() {
    let one = [(0.0, 0.0), (0.0, 100.0), (40.0, 140.0)];
    // A pair of which 90 px are the same, from either end.
    let along = [(-30.0, -20.0), (0.0, 10.0), (0.0, 100.0), (-40.0, 140.0)];
    assert_eq!(overlaid(&one, &along), (1, 90.0));
    let mut back = along;
    back.reverse();
    assert_eq!(overlaid(&one, &back), (1, 90.0));
    // Apart by the least that counts as that, and by less.
    assert_eq!(overlaid(&one, &[(2.6, 0.0), (2.6, 90.0)]), (0, 0.0));
    assert_eq!(overlaid(&one, &[(2.4, 5.0), (2.4, 95.0)]), (1, 90.0));
    // Crossing, at a right angle and at ten degrees; a few px beside each other.
    assert_eq!(overlaid(&one, &[(-50.0, 50.0), (50.0, 50.0)]).0, 0);
    assert_eq!(overlaid(&one, &[(-9.0, 0.0), (9.0, 100.0)]).0, 0);
    assert_eq!(overlaid(&one, &[(1.0, 5.0), (1.0, 12.0)]).0, 0);
    // At the port that they share they may, for as long as an arrowhead is.
    let fork = |apart: f64| [(0.0, 0.0), (0.0, apart), (-90.0, apart)];
    assert_eq!(overlaid(&one, &fork(18.0)).0, 0);
    assert_eq!(overlaid(&one, &fork(40.0)), (1, 28.0));
}

/// Thirty actors, each tied to the next and every third to the first, so narrow that ties wait.
fn waiting() -> (Graph, Scene) {
    let tie = |from, to| Tie {
        from,
        to,
        label: "accuses".into(),
        ..Tie::default()
    };
    let ring = (0..30).map(|at| tie(at, (at + 1) % 30));
    let graph = Graph {
        nodes: (0..30)
            .map(|at| Node {
                label: format!("Ministry {at}"),
                ..Node::default()
            })
            .collect(),
        ties: ring
            .chain((3..29).step_by(3).map(|at| tie(at, 0)))
            .collect(),
        camps: Vec::new(),
    };
    let scene = layout(&graph, &Options::new(320.0, 1));
    (graph, scene)
}

#[test]
fn judges_words_of_ties_that_wait_with_those_drawn_together_with_them() {
    let (graph, scene) = waiting();
    assert!(scene.waiting);
    let found = audit(&graph, &scene);
    assert_eq!(found.broken(), 0, "{found:?}");
    assert!(found.tie_labels > 8, "{found:?}");
    let worded = |tie: &&TiePath| tie.label.is_some();
    let moved = |one: usize, to: Rect| {
        let mut scene = scene.clone();
        scene.ties[one].label.as_mut().unwrap().rect = to;
        audit(&graph, &scene)
    };
    let ends = |tie: usize| [graph.ties[tie].from, graph.ties[tie].to];
    let meet = |one: usize, other: usize| ends(one).iter().any(|end| ends(other).contains(end));
    let mut apart = 0;
    for one in scene.ties.iter().filter(worded) {
        for other in scene.ties.iter().filter(worded) {
            let there = other.label.as_ref().unwrap().rect;
            let found = moved(one.tie, there);
            let is_other = one.tie != other.tie;
            let broken = is_other && meet(one.tie, other.tie);
            assert!(!broken || found.overlaps > 0 && found.through_labels > 0);
            apart += usize::from(is_other && !broken && found.broken() == 0);
        }
        let covered = moved(one.tie, Rect::around(&one.head).grown(2.0));
        assert!(covered.hidden_heads > 0, "{}", one.tie);
        let outside = Rect::new(-9.0, 4.0, 20.0, 14.0);
        assert!(moved(one.tie, outside).clipped > 0);
    }
    // Words of ties that are never seen together may stand in the same place.
    assert!(apart > 10, "{apart}");
}
