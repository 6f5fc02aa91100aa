//! Edits of the base file beside those of `rows`: other ways to break a rule, and what only looks like a breach.

use crate::rows::{E, E_DENIES, FILE, RELATIONS, SOURCES, STATEMENTS};

/// The reports of the denial, and one that quotes it in part.
const DENIAL: &str = "{ \"source\": \"daily\", \"directness\": \"direct\", \"quote\": \"We did not.\" },\n        { \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"State C rejects the ministry’s charge.\" }";
const ONE_MIXED: &str =
    r#"{ "source": "daily", "directness": "mixed", "quote": "without any basis" }"#;

/// The denial without what it says that it answers: how it begins, and the claim's end that names it.
const DENIES: &str = "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"],\n      \"about\": [\"a-accuses\"],\n      \"date\": \"2030-05-03\"";
const UNDISPUTED: (&str, &str) = (
    "\"status\": \"disputed\", \"asserted_by\": [\"a-accuses\"], \"disputed_by\": [\"c-denies\"]",
    "\"status\": \"alleged\", \"asserted_by\": [\"a-accuses\"]",
);

/// The other ways to break a rule than that of its row: rule, edits, part of the message.
pub type Way = (
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

pub const WAYS: &[Way] = &[
    (
        "unlinked-speaker",
        &[(
            "\"quote\": \"broke into our network\"",
            "\"quote\": \"broke into our network\", \"speaker\": \"speaker-d\"",
        )],
        "the report names \"D. Speaker\" as the speaker, the statement \"Ministry A\"",
    ),
    (
        "unlinked-speaker",
        &[(
            "\"speaker\": \"speaker-d\",\n      \"capacity\": \"spokesman of State C\"",
            "\"speaker\": \"bystander-e\",\n      \"capacity\": \"spokesman\"",
        )],
        "E. Bystander speaks as \"spokesman\", but no tie of office says for whom.",
    ),
    (
        "unlinked-speaker",
        &[(
            "\"to\": \"state-c\", \"sources\": [\"daily\"]",
            "\"to\": \"state-c\", \"date\": \"2031\", \"sources\": [\"daily\"]",
        )],
        "D. Speaker is listed for \"State C\" from 2031, after the statement's date 2030-05-03.",
    ),
    (
        "undeclared-conflict",
        &[
            (
                "\"quote\": \"Company B broke into our network\"",
                "\"quote\": \"Company B broke into our secret network\"",
            ),
            (
                "\"quote\": \"broke into our network\"",
                "\"quote\": \"Company B broke into our public network\"",
            ),
        ],
        "With [-daily-]{+gazette+}: Company B broke into our [-secret-]{+public+} network",
    ),
    (
        "undeclared-copy",
        &[(
            SOURCES,
            ",\n    { \"id\": \"mirror-of-daily\", \"publisher\": \"Example Mirror\" }\n  ],\n  \"actors\"",
        )],
        "100 % of its text stands word for word in that of the source \"daily\"",
    ),
    (
        "unknown-alias",
        &[(
            E,
            r#"{ "id": "group-f", "name": "APT31", "aliases": ["Violet Tyfoon"], "kind": "intrusion-set" }"#,
        )],
        "\"Violet Tyfoon\" is in no list of known groups. Did you mean \"Violet Typhoon\"?",
    ),
    (
        "unprintable-character",
        &[(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"Republic\\u0000 C\\uffff\"]",
        )],
        "character 9 of the text is U+0000, which cannot be printed, and there is 1 more; editions have U+FFFD (�) there.",
    ),
    (
        "unprintable-character",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"\u{fffe}We did not.\"",
        )],
        "character 1 of the text is U+FFFE, which",
    ),
    (
        "unprintable-character",
        &[(
            "\"title\": \"The hack of Ministry A\"",
            "\"title\": \"The hack of\\u001f Ministry A\"",
        )],
        "character 12 of the text is U+001F, which",
    ),
    (
        "date-order",
        &[(
            "\"published\": \"2030-05-03\"",
            "\"published\": \"2030-05-01\"",
        )],
        "it was published on 2030-05-01, before the statement's date",
    ),
    (
        "dangling-id",
        &[(
            FILE,
            "\n  ],\n  \"sign_offs\": [{ \"record\": \"bystander-x\", \"by\": \"duty editor\" }]\n}\n",
        )],
        "no actor has the id \"bystander-x\"; the sign-off is left out.",
    ),
    (
        "missing-field",
        &[(
            FILE,
            "\n  ],\n  \"waivers\": [{ \"rule\": \"one-text\", \"record\": \"b-hit-a\" }]\n}\n",
        )],
        "it is missing; the waiver is left out.",
    ),
    (
        "malformed-language",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"in Czech\", \"original\": \"My ne.\"",
        )],
        "\"in Czech\" is not a language tag",
    ),
    (
        "quote-not-found",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"Nobody there ever wanted anything alike.\"",
        )],
        "Nothing like it stands there.",
    ),
    (
        "quote-not-found",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"W\u{435} did not.\"",
        )],
        "only what looks like it: “\u{435}” (U+0435) in the quotation is “e” (U+0065) in the source.",
    ),
    (
        "quote-not-found",
        &[(
            "\"quote\": \"broke into our network\"",
            "\"quote\": \"into our net\"",
        )],
        "the source has “into our net” only as a part of other words: it ends within “network”.",
    ),
    (
        "quote-not-found",
        &[("\"quote\": \"We did not.\"", "\"quote\": \"-\"")],
        "“-” has no word that could be looked for in the source.",
    ),
    (
        "quote-not-found",
        &[("\"quote\": \"We did not.\"", "\"quote\": \"WE DID NOT.\"")],
        "The closest passage, with [-quoted-]{+in the source+}: [-WE DID NOT.-]{+We did not.+}",
    ),
    (
        "context-not-found",
        &[("\"suffix\": \",” and\"", "\"suffix\": \",” but\"")],
        "after the quotation stands “,” and” in the source.",
    ),
    (
        "missing-field",
        &[("\"name\": \"State C\"", "\"name\": \"\u{200b}\u{feff}\"")],
        "it is empty; the actor is left out.",
    ),
    (
        "empty-quote",
        &[("\"quote\": \"We did not.\"", "\"quote\": \" \u{2060}\"")],
        "it is empty; the report is left out.",
    ),
    (
        "invisible-character",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"The State\u{ad} C\u{200e}\"",
        )],
        "character 10 of the text, after \"State\", is U+00AD (soft hyphen), which nobody sees, and there is 1 more.",
    ),
    (
        "invisible-character",
        &[(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"\u{2067}Republic C\u{2069}\"]",
        )],
        "character 1 of the text, at its beginning, is U+2067 (mark of isolated direction)",
    ),
    (
        "invisible-character",
        &[(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"\u{202b}جمهورية 1 – 2\u{202c}\"]",
        )],
        "character 1 of the text, at its beginning, is U+202B (mark of embedded direction)",
    ),
    (
        "formula-error",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"State C\", \"about\": \"#SPILL!\"",
        )],
        "the text is \"#SPILL!\".",
    ),
    (
        "formula-error",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"State C\", \"about\": \"#CALC!\"",
        )],
        "the text is \"#CALC!\".",
    ),
    (
        "formula-error",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"State C\", \"about\": \"#HODNOTA!\"",
        )],
        "the text is \"#HODNOTA!\".",
    ),
    (
        "example-text",
        &[(
            "A first version named another year.",
            "Example: an earlier version named another outlet. Delete this until you have something to correct.",
        )],
        "\"Example: an earlier version named another outlet.",
    ),
    (
        "markup-in-text",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We <b>did</b> not.\"",
        )],
        "the text has \"<b>\", which readers see as it stands.",
    ),
    (
        "repeated-actor",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": "Min\u00adistry A", "kind": "person" }"#,
        )],
        "is the name of the actor \"ministry-a\", too.",
    ),
    (
        "repeated-statement",
        &[(
            STATEMENTS,
            ",\n    { \"id\": \"c-denies-again\", \"speaker\": \"speaker-d\", \"stance\": [\"deny\"], \"to\": [\"ministry-a\"], \"about\": [\"a-accuses\"], \"date\": \"2030-05\", \"reports\": [{ \"source\": \"daily\", \"directness\": \"indirect\", \"paraphrase\": \"State C rejects the ministry's charge. \" }] }\n  ],\n  \"events\"",
        )],
        "it has the speaker, stance, target and words of the statement \"c-denies\".",
    ),
    (
        "person-on-one-outlet",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person", "roles": ["victim", "alleged-sponsor"] }"#,
        )],
        "its role calls \"E. Bystander\", a person, \"accused sponsor\", and no claim that stands",
    ),
    (
        "role-without-claim",
        &[
            (
                E,
                r#"{ "id": "group-f", "name": "Group F", "kind": "group", "roles": ["initiator"] }"#,
            ),
            (
                RELATIONS,
                ",\n    { \"id\": \"f-hit-a\", \"type\": \"targets\", \"from\": \"group-f\", \"to\": \"ministry-a\", \"status\": \"withdrawn\", \"sources\": [\"daily\"] }\n  ],\n  \"statements\"",
            ),
        ],
        "its role calls \"Group F\" \"accused attacker\", but no claim that stands",
    ),
    (
        "turned-claim",
        &[(
            RELATIONS,
            ",\n    { \"id\": \"b-hit-e\", \"type\": \"targets\", \"from\": \"company-b\", \"to\": \"bystander-e\", \"status\": \"disputed\", \"sources\": [\"daily\"], \"disputed_by\": [\"a-accuses\"] }\n  ],\n  \"statements\"",
        )],
        "the statement \"a-accuses\" only accuses, and whom the claim blames",
    ),
    (
        "status-mismatch",
        &[("\"status\": \"disputed\"", "\"status\": \"withdrawn\"")],
        "it is \"withdrawn\", but no statement of who asserted it takes it back",
    ),
    (
        "original-without-translation",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"EN\", \"original\": \"We did not.\"",
        )],
        "translated from \"en\", which is the language of the source \"daily\" itself.",
    ),
    (
        "repeated-actor",
        &[(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person", "aliases": ["E. B.", "d. speaker"] }"#,
        )],
        "its alias \"d. speaker\" is the name of the actor \"speaker-d\".",
    ),
    (
        "marks-in-paraphrase",
        &[(
            "\"title\": \"The hack of Ministry A\"",
            "\"title\": \"“We stole it all”, says State C\"",
        )],
        "it puts \"We stole it all\" between quotation marks, and no report of the file has these words.",
    ),
    (
        "marks-in-paraphrase",
        &[(
            "\"language\": \"en\",\n    \"began\"",
            "\"summary\": \"State C: “We did … not” and ‘we paid’; “we paid.”\", \"language\": \"en\",\n    \"began\"",
        )],
        "it puts \"we paid\"",
    ),
    (
        "marks-in-paraphrase",
        &[(
            "\"title\": \"The hack\"",
            "\"title\": \"State C: ‘We stole it all’\"",
        )],
        "it puts \"We stole it all\"",
    ),
    (
        "marks-in-paraphrase",
        &[(
            "\"to\": \"state-c\", \"sources\": [\"daily\"]",
            "\"to\": \"state-c\", \"about\": \"Its “voice of reason”.\", \"sources\": [\"daily\"]",
        )],
        "it puts \"voice of reason\"",
    ),
    (
        "marks-in-paraphrase",
        &[(
            "\"says\": \"Nobody knows.\"",
            "\"says\": \"“Nobody will ever know.”\"",
        )],
        "the answer puts \"Nobody will ever know.\" between quotation marks, and the source \"gazette\" does not have these words.",
    ),
    (
        "fragment-alone",
        &[(DENIAL, ONE_MIXED)],
        "of what was said, readers see only \"without any basis\" and then that \"D. Speaker\" contradicts \"Ministry A\"; they take these words for the denial.",
    ),
    // A part is none the less one where its source goes on, and a capital begins names, too.
    (
        "fragment-alone",
        &[(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "Nonsense Office", "part": 1 }, { "source": "daily", "directness": "mixed", "quote": "of wild dreams", "part": 2 }, { "source": "gazette", "directness": "mixed", "quote": "of dreams." }"#,
        )],
        "readers see only \"Nonsense Office\"",
    ),
    // Towards nobody.
    (
        "fragment-alone",
        &[
            (DENIAL, ONE_MIXED),
            (
                "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"]",
                "\"stance\": [\"inform\"]",
            ),
        ],
        "then that \"D. Speaker\" states something; they take these words for all of it.",
    ),
    // Said before, of something else, or as an answer to somebody else.
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"inform\"],\n      \"date\": \"2030-05-01\"",
            ),
        ],
        "\"Company B\" is accused, and no answer is told: what the file has of it was said before, or answers somebody else.",
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"inform\"],\n      \"date\": \"2030-04\"",
            ),
        ],
        "no answer is told: what",
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"acknowledge\"],\n      \"to\": [\"bystander-e\"],\n      \"date\": \"2030-05-03\"",
            ),
        ],
        "no answer is told: what",
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"inform\"],\n      \"about\": [\"e-speaks\"]",
            ),
            (
                STATEMENTS,
                ",\n    { \"id\": \"e-speaks\", \"speaker\": \"bystander-e\", \"stance\": [\"inform\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. speaks of the weather.\" }] }\n  ],\n  \"events\"",
            ),
        ],
        "no answer is told: what",
    ),
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"warn\"],\n      \"to\": [\"ministry-a\"]",
            ),
        ],
        "\"Company B\" is accused, and no answer is told.",
    ),
    (
        "contradictory-stances",
        &[(
            "\"stance\": [\"accuse\"]",
            "\"stance\": [\"accuse\", \"express-solidarity\"]",
        )],
        "readers would see that \"Ministry A\" stands with and accuses \"Company B\".",
    ),
    // Without a word on the soft hyphen in it.
    (
        "garbled-text",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"Úřad pro MinisterstvĂ\u{ad} C\"",
        )],
        "it has \"MinisterstvĂ\u{ad}\", which is what becomes of \"Ministerství\" in UTF-8 where it is read as windows-1250.",
    ),
    (
        "garbled-text",
        &[("\"quote\": \"We did not.\"", "\"quote\": \"We didnâ€™t.\"")],
        "it has \"didnâ€™t.\", which is what becomes of \"didn’t.\" in UTF-8 where it is read as windows-1252.",
    ),
    (
        "garbled-text",
        &[(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"R\u{fffd}publique\u{fffd}\"]",
        )],
        "character 2 of the text, after \"R\", is U+FFFD (�), which stands for one that could not be read, and there is 1 more.",
    ),
    (
        "unknown-language",
        &[(
            "\"language\": \"en\",\n    \"began\"",
            "\"language\": \"cz\",\n    \"began\"",
        )],
        "no language has the code \"cz\". Did you mean \"cs\" (Czech)?",
    ),
    (
        "unknown-language",
        &[(
            "\"published\": \"2030-05-04\", \"language\": \"en\"",
            "\"published\": \"2030-05-04\", \"language\": \"UA-Cyrl\"",
        )],
        "no language has the code \"ua\". Did you mean \"uk-Cyrl\" (Ukrainian)?",
    ),
    (
        "unknown-language",
        &[(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"jp\", \"original\": \"違う。\"",
        )],
        "no language has the code \"jp\". Did you mean \"ja\" (Japanese)?",
    ),
];

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
        &[("\"name\": \"State C\"", "\"name\": \"Ăştia PÄŤ „STRÁŽ“\"")],
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
