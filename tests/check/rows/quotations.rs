//! Rows of whether quotations stand in the saved texts of their sources.

use super::{Row, SOURCES, STATEMENTS};

pub const ROWS: &[Row] = &[
    (
        "quote-not-found",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": ▶\"We never did.\"",
        )],
        &[],
    ),
    (
        "context-not-found",
        &[(
            "\"prefix\": \"The ministry said: “\"",
            "\"prefix\": ▶\"The minister said: “\"",
        )],
        &[],
    ),
    (
        "unmarked-quote",
        &[("\"quote\": \"We did not.\"", "\"quote\": ▶\"did not\"")],
        &[],
    ),
    (
        "no-source-text",
        &[
            (
                SOURCES,
                ",\n    ▶{ \"id\": \"unsaved\", \"publisher\": \"Example Weekly\" }\n  ],\n  \"actors\"",
            ),
            (
                "\"source\": \"gazette\", \"directness\": \"mixed\"",
                "\"source\": \"unsaved\", \"directness\": \"mixed\"",
            ),
        ],
        &[],
    ),
    (
        "unnamed-speaker",
        &[(
            STATEMENTS,
            ",\n    { \"id\": \"e-informs\", \"speaker\": \"bystander-e\", \"stance\": [\"inform\"], \"reports\": [{ \"source\": ▶\"daily\", \"directness\": \"indirect\", \"paraphrase\": \"E. knows nothing.\" }] }\n  ],\n  \"events\"",
        )],
        &[],
    ),
];
