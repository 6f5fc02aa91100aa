//! What looks like a breach of a rule and is none.

use super::{DENIAL, DENIES, UNDISPUTED};
use crate::rows::{E, E_DENIES, RELATIONS, SOURCES, STATEMENTS};

/// What looks like a breach of a rule and is none: rule, edits.
pub const SOUND: &[(&str, &[(&str, &str)])] = &[
    // Said on the same day, perhaps after it, on no day that is known, or of somebody who is concerned; or it names what it answers.
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (DENIES, "\"stance\": [\"inform\"], \"date\": \"2030-05-02\""),
        ],
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (DENIES, "\"stance\": [\"inform\"], \"date\": \"2030-05\""),
        ],
    ),
    (
        "accused-without-answer",
        &[UNDISPUTED, (DENIES, "\"stance\": [\"acknowledge\"]")],
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"protest\"], \"to\": [\"ministry-a\"], \"date\": \"2030-05-03\"",
            ),
        ],
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"inform\"], \"to\": [\"company-b\"], \"date\": \"2030-05-03\"",
            ),
        ],
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"warn\"], \"about\": [\"a-accuses\"], \"date\": \"2030-05-03\"",
            ),
        ],
    ),
    // Who denies what somebody else condemns them for.
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"deny\"], \"about\": [\"e-speaks\"], \"to\": [\"bystander-e\"]",
            ),
            (
                STATEMENTS,
                ",\n    { \"id\": \"e-speaks\", \"speaker\": \"bystander-e\", \"stance\": [\"condemn\"], \"to\": [\"state-c\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. speaks to the state.\" }] }\n  ],\n  \"events\"",
            ),
        ],
    ),
    // Friends are warned, called upon and contradicted; and what is aimed at nobody says nothing of one.
    (
        "contradictory-stances",
        &[(
            "\"stance\": [\"deny\"]",
            "\"stance\": [\"deny\", \"express-solidarity\", \"warn\", \"call-upon\", \"reject-demand\"]",
        )],
    ),
    (
        "contradictory-stances",
        &[(
            "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"]",
            "\"stance\": [\"condemn\", \"express-solidarity\"]",
        )],
    ),
    (
        "invisible-character",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"MinisterstvĂ\u{ad} C\"",
        )],
    ),
    (
        "unprintable-character",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"\u{c5}\u{99}eho\u{c5}\u{99}\"",
        )],
    ),
    (
        "garbled-text",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"Ăştia PÄŤ „STRÁŽ“ JOSÉ† Čłowjek\"",
        )],
    ),
    // Of three letters there are thousands.
    (
        "unknown-language",
        &[
            (
                "\"language\": \"en\",\n    \"began\"",
                "\"language\": \"ckb\",\n    \"began\"",
            ),
            (
                "\"published\": \"2030-05-04\", \"language\": \"en\"",
                "\"published\": \"2030-05-04\", \"language\": \"UK-ua\"",
            ),
        ],
    ),
    // A claim that a source makes by itself, which it prints together with the answer.
    (
        "accused-without-answer",
        &[
            (
                "\"asserted_by\": [\"a-accuses\"], \"disputed_by\": [\"c-denies\"]",
                "\"sources\": [\"daily\"]",
            ),
            (DENIES, "\"stance\": [\"inform\"], \"date\": \"2030-05-01\""),
        ],
    ),
    // Named by the claim that it disputes.
    (
        "accused-without-answer",
        &[(
            DENIES,
            "\"stance\": [\"condemn\"], \"date\": \"2030-05-03\"",
        )],
    ),
    // Printed by the answer's source, if in nobody's mouth.
    (
        "marks-in-paraphrase",
        &[(
            "\"says\": \"Nobody knows.\"",
            "\"says\": \"“The attack […] went on for months”.\"",
        )],
    ),
    // Joiners in Persian and in emoji, and marks of direction beside Hebrew.
    (
        "invisible-character",
        &[
            (
                "\"name\": \"State C\"",
                "\"name\": \"می\u{200c}خواهم 👩\u{200d}🚀\"",
            ),
            (
                "\"aliases\": [\"Republic C\"]",
                "\"aliases\": [\"\u{200f}מדינה C\u{200e}\"]",
            ),
        ],
    ),
    (
        "markup-in-text",
        &[("\"name\": \"State C\"", "\"name\": \"R&D; <C> & 1 < 2\"")],
    ),
    // The same words, said again on another day, or to somebody else.
    (
        "repeated-statement",
        &[(
            STATEMENTS,
            ",\n    { \"id\": \"c-denies-again\", \"speaker\": \"speaker-d\", \"stance\": [\"deny\"], \"to\": [\"ministry-a\"], \"about\": [\"a-accuses\"], \"date\": \"2030-05-09\", \"reports\": [{ \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"We did not.\" }] },\n    { \"id\": \"c-denies-b\", \"speaker\": \"speaker-d\", \"stance\": [\"deny\"], \"to\": [\"company-b\"], \"about\": [\"a-accuses\"], \"reports\": [{ \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"We did not.\" }] }\n  ],\n  \"events\"",
        )],
    ),
    // Of a source of which nothing is quoted, nothing is to be proven.
    (
        "no-source-text",
        &[(
            SOURCES,
            ",\n    { \"id\": \"unsaved\", \"publisher\": \"Example Weekly\" }\n  ],\n  \"actors\"",
        )],
    ),
    // Spaces round the words, and characters that nobody sees.
    (
        "quote-not-found",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \" We\u{200b} did\u{2060} n\u{ad}ot. \"",
        )],
    ),
    // A body is called what its own company is blamed for.
    (
        "role-without-claim",
        &[(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"roles\": [\"alleged-sponsor\"],",
        )],
    ),
    // A body that denies is called what it denies.
    (
        "role-without-claim",
        &[
            (
                E,
                r#"{ "id": "bystander-e", "name": "Company E", "kind": "company", "roles": ["initiator"] }"#,
            ),
            E_DENIES,
        ],
    ),
    // Who owns up to it needs nobody who accuses.
    (
        "role-without-claim",
        &[
            (
                E,
                r#"{ "id": "bystander-e", "name": "Group E", "kind": "group", "roles": ["initiator"] }"#,
            ),
            (
                STATEMENTS,
                ",\n    { \"id\": \"e-did-it\", \"speaker\": \"bystander-e\", \"stance\": [\"acknowledge\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. says it did it.\" }] }\n  ],\n  \"events\"",
            ),
        ],
    ),
    // An accusation says of whom by the claim it makes, or by what it answers.
    (
        "unaimed-accusation",
        &[("\"to\": [\"company-b\"]", "\"to\": []")],
    ),
    (
        "unaimed-accusation",
        &[(
            "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"]",
            "\"stance\": [\"deny\", \"accuse\"],\n      \"to\": []",
        )],
    ),
    // Who is contradicted may speak by another, and need not be named.
    (
        "denial-to-another",
        &[(
            "\"to\": [\"ministry-a\"]",
            "\"to\": [\"company-b\", \"ministry-a\"]",
        )],
    ),
    (
        "denial-to-another",
        &[("\"to\": [\"ministry-a\"]", "\"to\": []")],
    ),
    (
        "denial-to-another",
        &[
            ("\"to\": [\"ministry-a\"]", "\"to\": [\"bystander-e\"]"),
            (
                RELATIONS,
                ",\n    { \"id\": \"e-for-a\", \"type\": \"speaks-for\", \"from\": \"bystander-e\", \"to\": \"ministry-a\", \"sources\": [\"daily\"] }\n  ],\n  \"statements\"",
            ),
        ],
    ),
    // Who accuses another than the claim does may dispute it by that.
    (
        "turned-claim",
        &[("\"stance\": [\"deny\"]", "\"stance\": [\"accuse\"]")],
    ),
    // Who asserted it takes it back.
    (
        "status-mismatch",
        &[
            ("\"status\": \"disputed\"", "\"status\": \"withdrawn\""),
            (
                STATEMENTS,
                ",\n    { \"id\": \"a-takes-back\", \"speaker\": \"ministry-a\", \"stance\": [\"acknowledge\"], \"about\": [\"a-accuses\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"It was somebody else.\" }] }\n  ],\n  \"events\"",
            ),
        ],
    ),
    (
        "original-without-translation",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"cs\", \"original\": \"My ne.\"",
        )],
    ),
    // An alias that is the actor's own name, and one that two have.
    (
        "repeated-actor",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person", "aliases": ["e. bystander", "Republic C"] }"#,
        )],
    ),
    // Words of reports, names and words that are hardly anybody's.
    (
        "marks-in-paraphrase",
        &[
            (
                "\"title\": \"The hack of Ministry A\"",
                "\"title\": \"“We did not”: the “hack”, or “Operation Blue Reef”, of “Ministry A”\"",
            ),
            (
                "\"title\": \"The hack\"",
                "\"title\": \"They ‘broke into our … network’\"",
            ),
            // As the source prints it, which need not be anybody's words.
            (
                "\"says\": \"In 2029.\"",
                "\"says\": \"“And called it grave”, it says.\"",
            ),
            (
                "\"text\": \"A first version named another year.\"",
                "\"text\": \"A first version said “in the year before”.\"",
            ),
        ],
    ),
    // A sentence of its own, also where its source interrupts it; and what has no capitals to tell one by.
    (
        "fragment-alone",
        &[(
            DENIAL,
            r#"{ "source": "gazette", "directness": "mixed", "quote": "nonsense" }, { "source": "daily", "directness": "mixed", "quote": "‘Nonsense!’" }"#,
        )],
    ),
    (
        "fragment-alone",
        &[(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "We did not", "part": 1 }, { "source": "gazette", "directness": "mixed", "quote": "not" }, { "source": "daily", "directness": "mixed", "quote": "do that.", "part": 2 }"#,
        )],
    ),
    (
        "fragment-alone",
        &[(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "毫无根据" }"#,
        )],
    ),
    // Told beside it, by the same source or another one.
    (
        "fragment-alone",
        &[(
            "\"directness\": \"direct\", \"quote\": \"We did not.\"",
            "\"directness\": \"mixed\", \"quote\": \"did not\"",
        )],
    ),
    (
        "fragment-alone",
        &[(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "did not" }, { "source": "daily", "directness": "indirect", "paraphrase": "State C was not there." }"#,
        )],
    ),
];
