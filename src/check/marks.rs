//! What stands between quotation marks outside the reports, where no source proves it: in titles and summaries.

use crate::incident::Incident;
use crate::incident::place::{List, Place};
use crate::incident::quotes::fold;
use crate::incident::scripts::stands_alone;

use super::case::{Case, at};
use super::editorial::MARKS_IN_PARAPHRASE;
use super::notes::{Notes, shown};

/// How many passages are looked for among the words of all reports. Each costs a pass over them.
const MAX_SEARCHES: usize = 200;

/// The most words of a name or title: "Operation Cuckoo Bees", "Law on Foreign Agents".
const MAX_NAME_WORDS: usize = 8;

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
    let mut known = None;
    let mut searches = 0;
    for (place, record, field, text) in told(case.incident) {
        let invented = between_marks(text).into_iter().find(|passage| {
            if !is_speech(passage) || searches == MAX_SEARCHES {
                return false;
            }
            searches += 1;
            !stands(
                known.get_or_insert_with(|| words_known(case.incident)),
                passage,
            )
        });
        if let Some(passage) = invented {
            notes.note(&MARKS_IN_PARAPHRASE, place, record, field, || {
                format!(
                    "it puts {} between quotation marks, and no report of the file has these words.",
                    shown(passage)
                )
            });
        }
    }
}

/// Every text of ours but those of reports, of corrections (what was wrong stands in no report) and of answers (they may be
/// as the source prints them, which need not be anybody's words).
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
    let count = passage.split_whitespace().count();
    if passage.chars().any(stands_alone) {
        return passage.chars().count() >= MIN_CHARS_ALONE;
    }
    let in_capitals = |word: &str| {
        let first = word.chars().find(|char| char.is_alphanumeric());
        first.is_none_or(|char| !char.is_lowercase())
    };
    let words: Vec<&str> = passage.split_whitespace().collect();
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

/// The words that may stand between marks: those of the reports, a line for each statement, of headlines and of names.
fn words_known(incident: &Incident) -> String {
    let mut known = String::new();
    for statement in &incident.statements {
        for report in &statement.reports {
            let texts = [&report.quote, &report.original].into_iter().flatten();
            for text in texts {
                known.push(' ');
                known.push_str(&words(text));
            }
        }
        known.push_str(" \n");
    }
    let headlines = incident
        .sources
        .iter()
        .filter_map(|one| one.headline.as_ref());
    let actors = incident.actors.iter();
    let names = actors.flat_map(|actor| std::iter::once(&actor.name).chain(&actor.aliases));
    for text in headlines.chain(names) {
        known.push_str(&format!(" {} \n", words(text)));
    }
    known
}

/// Whether every piece of a passage stands among the known words, as whole words. What was left out of it parts it.
fn stands(known: &str, passage: &str) -> bool {
    let passage = passage.replace("...", "…");
    let mut pieces = passage.split(['…', '[', ']']).map(words);
    pieces.all(|piece| {
        if piece.chars().any(stands_alone) {
            known.contains(&piece)
        } else {
            piece.is_empty() || known.contains(&format!(" {piece} "))
        }
    })
}

/// The words of a text, as they are compared.
fn words(text: &str) -> String {
    let text = fold(text).to_lowercase();
    let words = text.split(|char: char| !char.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What a text puts between double quotation marks or, if it has none, between single ones. Apostrophes are none.
pub(super) fn between_marks(text: &str) -> Vec<&str> {
    let is_double =
        |char: char| matches!(char, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」');
    let mut passages = Vec::new();
    let mut before = ' ';
    let mut from = None;
    for (at, char) in text.char_indices() {
        // Inches are no marks.
        let is_mark = is_double(char) && !(char == '"' && before.is_ascii_digit());
        before = char;
        if !is_mark {
            continue;
        }
        // What stands behind the last mark is between none.
        from = match from {
            None => Some(at + char.len_utf8()),
            Some(from) => {
                let words = text.get(from..at);
                passages.extend(words.filter(|words| !words.is_empty()));
                None
            }
        };
    }
    if passages.is_empty() {
        between_single(text)
    } else {
        passages
    }
}

fn between_single(text: &str) -> Vec<&str> {
    let mut passages = Vec::new();
    let mut before = ' ';
    let mut from = 0;
    for (start, char) in text.char_indices() {
        let opens = matches!(char, '\'' | '‘') && !before.is_alphanumeric() && start >= from;
        before = char;
        let after = text.get(start + char.len_utf8()..);
        // (Nor is what stands before a year.)
        let is_year = |after: &&str| after.starts_with(|char: char| char.is_ascii_digit());
        let Some(after) = after.filter(|after| opens && !is_year(after)) else {
            continue;
        };
        let closing = after.match_indices(['\'', '’']).find(|(end, mark)| {
            let next = after
                .get(end + mark.len()..)
                .and_then(|rest| rest.chars().next());
            !next.is_some_and(char::is_alphanumeric)
        });
        // What closes nothing from here on closes nothing later.
        let Some((end, mark)) = closing else {
            break;
        };
        if let Some(words) = after.get(..end).filter(|words| !words.is_empty()) {
            passages.push(words);
            from = start + char.len_utf8() + end + mark.len();
        }
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::{between_marks, is_speech, stands, words};

    #[test]
    fn marks_are_found_and_apostrophes_are_not() {
        let none: &[&str] = &[];
        for (text, passages) in [
            (
                "It called it “a breach” of trust.",
                &["a breach"] as &[&str],
            ),
            ("It called it \"a breach\" of trust.", &["a breach"]),
            ("“We did”, he said, “not go.”", &["We did", "not go."]),
            ("Er nannte es „Unsinn“.", &["Unsinn"]),
            ("It called it ‘a breach’ of trust.", &["a breach"]),
            ("‘We’re here’, and ‘there’.", &["We’re here", "there"]),
            (
                "It called it 'the minister's breach'.",
                &["the minister's breach"],
            ),
            ("The alliance’s members and the ministry's guests.", none),
            ("The members’ mail and the guests' post.", none),
            ("A 15\" screen.", none),
            ("Thieves took 15\" screens and 17\" ones.", none),
            ("In '99 the members' mail was read.", none),
            ("", none),
        ] {
            assert_eq!(between_marks(text), passages, "{text}");
        }
    }

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
        ] {
            assert_eq!(is_speech(passage), speech, "{passage}");
        }
    }

    #[test]
    fn words_stand_whole_and_parted_where_something_was_left_out() {
        let known = format!(" {} \n", words("We are unable to pay, and we won’t."));
        for (passage, found) in [
            ("We are unable to pay", true),
            ("unable to pay – and we won't.", true),
            ("We … won’t", true),
            ("we are [...] unable", true),
            ("able to pay", false),
            ("we are able", false),
        ] {
            assert_eq!(stands(&known, passage), found, "{passage}");
        }
    }
}
