//! Rows of what a news desk asks for.

use super::{E, E_DENIES, E_SIGNED, RELATIONS, Row, SOURCES, STATEMENTS};

pub const ROWS: &[Row] = &[
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
        "contradictory-stances",
        &[(
            STATEMENTS,
            ",\n    { \"id\": \"e-supports\", \"speaker\": \"bystander-e\", \"stance\": ▶[\"express-solidarity\", \"condemn\"], \"to\": [\"ministry-a\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. stands with the ministry and condemns the attack.\" }] }\n  ],\n  \"events\"",
        )],
        &[],
    ),
];
