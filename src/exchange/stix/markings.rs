//! Markings that forbid publication: the Traffic Light Protocol.

use std::collections::{BTreeMap, BTreeSet};

use super::objects::Objects;
use crate::exchange::Finding;
use crate::exchange::tree::{get, list_at, text_at, texts_at};
use crate::incident::Node;

/// The markings of the standards. Their definitions need not be in a bundle: section 7.2.1.4 of STIX 2.1 (TLP 1), and the
/// extension "TLP 2.0" in OASIS's common objects.
const STANDARD: [(&str, &str); 9] = [
    ("613f2e26-407d-48c7-9eca-b8e91df99dc9", "WHITE"),
    ("34098fce-860f-48ae-8e50-ebd3cc5e41da", "GREEN"),
    ("f88d31f6-486f-44da-b317-01333bde0b82", "AMBER"),
    ("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "RED"),
    ("94868c89-83c2-464b-929b-a1a8aa3c8487", "CLEAR"),
    ("bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "GREEN"),
    ("55d920b0-5e8b-4f79-9ee9-91f868d9b421", "AMBER"),
    ("939a9414-2ddd-4d32-a0cd-375ea402b003", "AMBER+STRICT"),
    ("e828b379-4e03-4974-9ac4-e53a884c97c1", "RED"),
];

/// What may not be published, the strictest first.
const FORBIDDING: [&str; 4] = ["RED", "AMBER+STRICT", "AMBER", "GREEN"];

/// How many markings are named that nobody knows.
const NAMED: usize = 3;

/// What the objects that are marked, or parts of them, are marked as. A definition that marks nothing says nothing.
pub(super) fn told(objects: &Objects<'_>) -> Vec<Finding> {
    let mut levels: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    let mut unknown: BTreeSet<&str> = BTreeSet::new();
    for node in objects.all() {
        let kind = text_at(node, "type").unwrap_or_default();
        let mut of_node: BTreeSet<usize> = BTreeSet::new();
        for id in refs(node) {
            match level(id, objects.get(id)) {
                Some(level) => of_node.extend(FORBIDDING.iter().position(|of| *of == level)),
                None if objects.get(id).is_none() => {
                    unknown.insert(id);
                }
                None => {}
            }
        }
        for level in of_node {
            *levels.entry(level).or_default().entry(kind).or_default() += 1;
        }
    }
    let mut findings = Vec::new();
    if !levels.is_empty() {
        let told = levels.iter().map(|(level, kinds)| {
            let level = FORBIDDING.get(*level).unwrap_or(&"");
            let kinds = kinds.iter().map(|(kind, count)| format!("{count} {kind}"));
            format!("TLP:{level} ({})", kinds.collect::<Vec<_>>().join(", "))
        });
        findings.push(Finding::warning(
            "marking",
            String::new(),
            format!(
                "The bundle marks objects as {}; such may not be published.",
                told.collect::<Vec<_>>().join(", ")
            ),
            "Ask whom you have it from before anything of it goes on a page.",
        ));
    }
    if !unknown.is_empty() {
        let first: Vec<&str> = unknown.iter().copied().take(NAMED).collect();
        let (which, more) = match unknown.len() {
            1 => ("which is", String::new()),
            count if count <= NAMED => ("which are", String::new()),
            count => ("which are", format!(" and {} more", count - NAMED)),
        };
        findings.push(Finding::warning(
            "marking",
            String::new(),
            format!(
                "The bundle marks objects with {}{more}, {which} not in it and of no standard that is known here.",
                first.join(", ")
            ),
            "Ask whom you have it from whether the objects may be published.",
        ));
    }
    findings
}

/// The markings of an object and of its parts.
fn refs(node: &Node) -> impl Iterator<Item = &str> {
    let parts = list_at(node, "granular_markings");
    let parts = parts.iter().filter_map(|part| text_at(part, "marking_ref"));
    texts_at(node, "object_marking_refs")
        .into_iter()
        .chain(parts)
}

/// The level a marking stands for, in capitals: as the standard has it, else as its definition says.
fn level(id: &str, definition: Option<&Node>) -> Option<String> {
    let number = id.strip_prefix("marking-definition--").unwrap_or(id);
    let standard = STANDARD
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(number));
    if let Some((_, level)) = standard {
        return Some((*level).to_owned());
    }
    let definition = definition?;
    let of_extension = || match get(definition, "extensions") {
        Some(Node::Map(all)) => all.iter().find_map(|(_, of)| text_at(of, "tlp_2_0")),
        _ => None,
    };
    let named = get(definition, "definition")
        .and_then(|definition| text_at(definition, "tlp"))
        .or_else(of_extension)
        .or_else(|| text_at(definition, "name"))?;
    Some(named.to_uppercase().trim_start_matches("TLP:").to_owned())
}
