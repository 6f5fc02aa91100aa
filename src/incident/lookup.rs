//! Finding records of an incident by id.
//!
//! The methods of [`Incident`] are linear scans: for what one click needs. Loops over all records take
//! [`Positions`].

use crate::order::ranked;

use super::model::{Actor, Camp, Conflict, Incident, Relation, Source, Statement};

impl Incident {
    /// The actor with this id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == id)
    }

    /// The camp with this id.
    pub fn camp(&self, id: &str) -> Option<&Camp> {
        self.camps.iter().find(|camp| camp.id == id)
    }

    /// The camp an actor is in.
    pub fn camp_of(&self, actor: &Actor) -> Option<&Camp> {
        self.camp(actor.camp.as_deref()?)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The statement with this id.
    pub fn statement(&self, id: &str) -> Option<&Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }

    /// The relation with this id.
    pub fn relation(&self, id: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.id == id)
    }

    /// What an actor said, in the file's order.
    pub fn statements_by<'a>(&'a self, actor: &'a str) -> impl Iterator<Item = &'a Statement> {
        self.statements
            .iter()
            .filter(move |statement| statement.speaker == actor)
    }

    /// The relations from or to an actor, in the file's order.
    pub fn relations_of<'a>(&'a self, actor: &'a str) -> impl Iterator<Item = &'a Relation> {
        self.relations
            .iter()
            .filter(move |relation| relation.from == actor || relation.to == actor)
    }

    /// The conflicts about a statement, relation, event or actor, in the file's order.
    pub fn conflicts_about<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Conflict> {
        self.conflicts
            .iter()
            .filter(move |conflict| conflict.about.iter().any(|about| about == id))
    }
}

/// The positions of a list's ids, for many searches: sorted once, then found in logarithmic time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Positions<'i>(Vec<(&'i str, usize)>);

impl<'i> Positions<'i> {
    /// The positions of these ids, counted from 0. Of equal ids the first is found.
    pub fn of(ids: impl Iterator<Item = &'i str>) -> Self {
        Self::of_texts(&ids.collect::<Vec<_>>())
    }

    /// The same of texts in a list.
    #[inline(never)]
    pub fn of_texts(texts: &[&'i str]) -> Self {
        let order = by_text(texts).into_iter();
        Self(
            order
                .filter_map(|position| Some((*texts.get(position)?, position)))
                .collect(),
        )
    }

    /// The position of an id.
    pub fn get(&self, id: &str) -> Option<usize> {
        let first = self.0.partition_point(|(known, _)| *known < id);
        self.0
            .get(first)
            .filter(|(known, _)| *known == id)
            .map(|(_, position)| *position)
    }
}

/// Of each text whether an earlier one is the same.
pub(super) fn repeats(texts: &[&str]) -> Vec<bool> {
    let mut again = vec![false; texts.len()];
    let mut before = None;
    for position in by_text(texts) {
        let text = texts.get(position);
        if let Some(again) = again.get_mut(position) {
            *again = text == before;
        }
        before = text;
    }
    again
}

/// The positions of texts in the order of the texts; equal ones keep their order.
pub(crate) fn by_text(texts: &[&str]) -> Vec<usize> {
    ranked(texts.len(), &|one, other| {
        texts.get(one).cmp(&texts.get(other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_find_the_first_of_equal_ids() {
        let positions = Positions::of(["b", "a", "b", "c"].into_iter());
        assert_eq!(positions.get("a"), Some(1));
        assert_eq!(positions.get("b"), Some(0));
        assert_eq!(positions.get("c"), Some(3));
        assert_eq!(positions.get(""), None);
        assert_eq!(positions.get("d"), None);
    }

    #[test]
    fn repeats_are_all_but_the_first() {
        let expected = [false, false, true, true, true, false];
        assert_eq!(repeats(&["b", "a", "b", "a", "b", "c"]), expected);
        assert_eq!(repeats(&[]), [] as [bool; 0]);
    }
}
