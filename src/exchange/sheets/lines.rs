//! From the text of a sheet to rows of cells, numbered as spreadsheets number them.

use csv::ReaderBuilder;

use super::table::{Row, letters};
use super::whole_rows;
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
        Ok(Lined { text, torn }) if torn.is_empty() => text,
        Ok(Lined { torn, .. }) => {
            // A spreadsheet's own separator behind the first cell: it took the row for one, and found the other in a text.
            let rows = torn.iter().filter(|torn| {
                torn.column == 0
                    && !torn.behind.starts_with(char::from(delimiter))
                    && torn.behind.starts_with([',', ';', '\t'])
            });
            let rows: Vec<usize> = rows.map(|torn| before + torn.row).collect();
            if !rows.is_empty() {
                findings.push(whole_rows::error(file, &rows));
                return None;
            }
            findings.extend(torn.into_iter().take(MAX_TORN).map(|torn| {
                Finding::error(
                    "single-quotation-mark",
                    format!("{file}, row {}, column {}", before + torn.row, letters(torn.column)),
                    format!("The cell begins with a straight quotation mark that is closed before its end; “{}” stands behind it, and the marks would be lost.", torn.behind),
                    "In a CSV file a cell with straight quotation marks in it stands between two more, and its own are doubled: \"\"\"Firm B\"\" did it\". Save the sheet from a spreadsheet program, which does so, or write curly ones: “Firm B” did it.",
                )
            }));
            return None;
        }
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

/// How many such cells are told of.
const MAX_TORN: usize = 20;

/// How much is shown of what stands behind a quotation mark.
const SHOWN_CHARS: usize = 30;

/// A text with every row on a line of its own.
struct Lined {
    text: String,
    /// Cells with something behind the quotation mark that closes them: the CSV reader would join both without a word.
    torn: Vec<Torn>,
}

/// Such a cell.
struct Torn {
    row: usize,
    column: usize,
    /// How it goes on.
    behind: String,
}

/// The text with every row on a line of its own: the CSV reader passes over empty lines, which spreadsheets count.
/// The row of a quotation mark that is never closed, if there is one.
fn lined(text: &str, delimiter: char) -> Result<Lined, usize> {
    let mut lines = String::with_capacity(text.len() + 16);
    let mut torn: Vec<Torn> = Vec::new();
    let (mut row, mut column) = (1, 0);
    // Where an open quotation mark stands; whether the row and the cell are still empty; whether the cell's mark is
    // closed, and what stands behind it is looked for, or gathered.
    let (mut open, mut empty_row, mut empty_cell) = (None, true, true);
    let (mut closed, mut gathers) = (false, false);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        if open.is_some() {
            lines.push(char);
            if char == '"' && chars.peek() == Some(&'"') {
                lines.extend(chars.next());
            } else if char == '"' {
                (open, closed) = (None, true);
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
                (row, column) = (row + 1, 0);
                (empty_row, empty_cell) = (true, true);
                (closed, gathers) = (false, false);
            }
            '"' if empty_cell => {
                lines.push(char);
                open = Some(row);
                (empty_row, empty_cell) = (false, false);
            }
            _ => {
                lines.push(char);
                (empty_row, empty_cell) = (false, char == delimiter);
                if char == delimiter {
                    column += 1;
                    (closed, gathers) = (false, false);
                } else if gathers {
                    if let Some(Torn { behind, .. }) = torn.last_mut()
                        && behind.chars().count() < SHOWN_CHARS
                    {
                        behind.push(char);
                    }
                } else if closed && !char.is_whitespace() {
                    gathers = true;
                    torn.push(Torn {
                        row,
                        column,
                        behind: char.into(),
                    });
                }
            }
        }
    }
    open.map_or(Ok(Lined { text: lines, torn }), Err)
}
