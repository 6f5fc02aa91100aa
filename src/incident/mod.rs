//! The incident: its model, how a file is read and checked, and what is derived from it.
//!
//! ```text
//! text ─▶ Node (any serde format) ─▶ read: records, field by field ─▶ resolve: references ─▶ Incident
//!                                         └───────────────┴──▶ Problems, all in one pass
//! ```
//!
//! What is read:
//!
//! - [`model`] – the records of an incident file, as types;
//! - [`vocabulary`] – the closed lists: kinds, roles, stances, relation types, statuses;
//! - [`date`] – dates that may be a year, a month or a day;
//! - [`limits`] – how large a file and its texts may be.
//!
//! How it is read:
//!
//! - [`node`] – the value tree between any serde format and the readers; `json` makes it of a text (feature `cli`);
//! - [`reading`] – the entrance, [`read`]: what is refused, what is kept;
//! - `records` and `report` – one reader per record, on `fields`, the cursor over one record's fields, made of
//!   `values` and the written `forms`;
//! - `resolve` and `claims` – `references`, on `registry`, which knows every id of the file;
//! - [`problem`] – what an editor is told; `sink` gathers it, `place` says where it is, `template` and `nearest` word it.
//!
//! What is derived:
//!
//! - [`ties`] – who reacted to whom, and how many independent outlets report a statement, by the `families` of copies;
//! - [`lookup`] – finding records of a sound incident;
//! - `quotes` – the proof that every quotation stands in its source's text, and what else those texts tell (feature
//!   `check`);
//! - `printable`, `invisible` – characters that no page can show, and those that nobody sees (feature `check`);
//! - `scripts` – which letters are compared one by one, as their scripts put no space between words.
//!
//! Nothing here knows of the web.

pub mod date;
#[cfg(feature = "check")]
pub mod invisible;
#[cfg(feature = "cli")]
pub mod json;
pub mod limits;
pub mod lookup;
pub mod model;
pub mod node;
#[cfg(feature = "check")]
pub mod printable;
pub mod problem;
#[cfg(feature = "check")]
pub mod quotes;
pub mod reading;
pub mod ties;
pub mod vocabulary;

mod claims;
pub(crate) mod families;
mod fields;
pub(crate) mod forms;
pub(crate) mod nearest;
pub(crate) mod place;
mod records;
mod references;
mod registry;
pub(crate) mod report;
mod resolve;
#[cfg(any(feature = "browser", feature = "check"))]
pub(crate) mod scripts;
mod sink;
pub(crate) mod template;
mod values;

pub use date::PartialDate;
#[cfg(feature = "cli")]
pub use json::parse_json;
pub use limits::check_size;
pub use model::*;
pub use node::Node;
pub use problem::{Problem, Refusal, RefusalCode, Rule, Severity};
pub use reading::{Reading, read, read_in_pieces};
pub use vocabulary::*;
