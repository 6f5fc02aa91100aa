//! What changed between two versions of an incident, in an editor's words.
//!
//! - `compare` – finds the changes; `renamed` knows records that only have another id, `looks` differences that nobody sees,
//!   `wording` marks which words of a text changed, `shown` takes of a version with errors what readers were shown;
//! - `correct` – writes a correction into the file;
//! - `lost` – what would be lost if one version took the place of the other.

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
