//! Causes and effects: one slip in a file makes many findings.
//!
//! A record that is left out is missed by all that refer to it, and an id that nobody has is missed wherever it
//! stands. [`trace`] finds for each finding the one that it follows from, puts the causes first, and says at which line
//! the records stand that a finding names.
//!
//! A finding is only called an effect where it cannot outlive its cause. What is merely likely to be gone with it
//! (what the editorial rules find in what is left of the file) stays a finding of its own, and is called provisional.

use std::collections::{HashMap, HashSet};

use crate::incident::invisible::invisible;
use crate::incident::limits::MAX_PROBLEMS;
use crate::incident::nearest::nearest;
use crate::incident::place::List;
use crate::incident::quotes::look_alikes::{look_of, named};
use crate::incident::{Node, RelationType, Rule, Severity, Stance, Status, Term, read};

use super::accusations::blames;
use super::editorial::{
    ASSERTED_AND_DISPUTED, ONE_TEXT, ORIGINAL_WITHOUT_TRANSLATION, PERSON_ON_ONE_OUTLET,
    REPLY_BEFORE_STATEMENT, ROLE_WITHOUT_CLAIM, SETTLED_ON_ONE_OUTLET, TURNED_CLAIM,
    UNAIMED_ACCUSATION, UNANCHORED_DENIAL, UNDECLARED_CONFLICT, UNDECLARED_COPY, UNUSED_WAIVER,
};
use super::finding::{Examined, Finding};
use super::notes::shown;
use super::paths::{LISTS, field, items, node_at, text};
use super::records::Records;
use super::rules::{Group, card};

/// For how many unknown ids a renamed record is looked for. Each costs a pass over all records.
const MAX_RENAMED: usize = 50;

/// Finds what follows from what, puts causes first and names the lines of other records. `source` is the text that
/// `file` was read from; the findings are in its order, with their places.
pub fn trace(source: &str, file: &Node, examined: &mut Examined) {
    if examined.findings.is_empty() {
        return;
    }
    name_unseen(file, &mut examined.findings);
    let records = Records::of(file, source);
    let links = Links::of(&examined.findings, &records);
    let roots = links.roots();
    let hints = links.hints();
    let of_structure = |finding: &Finding| {
        let group = card(finding.rule).map(|card| card.group);
        finding.severity == Severity::Error && group == Some(Group::Structure)
    };
    let incomplete = examined.findings.iter().any(of_structure);
    for (finding, root) in examined.findings.iter_mut().zip(roots) {
        finding.follows_from = root;
        finding.provisional = incomplete && root.is_none() && hangs_on_the_rest(finding);
        name_lines(finding, &records);
    }
    for (at, hint) in hints {
        if let Some(finding) = examined.findings.get_mut(at) {
            finding.cause = hint.cause.into();
            finding.advice = hint.advice;
        }
    }
    causes_first(examined);
}

/// For each finding of a file the position of the one that it goes back to; none for a cause.
pub(crate) fn roots(file: &Node, findings: &[Finding]) -> Vec<Option<usize>> {
    Links::of(findings, &Records::of(file, "")).roots()
}

/// Whether a finding is about what is in the file and what is not, so that it can go when more of the file is kept.
fn hangs_on_the_rest(finding: &Finding) -> bool {
    let editorial = card(finding.rule).is_some_and(|card| card.group == Group::Editorial);
    editorial || finding.rule == UNUSED_WAIVER.id
}

/// Puts causes before what is provisional, and that before effects; each in the order of the file.
fn causes_first(examined: &mut Examined) {
    let mut order: Vec<usize> = (0..examined.findings.len()).collect();
    order.sort_by_key(|at| {
        let finding = examined.findings.get(*at);
        finding.map(|finding| (finding.follows_from.is_some(), finding.provisional))
    });
    let mut moved = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        if let Some(moved) = moved.get_mut(*old) {
            *moved = new;
        }
    }
    let mut findings: Vec<Option<Finding>> = examined.findings.drain(..).map(Some).collect();
    for old in order {
        let Some(mut finding) = findings.get_mut(old).and_then(Option::take) else {
            continue;
        };
        finding.follows_from = finding.follows_from.and_then(|old| moved.get(old).copied());
        examined.findings.push(finding);
    }
}

/// What is said of a finding's cause where the file shows more of it than the rule's card.
struct Hint {
    cause: String,
    advice: String,
}

/// Findings, and what joins them. Findings are named by their position.
struct Links<'f, 'n> {
    findings: &'f [Finding],
    records: &'f Records<'n>,
    by_path: HashMap<&'f str, Vec<usize>>,
    /// Why the record or part at a path is left out.
    reasons: HashMap<&'f str, usize>,
    /// Where each unknown id is referred to.
    unknown: HashMap<&'f str, Vec<usize>>,
    /// What keeps the record with an id from being read as one.
    unread: HashMap<&'n str, usize>,
}

impl<'f, 'n> Links<'f, 'n> {
    fn of(findings: &'f [Finding], records: &'f Records<'n>) -> Self {
        let mut links = Self {
            findings,
            records,
            by_path: HashMap::new(),
            reasons: HashMap::new(),
            unknown: HashMap::new(),
            unread: HashMap::new(),
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

    /// The first finding of a path that is as wanted.
    fn first(&self, path: &str, wanted: impl Fn(&Finding) -> bool) -> Option<usize> {
        let found = self.by_path.get(path)?.iter().copied();
        found
            .into_iter()
            .find(|at| self.findings.get(*at).is_some_and(&wanted))
    }

    /// The field of the same record whose misspelt name is why a finding's field is missed.
    fn misspelt(&self, finding: &Finding) -> Option<&'f Finding> {
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
                    self.unread.get(id).copied()
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
    fn roots(&self) -> Vec<Option<usize>> {
        let findings = self.findings.iter().enumerate();
        let parents: Vec<Option<usize>> = findings
            .map(|(at, finding)| self.parent(at, finding))
            .collect();
        let parent = |at: usize| parents.get(at).copied().flatten();
        let root = |at: usize| {
            let first = parent(at)?;
            let mut chain = std::iter::successors(Some(first), |at| parent(*at));
            // One that came back to itself would hide its cause.
            chain
                .by_ref()
                .take(parents.len())
                .find(|at| parent(*at).is_none())
        };
        (0..parents.len()).map(root).collect()
    }

    /// What can be said of single causes.
    fn hints(&self) -> Vec<(usize, Hint)> {
        let mut hints = Vec::new();
        let mut searched = 0;
        for (at, finding) in self.findings.iter().enumerate() {
            hints.extend(self.of_value(finding).map(|hint| (at, hint)));
            if let Some(misspelt) = self.misspelt(finding) {
                let line = misspelt
                    .position
                    .map_or_else(String::new, |position| format!(" (line {})", position.line));
                let (is, meant) = (shown(&misspelt.field), shown(&finding.field));
                let hint = match unseen(&misspelt.field) {
                    Some((plain, chars)) if plain == finding.field => Hint {
                        cause: format!("In the name of the field stands {chars}{line}."),
                        advice: format!("Type the name anew: {meant}."),
                    },
                    _ => Hint {
                        cause: format!("The name of the field is misspelt: {is}{line}."),
                        advice: format!("Write {meant} for {is}."),
                    },
                };
                hints.push((at, hint));
            }
            let Some((lists, id)) = unknown_id(finding) else {
                continue;
            };
            let places = self.unknown.get(id).map_or(&[][..], Vec::as_slice);
            let is_first = places.first() == Some(&at) && !self.unread.contains_key(id);
            // A single reference is more likely misspelt itself.
            if is_first && places.len() > 1 && searched < MAX_RENAMED {
                searched += 1;
                hints.extend(
                    self.renamed(id, &lists, places.len())
                        .map(|hint| (at, hint)),
                );
            }
        }
        hints
    }

    /// What the value that stands in the file says of a finding's cause.
    fn of_value(&self, finding: &Finding) -> Option<Hint> {
        let record = node_at(self.records.file, &finding.path)?;
        let Node::Map(entries) = record else {
            return None;
        };
        let (_, value) = entries.iter().rfind(|(name, _)| *name == finding.field)?;
        match value {
            Node::Null if is(finding, &[Rule::MissingField]) => Some(Hint {
                cause: "The field is there, but it is null, which says nothing.".to_owned(),
                advice: format!(
                    "Write its value for null: this record needs {}.",
                    shown(&finding.field)
                ),
            }),
            Node::Number(_) | Node::LongNumber(_) | Node::Bool(_)
                if is(finding, &[Rule::WrongType]) && wants_text(finding) =>
            {
                Some(Hint {
                    cause: "The quotation marks round it are missing.".to_owned(),
                    advice: finding.advice.clone(),
                })
            }
            // An entry of a list, which only the message tells from the list itself.
            Node::List(_)
                if is(finding, &[Rule::WrongType])
                    && wants_text(finding)
                    && BARE_ENTRIES.contains(&finding.message.as_str()) =>
            {
                Some(Hint {
                    cause: "The quotation marks round it are missing.".to_owned(),
                    advice: finding.advice.clone(),
                })
            }
            _ => None,
        }
    }

    /// What is said of an unknown id where a record with a near one is referred to by nobody.
    fn renamed(&self, id: &str, lists: &[List], places: usize) -> Option<Hint> {
        let now = nearest(id, &mut self.records.forlorn(lists))?;
        let (list, line) = self.records.find(now, lists)?;
        let (was, now) = (shown(id), shown(now));
        Some(Hint {
            cause: format!(
                "The {} {now} at line {line} is referred to by nobody; was it renamed?",
                list.noun()
            ),
            advice: format!(
                "If so, give it the id {was} again, or write {now} in all {places} places. If not, correct the id, or add the record it stands for."
            ),
        })
    }
}

/// What reading says of an entry that is no text for want of quotation marks.
const BARE_ENTRIES: [&str; 2] = [
    "here stands a number; the entry is left out.",
    "here stands true or false; the entry is left out.",
];

/// Whether what stands in a field should be a text. Messages of reading say what is expected, and begin with it.
fn wants_text(finding: &Finding) -> bool {
    let expected = finding.advice.strip_prefix("Expected is ");
    let texts = ["a text in quotation marks", "a date as a text"];
    expected.is_some_and(|expected| texts.iter().any(|text| expected.starts_with(text)))
}

/// Says of names that are none what nobody sees in them. Where a name would be none without that either, it is a word of
/// another script: the reader is asked, who knows the fields of each record.
fn name_unseen(file: &Node, findings: &mut [Finding]) {
    let is_disguised =
        |finding: &Finding| is(finding, &[Rule::UnknownField]) && unseen(&finding.field).is_some();
    if !findings.iter().any(is_disguised) {
        return;
    }
    let problems = match read(&plainly_named(file)) {
        Ok(reading) => reading.problems,
        Err(refusal) => refusal.problems,
    };
    // Beyond the cap nothing says that a field is unknown.
    let is_all = problems.len() < MAX_PROBLEMS;
    let unknown = problems
        .iter()
        .filter(|problem| problem.rule == Rule::UnknownField);
    let unknown: HashSet<(&str, &str)> = unknown
        .map(|problem| (problem.path.as_str(), problem.field.as_str()))
        .collect();
    for finding in findings {
        if is_all
            && is_disguised(finding)
            && let Some((plain, chars)) = unseen(&finding.field)
            && !unknown.contains(&(finding.path.as_str(), plain.as_str()))
        {
            finding.cause = format!("In the name stands {chars}.").into();
            finding.advice = format!("Did you mean {}? Type the name anew.", shown(&plain));
        }
    }
}

/// The same file with the names of its fields as they look.
fn plainly_named(node: &Node) -> Node {
    match node {
        Node::Map(entries) => {
            let entries = entries.iter().map(|(name, value)| {
                let plain = unseen(name).map_or_else(|| name.clone(), |(plain, _)| plain);
                (plain, plainly_named(value))
            });
            Node::Map(entries.collect())
        }
        Node::List(items) => Node::List(items.iter().map(plainly_named).collect()),
        _ => node.clone(),
    }
}

/// A name as it looks, where that is not what it is, and what in it is not what it looks like.
fn unseen(name: &str) -> Option<(String, String)> {
    let seen = name.chars().filter(|char| invisible(*char).is_none());
    let plain: String = seen.map(look_of).collect();
    let mut told: Vec<String> = Vec::new();
    for char in name.chars() {
        let words = match (invisible(char), look_of(char)) {
            (Some(_), _) => format!("{}, which nobody sees", named(char)),
            (None, look) if look != char => format!("{}, which looks like “{look}”", named(char)),
            _ => continue,
        };
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told.truncate(3);
    let last = told.pop().filter(|_| !plain.is_empty())?;
    let told = match told.as_slice() {
        [] => last,
        [one] => format!("{one}, and {last}"),
        more => format!("{}, and {last}", more.join(", ")),
    };
    Some((plain, told))
}

fn is(finding: &Finding, rules: &[Rule]) -> bool {
    rules.iter().any(|rule| rule.id() == finding.rule)
}

/// Whether a finding of this rule comes of what became of another record.
fn is_consequence(finding: &Finding) -> bool {
    is(
        finding,
        &[
            Rule::HangsOn,
            Rule::UnassertedClaim,
            Rule::UnsourcedTie,
            Rule::UnsourcedStatement,
            Rule::TooFewAnswers,
        ],
    )
}

/// Whether a finding is why its record or part is left out, and not only a field or an entry of it. Messages of
/// reading end with what is left out.
fn leaves_out(finding: &Finding) -> bool {
    let rest = finding.message.strip_suffix(" is left out.");
    let left_out = rest.and_then(|rest| rest.rsplit_once("; the "));
    left_out.is_some_and(|(_, noun)| noun != "field" && noun != "entry")
}

/// The path of the record that a `hangs-on` refers to. Ids in the message may hold anything, so it is read from its end.
fn target(finding: &Finding) -> Option<&str> {
    let (before, _) = finding.message.rsplit_once(TARGET_END)?;
    let (_, path) = before.rsplit_once('(')?;
    is(finding, &[Rule::HangsOn]).then_some(path)
}

/// What follows the path of a record that is left out, in the message of a `hangs-on`.
const TARGET_END: &str = ") is left out itself; the ";

/// The id that no record has, and the lists in which it was looked for. None where the message cuts it.
fn unknown_id(finding: &Finding) -> Option<(Vec<List>, &str)> {
    if !is(finding, &[Rule::DanglingId]) {
        return None;
    }
    let (nouns, rest) = finding
        .message
        .strip_prefix("no ")?
        .split_once(" has the id \"")?;
    let (id, _) = rest.rsplit_once("\"; the ")?;
    let is_wanted = |list: &List| nouns.split([' ', ',']).any(|noun| noun == list.noun());
    let lists = List::REFERABLE.into_iter().filter(is_wanted);
    (!id.ends_with('…')).then(|| (lists.collect(), id))
}

/// Adds to the words of a finding the lines of the other records that they name.
fn name_lines(finding: &mut Finding, records: &Records<'_>) {
    if let Some((lists, _)) = unknown_id(finding) {
        finding.advice = with_lines(&finding.advice, &[&lists], records);
        return;
    }
    if let Some(path) = target(finding) {
        if let Some(line) = records.line(path) {
            let named = format!("({path}");
            let at = format!("({path}, line {line}");
            // The last one is ours: an id before it may hold anything.
            if let Some((before, after)) = finding.message.rsplit_once(&named) {
                finding.message = format!("{before}{at}{after}");
            }
        }
        return;
    }
    let own = List::REFERABLE
        .iter()
        .filter(|list| finding.path.starts_with(&format!("{}[", list.key())));
    let own: Vec<List> = own.copied().collect();
    let of_source = [UNDECLARED_COPY.id, ONE_TEXT.id, PERSON_ON_ONE_OUTLET.id];
    let of_statement = [
        REPLY_BEFORE_STATEMENT.id,
        ASSERTED_AND_DISPUTED.id,
        TURNED_CLAIM.id,
    ];
    // What these say first in quotation marks is no id.
    let of_source_then = [SETTLED_ON_ONE_OUTLET.id, ORIGINAL_WITHOUT_TRANSLATION.id];
    let named: &[&[List]] = if of_source.contains(&finding.rule) {
        &[&[List::Sources]]
    } else if finding.rule == UNDECLARED_CONFLICT.id {
        &[&[List::Sources], &[List::Sources]]
    } else if of_source_then.contains(&finding.rule) {
        &[&[], &[List::Sources]]
    } else if of_statement.contains(&finding.rule) {
        &[&[List::Statements]]
    } else {
        match Rule::from_id(finding.rule) {
            Some(Rule::DanglingId) => &[&List::REFERABLE],
            Some(Rule::DuplicateId) => &[&own],
            // Where quotations are compared, messages begin with the source.
            Some(
                Rule::ExcerptCycle
                | Rule::QuoteNotFound
                | Rule::ContextNotFound
                | Rule::UnmarkedQuote,
            ) => &[&[List::Sources]],
            Some(Rule::AnswerElsewhere) => &[&[List::Sources], &[List::Statements]],
            _ => return,
        }
    };
    finding.message = with_lines(&finding.message, named, records);
}

/// A sentence with the line after each id it shows in quotation marks; the nth of them is of a record of the nth lists.
fn with_lines(sentence: &str, named: &[&[List]], records: &Records<'_>) -> String {
    let mut lined = String::new();
    let mut rest = sentence;
    for lists in named {
        let quoted = rest.split_once('"').and_then(|(before, after)| {
            let (id, after) = after.split_once('"')?;
            Some((before, id, after))
        });
        let Some((before, id, after)) = quoted else {
            break;
        };
        lined.push_str(&format!("{before}\"{id}\""));
        if let Some((_, line)) = records.find(id, lists) {
            lined.push_str(&format!(" (line {line})"));
        }
        rest = after;
    }
    lined + rest
}
