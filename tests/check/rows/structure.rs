//! Rows of what the format asks for.

use super::Row;
use crate::edits::E;
use crate::edits::Edit::{Append, Replace};

pub const ROWS: &[Row] = &[
    Row {
        rule: "wrong-type",
        edits: &[Replace(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": ▶\"Republic C\"",
        )],
        also: &[],
    },
    Row {
        rule: "missing-field",
        edits: &[Replace(
            E,
            "▶{ \"id\": \"bystander-e\", \"kind\": \"person\" }",
        )],
        also: &[],
    },
    Row {
        rule: "empty-text",
        edits: &[Replace(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"about\": ▶\" \",",
        )],
        also: &[],
    },
    Row {
        rule: "empty-quote",
        edits: &[Replace(
            "\"quote\": \"broke into our network\"",
            "\"quote\": ▶\"\"",
        )],
        also: &[],
    },
    Row {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"about\": ▶\"A state\\u000c.\",",
        )],
        also: &[],
    },
    Row {
        rule: "invisible-character",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": ▶\"We\u{200b} did not.\"",
        )],
        also: &[],
    },
    Row {
        rule: "formula-error",
        edits: &[Replace(
            E,
            r##"{ "id": "bystander-e", "name": ▶"#NAME?", "kind": "person" }"##,
        )],
        also: &[],
    },
    Row {
        rule: "example-text",
        edits: &[Replace(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"about\": ▶\"Who it is, in a sentence of your own.\",",
        )],
        also: &[],
    },
    Row {
        rule: "markup-in-text",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": ▶"E. &amp; Bystander", "kind": "person" }"#,
        )],
        also: &[],
    },
    Row {
        rule: "unknown-field",
        edits: &[Replace(
            "\"name\": \"E. Bystander\"",
            "\"name\": \"E. Bystander\", ▶\"rolls\": []",
        )],
        also: &[],
    },
    Row {
        rule: "duplicate-field",
        edits: &[Replace(
            "\"name\": \"E. Bystander\"",
            "\"name\": \"E.\", ▶\"name\": \"E. Bystander\"",
        )],
        also: &[],
    },
    Row {
        rule: "misplaced-field",
        edits: &[Replace(
            "\"to\": \"state-c\", \"sources\": [\"daily\"]",
            "\"to\": \"state-c\", ▶\"status\": \"alleged\", \"sources\": [\"daily\"]",
        )],
        also: &[],
    },
    Row {
        rule: "unknown-term",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": ▶"human" }"#,
        )],
        also: &[],
    },
    Row {
        rule: "malformed-id",
        edits: &[Replace(
            "\"id\": \"bystander-e\"",
            "\"id\": ▶\"Bystander E\"",
        )],
        also: &[],
    },
    Row {
        rule: "duplicate-id",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": "E.", "kind": "person" }, { "id": ▶"bystander-e", "name": "E.", "kind": "person" }"#,
        )],
        also: &[],
    },
    Row {
        rule: "dangling-id",
        edits: &[Replace(
            "\"lead\": [\"a-accuses\"]",
            "\"lead\": [\"a-accuses\", ▶\"a-acuses\"]",
        )],
        also: &[],
    },
    Row {
        rule: "hangs-on",
        edits: &[
            Replace(
                E,
                r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "human" }"#,
            ),
            Replace(
                "\"actors\": [\"ministry-a\"]",
                "\"actors\": [\"ministry-a\", ▶\"bystander-e\"]",
            ),
        ],
        also: &["unknown-term"],
    },
    Row {
        rule: "self-reference",
        edits: &[Replace(
            "\"to\": [\"company-b\"]",
            "\"to\": [\"company-b\", ▶\"ministry-a\"]",
        )],
        also: &[],
    },
    Row {
        rule: "repeated-entry",
        edits: &[Replace(
            "\"to\": [\"company-b\"]",
            "\"to\": [\"company-b\", ▶\"company-b\"]",
        )],
        also: &[],
    },
    Row {
        rule: "impossible-date",
        edits: &[Replace("\"began\": \"2029\"", "\"began\": ▶\"2029-13\"")],
        also: &[],
    },
    Row {
        rule: "date-order",
        edits: &[Replace("\"began\": \"2029\"", "\"began\": ▶\"2031\"")],
        also: &[],
    },
    Row {
        rule: "malformed-url",
        edits: &[Replace(
            "\"https://daily.example.org/1\"",
            "▶\"daily.example.org/1\"",
        )],
        also: &[],
    },
    Row {
        rule: "malformed-language",
        edits: &[Replace(
            "\"published\": \"2030-05-04\", \"language\": \"en\"",
            "\"published\": \"2030-05-04\", \"language\": ▶\"the English one\"",
        )],
        also: &[],
    },
    Row {
        rule: "too-long",
        edits: &[Replace(
            "\"prefix\": \"The ministry said: “\"",
            "\"prefix\": ▶\"In a long statement of that day the ministry said: “\"",
        )],
        also: &[],
    },
    Row {
        rule: "turned-text",
        edits: &[Replace(
            "\"A first version named another year.\"",
            "▶\"A first version named 203\\u202e1.\"",
        )],
        also: &[],
    },
    Row {
        rule: "unsourced-statement",
        edits: &[Append(
            "statements",
            r#"{ "id": "e-informs", "speaker": "bystander-e", "stance": ["inform"], "reports": ▶[] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "unasserted-claim",
        edits: &[Append(
            "relations",
            r#"{ "id": "a-calls-b", "type": "summoned", "from": "ministry-a", "to": "company-b", "status": "alleged", "asserted_by": ▶[] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "unsourced-tie",
        edits: &[Append(
            "relations",
            r#"{ "id": "e-for-c", "type": "speaks-for", "from": "bystander-e", "to": "state-c", "sources": ▶[] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "status-mismatch",
        edits: &[Replace(
            "\"status\": \"disputed\"",
            "\"status\": ▶\"alleged\"",
        )],
        also: &[],
    },
    Row {
        rule: "untidy-quote",
        edits: &[
            Replace(
                "\"quote\": \"Company B broke into our network\"",
                "\"quote\": ▶\"Company B broke into our network,\"",
            ),
            Replace("\"suffix\": \",” and\"", "\"suffix\": \"” and\""),
        ],
        also: &[],
    },
    Row {
        rule: "part-sequence",
        edits: &[
            Replace(
                "\"date\": \"2030-05-03\",\n      \"reports\": [",
                "\"date\": \"2030-05-03\",\n      \"reports\": ▶[",
            ),
            Replace(
                "\"quote\": \"We did not.\"",
                "\"quote\": \"We did not.\", \"part\": 2",
            ),
        ],
        also: &[],
    },
    Row {
        rule: "too-few-answers",
        edits: &[Replace(
            "\"answers\": [{ \"source\": \"daily\", \"says\": \"In 2029.\" }, { \"source\": \"gazette\", \"says\": \"Nobody knows.\" }]",
            "\"answers\": ▶[{ \"source\": \"daily\", \"says\": \"In 2029.\" }]",
        )],
        also: &[],
    },
    Row {
        rule: "answer-elsewhere",
        edits: &[
            Replace(
                ",\n        { \"source\": \"gazette\", \"directness\": \"mixed\", \"quote\": \"broke into our network\" }",
                "",
            ),
            Replace(
                "{ \"source\": \"gazette\", \"says\": \"Nobody knows.\" }",
                "{ \"source\": \"gazette\", \"report\": ▶\"a-accuses\", \"says\": \"Nobody knows.\" }, { \"source\": \"gazette\", \"says\": \"Long ago.\" }",
            ),
        ],
        also: &[],
    },
    Row {
        rule: "excerpt-cycle",
        edits: &[
            Append(
                "sources",
                r#"{ "id": "portal", "publisher": "Example Portal", "excerpt_of": "mirror" }"#,
            ),
            Append(
                "sources",
                r#"{ "id": "mirror", "publisher": "Example Mirror", "excerpt_of": ▶"portal" }"#,
            ),
        ],
        also: &[],
    },
    Row {
        rule: "garbled-text",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": ▶"E. ByståÅ™", "kind": "person" }"#,
        )],
        also: &[],
    },
    Row {
        rule: "unknown-language",
        edits: &[Replace(
            "\"published\": \"2030-05-04\", \"language\": \"en\"",
            "\"published\": \"2030-05-04\", \"language\": ▶\"xx\"",
        )],
        also: &[],
    },
];
