//! Seeded graphs in the shapes news has, with plainly fictional names.

use actor_map::layout::{Camp, Graph, Node, Tie};

/// A small generator of its own: tests must not lean on the engine's.
pub struct Dice(u64);

impl Dice {
    /// The dice for a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// 0 to `sides - 1`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % sides.max(1)
    }
}

/// A shape of story.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One in the middle, the others around.
    Hub,
    /// Two camps and some who deal with both.
    Brokers,
    /// One after the other.
    Chain,
    /// Who owns whom.
    Tree,
    /// All speak to one.
    ManyToOne,
    /// No pattern.
    Random,
}

/// Every shape.
pub const SHAPES: [Shape; 6] = [
    Shape::Hub,
    Shape::Brokers,
    Shape::Chain,
    Shape::Tree,
    Shape::ManyToOne,
    Shape::Random,
];

const WORDS: [&str; 16] = [
    "Ministry",
    "of",
    "Foreign",
    "Affairs",
    "Example",
    "Daily",
    "Commission",
    "for",
    "the",
    "Parliamentary",
    "Agency",
    "North",
    "Department",
    "Bank",
    "Union",
    "Wirtschaftsprüfungsgesellschaft",
];

/// A graph of this shape with `n` nodes.
pub fn news(shape: Shape, n: usize, seed: u64) -> Graph {
    let mut dice = Dice::new(seed * 31 + n as u64);
    let camps = dice.roll(5);
    let nodes: Vec<Node> = (0..n)
        .map(|i| {
            // Mostly short names; the long word is rare.
            let words: Vec<&str> = (0..1 + dice.roll(7).min(dice.roll(7)))
                .map(|_| {
                    if dice.roll(12) == 0 {
                        WORDS[15]
                    } else {
                        WORDS[dice.roll(15)]
                    }
                })
                .collect();
            let camp = match shape {
                Shape::Brokers => Some(if i < n / 5 { 2 } else { i % 2 }),
                _ if dice.roll(6) == 0 => None,
                _ => Some(dice.roll(camps.max(1))),
            };
            Node {
                label: format!("{} {}", words.join(" "), (b'A' + (i % 26) as u8) as char),
                badge: if dice.roll(2) == 0 {
                    dice.roll(30).to_string()
                } else {
                    String::new()
                },
                camp,
                round: dice.roll(3) == 0,
            }
        })
        .collect();
    let mut ties = Vec::new();
    let mut tie = |from: usize, to: usize, dice: &mut Dice| {
        ties.push(Tie {
            from,
            to,
            label: ["", "accuses", "stands with", "part of"][dice.roll(4)].into(),
            weight: dice.roll(5) as u32,
            minor: dice.roll(4) == 0,
        });
    };
    for i in 1..n {
        match shape {
            Shape::Hub => {
                let (from, to) = if dice.roll(3) == 0 { (0, i) } else { (i, 0) };
                tie(from, to, &mut dice);
            }
            Shape::Brokers => {
                let other = dice.roll(n);
                tie(
                    i,
                    if i < n / 5 {
                        other
                    } else {
                        dice.roll((n / 5).max(1))
                    },
                    &mut dice,
                );
            }
            Shape::Chain => tie(i - 1, i, &mut dice),
            Shape::Tree => tie(i, (i - 1) / 2, &mut dice),
            Shape::ManyToOne => tie(i, n / 2, &mut dice),
            Shape::Random => tie(i, dice.roll(n), &mut dice),
        }
    }
    for _ in 0..n / 3 {
        let (from, to) = (dice.roll(n), dice.roll(n));
        tie(from, to, &mut dice);
    }
    let camps = if matches!(shape, Shape::Brokers) {
        3
    } else {
        camps
    };
    Graph {
        nodes,
        ties,
        camps: (0..camps)
            .map(|i| Camp {
                title: ["First camp", "Those who answered", "", "Background"][i % 4].into(),
            })
            .collect(),
    }
}

/// The same graph with its nodes and ties in another order.
pub fn shuffled(graph: &Graph, seed: u64) -> Graph {
    let mut dice = Dice::new(seed);
    let mut place: Vec<usize> = (0..graph.nodes.len()).collect();
    for i in (1..place.len()).rev() {
        place.swap(i, dice.roll(i + 1));
    }
    let mut nodes = graph.nodes.clone();
    for (old, &new) in place.iter().enumerate() {
        nodes[new] = graph.nodes[old].clone();
    }
    let mut ties: Vec<Tie> = graph
        .ties
        .iter()
        .map(|tie| Tie {
            from: place[tie.from],
            to: place[tie.to],
            ..tie.clone()
        })
        .collect();
    for i in (1..ties.len()).rev() {
        ties.swap(i, dice.roll(i + 1));
    }
    Graph {
        nodes,
        ties,
        camps: graph.camps.clone(),
    }
}

/// The same graph with every name half as long again: its first half is said twice.
pub fn longer(graph: &Graph) -> Graph {
    let mut graph = graph.clone();
    for node in &mut graph.nodes {
        let half: String = node
            .label
            .chars()
            .take(node.label.chars().count().div_ceil(2))
            .collect();
        node.label = format!("{} {}", node.label, half.trim());
    }
    graph
}

/// The same graph without every fifth node and its ties.
pub fn thinned(graph: &Graph) -> Graph {
    let keep = |node: usize| node % 5 != 4;
    let new = |node: usize| node - node / 5;
    Graph {
        nodes: graph
            .nodes
            .iter()
            .enumerate()
            .filter(|(i, _)| keep(*i))
            .map(|(_, node)| node.clone())
            .collect(),
        ties: graph
            .ties
            .iter()
            .filter(|tie| keep(tie.from) && keep(tie.to))
            .map(|tie| Tie {
                from: new(tie.from),
                to: new(tie.to),
                ..tie.clone()
            })
            .collect(),
        camps: graph.camps.clone(),
    }
}
