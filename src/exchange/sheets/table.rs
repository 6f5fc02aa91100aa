//! From the text of one sheet to its header and rows.

use csv::StringRecord;

use super::cells::{unguarded, word};
use super::columns::{Column, Sheet, spelt};
use super::lines::{after_line, delimiter, records};
use super::whole_rows::unpacked;
use super::writing::{JSON, OF_FILE};
use crate::exchange::Finding;

/// A sheet's rows under its header.
pub(super) struct Table {
    /// What it is.
    pub(super) sheet: &'static Sheet,
    /// The name of its file.
    pub(super) file: String,
    /// Its columns; none for one that is not read.
    pub(super) headers: Vec<Option<Header>>,
    /// The row its names stand in.
    pub(super) header: usize,
    /// Those names, as they stand.
    pub(super) names: StringRecord,
    /// Its rows that are not blank.
    pub(super) rows: Vec<Row>,
}

/// What stands in a column.
#[derive(Clone)]
pub(super) struct Header {
    /// The field of the incident file.
    pub(super) field: String,
    /// Whose field it is.
    pub(super) of: Of,
    /// Its column, if it is one of the sheet's own.
    pub(super) column: Option<&'static Column>,
    /// Whether its cells hold JSON.
    pub(super) json: bool,
    /// As it stands in the sheet.
    pub(super) typed: String,
}

/// Whose field a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Record,
    Part,
    File,
}

/// A row that is not blank.
pub(super) struct Row {
    /// As spreadsheets count, from 1, the header included.
    pub(super) number: usize,
    /// Its cells, as they stand.
    pub(super) cells: StringRecord,
}

impl Header {
    /// Whether it names no column of its sheet and no field of the newsroom's own: most likely a slip.
    pub(super) fn is_unknown(&self) -> bool {
        self.column.is_none() && !self.json && self.of != Of::File && !self.field.starts_with("x-")
    }
}

impl Table {
    /// The row of this number.
    pub(super) fn row(&self, number: usize) -> Option<&Row> {
        self.rows.iter().find(|row| row.number == number)
    }

    /// The columns of a full sheet that this one lacks.
    pub(super) fn absent(&self) -> impl Iterator<Item = &'static Column> {
        let columns = self.sheet.columns.iter();
        columns.filter(|column| {
            let mut headers = self.headers.iter().flatten();
            column.is_written()
                && !headers.any(|header| header.column.is_some_and(|own| own.name == column.name))
        })
    }

    /// The columns whose names it does not know and that hold something, with their positions.
    pub(super) fn unknown(&self) -> impl Iterator<Item = (usize, &Header)> {
        let headers = self.headers.iter().enumerate();
        let unknown = headers.filter_map(|(at, header)| Some((at, header.as_ref()?)));
        unknown.filter(|(at, header)| header.is_unknown() && self.holding(*at).next().is_some())
    }

    /// The columns that are not read and hold something: their names, and in how many rows they do.
    pub(super) fn unread(&self) -> impl Iterator<Item = (&str, usize)> {
        let names = self.names.iter().zip(&self.headers).enumerate();
        let unread = names.filter(|(_, (_, header))| header.is_none());
        unread
            .map(|(at, (name, _))| (word(name), self.holding(at).count()))
            .filter(|(_, cells)| *cells > 0)
    }

    /// The rows in which a column holds something.
    pub(super) fn holding(&self, at: usize) -> impl Iterator<Item = &Row> {
        let is_held = move |row: &&Row| {
            let cell = row.cells.get(at).unwrap_or_default();
            !cell.trim().is_empty()
        };
        self.rows.iter().filter(is_held)
    }

    /// Where a cell stands: `statements.csv, row 4, column "speaker" (C)`.
    pub(super) fn place(&self, row: usize, column: Option<usize>) -> String {
        let place = format!("{}, row {row}", self.file);
        let header = column.and_then(|at| Some((at, self.headers.get(at)?.as_ref()?)));
        match header {
            Some((at, header)) => format!("{place}, column \"{}\" ({})", header.typed, letters(at)),
            None => place,
        }
    }
}

/// A column's letters, as spreadsheets have them: A to Z, AA to ZZ, …
pub(super) fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Finds a sheet's delimiter, header and rows. What is wrong with them goes to `findings`; none for a sheet without
/// any row.
pub(super) fn table(
    sheet: &'static Sheet,
    file: &str,
    text: &str,
    findings: &mut Vec<Finding>,
) -> Option<Table> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Excel's own way of naming the delimiter.
    let first = text.lines().next().unwrap_or_default();
    let named = first
        .to_ascii_lowercase()
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next());
    let (body, before) = match named {
        Some(_) => (after_line(text), 1),
        None => (text, 0),
    };
    let delimiter = named.unwrap_or_else(|| delimiter(body));
    let records = records(body, delimiter, before, file, findings)?;
    let mut rows = unpacked(sheet, file, records, findings)?.into_iter();
    let header = rows.next()?;
    let table = Table {
        sheet,
        file: file.to_owned(),
        headers: headers(sheet, file, &header, findings)?,
        header: header.number,
        names: header.cells.clone(),
        rows: rows.collect(),
    };
    check_names(&table, &header, findings);
    check_widths(&table, findings);
    Some(table)
}

fn headers(
    sheet: &'static Sheet,
    file: &str,
    row: &Row,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Option<Header>>> {
    let headers: Vec<Option<Header>> = row.cells.iter().map(|cell| header(sheet, cell)).collect();
    let known = |header: &&Header| header.column.is_some();
    if !headers.iter().flatten().any(|header| known(&header)) {
        let written = sheet.columns.iter().filter(|column| column.is_written());
        let names: Vec<&str> = written.map(|column| column.name).collect();
        findings.push(Finding::error(
            "no-header",
            format!("{file}, row {}", row.number),
            "The first row names no column of this sheet.".to_owned(),
            &format!("The first row holds the names of the columns: {}. Was it deleted or moved, or is this another sheet?", names.join(", ")),
        ));
        return None;
    }
    let mut good = true;
    for (at, header) in headers.iter().enumerate() {
        let same = |other: &&Header| {
            header
                .as_ref()
                .is_some_and(|header| header.of == other.of && header.field == other.field)
        };
        if headers.iter().take(at).flatten().any(|other| same(&other)) {
            good = false;
            findings.push(Finding::error(
                "duplicate-column",
                format!("{file}, row {}, column {}", row.number, letters(at)),
                format!(
                    "The column \"{}\" stands in the sheet a second time.",
                    row.cells.get(at).unwrap_or_default().trim()
                ),
                "Which of the two counts cannot be told. Delete or rename one of them.",
            ));
        }
    }
    good.then_some(headers)
}

/// What a column holds; none for one without a name, or with its name in brackets, which is the newsroom's own.
fn header(sheet: &'static Sheet, cell: &str) -> Option<Header> {
    let typed = word(unguarded(cell));
    if typed.is_empty() || (typed.starts_with('(') && typed.ends_with(')')) {
        return None;
    }
    let (name, json) = match typed.strip_suffix(JSON) {
        Some(name) => (name, true),
        None => (typed, false),
    };
    let owned = |field: &str, of| Header {
        field: field.to_owned(),
        of,
        column: None,
        json,
        typed: typed.to_owned(),
    };
    let is_own = name.starts_with("x-");
    if let Some(column) = sheet
        .column_named(name)
        .filter(|_| !json && !is_own && !spelt(name).is_empty())
    {
        return Some(Header {
            field: column.field().to_owned(),
            of: if column.of_part { Of::Part } else { Of::Record },
            column: Some(column),
            json: false,
            typed: typed.to_owned(),
        });
    }
    let of_part = sheet
        .parts
        .and_then(|(_, prefix)| name.strip_prefix(prefix));
    Some(match (of_part, name.strip_prefix(OF_FILE)) {
        (Some(field), _) => owned(field, Of::Part),
        (_, Some(field)) if sheet.name == super::columns::HEAD => owned(field, Of::File),
        _ => owned(name, Of::Record),
    })
}

/// Refuses columns with something in them whose name is empty: it would be passed over without a word.
fn check_names(table: &Table, header: &Row, findings: &mut Vec<Finding>) {
    for (at, name) in header.cells.iter().enumerate() {
        if !word(unguarded(name)).is_empty() {
            continue;
        }
        let Some(row) = table.holding(at).next() else {
            continue;
        };
        let shown = excerpt(row.cells.get(at).unwrap_or_default());
        let absent: Vec<&str> = table.absent().map(|column| column.name).collect();
        let absent = match absent.join(", ") {
            names if names.is_empty() => names,
            names => format!(" This sheet has no column yet for: {names}."),
        };
        findings.push(Finding::error(
            "nameless-column",
            format!(
                "{}, row {}, column {} (number {})",
                table.file,
                row.number,
                letters(at),
                at + 1
            ),
            format!(
                "“{shown}” stands in a column without a name: its cell in row {} is empty.",
                header.number
            ),
            &format!(
                "Was the name deleted? Write it there again, or one in brackets, such as (notes), if the column is not to be read.{absent}"
            ),
        ));
    }
}

/// How a cell begins.
fn excerpt(cell: &str) -> String {
    const SHOWN_CHARS: usize = 40;
    let mut chars = cell.trim().chars();
    let mut shown: String = chars.by_ref().take(SHOWN_CHARS).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}

/// Refuses rows that have more cells than the header has names for.
fn check_widths(table: &Table, findings: &mut Vec<Finding>) {
    let width = table.headers.len();
    for row in &table.rows {
        let beyond = row.cells.iter().enumerate().skip(width);
        let Some((at, cell)) = beyond.into_iter().find(|(_, cell)| !cell.trim().is_empty()) else {
            continue;
        };
        let shown = excerpt(cell);
        findings.push(Finding::error(
            "too-many-cells",
            format!("{}, row {}, column {}", table.file, row.number, letters(at)),
            format!("“{shown}” stands beyond the last column that has a name."),
            "Most often a text with a comma in it was not put between quotation marks, so that it fell into two cells. Save the sheet from the spreadsheet program again, or name the column.",
        ));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn read(text: &str) -> (Option<Table>, Vec<Finding>) {
        let mut findings = Vec::new();
        let sheet = Sheet::named("camps").unwrap();
        let table = table(sheet, "camps.csv", text, &mut findings);
        (table, findings)
    }

    fn numbers(text: &str) -> Vec<(usize, Vec<String>)> {
        let (table, findings) = read(text);
        assert_eq!(findings, []);
        let rows = table.unwrap().rows.into_iter();
        rows.map(|row| (row.number, row.cells.iter().map(str::to_owned).collect()))
            .collect()
    }

    #[test]
    fn rows_are_numbered_as_spreadsheets_number_them() {
        let expected = [(2, ["a", "A"]), (5, ["b", "B\nB"]), (6, ["c", "C"])];
        let expected: Vec<_> = expected
            .map(|(number, cells)| (number, cells.map(str::to_owned).to_vec()))
            .to_vec();
        let unix = "id,title\na,A\n,\n\nb,\"B\nB\"\nc,C\n";
        assert_eq!(numbers(unix), expected);
        let windows = "\u{feff}id;title\r\na;A\r\n;\r\n\r\nb;\"B\nB\"\r\nc;C";
        assert_eq!(numbers(windows), expected);
        let mac = "id\ttitle\ra\tA\r\t\r\rb\t\"B\nB\"\rc\tC\r\r";
        assert_eq!(numbers(mac), expected);
        let named: Vec<_> = numbers("sep=;\r\nid;title\r\na;A\r\n");
        assert_eq!(named[0].0, 3);
    }

    #[test]
    fn what_is_no_table_is_told_where() {
        for (text, code, place) in [
            (
                "id,title\na,\"A\nb,B\n",
                "open-quotation-mark",
                "camps.csv, row 2",
            ),
            ("a,A\nb,B\n", "no-header", "camps.csv, row 1"),
            (
                "id,Title,TITLE\na,A,B\n",
                "duplicate-column",
                "camps.csv, row 1, column C",
            ),
            (
                "id,title\na,A, and more\n",
                "too-many-cells",
                "camps.csv, row 2, column C",
            ),
        ] {
            let (_, findings) = read(text);
            assert_eq!(findings.len(), 1, "{text}");
            assert_eq!(
                (findings[0].code.as_str(), findings[0].place.as_str()),
                (code, place)
            );
        }
        assert!(read("").0.is_none());
        assert!(read("\n\n").0.is_none());
        assert_eq!(read("id,title\na,A,,\n").1, []);
        assert_eq!(
            (letters(0), letters(25), letters(26), letters(701)),
            ("A".into(), "Z".into(), "AA".into(), "ZZ".into())
        );
    }
}
