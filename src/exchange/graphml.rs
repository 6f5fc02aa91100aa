//! GraphML 1.0 (graphml.graphdrawing.org), for Gephi, yEd, Cytoscape, networkx and others.

use std::io;

use super::graph::{Edge, Graph, Node};
use super::sheets::joined;
use super::xml::Xml;
use crate::incident::{Incident, Term};

/// An attribute of nodes: name, type, value.
type OfNode = (&'static str, &'static str, fn(&Node<'_>) -> String);
/// An attribute of edges: name, type, value.
type OfEdge = (&'static str, &'static str, fn(&Edge) -> String);

/// The attributes of nodes.
const OF_NODES: [OfNode; 8] = [
    ("label", "string", |node| node.actor.name.clone()),
    ("kind", "string", |node| node.actor.kind.id().to_owned()),
    ("roles", "string", |node| {
        let roles: Vec<&str> = node.actor.roles.iter().map(|role| role.id()).collect();
        roles.join("|")
    }),
    ("camp", "string", |node| node.camp.to_owned()),
    ("aliases", "string", |node| {
        joined(node.actor.aliases.iter().map(String::as_str))
    }),
    ("about", "string", |node| {
        node.actor.about.clone().unwrap_or_default()
    }),
    ("statements", "int", |node| node.statements.to_string()),
    ("actor", "string", |node| node.actor.id.clone()),
];

/// The attributes of edges.
const OF_EDGES: [OfEdge; 11] = [
    ("label", "string", |edge| edge.label.clone()),
    ("sort", "string", |edge| edge.sort.to_owned()),
    ("kind", "string", |edge| edge.kind.clone()),
    ("status", "string", |edge| edge.status.to_owned()),
    ("said_by", "string", |edge| edge.said_by.clone()),
    ("disputed_by", "string", |edge| edge.disputed_by.clone()),
    ("sources", "string", |edge| edge.sources.clone()),
    ("statements", "string", |edge| edge.statements.clone()),
    ("weight", "double", |edge| edge.weight.to_string()),
    ("outlets", "int", |edge| edge.outlets.to_string()),
    ("date", "string", |edge| {
        edge.date.map(|date| date.to_string()).unwrap_or_default()
    }),
];

/// The graph of an incident as GraphML.
///
/// # Errors
/// If it cannot be written; that does not happen.
pub fn write(incident: &Incident) -> io::Result<String> {
    let graph = Graph::of(incident);
    let mut xml = Xml::new()?;
    let namespace = [("xmlns", "http://graphml.graphdrawing.org/xmlns")];
    xml.element("graphml", &namespace, &mut |xml| {
        for (name, kind, _) in OF_NODES {
            key(xml, "node", name, kind)?;
        }
        for (name, kind, _) in OF_EDGES {
            key(xml, "edge", name, kind)?;
        }
        let directed = [
            ("id", incident.incident.id.as_str()),
            ("edgedefault", "directed"),
        ];
        xml.element("graph", &directed, &mut |xml| {
            xml.text("desc", &[], graph.title)?;
            for node in &graph.nodes {
                xml.element("node", &[("id", &node.actor.id)], &mut |xml| {
                    data(
                        xml,
                        "node",
                        OF_NODES.iter().map(|(name, _, of)| (*name, of(node))),
                    )
                })?;
            }
            for edge in &graph.edges {
                let end = |at: usize| {
                    graph
                        .nodes
                        .get(at)
                        .map_or("", |node| node.actor.id.as_str())
                };
                let ends = [
                    ("id", edge.id.as_str()),
                    ("source", end(edge.from)),
                    ("target", end(edge.to)),
                ];
                xml.element("edge", &ends, &mut |xml| {
                    data(
                        xml,
                        "edge",
                        OF_EDGES.iter().map(|(name, _, of)| (*name, of(edge))),
                    )
                })?;
            }
            Ok(())
        })
    })?;
    Ok(xml.finish())
}

fn key(xml: &mut Xml, of: &str, name: &str, kind: &str) -> io::Result<()> {
    let id = format!("{of}-{name}");
    xml.empty(
        "key",
        &[
            ("id", &id),
            ("for", of),
            ("attr.name", name),
            ("attr.type", kind),
        ],
    )
}

/// The values that there are.
fn data<'n>(
    xml: &mut Xml,
    of: &str,
    values: impl Iterator<Item = (&'n str, String)>,
) -> io::Result<()> {
    for (name, value) in values.filter(|(_, value)| !value.is_empty()) {
        xml.text("data", &[("key", &format!("{of}-{name}"))], &value)?;
    }
    Ok(())
}
