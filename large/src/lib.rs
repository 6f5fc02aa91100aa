//! [`actor_map::layout::large`] for JavaScript: the module that `embed/large-worker.js` fetches for incidents of more
//! actors, or more ties, than fit on a map with names. A module of its own, so that nobody else downloads it, and built for speed.

use actor_map::layout::large::{Chart, Plotter};
use wasm_bindgen::prelude::wasm_bindgen;

/// As in the main module: less code than the standard library's allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A layout under way.
#[wasm_bindgen]
pub struct Plot(Plotter);

#[wasm_bindgen]
impl Plot {
    /// Prepares a layout of `nodes` actors; `ties` holds pairs of their indexes one after another, `aspect` is the
    /// room's width over its height.
    #[wasm_bindgen(constructor)]
    pub fn new(nodes: usize, ties: &[u32], aspect: f64, seed: u32) -> Self {
        let pairs = ties.chunks_exact(2).filter_map(|pair| match pair {
            [one, other] => Some((*one, *other)),
            _ => None,
        });
        Self(Plotter::new(
            nodes,
            &pairs.collect::<Vec<_>>(),
            aspect,
            seed,
        ))
    }

    /// Does one round, some milliseconds of work; false if nothing is left to do.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// The finished layout, in px: width, height, then each actor's x and y.
    pub fn points(self) -> Vec<f64> {
        let Chart {
            points,
            width,
            height,
        } = self.0.chart();
        let points = points.into_iter().flat_map(|point| [point.x, point.y]);
        [width, height].into_iter().chain(points).collect()
    }
}
