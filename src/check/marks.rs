//! What stands between quotation marks outside the reports, where no source proves it: in titles and summaries.

use std::cell::LazyCell;

use crate::incident::Incident;
use crate::incident::place::{List, Part, Place};
use crate::incident::quotes::QuoteCheck;
use crate::incident::quotes::marks::between;
use crate::incident::quotes::words::{Known, MAX_SEARCHES};
use crate::incident::scripts::stands_alone;

use super::cards::editorial::MARKS_IN_PARAPHRASE;
use super::case::{Case, at};
use super::notes::{Notes, shown};

/// The most words of a name or title: "Operation Cuckoo Bees", "Law on Foreign Agents".
const MAX_NAME_WORDS: usize = 8;

/// The same in a script that has spaces, but no capitals.
const MAX_CASELESS_NAME_WORDS: usize = 3;

/// The most letters of a word without a capital in it.
const MAX_SMALL_WORD: usize = 4;

/// Who begins with them speaks, in capitals too.
const PRONOUNS: [&str; 7] = ["i", "we", "you", "he", "she", "it", "they"];

/// The fewest characters of a passage in a script that has no spaces to tell words by.
const MIN_CHARS_ALONE: usize = 5;

/// A text of ours that readers see: where it stands, in which record and field.
type Told<'i> = (Place<'static>, &'i str, &'static str, &'i str);

/// Checks every text of ours but those of reports.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let known = LazyCell::new(|| words_known(case.incident));
    let mut searches = 0;
    for (place, record, field, text) in told(case.incident) {
        let invented = between(text).into_iter().find(|passage| {
            if !is_speech(passage) || searches == MAX_SEARCHES {
                return false;
            }
            searches += 1;
            !known.has(passage)
        });
        if let Some(passage) = invented {
            notes.note(&MARKS_IN_PARAPHRASE, place, record, field, || {
                format!(
                    "it puts {} between quotation marks, and no report of the file has these words.",
                    shown(&passage)
                )
            });
        }
    }
}

/// Checks the answers whose source has a saved text: what stands between marks there, it must have printed.
pub(super) fn check_answers(case: &Case<'_>, quotes: &QuoteCheck, notes: &mut Notes) {
    let unsaid = quotes.answers.iter();
    for (position, part, passage) in unsaid.filter(|(.., passage)| is_speech(passage)) {
        let Some(conflict) = case.incident.conflicts.get(*position) else {
            continue;
        };
        let source = conflict.answers.get(*part).map_or("", |one| &one.source);
        let place = at(List::Conflicts, *position)
            .parts(Part::Answer)
            .nth(*part);
        notes.note(&MARKS_IN_PARAPHRASE, place, &conflict.id, "says", || {
            format!(
                "the answer puts {} between quotation marks, and the source {} does not have these words.",
                shown(passage),
                shown(source)
            )
        });
    }
}

/// Every text of ours but those of reports, of corrections (what was wrong stands in no report) and of answers (they may be
/// as the source prints them, which need not be anybody's words: [`check_answers`]).
fn told(incident: &Incident) -> Vec<Told<'_>> {
    let mut told: Vec<Told<'_>> = Vec::new();
    let story = &incident.incident;
    let head = Place::single(List::Head);
    told.push((head, &story.id, "title", &story.title));
    let summary = story.summary.as_deref();
    told.extend(summary.map(|text| (head, story.id.as_str(), "summary", text)));
    for (position, actor) in incident.actors.iter().enumerate() {
        let about = actor.about.as_deref();
        let place = at(List::Actors, position);
        told.extend(about.map(|text| (place, actor.id.as_str(), "about", text)));
    }
    for (position, relation) in incident.relations.iter().enumerate() {
        let about = relation.about.as_deref();
        let place = at(List::Relations, position);
        told.extend(about.map(|text| (place, relation.id.as_str(), "about", text)));
    }
    for (position, event) in incident.events.iter().enumerate() {
        told.push((at(List::Events, position), &event.id, "title", &event.title));
    }
    told
}

/// Whether words between marks look like somebody's: a single word or a few in capitals are mostly a name or our distance.
fn is_speech(passage: &str) -> bool {
    let words: Vec<&str> = passage.split_whitespace().collect();
    let count = words.len();
    if passage.chars().any(stands_alone) {
        return passage.chars().count() >= MIN_CHARS_ALONE;
    }
    // Where there are no capitals, only few words are taken for a name.
    if !passage
        .chars()
        .any(|char| char.is_lowercase() || char.is_uppercase())
    {
        return count > MAX_CASELESS_NAME_WORDS;
    }
    let in_capitals = |word: &str| {
        let first = word.chars().find(|char| char.is_alphanumeric());
        first.is_none_or(|char| !char.is_lowercase())
    };
    let ends = [words.first(), words.last()];
    let is_name = count <= MAX_NAME_WORDS
        && ends.into_iter().flatten().all(|word| in_capitals(word))
        && words
            .iter()
            .all(|word| in_capitals(word) || word.chars().count() <= MAX_SMALL_WORD)
        && !words
            .first()
            .is_some_and(|word| PRONOUNS.contains(&word.to_lowercase().as_str()));
    count > 1 && !is_name
}

/// The words that may stand between marks: those of the reports, a text for each statement, of headlines and of names.
fn words_known(incident: &Incident) -> Known {
    let mut known = Known::default();
    for statement in &incident.statements {
        let reports = statement.reports.iter();
        let texts = reports.flat_map(|report| [&report.quote, &report.original]);
        let texts: Vec<&str> = texts.flatten().map(String::as_str).collect();
        known.add(&texts.join(" "));
    }
    let headlines = incident
        .sources
        .iter()
        .filter_map(|one| one.headline.as_ref());
    let actors = incident.actors.iter();
    let names = actors.flat_map(|actor| std::iter::once(&actor.name).chain(&actor.aliases));
    for text in headlines.chain(names) {
        known.add(text);
    }
    known
}

#[cfg(test)]
mod tests {
    use super::is_speech;

    #[test]
    fn names_and_single_words_are_no_speech() {
        for (passage, speech) in [
            ("we paid", true),
            ("We Stole It All", true),
            ("我们没有这样做", true),
            ("nonsense", false),
            ("Operation Blue Reef", false),
            ("Law on Foreign Agents", false),
            ("Trends in Harbour Threats 2030", false),
            ("Bündnis für Frieden", false),
            ("Reef 41", false),
            ("蓝礁", false),
            ("هذا هجوم مختلف تماما", true),
            ("عملية الشعاب الزرقاء", false),
        ] {
            assert_eq!(is_speech(passage), speech, "{passage}");
        }
    }
}
