//! The graph of the real incident, as the widget lays it out.

use actor_map::incident::{parse_json, read};
use actor_map::layout::Graph;
use actor_map::view::Story;

/// The graph of the preview's incident.
pub fn incident() -> Graph {
    let text = include_str!("../../incidents/czech-mfa-apt31.json");
    Story::new(read(&parse_json(text).unwrap()).unwrap()).graph
}
