//! Rows of what a news desk asks for.

use super::{E_DENIES, E_SIGNED, Row};
use crate::edits::E;
use crate::edits::Edit::{Append, Replace};

pub const ROWS: &[Row] = &[
    Row {
        rule: "unanchored-denial",
        edits: &[
            Replace("\"about\": [\"a-accuses\"]", "\"about\": ▶[]"),
            Replace("\"status\": \"disputed\"", "\"status\": \"alleged\""),
            Replace(", \"disputed_by\": [\"c-denies\"]", ""),
        ],
        also: &[],
    },
    Row {
        rule: "unaimed-accusation",
        edits: &[Append(
            "statements",
            r#"{ "id": "a-accuses-nobody", "speaker": "ministry-a", "stance": ["accuse"], "to": ▶[], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "She did it." }] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "denial-to-another",
        edits: &[Replace(
            "\"to\": [\"ministry-a\"]",
            "\"to\": ▶[\"bystander-e\"]",
        )],
        also: &[],
    },
    Row {
        rule: "reply-before-statement",
        edits: &[Replace(
            "\"date\": \"2030-05-03\"",
            "\"date\": ▶\"2030-05-01\"",
        )],
        also: &[],
    },
    Row {
        rule: "unlinked-speaker",
        edits: &[Replace(
            "\"spokesman of State C\"",
            "▶\"spokesman of Ministry A\"",
        )],
        also: &[],
    },
    Row {
        rule: "undeclared-conflict",
        edits: &[Replace(
            "\"directness\": \"indirect\",",
            "\"directness\": \"indirect\", \"speaker\": ▶\"state-c\",",
        )],
        also: &[],
    },
    Row {
        rule: "idle-conflict",
        edits: &[
            Replace("\"answers\": [", "\"answers\": ▶["),
            Replace("\"says\": \"Nobody knows.\"", "\"says\": \"in 2029\""),
        ],
        also: &[],
    },
    Row {
        rule: "unplaced-conflict",
        edits: &[Replace("\"about\": [\"hack\"]", "\"about\": ▶[]")],
        also: &[],
    },
    Row {
        rule: "repeated-actor",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": ▶"STATE  c", "kind": "state" }"#,
        )],
        also: &[],
    },
    Row {
        rule: "repeated-statement",
        edits: &[Append(
            "statements",
            r#"▶{ "id": "a-accuses-again", "speaker": "ministry-a", "stance": ["accuse"], "to": ["company-b"], "reports": [{ "source": "gazette", "directness": "mixed", "quote": "broke into our network" }, { "source": "gazette", "directness": "indirect", "paraphrase": "Company B got in." }] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "two-speakers",
        edits: &[Append(
            "statements",
            r#"{ "id": "b-accuses", "speaker": ▶"company-b", "stance": ["inform"], "reports": [{ "source": "daily", "directness": "direct", "quote": "Company B broke into our network" }] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "settled-on-one-outlet",
        edits: &[Append(
            "relations",
            r#"{ "id": "a-calls-b", "type": "summoned", "from": "ministry-a", "to": "company-b", "status": ▶"settled", "sources": ["daily"] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "one-text",
        edits: &[
            Append(
                "sources",
                r#"{ "id": "portal", "publisher": "Example Portal", "excerpt_of": "daily" }"#,
            ),
            Append(
                "relations",
                r#"{ "id": "a-calls-b", "type": "summoned", "from": "ministry-a", "to": "company-b", "status": "alleged", "sources": ▶["daily", "portal"] }"#,
            ),
        ],
        also: &[],
    },
    Row {
        rule: "undeclared-copy",
        edits: &[Replace(
            "\"headline\": \"Who broke into Ministry A’s network?\"",
            "\"headline\": ▶\"Ministry A blames Company B for the hack\"",
        )],
        also: &[],
    },
    Row {
        rule: "asserted-and-disputed",
        edits: &[Replace(
            "\"disputed_by\": [\"c-denies\"]",
            "\"disputed_by\": [\"c-denies\", ▶\"a-accuses\"]",
        )],
        also: &[],
    },
    Row {
        rule: "turned-claim",
        edits: &[Append(
            "relations",
            r#"{ "id": "b-hit-e", "type": "targets", "from": "company-b", "to": "bystander-e", "status": "alleged", "asserted_by": [▶"c-denies"] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "role-without-claim",
        edits: &[Replace(
            E,
            r#"{ "id": "group-f", "name": "Group F", "kind": "group", "roles": ▶["initiator"] }"#,
        )],
        also: &[],
    },
    Row {
        rule: "accused-without-answer",
        edits: &[
            Replace(
                E,
                r#"▶{ "id": "group-f", "name": "Group F", "kind": "group" }"#,
            ),
            Replace(
                "\"to\": [\"company-b\"]",
                "\"to\": [\"company-b\", \"group-f\"]",
            ),
        ],
        also: &[],
    },
    Row {
        rule: "person-without-alleged",
        edits: &[
            Append(
                "relations",
                r#"{ "id": "e-hit-a", "type": "targets", "from": "bystander-e", "to": "ministry-a", "status": ▶"settled", "sources": ["daily", "gazette"] }"#,
            ),
            E_DENIES,
            E_SIGNED,
        ],
        also: &[],
    },
    Row {
        rule: "person-on-one-outlet",
        edits: &[
            Replace(
                E,
                r#"▶{ "id": "bystander-e", "name": "E. Bystander", "kind": "person" }"#,
            ),
            Append(
                "relations",
                r#"{ "id": "e-hit-a", "type": "targets", "from": "bystander-e", "to": "ministry-a", "status": "alleged", "sources": ["daily"] }"#,
            ),
            E_DENIES,
            E_SIGNED,
        ],
        also: &[],
    },
    Row {
        rule: "person-without-sign-off",
        edits: &[
            Replace(
                E,
                r#"▶{ "id": "bystander-e", "name": "E. Bystander", "kind": "person" }"#,
            ),
            Append(
                "relations",
                r#"{ "id": "e-hit-a", "type": "targets", "from": "bystander-e", "to": "ministry-a", "status": "alleged", "sources": ["daily", "gazette"] }"#,
            ),
            E_DENIES,
        ],
        also: &[],
    },
    Row {
        rule: "fragment-alone",
        edits: &[
            Replace(
                "{ \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"Company B broke into our network\", \"prefix\": \"The ministry said: “\", \"suffix\": \",” and\" },",
                "",
            ),
            Replace(
                "\"quote\": \"broke into our network\"",
                "\"quote\": ▶\"broke into our network\"",
            ),
        ],
        also: &[],
    },
    Row {
        rule: "marks-in-paraphrase",
        edits: &[Replace(
            "\"paraphrase\": \"State C rejects the ministry’s charge.\"",
            "\"paraphrase\": ▶\"State C calls the ministry’s charge “nonsense”.\"",
        )],
        also: &[],
    },
    Row {
        rule: "translation-without-original",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": ▶\"cs\"",
        )],
        also: &[],
    },
    Row {
        rule: "original-without-translation",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"original\": ▶\"My ne.\"",
        )],
        also: &[],
    },
    Row {
        rule: "unknown-alias",
        edits: &[Replace(
            E,
            r#"{ "id": "group-f", "name": ▶"ART31", "kind": "intrusion-set" }"#,
        )],
        also: &[],
    },
    Row {
        rule: "foreign-alias",
        edits: &[Replace(
            E,
            r#"{ "id": "group-f", "name": "APT31", "aliases": ["Judgment Panda", ▶"Fancy Bear"], "kind": "intrusion-set" }"#,
        )],
        also: &[],
    },
    Row {
        rule: "contradictory-stances",
        edits: &[Append(
            "statements",
            r#"{ "id": "e-supports", "speaker": "bystander-e", "stance": ▶["express-solidarity", "condemn"], "to": ["ministry-a"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. stands with the ministry and condemns the attack." }] }"#,
        )],
        also: &[],
    },
];
