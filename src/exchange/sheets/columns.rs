//! The sheets and their columns, in one place: what a column is called, and what its cells hold.

use crate::incident::{Directness, Kind, RelationType, Role, Stance, Status, Term};

/// What the cells of a column hold.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// A text of our own or a name; spaces around it do not count.
    Text,
    /// A text as a source prints it; every character counts.
    Verbatim,
    /// A quotation; one pair of quotation marks around it does not count.
    Quote,
    /// An id, a language tag: one word, without quotation marks around it.
    Word,
    /// A web address.
    Address,
    /// A date.
    Date,
    /// A whole number.
    Number,
    /// A term of a closed list.
    Term(fn(&str) -> Option<&'static str>),
    /// Terms of a closed list.
    Terms(fn(&str) -> Option<&'static str>),
    /// Ids.
    Ids,
    /// Names: texts with `|` between them.
    Names,
    /// Relations that a statement asserts or disputes: ids, or `from type to`. Only read: they become relations.
    Claims {
        /// Whether the statement asserts them or disputes them.
        asserts: bool,
    },
    /// Whom an actor speaks for, with the sources that say so: `nato: upi, ap`. Only read: they become relations.
    Offices,
}

/// One column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Its name, which is the field's; of a part's field with the sheet's prefix where the record has one of that name.
    pub(super) name: &'static str,
    /// Other names that are understood.
    pub(super) also: &'static [&'static str],
    /// What its cells hold.
    pub(super) form: Form,
    /// Whether it is a field of the parts (reports, answers), one of which stands in each row.
    pub(super) of_part: bool,
}

impl Column {
    /// The field in the incident file.
    pub(super) fn field(&self) -> &'static str {
        match self.name {
            "report_speaker" => "speaker",
            "report_venue" => "venue",
            "country" => "x-country",
            name => name,
        }
    }

    /// Whether it stands in sheets that are written; the others are only read.
    pub(super) fn is_written(&self) -> bool {
        !matches!(self.form, Form::Claims { .. } | Form::Offices) && self.name != "country"
    }
}

/// One sheet: a list of an incident file.
pub(super) struct Sheet {
    /// Its name, which is the list's; the file is called this and `.csv`.
    pub(super) name: &'static str,
    /// What one of its records is called.
    pub(super) noun: &'static str,
    /// The field that holds the parts of a record, each in a row of its own, and what stands before the names of
    /// their fields where these could be mistaken for the record's.
    pub(super) parts: Option<(&'static str, &'static str)>,
    /// Its columns.
    pub(super) columns: &'static [Column],
}

/// A column of the record.
const fn column(name: &'static str, form: Form) -> Column {
    Column {
        name,
        also: &[],
        form,
        of_part: false,
    }
}

/// A column of the parts.
const fn part(name: &'static str, form: Form) -> Column {
    Column {
        of_part: true,
        ..column(name, form)
    }
}

/// The same column with other names that are understood.
const fn also(column: Column, also: &'static [&'static str]) -> Column {
    Column { also, ..column }
}

/// The id of the term that a cell means: its id or its label, in capital or small letters, with spaces or hyphens.
fn term<T: Term>(typed: &str) -> Option<&'static str> {
    let words = |text: &str| {
        let lower = text.trim().to_lowercase();
        let parts = lower.split([' ', '_', '-']).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect::<Vec<String>>()
    };
    let typed = words(typed);
    let found = T::ALL
        .iter()
        .find(|term| words(term.id()) == typed || words(term.label()) == typed);
    found.map(|term| term.id())
}

/// The head of the file, in the one row of a sheet.
pub(super) const HEAD: &str = "incident";

/// Every sheet, in the order of the file's lists; the head first.
pub(super) const SHEETS: [Sheet; 11] = [
    Sheet {
        name: HEAD,
        noun: "incident",
        parts: None,
        columns: &[
            column("id", Form::Word),
            column("title", Form::Text),
            column("summary", Form::Text),
            also(column("language", Form::Word), &["lang"]),
            column("began", Form::Date),
            column("disclosed", Form::Date),
            column("lead", Form::Ids),
        ],
    },
    Sheet {
        name: "camps",
        noun: "camp",
        parts: None,
        columns: &[column("id", Form::Word), column("title", Form::Text)],
    },
    Sheet {
        name: "sources",
        noun: "source",
        parts: None,
        columns: &[
            column("id", Form::Word),
            column("publisher", Form::Text),
            also(column("agency", Form::Text), &["via"]),
            column("author", Form::Text),
            column("headline", Form::Text),
            also(column("url", Form::Address), &["link"]),
            column("published", Form::Date),
            also(column("language", Form::Word), &["lang"]),
            column("text", Form::Text),
            column("excerpt_of", Form::Word),
        ],
    },
    Sheet {
        name: "actors",
        noun: "actor",
        parts: None,
        columns: &[
            column("id", Form::Word),
            column("kind", Form::Term(term::<Kind>)),
            column("name", Form::Text),
            also(column("aliases", Form::Names), &["aka", "alias"]),
            also(column("roles", Form::Terms(term::<Role>)), &["role"]),
            column("camp", Form::Word),
            column("about", Form::Text),
            column("country", Form::Text),
            column("speaks_for", Form::Offices),
        ],
    },
    Sheet {
        name: "relations",
        noun: "relation",
        parts: None,
        columns: &[
            column("id", Form::Word),
            column("type", Form::Term(term::<RelationType>)),
            column("from", Form::Word),
            column("to", Form::Word),
            column("status", Form::Term(term::<Status>)),
            column("asserted_by", Form::Ids),
            column("disputed_by", Form::Ids),
            also(column("sources", Form::Ids), &["source"]),
            column("date", Form::Date),
            column("about", Form::Text),
        ],
    },
    Sheet {
        name: "statements",
        noun: "statement",
        parts: Some(("reports", "report_")),
        columns: &[
            column("id", Form::Word),
            column("date", Form::Date),
            column("speaker", Form::Word),
            column("capacity", Form::Text),
            column("stance", Form::Terms(term::<Stance>)),
            column("to", Form::Ids),
            column("about", Form::Ids),
            column("venue", Form::Text),
            column("asserts", Form::Claims { asserts: true }),
            column("disputes", Form::Claims { asserts: false }),
            part("source", Form::Word),
            part("directness", Form::Term(term::<Directness>)),
            part("quote", Form::Quote),
            part("paraphrase", Form::Text),
            part("prefix", Form::Verbatim),
            part("suffix", Form::Verbatim),
            part("part", Form::Number),
            part("report_speaker", Form::Word),
            part("report_venue", Form::Text),
            part("translated_from", Form::Word),
            part("original", Form::Verbatim),
        ],
    },
    Sheet {
        name: "events",
        noun: "event",
        parts: None,
        columns: &[
            column("id", Form::Word),
            column("date", Form::Date),
            column("title", Form::Text),
            also(column("actors", Form::Ids), &["actor"]),
            also(column("sources", Form::Ids), &["source"]),
        ],
    },
    Sheet {
        name: "conflicts",
        noun: "conflict",
        parts: Some(("answers", "answer_")),
        columns: &[
            column("id", Form::Word),
            column("question", Form::Text),
            column("about", Form::Ids),
            part("source", Form::Word),
            part("report", Form::Word),
            part("says", Form::Text),
        ],
    },
    Sheet {
        name: "corrections",
        noun: "correction",
        parts: None,
        columns: &[
            column("date", Form::Date),
            column("text", Form::Text),
            column("changed", Form::Ids),
        ],
    },
    Sheet {
        name: "waivers",
        noun: "waiver",
        parts: None,
        columns: &[
            column("rule", Form::Word),
            column("record", Form::Word),
            column("reason", Form::Text),
        ],
    },
    Sheet {
        name: "sign_offs",
        noun: "sign-off",
        parts: None,
        columns: &[
            column("record", Form::Word),
            column("by", Form::Text),
            column("date", Form::Date),
        ],
    },
];

impl Sheet {
    /// The sheet with this name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        SHEETS.iter().find(|sheet| sheet.name == name)
    }

    /// The file it is written to.
    pub(super) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The column a header names: itself or one of its other names, in any spelling.
    pub(super) fn column_named(&self, header: &str) -> Option<&'static Column> {
        let wanted = spelt(header);
        let columns = self.columns.iter();
        let mut named = columns.filter(|column| {
            spelt(column.name) == wanted || column.also.iter().any(|name| spelt(name) == wanted)
        });
        named.next()
    }
}

/// A name in small letters, without what separates its words.
pub(super) fn spelt(name: &str) -> String {
    let letters = name.chars().filter(|char| char.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
