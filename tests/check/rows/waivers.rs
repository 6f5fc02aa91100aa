//! Rows of whether waivers are in order.

use super::Row;
use crate::edits::Edit::Append;

pub const ROWS: &[Row] = &[
    Row {
        rule: "unused-waiver",
        edits: &[Append(
            "waivers",
            r#"▶{ "rule": "one-text", "record": "b-hit-a", "reason": "There was one." }"#,
        )],
        also: &[],
    },
    Row {
        rule: "forbidden-waiver",
        edits: &[Append(
            "waivers",
            r#"{ "rule": ▶"dangling-id", "record": "b-hit-a", "reason": "It hurries." }"#,
        )],
        also: &[],
    },
];
