//! What is in a bundle, and what has become of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::exchange::Finding;
use crate::exchange::tree::{get, inline, list_at, object, text, text_at};
use crate::incident::Node;

/// Fields that every object has and that say nothing an incident has a place for.
const ADMINISTRATIVE: [&str; 7] = [
    "type",
    "id",
    "spec_version",
    "created",
    "modified",
    "created_by_ref",
    "revoked",
];

/// The objects of a bundle: of every id the newest version. Different objects that share an id, as real bundles have
/// them, are all there; references lead to the first.
pub(super) struct Objects<'n> {
    all: Vec<&'n Node>,
    by_id: BTreeMap<&'n str, usize>,
    /// The positions of the objects by where they are in memory: ids may be shared.
    by_address: BTreeMap<usize, usize>,
    /// Why an object is kept aside, by its position.
    aside: BTreeSet<usize>,
    /// How many objects of a type have no place in an incident.
    unplaced: BTreeMap<String, usize>,
    /// How many objects of a type have a field that has no place.
    fields: BTreeMap<(String, String), usize>,
    /// Older versions of objects.
    superseded: usize,
    /// Objects that stand in the bundle again as they are.
    repeated: usize,
}

impl<'n> Objects<'n> {
    /// The objects in a bundle, in a list of objects or bundles, or the one there is.
    ///
    /// # Errors
    /// If it is not STIX, with what it looks like instead.
    pub(super) fn of(root: &'n Node, findings: &mut Vec<Finding>) -> Result<Self, Finding> {
        let mut nodes: Vec<(String, &Node)> = Vec::new();
        match root {
            Node::List(items) => unwrap_list(items, "objects", &mut nodes),
            Node::Map(_) if get(root, "objects").is_some() => {
                unwrap_list(list_at(root, "objects"), "objects", &mut nodes);
            }
            Node::Map(_) if !is_wrapping(root) => nodes.push(("objects[0]".to_owned(), root)),
            _ => {}
        }
        let mut objects = Self {
            all: Vec::new(),
            by_id: BTreeMap::new(),
            by_address: BTreeMap::new(),
            aside: BTreeSet::new(),
            unplaced: BTreeMap::new(),
            fields: BTreeMap::new(),
            superseded: 0,
            repeated: 0,
        };
        for (path, node) in nodes {
            repeated_fields(node, &path, findings);
            match (text_at(node, "type"), text_at(node, "id")) {
                (Some(_), Some(id)) if id.contains("--") => objects.add(node, id, findings),
                _ => findings.push(Finding::warning(
                    "no-stix-object",
                    path,
                    "Here stands something without a STIX \"type\" and \"id\"; it is not read."
                        .to_owned(),
                    "",
                )),
            }
        }
        if objects.all.is_empty() {
            return Err(not_stix(root));
        }
        let addresses = objects.all.iter().enumerate();
        objects.by_address = addresses.map(|(at, node)| (address(node), at)).collect();
        Ok(objects)
    }

    fn add(&mut self, node: &'n Node, id: &'n str, findings: &mut Vec<Finding>) {
        let modified = |node: &'n Node| {
            let time = text_at(node, "modified").or_else(|| text_at(node, "created"));
            time.unwrap_or_default()
        };
        let first = self.by_id.get(id).and_then(|at| self.all.get_mut(*at));
        match first {
            None => {
                self.by_id.insert(id, self.all.len());
                self.all.push(node);
            }
            Some(known) if *known == node => self.repeated += 1,
            Some(known) if modified(node) > modified(known) => {
                self.superseded += 1;
                *known = node;
            }
            Some(known) if modified(node) < modified(known) => self.superseded += 1,
            Some(_) => {
                findings.push(Finding::warning(
                    "duplicate-id",
                    id.to_owned(),
                    "Two different objects of the same time have this id; both are read."
                        .to_owned(),
                    "",
                ));
                self.all.push(node);
            }
        }
    }

    /// Every object, also one that is revoked.
    pub(super) fn all(&self) -> &[&'n Node] {
        &self.all
    }

    /// The object with this id.
    pub(super) fn get(&self, id: &str) -> Option<&'n Node> {
        self.by_id.get(id).and_then(|at| self.all.get(*at)).copied()
    }

    /// The objects of these types that are not revoked, in the bundle's order.
    pub(super) fn of_types(&self, types: &[&str]) -> Vec<&'n Node> {
        let wanted = self.all.iter().filter(|node| {
            text_at(node, "type").is_some_and(|of| types.contains(&of)) && !is_revoked(node)
        });
        wanted.copied().collect()
    }

    /// Notes that an object was taken, and with it these fields; one whose other fields say something is kept aside.
    pub(super) fn taken(&mut self, node: &Node, fields: &[&str]) {
        let Node::Map(entries) = node else { return };
        let kind = text_at(node, "type").unwrap_or_default();
        for (field, value) in entries {
            let empty = matches!(value, Node::Null) || *value == Node::List(Vec::new());
            if !empty
                && !ADMINISTRATIVE.contains(&field.as_str())
                && !fields.contains(&field.as_str())
            {
                let count = self
                    .fields
                    .entry((kind.to_owned(), field.clone()))
                    .or_default();
                *count += 1;
                self.put_aside(node);
            }
        }
    }

    /// Notes that a field of a taken object could only be taken in part.
    pub(super) fn taken_in_part(&mut self, node: &Node, field: &str) {
        let kind = text_at(node, "type").unwrap_or_default().to_owned();
        *self.fields.entry((kind, field.to_owned())).or_default() += 1;
        self.put_aside(node);
    }

    /// Notes that an object has no place in an incident.
    pub(super) fn unplaced(&mut self, node: &Node, what: &str) {
        *self.unplaced.entry(what.to_owned()).or_default() += 1;
        self.put_aside(node);
    }

    fn put_aside(&mut self, node: &Node) {
        self.aside.extend(self.by_address.get(&address(node)));
    }

    /// Notes all objects of types that nobody takes.
    pub(super) fn leave_other_types(&mut self, taken: &[&str]) {
        for node in self.all.clone() {
            let kind = text_at(node, "type").unwrap_or_default();
            if is_revoked(node) {
                self.unplaced(node, &format!("revoked {kind}"));
            } else if !taken.contains(&kind) {
                self.unplaced(node, kind);
            }
        }
    }

    /// What was not taken, one sentence each.
    pub(super) fn told(&self) -> Vec<String> {
        let mut told = Vec::new();
        let list = |of: &BTreeMap<String, usize>| {
            let counted: Vec<String> = of
                .iter()
                .map(|(what, count)| format!("{count} {what}"))
                .collect();
            counted.join(", ")
        };
        if !self.unplaced.is_empty() {
            told.push(format!(
                "Kept aside, for an incident has no place for them: {}.",
                list(&self.unplaced)
            ));
        }
        let mut by_type: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for ((kind, field), count) in &self.fields {
            let fields = by_type.entry(kind).or_default();
            fields.push(format!("{field} ({count})"));
        }
        for (kind, fields) in by_type {
            told.push(format!(
                "Fields of {kind} objects that are kept aside: {}.",
                fields.join(", ")
            ));
        }
        for (count, what) in [
            (
                self.superseded,
                "Older versions of objects, passed over for newer ones",
            ),
            (
                self.repeated,
                "Objects that stand in the bundle more than once, read once",
            ),
        ] {
            if count > 0 {
                told.push(format!("{what}: {count}."));
            }
        }
        told
    }

    /// The objects that were not taken, or not wholly, as a bundle of their own.
    pub(super) fn aside(&self) -> Option<Node> {
        let objects: Vec<Node> = self
            .aside
            .iter()
            .filter_map(|at| self.all.get(*at))
            .map(|node| (*node).clone())
            .collect();
        let first = objects.first().and_then(|node| text_at(node, "id"))?;
        let number = first.split_once("--").map_or("", |(_, number)| number);
        Some(object([
            ("type", text("bundle")),
            ("id", text(format!("bundle--{number}"))),
            ("objects", Node::List(objects)),
        ]))
    }

    /// The types in the bundle, with how many there are of each.
    pub(super) fn types(&self) -> String {
        let mut types: BTreeMap<&str, usize> = BTreeMap::new();
        for node in &self.all {
            *types
                .entry(text_at(node, "type").unwrap_or_default())
                .or_default() += 1;
        }
        let counted: Vec<String> = types
            .iter()
            .map(|(kind, count)| format!("{count} {kind}"))
            .collect();
        counted.join(", ")
    }
}

/// The objects of a list, with those of the bundles in it, and where they stand.
fn unwrap_list<'n>(items: &'n [Node], path: &str, nodes: &mut Vec<(String, &'n Node)>) {
    for (at, item) in items.iter().enumerate() {
        let path = format!("{path}[{at}]");
        match item {
            Node::List(items) => unwrap_list(items, &path, nodes),
            Node::Map(_) if is_wrapping(item) => {
                unwrap_list(list_at(item, "objects"), &format!("{path}.objects"), nodes);
            }
            _ => nodes.push((path, item)),
        }
    }
}

/// Whether it is there for the objects inside it: a bundle, or what a TAXII server answers with.
fn is_wrapping(node: &Node) -> bool {
    match text_at(node, "type") {
        Some(of) => of == "bundle",
        None => matches!(get(node, "objects"), Some(Node::List(_))),
    }
}

/// Where a node is in memory.
fn address(node: &Node) -> usize {
    std::ptr::from_ref(node).addr()
}

fn is_revoked(node: &Node) -> bool {
    get(node, "revoked") == Some(&Node::Bool(true))
}

/// Tells of fields that stand twice in an object, however deep.
fn repeated_fields(node: &Node, path: &str, findings: &mut Vec<Finding>) {
    match node {
        Node::List(items) => {
            for (at, item) in items.iter().enumerate() {
                repeated_fields(item, &format!("{path}[{at}]"), findings);
            }
        }
        Node::Map(entries) => {
            let mut names: BTreeSet<&str> = BTreeSet::new();
            for (name, value) in entries {
                if !names.insert(name) {
                    findings.push(Finding::warning(
                        "duplicate-field",
                        path.to_owned(),
                        format!("The field \"{name}\" stands twice in this object; the last one is read."),
                        "",
                    ));
                }
                repeated_fields(value, &format!("{path}.{name}"), findings);
            }
        }
        _ => {}
    }
}

/// What a file looks like that holds no object of STIX.
fn not_stix(root: &Node) -> Finding {
    let is = |key: &str| get(root, key).is_some();
    let looks = if is("Event") || is("response") {
        "It looks like an event of MISP; MISP can export it as STIX 2.1."
    } else if is("version") && is("actors") {
        "It looks like an incident file; it needs no import."
    } else if is("objects") || text_at(root, "type") == Some("bundle") {
        "The bundle is empty."
    } else {
        "A bundle begins with { \"type\": \"bundle\", \"objects\": [ …"
    };
    let shown: String = inline(root).chars().take(60).collect();
    Finding::error(
        "no-stix",
        String::new(),
        format!("There is no object of STIX 2 in this file; it begins with {shown}"),
        looks,
    )
}

/// "a" or "an" for an object's type; with a capital where a sentence begins with it.
pub(super) fn article(stix_type: &str, begins: bool) -> &'static str {
    match (stix_type.starts_with(['a', 'e', 'i', 'o']), begins) {
        (true, true) => "An",
        (true, false) => "an",
        (false, true) => "A",
        (false, false) => "a",
    }
}
