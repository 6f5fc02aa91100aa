//! Gathers what the editorial rules find, within bounds.

use crate::incident::Severity;
use crate::incident::limits::MAX_PROBLEMS;
use crate::incident::place::Place;
use crate::incident::template::fill;

use super::finding::Finding;
use super::rules::Card;

/// What was found. Paths count the records of the incident, not yet those of the file.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) findings: Vec<Finding>,
    /// All errors, also those beyond [`MAX_PROBLEMS`].
    pub(super) errors: usize,
    /// All warnings, also those beyond [`MAX_PROBLEMS`].
    pub(super) warnings: usize,
}

impl Notes {
    /// Notes a finding. The message is only made while there is room for it.
    pub(super) fn note(
        &mut self,
        card: &'static Card,
        place: Place<'_>,
        record: &str,
        field: &str,
        message: impl FnOnce() -> String,
    ) {
        self.note_at(card, || place.path(), record, field, message);
    }

    /// The same at a path.
    pub(super) fn note_at(
        &mut self,
        card: &'static Card,
        path: impl FnOnce() -> String,
        record: &str,
        field: &str,
        message: impl FnOnce() -> String,
    ) {
        match card.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        if self.has_room() {
            let finding = Finding::of(card, path(), record, field, message());
            self.findings.push(finding);
        }
    }

    /// Whether another finding would still be listed.
    pub(super) fn has_room(&self) -> bool {
        self.findings.len() < MAX_PROBLEMS
    }
}

/// A text of the file in quotation marks, on one line, and cut where it is long.
pub(super) fn shown(text: &str) -> String {
    fill("%q", &[text])
}
