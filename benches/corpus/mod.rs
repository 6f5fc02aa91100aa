//! The corpus that the layout is tested and measured on: public graphs, and news shapes from a seeded generator.
//!
//! Public graphs are in this folder, with their sources (`public.py` wrote them). The generated ones have plainly
//! fictional names, long and in many scripts, as news has them.

mod names;
mod news;

use actor_map::layout::{Camp, Graph, Node, Tie};

pub use news::{SHAPES, Shape, affair, news};

/// The public graphs, smallest first: name and text.
const PUBLIC: [(&str, &str); 5] = [
    ("kite", include_str!("kite.tsv")),
    ("florentine", include_str!("florentine.tsv")),
    ("davis", include_str!("davis.tsv")),
    ("karate", include_str!("karate.tsv")),
    ("les-miserables", include_str!("les-miserables.tsv")),
];

/// The sizes of generated graphs up to which every promise holds.
const SIZES: [usize; 6] = [5, 10, 17, 25, 40, 60];

/// A graph with the name it has in tables.
pub struct Named {
    /// "karate", "brokers-60", …
    pub name: String,
    /// The graph.
    pub graph: Graph,
}

/// Every public graph.
pub fn public() -> Vec<Named> {
    let read = |&(name, text): &(&str, &str)| Named {
        name: name.into(),
        graph: read(text),
    };
    PUBLIC.iter().map(read).collect()
}

/// Every shape of news in every size up to 60 actors, the small ones first.
pub fn generated() -> Vec<Named> {
    let mut all = Vec::new();
    for n in SIZES {
        for shape in SHAPES {
            all.push(Named {
                name: format!("{}-{n}", shape.name()),
                graph: news(shape, n, 1),
            });
        }
    }
    all
}

/// Graphs of many actors, by size and name: an affair of many stories, and the shapes of news that grow without
/// becoming another thing (an accusation chain of thousands is a line, a hub of thousands a disc).
pub fn large(n: usize) -> Vec<Named> {
    let shape = |shape: Shape| Named {
        name: format!("{}-{n}", shape.name()),
        graph: news(shape, n, 1),
    };
    vec![
        Named {
            name: format!("affair-{n}"),
            graph: affair(n, 1),
        },
        shape(Shape::Ownership),
        shape(Shape::Brokers),
        shape(Shape::Accusations),
    ]
}

/// Reads a graph of this folder; `public.py` says in which form.
fn read(text: &str) -> Graph {
    let mut graph = Graph::default();
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match fields.as_slice() {
            ["node", label, camp] => {
                let camp = (!camp.is_empty()).then(|| camp_of(&mut graph, camp));
                graph.nodes.push(Node {
                    label: (*label).into(),
                    camp,
                    ..Node::default()
                });
            }
            ["tie", from, to] => graph.ties.push(Tie {
                from: from.parse().unwrap(),
                to: to.parse().unwrap(),
                ..Tie::default()
            }),
            _ => assert!(line.starts_with('#'), "{line:?}"),
        }
    }
    graph
}

fn camp_of(graph: &mut Graph, title: &str) -> usize {
    let known = graph.camps.iter().position(|camp| camp.title == title);
    known.unwrap_or_else(|| {
        graph.camps.push(Camp {
            title: title.into(),
        });
        graph.camps.len() - 1
    })
}
