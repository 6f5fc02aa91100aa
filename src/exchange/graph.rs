//! Actors and ties as a graph, for network tools: what [`graphml`](super::graphml), [`gexf`](super::gexf) and
//! [`oligrapher`](super::oligrapher) write.
//!
//! Edges are the relations of the file and the reactions that are derived from its statements, each with where it
//! comes from: no tool gets an accusation without its author and status.

use super::sheets::joined;
use crate::incident::lookup::Positions;
use crate::incident::ties::{Outlets, reactions};
use crate::incident::{Actor, Incident, PartialDate, Relation, Status, Term};

/// A graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph<'i> {
    /// The incident's title.
    pub title: &'i str,
    /// One node per actor.
    pub nodes: Vec<Node<'i>>,
    /// One edge per relation and per pair of actors of whom one reacted to the other. Several may join one pair.
    pub edges: Vec<Edge>,
}

/// An actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'i> {
    /// The actor.
    pub actor: &'i Actor,
    /// The title of its camp; empty for none.
    pub camp: &'i str,
    /// How many statements it made.
    pub statements: usize,
}

/// A tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// `relation-` and the relation's id, or `reaction-` and the ids of both actors.
    pub id: String,
    /// Position of a node.
    pub from: usize,
    /// Position of a node.
    pub to: usize,
    /// What it says, in words: "condemns", "targeted (disputed)".
    pub label: String,
    /// `claim`, `office` or `reaction`.
    pub sort: &'static str,
    /// The relation's type, or the stances of the reaction, the most frequent first; `|` between them.
    pub kind: String,
    /// The status of a claim; empty for others.
    pub status: &'static str,
    /// Names of who asserts a claim or makes the statements, as the sheets have lists: `|` between them, `\|` within.
    pub said_by: String,
    /// Names of who disputes a claim.
    pub disputed_by: String,
    /// Ids of the sources of a relation, or that report the reaction.
    pub sources: String,
    /// Ids of the statements it rests on.
    pub statements: String,
    /// How many statements it rests on; at least 1, so that it can be a weight.
    pub weight: usize,
    /// The most independent outlets that report one of these statements; 0 where it rests on none.
    pub outlets: usize,
    /// When, as far as known.
    pub date: Option<PartialDate>,
}

impl<'i> Graph<'i> {
    /// The graph of an incident.
    pub fn of(incident: &'i Incident) -> Self {
        let camp = |actor: &Actor| {
            let camp = incident.camp_of(actor);
            camp.map_or("", |camp| &camp.title)
        };
        let nodes = incident.actors.iter().map(|actor| Node {
            actor,
            camp: camp(actor),
            statements: incident.statements_by(&actor.id).count(),
        });
        let positions = Positions::of(incident.actors.iter().map(|actor| actor.id.as_str()));
        let relations = incident.relations.iter().filter_map(|relation| {
            let ends = (positions.get(&relation.from)?, positions.get(&relation.to)?);
            Some(of_relation(relation, ends, incident))
        });
        Self {
            title: &incident.incident.title,
            nodes: nodes.collect(),
            edges: relations.chain(of_reactions(incident)).collect(),
        }
    }
}

fn of_relation(relation: &Relation, (from, to): (usize, usize), incident: &Incident) -> Edge {
    let label = relation.relation.label();
    let label = match relation.status {
        Some(status) if status != Status::Settled => format!("{label} ({})", status.label()),
        _ => label.to_owned(),
    };
    Edge {
        id: format!("relation-{}", relation.id),
        from,
        to,
        label,
        sort: if relation.relation.is_office() {
            "office"
        } else {
            "claim"
        },
        kind: relation.relation.id().to_owned(),
        status: relation.status.map_or("", Term::id),
        said_by: speakers(&relation.asserted_by, incident),
        disputed_by: speakers(&relation.disputed_by, incident),
        sources: relation.sources.join("|"),
        statements: relation.asserted_by.join("|"),
        weight: relation.asserted_by.len().max(1),
        outlets: most_outlets(&relation.asserted_by, incident),
        date: relation.date,
    }
}

fn of_reactions(incident: &Incident) -> impl Iterator<Item = Edge> {
    reactions(incident).into_iter().filter_map(|reaction| {
        let from = incident.actors.get(reaction.from)?;
        let to = incident.actors.get(reaction.to)?;
        let (first, _) = reaction.stances.first()?;
        let statements = reaction.statements.iter();
        let statements: Vec<_> = statements
            .filter_map(|at| incident.statements.get(*at))
            .collect();
        let ids: Vec<String> = statements.iter().map(|said| said.id.clone()).collect();
        let kinds = reaction.stances.iter().map(|(stance, _)| stance.id());
        let mut sources: Vec<&str> = Vec::new();
        for report in statements.iter().flat_map(|statement| &statement.reports) {
            if !sources.contains(&report.source.as_str()) {
                sources.push(&report.source);
            }
        }
        Some(Edge {
            id: format!("reaction-{}-{}", from.id, to.id),
            from: reaction.from,
            to: reaction.to,
            label: first.towards().to_owned(),
            sort: "reaction",
            kind: kinds.collect::<Vec<_>>().join("|"),
            status: "",
            said_by: joined(std::iter::once(from.name.as_str())),
            disputed_by: String::new(),
            sources: sources.join("|"),
            weight: statements.len(),
            outlets: most_outlets(&ids, incident),
            date: statements.iter().filter_map(|said| said.date).min(),
            statements: ids.join("|"),
        })
    })
}

fn speakers(statements: &[String], incident: &Incident) -> String {
    let mut names: Vec<&str> = Vec::new();
    let speakers = statements
        .iter()
        .filter_map(|id| incident.actor(&incident.statement(id)?.speaker));
    for speaker in speakers {
        if !names.contains(&speaker.name.as_str()) {
            names.push(&speaker.name);
        }
    }
    joined(names.into_iter())
}

fn most_outlets(statements: &[String], incident: &Incident) -> usize {
    let outlets = Outlets::of(&incident.sources);
    let statements = statements.iter().filter_map(|id| incident.statement(id));
    let counts = statements.map(|statement| outlets.confirmations(statement));
    counts.max().unwrap_or_default()
}
