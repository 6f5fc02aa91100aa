//! The layout of large graphs: thousands of actors as dots, for a map that is panned and zoomed.
//!
//! Beyond some hundred actors names cannot all stand on a map, and boxes with routed ties cost too much. What is placed
//! here are points; names are put on them as room allows by whoever paints. Pure and seeded like the layout of small
//! maps: only `+ - * /` and `sqrt` on `f64`, integer random numbers, the same bits natively and in WebAssembly.
//!
//! ```text
//! ties ─▶ web (simple graph, components) ─▶ full or sparse stress, per component ─▶ turn ─▶ part ─▶ pack ─▶ Chart
//! ```
//!
//! | step | module | after | cost for `n` actors, `m` ties |
//! |---|---|---|---|
//! | components, numbers of steps | `web` | breadth first | `n + m` each |
//! | stress up to [`FULL_UP_TO`] actors | `full` | Zheng, Pawar, Goodman 2018 | `n·m` once, `n²` a round; `2n²` bytes |
//! | stress beyond | `sparse` | Ortmann, Klimenta, Brandes 2016 | `k·m` once, `k·n + m` a round; `2k·n` bytes, `k` pivots |
//! | annealing | `schedule` | Zheng et al. 2018 | |
//! | the long side lies along the room's | `turn` | principal axes (Pearson 1901) | `n` |
//! | dots apart | `part` | pairwise projection on a grid | `n` a round |
//! | components beside each other | `pack` | shelves | `n log n` |
//!
//! Limits: numbers of steps are kept in 16 bits (longer chains count as 65,535 steps); camps are not kept together.

mod full;
mod pack;
mod part;
mod schedule;
mod sparse;
mod turn;
mod web;

use super::geometry::Point;
use super::index::{at, put};
use super::rng::Rng;
use full::Full;
use sparse::Sparse;
use web::Web;

/// The least distance of two dots' centres, in px of a [`Chart`].
pub const DOT_GAP_PX: f64 = 10.0;

/// Up to so many actors a component is laid out with every pair of them, beyond with pivots.
pub const FULL_UP_TO: usize = 1500;

/// Where every actor stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// One point per actor, in px from the upper left corner; every two at least [`DOT_GAP_PX`] apart.
    pub points: Vec<Point>,
    /// The width that the points take, with half a gap around them.
    pub width: f64,
    /// The height that they take.
    pub height: f64,
}

impl Chart {
    /// A number that is the same for two charts only if they are equal to the last bit (FNV-1a, 64 bits).
    pub fn digest(&self) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let ends = [self.width, self.height];
        let points = self.points.iter().flat_map(|point| [point.x, point.y]);
        for number in ends.into_iter().chain(points) {
            for byte in number.to_bits().to_le_bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        hash
    }
}

/// Lays a large graph out in one go: `nodes` actors, `ties` as pairs of their indexes.
///
/// Directions, repeated ties, ties of an actor with itself and indexes out of range do not matter. `aspect` is the
/// room's width over its height; what is no such number counts as 1.
pub fn large(nodes: usize, ties: &[(u32, u32)], aspect: f64, seed: u32) -> Chart {
    let mut plotter = Plotter::new(nodes, ties, aspect, seed);
    while plotter.step() {}
    plotter.chart()
}

/// Where stress alone puts every actor, in steps between two that are tied: the descent of [`large`] and nothing after it.
///
/// Dots lie as near each other as they come, and components over one another. It is what other layouts' stress is
/// compared with; the arguments are those of [`large`].
pub fn plain(nodes: usize, ties: &[(u32, u32)], seed: u32) -> Vec<Point> {
    let mut plotter = Plotter::new(nodes, ties, 1.0, seed);
    while plotter.step() {}
    plotter.seated()
}

/// A layout that is made round by round, for hosts that must answer in between.
pub struct Plotter {
    aspect: f64,
    /// The graph's components, the largest first, as indexes into it.
    components: Vec<Vec<u32>>,
    webs: Vec<Web>,
    /// Those that are finished, in steps between actors.
    placed: Vec<Vec<Point>>,
    current: Option<Solver>,
    rng: Rng,
    nodes: usize,
}

/// A component's layout under way.
enum Solver {
    Full(Full),
    Sparse(Sparse),
}

impl Plotter {
    /// Prepares a layout; the arguments are those of [`large`].
    pub fn new(nodes: usize, ties: &[(u32, u32)], aspect: f64, seed: u32) -> Self {
        let web = Web::new(nodes, ties);
        let components = web.components();
        let mut places = Vec::new();
        let webs = components
            .iter()
            .map(|component| web.part(component, &mut places))
            .collect();
        let is_ratio = aspect.is_finite() && aspect > 0.0;
        Self {
            aspect: if is_ratio { aspect } else { 1.0 },
            components,
            webs,
            placed: Vec::new(),
            current: None,
            rng: Rng::new(seed),
            nodes,
        }
    }

    /// Does one round; false if nothing is left to do.
    pub fn step(&mut self) -> bool {
        let Some(web) = self.webs.get(self.placed.len()) else {
            return false;
        };
        let rng = &mut self.rng;
        let solver = self.current.get_or_insert_with(|| {
            if web.len() <= FULL_UP_TO {
                Solver::Full(Full::new(web, rng))
            } else {
                Solver::Sparse(Sparse::new(web, rng))
            }
        });
        let goes_on = match solver {
            Solver::Full(full) => full.round(rng),
            Solver::Sparse(sparse) => sparse.round(web, rng),
        };
        if !goes_on && let Some(solver) = self.current.take() {
            self.placed.push(match solver {
                Solver::Full(full) => full.points(),
                Solver::Sparse(sparse) => sparse.points(),
            });
        }
        self.placed.len() < self.webs.len()
    }

    /// The finished chart; before the last round, of the components that are finished.
    pub fn chart(mut self) -> Chart {
        for points in &mut self.placed {
            turn::turn(points, self.aspect);
        }
        part::scale(&mut self.placed);
        for points in &mut self.placed {
            part::part(points);
        }
        let (width, height) = pack::pack(&mut self.placed, self.aspect);
        Chart {
            points: self.seated(),
            width,
            height,
        }
    }

    /// The point of every actor, from those of the components.
    fn seated(&self) -> Vec<Point> {
        let mut all = vec![Point::default(); self.nodes];
        for (component, points) in self.components.iter().zip(&self.placed) {
            for (place, &node) in component.iter().enumerate() {
                put(&mut all, node as usize, at(points, place));
            }
        }
        all
    }
}

/// A random order of `0..len`: Fisher and Yates 1938.
fn shuffled(len: usize, rng: &mut Rng) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    for last in (1..len).rev() {
        order.swap(last, rng.below(last + 1));
    }
    order
}
