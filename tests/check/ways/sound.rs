//! What looks like a breach of a rule and is none.

use super::{DENIAL, DENIES, UNDISPUTED};
use crate::edits::E;
use crate::edits::Edit::{self, Append, Replace};
use crate::rows::E_DENIES;

/// What looks like a breach of a rule and is none.
pub struct Sound {
    /// The rule's id.
    pub rule: &'static str,
    /// What looks like a breach.
    pub edits: &'static [Edit<'static>],
}

/// Each after what it shows, where that is not plain.
pub const SOUND: &[Sound] = &[
    // Said on the same day, perhaps after it, on no day that is known, or of somebody who is concerned; or it names what it answers.
    Sound {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(DENIES, "\"stance\": [\"inform\"], \"date\": \"2030-05-02\""),
        ],
    },
    Sound {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(DENIES, "\"stance\": [\"inform\"], \"date\": \"2030-05\""),
        ],
    },
    Sound {
        rule: "accused-without-answer",
        edits: &[UNDISPUTED, Replace(DENIES, "\"stance\": [\"acknowledge\"]")],
    },
    Sound {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"protest\"], \"to\": [\"ministry-a\"], \"date\": \"2030-05-03\"",
            ),
        ],
    },
    Sound {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"inform\"], \"to\": [\"company-b\"], \"date\": \"2030-05-03\"",
            ),
        ],
    },
    Sound {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"warn\"], \"about\": [\"a-accuses\"], \"date\": \"2030-05-03\"",
            ),
        ],
    },
    // Who denies what somebody else condemns them for.
    Sound {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"deny\"], \"about\": [\"e-speaks\"], \"to\": [\"bystander-e\"]",
            ),
            Append(
                "statements",
                r#"{ "id": "e-speaks", "speaker": "bystander-e", "stance": ["condemn"], "to": ["state-c"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. speaks to the state." }] }"#,
            ),
        ],
    },
    // Friends are warned, called upon and contradicted; and what is aimed at nobody says nothing of one.
    Sound {
        rule: "contradictory-stances",
        edits: &[Replace(
            "\"stance\": [\"deny\"]",
            "\"stance\": [\"deny\", \"express-solidarity\", \"warn\", \"call-upon\", \"reject-demand\"]",
        )],
    },
    Sound {
        rule: "contradictory-stances",
        edits: &[Replace(
            "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"]",
            "\"stance\": [\"condemn\", \"express-solidarity\"]",
        )],
    },
    Sound {
        rule: "invisible-character",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"MinisterstvĂ\u{ad} C\"",
        )],
    },
    Sound {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"\u{c5}\u{99}eho\u{c5}\u{99}\"",
        )],
    },
    Sound {
        rule: "garbled-text",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"Ăştia PÄŤ „STRÁŽ“ JOSÉ† Čłowjek\"",
        )],
    },
    // Of three letters there are thousands.
    Sound {
        rule: "unknown-language",
        edits: &[
            Replace(
                "\"language\": \"en\",\n    \"began\"",
                "\"language\": \"ckb\",\n    \"began\"",
            ),
            Replace(
                "\"published\": \"2030-05-04\", \"language\": \"en\"",
                "\"published\": \"2030-05-04\", \"language\": \"UK-ua\"",
            ),
        ],
    },
    // A claim that a source makes by itself, which it prints together with the answer.
    Sound {
        rule: "accused-without-answer",
        edits: &[
            Replace(
                "\"asserted_by\": [\"a-accuses\"], \"disputed_by\": [\"c-denies\"]",
                "\"sources\": [\"daily\"]",
            ),
            Replace(DENIES, "\"stance\": [\"inform\"], \"date\": \"2030-05-01\""),
        ],
    },
    // Named by the claim that it disputes.
    Sound {
        rule: "accused-without-answer",
        edits: &[Replace(
            DENIES,
            "\"stance\": [\"condemn\"], \"date\": \"2030-05-03\"",
        )],
    },
    // Printed by the answer's source, if in nobody's mouth.
    Sound {
        rule: "marks-in-paraphrase",
        edits: &[Replace(
            "\"says\": \"Nobody knows.\"",
            "\"says\": \"“The attack […] went on for months”.\"",
        )],
    },
    // Joiners in Persian and in emoji, and marks of direction beside Hebrew.
    Sound {
        rule: "invisible-character",
        edits: &[
            Replace(
                "\"name\": \"State C\"",
                "\"name\": \"می\u{200c}خواهم 👩\u{200d}🚀\"",
            ),
            Replace(
                "\"aliases\": [\"Republic C\"]",
                "\"aliases\": [\"\u{200f}מדינה C\u{200e}\"]",
            ),
        ],
    },
    Sound {
        rule: "markup-in-text",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"R&D; <C> & 1 < 2\"",
        )],
    },
    // The same words, said again on another day, or to somebody else.
    Sound {
        rule: "repeated-statement",
        edits: &[
            Append(
                "statements",
                r#"{ "id": "c-denies-again", "speaker": "speaker-d", "stance": ["deny"], "to": ["ministry-a"], "about": ["a-accuses"], "date": "2030-05-09", "reports": [{ "source": "daily", "directness": "direct", "quote": "We did not." }] }"#,
            ),
            Append(
                "statements",
                r#"{ "id": "c-denies-b", "speaker": "speaker-d", "stance": ["deny"], "to": ["company-b"], "about": ["a-accuses"], "reports": [{ "source": "daily", "directness": "direct", "quote": "We did not." }] }"#,
            ),
        ],
    },
    // Of a source of which nothing is quoted, nothing is to be proven.
    Sound {
        rule: "no-source-text",
        edits: &[Append(
            "sources",
            r#"{ "id": "unsaved", "publisher": "Example Weekly" }"#,
        )],
    },
    // Spaces round the words, and characters that nobody sees.
    Sound {
        rule: "quote-not-found",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \" We\u{200b} did\u{2060} n\u{ad}ot. \"",
        )],
    },
    // A body is called what its own company is blamed for.
    Sound {
        rule: "role-without-claim",
        edits: &[Replace(
            "\"name\": \"State C\",",
            "\"name\": \"State C\", \"roles\": [\"alleged-sponsor\"],",
        )],
    },
    // A body that denies is called what it denies.
    Sound {
        rule: "role-without-claim",
        edits: &[
            Replace(
                E,
                r#"{ "id": "bystander-e", "name": "Company E", "kind": "company", "roles": ["initiator"] }"#,
            ),
            E_DENIES,
        ],
    },
    // Who owns up to it needs nobody who accuses.
    Sound {
        rule: "role-without-claim",
        edits: &[
            Replace(
                E,
                r#"{ "id": "bystander-e", "name": "Group E", "kind": "group", "roles": ["initiator"] }"#,
            ),
            Append(
                "statements",
                r#"{ "id": "e-did-it", "speaker": "bystander-e", "stance": ["acknowledge"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. says it did it." }] }"#,
            ),
        ],
    },
    // An accusation says of whom by the claim it makes, or by what it answers.
    Sound {
        rule: "unaimed-accusation",
        edits: &[Replace("\"to\": [\"company-b\"]", "\"to\": []")],
    },
    Sound {
        rule: "unaimed-accusation",
        edits: &[Replace(
            "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"]",
            "\"stance\": [\"deny\", \"accuse\"],\n      \"to\": []",
        )],
    },
    // Who is contradicted may speak by another, and need not be named.
    Sound {
        rule: "denial-to-another",
        edits: &[Replace(
            "\"to\": [\"ministry-a\"]",
            "\"to\": [\"company-b\", \"ministry-a\"]",
        )],
    },
    Sound {
        rule: "denial-to-another",
        edits: &[Replace("\"to\": [\"ministry-a\"]", "\"to\": []")],
    },
    Sound {
        rule: "denial-to-another",
        edits: &[
            Replace("\"to\": [\"ministry-a\"]", "\"to\": [\"bystander-e\"]"),
            Append(
                "relations",
                r#"{ "id": "e-for-a", "type": "speaks-for", "from": "bystander-e", "to": "ministry-a", "sources": ["daily"] }"#,
            ),
        ],
    },
    // Who accuses another than the claim does may dispute it by that.
    Sound {
        rule: "turned-claim",
        edits: &[Replace(
            "\"stance\": [\"deny\"]",
            "\"stance\": [\"accuse\"]",
        )],
    },
    // Who asserted it takes it back.
    Sound {
        rule: "status-mismatch",
        edits: &[
            Replace("\"status\": \"disputed\"", "\"status\": \"withdrawn\""),
            Append(
                "statements",
                r#"{ "id": "a-takes-back", "speaker": "ministry-a", "stance": ["acknowledge"], "about": ["a-accuses"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "It was somebody else." }] }"#,
            ),
        ],
    },
    Sound {
        rule: "original-without-translation",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"cs\", \"original\": \"My ne.\"",
        )],
    },
    // An alias that is the actor's own name, and one that two have.
    Sound {
        rule: "repeated-actor",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person", "aliases": ["e. bystander", "Republic C"] }"#,
        )],
    },
    // Words of reports, names and words that are hardly anybody's.
    Sound {
        rule: "marks-in-paraphrase",
        edits: &[
            Replace(
                "\"title\": \"The hack of Ministry A\"",
                "\"title\": \"“We did not”: the “hack”, or “Operation Blue Reef”, of “Ministry A”\"",
            ),
            Replace(
                "\"title\": \"The hack\"",
                "\"title\": \"They ‘broke into our … network’\"",
            ),
            // As the source prints it, which need not be anybody's words.
            Replace(
                "\"says\": \"In 2029.\"",
                "\"says\": \"“And called it grave”, it says.\"",
            ),
            Replace(
                "\"text\": \"A first version named another year.\"",
                "\"text\": \"A first version said “in the year before”.\"",
            ),
        ],
    },
    // A sentence of its own, also where its source interrupts it; and what has no capitals to tell one by.
    Sound {
        rule: "fragment-alone",
        edits: &[Replace(
            DENIAL,
            r#"{ "source": "gazette", "directness": "mixed", "quote": "nonsense" }, { "source": "daily", "directness": "mixed", "quote": "‘Nonsense!’" }"#,
        )],
    },
    Sound {
        rule: "fragment-alone",
        edits: &[Replace(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "We did not", "part": 1 }, { "source": "gazette", "directness": "mixed", "quote": "not" }, { "source": "daily", "directness": "mixed", "quote": "do that.", "part": 2 }"#,
        )],
    },
    Sound {
        rule: "fragment-alone",
        edits: &[Replace(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "毫无根据" }"#,
        )],
    },
    // Told beside it, by the same source or another one.
    Sound {
        rule: "fragment-alone",
        edits: &[Replace(
            "\"directness\": \"direct\", \"quote\": \"We did not.\"",
            "\"directness\": \"mixed\", \"quote\": \"did not\"",
        )],
    },
    Sound {
        rule: "fragment-alone",
        edits: &[Replace(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "did not" }, { "source": "daily", "directness": "indirect", "paraphrase": "State C was not there." }"#,
        )],
    },
];
