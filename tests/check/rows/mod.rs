//! For every rule an edit of `base/incident.json` that breaks just it. The sign ▶ in an edit stands where the finding
//! must point, and is not part of the file. A row stands in the file of its rule's group.

mod editorial;
mod quotations;
mod structure;
mod waivers;

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

/// The rows of all groups.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    [
        structure::ROWS,
        quotations::ROWS,
        editorial::ROWS,
        waivers::ROWS,
    ]
    .into_iter()
    .flatten()
}
