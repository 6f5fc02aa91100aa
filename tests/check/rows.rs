//! For every rule an edit of `base/incident.json` that breaks just it. The sign ▶ in an edit stands where the finding
//! must point, and is not part of the file.

/// A rule, what is replaced in the base file by what, and which other rule this cannot but break.
pub type Row = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

/// The last actor, whom nothing refers to.
pub const E: &str = r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person" }"#;
/// The end of the sources, relations, statements, and of the file.
pub const SOURCES: &str = "\n  ],\n  \"actors\"";
pub const RELATIONS: &str = "\n  ],\n  \"statements\"";
pub const STATEMENTS: &str = "\n  ],\n  \"events\"";
pub const FILE: &str = "\n  ]\n}\n";

pub const E_DENIES: (&str, &str) = (
    STATEMENTS,
    ",\n    { \"id\": \"e-denies\", \"speaker\": \"bystander-e\", \"stance\": [\"deny\"], \"about\": [\"a-accuses\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. denies it.\" }] }\n  ],\n  \"events\"",
);
pub const E_SIGNED: (&str, &str) = (
    FILE,
    "\n  ],\n  \"sign_offs\": [{ \"record\": \"bystander-e\", \"by\": \"duty editor\", \"date\": \"2030-05-03\" }]\n}\n",
);

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
        "unanchored-denial",
        &[
            ("\"about\": [\"a-accuses\"]", "\"about\": ▶[]"),
            ("\"status\": \"disputed\"", "\"status\": \"alleged\""),
            (", \"disputed_by\": [\"c-denies\"]", ""),
        ],
        &[],
    ),
    (
        "unaimed-accusation",
        &[(
            STATEMENTS,
            ",\n    { \"id\": \"a-accuses-nobody\", \"speaker\": \"ministry-a\", \"stance\": [\"accuse\"], \"to\": ▶[], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"She did it.\" }] }\n  ],\n  \"events\"",
        )],
        &[],
    ),
    (
        "denial-to-another",
        &[("\"to\": [\"ministry-a\"]", "\"to\": ▶[\"bystander-e\"]")],
        &[],
    ),
    (
        "reply-before-statement",
        &[("\"date\": \"2030-05-03\"", "\"date\": ▶\"2030-05-01\"")],
        &[],
    ),
    (
        "unlinked-speaker",
        &[("\"spokesman of State C\"", "▶\"spokesman of Ministry A\"")],
        &[],
    ),
    (
        "undeclared-conflict",
        &[(
            "\"directness\": \"indirect\",",
            "\"directness\": \"indirect\", \"speaker\": ▶\"state-c\",",
        )],
        &[],
    ),
    (
        "idle-conflict",
        &[
            ("\"answers\": [", "\"answers\": ▶["),
            ("\"says\": \"Nobody knows.\"", "\"says\": \"in 2029\""),
        ],
        &[],
    ),
    (
        "unplaced-conflict",
        &[("\"about\": [\"hack\"]", "\"about\": ▶[]")],
        &[],
    ),
    (
        "repeated-actor",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": ▶"STATE  c", "kind": "state" }"#,
        )],
        &[],
    ),
    (
        "repeated-statement",
        &[(
            STATEMENTS,
            ",\n    ▶{ \"id\": \"a-accuses-again\", \"speaker\": \"ministry-a\", \"stance\": [\"accuse\"], \"to\": [\"company-b\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"mixed\", \"quote\": \"broke into our network\" }, { \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"Company B got in.\" }] }\n  ],\n  \"events\"",
        )],
        &[],
    ),
    (
        "two-speakers",
        &[(
            STATEMENTS,
            ",\n    { \"id\": \"b-accuses\", \"speaker\": ▶\"company-b\", \"stance\": [\"inform\"], \"reports\": [{ \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"Company B broke into our network\" }] }\n  ],\n  \"events\"",
        )],
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
    (
        "settled-on-one-outlet",
        &[(
            RELATIONS,
            ",\n    { \"id\": \"a-calls-b\", \"type\": \"summoned\", \"from\": \"ministry-a\", \"to\": \"company-b\", \"status\": ▶\"settled\", \"sources\": [\"daily\"] }\n  ],\n  \"statements\"",
        )],
        &[],
    ),
    (
        "one-text",
        &[
            (
                SOURCES,
                ",\n    { \"id\": \"portal\", \"publisher\": \"Example Portal\", \"excerpt_of\": \"daily\" }\n  ],\n  \"actors\"",
            ),
            (
                RELATIONS,
                ",\n    { \"id\": \"a-calls-b\", \"type\": \"summoned\", \"from\": \"ministry-a\", \"to\": \"company-b\", \"status\": \"alleged\", \"sources\": ▶[\"daily\", \"portal\"] }\n  ],\n  \"statements\"",
            ),
        ],
        &[],
    ),
    (
        "undeclared-copy",
        &[(
            "\"headline\": \"Who broke into Ministry A’s network?\"",
            "\"headline\": ▶\"Ministry A blames Company B for the hack\"",
        )],
        &[],
    ),
    (
        "asserted-and-disputed",
        &[(
            "\"disputed_by\": [\"c-denies\"]",
            "\"disputed_by\": [\"c-denies\", ▶\"a-accuses\"]",
        )],
        &[],
    ),
    (
        "turned-claim",
        &[(
            RELATIONS,
            ",\n    { \"id\": \"b-hit-e\", \"type\": \"targets\", \"from\": \"company-b\", \"to\": \"bystander-e\", \"status\": \"alleged\", \"asserted_by\": [▶\"c-denies\"] }\n  ],\n  \"statements\"",
        )],
        &[],
    ),
    (
        "role-without-claim",
        &[(
            E,
            r#"{ "id": "group-f", "name": "Group F", "kind": "group", "roles": ▶["initiator"] }"#,
        )],
        &[],
    ),
    (
        "accused-without-answer",
        &[
            (
                E,
                r#"▶{ "id": "group-f", "name": "Group F", "kind": "group" }"#,
            ),
            (
                "\"to\": [\"company-b\"]",
                "\"to\": [\"company-b\", \"group-f\"]",
            ),
        ],
        &[],
    ),
    (
        "person-without-alleged",
        &[
            (
                RELATIONS,
                ",\n    { \"id\": \"e-hit-a\", \"type\": \"targets\", \"from\": \"bystander-e\", \"to\": \"ministry-a\", \"status\": ▶\"settled\", \"sources\": [\"daily\", \"gazette\"] }\n  ],\n  \"statements\"",
            ),
            E_DENIES,
            E_SIGNED,
        ],
        &[],
    ),
    (
        "person-on-one-outlet",
        &[
            (
                E,
                r#"▶{ "id": "bystander-e", "name": "E. Bystander", "kind": "person" }"#,
            ),
            (
                RELATIONS,
                ",\n    { \"id\": \"e-hit-a\", \"type\": \"targets\", \"from\": \"bystander-e\", \"to\": \"ministry-a\", \"status\": \"alleged\", \"sources\": [\"daily\"] }\n  ],\n  \"statements\"",
            ),
            E_DENIES,
            E_SIGNED,
        ],
        &[],
    ),
    (
        "person-without-sign-off",
        &[
            (
                E,
                r#"▶{ "id": "bystander-e", "name": "E. Bystander", "kind": "person" }"#,
            ),
            (
                RELATIONS,
                ",\n    { \"id\": \"e-hit-a\", \"type\": \"targets\", \"from\": \"bystander-e\", \"to\": \"ministry-a\", \"status\": \"alleged\", \"sources\": [\"daily\", \"gazette\"] }\n  ],\n  \"statements\"",
            ),
            E_DENIES,
        ],
        &[],
    ),
    (
        "fragment-alone",
        &[
            (
                "{ \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"Company B broke into our network\", \"prefix\": \"The ministry said: “\", \"suffix\": \",” and\" },",
                "",
            ),
            (
                "\"quote\": \"broke into our network\"",
                "\"quote\": ▶\"broke into our network\"",
            ),
        ],
        &[],
    ),
    (
        "marks-in-paraphrase",
        &[(
            "\"paraphrase\": \"State C rejects the ministry’s charge.\"",
            "\"paraphrase\": ▶\"State C calls the ministry’s charge “nonsense”.\"",
        )],
        &[],
    ),
    (
        "translation-without-original",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": ▶\"cs\"",
        )],
        &[],
    ),
    (
        "original-without-translation",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"original\": ▶\"My ne.\"",
        )],
        &[],
    ),
    (
        "unknown-alias",
        &[(
            E,
            r#"{ "id": "group-f", "name": ▶"ART31", "kind": "intrusion-set" }"#,
        )],
        &[],
    ),
    (
        "foreign-alias",
        &[(
            E,
            r#"{ "id": "group-f", "name": "APT31", "aliases": ["Judgment Panda", ▶"Fancy Bear"], "kind": "intrusion-set" }"#,
        )],
        &[],
    ),
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
