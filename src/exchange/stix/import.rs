//! From a bundle to the beginning of an incident.

use super::objects::Objects;
use super::sources::{Sources, language_of};
use super::{actors, markings, relations, statements};
use crate::exchange::ids::{Ids, kebab};
use crate::exchange::tree::{list, object, optional, text, text_at, texts, texts_at};
use crate::exchange::{Finding, Imported};
use crate::incident::limits::{MAX_TEXT_CHARS, MAX_TITLE_CHARS};
use crate::incident::{FORMAT_VERSION, Node, json, read as read_incident};

/// Types of objects that are taken in some way; all others are kept aside.
const TAKEN: [&str; 8] = [
    "identity",
    "threat-actor",
    "intrusion-set",
    "campaign",
    "relationship",
    "note",
    "opinion",
    "report",
];

/// What the bundle cannot say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The incident's id; else it is made of the title.
    pub id: Option<String>,
    /// The incident's title; else the first report's name.
    pub title: Option<String>,
    /// The language the file is written in; else the first report's, else English.
    pub language: Option<String>,
    /// The name of the file, which stands in for what the bundle does not say of itself.
    pub file: String,
}

/// What is being made.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) file: String,
    pub(super) sources: Vec<Node>,
    pub(super) actors: Vec<Node>,
    pub(super) relations: Vec<Node>,
    pub(super) statements: Vec<Node>,
    pub(super) events: Vec<Node>,
    pub(super) work: Vec<String>,
    pub(super) source_ids: Ids,
    pub(super) actor_ids: Ids,
    pub(super) relation_ids: Ids,
    pub(super) statement_ids: Ids,
    pub(super) event_ids: Ids,
}

/// Makes an incident of a threat report.
///
/// It is a valid file, and not one to publish: a report has relationships, a map has statements. What is missing is
/// listed in [`Imported::work`] and in the file's `x-to-do`; what has no place is named in [`Imported::notes`] and kept
/// in [`Imported::aside`].
///
/// # Errors
/// If the text is no STIX 2 or names nobody.
pub fn read(text: &str, wanted: &Wanted) -> Result<Imported, Vec<Finding>> {
    let start = text.trim_start();
    if start.starts_with("<?xml") || start.starts_with("<stix") {
        return Err(vec![Finding::error(
            "stix-1",
            String::new(),
            "This is XML; STIX 2 is JSON.".to_owned(),
            "STIX 1 can be converted with stix2-elevator of OASIS.",
        )]);
    }
    let root = json::parse_any_json(text).map_err(Finding::of_refusal)?;
    if root.is_cut_off() {
        return Err(vec![Finding::error(
            "limit",
            String::new(),
            "Lists and objects stand too deep inside each other to be a bundle.".to_owned(),
            "",
        )]);
    }
    let mut warnings = Vec::new();
    let mut objects = Objects::of(&root, &mut warnings).map_err(|error| vec![error])?;
    let mut draft = Draft {
        file: wanted.file.clone(),
        ..Draft::default()
    };
    let known = actors::take(&mut objects, &mut draft);
    if known.is_empty() {
        // A file needs an actor; whoever is behind it is one, by whatever name.
        warnings.push(Finding::warning(
            "names-nobody",
            String::new(),
            format!("The bundle names nobody: it has {}.", objects.types()),
            "Is it a threat report, or data for machines?",
        ));
        actors::put_unnamed(&mut draft);
    }
    let mut sources = Sources::of_reports(&mut objects, &mut draft);
    let mut related = relations::take(&mut objects, &known, &mut sources, &mut draft);
    relations::take_campaigns(&mut objects, &known, &mut sources, &mut draft);
    statements::take(&mut objects, &known, &mut related, &mut sources, &mut draft);
    related.finish(&mut draft);
    objects.leave_other_types(&TAKEN);
    warnings.extend(markings::told(&objects));
    warnings.extend(version(&root, &objects));
    silent_actors(&mut draft);
    let head = head(&objects, wanted, &mut draft);
    let tree = finish(draft, head);
    let reading = read_incident(&tree.0).map_err(Finding::of_refusal)?;
    warnings.extend(reading.problems.into_iter().map(Finding::from));
    if reading.errors > 0 {
        return Err(warnings);
    }
    Ok(Imported {
        tree: tree.0,
        incident: reading.incident,
        warnings,
        notes: objects.told(),
        work: tree.1,
        aside: objects.aside(),
    })
}

/// The head of the file: of the first report.
fn head(objects: &Objects<'_>, wanted: &Wanted, draft: &mut Draft) -> Node {
    let report = objects.of_types(&["report"]).first().copied();
    let of_report = |key: &str| report.and_then(|report| text_at(report, key));
    let incident = objects
        .of_types(&["incident"])
        .first()
        .and_then(|node| text_at(node, "name"));
    let title = wanted
        .title
        .as_deref()
        .or_else(|| of_report("name"))
        .or(incident);
    let title = title.map_or_else(
        || {
            draft.work.push("The bundle has no report and no incident with a name: give the file a title and an id.".to_owned());
            draft.file.clone()
        },
        str::to_owned,
    );
    let id = wanted.id.clone().or_else(|| kebab(&title));
    let language = wanted
        .language
        .as_deref()
        .or_else(|| report.and_then(language_of));
    let language = language.unwrap_or_else(|| {
        draft
            .work
            .push("The bundle does not say its language; \"en\" is put down.".to_owned());
        "en"
    });
    let summary = of_report("description").map(str::trim);
    object([
        ("id", text(id.unwrap_or_else(|| "incident".to_owned()))),
        ("title", text(cut(&title, MAX_TITLE_CHARS))),
        (
            "summary",
            optional(summary.map(|summary| cut(summary, MAX_TEXT_CHARS))),
        ),
        ("language", text(language)),
        (
            "disclosed",
            optional(of_report("published").and_then(day_of)),
        ),
    ])
}

/// Who is accused and has said nothing: an editor looks for the answer.
fn silent_actors(draft: &mut Draft) {
    let mut work = Vec::new();
    for actor in &draft.actors {
        let id = text_at(actor, "id").unwrap_or_default();
        let roles = texts_at(actor, "roles");
        let accused = roles
            .iter()
            .any(|role| matches!(*role, "initiator" | "alleged-sponsor"));
        let speaks = draft
            .statements
            .iter()
            .any(|said| text_at(said, "speaker") == Some(id));
        if accused && !speaks {
            work.push(format!("Actor \"{id}\" is accused and says nothing here. Has it, or who speaks for it, answered? Add the statement, or that it was asked."));
        }
    }
    draft.work.extend(work);
}

/// A version of STIX that is none of those that are read.
fn version(root: &Node, objects: &Objects<'_>) -> Option<Finding> {
    let all = std::iter::once(root).chain(objects.all().iter().copied());
    let mut versions = all.filter_map(|node| text_at(node, "spec_version"));
    let other = versions.find(|version| !matches!(*version, "2.0" | "2.1"))?;
    Some(Finding::warning(
        "stix-version",
        String::new(),
        format!("The bundle says that it is STIX {other}; it is read as STIX 2.1."),
        "Compare what came of it with the report.",
    ))
}

fn finish(draft: Draft, head: Node) -> (Node, Vec<String>) {
    let mut entries = vec![
        ("version", Node::Number(f64::from(FORMAT_VERSION))),
        ("incident", head),
    ];
    entries.push(("sources", list(draft.sources)));
    entries.push(("actors", list(draft.actors)));
    entries.push(("relations", list(draft.relations)));
    entries.push(("statements", list(draft.statements)));
    entries.push(("events", list(draft.events)));
    entries.push(("x-to-do", texts(&draft.work)));
    (object(entries), draft.work)
}

/// A text of at most so many characters; a longer one ends with "…" within them.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// The day of a time: `2015-05-15T09:12:16.432Z` is 2015-05-15.
pub(super) fn day_of(time: &str) -> Option<String> {
    let day = time.get(..10)?;
    day.parse::<crate::incident::PartialDate>()
        .ok()
        .map(|date| date.to_string())
}
