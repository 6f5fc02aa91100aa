//! Edits of the base file beside those of `rows`: other ways to break a rule, and what only looks like a breach.

mod breaches;
mod sound;

pub use breaches::{WAYS, Way};
pub use sound::{SOUND, Sound};

use crate::edits::Edit::{self, Replace};

/// The reports of the denial, and one that quotes it in part.
pub const DENIAL: &str = "{ \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"We did not.\" },\n        { \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"State C rejects the ministry’s charge.\" }";

/// The denial without what it says that it answers: how it begins, and the claim's end that names it.
pub const DENIES: &str = "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"],\n      \"about\": [\"a-accuses\"],\n      \"date\": \"2030-05-03\"";
pub const UNDISPUTED: Edit<'_> = Replace(
    "\"status\": \"disputed\", \"asserted_by\": [\"a-accuses\"], \"disputed_by\": [\"c-denies\"]",
    "\"status\": \"alleged\", \"asserted_by\": [\"a-accuses\"]",
);
