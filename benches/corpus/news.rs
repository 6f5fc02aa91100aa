//! Graphs in the shapes that news has, seeded.

use actor_map::layout::{Camp, Graph, Node, Tie};

use super::names::name;

/// Seeded dice of their own: the corpus must not lean on the engine's. Xorshift64 (Marsaglia 2003).
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
        ((self.0 >> 16) % sides.max(1) as u64) as usize
    }
}

/// A shape of story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// One in the middle that all deal with.
    Hub,
    /// Two camps and some who deal with both.
    Brokers,
    /// Who owns whom.
    Ownership,
    /// Each accuses the next.
    Accusations,
    /// Many speak to a few.
    ManyToOne,
}

/// Every shape.
pub const SHAPES: [Shape; 5] = [
    Shape::Hub,
    Shape::Brokers,
    Shape::Ownership,
    Shape::Accusations,
    Shape::ManyToOne,
];

impl Shape {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hub => "hub",
            Self::Brokers => "brokers",
            Self::Ownership => "ownership",
            Self::Accusations => "accusations",
            Self::ManyToOne => "many-to-one",
        }
    }

    /// How many camps there are, and which one an actor of `n` is in.
    fn camp(self, index: usize, n: usize, dice: &mut Dice) -> (usize, Option<usize>) {
        match self {
            Self::Hub => (2, (index > 0).then(|| usize::from(dice.roll(3) == 0))),
            Self::Brokers => (2, (index >= n.div_ceil(8)).then_some(index % 2)),
            Self::Ownership => (0, None),
            Self::Accusations => (3, Some(index * 3 / n)),
            Self::ManyToOne => (2, Some(usize::from(index >= n.div_ceil(10)))),
        }
    }

    /// Whom an actor (never the first) is tied to for certain.
    fn first_tie(self, index: usize, n: usize, dice: &mut Dice) -> usize {
        match self {
            Self::Hub => 0,
            Self::Brokers => {
                let brokers = n.div_ceil(8);
                if index < brokers {
                    index - 1
                } else {
                    dice.roll(brokers)
                }
            }
            Self::Ownership => (index - 1) / 3,
            Self::Accusations => index - 1,
            Self::ManyToOne => dice.roll(n.div_ceil(10)).min(index - 1),
        }
    }

    /// Whom an actor may be tied to besides: mostly its like.
    fn other_tie(self, index: usize, n: usize, dice: &mut Dice) -> usize {
        match self {
            Self::Brokers => (index + 2 * (1 + dice.roll(4))) % n,
            Self::Accusations => (index + 1 + dice.roll(5)) % n,
            Self::Ownership | Self::Hub => (index + 1 + dice.roll(3)) % n,
            Self::ManyToOne => dice.roll(n),
        }
    }
}

/// A story of this shape with `n` actors and some 1.6 `n` ties, as many of them reciprocal as news has.
pub fn news(shape: Shape, n: usize, seed: u64) -> Graph {
    let mut dice = Dice::new(seed * 1009 + n as u64 * 31 + shape as u64);
    let mut graph = Graph::default();
    let mut camps = 0;
    for index in 0..n {
        let (count, camp) = shape.camp(index, n, &mut dice);
        camps = count;
        graph.nodes.push(Node {
            label: name(index, &mut dice),
            badge: [String::new(), (1 + dice.roll(12)).to_string()][dice.roll(2)].clone(),
            camp,
            round: dice.roll(4) == 0,
        });
    }
    let titles = ["Those accused", "Those who answered", "Older story"];
    graph.camps = titles
        .iter()
        .take(camps)
        .map(|&title| Camp {
            title: title.into(),
        })
        .collect();
    for index in 1..n {
        let other = shape.first_tie(index, n, &mut dice);
        tie(&mut graph, index, other, &mut dice);
    }
    for _ in 0..n * 3 / 5 {
        let index = dice.roll(n);
        let other = if dice.roll(6) == 0 {
            // An answer to a tie there is.
            let known = &graph.ties[dice.roll(graph.ties.len())];
            let (from, to) = (known.to, known.from);
            tie(&mut graph, from, to, &mut dice);
            continue;
        } else {
            shape.other_tie(index, n, &mut dice)
        };
        if other != index {
            tie(&mut graph, index, other, &mut dice);
        }
    }
    graph
}

/// An affair of `n` actors, as large files are: stories of 8 to 60 actors in every shape, each with some actors who are
/// in an earlier story too. No camps.
pub fn affair(n: usize, seed: u64) -> Graph {
    let mut dice = Dice::new(seed * 31 + n as u64);
    let mut all = Graph::default();
    while all.nodes.len() < n {
        let begin = all.nodes.len();
        let size = (8 + dice.roll(53)).min(n - begin);
        let shape = SHAPES[dice.roll(SHAPES.len())];
        let story = news(shape, size, seed + begin as u64);
        let nodes = story.nodes.into_iter();
        all.nodes
            .extend(nodes.map(|node| Node { camp: None, ..node }));
        let ties = story.ties.into_iter();
        all.ties.extend(ties.map(|tie| Tie {
            from: tie.from + begin,
            to: tie.to + begin,
            ..tie
        }));
        if begin > 0 {
            for _ in 0..=dice.roll(3) {
                // Mostly with a recent one.
                let back = dice.roll(begin).min(dice.roll(begin)).min(dice.roll(begin));
                let from = begin + dice.roll(size);
                tie(&mut all, from, begin - 1 - back, &mut dice);
            }
        }
    }
    all
}

fn tie(graph: &mut Graph, from: usize, to: usize, dice: &mut Dice) {
    let words = ["", "accuses", "stands with", "part of", "обвиняет", "否认"];
    graph.ties.push(Tie {
        from,
        to,
        label: words[dice.roll(words.len())].into(),
        weight: dice.roll(5) as u32,
        minor: dice.roll(4) == 0,
    });
}
