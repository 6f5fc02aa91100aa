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
