//! Other ways to break a rule than that of its row, and what is said of them.

use super::{DENIAL, DENIES, UNDISPUTED};
use crate::rows::{E, FILE, RELATIONS, SOURCES, STATEMENTS};

const ONE_MIXED: &str =
    r#"{ "source": "daily", "directness": "mixed", "quote": "without any basis" }"#;

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
    // What friends say and what is asked for is no accusation.
    (
        "accused-without-answer",
        &[
            UNDISPUTED,
            (
                DENIES,
                "\"stance\": [\"acknowledge\"], \"about\": [\"e-speaks\"], \"to\": [\"bystander-e\"]",
            ),
            (
                STATEMENTS,
                ",\n    { \"id\": \"e-speaks\", \"speaker\": \"bystander-e\", \"stance\": [\"express-solidarity\"], \"to\": [\"state-c\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. speaks to the state.\" }] }\n  ],\n  \"events\"",
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
                "\"stance\": [\"reject-demand\"], \"about\": [\"e-speaks\"]",
            ),
            (
                STATEMENTS,
                ",\n    { \"id\": \"e-speaks\", \"speaker\": \"bystander-e\", \"stance\": [\"call-upon\"], \"to\": [\"state-c\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. speaks to the state.\" }] }\n  ],\n  \"events\"",
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
                "\"stance\": [\"acknowledge\"], \"about\": [\"e-speaks\"], \"to\": [\"bystander-e\"]",
            ),
            (
                STATEMENTS,
                ",\n    { \"id\": \"e-speaks\", \"speaker\": \"bystander-e\", \"stance\": [\"condemn\"], \"to\": [\"state-c\"], \"reports\": [{ \"source\": \"gazette\", \"directness\": \"indirect\", \"paraphrase\": \"E. speaks to the state.\" }] }\n  ],\n  \"events\"",
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
    // What stands beside it is told, too.
    (
        "unprintable-character",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"Å™\u{c5}\u{99} Sta\\u0001te C\"",
        )],
        "character 9 of the text is U+0001, which cannot be printed; editions",
    ),
    (
        "invisible-character",
        &[(
            "\"name\": \"State C\"",
            "\"name\": \"MinisterstvĂ\u{ad} Sta\u{ad}te C\"",
        )],
        "character 18 of the text, after \"Sta\", is U+00AD (soft hyphen), which nobody sees.",
    ),
    (
        "garbled-text",
        &[("\"name\": \"State C\"", "\"name\": \"Ã…â„¢editel C\"")],
        "what becomes of \"ředitel\" in UTF-8 where it is read as windows-1252, and that more than once.",
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
