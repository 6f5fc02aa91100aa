//! What changed between two versions of an incident, in an editor's words.

mod compare;
mod correct;
mod looks;
mod lost;
mod renamed;
mod shown;
mod wording;

pub use compare::{Change, compare};
pub use correct::{Correcting, with_correction};
pub use lost::lost;
pub use shown::shown;
