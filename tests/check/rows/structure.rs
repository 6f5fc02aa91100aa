//! Rows of what the format asks for.

use super::{E, RELATIONS, Row, SOURCES, STATEMENTS};

pub const ROWS: &[Row] = &[
    (
        "wrong-type",
        &[(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": ▶\"Republic C\"",
        )],
        &[],
    ),
    (
        "missing-field",
        &[(E, "▶{ \"id\": \"bystander-e\", \"kind\": \"person\" }")],
        &[],
    ),
    (
        "empty-text",
        &[(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"about\": ▶\" \",",
        )],
        &[],
    ),
    (
        "empty-quote",
        &[("\"quote\": \"broke into our network\"", "\"quote\": ▶\"\"")],
        &[],
    ),
    (
        "unprintable-character",
        &[(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"about\": ▶\"A state\\u000c.\",",
        )],
        &[],
    ),
    (
        "invisible-character",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": ▶\"We\u{200b} did not.\"",
        )],
        &[],
    ),
    (
        "formula-error",
        &[(
            E,
            r##"{ "id": "bystander-e", "name": ▶"#NAME?", "kind": "person" }"##,
        )],
        &[],
    ),
    (
        "example-text",
        &[(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"about\": ▶\"Who it is, in a sentence of your own.\",",
        )],
        &[],
    ),
    (
        "markup-in-text",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": ▶"E. &amp; Bystander", "kind": "person" }"#,
        )],
        &[],
    ),
    (
        "unknown-field",
        &[(
            "\"name\": \"E. Bystander\"",
            "\"name\": \"E. Bystander\", ▶\"rolls\": []",
        )],
        &[],
    ),
    (
        "duplicate-field",
        &[(
            "\"name\": \"E. Bystander\"",
            "\"name\": \"E.\", ▶\"name\": \"E. Bystander\"",
        )],
        &[],
    ),
    (
        "misplaced-field",
        &[(
            "\"to\": \"state-c\", \"sources\": [\"daily\"]",
            "\"to\": \"state-c\", ▶\"status\": \"alleged\", \"sources\": [\"daily\"]",
        )],
        &[],
    ),
    (
        "unknown-term",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": ▶"human" }"#,
        )],
        &[],
    ),
    (
        "malformed-id",
        &[("\"id\": \"bystander-e\"", "\"id\": ▶\"Bystander E\"")],
        &[],
    ),
    (
        "duplicate-id",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": "E.", "kind": "person" }, { "id": ▶"bystander-e", "name": "E.", "kind": "person" }"#,
        )],
        &[],
    ),
    (
        "dangling-id",
        &[(
            "\"lead\": [\"a-accuses\"]",
            "\"lead\": [\"a-accuses\", ▶\"a-acuses\"]",
        )],
        &[],
    ),
    (
        "hangs-on",
        &[
            (
                E,
                r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "human" }"#,
            ),
            (
                "\"actors\": [\"ministry-a\"]",
                "\"actors\": [\"ministry-a\", ▶\"bystander-e\"]",
            ),
        ],
        &["unknown-term"],
    ),
    (
        "self-reference",
        &[(
            "\"to\": [\"company-b\"]",
            "\"to\": [\"company-b\", ▶\"ministry-a\"]",
        )],
        &[],
    ),
    (
        "repeated-entry",
        &[(
            "\"to\": [\"company-b\"]",
            "\"to\": [\"company-b\", ▶\"company-b\"]",
        )],
        &[],
    ),
    (
        "impossible-date",
        &[("\"began\": \"2029\"", "\"began\": ▶\"2029-13\"")],
        &[],
    ),
    (
        "date-order",
        &[("\"began\": \"2029\"", "\"began\": ▶\"2031\"")],
        &[],
    ),
    (
        "malformed-url",
        &[(
            "\"https://daily.example.org/1\"",
            "▶\"daily.example.org/1\"",
        )],
        &[],
    ),
    (
        "malformed-language",
        &[(
            "\"published\": \"2030-05-04\", \"language\": \"en\"",
            "\"published\": \"2030-05-04\", \"language\": ▶\"the English one\"",
        )],
        &[],
    ),
    (
        "too-long",
        &[(
            "\"prefix\": \"The ministry said: “\"",
            "\"prefix\": ▶\"In a long statement of that day the ministry said: “\"",
        )],
        &[],
    ),
    (
        "turned-text",
        &[(
            "\"A first version named another year.\"",
            "▶\"A first version named 203\\u202e1.\"",
        )],
        &[],
    ),
    (
        "unsourced-statement",
        &[(
            STATEMENTS,
            ",\n    { \"id\": \"e-informs\", \"speaker\": \"bystander-e\", \"stance\": [\"inform\"], \"reports\": ▶[] }\n  ],\n  \"events\"",
        )],
        &[],
    ),
    (
        "unasserted-claim",
        &[(
            RELATIONS,
            ",\n    { \"id\": \"a-calls-b\", \"type\": \"summoned\", \"from\": \"ministry-a\", \"to\": \"company-b\", \"status\": \"alleged\", \"asserted_by\": ▶[] }\n  ],\n  \"statements\"",
        )],
        &[],
    ),
    (
        "unsourced-tie",
        &[(
            RELATIONS,
            ",\n    { \"id\": \"e-for-c\", \"type\": \"speaks-for\", \"from\": \"bystander-e\", \"to\": \"state-c\", \"sources\": ▶[] }\n  ],\n  \"statements\"",
        )],
        &[],
    ),
    (
        "status-mismatch",
        &[("\"status\": \"disputed\"", "\"status\": ▶\"alleged\"")],
        &[],
    ),
    (
        "untidy-quote",
        &[
            (
                "\"quote\": \"Company B broke into our network\"",
                "\"quote\": ▶\"Company B broke into our network,\"",
            ),
            ("\"suffix\": \",” and\"", "\"suffix\": \"” and\""),
        ],
        &[],
    ),
    (
        "part-sequence",
        &[
            (
                "\"date\": \"2030-05-03\",\n      \"reports\": [",
                "\"date\": \"2030-05-03\",\n      \"reports\": ▶[",
            ),
            (
                "\"quote\": \"We did not.\"",
                "\"quote\": \"We did not.\", \"part\": 2",
            ),
        ],
        &[],
    ),
    (
        "too-few-answers",
        &[(
            "\"answers\": [{ \"source\": \"daily\", \"says\": \"In 2029.\" }, { \"source\": \"gazette\", \"says\": \"Nobody knows.\" }]",
            "\"answers\": ▶[{ \"source\": \"daily\", \"says\": \"In 2029.\" }]",
        )],
        &[],
    ),
    (
        "answer-elsewhere",
        &[
            (
                ",\n        { \"source\": \"gazette\", \"directness\": \"mixed\", \"quote\": \"broke into our network\" }",
                "",
            ),
            (
                "{ \"source\": \"gazette\", \"says\": \"Nobody knows.\" }",
                "{ \"source\": \"gazette\", \"report\": ▶\"a-accuses\", \"says\": \"Nobody knows.\" }, { \"source\": \"gazette\", \"says\": \"Long ago.\" }",
            ),
        ],
        &[],
    ),
    (
        "excerpt-cycle",
        &[(
            SOURCES,
            ",\n    { \"id\": \"portal\", \"publisher\": \"Example Portal\", \"excerpt_of\": \"mirror\" },\n    { \"id\": \"mirror\", \"publisher\": \"Example Mirror\", \"excerpt_of\": ▶\"portal\" }\n  ],\n  \"actors\"",
        )],
        &[],
    ),
    (
        "garbled-text",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": ▶"E. ByståÅ™", "kind": "person" }"#,
        )],
        &[],
    ),
    (
        "unknown-language",
        &[(
            "\"published\": \"2030-05-04\", \"language\": \"en\"",
            "\"published\": \"2030-05-04\", \"language\": ▶\"xx\"",
        )],
        &[],
    ),
];
