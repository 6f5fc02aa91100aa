//! An incident as the editorial rules see it: who belongs to whom, and what rests on how many outlets.

use crate::incident::families::Families;
use crate::incident::lookup::Positions;
use crate::incident::place::{List, Part, Place};
use crate::incident::quotes::copies::Copied;
use crate::incident::template::fill;
use crate::incident::ties::Outlets;
use crate::incident::{Actor, Incident, Relation, RelationType, Source, Statement};

/// An incident, with what its rules look up more than once.
pub(super) struct Case<'i> {
    pub(super) incident: &'i Incident,
    sources: Positions<'i>,
    pub(super) actors: Positions<'i>,
    pub(super) statements: Positions<'i>,
    pub(super) outlets: Outlets<'i>,
    /// The saved texts that are copies, where texts were at hand.
    pub(super) copies: &'i [Copied],
    /// For each actor the first of those who can speak for each other.
    offices: Vec<usize>,
    /// For each statement what reports it.
    support: Vec<Support<'i>>,
}

/// On how much something rests.
#[derive(Clone, Copy, Default)]
pub(super) struct Support<'i> {
    outlet: Option<usize>,
    source: Option<&'i str>,
    /// Whether more than one source says so.
    pub(super) several_sources: bool,
    /// Whether more than one independent outlet says so.
    pub(super) several_outlets: bool,
}

impl<'i> Support<'i> {
    /// The first source that says so.
    pub(super) fn source(&self) -> Option<&'i str> {
        self.source
    }

    fn add(&mut self, source: &'i str, outlet: Option<usize>) {
        self.several_sources |= self.source.is_some_and(|first| first != source);
        self.source = self.source.or(Some(source));
        self.several_outlets |= self.outlet.is_some() && outlet.is_some() && self.outlet != outlet;
        self.outlet = self.outlet.or(outlet);
    }

    /// Adds what something else rests on.
    pub(super) fn join(&mut self, other: &Self) {
        if let Some(source) = other.source {
            self.add(source, other.outlet);
        }
        self.several_sources |= other.several_sources;
        self.several_outlets |= other.several_outlets;
    }
}

impl<'i> Case<'i> {
    pub(super) fn of(incident: &'i Incident, copies: &'i [Copied]) -> Self {
        let actors = Positions::of(incident.actors.iter().map(|actor| actor.id.as_str()));
        let mut families = Families::of(incident.actors.len());
        for relation in incident.relations.iter().filter(|relation| links(relation)) {
            if let (Some(from), Some(to)) = (actors.get(&relation.from), actors.get(&relation.to)) {
                families.join(from, to);
            }
        }
        let offices = (0..incident.actors.len()).map(|actor| families.family(actor));
        let offices = offices.collect();
        let outlets = Outlets::of(&incident.sources);
        let support = |statement: &'i Statement| {
            let mut support = Support::default();
            for report in &statement.reports {
                support.add(&report.source, outlets.outlet(&report.source));
            }
            support
        };
        Self {
            support: incident.statements.iter().map(support).collect(),
            sources: Positions::of(incident.sources.iter().map(|one| one.id.as_str())),
            statements: Positions::of(incident.statements.iter().map(|one| one.id.as_str())),
            incident,
            actors,
            outlets,
            copies,
            offices,
        }
    }

    /// The source with this id.
    pub(super) fn source(&self, id: &str) -> Option<&'i Source> {
        self.incident.sources.get(self.sources.get(id)?)
    }

    /// The actor with this id.
    pub(super) fn actor(&self, id: &str) -> Option<&'i Actor> {
        self.incident.actors.get(self.actors.get(id)?)
    }

    /// The name of the actor with this id.
    pub(super) fn name(&self, id: &'i str) -> &'i str {
        self.actor(id).map_or(id, |actor| &actor.name)
    }

    /// The group of actors, linked by ties of office, to which this one belongs.
    pub(super) fn office(&self, actor: &str) -> Option<usize> {
        self.offices.get(self.actors.get(actor)?).copied()
    }

    /// Whether ties of office lead from one actor to the other, directly or over third ones.
    pub(super) fn linked(&self, one: &str, other: &str) -> bool {
        self.office(one) == self.office(other)
    }

    /// What reports a statement.
    pub(super) fn reported(&self, position: usize) -> Support<'i> {
        self.support.get(position).copied().unwrap_or_default()
    }

    /// What a relation rests on: the reports of those who assert it, and the sources that say so themselves.
    pub(super) fn support(&self, relation: &'i Relation) -> Support<'i> {
        let mut support = Support::default();
        for id in &relation.asserted_by {
            if let Some(position) = self.statements.get(id) {
                support.join(&self.reported(position));
            }
        }
        for source in &relation.sources {
            support.add(source, self.outlets.outlet(source));
        }
        support
    }

    /// A source and its outlet: `the source "daily": "Example Daily"`. Where findings name lines, that of the source comes to
    /// stand after its id.
    pub(super) fn source_and_outlet(&self, source: &'i str) -> String {
        let outlet = self.outlet_name(source);
        if outlet == source {
            return fill("the source %q", &[source]);
        }
        fill("the source %q: %q", &[source, outlet])
    }

    /// The outlet of a source in words: its agency, else its publisher, else its headline or id.
    fn outlet_name(&self, source: &'i str) -> &'i str {
        let found = self.source(source);
        found.map_or(source, |found| {
            let names = [&found.agency, &found.publisher, &found.headline];
            names
                .into_iter()
                .find_map(Option::as_deref)
                .unwrap_or(source)
        })
    }
}

/// Whether a relation lets one actor speak for the other. Members of a body do not speak for it.
pub(super) fn links(relation: &Relation) -> bool {
    relation.relation.is_office() && relation.relation != RelationType::MemberOf
}

/// The place of a record.
pub(super) fn at(list: List, position: usize) -> Place<'static> {
    Place::single(list).nth(position)
}

/// The place of a report.
pub(super) fn at_report(statement: usize, report: usize) -> Place<'static> {
    at(List::Statements, statement)
        .parts(Part::Report)
        .nth(report)
}
