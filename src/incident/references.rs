//! The references of one record, resolved against the ids of the whole file.

use super::place::{ENTRY, FIELD, List, Outcome, Place};
use super::problem::Rule;
use super::registry::Registry;
use super::sink::Sink;

/// Resolves the references of one record. An empty id is one that could not be read and is told of already.
pub(super) struct References<'r, 'n> {
    pub(super) place: Place<'n>,
    pub(super) registry: &'r Registry<'n>,
    pub(super) sink: &'r mut Sink,
}

impl References<'_, '_> {
    /// A reference the record cannot do without: whether it leads somewhere.
    pub(super) fn required(&mut self, id: &str, field: &str, list: List) -> bool {
        id.is_empty() || self.resolves(id, field, &[list], self.place.outcome())
    }

    /// A reference that is left out where it leads nowhere.
    pub(super) fn optional(&mut self, id: &mut Option<String>, field: &str, list: List) {
        if let Some(reference) = id
            && !self.resolves(reference, field, &[list], FIELD)
        {
            *id = None;
        }
    }

    /// A list of references, of which those that lead nowhere, or to the record's `own` id, are left out.
    pub(super) fn entries(
        &mut self,
        ids: &mut Vec<String>,
        field: &str,
        lists: &[List],
        own: &str,
    ) {
        ids.retain(|id| {
            if id == own {
                self.itself(id, field, ENTRY);
            }
            id != own && self.resolves(id, field, lists, ENTRY)
        });
    }

    /// Notes that a record refers to itself where that says nothing.
    pub(super) fn itself(&mut self, id: &str, field: &str, (noun, happens): Outcome) {
        let template =
            "%q refers back to itself here; the %%.|Name another one, or drop the entry.";
        self.note(Rule::SelfReference, field, template, &[id, noun, happens]);
    }

    /// Notes a problem of this record.
    pub(super) fn note(&mut self, rule: Rule, field: &str, template: &str, words: &[&str]) {
        self.sink.note(rule, &self.place, field, template, words);
    }

    /// Whether a reference leads to a record of one of these lists; notes a problem with `outcome` if not.
    pub(super) fn resolves(
        &mut self,
        id: &str,
        field: &str,
        lists: &[List],
        outcome: Outcome,
    ) -> bool {
        self.registry
            .resolves(id, lists, &self.place, field, outcome, self.sink)
    }
}
