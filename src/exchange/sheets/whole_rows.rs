//! Whole rows in one cell: what a spreadsheet makes of a sheet whose separator is not its own.
//!
//! It puts every line into column A. When it saves the sheet, lines with a quotation mark in them become one quoted cell each,
//! `"group-b,person,""B, a spy"""`, and the others stay what they were. One that held the spreadsheet's own separator was torn into
//! two cells there.

use csv::StringRecord;

use super::cells::{unguarded, word};
use super::columns::{Form, Sheet};
use super::lines::records;
use super::table::Row;
use crate::exchange::Finding;
use crate::exchange::typed_date::{Typed, typed};

/// What stands between cells.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// How many rows are named.
const SHOWN_ROWS: usize = 12;

const ADVICE: &str = "Most often the sheet was opened in a spreadsheet that has another list separator (Excel in Czech, German or French has semicolons) and puts each row into column A. Write the sheets anew with `--separator semicolon` (`actor-map export csv`, `actor-map new --sheets`), or open them by Data, From Text/CSV, where the separator can be named.";

/// The rows, with those taken apart that stand whole in their first cell; a warning names them. None, and one error, where a
/// row looks like that and cannot be taken apart.
///
/// Nothing is guessed: the first column of a sheet holds ids or dates, in which no separator stands, so such a cell alone in its
/// row can be nothing else; and it is only taken apart if it makes as many cells as the sheet has columns.
pub(super) fn unpacked(
    sheet: &'static Sheet,
    file: &str,
    mut rows: Vec<Row>,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Row>> {
    let Some(header) = rows.first_mut() else {
        return Some(rows);
    };
    // Where any row was torn, spreadsheets fill up the others with their own separator, and so the last cell of each.
    if let Some(last) = header.cells.iter().next_back()
        && last.trim_end().ends_with([',', ';', '\t'])
        && sheet.column_named(word(last)).is_some()
    {
        findings.push(error(file, &[header.number]));
        return None;
    }
    let packed = alone(&header.cells).and_then(|cell| names(sheet, cell));
    let separators = match packed {
        Some((separator, names)) => {
            header.cells = names;
            vec![separator]
        }
        None => SEPARATORS.to_vec(),
    };
    let of_words = header.cells.get(0).and_then(|name| {
        let column = sheet.column_named(word(unguarded(name)))?;
        matches!(column.form, Form::Word | Form::Date).then_some(column)
    });
    let width = filled(&header.cells);
    if width < 2 || of_words.is_none() {
        return Some(rows);
    }
    let (mut whole, mut broken) = (Vec::new(), Vec::new());
    for row in rows.iter_mut().skip(1) {
        let Some(cell) = alone(&row.cells) else {
            continue;
        };
        // "May 28, 2025" is no row.
        if matches!(typed(word(cell)), Typed::Plain(_) | Typed::Understood(..)) {
            continue;
        }
        let mut parts = separators.iter().map(|separator| parts(cell, *separator));
        let fitting = parts.find(|cells| {
            cells
                .as_ref()
                .is_some_and(|cells| filled(cells) <= width && cells.len() >= width)
        });
        if let Some(Some(cells)) = fitting {
            row.cells = cells;
            whole.push(row.number);
        } else if separators.iter().any(|separator| {
            let separators = cell.bytes().filter(|byte| byte == separator);
            2 * (separators.count() + 1) > width
        }) {
            broken.push(row.number);
        }
    }
    if !broken.is_empty() {
        findings.push(error(file, &broken));
        return None;
    }
    if let Some(first) = whole.first() {
        findings.push(Finding::warning(
            "row-in-one-cell",
            format!("{file}, row {first}"),
            format!(
                "Whole rows stand in one cell, and are read as the rows that they were ({}).",
                in_words(&whole)
            ),
            ADVICE,
        ));
    }
    Some(rows)
}

/// What is told of whole rows that cannot be taken apart again.
pub(super) fn error(file: &str, rows: &[usize]) -> Finding {
    let first = rows.first().copied().unwrap_or_default();
    Finding::error(
        "row-in-one-cell",
        format!("{file}, row {first}"),
        format!(
            "Whole rows stand in one cell, or were torn within a text, and cannot be read ({}).",
            in_words(rows)
        ),
        ADVICE,
    )
}

/// The first cell, if nothing stands in the others.
fn alone(cells: &StringRecord) -> Option<&str> {
    (filled(cells) == 1).then(|| cells.get(0)).flatten()
}

/// How many cells there are up to the last with something in it.
fn filled(cells: &StringRecord) -> usize {
    let held = cells.iter().zip(1..);
    let held = held.filter(|(cell, _)| !cell.trim().is_empty());
    held.last().map_or(0, |(_, number)| number)
}

/// The names of columns in one cell, and what stands between them.
fn names(sheet: &Sheet, cell: &str) -> Option<(u8, StringRecord)> {
    SEPARATORS.iter().find_map(|separator| {
        let names = parts(cell, *separator)?;
        let known = names
            .iter()
            .filter(|name| sheet.column_named(word(name)).is_some());
        (known.count() > 1).then_some((*separator, names))
    })
}

/// A cell as the row that it is, if it is one: with every quotation mark closed at the end of its cell.
fn parts(cell: &str, separator: u8) -> Option<StringRecord> {
    let mut rows = records(cell, separator, 0, "", &mut Vec::new())?;
    let row = rows.pop()?;
    rows.is_empty().then_some(row.cells)
}

/// `rows 2, 3, 4`
fn in_words(rows: &[usize]) -> String {
    let mut shown: Vec<String> = rows.iter().take(SHOWN_ROWS).map(usize::to_string).collect();
    if rows.len() > SHOWN_ROWS {
        shown.push("…".to_owned());
    }
    let noun = if rows.len() == 1 { "row" } else { "rows" };
    format!("{noun} {}", shown.join(", "))
}
