//! Rows of whether waivers are in order.

use super::{FILE, Row};

pub const ROWS: &[Row] = &[
    (
        "unused-waiver",
        &[(
            FILE,
            "\n  ],\n  \"waivers\": [▶{ \"rule\": \"one-text\", \"record\": \"b-hit-a\", \"reason\": \"There was one.\" }]\n}\n",
        )],
        &[],
    ),
    (
        "forbidden-waiver",
        &[(
            FILE,
            "\n  ],\n  \"waivers\": [{ \"rule\": ▶\"dangling-id\", \"record\": \"b-hit-a\", \"reason\": \"It hurries.\" }]\n}\n",
        )],
        &[],
    ),
];
