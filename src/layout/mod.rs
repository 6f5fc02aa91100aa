//! Layout: from a graph of labels to a [`Scene`] for one width.
//!
//! Pure and seeded: the same graph, metrics, width and seed give the same bits natively and in WebAssembly
//! (only `+ - * /` and `sqrt` on `f64`, integer random numbers, no hash order, no clock).
//!
//! A [`Graph`] says what is to be drawn and knows nothing of incidents; a [`Scene`] (`scene`) says where everything
//! stands, in CSS px from the map's upper left corner, and knows nothing of Leptos or SVG.
//!
//! ```text
//! Graph ─▶ form: names or numbers ─▶ draft: label boxes ─▶ floorplans ─▶ placements, searched ─▶ paint: routes ─▶ courses ─▶ tie labels ─▶ Scene
//! ```
//!
//! The entrance is [`layout`] (`compose`), which keeps the best of several scenes, and [`refit()`] for the same arrangement at
//! another width; [`quality::audit`] measures a scene against the promises, from the scene alone, and
//! [`quality::measure`] scores any library's drawing. The rooms behind it:
//!
//! | step | modules |
//! |---|---|
//! | names or numbers | [`form`], before anything is placed |
//! | measuring | [`metrics`] and its table `advances`, `wrap` at `breaks` (by `break_class` and `letters`), `upper`, `label_box`, `spacing` |
//! | territories | `groups`, `territories` (every floorplan), `survey` (what each is worth) |
//! | placement | `draft` (which placements are searched, how long), `start` (`stress`, `seats`), `place` (the search), `rows`, `separate`, `energy` |
//! | routing | `route` and `astar`, on `ports`, `sights`, `visibility`, by `price`; `traffic` keeps ties apart, `untangle` has them change places, `slide` moves them off one another |
//! | drawing | `paint`, [`course`] (curves, arrowheads), `tie_label`, [`path`](px) |
//! | another width | `arrangement` (what of a scene can be kept), `refit` |
//! | publishing | `polish` (bettered as readers see it), `replay` (made again from its [`places`]) |
//! | judging | `tangle`, [`quality`] |
//! | thousands of actors | [`large`], a layout of dots with an entrance of its own |
//! | tools | [`geometry`], `index`, `rng`, `effort`, `height` |
//!
//! # What is made least
//!
//! Five costs decide one after the other, each by weights of its own in a unit of its own: four of them have a `CROSSING`, and
//! none says anything of another.
//!
//! | phase | function | constants | 1 is | what it decides |
//! |---|---|---|---|---|
//! | floorplans | `Survey::judge` | head of `survey` | a px of height that it is too low | which floorplans are searched; of a plan and its mirror images, which one |
//! | placement | `Energy::change` | head of `energy` | about 9 px of a tie | each step of the search, which trials go on to the next round, which placements are painted |
//! | routing | `cost_among` and `find`, by `Router::piece_cost` | heads of `price`, `route`, `traffic` | a px of way | each tie's way, whether two change places, and where one slides to |
//! | scene | `score` | above it, in `compose` | a third of a px of height over the target | which painted placement is kept, and whether all is tried again |
//! | seed | `cost` in `src/view/edition/bands.rs` | above it | a px of height | which of several seeds is published, and each step of `polish`; native only |
//!
//! Smaller ones are where they are used: straight crossings of a start (`start`), faults after which an arrangement is given up
//! (`faults`), what a line break costs (`wrap`). A height over the target counts as `Height::excess` has it in three of the five.

mod advances;
mod arrangement;
mod astar;
mod break_class;
mod breaks;
mod compose;
pub mod course;
mod draft;
mod effort;
mod energy;
pub mod form;
pub mod geometry;
mod groups;
mod height;
mod index;
mod label_box;
pub mod large;
mod letters;
pub mod metrics;
mod paint;
mod path;
mod place;
#[cfg(feature = "cli")]
mod polish;
mod ports;
mod price;
pub mod quality;
mod refit;
mod replay;
mod rng;
mod route;
mod rows;
pub mod scene;
mod seats;
mod separate;
mod sights;
mod slide;
mod spacing;
mod start;
mod stress;
mod survey;
mod tangle;
mod territories;
mod tie_label;
mod traffic;
mod untangle;
mod upper;
mod visibility;
mod wrap;

pub use compose::{layout, layout_in_pieces, positions, replay_in_pieces, with_names};
pub use geometry::{Point, Rect};
pub use metrics::text_width;
pub use path::px;
#[cfg(feature = "cli")]
pub use polish::polish;
pub use refit::{refit, relayout_in_pieces};
pub use replay::places;
pub use scene::{CampBox, NodeBox, Scene, TextLine, TieLabel, TiePath};
pub use wrap::wrap;

/// For what a graph is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The map's width in CSS px; kept within [`MIN_WIDTH`] and [`MAX_WIDTH`], and not a number counts as the least.
    pub width: f64,
    /// Another seed, another of the good pictures; the same seed, the same bits.
    pub seed: u32,
    /// How long good places are looked for.
    pub search: Search,
}

impl Options {
    /// A map that somebody waits for: a [quick](Search::Quick) search.
    pub fn new(width: f64, seed: u32) -> Self {
        Self {
            width,
            seed,
            search: Search::Quick,
        }
    }

    /// A map that is published: a [thorough](Search::Thorough) search. Whoever takes an edition's map over makes it anew from
    /// these and from its [`places`], if it has any, to the last bit.
    pub fn published(width: f64, seed: u32) -> Self {
        Self {
            search: Search::Thorough,
            ..Self::new(width, seed)
        }
    }
}

/// How long a layout looks for good places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Search {
    /// For a page that somebody waits for.
    #[default]
    Quick,
    /// For publishing: eight times the steps, and ties that are drawn rerouted whatever their number. Takes up to three times
    /// as long.
    Thorough,
}

/// The narrowest map, in CSS px.
pub const MIN_WIDTH: f64 = 280.0;
/// The widest map, in CSS px.
pub const MAX_WIDTH: f64 = 1600.0;

impl Default for Options {
    /// 640 px, seed 1, a quick search.
    fn default() -> Self {
        Self::new(640.0, 1)
    }
}

/// What is to be laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Boxes with a label.
    pub nodes: Vec<Node>,
    /// Directed ties between two boxes.
    pub ties: Vec<Tie>,
    /// Groups of boxes that stay together, apart from the others.
    pub camps: Vec<Camp>,
}

/// A box with a label.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// The name, to be wrapped; never shortened.
    pub label: String,
    /// What stands in the round badge behind the name ("5"); empty for no badge.
    pub badge: String,
    /// Index into [`Graph::camps`]; out of range counts as none.
    pub camp: Option<usize>,
    /// Whether the box has fully rounded ends (a person) and so needs more room at the sides.
    pub round: bool,
}

/// A directed tie.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tie {
    /// Index into [`Graph::nodes`] where it starts; a tie with an index out of range is not drawn.
    pub from: usize,
    /// Index into [`Graph::nodes`] where its arrowhead is.
    pub to: usize,
    /// Words that may stand on it where there is room; empty for none.
    pub label: String,
    /// Higher has its words set first where room is short; it decides nothing else.
    pub weight: u32,
    /// Whether it is a tie of office, and not a reaction or a claim: its ends are kept nearer to each other. A new kind of
    /// relation that says where somebody belongs sets this; one that says what somebody did does not.
    pub minor: bool,
}

/// A group of nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Camp {
    /// What stands over it; empty for no title.
    pub title: String,
}
