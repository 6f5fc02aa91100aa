//! GraphML, GEXF and Oligrapher: well-formed, whole, and no accusation without its author.

use std::collections::BTreeSet;

use actor_map::exchange::graph::Graph;
use actor_map::exchange::{gexf, graphml, oligrapher};
use actor_map::incident::ties::reactions;
use proptest::prelude::*;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

use crate::{arbitrary, incident, incidents, value};

/// The elements of a well-formed document: name and attributes.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    let mut elements = Vec::new();
    let mut depth = 0;
    loop {
        let event = reader.read_event().unwrap();
        let (start, opens) = match &event {
            Event::Start(start) => (start, true),
            Event::Empty(start) => (start, false),
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        depth += i32::from(opens);
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let key = attribute.key.as_ref().to_owned();
            (
                key,
                attribute
                    .normalized_value(XmlVersion::Explicit1_0)
                    .unwrap()
                    .into_owned(),
            )
        });
        elements.push((start.name().as_ref().to_owned(), attributes.collect()));
    }
    assert_eq!(depth, 0);
    elements
}

fn of_name<'e>(
    elements: &'e [(String, Vec<(String, String)>)],
    name: &str,
) -> Vec<&'e Vec<(String, String)>> {
    elements
        .iter()
        .filter(|(of, _)| of == name)
        .map(|(_, attributes)| attributes)
        .collect()
}

fn get<'a>(attributes: &'a [(String, String)], key: &str) -> &'a str {
    attributes
        .iter()
        .find(|(name, _)| name == key)
        .map_or("", |(_, value)| value)
}

#[test]
fn actors_are_nodes_and_relations_and_reactions_are_edges() {
    for sound in incidents() {
        let incident = &sound.incident;
        let edges = incident.relations.len() + reactions(incident).len();
        for xml in [
            graphml::write(incident).unwrap(),
            gexf::write(incident).unwrap(),
        ] {
            let elements = elements(&xml);
            let nodes = of_name(&elements, "node");
            assert_eq!(nodes.len(), incident.actors.len());
            let ids: BTreeSet<&str> = nodes.iter().map(|node| get(node, "id")).collect();
            assert_eq!(ids.len(), nodes.len());
            let drawn = of_name(&elements, "edge");
            assert_eq!(drawn.len(), edges);
            assert!(
                drawn
                    .iter()
                    .all(|edge| ids.contains(get(edge, "source"))
                        && ids.contains(get(edge, "target")))
            );
            // What an element refers to is declared.
            for (of, key, declares) in [("data", "key", "key"), ("attvalue", "for", "attribute")] {
                let declared: BTreeSet<&str> = of_name(&elements, declares)
                    .iter()
                    .map(|found| get(found, "id"))
                    .collect();
                assert!(
                    of_name(&elements, of)
                        .iter()
                        .all(|found| declared.contains(get(found, key)))
                );
            }
        }
    }
}

/// A bar in a name separates nothing, and a control character is in lists what it is elsewhere.
#[test]
fn lists_hold_any_name() {
    let mut sound = incident("tests/check/cases/whole.json");
    for actor in &mut sound.incident.actors {
        actor.name.push_str("|\u{92}");
        actor.aliases = vec!["a|b".to_owned(), "\u{7}\\".to_owned()];
    }
    let network = graphml::write(&sound.incident).unwrap();
    let gephi = gexf::write(&sound.incident).unwrap();
    assert!(network.contains("a\\|b|\u{fffd}\\\\"), "{network}");
    assert!(
        network.contains("Ministry A\\|\u{fffd}</data>"),
        "{network}"
    );
    assert!(
        gephi.contains("[&quot;a|b&quot;, &quot;\u{fffd}\\\\&quot;]"),
        "{gephi}"
    );
    assert!(
        gephi.contains("[&quot;Ministry A|\u{fffd}&quot;]"),
        "{gephi}"
    );
    assert!(!gephi.contains("u0007"), "{gephi}");
}

#[test]
fn every_claim_says_whose_it_is() {
    let sound = incident("tests/check/cases/whole.json");
    let graph = Graph::of(&sound.incident);
    for edge in graph.edges.iter().filter(|edge| edge.sort == "claim") {
        assert!(
            !edge.status.is_empty() && (!edge.said_by.is_empty() || !edge.sources.is_empty()),
            "{edge:?}"
        );
    }
    let disputed = &graph.edges[0];
    assert_eq!(
        (
            disputed.label.as_str(),
            disputed.said_by.as_str(),
            disputed.disputed_by.as_str()
        ),
        ("targeted (disputed)", "Ministry A", "State C")
    );
    // Two outlets, of which one is an excerpt of the other.
    let reaction = graph
        .edges
        .iter()
        .find(|edge| edge.id == "reaction-state-c-ministry-a")
        .unwrap();
    assert_eq!(
        (reaction.weight, reaction.sources.as_str(), reaction.outlets),
        (1, "gazette|portal", 2)
    );
}

#[test]
fn a_map_of_oligrapher_is_whole() {
    for sound in incidents() {
        let map = value(&oligrapher::write(&sound.incident));
        let (nodes, edges) = (
            map["graph"]["nodes"].as_object().unwrap(),
            map["graph"]["edges"].as_object().unwrap(),
        );
        assert_eq!(nodes.len(), sound.incident.actors.len());
        let places: BTreeSet<String> = nodes
            .values()
            .map(|node| format!("{}/{}", node["x"], node["y"]))
            .collect();
        assert_eq!(places.len(), nodes.len(), "two actors in one place");
        for edge in edges.values() {
            assert!(
                nodes.contains_key(edge["node1_id"].as_str().unwrap())
                    && nodes.contains_key(edge["node2_id"].as_str().unwrap())
            );
        }
        let list = map["annotations"]["list"].as_array().unwrap();
        assert_eq!(list.len(), sound.incident.statements.len());
        for annotation in list {
            assert!(
                annotation["nodeIds"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|id| nodes.contains_key(id.as_str().unwrap()))
            );
            let ids = annotation["edgeIds"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            assert!(
                ids.iter()
                    .all(|id| edges.contains_key(id.as_str().unwrap()))
            );
        }
        let open = edges.values().filter(|edge| edge["dash"] == true).count();
        let claims = sound.incident.relations.iter().filter(|relation| {
            relation
                .status
                .is_some_and(|status| status != actor_map::incident::Status::Settled)
        });
        assert_eq!(open, claims.count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_texts_say_the_xml_is_well_formed(incident in arbitrary::incident()) {
        for xml in [graphml::write(&incident).unwrap(), gexf::write(&incident).unwrap()] {
            let allowed = |char: char| matches!(char, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
            prop_assert!(xml.chars().all(allowed));
            prop_assert_eq!(of_name(&elements(&xml), "node").len(), incident.actors.len());
        }
    }
}
