//! What joins the findings of a file: which one follows from which.

use std::collections::HashMap;

use crate::incident::place::List;
use crate::incident::{Node, RelationType, Rule, Stance, Status, Term};

use super::messages::{is, is_consequence, leaves_out, target, unknown_id};
use crate::check::accusations::blames;
use crate::check::cards::editorial::{ROLE_WITHOUT_CLAIM, UNAIMED_ACCUSATION, UNANCHORED_DENIAL};
use crate::check::finding::Finding;
use crate::check::notes::shown;
use crate::check::paths::{LISTS, field, items, node_at, text};
use crate::check::records::Records;
use crate::exchange::ids::kebabs;

/// Findings, and what joins them. Findings are named by their position.
pub(super) struct Links<'f, 'n> {
    pub(super) findings: &'f [Finding],
    pub(super) records: &'f Records<'n>,
    by_path: HashMap<&'f str, Vec<usize>>,
    /// Why the record or part at a path is left out.
    reasons: HashMap<&'f str, usize>,
    /// Where each unknown id is referred to.
    pub(super) unknown: HashMap<&'f str, Vec<usize>>,
    /// What keeps the record with an id from being read as one.
    unread: HashMap<&'n str, usize>,
    /// The ids that a malformed one can be meant for, as [`kebabs`] makes them, each with its list and finding.
    respelt: HashMap<String, Vec<(List, usize)>>,
}

impl<'f, 'n> Links<'f, 'n> {
    pub(super) fn of(findings: &'f [Finding], records: &'f Records<'n>) -> Self {
        let mut links = Self {
            findings,
            records,
            by_path: HashMap::new(),
            reasons: HashMap::new(),
            unknown: HashMap::new(),
            unread: HashMap::new(),
            respelt: HashMap::new(),
        };
        for (at, finding) in findings.iter().enumerate() {
            links.by_path.entry(&finding.path).or_default().push(at);
            if let Some((_, id)) = unknown_id(finding) {
                links.unknown.entry(id).or_default().push(at);
            }
            if leaves_out(finding) {
                let reason = links.reasons.entry(&finding.path).or_insert(at);
                // A fault of the record itself says more than what another one has done to it.
                let other = findings.get(*reason);
                if other.is_some_and(is_consequence) && !is_consequence(finding) {
                    *reason = at;
                }
            }
        }
        links.find_unread();
        links.find_respelt();
        links
    }

    /// Finds the ids of records that are there, but not read: their list has a misspelt name or stands twice, or
    /// the name of the field `id` is misspelt.
    fn find_unread(&mut self) {
        let Node::Map(lists) = self.records.file else {
            return;
        };
        for (position, (name, list)) in lists.iter().enumerate() {
            let later = lists.iter().skip(position + 1);
            let is_read =
                LISTS.contains(&name.as_str()) && later.into_iter().all(|(other, _)| other != name);
            let fault = [Rule::UnknownField, Rule::DuplicateField];
            let Some(fault) = self.first("", |one| one.field == *name && is(one, &fault)) else {
                continue;
            };
            if !is_read {
                let ids = items(Some(list)).filter_map(|record| text(record, "id"));
                ids.for_each(|id| {
                    self.unread.entry(id).or_insert(fault);
                });
            }
        }
        for (at, finding) in self.findings.iter().enumerate() {
            if is(finding, &[Rule::MissingField])
                && finding.field == "id"
                && let Some(record) = node_at(self.records.file, &finding.path)
                && let Some(misspelt) = self.misspelt(finding)
                && let Some(id) = text(record, &misspelt.field)
            {
                self.unread.entry(id).or_insert(at);
            }
        }
    }

    /// Finds what the malformed ids can be meant for: somebody put the marks on the letters, in the record alone.
    fn find_respelt(&mut self) {
        for (at, finding) in self.findings.iter().enumerate() {
            let Some((list, id)) = self.malformed(finding) else {
                continue;
            };
            for meant in kebabs(id) {
                self.respelt.entry(meant).or_default().push((list, at));
            }
        }
    }

    /// The malformed id that a finding is about, and the list of its record.
    pub(super) fn malformed(&self, finding: &Finding) -> Option<(List, &'n str)> {
        if !is(finding, &[Rule::MalformedId]) {
            return None;
        }
        let (key, _) = finding.path.split_once('[')?;
        let list = List::REFERABLE.into_iter().find(|list| list.key() == key)?;
        let record = node_at(self.records.file, &finding.path)?;
        Some((list, text(record, "id")?))
    }

    /// What keeps the record from being read that a reference to nothing means.
    pub(super) fn unread(&self, finding: &Finding) -> Option<usize> {
        let (lists, id) = unknown_id(finding)?;
        let respelt = self.respelt.get(id).into_iter().flatten();
        let mut respelt = respelt.filter(|(list, _)| lists.contains(list));
        let unread = self.unread.get(id);
        unread
            .copied()
            .or_else(|| respelt.next().map(|(_, at)| *at))
    }

    /// The first finding of a path that is as wanted.
    fn first(&self, path: &str, wanted: impl Fn(&Finding) -> bool) -> Option<usize> {
        let found = self.by_path.get(path)?.iter().copied();
        found
            .into_iter()
            .find(|at| self.findings.get(*at).is_some_and(&wanted))
    }

    /// The field of the same record whose misspelt name is why a finding's field is missed.
    pub(super) fn misspelt(&self, finding: &Finding) -> Option<&'f Finding> {
        let missed = [
            Rule::MissingField,
            Rule::EmptyQuote,
            Rule::UnassertedClaim,
            Rule::UnsourcedTie,
            Rule::UnsourcedStatement,
            Rule::TooFewAnswers,
        ];
        if !is(finding, &missed) {
            return None;
        }
        let meant = format!("Did you mean {}?", shown(&finding.field));
        let at = self.first(&finding.path, |other| {
            is(other, &[Rule::UnknownField]) && other.advice.starts_with(&meant)
        });
        self.findings.get(at?)
    }

    /// The finding that this one follows from, which may follow from another.
    fn parent(&self, at: usize, finding: &Finding) -> Option<usize> {
        let path = finding.path.as_str();
        if finding.rule == UNANCHORED_DENIAL.id {
            return self.dropped(path, &["about"]);
        }
        if finding.rule == UNAIMED_ACCUSATION.id {
            return self.dropped(path, &["to", "about"]);
        }
        if finding.rule == ROLE_WITHOUT_CLAIM.id {
            return self.accuser(&finding.record);
        }
        match Rule::from_id(finding.rule)? {
            Rule::HangsOn => self.reasons.get(target(finding)?).copied(),
            Rule::DanglingId => {
                let (_, id) = unknown_id(finding)?;
                let first = *self.unknown.get(id)?.first()?;
                if first == at {
                    self.unread(finding)
                } else {
                    Some(first)
                }
            }
            // A value that is dropped leaves its field empty.
            Rule::MissingField => self.first(path, |other| {
                other.field == finding.field && is(other, &[Rule::WrongType, Rule::UnknownTerm])
            }),
            Rule::UnassertedClaim => self.dropped(path, &["asserted_by", "sources"]),
            Rule::UnsourcedTie => self.dropped(path, &["sources"]),
            Rule::UnsourcedStatement => {
                let part = self.part(path, "reports", 1);
                part.or_else(|| self.dropped(path, &["reports"]))
            }
            Rule::TooFewAnswers => {
                let part = self.part(path, "answers", 2);
                part.or_else(|| self.dropped(path, &["answers"]))
            }
            Rule::AnswerElsewhere => self.report_of(path),
            Rule::UnknownField => self.first(path, |other| {
                let misspelt = self.misspelt(other);
                misspelt.is_some_and(|misspelt| misspelt.field == finding.field)
            }),
            _ => None,
        }
    }

    /// The first finding by which a list of the record lost an entry, without which it would not be empty.
    fn dropped(&self, path: &str, fields: &[&str]) -> Option<usize> {
        let drops = [Rule::HangsOn, Rule::DanglingId, Rule::WrongType];
        self.first(path, |other| {
            fields.contains(&other.field.as_str()) && is(other, &drops)
        })
    }

    /// The first finding by which the record lost one of its parts, if at least so many are in the file.
    fn part(&self, path: &str, name: &str, least: usize) -> Option<usize> {
        let parts = items(field(node_at(self.records.file, path)?, name)).count();
        let mut parts = (0..parts).filter(|_| parts >= least);
        parts.find_map(|part| {
            let reason = self.reasons.get(format!("{path}.{name}[{part}]").as_str());
            reason.copied()
        })
    }

    /// Why the first claim or statement is left out that would accuse an actor.
    fn accuser(&self, actor: &str) -> Option<usize> {
        let file = self.records.file;
        let is_actor = |record: &Node, end: &str| text(record, end) == Some(actor);
        let has = |record: &Node, list: &str, entry: &str| {
            let mut entries = items(field(record, list));
            entries.any(|one| matches!(one, Node::Text(text) if text == entry))
        };
        let claims = |record: &Node| {
            let claim = text(record, "type").and_then(RelationType::from_id);
            let (from, to) = claim.map_or((false, false), blames);
            let stands = text(record, "status") != Some(Status::Withdrawn.id());
            stands && (from && is_actor(record, "from") || to && is_actor(record, "to"))
        };
        let accuses =
            |record: &Node| has(record, "stance", Stance::Accuse.id()) && has(record, "to", actor);
        let reason = |list: List, blames: &dyn Fn(&Node) -> bool| {
            let records = items(field(file, list.key())).enumerate();
            let mut blaming = records.filter(|(_, record)| blames(record));
            blaming.find_map(|(at, _)| self.reasons.get(format!("{}[{at}]", list.key()).as_str()))
        };
        let reason =
            reason(List::Relations, &claims).or_else(|| reason(List::Statements, &accuses));
        reason.copied()
    }

    /// Why the report is left out that an answer names.
    fn report_of(&self, answer: &str) -> Option<usize> {
        let file = self.records.file;
        let answer = node_at(file, answer)?;
        let source = text(answer, "source")?;
        let position = self
            .records
            .position(text(answer, "report")?, List::Statements)?;
        let path = format!("statements[{position}]");
        let reports = items(field(node_at(file, &path)?, "reports")).enumerate();
        let of_source = reports.filter(|(_, report)| text(report, "source") == Some(source));
        of_source.into_iter().find_map(|(report, _)| {
            let reason = self
                .reasons
                .get(format!("{path}.reports[{report}]").as_str());
            reason.copied()
        })
    }

    /// For each finding the cause that it goes back to; none for a cause.
    pub(super) fn roots(&self) -> Vec<Option<usize>> {
        let findings = self.findings.iter().enumerate();
        let parents: Vec<Option<usize>> = findings
            .map(|(at, finding)| self.parent(at, finding))
            .collect();
        let parent = |at: usize| parents.get(at).copied().flatten();
        let root = |at: usize| {
            let first = parent(at)?;
            let mut chain = std::iter::successors(Some(first), |at| parent(*at));
            // A chain that leads in a circle has no first cause: what is in it stays a cause.
            chain
                .by_ref()
                .take(parents.len())
                .find(|at| parent(*at).is_none())
        };
        (0..parents.len()).map(root).collect()
    }
}
