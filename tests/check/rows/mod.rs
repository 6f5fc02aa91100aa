//! For every rule an edit of `base/incident.json` that breaks just it. The sign ▶ in an edit stands where the finding
//! must point, and is not part of the file. A row stands in the file of its rule's group.

mod editorial;
mod quotations;
mod structure;
mod waivers;

use crate::edits::Edit::{self, Append};

/// How a rule is broken.
pub struct Row {
    /// The rule's id.
    pub rule: &'static str,
    /// What breaks it.
    pub edits: &'static [Edit<'static>],
    /// Which other rules this cannot but break.
    pub also: &'static [&'static str],
}

/// The last actor denies what it is accused of.
pub const E_DENIES: Edit<'_> = Append(
    "statements",
    r#"{ "id": "e-denies", "speaker": "bystander-e", "stance": ["deny"], "about": ["a-accuses"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. denies it." }] }"#,
);
/// An editor has signed for the last actor.
pub const E_SIGNED: Edit<'_> = Append(
    "sign_offs",
    r#"{ "record": "bystander-e", "by": "duty editor", "date": "2030-05-03" }"#,
);

/// The rows of all groups.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    [
        structure::ROWS,
        quotations::ROWS,
        editorial::ROWS,
        waivers::ROWS,
    ]
    .into_iter()
    .flatten()
}
