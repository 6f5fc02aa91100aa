//! Words quoted in part, of which nothing tells the sentence: a reader takes them for what the speaker says.

use std::collections::HashSet;

use crate::incident::report::is_quotation_mark;
use crate::incident::template::fill;
use crate::incident::{Directness, Report, Stance, Statement};

use super::cards::editorial::FRAGMENT_ALONE;
use super::case::{Case, at_report};
use super::notes::{Notes, shown};

/// Checks every statement.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    for (position, statement) in case.incident.statements.iter().enumerate() {
        let mut reports = statement.reports.iter();
        let in_part = reports.all(|report| report.directness == Directness::Mixed);
        if !in_part || is_sentence(statement) {
            continue;
        }
        // The longest leads in the panel, mostly; of those as long, the first.
        let reports = statement.reports.iter().enumerate().rev();
        let leading = reports.max_by_key(|(_, report)| words(report).chars().count());
        let Some((part, report)) = leading else {
            continue;
        };
        let place = at_report(position, part);
        notes.note(&FRAGMENT_ALONE, place, &statement.id, "quote", || {
            format!(
                "of what was said, readers see only {} and then that {}; they take these words for {}.",
                shown(words(report)),
                act(case, statement),
                statement.stance.first().map_or("all of it", taken_for)
            )
        });
    }
}

fn words(report: &Report) -> &str {
    report.quote.as_deref().unwrap_or_default()
}

/// Who does what, as the panel says it below the words.
fn act(case: &Case<'_>, statement: &Statement) -> String {
    let speaker = case.name(&statement.speaker);
    let stance = statement.stance.first();
    let (Some(stance), Some(to)) = (stance, statement.to.first()) else {
        return fill("%q %", &[speaker, stance.map_or("speaks", alone)]);
    };
    fill("%q % %q", &[speaker, stance.towards(), case.name(to)])
}

/// A stance towards nobody, at the end of a sentence.
fn alone(stance: &Stance) -> &'static str {
    match stance {
        Stance::Inform => "states something",
        stance => stance.alone(),
    }
}

/// What a reader takes words for that stand above such a stance.
fn taken_for(stance: &Stance) -> &'static str {
    match stance {
        Stance::Accuse => "the accusation",
        Stance::Condemn => "what is condemned",
        Stance::Protest => "the protest",
        Stance::Warn => "the warning",
        Stance::CallUpon => "what is called for",
        Stance::Deny => "the denial",
        Stance::RejectDemand => "the answer",
        Stance::ExpressSolidarity => "what is supported",
        Stance::Acknowledge => "the response",
        Stance::AnnounceMeasure => "the measure",
        Stance::Inform => "all of it",
    }
}

/// Whether one of a statement's quotations is a sentence by itself, or the parts of one that its source interrupts; also
/// where nobody can tell, for its script has no capitals.
fn is_sentence(statement: &Statement) -> bool {
    let mut begun: HashSet<&str> = HashSet::new();
    statement.reports.iter().any(|report| {
        let words = words(report);
        let source = report.source.as_str();
        if report.part == Some(1) {
            begun.remove(source);
            if begins(words) {
                begun.insert(source);
            }
        }
        let begins = match report.part {
            Some(_) => begun.contains(source),
            None => begins(words),
        };
        words.chars().filter(|char| is_caseless(*char)).count() > 1 || begins && ends(words)
    })
}

/// Whether words begin as a sentence does. A number can.
fn begins(words: &str) -> bool {
    let first = words.chars().find(|char| char.is_alphanumeric());
    first.is_some_and(|first| !first.is_lowercase())
}

/// Whether words end as a sentence does. The Greek question mark is mostly typed as a semicolon, the Armenian full stop has a
/// sign of its own.
fn ends(words: &str) -> bool {
    let beyond = |char: char| {
        char.is_whitespace() || is_quotation_mark(char) || matches!(char, ')' | ']' | '}')
    };
    let words = words.trim_end_matches(beyond);
    words.ends_with(['.', '!', '?', '…', '‽', ';', '\u{37e}', '։'])
}

/// Whether a letter is of a script without capitals. Georgian letters have some, for headlines, which begin no sentence; what
/// modifies letters (the apostrophe in звʼязку, the okina) is of every script.
fn is_caseless(char: char) -> bool {
    let is_georgian = matches!(char, '\u{10d0}'..='\u{10ff}');
    let is_modifier = matches!(char, '\u{2b0}'..='\u{2ff}');
    is_georgian
        || !is_modifier && char.is_alphabetic() && !char.is_lowercase() && !char.is_uppercase()
}

#[cfg(test)]
mod tests {
    use super::{begins, ends, is_caseless};

    #[test]
    fn a_sentence_has_its_beginning_and_its_end() {
        for (words, sentence) in [
            ("Nonsense.", true),
            ("“No!” (they said)", false),
            ("They said: ‘No!’", true),
            ("[The] network is bad.)", true),
            ("14 people paid…", true),
            ("Πού είναι τα χρήματα;", true),
            ("Сеть взломали.", true),
            ("without any basis.", false),
            ("сеть взломали.", false),
            ("Reef 41", false),
            ("… and we paid.", false),
            ("", false),
        ] {
            assert_eq!(begins(words) && ends(words), sentence, "{words}");
        }
    }

    #[test]
    fn scripts_without_capitals_are_told() {
        for (words, caseless) in [
            ("بلا أساس", true),
            ("毫无根据", true),
            ("यह निराधार", true),
            ("근거 없는", true),
            ("უსაფუძვლო", true),
            ("Blue Reef 41による", true),
            ("bez základu, ß", false),
            ("χωρίς βάση", false),
            ("без звʼязку з нами", false),
        ] {
            assert_eq!(words.chars().any(is_caseless), caseless, "{words}");
        }
    }
}
