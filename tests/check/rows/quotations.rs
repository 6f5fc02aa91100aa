//! Rows of whether quotations stand in the saved texts of their sources.

use super::Row;
use crate::edits::Edit::{Append, Replace};

pub const ROWS: &[Row] = &[
    Row {
        rule: "quote-not-found",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": ▶\"We never did.\"",
        )],
        also: &[],
    },
    Row {
        rule: "context-not-found",
        edits: &[Replace(
            "\"prefix\": \"The ministry said: “\"",
            "\"prefix\": ▶\"The minister said: “\"",
        )],
        also: &[],
    },
    Row {
        rule: "unmarked-quote",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": ▶\"did not\"",
        )],
        also: &[],
    },
    Row {
        rule: "no-source-text",
        edits: &[
            Append(
                "sources",
                r#"▶{ "id": "unsaved", "publisher": "Example Weekly" }"#,
            ),
            Replace(
                "\"source\": \"gazette\", \"directness\": \"mixed\"",
                "\"source\": \"unsaved\", \"directness\": \"mixed\"",
            ),
        ],
        also: &[],
    },
    Row {
        rule: "unnamed-speaker",
        edits: &[Append(
            "statements",
            r#"{ "id": "e-informs", "speaker": "bystander-e", "stance": ["inform"], "reports": [{ "source": ▶"daily", "directness": "indirect", "paraphrase": "E. knows nothing." }] }"#,
        )],
        also: &[],
    },
];
