//! From an incident file to sheets.

use super::cells::{edged, guarded, joined, quoted};
use super::columns::{Column, Form, HEAD, SHEETS, Sheet};
use super::{Separator, SheetText};
use crate::exchange::tree::{get, inline, list_at};
use crate::incident::Node;

/// Marks a text as UTF-8: without it, Excel takes it for the machine's own encoding and spoils every accent.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What stands before the names of columns that hold fields of the file itself, beside its lists.
pub(super) const OF_FILE: &str = "file_";

/// What ends the name of a column whose cells hold JSON.
pub(super) const JSON: &str = ":json";

/// Every sheet of an incident file that [`sound`](crate::exchange::sound) has read, also the empty ones: CSV in UTF-8
/// with a byte order mark, commas or what else spreadsheets of a country have for them, and CRLF (RFC 4180).
///
/// # Errors
/// If a row cannot be written; that does not happen.
pub fn write(tree: &Node, separator: Separator) -> Result<Vec<SheetText>, csv::Error> {
    SHEETS
        .iter()
        .map(|sheet| of_sheet(sheet, tree, separator))
        .collect()
}

/// A column as it is written.
struct Written {
    header: String,
    field: String,
    of_part: bool,
    /// How its cells are written; none for JSON.
    form: Option<Form>,
}

fn of_sheet(sheet: &Sheet, tree: &Node, separator: Separator) -> Result<SheetText, csv::Error> {
    let head = get(tree, HEAD).cloned().unwrap_or(Node::Null);
    let head = [head];
    let records = if sheet.name == HEAD {
        &head
    } else {
        list_at(tree, sheet.name)
    };
    let parts_of = |record| sheet.parts.map_or(&[][..], |(key, _)| list_at(record, key));
    let mut columns: Vec<Written> = sheet
        .columns
        .iter()
        .filter(|column| column.is_written())
        .map(of_column)
        .collect();
    let known = |of_part: bool| {
        let fields = sheet
            .columns
            .iter()
            .filter(move |column| column.of_part == of_part);
        let fields = fields
            .filter(|column| column.is_written())
            .map(Column::field);
        fields
            .chain(sheet.parts.map(|(key, _)| key))
            .collect::<Vec<_>>()
    };
    columns.extend(further(sheet, records.iter(), &known(false), "", false));
    if let Some((_, prefix)) = sheet.parts {
        let parts = records.iter().flat_map(parts_of);
        columns.extend(further(sheet, parts, &known(true), prefix, true));
    }
    let mut of_file = Vec::new();
    if sheet.name == HEAD {
        let lists: Vec<&str> = SHEETS
            .iter()
            .map(|sheet| sheet.name)
            .chain(["version"])
            .collect();
        of_file = further(sheet, [tree].into_iter(), &lists, OF_FILE, false);
    }

    let writer = || {
        let mut writer = csv::WriterBuilder::new();
        writer
            .terminator(csv::Terminator::CRLF)
            .delimiter(separator.byte());
        writer
    };
    let names: Vec<&str> = columns
        .iter()
        .chain(&of_file)
        .map(|column| column.header.as_str())
        .collect();
    // The import counts which separator the header has outside of quotation marks.
    let quotes = if names.iter().any(|name| name.contains([',', ';', '\t'])) {
        csv::QuoteStyle::Always
    } else {
        csv::QuoteStyle::Necessary
    };
    let mut csv = writer().quote_style(quotes).from_writer(Vec::new());
    csv.write_record(names)?;
    let header = csv.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let mut csv = writer().from_writer(header);
    for record in records {
        let parts = parts_of(record);
        for row in 0..parts.len().max(1) {
            let cells = columns.iter().map(|column| {
                let node = match column.of_part {
                    true => parts.get(row),
                    // The rows after the first repeat the id alone.
                    false => (row == 0 || column.field == "id").then_some(record),
                };
                node.map_or_else(String::new, |node| cell(node, column))
            });
            let of_file = of_file.iter().map(|column| cell(tree, column));
            csv.write_record(cells.chain(of_file))?;
        }
    }
    let bytes = csv.into_inner().map_err(csv::IntoInnerError::into_error)?;
    // What was written are texts.
    let mut text = String::from(BYTE_ORDER_MARK);
    text.push_str(&String::from_utf8_lossy(&bytes));
    Ok(SheetText {
        file: sheet.file(),
        text,
    })
}

fn of_column(column: &Column) -> Written {
    Written {
        header: column.name.to_owned(),
        field: column.field().to_owned(),
        of_part: column.of_part,
        form: Some(column.form),
    }
}

/// Columns for the fields that have none of their own, in the order they first appear. One that would be read as
/// another column holds JSON, which none of those does.
fn further<'n>(
    sheet: &Sheet,
    records: impl Iterator<Item = &'n Node>,
    known: &[&str],
    prefix: &str,
    of_part: bool,
) -> Vec<Written> {
    let mut columns: Vec<Written> = Vec::new();
    let entries = records.filter_map(|record| match record {
        Node::Map(entries) => Some(entries),
        _ => None,
    });
    for (field, node) in entries.flatten() {
        if known.contains(&field.as_str()) || *node == Node::Null {
            continue;
        }
        let header = guarded(&format!("{prefix}{field}"));
        let plain = matches!(node, Node::Text(text) if !text.trim().is_empty())
            && !field.ends_with(JSON)
            // A name that ends with a separator is what a spreadsheet leaves of a torn sheet.
            && !header.trim_end().ends_with([',', ';', '\t'])
            && sheet.column_named(&header).is_none();
        match columns.iter_mut().find(|column| column.field == *field) {
            Some(column) if plain || column.form.is_none() => {}
            Some(column) => {
                column.form = None;
                column.header.push_str(JSON);
            }
            None => columns.push(Written {
                header: header + if plain { "" } else { JSON },
                field: field.clone(),
                of_part,
                form: plain.then_some(Form::Text),
            }),
        }
    }
    columns
}

/// The cell of a record's field.
fn cell(record: &Node, column: &Written) -> String {
    let Some(node) = get(record, &column.field) else {
        return String::new();
    };
    let text = match (node, column.form) {
        (node, None) => inline(node),
        (Node::Text(text), Some(Form::Quote)) => quoted(text),
        (Node::Text(text), Some(Form::Verbatim)) => text.clone(),
        (Node::Text(text), Some(_)) => edged(text),
        (Node::List(items), Some(_)) => joined(items.iter().filter_map(|item| match item {
            Node::Text(text) => Some(text.as_str()),
            _ => None,
        })),
        (node, Some(_)) => inline(node),
    };
    guarded(&text)
}
