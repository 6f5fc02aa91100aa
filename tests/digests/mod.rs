//! What a layout must be equal to, natively and in a browser: one digest per incident and width.

#[path = "../../benches/corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;

use actor_map::incident::{self, Node};
use actor_map::layout::large::large;
use actor_map::layout::{Options, layout};
use actor_map::view::Story;

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
