//! The sources of an incident that begins as a threat report: the reports, and what relationships cite.

use std::collections::BTreeMap;

use super::import::{Draft, cut, day_of};
use super::objects::Objects;
use crate::exchange::tree::{list_at, object, optional, text, text_at, texts_at};
use crate::incident::Node;
use crate::incident::forms::{is_language_tag, is_web_address};
use crate::incident::limits::{MAX_NAME_CHARS, MAX_TITLE_CHARS, MAX_URL_CHARS};

/// Which sources stand for which objects.
pub(super) struct Sources {
    /// Ids of the sources of the reports that refer to an object.
    of_object: BTreeMap<String, Vec<String>>,
    /// The source of what no report refers to.
    whole: String,
    /// Ids of cited sources, by name and address.
    cited: BTreeMap<(String, String), String>,
}

impl Sources {
    /// Takes the reports of a bundle; where it has none, the bundle itself is the source.
    pub(super) fn of_reports(objects: &mut Objects<'_>, draft: &mut Draft) -> Self {
        let mut sources = Self {
            of_object: BTreeMap::new(),
            whole: String::new(),
            cited: BTreeMap::new(),
        };
        for report in objects.of_types(&["report"]) {
            let id = sources.add_report(report, objects, draft);
            for object in texts_at(report, "object_refs") {
                let of_object = sources.of_object.entry(object.to_owned()).or_default();
                of_object.push(id.clone());
            }
            if sources.whole.is_empty() {
                sources.whole = id;
            }
        }
        if sources.whole.is_empty() {
            let headline = cut(&draft.file, MAX_TITLE_CHARS);
            let id = draft.source_ids.of("stix-bundle", "stix-bundle");
            draft
                .sources
                .push(object([("id", text(&id)), ("headline", text(headline))]));
            draft.work.push(format!(
                "Source \"{id}\": the bundle does not say which document it stands for. Put in its publisher, headline, address and date."
            ));
            sources.whole = id;
        }
        sources
    }

    fn add_report(
        &mut self,
        report: &Node,
        objects: &mut Objects<'_>,
        draft: &mut Draft,
    ) -> String {
        let name = text_at(report, "name").unwrap_or("Report");
        let id = draft.source_ids.of(name, "report");
        let author = text_at(report, "created_by_ref").and_then(|id| objects.get(id));
        let publisher = author.and_then(|author| text_at(author, "name"));
        let references = list_at(report, "external_references");
        let address = references
            .iter()
            .find_map(|reference| text_at(reference, "url").filter(|url| is_address(url)));
        let published = text_at(report, "published").or_else(|| text_at(report, "created"));
        draft.sources.push(object([
            ("id", text(&id)),
            (
                "publisher",
                optional(publisher.map(|name| cut(name, MAX_NAME_CHARS))),
            ),
            ("headline", text(cut(name, MAX_TITLE_CHARS))),
            ("url", optional(address)),
            ("published", optional(published.and_then(day_of))),
            ("language", optional(language_of(report))),
        ]));
        let mut open = Vec::new();
        if publisher.is_none() {
            open.push("publisher");
        }
        if address.is_none() {
            open.push("address");
        }
        if !open.is_empty() {
            draft.work.push(format!(
                "Source \"{id}\": the bundle does not give its {}.",
                open.join(" and ")
            ));
        }
        // The description stands in for a summary; the other references stay aside.
        let mut fields = vec![
            "name",
            "published",
            "object_refs",
            "lang",
            "description",
            "report_types",
            "labels",
        ];
        if references.len() <= 1 {
            fields.push("external_references");
        }
        objects.taken(report, &fields);
        id
    }

    /// The sources of a relationship, note or opinion: what it cites, else the reports that refer to it, else the first.
    pub(super) fn of(&mut self, node: &Node, draft: &mut Draft) -> Vec<String> {
        let mut ids = Vec::new();
        for reference in list_at(node, "external_references") {
            if let Some(id) = self.cite(reference, draft)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        if ids.is_empty() {
            let of_object = text_at(node, "id").and_then(|id| self.of_object.get(id));
            ids.extend(of_object.into_iter().flatten().cloned());
        }
        if ids.is_empty() {
            ids.push(self.whole.clone());
        }
        ids
    }

    /// The source that a reference cites. Numbers of catalogues (CVE, ATT&CK) are none.
    fn cite(&mut self, reference: &Node, draft: &mut Draft) -> Option<String> {
        let name = text_at(reference, "source_name")?;
        if text_at(reference, "external_id").is_some() {
            return None;
        }
        let address = text_at(reference, "url").filter(|url| is_address(url));
        let key = (name.to_owned(), address.unwrap_or_default().to_owned());
        if let Some(id) = self.cited.get(&key) {
            return Some(id.clone());
        }
        let id = draft.source_ids.of(name, "source");
        let headline = text_at(reference, "description").map(|text| cut(text, MAX_TITLE_CHARS));
        draft.sources.push(object([
            ("id", text(&id)),
            ("publisher", text(cut(name, MAX_NAME_CHARS))),
            ("headline", optional(headline)),
            ("url", optional(address)),
        ]));
        self.cited.insert(key, id.clone());
        Some(id)
    }
}

/// The language an object says it is in, if it says one.
pub(super) fn language_of(node: &Node) -> Option<&str> {
    text_at(node, "lang").filter(|tag| is_language_tag(tag))
}

/// Whether a text may become a link of an incident.
fn is_address(url: &str) -> bool {
    is_web_address(url) && url.chars().count() <= MAX_URL_CHARS
}
