//! In and out: incidents from and to the formats other people work in.
//!
//! ```text
//! sheets (CSV) ─┐                                    ┌─▶ sheets (CSV)
//! STIX 2.1 ─────┴▶ Node ─ incident::read ─▶ Incident ┼─▶ STIX 2.1, JSON-LD
//!                                                    └─▶ GraphML, GEXF, Oligrapher
//! ```
//!
//! - [`sheets`] – tables for people who write incidents in a spreadsheet; the way back loses nothing;
//! - [`stix`] – bundles of threat reports: in as a start for an editor, out for analysts;
//! - [`json_ld`] – schema.org, for search engines and archives;
//! - [`graph`] – actors and ties for network tools, as [`graphml`], [`gexf`] and [`oligrapher`];
//! - [`schema`] – the JSON Schema of the incident file, from the Rust types;
//! - [`starter`] – a first file with one worked example of each record;
//! - [`difference`] – what changed between two versions, in an editor's words, and the correction that says so.
//!
//! What is read goes through [`incident::read`](crate::incident::read) like any other file, so no format has rules of
//! its own. [`finding`] says where something stands in the editor's own words: sheet, row and column. [`encoding`]
//! makes texts of bytes, [`tree`] makes values and prints them, `digits` finds numbers that a value cannot keep; `ids` makes
//! ids of names, `typed_date` dates of what people type, `xml` is for the formats that are XML.

pub mod difference;
pub mod encoding;
pub mod finding;
pub mod gexf;
pub mod graph;
pub mod graphml;
pub mod json_ld;
pub mod oligrapher;
pub mod schema;
pub mod sheets;
pub mod starter;
pub mod stix;
pub mod tree;

mod digits;
pub(crate) mod ids;
mod typed_date;
mod xml;

pub use finding::{Finding, Imported};
pub use typed_date::of_option as date_of_option;

use crate::incident::{Incident, Node, PartialDate, json, read};

/// The longest input of an import, in bytes. Larger ones are refused before anything is read.
pub const MAX_INPUT_BYTES: usize = 50_000_000;

/// An incident file that may be exported: its values as they stand, and what they mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    /// The file's values, with fields of the newsroom's own (`x-…`).
    pub tree: Node,
    /// The incident.
    pub incident: Incident,
    /// What should be looked at; nothing is left out for it.
    pub warnings: Vec<Finding>,
}

/// Reads an incident file of which nothing has to be left out.
///
/// # Errors
/// Every error of the file: what is exported must not silently be less than what the file says.
pub fn sound(bytes: &[u8]) -> Result<Sound, Vec<Finding>> {
    let text = json::decode(bytes).map_err(Finding::of_refusal)?;
    let tree = json::parse_json(text).map_err(Finding::of_refusal)?;
    let reading = read(&tree).map_err(Finding::of_refusal)?;
    let mut findings: Vec<Finding> = reading.problems.into_iter().map(Finding::from).collect();
    if reading.errors > 0 {
        return Err(findings);
    }
    findings.extend(digits::rounded(text, String::new()));
    Ok(Sound {
        tree,
        incident: reading.incident,
        warnings: findings,
    })
}

/// Today's date, in UTC; none if the clock stands before 1970.
pub fn today() -> Option<PartialDate> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = i64::try_from(since.ok()?.as_secs() / 86_400).ok()?;
    typed_date::of_epoch_day(days)
}
