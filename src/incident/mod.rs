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
//! - [`problem`] – what an editor is told; `sink` gathers it, `place` says where it is, `words` and `nearest` word it.
//!
//! What is derived:
//!
//! - [`ties`] – who reacted to whom, and how many independent outlets report a statement;
//! - [`lookup`] – finding records of a sound incident;
//! - `quotes`, on `folding`, `marks`, `standing` and `edges`, `passage`, `look_alikes`, `copies` – whether every quotation stands in its source's text, on whole
//!   words, and what comes closest; which texts are copies, and whom they name (`names`; feature `check`);
//! - `printable`, `invisible`, `markup` – characters that no page can show, those that nobody sees, and HTML that stands in a text
//!   (feature `check`).
//!
//! Nothing here knows of the web.

#[cfg(feature = "check")]
pub mod copies;
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
#[cfg(feature = "check")]
mod edges;
pub(crate) mod families;
mod fields;
#[cfg(feature = "check")]
pub(crate) mod folding;
pub(crate) mod forms;
#[cfg(feature = "check")]
mod look_alikes;
#[cfg(feature = "check")]
mod marks;
#[cfg(feature = "check")]
pub(crate) mod markup;
#[cfg(feature = "check")]
pub mod names;
pub(crate) mod nearest;
#[cfg(feature = "check")]
pub(crate) mod passage;
pub(crate) mod place;
mod records;
mod references;
mod registry;
pub(crate) mod report;
mod resolve;
#[cfg(any(feature = "browser", feature = "check"))]
pub(crate) mod scripts;
mod sink;
#[cfg(feature = "check")]
mod standing;
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
