//! The measures from the literature against an independent implementation, on stored drawings
//! (`layout/fixtures/make.py` says whence), and our own measures on drawings spoilt on purpose.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use actor_map::layout::quality::{Drawing, Line, Words, measure};
use actor_map::layout::{Point, Rect};
use serde_json::Value;

fn numbers(value: &Value) -> Vec<f64> {
    let list = value.as_array().unwrap();
    list.iter().map(|number| number.as_f64().unwrap()).collect()
}

fn drawing(stored: &Value) -> Drawing {
    let mut drawing = Drawing::default();
    for node in stored["nodes"].as_array().unwrap() {
        let node = numbers(node);
        let (width, height) = (node[2], node[3]);
        let rect = Rect::new(node[0] - width / 2.0, node[1] - height / 2.0, width, height);
        drawing.nodes.push(rect);
    }
    for tie in stored["ties"].as_array().unwrap() {
        let end = |index: usize| tie[index].as_u64().unwrap() as usize;
        let (from, to) = (end(0), end(1));
        let mut course = vec![drawing.nodes[from].centre()];
        for bend in tie[2].as_array().unwrap() {
            let bend = numbers(bend);
            course.push(Point::new(bend[0], bend[1]));
        }
        course.push(drawing.nodes[to].centre());
        drawing.ties.push(Line { from, to, course });
    }
    drawing
}

#[test]
fn agree_with_an_independent_implementation() {
    let stored: Value =
        serde_json::from_str(include_str!("layout/fixtures/drawings.json")).unwrap();
    let mut compared = 0;
    for stored in stored.as_array().unwrap() {
        let ours = serde_json::to_value(measure(&drawing(stored))).unwrap();
        for (measure, theirs) in stored["values"].as_object().unwrap() {
            let (ours, theirs) = (ours[measure].as_f64().unwrap(), theirs.as_f64().unwrap());
            assert!(
                (ours - theirs).abs() < 1e-6,
                "{} {measure}: ours {ours}, theirs {theirs}",
                stored["name"]
            );
            compared += 1;
        }
    }
    println!("{compared} values compared");
    assert!(compared >= 60);
}

/// Two nodes with a tie and a third one beside it, all in order.
fn sound() -> Drawing {
    Drawing {
        bounds: Rect::new(0.0, 0.0, 300.0, 100.0),
        nodes: vec![
            Rect::new(10.0, 10.0, 60.0, 20.0),
            Rect::new(230.0, 10.0, 60.0, 20.0),
            Rect::new(120.0, 60.0, 60.0, 20.0),
        ],
        words: vec![Words {
            rect: Rect::new(140.0, 13.0, 20.0, 14.0),
            tie: Some(0),
        }],
        ties: vec![Line {
            from: 0,
            to: 1,
            course: vec![Point::new(70.0, 20.0), Point::new(230.0, 20.0)],
        }],
        smallest_type: 11.0,
    }
}

#[test]
fn our_own_measures_find_what_is_spoilt() {
    let fine = measure(&sound());
    assert_eq!(
        (
            fine.overlaps,
            fine.through_labels,
            fine.clipped,
            fine.undrawn
        ),
        (0, 0, 0, 0)
    );
    assert_eq!((fine.height, fine.smallest_type), (100.0, 11.0));
    assert!((fine.fill - 3.0 * 1200.0 / 30_000.0).abs() < 1e-12);

    let spoilt = |spoil: fn(&mut Drawing)| {
        let mut drawing = sound();
        spoil(&mut drawing);
        measure(&drawing)
    };
    assert_eq!(spoilt(|d| d.nodes[2] = d.nodes[0]).overlaps, 1);
    assert_eq!(spoilt(|d| d.nodes[2].y = 10.0).through_labels, 1);
    assert_eq!(spoilt(|d| d.words[0].tie = None).through_labels, 1);
    assert_eq!(spoilt(|d| d.nodes[2].y = 90.0).clipped, 1);
    assert_eq!(spoilt(|d| d.ties[0].course.clear()).undrawn, 1);
}
