//! What an editor is told before an incident is published.
//!
//! ```text
//! Node, Reading ─▶ examine ─┬─ structure: what reading found            (src/incident/)
//!                           ├─ quotations: what their proof found       (src/incident/quotes/)
//!                           ├─ editorial: the rooms below
//!                           └─ waivers: what an editor lets stand, and why ─▶ Examined, in the order of the file
//! ```
//!
//! - [`rules`] – a card for every rule: what it means, its likely cause, what to do; as a page, [`rules::page`]. What the
//!   cards say is in `cards`;
//! - [`finding`] – one thing found, with its place; `notes` gathers them, `paths` finds their places in the file;
//! - `offices`, `accusations`, `claims`, `outlets`, `speech`, `fragments`, `marks`, `conflicts`, `repeats`, `speakers`,
//!   `groups` – the editorial rules, one concern each, on `case`, which knows an incident's outlets and offices;
//! - `answers` – what can be an answer to an accusation, for `accusations`;
//! - `characters` – what is wrong with a text by itself; `garbled` knows texts that were read in another encoding, `examples`
//!   the texts of `actor-map new` that nobody replaced;
//! - `languages` – codes of languages that are none;
//! - `formulas` – what spreadsheets show for formulas that fail, for the check and the import of sheets;
//! - `quotations` – what the proof of the quotations found, as findings;
//! - `waivers` – which findings an editor lets stand;
//! - [`spans`] – lines and columns, and what is wrong where a whole file is refused (feature `cli`);
//! - [`causes`] – which findings only follow from others, on `records`, the records as they stand (feature `cli`).
//!
//! Pure: nothing here reads a file, knows a clock or prints.

#[cfg(feature = "cli")]
pub mod causes;
pub mod finding;
pub mod rules;
#[cfg(feature = "cli")]
pub mod spans;

mod accusations;
mod answers;
mod cards;
mod case;
mod characters;
mod claims;
mod conflicts;
mod examples;
pub(crate) mod formulas;
mod fragments;
mod garbled;
mod groups;
mod languages;
mod marks;
mod notes;
mod offices;
mod outlets;
mod paths;
mod quotations;
#[cfg(feature = "cli")]
mod records;
mod repeats;
mod speakers;
mod speech;
mod waivers;

pub use finding::{Examined, Finding, Position, Waived};

use crate::incident::quotes::QuoteCheck;
use crate::incident::{Node, Problem, Reading, Refusal, Severity};

use case::Case;
use notes::Notes;
use paths::Paths;

/// Everything that an editor should know of a file: what reading it found, what the proof of its quotations found,
/// where that was made, and the editorial rules; less what the file's own waivers let stand.
///
/// `node` is the tree that `reading` was made of. The order is that of the file. Positions are empty: `spans` finds
/// them in the text.
pub fn examine(node: &Node, reading: &Reading, quotes: Option<&QuoteCheck>) -> Examined {
    let copies = quotes.map_or(&[][..], |check| &check.copies);
    let case = Case::of(&reading.incident, copies);
    let mut notes = Notes::default();
    for check in [
        offices::check,
        accusations::check,
        claims::check,
        outlets::check,
        speech::check,
        fragments::check,
        marks::check,
        conflicts::check,
        repeats::check,
        speakers::check,
        groups::check,
        languages::check,
    ] {
        check(&case, &mut notes);
    }
    if let Some(quotes) = quotes {
        speakers::check_named(&case, quotes, &mut notes);
        marks::check_answers(&case, quotes, &mut notes);
    }
    notes
        .findings
        .extend(quotes.into_iter().flat_map(quotations::findings));
    waivers::check_rules(&case, &mut notes);
    let of_quotes = quotes.map_or(&[][..], |check| &check.problems);
    let errors = reading.errors + notes.errors + count(of_quotes, Severity::Error);
    let warnings = reading.warnings + notes.warnings + count(of_quotes, Severity::Warning);

    let paths = Paths::of(node, reading);
    for finding in &mut notes.findings {
        finding.path = paths.in_file(&finding.path);
    }
    let mut examined = Examined {
        findings: reading.problems.iter().map(Finding::from).collect(),
        waived: Vec::new(),
        errors,
        warnings,
        left_out: reading.left_out,
    };
    examined.findings.append(&mut notes.findings);
    let mut of_texts = Notes::default();
    characters::check(node, &mut of_texts);
    examined.warnings += of_texts.warnings;
    examined.findings.append(&mut of_texts.findings);
    waivers::apply(&case, &paths, quotes.is_some(), &mut examined);
    examined
        .findings
        .sort_by_cached_key(|finding| paths::file_order(&finding.path));
    examined
}

/// What was found on the way in a file that is then refused.
pub fn refused(refusal: &Refusal) -> Examined {
    Examined {
        findings: refusal.problems.iter().map(Finding::from).collect(),
        errors: count(&refusal.problems, Severity::Error),
        warnings: count(&refusal.problems, Severity::Warning),
        ..Examined::default()
    }
}

/// How many of these problems are of this severity.
fn count(problems: &[Problem], severity: Severity) -> usize {
    let problems = problems.iter();
    problems
        .filter(|problem| problem.severity == severity)
        .count()
}
