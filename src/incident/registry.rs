//! Which records a file has, which ids they own, and whether they are kept.

use super::fields::Slot;
use super::lookup::{Positions, repeats};
use super::place::{List, Outcome, Place};
use super::problem::Rule;
use super::sink::Sink;

/// What has become of every record of a file.
#[derive(Default)]
pub(super) struct Registry<'n> {
    lists: Vec<(List, Positions<'n>, Vec<Slot<'n>>)>,
}

/// What is known of an id in one list.
#[derive(Clone, Copy)]
enum Found<'n> {
    /// A record has it and is kept; its position in the list.
    Kept(usize),
    /// A record has it but is left out.
    LeftOut(Place<'n>),
    Missing,
}

impl<'n> Registry<'n> {
    /// Takes up a list. The first record with an id owns it; later ones are left out.
    pub(super) fn register(&mut self, list: List, mut slots: Vec<Slot<'n>>, sink: &mut Sink) {
        let ids: Vec<&str> = slots.iter().map(|slot| slot.place.id).collect();
        for (slot, again) in slots.iter_mut().zip(repeats(&ids)) {
            // Records without an id are told about that already.
            if again && !slot.place.id.is_empty() {
                slot.sound = false;
                let (noun, happens) = slot.place.outcome();
                let template = "an earlier % has the id %q; the %%.|Give it an id of its own, or merge the two.";
                let words = [noun, slot.place.id, noun, happens];
                sink.note(Rule::DuplicateId, &slot.place, "id", template, &words);
            }
        }
        self.lists
            .push((list, Positions::of(ids.into_iter()), slots));
    }

    /// What has become of a record. None only for a position that the list does not have.
    pub(super) fn slot(&mut self, list: List, position: usize) -> Option<&mut Slot<'n>> {
        let (.., slots) = self.lists.iter_mut().find(|(of, ..)| *of == list)?;
        slots.get_mut(position)
    }

    /// Where a record stands.
    pub(super) fn place(&self, list: List, position: usize) -> Place<'n> {
        let slot = self.list(list).and_then(|(_, slots)| slots.get(position));
        slot.map_or(Place::single(List::File), |slot| slot.place)
    }

    /// The position of the kept record with this id.
    pub(super) fn position(&self, list: List, id: &str) -> Option<usize> {
        match self.find(list, id) {
            Found::Kept(position) => Some(position),
            _ => None,
        }
    }

    /// Drops the records of a list that are not sound.
    pub(super) fn keep<T>(&self, list: List, records: &mut Vec<T>, sink: &mut Sink) {
        if let Some((_, slots)) = self.list(list) {
            sink.left_out += keep(slots, records);
        }
    }

    /// Whether an id refers to a kept record of one of these lists; notes a problem with `outcome` if not.
    pub(super) fn resolves(
        &self,
        id: &str,
        wanted: &[List],
        place: &Place<'_>,
        field: &str,
        outcome: Outcome,
        sink: &mut Sink,
    ) -> bool {
        let (noun, happens) = outcome;
        let mut left_out = None;
        for list in wanted {
            match self.find(*list, id) {
                Found::Kept(_) => return true,
                Found::LeftOut(at) => left_out = Some(at),
                Found::Missing => {}
            }
        }
        if let Some(at) = left_out {
            let words = [at.noun(), id, &at.path(), noun, happens, at.noun()];
            let template = "the % %q (%) is left out itself; the %%.|Mend that % first.";
            sink.note(Rule::HangsOn, place, field, template, &words);
            return false;
        }
        let elsewhere = List::REFERABLE
            .iter()
            .find(|list| !matches!(self.find(**list, id), Found::Missing));
        if let Some(list) = elsewhere {
            let keys = one_of(wanted, List::key);
            let words = [id, list.key(), &keys, noun, happens, &keys];
            let template = "%q is an id of %, an id of % is expected; the %%.|Put an id of % here.";
            sink.note(Rule::DanglingId, place, field, template, &words);
            return false;
        }
        let slots = wanted
            .iter()
            .filter_map(|list| self.list(*list))
            .flat_map(|(_, slots)| slots);
        let nearest = sink.nearest_id(id, &mut slots.map(|slot| slot.place.id));
        let words = [&one_of(wanted, List::noun), id, noun, happens, &nearest];
        let template =
            "no % has the id %q; the %%.|%Correct the id, or add the record it stands for.";
        sink.note(Rule::DanglingId, place, field, template, &words);
        false
    }

    fn find(&self, list: List, id: &str) -> Found<'n> {
        let Some((positions, slots)) = self.list(list) else {
            return Found::Missing;
        };
        // Records without an id stand in the index too, under an empty one.
        let position = positions.get(id).filter(|_| !id.is_empty());
        match position.and_then(|position| Some((position, slots.get(position)?))) {
            Some((position, slot)) if slot.sound => Found::Kept(position),
            Some((_, slot)) => Found::LeftOut(slot.place),
            None => Found::Missing,
        }
    }

    fn list(&self, list: List) -> Option<(&Positions<'n>, &[Slot<'n>])> {
        let (_, positions, slots) = self.lists.iter().find(|(of, ..)| *of == list)?;
        Some((positions, slots))
    }
}

/// Drops the records whose slots are not sound, and says how many.
pub(super) fn keep<T>(slots: &[Slot<'_>], records: &mut Vec<T>) -> usize {
    let before = records.len();
    let mut slots = slots.iter();
    records.retain(|_| slots.next().is_some_and(|slot| slot.sound));
    before - records.len()
}

/// A word for each of several lists: "statement, relation, event or actor".
fn one_of(lists: &[List], word: fn(List) -> &'static str) -> String {
    let mut words = String::new();
    for (position, list) in lists.iter().enumerate() {
        words.push_str(match position {
            0 => "",
            _ if position + 1 == lists.len() => " or ",
            _ => ", ",
        });
        words.push_str(word(*list));
    }
    words
}
