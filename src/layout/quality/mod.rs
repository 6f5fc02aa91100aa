//! How good a picture is: the promises, and the measures that the literature on graph drawing defines.
//!
//! - [`audit()`] (`audit`) counts what is broken of the layout's promises in a [`Scene`](super::Scene);
//! - [`measure`] (`measures`) scores any [`Drawing`] (`drawing`), ours or another library's, all by one scorer.
//!
//! Nothing of this is in the WebAssembly module: the widget lays out, the tests and the benchmark judge.
//!
//! | measure | module |
//! |---|---|
//! | Kruskal stress, neighbourhood preservation | `distances` on `hops` |
//! | crossings, crossing angle | `crossings` |
//! | angular resolution, tie-length deviation, node–tie occlusion | `ties` |
//! | label overlaps, ties through labels, clipped labels, fill | `labels` |

mod audit;
mod crossings;
mod distances;
mod drawing;
mod hops;
mod labels;
mod measures;
mod ties;

pub use audit::{Audit, BOX_GAP_PX, COURSE_PX, HEAD_PX, TARGET_PX, TIE_CLEARANCE_PX, audit};
pub use distances::stress;
pub use drawing::{Drawing, Line, Words};
pub use measures::{Measures, measure};
