//! What stands in one cell: escaped on the way out so that nothing is lost and nothing is run, understood on the way
//! in as people type it.

/// What spreadsheets take for the beginning of a formula (OWASP, "CSV injection"), also in full width.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Pairs of quotation marks: opening and closing.
const MARKS: [(char, char); 12] = [
    ('"', '"'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('”', '”'),
    ('‘', '’'),
    ('‚', '‘'),
    ('\'', '\''),
    ('«', '»'),
    ('»', '«'),
    ('‹', '›'),
    ('「', '」'),
];

/// Whether a spreadsheet could run a cell, or the reader would take the mark of such a cell for its own.
fn is_dangerous(text: &str) -> bool {
    let start = text.trim_start();
    text.starts_with(['\t', '\r', '\n'])
        || start.starts_with(FORMULA)
        || text.strip_prefix('\'').is_some_and(is_dangerous)
}

/// A text as a cell that no spreadsheet runs: `'=1+1` for `=1+1`. [`unguarded`] undoes it.
///
/// Only the beginning is guarded. Behind a separator or a line break within a text, a mark of ours could not be told from an
/// apostrophe that a source prints there, and the import would take that out of a quotation.
pub(super) fn guarded(text: &str) -> String {
    if is_dangerous(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that [`guarded`] made a cell of. Other apostrophes stay: `'tis`.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if is_dangerous(text) => text,
        _ => cell,
    }
}

/// A text whose edges must survive the trimming of cells: apostrophes outside of its outer spaces.
pub(super) fn edged(text: &str) -> String {
    let mut cell = String::new();
    if text
        .trim_start_matches('\'')
        .starts_with(char::is_whitespace)
    {
        cell.push('\'');
    }
    cell.push_str(text);
    if text.trim_end_matches('\'').ends_with(char::is_whitespace) {
        cell.push('\'');
    }
    cell
}

/// The text of a trimmed cell; undoes [`edged`].
pub(super) fn unedged(cell: &str) -> &str {
    let cell = cell.trim();
    let cell = match cell.strip_prefix('\'') {
        Some(rest)
            if rest
                .trim_start_matches('\'')
                .starts_with(char::is_whitespace) =>
        {
            rest
        }
        _ => cell,
    };
    match cell.strip_suffix('\'') {
        Some(rest) if rest.trim_end_matches('\'').ends_with(char::is_whitespace) => rest,
        _ => cell,
    }
}

/// What stands inside the one pair of quotation marks around a text, if there is one.
pub(super) fn unquoted(text: &str) -> Option<&str> {
    MARKS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        let paired = if open == close {
            !inner.contains(*open) || unquoted_by(inner, *open)
        } else {
            is_balanced(inner, *open, *close)
        };
        paired.then_some(inner)
    })
}

/// What stands inside the one pair of quotation marks around a cell, whether or not there are spaces around it.
pub(super) fn unquoted_cell(cell: &str) -> Option<&str> {
    unquoted(cell).or_else(|| unquoted(cell.trim()))
}

/// Whether a text stands between two equal marks, and so on inwards.
fn unquoted_by(text: &str, mark: char) -> bool {
    let inner = text
        .strip_prefix(mark)
        .and_then(|rest| rest.strip_suffix(mark));
    inner.is_some_and(|inner| !inner.contains(mark) || unquoted_by(inner, mark))
}

/// Whether no mark closes that was not opened within the text.
fn is_balanced(text: &str, open: char, close: char) -> bool {
    let mut depth = 0_usize;
    for char in text.chars() {
        if char == open {
            depth += 1;
        } else if char == close {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            }
        }
    }
    depth == 0
}

/// A quotation as a cell: one with quotation marks of its own around it gets a second pair, so that reading takes
/// away no more than was added.
pub(super) fn quoted(quote: &str) -> String {
    let is_wrapped = unquoted_cell(quote).is_some();
    let pair = MARKS
        .iter()
        .find(|(open, close)| is_wrapped && quote.starts_with(*open) && quote.ends_with(*close));
    // The pair that fits need not be one that balances; one whose marks the quotation does not have always does.
    for (open, close) in pair.into_iter().chain(MARKS.iter().rev()) {
        let cell = format!("{open}{quote}{close}");
        if is_wrapped && unquoted_cell(&cell) == Some(quote) {
            return cell;
        }
    }
    quote.to_owned()
}

/// Texts as one cell: `|` between them. A `|` or `\` inside a text is written `\|`, `\\`, a space at its edge `\ `.
pub(in crate::exchange) fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let cells: Vec<String> = texts.map(escaped).collect();
    cells.join("|")
}

fn escaped(text: &str) -> String {
    let last = text.chars().count().saturating_sub(1);
    let mut cell = String::new();
    for (at, char) in text.chars().enumerate() {
        let edge = (at == 0 || at == last) && char.is_whitespace();
        if edge || matches!(char, '|' | '\\') {
            cell.push('\\');
        }
        cell.push(char);
    }
    cell
}

/// The texts of a cell; undoes [`joined`]. Empty ones do not count.
pub(in crate::exchange) fn split(cell: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text = String::new();
    // Up to where the text must not be trimmed.
    let mut kept = (None, 0);
    let mut chars = cell.chars().peekable();
    loop {
        let char = chars.next();
        match (char, chars.peek()) {
            (Some('\\'), Some(next)) if matches!(next, '|' | '\\') || next.is_whitespace() => {
                kept.0.get_or_insert(text.len());
                text.push(*next);
                kept.1 = text.len();
                chars.next();
            }
            (None | Some('|'), _) => {
                let whole = std::mem::take(&mut text);
                let (from, to) = (kept.0.unwrap_or(whole.len()), kept.1);
                kept = (None, 0);
                let begin = (whole.len() - whole.trim_start().len()).min(from);
                let end = whole.trim_end().len().max(to);
                match whole.get(begin..end) {
                    Some(text) if !text.is_empty() => texts.push(text.to_owned()),
                    _ => {}
                }
                if char.is_none() {
                    return texts;
                }
            }
            (Some(char), _) => text.push(char),
        }
    }
}

/// The words of a cell of ids or terms, which may also be separated by commas, semicolons or line breaks; without
/// quotation marks around them.
pub(super) fn words(cell: &str) -> Vec<String> {
    let parts = cell.split(['|', ',', ';', '\n', '\r']);
    let words = parts.map(|part| word(part).to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

/// A word without spaces and quotation marks around it.
pub(super) fn word(cell: &str) -> &str {
    let trimmed = cell.trim();
    unquoted(trimmed).map_or(trimmed, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_neutralised_and_come_back() {
        for text in [
            "=cmd|' /C calc'!A0",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "＝1",
            "'=1",
            "''=1",
        ] {
            let cell = guarded(text);
            assert!(cell.starts_with('\''), "{cell:?}");
            assert_eq!(unguarded(&cell), text);
        }
        for text in ["", "a=b", "'tis", "'", "''", "’-", "1-2"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    /// Within a text nothing is put in and nothing taken away, whatever a spreadsheet with another separator makes of it.
    #[test]
    fn within_a_text_every_apostrophe_is_its_own() {
        for text in [
            "He called it 'nonsense,' - and left.",
            "a;'=1",
            "a;=1",
            "a, '-1'",
            "a\n'@b'",
            "a\r\n' +c",
            "a\t'\"=1\"",
        ] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    #[test]
    fn one_pair_of_quotation_marks_does_not_count() {
        for (cell, quote) in [
            ("“We did.”", "We did."),
            ("\"We did.\"", "We did."),
            ("„Wir“", "Wir"),
            ("«Nous»", "Nous"),
            ("“He said “no” to it”", "He said “no” to it"),
        ] {
            assert_eq!(unquoted(cell), Some(quote));
        }
        for cell in [
            "We did",
            "“A” and “B”",
            "\"A\" and \"B\"",
            "‘It’s fine’",
            "“",
            "“a",
            "a”",
            "",
        ] {
            assert_eq!(unquoted(cell), None, "{cell}");
        }
    }

    #[test]
    fn cells_of_several_words_are_read_as_people_separate_them() {
        assert_eq!(words(" a | b;c, “d”\n\n"), ["a", "b", "c", "d"]);
        assert_eq!(
            split("AC\\DC | b\\|c |  | \\ d\\ "),
            ["AC\\DC", "b|c", " d "]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_comes_back(text in "[ '=+|\\\\“”„\"‘’«»a\t\n\r,;]{0,10}|\\PC{0,12}") {
            let cell = guarded(&text);
            prop_assert_eq!(unguarded(&cell), &text);
            prop_assert!(!cell.trim_start().starts_with(FORMULA));
            if !text.trim().is_empty() {
                let cell = guarded(&edged(&text));
                prop_assert_eq!(unedged(unguarded(&cell)), &text);
            }
            let cell = quoted(&text);
            prop_assert_eq!(unquoted_cell(&cell).unwrap_or(&cell), &text);
        }

        #[test]
        fn a_quotation_of_marks_comes_back(quote in "[“”„‘’«»\" \u{a0}a]{1,6}") {
            let cell = quoted(&quote);
            prop_assert_eq!(unquoted_cell(&cell).unwrap_or(&cell), &quote);
        }

        #[test]
        fn every_list_comes_back(texts in proptest::collection::vec("[ |\\\\a\t'=]{1,5}", 0..4)) {
            prop_assert_eq!(split(&joined(texts.iter().map(String::as_str))), texts);
        }
    }
}
