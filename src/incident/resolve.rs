//! Resolves the references of records, and leaves out what hangs on records that are left out.
//!
//! Lists are settled in the order in which they hang on each other (sources and actors, then statements, then
//! what refers to statements), so that one pass reaches the fixpoint. Only a statement's `about` refers within
//! its own list; it can lose entries, but never a statement.

use super::claims;
use super::families::Families;
use super::model::{Answer, Conflict, Incident, Source, Statement};
use super::place::{List, Place};
use super::problem::Rule;
use super::references::References;
use super::registry::{Registry, keep};
use super::sink::Sink;

/// Makes an incident as read into a sound one. Problems go to the sink, also those of records that are left out.
pub(super) fn resolve(incident: &mut Incident, registry: &mut Registry<'_>, sink: &mut Sink) {
    excerpts(&mut incident.sources, registry, sink);
    for (position, actor) in incident.actors.iter_mut().enumerate() {
        let mut at = references(List::Actors, position, registry, sink);
        at.optional(&mut actor.camp, "camp", List::Camps);
    }
    for (position, record) in incident.statements.iter_mut().enumerate() {
        let sound = statement(record, position, &incident.sources, registry, sink);
        settle(List::Statements, position, sound, registry);
    }
    for (position, record) in incident.statements.iter_mut().enumerate() {
        let mut at = references(List::Statements, position, registry, sink);
        let own = at.place.id;
        at.entries(&mut record.about, "about", &[List::Statements], own);
    }
    for (position, record) in incident.relations.iter_mut().enumerate() {
        let readable = registry
            .slot(List::Relations, position)
            .is_some_and(|slot| slot.sound);
        let sound = claims::relation(
            record,
            readable,
            &mut references(List::Relations, position, registry, sink),
        );
        settle(List::Relations, position, sound, registry);
    }
    for (position, event) in incident.events.iter_mut().enumerate() {
        let mut at = references(List::Events, position, registry, sink);
        at.entries(&mut event.actors, "actors", &[List::Actors], "");
        at.entries(&mut event.sources, "sources", &[List::Sources], "");
    }
    for (position, record) in incident.conflicts.iter_mut().enumerate() {
        let sound = conflict(record, position, &incident.statements, registry, sink);
        settle(List::Conflicts, position, sound, registry);
    }
    for (position, correction) in incident.corrections.iter_mut().enumerate() {
        let mut at = references(List::Corrections, position, registry, sink);
        // The head of the file can be corrected too.
        let of_head = correction
            .changed
            .iter()
            .position(|id| *id == incident.incident.id);
        let head = of_head.map(|position| correction.changed.remove(position));
        at.entries(&mut correction.changed, "changed", &List::REFERABLE, "");
        correction.changed.extend(head);
    }
    #[cfg(feature = "check")]
    editors(incident, registry, sink);
    let place = Place::single(List::Head);
    let mut head = References {
        place,
        registry,
        sink,
    };
    head.entries(&mut incident.incident.lead, "lead", &[List::Statements], "");

    registry.keep(List::Camps, &mut incident.camps, sink);
    registry.keep(List::Sources, &mut incident.sources, sink);
    registry.keep(List::Actors, &mut incident.actors, sink);
    registry.keep(List::Relations, &mut incident.relations, sink);
    registry.keep(List::Statements, &mut incident.statements, sink);
    registry.keep(List::Events, &mut incident.events, sink);
    registry.keep(List::Conflicts, &mut incident.conflicts, sink);
    registry.keep(List::Corrections, &mut incident.corrections, sink);
    #[cfg(feature = "check")]
    {
        registry.keep(List::Waivers, &mut incident.waivers, sink);
        registry.keep(List::SignOffs, &mut incident.sign_offs, sink);
    }
}

/// Resolves what waivers and sign-offs are for.
#[cfg(feature = "check")]
fn editors(incident: &Incident, registry: &mut Registry<'_>, sink: &mut Sink) {
    for (position, waiver) in incident.waivers.iter().enumerate() {
        let mut at = references(List::Waivers, position, registry, sink);
        let outcome = at.place.outcome();
        let of_file = waiver.record.is_empty() || waiver.record == incident.incident.id;
        let sound = of_file || at.resolves(&waiver.record, "record", &List::REFERABLE, outcome);
        settle(List::Waivers, position, sound, registry);
    }
    for (position, sign_off) in incident.sign_offs.iter().enumerate() {
        let mut at = references(List::SignOffs, position, registry, sink);
        let sound = at.required(&sign_off.record, "record", List::Actors);
        settle(List::SignOffs, position, sound, registry);
    }
}

fn references<'r, 'n>(
    list: List,
    position: usize,
    registry: &'r Registry<'n>,
    sink: &'r mut Sink,
) -> References<'r, 'n> {
    let place = registry.place(list, position);
    References {
        place,
        registry,
        sink,
    }
}

/// Notes what resolving found of a record.
fn settle(list: List, position: usize, sound: bool, registry: &mut Registry<'_>) {
    if let Some(slot) = registry.slot(list, position) {
        slot.sound &= sound;
    }
}

/// Resolves `excerpt_of`. An entry that would close a circle is left out: what remains still ties the copies
/// together, so that they never count as several confirmations.
fn excerpts(sources: &mut [Source], registry: &Registry<'_>, sink: &mut Sink) {
    let mut copies = Families::of(sources.len());
    for (position, source) in sources.iter_mut().enumerate() {
        let mut at = references(List::Sources, position, registry, sink);
        at.optional(&mut source.excerpt_of, "excerpt_of", List::Sources);
        let Some(id) = source.excerpt_of.as_deref() else {
            continue;
        };
        let original = registry.position(List::Sources, id);
        if original.is_some_and(|original| !copies.join(position, original)) {
            let template = "%q is, directly or through others, an excerpt of this source; the field is left out.|Only the excerpt names the original.";
            at.note(Rule::ExcerptCycle, "excerpt_of", template, &[id]);
            source.excerpt_of = None;
        }
    }
}

/// Resolves a statement's speaker, targets and reports. Whether it can be kept, as far as they go.
fn statement(
    statement: &mut Statement,
    position: usize,
    sources: &[Source],
    registry: &mut Registry<'_>,
    sink: &mut Sink,
) -> bool {
    let (readable, mut parts) = take_parts(List::Statements, position, registry);
    let mut at = references(List::Statements, position, registry, sink);
    let spoken = at.required(&statement.speaker, "speaker", List::Actors);
    at.entries(&mut statement.to, "to", &[List::Actors], &statement.speaker);

    for (report, slot) in statement.reports.iter_mut().zip(&mut parts) {
        at.place = slot.place;
        slot.sound &= at.required(&report.source, "source", List::Sources);
        at.optional(&mut report.speaker, "speaker", List::Actors);
        let source = registry
            .position(List::Sources, &report.source)
            .and_then(|position| sources.get(position));
        if let (Some(said), Some(published)) =
            (statement.date, source.and_then(|source| source.published))
            && said.is_after(published)
        {
            let template =
                "it was published on %, before the statement's date %.|Look both dates up again.";
            at.note(
                Rule::DateOrder,
                "source",
                template,
                &[&published.iso(), &said.iso()],
            );
        }
    }
    let listed = !statement.reports.is_empty();
    let dropped = keep(&parts, &mut statement.reports);
    at.place = registry.place(List::Statements, position);
    if statement.reports.is_empty() {
        let (noun, happens) = at.place.outcome();
        let how = if listed {
            "none of its reports can be kept"
        } else {
            "no source reports it"
        };
        let template = "%; the %%.|A statement needs at least one report with a source, its directness, and a quote or a paraphrase.";
        at.note(
            Rule::UnsourcedStatement,
            "reports",
            template,
            &[how, noun, happens],
        );
        return false;
    }
    if readable && spoken {
        sink.left_out += dropped;
    }
    spoken
}

/// Resolves a conflict's answers and what it is about. Whether it can be kept, as far as they go.
fn conflict(
    conflict: &mut Conflict,
    position: usize,
    statements: &[Statement],
    registry: &mut Registry<'_>,
    sink: &mut Sink,
) -> bool {
    let (readable, mut parts) = take_parts(List::Conflicts, position, registry);
    let mut at = references(List::Conflicts, position, registry, sink);
    let subjects = [
        List::Statements,
        List::Relations,
        List::Events,
        List::Actors,
    ];
    at.entries(&mut conflict.about, "about", &subjects, "");

    for (answer, slot) in conflict.answers.iter_mut().zip(&mut parts) {
        at.place = slot.place;
        slot.sound &= at.required(&answer.source, "source", List::Sources);
        at.optional(&mut answer.report, "report", List::Statements);
        if slot.sound {
            check_printed(answer, statements, &mut at);
        }
    }
    let dropped = keep(&parts, &mut conflict.answers);
    let count = conflict.answers.len();
    if count < 2 {
        at.place = registry.place(List::Conflicts, position);
        let (noun, happens) = at.place.outcome();
        let template = "a conflict needs two answers or more, of which % can be kept; the %%.|Give each answer its \"source\" and what it \"says\".";
        at.note(
            Rule::TooFewAnswers,
            "answers",
            template,
            &[&count.to_string(), noun, happens],
        );
        return false;
    }
    if readable {
        sink.left_out += dropped;
    }
    true
}

/// Leaves an answer's `report` out where the answer's source does not report that statement.
fn check_printed(answer: &mut Answer, statements: &[Statement], at: &mut References<'_, '_>) {
    let Some(id) = answer.report.as_deref() else {
        return;
    };
    let statement = at
        .registry
        .position(List::Statements, id)
        .and_then(|position| statements.get(position));
    if statement.is_some_and(|statement| {
        !statement
            .reports
            .iter()
            .any(|report| report.source == answer.source)
    }) {
        let template = "%q has no report of the statement %q; the field is left out.|Name a statement which this source reports, or drop the field.";
        at.note(
            Rule::AnswerElsewhere,
            "report",
            template,
            &[&answer.source, id],
        );
        answer.report = None;
    }
}

/// Whether a record was sound as read, and what has become of its parts.
fn take_parts<'n>(
    list: List,
    position: usize,
    registry: &mut Registry<'n>,
) -> (bool, Vec<super::fields::Slot<'n>>) {
    registry
        .slot(list, position)
        .map_or((false, Vec::new()), |slot| {
            (slot.sound, std::mem::take(&mut slot.parts))
        })
}
