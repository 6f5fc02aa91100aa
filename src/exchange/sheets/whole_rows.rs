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
use crate::incident::forms::is_kebab;

/// What stands between cells.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// How many rows are named.
const SHOWN_ROWS: usize = 12;

const ADVICE: &str = "Most often the sheet was opened in a spreadsheet that has another list separator (Excel in Czech, German or French has semicolons) and puts each row into column A. Write the sheets anew with `--separator semicolon` (`actor-map export csv`, `actor-map new --sheets`), or open them by Data, From Text/CSV, where the separator can be named.";

/// The rows, with those taken apart that stand whole in their first cell; a warning names them. None, and one error, where a
/// row looks like that and cannot be taken apart.
///
/// Nothing is guessed: it begins with what the first column of the sheet holds, an id or a date, in which no separator stands; and
/// it is only taken apart if it makes as many cells as the sheet has columns. A note in the first column is left where it stands.
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
    // No name that is written ends with one, the newsroom's own neither.
    let is_header = |name: &str| sheet.column_named(word(unguarded(name))).is_some();
    if alone(&header.cells).is_none()
        && header.cells.iter().any(is_header)
        && header
            .cells
            .iter()
            .next_back()
            .is_some_and(ends_with_separator)
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
    let first = header.cells.get(0).map(|name| word(unguarded(name)));
    let form = first
        .and_then(|name| sheet.column_named(name))
        .map(|column| column.form);
    let begins: fn(&str) -> bool = match form {
        Some(Form::Word) => |cell| is_kebab(word(cell)),
        Some(Form::Date) => |cell| is_date(word(cell)),
        _ => return Some(rows),
    };
    let width = filled(&header.cells);
    if width < 2 {
        return Some(rows);
    }
    let (mut whole, mut broken) = (Vec::new(), Vec::new());
    for row in rows.iter_mut().skip(1) {
        let Some(cell) = alone(&row.cells) else {
            continue;
        };
        // "May 28, 2025" is no row, nor is "3/4/2025, 10:00".
        if is_date(word(cell)) {
            continue;
        }
        let mut parts = separators
            .iter()
            .filter_map(|separator| parts(cell, *separator));
        let fitting = parts.find(|cells| {
            let fits = filled(cells) <= width && cells.len() >= width;
            // In two columns one comma would do, and people put a space behind theirs.
            let is_typed = width == 2 && cells.get(1).is_some_and(begins_with_space);
            fits && !is_typed && cells.get(0).is_some_and(begins)
        });
        if let Some(cells) = fitting {
            row.cells = cells;
            whole.push(row.number);
        } else if separators.iter().any(|separator| {
            let separators = cell.bytes().filter(|byte| byte == separator).count();
            let (id, rest) = cell.split_once(char::from(*separator)).unwrap_or_default();
            2 * (separators + 1) > width && begins(id) && !begins_with_space(rest)
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

/// Whether a separator ends a name.
fn ends_with_separator(name: &str) -> bool {
    let name = name.trim_end();
    let bare = name.trim_end_matches([',', ';', '\t', ' ']);
    bare.len() < name.len() && !bare.is_empty()
}

fn begins_with_space(cell: &str) -> bool {
    cell.starts_with(char::is_whitespace)
}

/// Whether a text is a date, or one that can be told what is wrong with it. Words beside a year are most often something else.
fn is_date(text: &str) -> bool {
    !matches!(typed(text), Typed::Unknown | Typed::OtherWords { .. })
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
