//! From the text of a sheet to rows of cells, numbered as spreadsheets number them.

use csv::ReaderBuilder;

use super::table::Row;
use crate::exchange::Finding;

/// The delimiter that the first line has most of, outside quotation marks; a comma if it has none.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let lines = text.trim_start_matches(['\r', '\n', ' ']);
    for byte in lines.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (delimiter, count) in &mut counts {
                    *count += usize::from(byte == *delimiter);
                }
            }
        }
    }
    // Of equally many the first stands.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(delimiter, _)| *delimiter)
}

/// What stands behind the first line.
pub(super) fn after_line(text: &str) -> &str {
    let (_, rest) = text.split_once('\n').unwrap_or_default();
    rest
}

/// The rows that are not blank, with their numbers. `before` rows stand before them.
pub(super) fn records(
    text: &str,
    delimiter: u8,
    before: usize,
    file: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Row>> {
    let text = match lined(text, char::from(delimiter)) {
        Ok(text) => text,
        Err(row) => {
            findings.push(Finding::error(
                "open-quotation-mark",
                format!("{file}, row {}", before + row),
                "A cell begins with a straight quotation mark that is never closed, so the rest of the sheet stands in this cell.".to_owned(),
                "Was the file cut off? Or save the sheet from the spreadsheet program again: inside a cell it writes \"\" for \".",
            ));
            return None;
        }
    };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (at, cells) in reader.records().enumerate() {
        let number = before + at + 1;
        match cells {
            Ok(cells) if cells.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(cells) => rows.push(Row { number, cells }),
            Err(error) => {
                findings.push(Finding::error(
                    "unreadable-row",
                    format!("{file}, row {number}"),
                    format!("The row cannot be read: {error}."),
                    "Save the sheet again as \"CSV UTF-8\".",
                ));
                return None;
            }
        }
    }
    Some(rows)
}

/// The text with every row on a line of its own: the CSV reader passes over empty lines, which spreadsheets count.
/// The row of a quotation mark that is never closed, if there is one.
fn lined(text: &str, delimiter: char) -> Result<String, usize> {
    let mut lines = String::with_capacity(text.len() + 16);
    let mut row = 1;
    // Where an open quotation mark stands; whether the row and the cell are still empty.
    let (mut open, mut empty_row, mut empty_cell) = (None, true, true);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if open.is_some() {
            lines.push(char);
            if char == '"' && chars.peek() == Some(&'"') {
                lines.extend(chars.next());
            } else if char == '"' {
                open = None;
            }
            continue;
        }
        match char {
            '\r' | '\n' => {
                if char == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                if empty_row {
                    lines.push(delimiter);
                }
                lines.push('\n');
                row += 1;
                (empty_row, empty_cell) = (true, true);
            }
            '"' if empty_cell => {
                lines.push(char);
                open = Some(row);
                (empty_row, empty_cell) = (false, false);
            }
            _ => {
                lines.push(char);
                (empty_row, empty_cell) = (false, char == delimiter);
            }
        }
    }
    open.map_or(Ok(lines), Err)
}
