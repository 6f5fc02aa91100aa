//! How a passage of a text stands to the quotation marks round it, in words for an editor.

use super::edges::begins_behind_apostrophe;
use super::folding::{Folded, MARK};
use super::marks::{Mark, Marks, Role};

/// How many characters of what stands round a quotation are shown.
const SHOWN: usize = 100;

/// How a passage stands to the marks round it.
pub(super) enum Standing {
    /// It is all that stands between two marks.
    Whole,
    /// The same, but for a question mark before the one that closes.
    Question,
    /// It is all that stands between two marks, but within another quotation, which begins and ends here.
    Inner(usize, usize),
    /// A mark in it closes a quotation that it does not open, and another one opens what it does not close.
    Across(usize, usize),
    /// It is not what stands between two marks.
    Apart,
}

/// How the passage between two offsets stands to the marks round it, punctuation of the text's own sentence aside.
pub(super) fn standing(text: &Folded, marks: &Marks, start: usize, end: usize) -> Standing {
    if let Some((closes, opens)) = marks.cross(start, end) {
        return Standing::Across(closes, opens);
    }
    let marked = marks.marked(text);
    let before = marked.get(..start).unwrap_or_default().trim_end();
    let behind = marked.get(end..).unwrap_or_default();
    let after = behind.trim_start_matches(|char: char| {
        char == ' ' || ".,;:!?…—–-。，、！？；：،؛؟।".contains(char)
    });
    if !before.ends_with(MARK) || !after.starts_with(MARK) || begins_behind_apostrophe(text, start)
    {
        return Standing::Apart;
    }
    let opening = marks.at(before.len() - MARK.len_utf8());
    let closing = marks.at(marked.len() - after.len());
    let (Some(opening), Some(closing)) = (opening, closing) else {
        return Standing::Apart;
    };
    let opens = matches!(opening.role, Role::Opens | Role::Continues | Role::Unclear);
    let closes = matches!(closing.role, Role::Closes | Role::Continues | Role::Unclear);
    match marks.around(opening) {
        _ if !opens || !closes => Standing::Apart,
        Some((from, to)) if to >= end => Standing::Inner(from, to),
        _ if asks(behind.strip_suffix(after)) && !asks(end_of(marked.get(start..end))) => {
            Standing::Question
        }
        _ => Standing::Whole,
    }
}

/// Whether there is a question mark in a part of a text.
fn asks(part: Option<&str>) -> bool {
    part.is_some_and(|part| part.contains(['?', '？', '؟']))
}

/// What stands behind a passage's last word.
fn end_of(passage: Option<&str>) -> Option<&str> {
    passage?.rsplit(char::is_alphanumeric).next()
}

/// What is cut off before a passage within its sentence, and the word of it that can turn the passage's meaning.
pub(super) fn cut_off(
    text: &Folded,
    marks: &Marks,
    start: usize,
    end: usize,
) -> Option<(String, Option<String>)> {
    let quotation = marks.open_at(start, end);
    let lines = text.lines();
    let mut paragraphs = lines.iter().rev();
    let paragraph = paragraphs.find(|(line, is_paragraph)| *is_paragraph && *line <= start);
    let paragraph = paragraph.map_or(0, |(line, _)| *line);
    let from = quotation.map_or(paragraph, |quotation| quotation.max(paragraph));
    let before = text.text.get(from..start)?;
    let ends = before.match_indices(['.', '!', '?', '。']);
    let mut ends = ends.filter_map(|(at, sign)| {
        let rest = before.get(at + sign.len()..)?.trim_start_matches(MARK);
        let next = rest.trim_start();
        let begins = rest.len() > next.len() && !next.starts_with(char::is_lowercase);
        (begins || sign == "。").then_some(before.len() - next.len())
    });
    let from = from + ends.next_back().unwrap_or_default();
    let cut = text.text.get(from..start)?;
    // Outside a quotation, what another one says before it is not cut off.
    let speaks = |mark: &Mark| !matches!(mark.role, Role::Apostrophe | Role::Unclear);
    let other = quotation.is_none() && marks.within(from, start).iter().any(speaks);
    if other || !cut.contains(char::is_alphanumeric) {
        return None;
    }
    let turning = cut.split(|char: char| !char.is_alphanumeric() && char != MARK);
    let mut turning = turning.map(|word| word.trim_matches(MARK));
    let turning = turning.rfind(|word| turns(word));
    let turning = turning.map(|word| word.replace(MARK, "’"));
    Some((tail(text, from, start).trim().to_owned(), turning))
}

/// Whether a word can turn the meaning of those that follow, in one of five languages.
fn turns(word: &str) -> bool {
    const WORDS: &[&str] = &[
        // English
        "allegedly",
        "believe",
        "cannot",
        "denied",
        "denies",
        "deny",
        "doubt",
        "if",
        "neither",
        "never",
        "no",
        "nobody",
        "none",
        "not",
        "only",
        "unless",
        "until",
        "wrong",
        "false",
        "without",
        // German
        "glaube",
        "glauben",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "nicht",
        "nie",
        "niemals",
        "niemand",
        "nur",
        "wenn",
        "ohne",
        // Czech
        "jen",
        "jestli",
        "kdyby",
        "nejsou",
        "není",
        "nevěřím",
        "nikdo",
        "nikdy",
        "popírá",
        "popíráme",
        "popírám",
        "pokud",
        "pouze",
        // French
        "aucun",
        "aucune",
        "crois",
        "jamais",
        "ne",
        "pas",
        "personne",
        "sans",
        "seulement",
        "si",
        // Spanish
        "creo",
        "jamás",
        "nadie",
        "ningún",
        "nunca",
        "sin",
        "solo",
        "sólo",
    ];
    let word = word.to_lowercase();
    WORDS.contains(&word.as_str()) || word.ends_with("n't") || word.starts_with("n'")
}

/// The end of a part of a text, in its own characters.
pub(super) fn tail(text: &Folded, from: usize, to: usize) -> String {
    let part = text.text.get(from..to).unwrap_or_default();
    let cut = part.char_indices().rev().nth(SHOWN - 1);
    let cut = cut.map_or(0, |(at, _)| at);
    let shown = part.get(cut..).unwrap_or_default();
    // At the next word's beginning.
    let word = shown.find(' ').filter(|_| cut > 0).unwrap_or_default();
    let dots = if cut > 0 { "…" } else { "" };
    format!("{dots}{}", text.own(from + cut + word..to))
}
