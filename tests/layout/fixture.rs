//! A plainly fictional incident's graph, in the shape real ones have: a hub that many accuse, a state behind it,
//! allies that react, persons who speak for bodies, an older story beside it.

use actor_map::layout::{Camp, Graph, Node, Tie};

/// Camps, from the reader's point of view.
const CAMPS: [&str; 4] = [
    "Targeted and accusing",
    "Accused",
    "Allies reacting",
    "The 2024 charges",
];

/// Name, badge, camp, whether a person.
const NODES: [(&str, &str, usize, bool); 24] = [
    ("Government of A", "5", 0, false),
    ("Ministry of Foreign Affairs A", "2", 0, false),
    ("Anna Ministerová", "3", 0, true),
    ("Unnamed critical institution", "", 0, false),
    ("Security Service of A", "1", 0, false),
    ("Former minister Karel B.", "1", 0, true),
    ("Group 31", "", 1, false),
    ("State B", "2", 1, false),
    ("Ministry of State Security B", "", 1, false),
    ("Embassy of State B in City A", "4", 1, false),
    ("State Security Department of Province B", "", 1, false),
    ("Foreign Ministry of B", "1", 1, false),
    ("NATO", "5", 2, false),
    ("Secretary General", "1", 2, true),
    ("European Union", "2", 2, false),
    ("High Representative K.", "6", 2, true),
    ("Embassy of State C in City A", "2", 2, false),
    ("United Kingdom D", "1", 2, false),
    ("Commission President", "1", 2, true),
    ("Inter-Parliamentary Alliance on B", "", 3, false),
    ("Seven indicted nationals", "", 3, false),
    ("Justice Department C", "1", 3, false),
    ("Treasury C", "", 3, false),
    ("State C", "", 3, false),
];

/// From, to, words, weight, whether a tie of office.
const TIES: [(usize, usize, &str, u32, bool); 39] = [
    (1, 6, "accuses", 4, false),
    (0, 7, "condemns", 4, false),
    (0, 6, "accuses", 3, false),
    (1, 7, "calls on", 2, false),
    (2, 9, "summons", 4, false),
    (9, 0, "denies", 4, false),
    (9, 1, "rejects", 1, false),
    (4, 6, "attributes", 2, false),
    (12, 0, "stands with", 3, false),
    (12, 7, "", 2, false),
    (14, 0, "stands with", 2, false),
    (14, 7, "", 1, false),
    (15, 7, "calls on", 4, false),
    (15, 7, "condemns", 3, false),
    (15, 0, "", 1, false),
    (16, 6, "condemns", 2, false),
    (16, 7, "calls on", 2, false),
    (16, 0, "", 1, false),
    (17, 6, "condemns", 2, false),
    (18, 0, "stands with", 1, false),
    (13, 0, "", 1, false),
    (11, 0, "denies", 2, false),
    (6, 8, "attributed to", 3, false),
    (10, 8, "part of", 1, true),
    (8, 7, "part of", 1, true),
    (9, 7, "mission of", 1, true),
    (11, 7, "part of", 1, true),
    (6, 1, "targeted", 3, false),
    (6, 3, "targeted", 1, false),
    (6, 19, "targeted", 1, false),
    (22, 6, "sanctioned", 1, false),
    (21, 20, "indicted", 1, false),
    (20, 6, "member of", 1, true),
    (2, 1, "speaks for", 1, true),
    (1, 0, "part of", 1, true),
    (13, 12, "speaks for", 1, true),
    (15, 14, "speaks for", 1, true),
    (21, 23, "part of", 1, true),
    (22, 23, "part of", 1, true),
];

/// The graph.
pub fn incident() -> Graph {
    Graph {
        nodes: NODES
            .iter()
            .map(|&(label, badge, camp, round)| Node {
                label: label.into(),
                badge: badge.into(),
                camp: Some(camp),
                round,
            })
            .collect(),
        ties: TIES
            .iter()
            .map(|&(from, to, label, weight, minor)| Tie {
                from,
                to,
                label: label.into(),
                weight,
                minor,
            })
            .collect(),
        camps: CAMPS
            .iter()
            .map(|&title| Camp {
                title: title.into(),
            })
            .collect(),
    }
}
