//! Statements as notes and opinions; events, conflicts and corrections as notes.

use super::words::{STANCE, lines_of, outlet, summary};
use super::writing::{Bundle, reference};
use crate::exchange::tree::{list, text, texts};
use crate::incident::{Node, Relation, Stance, Statement, Term};

impl<'i> Bundle<'i> {
    /// A statement: what each source prints of it, about whom, and where.
    pub(super) fn note_of(&self, statement: &Statement) -> Node {
        let incident = self.incident;
        let lines = lines_of(statement, incident);
        let mut refs = vec![self.id_of_actor(&statement.speaker)];
        refs.extend(statement.to.iter().map(|id| self.id_of_actor(id)));
        refs.extend(
            statement
                .about
                .iter()
                .map(|id| self.id("note", "statement", id)),
        );
        for relation in self.claims_of(statement) {
            refs.push(self.id("relationship", "relation", &relation.id));
            // Viewers that draw no line to a relationship draw one to its ends.
            refs.push(self.id_of_actor(&relation.from));
            refs.push(self.id_of_actor(&relation.to));
        }
        let stances = statement
            .stance
            .iter()
            .map(|stance| format!("{STANCE}{}", stance.id()));
        let fields = [
            ("abstract", text(summary(statement, incident))),
            ("content", text(lines.join("\n"))),
            ("authors", texts([self.speaker(statement)])),
            ("object_refs", texts(unique(refs))),
            ("labels", texts(stances)),
            ("external_references", self.references_of(statement)),
        ];
        self.object("note", "statement", &statement.id, fields)
    }

    /// What a statement asserts and disputes, as opinions on the relationship itself.
    pub(super) fn opinions_of(&self, statement: &Statement) -> Vec<Node> {
        let incident = self.incident;
        let lines = lines_of(statement, incident);
        let denies = statement.stance.contains(&Stance::Deny);
        let opinions = self.claims_of(statement).into_iter().map(|relation| {
            let disputes = relation.disputed_by.contains(&statement.id);
            let opinion = match (disputes, denies) {
                (true, true) => "strongly-disagree",
                (true, false) => "disagree",
                (false, _) => "agree",
            };
            let fields = [
                ("explanation", text(lines.join("\n"))),
                ("authors", texts([self.speaker(statement)])),
                ("opinion", text(opinion)),
                (
                    "object_refs",
                    texts([self.id("relationship", "relation", &relation.id)]),
                ),
                ("external_references", self.references_of(statement)),
            ];
            let id = format!("{}/{}", statement.id, relation.id);
            self.object("opinion", "opinion", &id, fields)
        });
        opinions.collect()
    }

    /// Events, questions that sources answer differently, and corrections.
    pub(super) fn other_notes(&self) -> Vec<Node> {
        let incident = self.incident;
        let whole = self.id("incident", "incident", "");
        let or_whole = |refs: Vec<String>| {
            if refs.is_empty() {
                vec![whole.clone()]
            } else {
                unique(refs)
            }
        };
        let events = incident.events.iter().map(|event| {
            let actors = event.actors.iter().map(|id| self.id_of_actor(id)).collect();
            let sources = event.sources.iter().filter_map(|id| incident.source(id));
            let fields = [
                ("abstract", text(event.date.to_string())),
                ("content", text(&event.title)),
                ("object_refs", texts(or_whole(actors))),
                ("labels", texts(["event"])),
                (
                    "external_references",
                    list(sources.map(|source| reference(source, None))),
                ),
            ];
            self.object("note", "event", &event.id, fields)
        });
        let conflicts = incident.conflicts.iter().map(|conflict| {
            let source = |id: &String| {
                incident
                    .source(id)
                    .map_or_else(|| id.clone(), |source| outlet(source).to_owned())
            };
            let lines: Vec<String> = conflict
                .answers
                .iter()
                .map(|answer| format!("{}: {}", source(&answer.source), answer.says))
                .collect();
            let about = conflict
                .about
                .iter()
                .filter_map(|id| self.id_of(id))
                .collect();
            let fields = [
                ("abstract", text(&conflict.question)),
                ("content", text(lines.join("\n"))),
                ("object_refs", texts(or_whole(about))),
                ("labels", texts(["conflict"])),
            ];
            self.object("note", "conflict", &conflict.id, fields)
        });
        let corrections = incident
            .corrections
            .iter()
            .enumerate()
            .map(|(at, correction)| {
                let changed = correction
                    .changed
                    .iter()
                    .filter_map(|id| self.id_of(id))
                    .collect();
                let fields = [
                    (
                        "abstract",
                        text(format!("Correction of {}", correction.date)),
                    ),
                    ("content", text(&correction.text)),
                    ("object_refs", texts(or_whole(changed))),
                    ("labels", texts(["correction"])),
                ];
                self.object("note", "correction", &at.to_string(), fields)
            });
        events.chain(conflicts).chain(corrections).collect()
    }

    /// The relations a statement asserts or disputes.
    fn claims_of(&self, statement: &Statement) -> Vec<&'i Relation> {
        let relations = self.incident.relations.iter();
        let said = relations.filter(|relation| {
            relation.asserted_by.contains(&statement.id)
                || relation.disputed_by.contains(&statement.id)
        });
        said.collect()
    }

    fn speaker(&self, statement: &Statement) -> String {
        let speaker = self.incident.actor(&statement.speaker);
        speaker.map_or_else(|| statement.speaker.clone(), |speaker| speaker.name.clone())
    }

    fn references_of(&self, statement: &Statement) -> Node {
        let mut references: Vec<Node> = Vec::new();
        for report in &statement.reports {
            if let Some(source) = self.incident.source(&report.source) {
                let reference = reference(source, report.quote.as_deref());
                if !references.contains(&reference) {
                    references.push(reference);
                }
            }
        }
        list(references)
    }

    /// The object of a record, whatever list it stands in.
    fn id_of(&self, id: &str) -> Option<String> {
        let incident = self.incident;
        if incident.actor(id).is_some() {
            Some(self.id_of_actor(id))
        } else if incident.statement(id).is_some() {
            Some(self.id("note", "statement", id))
        } else if incident.relation(id).is_some() {
            Some(self.id("relationship", "relation", id))
        } else if incident.events.iter().any(|event| event.id == id) {
            Some(self.id("note", "event", id))
        } else if incident.conflicts.iter().any(|conflict| conflict.id == id) {
            Some(self.id("note", "conflict", id))
        } else {
            None
        }
    }
}

fn unique(ids: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for id in ids {
        if !kept.contains(&id) {
            kept.push(id);
        }
    }
    kept
}
