//! What a layout must be equal to, natively and in a browser: one digest per incident and width.

#[path = "../../benches/corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;

use actor_map::incident::{self, Node};
use actor_map::layout::large::large;
use actor_map::layout::{Graph, Options, layout, places, refit, replay_in_pieces};
use actor_map::pieces::at_once;
use actor_map::view::Story;
use corpus::Shape;

/// The incidents, by name, as JSON text.
pub const INCIDENTS: [(&str, &str); 2] = [
    (
        "czech-mfa-apt31",
        include_str!("../../incidents/czech-mfa-apt31.json"),
    ),
    ("harbour", include_str!("../browser/data/harbour.json")),
];

/// Widths of the map, in CSS px.
const WIDTHS: [f64; 5] = [280.0, 411.0, 640.0, 900.0, 1333.5];

/// The digests on record: `incident width digest`, one a line.
pub const ON_RECORD: &str = include_str!("digests.txt");

/// The digests as this machine lays the incidents out, in the form of [`ON_RECORD`].
pub fn computed(parse: impl Fn(&str) -> Node) -> String {
    let mut lines = String::new();
    for (name, text) in INCIDENTS {
        let reading = incident::read(&parse(text)).expect("the incident is usable");
        let story = Story::new(reading);
        for width in WIDTHS {
            let digest = layout(&story.graph, &Options::new(width, 1)).digest();
            lines.push_str(&format!("{name} {width} {digest:016x}\n"));
        }
    }
    lines
}

/// The digests of [`ways_computed`] on record: `what digest`, one a line.
pub const WAYS_ON_RECORD: &str = include_str!("ways.txt");

/// The digests of what a quick layout of the incidents does not come to: a map that is published, numbers for names, ties that
/// wait, names from right to left, an arrangement that goes on, a map made again from its places.
pub fn ways_computed() -> String {
    let graph = |shape, n| corpus::news(shape, n, 1);
    let quick = |graph: &Graph, width| layout(graph, &Options::new(width, 1));
    let brokers = graph(Shape::Brokers, 17);
    let options = Options::published(320.0, 1);
    let published = layout(&brokers, &options);
    let told = places(&brokers, &published).expect("rows of a phone's map");
    let replayed = at_once(replay_in_pieces(&brokers, &options, &told));
    let many = graph(Shape::ManyToOne, 25);
    let numbers = quick(&many, 280.0);
    assert!(numbers.numbered && !numbers.waiting, "numbers");
    let waiting = quick(&graph(Shape::Hub, 30), 480.0);
    assert!(waiting.waiting && !waiting.numbered, "ties that wait");
    let mut arabic = graph(Shape::Ownership, 10);
    for (node, number) in arabic.nodes.iter_mut().zip(1..) {
        node.label = format!("وزارة الشؤون الخارجية {number}");
    }
    let from_right = quick(&arabic, 411.0);
    assert!(
        from_right.lines().any(|line| line.from_right),
        "right to left"
    );
    let small = graph(Shape::Accusations, 17);
    let refitted = refit(&small, &quick(&small, 640.0), 700.0).expect("the arrangement goes on");
    let scenes = [
        ("published", published),
        ("numbers", numbers),
        ("waiting", waiting),
        ("from-right", from_right),
        ("refitted", refitted),
        ("replayed", replayed),
    ];
    let mut lines = String::new();
    for (what, scene) in scenes {
        lines.push_str(&format!("{what} {:016x}\n", scene.digest()));
    }
    lines
}

/// The digests of large graphs on record: `graph digest`, one a line.
pub const LARGE_ON_RECORD: &str = include_str!("large.txt");

/// The digests of large graphs as this machine lays them out: one by full stress, one by pivots.
pub fn large_computed() -> String {
    let mut lines = String::new();
    for n in [200, 2000] {
        let graph = corpus::affair(n, 1);
        let ties = graph.ties.iter();
        let ties: Vec<_> = ties.map(|tie| (tie.from as u32, tie.to as u32)).collect();
        let digest = large(n, &ties, 1.3, 1).digest();
        lines.push_str(&format!("affair-{n} {digest:016x}\n"));
    }
    lines
}
