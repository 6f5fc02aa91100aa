//! A first incident file, with one worked example of each record.
//!
//! Names, outlets and words in it are plainly made up: what is left standing of it is seen at once. `actor-map check` finds
//! nothing wrong with it, but asks for each text to be replaced ([`crate::check`], `examples`).

use super::tree::{list, object, optional, text, texts};
use crate::incident::{FORMAT_VERSION, Node, PartialDate};

/// The id of an incident whose title makes none.
pub const NO_ID: &str = "my-incident";

/// What an editor says of the incident to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The incident's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language the file is written in.
    pub language: String,
    /// When it became public, if known.
    pub disclosed: Option<PartialDate>,
    /// Name of the first source's outlet.
    pub publisher: String,
}

impl Start {
    /// A start with this title; its id is made of it.
    pub fn new(title: &str) -> Self {
        Self {
            id: super::ids::kebab(title).unwrap_or_else(|| NO_ID.to_owned()),
            title: title.to_owned(),
            language: "en".to_owned(),
            disclosed: None,
            publisher: "Example Daily".to_owned(),
        }
    }
}

/// The starter's values.
pub fn starter(start: &Start) -> Node {
    let day = start.disclosed;
    let date = || optional(day.map(|date| date.to_string()));
    // An event and a correction need a date; a year that nobody mistakes for their own stands in.
    let dated = || text(day.map_or_else(|| "2000".to_owned(), |date| date.to_string()));
    let first = super::ids::kebab(&start.publisher).unwrap_or_else(|| "first-source".to_owned());
    let first = if first == "example-gazette" {
        "first-source".to_owned()
    } else {
        first
    };
    let first = first.as_str();
    object([
        ("version", Node::Number(f64::from(FORMAT_VERSION))),
        (
            "incident",
            object([
                ("id", text(&start.id)),
                ("title", text(&start.title)),
                (
                    "summary",
                    text(
                        "One or two sentences of your own: what happened, who is blamed, who answered. Every record below is an example; replace it with your own.",
                    ),
                ),
                ("language", text(&start.language)),
                ("disclosed", date()),
                ("lead", texts(["a-accuses-b", "c-denies"])),
            ]),
        ),
        (
            "camps",
            list([
                object([
                    ("id", text("targeted")),
                    ("title", text("Targeted, and accusing")),
                ]),
                object([
                    ("id", text("accused")),
                    ("title", text("Accused, and answering")),
                ]),
            ]),
        ),
        (
            "sources",
            list([
                object([
                    ("id", text(first)),
                    ("publisher", text(&start.publisher)),
                    ("headline", text("Example: Ministry A blames Group B")),
                    ("published", date()),
                    ("language", text(&start.language)),
                    (
                        "x-note",
                        text(
                            "Fields whose name begins with x- are your own; nobody else reads them.",
                        ),
                    ),
                ]),
                object([
                    ("id", text("example-gazette")),
                    ("publisher", text("Example Gazette")),
                    ("agency", text("Example Wire")),
                    ("headline", text("Example: State C rejects the accusation")),
                    ("published", date()),
                    ("language", text(&start.language)),
                ]),
            ]),
        ),
        (
            "actors",
            list([
                actor(
                    "ministry-a",
                    "Example: Ministry A",
                    "public-body",
                    &["victim", "attributor"],
                    "targeted",
                    "Who it is, in a sentence of your own.",
                ),
                actor(
                    "group-b",
                    "Example: Group B",
                    "intrusion-set",
                    &["initiator"],
                    "accused",
                    "The group that the ministry names; State C denies any link.",
                ),
                actor(
                    "state-c",
                    "Example: State C",
                    "state",
                    &["alleged-sponsor"],
                    "accused",
                    "The state that the ministry sees behind the group; it denies this.",
                ),
                actor(
                    "embassy-of-c",
                    "Example: Embassy of C",
                    "diplomatic-mission",
                    &["responder"],
                    "accused",
                    "The mission that answered for State C.",
                ),
            ]),
        ),
        (
            "relations",
            list([
                object([
                    ("id", text("b-targets-a")),
                    ("type", text("targets")),
                    ("from", text("group-b")),
                    ("to", text("ministry-a")),
                    ("status", text("disputed")),
                    ("asserted_by", texts(["a-accuses-b"])),
                    ("disputed_by", texts(["c-denies"])),
                    (
                        "about",
                        text(
                            "A claim: it has a status, and the statements that assert and dispute it.",
                        ),
                    ),
                ]),
                object([
                    ("id", text("embassy-of-c-mission")),
                    ("type", text("mission-of")),
                    ("from", text("embassy-of-c")),
                    ("to", text("state-c")),
                    ("sources", texts(["example-gazette"])),
                    (
                        "about",
                        text("A tie of office: it has sources and no status."),
                    ),
                ]),
            ]),
        ),
        (
            "statements",
            list([
                object([
                    ("id", text("a-accuses-b")),
                    ("speaker", text("ministry-a")),
                    ("stance", texts(["accuse"])),
                    ("to", texts(["group-b"])),
                    ("date", date()),
                    ("venue", text("statement")),
                    (
                        "reports",
                        list([
                            object([
                                ("source", text(first)),
                                ("directness", text("direct")),
                                ("quote", text("Example: Group B broke into our network.")),
                                ("prefix", text("The ministry said: “")),
                                ("suffix", text("” It gave no details.")),
                            ]),
                            object([
                                ("source", text("example-gazette")),
                                ("directness", text("indirect")),
                                (
                                    "paraphrase",
                                    text(
                                        "What the source says without quotation marks, in your own words.",
                                    ),
                                ),
                            ]),
                        ]),
                    ),
                ]),
                object([
                    ("id", text("c-denies")),
                    ("speaker", text("embassy-of-c")),
                    ("stance", texts(["deny"])),
                    ("to", texts(["ministry-a"])),
                    ("about", texts(["a-accuses-b"])),
                    ("date", date()),
                    (
                        "reports",
                        list([
                            object([
                                ("source", text("example-gazette")),
                                ("directness", text("mixed")),
                                ("quote", text("example: without any ground")),
                                ("prefix", text("The embassy called it “")),
                                ("suffix", text("”, without more")),
                            ]),
                            object([
                                ("source", text("example-gazette")),
                                ("directness", text("indirect")),
                                (
                                    "paraphrase",
                                    text(
                                        "The sentence that the words quoted in part belong to, in your own words.",
                                    ),
                                ),
                            ]),
                        ]),
                    ),
                ]),
            ]),
        ),
        (
            "events",
            list([object([
                ("id", text("accusation")),
                ("date", dated()),
                ("title", text("Example: Ministry A names Group B")),
                ("actors", texts(["ministry-a", "group-b"])),
                ("sources", texts([first])),
            ])]),
        ),
        (
            "conflicts",
            list([object([
                ("id", text("who-answered")),
                ("question", text("Example: who answered the accusation?")),
                (
                    "answers",
                    list([
                        object([
                            ("source", text(first)),
                            ("says", text("Nobody, by the time it was printed.")),
                        ]),
                        object([
                            ("source", text("example-gazette")),
                            ("report", text("c-denies")),
                            ("says", text("The embassy of State C.")),
                        ]),
                    ]),
                ),
                ("about", texts(["c-denies", "embassy-of-c"])),
            ])]),
        ),
        (
            "waivers",
            list([object([
                ("rule", text("unknown-alias")),
                ("record", text("group-b")),
                (
                    "reason",
                    text(
                        "Example: Group B is made up; say here why a finding of the check may stand.",
                    ),
                ),
            ])]),
        ),
        (
            "corrections",
            list([object([
                ("date", dated()),
                (
                    "text",
                    text(
                        "Example: an earlier version named another outlet. Delete this until you have something to correct.",
                    ),
                ),
                ("changed", texts(["b-targets-a"])),
            ])]),
        ),
    ])
}

fn actor(id: &str, name: &str, kind: &str, roles: &[&str], camp: &str, about: &str) -> Node {
    object([
        ("id", text(id)),
        ("name", text(name)),
        ("kind", text(kind)),
        ("roles", texts(roles.iter().copied())),
        ("camp", text(camp)),
        ("about", text(about)),
    ])
}
