//! How speech is written down: denials, replies, marks and translations.

use crate::incident::place::List;
use crate::incident::{Directness, Stance, Statement};

use super::case::{Case, at, at_report};
use super::editorial::{
    MARKS_IN_PARAPHRASE, REPLY_BEFORE_STATEMENT, TRANSLATION_WITHOUT_ORIGINAL, UNANCHORED_DENIAL,
};
use super::notes::{Notes, shown};

/// Checks every statement and report.
pub(super) fn check(case: &Case<'_>, notes: &mut Notes) {
    let mut disputing: Vec<&str> = case
        .incident
        .relations
        .iter()
        .flat_map(|relation| &relation.disputed_by)
        .map(String::as_str)
        .collect();
    disputing.sort_unstable();
    for (position, statement) in case.incident.statements.iter().enumerate() {
        let anchored =
            !statement.about.is_empty() || disputing.binary_search(&statement.id.as_str()).is_ok();
        if statement.stance.contains(&Stance::Deny) && !anchored {
            let place = at(List::Statements, position);
            notes.note(&UNANCHORED_DENIAL, place, &statement.id, "about", || {
                "it denies, but nothing says what: \"about\" is empty, and no claim names it in \"disputed_by\"."
                    .to_owned()
            });
        }
        replies(case, position, statement, notes);
        reports(position, statement, notes);
    }
}

fn replies(case: &Case<'_>, position: usize, statement: &Statement, notes: &mut Notes) {
    let answered = statement.about.iter().filter_map(|id| {
        let answered = case.incident.statements.get(case.statements.get(id)?)?;
        Some((id, answered.date?))
    });
    for (id, first) in answered {
        if let Some(said) = statement.date
            && first.is_after(said)
        {
            let place = at(List::Statements, position);
            notes.note(
                &REPLY_BEFORE_STATEMENT,
                place,
                &statement.id,
                "date",
                || {
                    format!(
                        "it is dated {said} and answers {}, which is dated {first}, later.",
                        shown(id)
                    )
                },
            );
        }
    }
}

fn reports(position: usize, statement: &Statement, notes: &mut Notes) {
    for (part, report) in statement.reports.iter().enumerate() {
        let place = at_report(position, part);
        let told = report.paraphrase.as_deref().unwrap_or_default();
        if let Some(words) =
            between_marks(told).filter(|_| report.directness == Directness::Indirect)
        {
            notes.note(
                &MARKS_IN_PARAPHRASE,
                place,
                &statement.id,
                "paraphrase",
                || {
                    format!(
                        "the paraphrase puts {} between quotation marks, as if the speaker had said it.",
                        shown(words)
                    )
                },
            );
        }
        let from = report.translated_from.as_deref();
        if let Some(from) = from.filter(|_| report.quote.is_some() && report.original.is_none()) {
            let field = "translated_from";
            notes.note(
                &TRANSLATION_WITHOUT_ORIGINAL,
                place,
                &statement.id,
                field,
                || {
                    format!(
                        "the quotation is a translation from {}, and the original words are not given.",
                        shown(from)
                    )
                },
            );
        }
    }
}

/// What a text puts between quotation marks, if anything. Apostrophes are none.
fn between_marks(text: &str) -> Option<&str> {
    let is_double =
        |char: char| matches!(char, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」');
    let (_, after) = text.split_once(is_double).unwrap_or_default();
    if let Some((words, _)) = after
        .split_once(is_double)
        .filter(|(words, _)| !words.is_empty())
    {
        return Some(words);
    }
    let mut before = ' ';
    for (start, char) in text.char_indices() {
        let opens = matches!(char, '\'' | '‘') && !before.is_alphanumeric();
        before = char;
        let after = text.get(start + char.len_utf8()..);
        let Some(after) = after.filter(|_| opens) else {
            continue;
        };
        let closing = after.match_indices(['\'', '’']).find(|(end, mark)| {
            let next = after
                .get(end + mark.len()..)
                .and_then(|rest| rest.chars().next());
            !next.is_some_and(char::is_alphanumeric)
        });
        // What closes nothing from here on closes nothing later.
        let (end, _) = closing?;
        if let Some(words) = after.get(..end).filter(|words| !words.is_empty()) {
            return Some(words);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::between_marks;

    #[test]
    fn marks_are_found_and_apostrophes_are_not() {
        for (text, words) in [
            ("It called it “a breach” of trust.", Some("a breach")),
            ("It called it \"a breach\" of trust.", Some("a breach")),
            ("Er nannte es „Unsinn“.", Some("Unsinn")),
            ("It called it ‘a breach’ of trust.", Some("a breach")),
            (
                "It called it 'the minister's breach'.",
                Some("the minister's breach"),
            ),
            ("The alliance’s members and the ministry's guests.", None),
            ("The members’ mail and the guests' post.", None),
            ("A 15\" screen.", None),
            ("", None),
        ] {
            assert_eq!(between_marks(text), words, "{text}");
        }
    }
}
