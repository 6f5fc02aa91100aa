//! Other ways to break a rule than that of its row, and what is said of them.

use super::{DENIAL, DENIES, UNDISPUTED};
use crate::edits::E;
use crate::edits::Edit::{self, Append, Replace};

const ONE_MIXED: &str =
    r#"{ "source": "daily", "directness": "mixed", "quote": "without any basis" }"#;

/// A way to break a rule.
pub struct Way {
    /// The rule's id.
    pub rule: &'static str,
    /// What breaks it.
    pub edits: &'static [Edit<'static>],
    /// A part of what is said of it.
    pub message: &'static str,
}

/// By the rules' groups, and within them in the order of the rules.
pub const WAYS: &[Way] = &[
    // Structure
    Way {
        rule: "missing-field",
        edits: &[Append(
            "waivers",
            r#"{ "rule": "one-text", "record": "b-hit-a" }"#,
        )],
        message: "it is missing; the waiver is left out.",
    },
    Way {
        rule: "missing-field",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"\u{200b}\u{feff}\"",
        )],
        message: "it is empty; the actor is left out.",
    },
    Way {
        rule: "empty-quote",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \" \u{2060}\"",
        )],
        message: "it is empty; the report is left out.",
    },
    Way {
        rule: "dangling-id",
        edits: &[Append(
            "sign_offs",
            r#"{ "record": "bystander-x", "by": "duty editor" }"#,
        )],
        message: "no actor has the id \"bystander-x\"; the sign-off is left out.",
    },
    Way {
        rule: "date-order",
        edits: &[Replace(
            "\"published\": \"2030-05-03\"",
            "\"published\": \"2030-05-01\"",
        )],
        message: "it was published on 2030-05-01, before the statement's date",
    },
    Way {
        rule: "malformed-language",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"in Czech\", \"original\": \"My ne.\"",
        )],
        message: "\"in Czech\" is not a language tag",
    },
    Way {
        rule: "status-mismatch",
        edits: &[Replace(
            "\"status\": \"disputed\"",
            "\"status\": \"withdrawn\"",
        )],
        message: "it is \"withdrawn\", but no statement of who asserted it takes it back",
    },
    Way {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"Republic\\u0000 C\\uffff\"]",
        )],
        message: "character 9 of the text is U+0000, which cannot be printed, and there is 1 more; editions have U+FFFD (�) there.",
    },
    Way {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"\u{fffe}We did not.\"",
        )],
        message: "character 1 of the text is U+FFFE, which",
    },
    Way {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"title\": \"The hack of Ministry A\"",
            "\"title\": \"The hack of\\u001f Ministry A\"",
        )],
        message: "character 12 of the text is U+001F, which",
    },
    // Of windows-1252 read as Latin-1.
    Way {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"The People\\u0092s \u{93}State\u{94} C\"",
        )],
        message: "character 11 of the text is U+0092, which cannot be printed, and there are 2 more; editions have U+FFFD (�) there. In windows-1252 it is ’: a program may have read the words as Latin-1.",
    },
    Way {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"State\\u007f C\\u0081\"",
        )],
        message: "character 6 of the text is U+007F, which cannot be printed, and there is 1 more; editions have U+FFFD (�) there.",
    },
    // Beside letters that were read in another encoding.
    Way {
        rule: "unprintable-character",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"Å™\u{c5}\u{99} Sta\\u0001te C\"",
        )],
        message: "character 9 of the text is U+0001, which cannot be printed; editions",
    },
    Way {
        rule: "invisible-character",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"The State\u{ad} C\u{200e}\"",
        )],
        message: "character 10 of the text, after \"State\", is U+00AD (soft hyphen), which nobody sees, and there is 1 more.",
    },
    Way {
        rule: "invisible-character",
        edits: &[Replace(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"\u{2067}Republic C\u{2069}\"]",
        )],
        message: "character 1 of the text, at its beginning, is U+2067 (mark of isolated direction)",
    },
    Way {
        rule: "invisible-character",
        edits: &[Replace(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"\u{202b}جمهورية 1 – 2\u{202c}\"]",
        )],
        message: "character 1 of the text, at its beginning, is U+202B (mark of embedded direction)",
    },
    // Beside such letters.
    Way {
        rule: "invisible-character",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"MinisterstvĂ\u{ad} Sta\u{ad}te C\"",
        )],
        message: "character 18 of the text, after \"Sta\", is U+00AD (soft hyphen), which nobody sees.",
    },
    // Without a word on the soft hyphen in it.
    Way {
        rule: "garbled-text",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"Úřad pro MinisterstvĂ\u{ad} C\"",
        )],
        message: "it has \"MinisterstvĂ\u{ad}\", which is what becomes of \"Ministerství\" in UTF-8 where it is read as windows-1250.",
    },
    Way {
        rule: "garbled-text",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"Ã…â„¢editel C\"",
        )],
        message: "what becomes of \"ředitel\" in UTF-8 where it is read as windows-1252, and that more than once.",
    },
    Way {
        rule: "garbled-text",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We didnâ€™t.\"",
        )],
        message: "it has \"didnâ€™t.\", which is what becomes of \"didn’t.\" in UTF-8 where it is read as windows-1252.",
    },
    Way {
        rule: "garbled-text",
        edits: &[Replace(
            "\"aliases\": [\"Republic C\"]",
            "\"aliases\": [\"R\u{fffd}publique\u{fffd}\"]",
        )],
        message: "character 2 of the text, after \"R\", is U+FFFD (�), which stands for one that could not be read, and there is 1 more.",
    },
    Way {
        rule: "markup-in-text",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We <b>did</b> not.\"",
        )],
        message: "the text has \"<b>\", which readers see as it stands.",
    },
    Way {
        rule: "formula-error",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"State C\", \"about\": \"#SPILL!\"",
        )],
        message: "the text is \"#SPILL!\".",
    },
    Way {
        rule: "formula-error",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"State C\", \"about\": \"#CALC!\"",
        )],
        message: "the text is \"#CALC!\".",
    },
    Way {
        rule: "formula-error",
        edits: &[Replace(
            "\"name\": \"State C\"",
            "\"name\": \"State C\", \"about\": \"#HODNOTA!\"",
        )],
        message: "the text is \"#HODNOTA!\".",
    },
    Way {
        rule: "unknown-language",
        edits: &[Replace(
            "\"language\": \"en\",\n    \"began\"",
            "\"language\": \"cz\",\n    \"began\"",
        )],
        message: "no language has the code \"cz\". Did you mean \"cs\" (Czech)?",
    },
    Way {
        rule: "unknown-language",
        edits: &[Replace(
            "\"published\": \"2030-05-04\", \"language\": \"en\"",
            "\"published\": \"2030-05-04\", \"language\": \"UA-Cyrl\"",
        )],
        message: "no language has the code \"ua\". Did you mean \"uk-Cyrl\" (Ukrainian)?",
    },
    Way {
        rule: "unknown-language",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"jp\", \"original\": \"違う。\"",
        )],
        message: "no language has the code \"jp\". Did you mean \"ja\" (Japanese)?",
    },
    Way {
        rule: "example-text",
        edits: &[Replace(
            "A first version named another year.",
            "Example: an earlier version named another outlet. Delete this until you have something to correct.",
        )],
        message: "\"Example: an earlier version named another outlet.",
    },
    // Quotations
    Way {
        rule: "quote-not-found",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"Nobody there ever wanted anything alike.\"",
        )],
        message: "Nothing like it stands there.",
    },
    Way {
        rule: "quote-not-found",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"W\u{435} did not.\"",
        )],
        message: "only what looks like it: “\u{435}” (U+0435) in the quotation is “e” (U+0065) in the source.",
    },
    Way {
        rule: "quote-not-found",
        edits: &[Replace(
            "\"quote\": \"broke into our network\"",
            "\"quote\": \"into our net\"",
        )],
        message: "the source has “into our net” only as a part of other words: it ends within “network”.",
    },
    Way {
        rule: "quote-not-found",
        edits: &[Replace("\"quote\": \"We did not.\"", "\"quote\": \"-\"")],
        message: "“-” has no word that could be looked for in the source.",
    },
    Way {
        rule: "quote-not-found",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"WE DID NOT.\"",
        )],
        message: "The closest passage, with [-quoted-]{+in the source+}: [-WE DID NOT.-]{+We did not.+}",
    },
    Way {
        rule: "context-not-found",
        edits: &[Replace("\"suffix\": \",” and\"", "\"suffix\": \",” but\"")],
        message: "after the quotation stands “,” and” in the source.",
    },
    // Editorial
    Way {
        rule: "contradictory-stances",
        edits: &[Replace(
            "\"stance\": [\"accuse\"]",
            "\"stance\": [\"accuse\", \"express-solidarity\"]",
        )],
        message: "readers would see that \"Ministry A\" stands with and accuses \"Company B\".",
    },
    Way {
        rule: "unlinked-speaker",
        edits: &[Replace(
            "\"quote\": \"broke into our network\"",
            "\"quote\": \"broke into our network\", \"speaker\": \"speaker-d\"",
        )],
        message: "the report names \"D. Speaker\" as the speaker, the statement \"Ministry A\"",
    },
    Way {
        rule: "unlinked-speaker",
        edits: &[Replace(
            "\"speaker\": \"speaker-d\",\n      \"capacity\": \"spokesman of State C\"",
            "\"speaker\": \"bystander-e\",\n      \"capacity\": \"spokesman\"",
        )],
        message: "E. Bystander speaks as \"spokesman\", but no tie of office says for whom.",
    },
    Way {
        rule: "unlinked-speaker",
        edits: &[Replace(
            "\"to\": \"state-c\", \"sources\": [\"daily\"]",
            "\"to\": \"state-c\", \"date\": \"2031\", \"sources\": [\"daily\"]",
        )],
        message: "D. Speaker is listed for \"State C\" from 2031, after the statement's date 2030-05-03.",
    },
    Way {
        rule: "undeclared-conflict",
        edits: &[
            Replace(
                "\"quote\": \"Company B broke into our network\"",
                "\"quote\": \"Company B broke into our secret network\"",
            ),
            Replace(
                "\"quote\": \"broke into our network\"",
                "\"quote\": \"Company B broke into our public network\"",
            ),
        ],
        message: "With [-daily-]{+gazette+}: Company B broke into our [-secret-]{+public+} network",
    },
    Way {
        rule: "repeated-actor",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": "Min\u00adistry A", "kind": "person" }"#,
        )],
        message: "is the name of the actor \"ministry-a\", too.",
    },
    Way {
        rule: "repeated-actor",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person", "aliases": ["E. B.", "d. speaker"] }"#,
        )],
        message: "its alias \"d. speaker\" is the name of the actor \"speaker-d\".",
    },
    Way {
        rule: "repeated-statement",
        edits: &[Append(
            "statements",
            r#"{ "id": "c-denies-again", "speaker": "speaker-d", "stance": ["deny"], "to": ["ministry-a"], "about": ["a-accuses"], "date": "2030-05", "reports": [{ "source": "daily", "directness": "indirect", "paraphrase": "State C rejects the ministry's charge. " }] }"#,
        )],
        message: "it has the speaker, stance, target and words of the statement \"c-denies\".",
    },
    Way {
        rule: "undeclared-copy",
        edits: &[Append(
            "sources",
            r#"{ "id": "mirror-of-daily", "publisher": "Example Mirror" }"#,
        )],
        message: "100 % of its text stands word for word in that of the source \"daily\"",
    },
    Way {
        rule: "turned-claim",
        edits: &[Append(
            "relations",
            r#"{ "id": "b-hit-e", "type": "targets", "from": "company-b", "to": "bystander-e", "status": "disputed", "sources": ["daily"], "disputed_by": ["a-accuses"] }"#,
        )],
        message: "the statement \"a-accuses\" only accuses, and whom the claim blames",
    },
    Way {
        rule: "role-without-claim",
        edits: &[
            Replace(
                E,
                r#"{ "id": "group-f", "name": "Group F", "kind": "group", "roles": ["initiator"] }"#,
            ),
            Append(
                "relations",
                r#"{ "id": "f-hit-a", "type": "targets", "from": "group-f", "to": "ministry-a", "status": "withdrawn", "sources": ["daily"] }"#,
            ),
        ],
        message: "its role calls \"Group F\" \"accused attacker\", but no claim that stands",
    },
    // Said before, of something else, or as an answer to somebody else.
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"inform\"],\n      \"date\": \"2030-05-01\"",
            ),
        ],
        message: "\"Company B\" is accused, and no answer is told: what the file has of it was said before, or answers somebody else.",
    },
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"inform\"],\n      \"date\": \"2030-04\"",
            ),
        ],
        message: "no answer is told: what",
    },
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"acknowledge\"],\n      \"to\": [\"bystander-e\"],\n      \"date\": \"2030-05-03\"",
            ),
        ],
        message: "no answer is told: what",
    },
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"inform\"],\n      \"about\": [\"e-speaks\"]",
            ),
            Append(
                "statements",
                r#"{ "id": "e-speaks", "speaker": "bystander-e", "stance": ["inform"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. speaks of the weather." }] }"#,
            ),
        ],
        message: "no answer is told: what",
    },
    // What friends say and what is asked for is no accusation.
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"acknowledge\"], \"about\": [\"e-speaks\"], \"to\": [\"bystander-e\"]",
            ),
            Append(
                "statements",
                r#"{ "id": "e-speaks", "speaker": "bystander-e", "stance": ["express-solidarity"], "to": ["state-c"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. speaks to the state." }] }"#,
            ),
        ],
        message: "no answer is told: what",
    },
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"reject-demand\"], \"about\": [\"e-speaks\"]",
            ),
            Append(
                "statements",
                r#"{ "id": "e-speaks", "speaker": "bystander-e", "stance": ["call-upon"], "to": ["state-c"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. speaks to the state." }] }"#,
            ),
        ],
        message: "no answer is told: what",
    },
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"acknowledge\"], \"about\": [\"e-speaks\"], \"to\": [\"bystander-e\"]",
            ),
            Append(
                "statements",
                r#"{ "id": "e-speaks", "speaker": "bystander-e", "stance": ["condemn"], "to": ["state-c"], "reports": [{ "source": "gazette", "directness": "indirect", "paraphrase": "E. speaks to the state." }] }"#,
            ),
        ],
        message: "no answer is told: what",
    },
    Way {
        rule: "accused-without-answer",
        edits: &[
            UNDISPUTED,
            Replace(
                DENIES,
                "\"stance\": [\"warn\"],\n      \"to\": [\"ministry-a\"]",
            ),
        ],
        message: "\"Company B\" is accused, and no answer is told.",
    },
    Way {
        rule: "person-on-one-outlet",
        edits: &[Replace(
            E,
            r#"{ "id": "bystander-e", "name": "E. Bystander", "kind": "person", "roles": ["victim", "alleged-sponsor"] }"#,
        )],
        message: "its role calls \"E. Bystander\", a person, \"accused sponsor\", and no claim that stands",
    },
    Way {
        rule: "fragment-alone",
        edits: &[Replace(DENIAL, ONE_MIXED)],
        message: "of what was said, readers see only \"without any basis\" and then that \"D. Speaker\" contradicts \"Ministry A\"; they take these words for the denial.",
    },
    // A part is none the less one where its source goes on, and a capital begins names, too.
    Way {
        rule: "fragment-alone",
        edits: &[Replace(
            DENIAL,
            r#"{ "source": "daily", "directness": "mixed", "quote": "Nonsense Office", "part": 1 }, { "source": "daily", "directness": "mixed", "quote": "of wild dreams", "part": 2 }, { "source": "gazette", "directness": "mixed", "quote": "of dreams." }"#,
        )],
        message: "readers see only \"Nonsense Office\"",
    },
    // Towards nobody.
    Way {
        rule: "fragment-alone",
        edits: &[
            Replace(DENIAL, ONE_MIXED),
            Replace(
                "\"stance\": [\"deny\"],\n      \"to\": [\"ministry-a\"]",
                "\"stance\": [\"inform\"]",
            ),
        ],
        message: "then that \"D. Speaker\" states something; they take these words for all of it.",
    },
    Way {
        rule: "marks-in-paraphrase",
        edits: &[Replace(
            "\"title\": \"The hack of Ministry A\"",
            "\"title\": \"“We stole it all”, says State C\"",
        )],
        message: "it puts \"We stole it all\" between quotation marks, and no report of the file has these words.",
    },
    Way {
        rule: "marks-in-paraphrase",
        edits: &[Replace(
            "\"language\": \"en\",\n    \"began\"",
            "\"summary\": \"State C: “We did … not” and ‘we paid’; “we paid.”\", \"language\": \"en\",\n    \"began\"",
        )],
        message: "it puts \"we paid\"",
    },
    Way {
        rule: "marks-in-paraphrase",
        edits: &[Replace(
            "\"title\": \"The hack\"",
            "\"title\": \"State C: ‘We stole it all’\"",
        )],
        message: "it puts \"We stole it all\"",
    },
    Way {
        rule: "marks-in-paraphrase",
        edits: &[Replace(
            "\"to\": \"state-c\", \"sources\": [\"daily\"]",
            "\"to\": \"state-c\", \"about\": \"Its “voice of reason”.\", \"sources\": [\"daily\"]",
        )],
        message: "it puts \"voice of reason\"",
    },
    Way {
        rule: "marks-in-paraphrase",
        edits: &[Replace(
            "\"says\": \"Nobody knows.\"",
            "\"says\": \"“Nobody will ever know.”\"",
        )],
        message: "the answer puts \"Nobody will ever know.\" between quotation marks, and the source \"gazette\" does not have these words.",
    },
    Way {
        rule: "original-without-translation",
        edits: &[Replace(
            "\"quote\": \"We did not.\"",
            "\"quote\": \"We did not.\", \"translated_from\": \"EN\", \"original\": \"We did not.\"",
        )],
        message: "translated from \"en\", which is the language of the source \"daily\" itself.",
    },
    Way {
        rule: "unknown-alias",
        edits: &[Replace(
            E,
            r#"{ "id": "group-f", "name": "APT31", "aliases": ["Violet Tyfoon"], "kind": "intrusion-set" }"#,
        )],
        message: "\"Violet Tyfoon\" is in no list of known groups. Did you mean \"Violet Typhoon\"?",
    },
];
