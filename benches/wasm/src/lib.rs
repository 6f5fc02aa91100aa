//! The layout of small maps for JavaScript, and nothing else of the widget: what `cargo xtask bench layout` times in the
//! browser, beside the other libraries. Allocator and memory are those of the widget's module.

mod wire;

use actor_map::layout::{Graph, Options, Scene, layout, positions, refit};
use wasm_bindgen::prelude::wasm_bindgen;
use wire::Wire;

/// As in the main module.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A graph to be laid out for one width.
#[wasm_bindgen]
pub struct Case {
    graph: Graph,
    options: Options,
    placed: Scene,
    scene: Scene,
    fitted: Option<Scene>,
}

#[wasm_bindgen]
impl Case {
    /// Reads a graph, a [`Wire`] as JSON; `width` is the map's, in CSS px.
    ///
    /// # Errors
    /// When the text is no such graph.
    #[wasm_bindgen(constructor)]
    pub fn new(graph: &str, width: f64, seed: u32) -> Result<Self, String> {
        let wire: Wire = serde_json::from_str(graph).map_err(|error| error.to_string())?;
        Ok(Self {
            graph: wire.into(),
            options: Options::new(width, seed),
            placed: Scene::default(),
            scene: Scene::default(),
            fitted: None,
        })
    }

    /// Finds where its boxes stand, without a tie routed: the only thing to be timed.
    pub fn place(&mut self) {
        self.placed = positions(&self.graph, &self.options);
    }

    /// Lays it out: the only thing to be timed.
    pub fn lay(&mut self) {
        self.scene = layout(&self.graph, &self.options);
    }

    /// Has the same arrangement at another width, in CSS px: the only thing to be timed.
    pub fn refit(&mut self, width: f64) {
        self.fitted = refit(&self.graph, &self.scene, width);
    }

    /// The digest of the latest places, as 16 hexadecimal digits: JavaScript's numbers do not hold it.
    pub fn places(&self) -> String {
        hexadecimal(&self.placed)
    }

    /// That of the latest scene.
    pub fn digest(&self) -> String {
        hexadecimal(&self.scene)
    }

    /// That of the latest refit; empty where the arrangement does not go on.
    pub fn fitted(&self) -> String {
        self.fitted.as_ref().map_or_else(String::new, hexadecimal)
    }
}

fn hexadecimal(scene: &Scene) -> String {
    format!("{:016x}", scene.digest())
}
