//! GEXF 1.3 (gexf.net), Gephi's own format.

use std::io;

use super::graph::Graph;
use super::sheets::split;
use super::xml::Xml;
use crate::incident::printable::printable;
use crate::incident::{Incident, Term};

/// The attributes of nodes: name and type; the id is the name.
const OF_NODES: [(&str, &str); 6] = [
    ("kind", "string"),
    ("roles", "liststring"),
    ("camp", "string"),
    ("aliases", "liststring"),
    ("about", "string"),
    ("statements", "integer"),
];

/// The attributes of edges.
const OF_EDGES: [(&str, &str); 8] = [
    ("sort", "string"),
    ("status", "string"),
    ("said_by", "liststring"),
    ("disputed_by", "liststring"),
    ("sources", "liststring"),
    ("statements", "liststring"),
    ("outlets", "integer"),
    ("date", "string"),
];

/// The graph of an incident as GEXF.
///
/// # Errors
/// If it cannot be written; that does not happen.
pub fn write(incident: &Incident) -> io::Result<String> {
    let graph = Graph::of(incident);
    let mut xml = Xml::new()?;
    let root = [("xmlns", "http://gexf.net/1.3"), ("version", "1.3")];
    xml.element("gexf", &root, &mut |xml| {
        xml.element("meta", &[], &mut |xml| {
            xml.text("creator", &[], "Actor Map")?;
            xml.text("description", &[], graph.title)
        })?;
        let directed = [("defaultedgetype", "directed"), ("mode", "static")];
        xml.element("graph", &directed, &mut |xml| {
            attributes(xml, "node", &OF_NODES)?;
            attributes(xml, "edge", &OF_EDGES)?;
            xml.element("nodes", &[], &mut |xml| nodes(xml, &graph))?;
            xml.element("edges", &[], &mut |xml| edges(xml, &graph))
        })
    })?;
    Ok(xml.finish())
}

fn nodes(xml: &mut Xml, graph: &Graph<'_>) -> io::Result<()> {
    for node in &graph.nodes {
        let actor = node.actor;
        let roles: Vec<&str> = actor.roles.iter().map(|role| role.id()).collect();
        let values = [
            actor.kind.id().to_owned(),
            list(roles.into_iter()),
            node.camp.to_owned(),
            list(actor.aliases.iter().map(String::as_str)),
            actor.about.clone().unwrap_or_default(),
            node.statements.to_string(),
        ];
        let named = [("id", actor.id.as_str()), ("label", actor.name.as_str())];
        xml.element("node", &named, &mut |xml| {
            attvalues(xml, &OF_NODES, &values)
        })?;
    }
    Ok(())
}

fn edges(xml: &mut Xml, graph: &Graph<'_>) -> io::Result<()> {
    let end = |at: usize| {
        graph
            .nodes
            .get(at)
            .map_or("", |node| node.actor.id.as_str())
    };
    for edge in &graph.edges {
        let values = [
            edge.sort.to_owned(),
            edge.status.to_owned(),
            list(split(&edge.said_by).iter().map(String::as_str)),
            list(split(&edge.disputed_by).iter().map(String::as_str)),
            list(edge.sources.split('|')),
            list(edge.statements.split('|')),
            edge.outlets.to_string(),
            edge.date.map(|date| date.to_string()).unwrap_or_default(),
        ];
        let weight = edge.weight.to_string();
        let named = [
            ("id", edge.id.as_str()),
            ("source", end(edge.from)),
            ("target", end(edge.to)),
            ("label", &edge.label),
            // Of several edges between two nodes, only those of different kinds stay apart.
            ("kind", &edge.kind),
            ("weight", &weight),
        ];
        xml.element("edge", &named, &mut |xml| {
            attvalues(xml, &OF_EDGES, &values)
        })?;
    }
    Ok(())
}

/// A list as GEXF 1.3 writes it, in the way Gephi reads: `["a", "b"]`; empty for an empty list.
fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let texts = texts.filter(|text| !text.is_empty());
    let quoted: Vec<String> = texts
        // JSON would write what XML cannot hold as an escape, which is not what other fields have.
        .filter_map(|text| serde_json::to_string(&printable(text)).ok())
        .collect();
    if quoted.is_empty() {
        String::new()
    } else {
        format!("[{}]", quoted.join(", "))
    }
}

fn attributes(xml: &mut Xml, class: &str, all: &[(&str, &str)]) -> io::Result<()> {
    xml.element("attributes", &[("class", class)], &mut |xml| {
        for (name, kind) in all {
            xml.empty(
                "attribute",
                &[("id", name), ("title", name), ("type", kind)],
            )?;
        }
        Ok(())
    })
}

fn attvalues(xml: &mut Xml, all: &[(&str, &str)], values: &[String]) -> io::Result<()> {
    xml.element("attvalues", &[], &mut |xml| {
        for ((name, _), value) in all.iter().zip(values) {
            if !value.is_empty() {
                xml.empty("attvalue", &[("for", name), ("value", value)])?;
            }
        }
        Ok(())
    })
}
