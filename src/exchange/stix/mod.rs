//! STIX 2.1 (OASIS): bundles of threat intelligence.
//!
//! - [`write()`] (`writing`) – an incident for analysts: identities, intrusion sets, relationships, notes for statements, opinions
//!   for what they assert and dispute; ids that are the same every time (UUIDv5); `kinds` says what
//!   actors are in STIX, `notes` writes what they say, in the `words` of other tools;
//! - [`read()`] – a threat report as the beginning of an incident: `objects` finds what is in a bundle, `actors`,
//!   `sources`, `relations` and `statements` take what an incident has a place for, `markings` knows what may not be
//!   published, `import` puts it together and lists what is left to do. What has no place is named and kept aside.

mod actors;
mod import;
mod kinds;
mod markings;
mod notes;
mod objects;
mod relations;
mod sources;
mod statements;
mod words;
mod writing;

pub use import::{Wanted, read};
pub use words::{act, line_of};
pub use writing::write;
