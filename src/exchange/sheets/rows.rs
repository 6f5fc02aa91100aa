//! From the rows of a sheet to records.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{split, unedged, unguarded, unquoted_cell, word, words};
use super::claims::Claims;
use super::columns::Form;
use super::places::{Places, Standing};
use super::table::{Header, Of, Row, Table};
use crate::check::formulas::is_formula_error;
use crate::exchange::Finding;
use crate::exchange::digits::rounded;
use crate::exchange::tree::{get, list, text, texts};
use crate::exchange::typed_date::{Taken, Typed, Unread, typed};
use crate::incident::limits::MAX_TEXT_CHARS;
use crate::incident::{Node, PartialDate, parse_json};

/// What reading sheets finds on the way.
#[derive(Default)]
pub(super) struct Found {
    /// What is wrong.
    pub(super) findings: Vec<Finding>,
    /// What was understood rather than read as it stands, with how many cells of which column.
    pub(super) understood: BTreeMap<String, usize>,
    /// The dates in the sheets.
    pub(super) dates: Vec<Dated>,
    /// The relations that statements and actors name.
    pub(super) claims: Claims,
    /// Fields of the file itself.
    pub(super) of_file: Vec<(String, Node)>,
    /// Where records stand.
    pub(super) places: Places,
    /// Columns of no known name that kept rows from being one record: the sheet's name and the column's position.
    pub(super) unknown: BTreeSet<(&'static str, usize)>,
}

/// A date of the sheets.
pub(super) struct Dated {
    /// What it was read as.
    pub(super) date: PartialDate,
    /// Where it stands and what stands there, if the century was guessed.
    pub(super) guessed: Option<(String, String)>,
}

/// The records of a sheet, in the order of their first rows.
pub(super) fn records(table: &Table, found: &mut Found) -> Vec<Node> {
    let mut records: Vec<Vec<(String, Node)>> = Vec::new();
    let mut parts: Vec<Vec<Node>> = Vec::new();
    let mut of_id: BTreeMap<String, usize> = BTreeMap::new();
    let mut without_id: Vec<(usize, usize)> = Vec::new();
    for row in &table.rows {
        let cells = cells(table, row, found);
        let of = |wanted: Of| {
            let of_kind = cells.iter().filter(move |(header, _)| header.of == wanted);
            of_kind
                .map(|(header, node)| (header.field.clone(), node.clone()))
                .collect::<Vec<_>>()
        };
        found.of_file.extend(of(Of::File));
        let (record, part) = (of(Of::Record), of(Of::Part));
        let says_of_record = cells
            .iter()
            .any(|(header, _)| header.of == Of::Record && !header.is_unknown());
        let id = id_in(&record).map(str::to_owned);
        let known = match (&id, table.sheet.parts) {
            (_, None) => None,
            (Some(id), _) => of_id.get(id).copied(),
            // A row without any field of the record goes on with the record above.
            (None, _) if !says_of_record => records.len().checked_sub(1),
            (None, _) => None,
        };
        if let (Some(at), None) = (known, &id) {
            without_id.push((row.number, at));
        }
        let at = known.unwrap_or(records.len());
        let mut standing = Standing {
            row: row.number,
            parts: Vec::new(),
        };
        match known {
            Some(_) => merge(table, row, &mut records, at, record, found),
            None => {
                if let Some(id) = &id {
                    of_id.entry(id.clone()).or_insert(at);
                }
                records.push(record);
                parts.push(Vec::new());
                found.places.stand(table, std::mem::take(&mut standing));
            }
        }
        if !part.is_empty()
            && let Some(parts) = parts.get_mut(at)
        {
            parts.push(Node::Map(part));
            found.places.stand_part(table, at, row.number);
        }
    }
    tell_of_rows_without_id(table, &without_id, &records, found);
    let key = table.sheet.parts.map(|(key, _)| key);
    let records = records.into_iter().zip(parts);
    records
        .map(|(mut record, parts)| {
            if let (Some(key), Node::List(parts)) = (key, list(parts)) {
                record.push((key.to_owned(), Node::List(parts)));
            }
            Node::Map(record)
        })
        .collect()
}

/// Tells which rows without an id are read as parts of the record above them: one that was sorted to another place
/// would put its words into another's mouth.
fn tell_of_rows_without_id(
    table: &Table,
    rows: &[(usize, usize)],
    records: &[Vec<(String, Node)>],
    found: &mut Found,
) {
    let Some((key, _)) = table.sheet.parts.filter(|_| !rows.is_empty()) else {
        return;
    };
    let named = rows.iter().take(SHOWN_ROWS).map(|(row, at)| {
        let id = records.get(*at).and_then(|record| id_in(record));
        format!("row {row} to “{}”", id.unwrap_or_default())
    });
    let mut named = named.collect::<Vec<_>>().join(", ");
    if let further @ 1.. = rows.len().saturating_sub(SHOWN_ROWS) {
        named.push_str(&format!(", and {further} more"));
    }
    let noun = table.sheet.noun;
    found.findings.push(Finding::warning(
        "row-without-id",
        table.file.clone(),
        format!("Rows without an id are read as further {key} of the {noun} above them: {named}."),
        &format!(
            "Compare them: after sorting they stand under another {noun}. With its id in every row nothing can be mistaken; `actor-map export csv` writes it so."
        ),
    ));
}

/// How many rows are named.
const SHOWN_ROWS: usize = 12;

/// Adds what a further row says of a record; what it says differently is told.
fn merge(
    table: &Table,
    row: &Row,
    records: &mut [Vec<(String, Node)>],
    at: usize,
    further: Vec<(String, Node)>,
    found: &mut Found,
) {
    let Some(record) = records.get_mut(at) else {
        return;
    };
    for (field, node) in further {
        match record.iter().find(|(known, _)| *known == field) {
            None => record.push((field, node)),
            Some((_, known)) if *known == node => {}
            Some((_, known)) => {
                let id = id_in(record);
                let column = table.headers.iter().position(|header| {
                    header
                        .as_ref()
                        .is_some_and(|header| header.of == Of::Record && header.field == field)
                });
                let header = column.and_then(|at| Some((at, table.headers.get(at)?.as_ref()?)));
                if let Some((at, _)) = header.filter(|(_, header)| header.is_unknown()) {
                    // That it differs says most likely that it is no field of the record.
                    found.unknown.insert((table.sheet.name, at));
                    continue;
                }
                found.findings.push(Finding::error(
                    "differing-cells",
                    table.place(row.number, column),
                    format!(
                        "An earlier row of the {} “{}” says {} here, this one says {}.",
                        table.sheet.noun,
                        id.unwrap_or_default(),
                        shown(known),
                        shown(&node)
                    ),
                    "Rows with the same id are one record. Write it once and leave the cell empty below, or give the row an id of its own.",
                ));
            }
        }
    }
}

/// The id among a record's fields.
fn id_in(record: &[(String, Node)]) -> Option<&str> {
    record.iter().find_map(|(field, node)| match node {
        Node::Text(id) if field == "id" => Some(id.as_str()),
        _ => None,
    })
}

fn shown(node: &Node) -> String {
    match node {
        Node::Text(text) => {
            let mut shown: String = text.chars().take(60).collect();
            if shown.len() < text.len() {
                shown.push('…');
            }
            format!("“{shown}”")
        }
        other => crate::exchange::tree::inline(other),
    }
}

/// The cells of a row that hold something, read.
fn cells<'t>(table: &'t Table, row: &Row, found: &mut Found) -> Vec<(&'t Header, Node)> {
    let mut read = Vec::new();
    for (at, (header, cell)) in table.headers.iter().zip(&row.cells).enumerate() {
        let Some(header) = header else { continue };
        let form = header.column.map_or(Form::Text, |column| column.form);
        let exact = matches!(form, Form::Verbatim | Form::Quote);
        if cell.is_empty() || (cell.trim().is_empty() && !exact) {
            continue;
        }
        let place = || table.place(row.number, Some(at));
        let plain = unguarded(cell);
        if matches!(form, Form::Text | Form::Verbatim | Form::Quote)
            && header.column.is_some()
            && let chars = plain.chars().count()
            && chars > MAX_TEXT_CHARS
        {
            found.findings.push(Finding::error(
                "limit",
                place(),
                format!("The cell has {chars} characters; at most {MAX_TEXT_CHARS} are read."),
                "Shorten it; a whole article does not belong here.",
            ));
            continue;
        }
        if is_formula_error(cell) {
            found.findings.push(Finding::warning(
                "formula-error",
                place(),
                format!(
                    "“{}” is what a spreadsheet shows in place of a formula that it cannot work out.",
                    cell.trim()
                ),
                "Most often a text that begins with = or - was taken for a formula. Type it again, with an apostrophe in front.",
            ));
        }
        match form {
            Form::Claims { asserts } => {
                found
                    .claims
                    .of_statement(table, row, at, words(plain), asserts);
                continue;
            }
            Form::Offices => {
                found.claims.of_actor(table, row, at, plain);
                continue;
            }
            _ => {}
        }
        let node = if header.json {
            json(plain, place, &mut found.findings)
        } else {
            value(header, form, plain, place, found)
        };
        if let Some(node) = node {
            read.push((header, node));
        }
    }
    read
}

fn json(cell: &str, place: impl Fn() -> String, findings: &mut Vec<Finding>) -> Option<Node> {
    match parse_json(cell) {
        Ok(node) => {
            findings.extend(rounded(cell, place()));
            Some(node)
        }
        Err(refusal) => {
            findings.push(Finding::error(
                "wrong-json",
                place(),
                format!(
                    "The column holds JSON, but this cell does not. {}",
                    refusal.message
                ),
                "",
            ));
            None
        }
    }
}

/// What a cell says, as the value of its field.
fn value(
    header: &Header,
    form: Form,
    cell: &str,
    place: impl Fn() -> String,
    found: &mut Found,
) -> Option<Node> {
    let mut understood = |what: &str| {
        let entry = format!("column \"{}\": {what}", header.typed);
        *found.understood.entry(entry).or_default() += 1;
    };
    Some(match form {
        Form::Verbatim => text(cell),
        Form::Quote => match unquoted_cell(cell) {
            Some(quote) => {
                understood("the quotation marks around the quotation are left off");
                text(quote)
            }
            None => text(cell),
        },
        Form::Text => text(unedged(cell)),
        Form::Word | Form::Address => text(word(cell)),
        Form::Number => number(cell),
        Form::Term(term) => text(term(word(cell)).unwrap_or_else(|| word(cell))),
        Form::Terms(term) => texts(terms(cell, term)),
        Form::Ids => texts(words(cell)),
        Form::Names => texts(split(cell)),
        Form::Date => {
            let typed_as = word(cell);
            let read = typed(typed_as);
            if let Some(unread) = read.unread(typed_as) {
                let Unread {
                    code,
                    message,
                    advice,
                } = unread;
                let finding = Finding::error(code, place(), message, &advice);
                found.findings.push(finding);
                return None;
            }
            match read {
                Typed::Plain(date) => {
                    found.dates.push(Dated {
                        date,
                        guessed: None,
                    });
                    text(date.to_string())
                }
                Typed::Understood(date, taken) => {
                    let guessed = taken
                        .guesses_century()
                        .then(|| (place(), typed_as.to_owned()));
                    found.dates.push(Dated { date, guessed });
                    let hint = match taken {
                        Taken::ShownMonth => {
                            format!(
                                "; spreadsheets make this of {date}, unless the cell has the format \"Text\""
                            )
                        }
                        _ => String::new(),
                    };
                    understood(&format!(
                        "{typed_as} is read as {date} ({}{hint})",
                        taken.words()
                    ));
                    text(date.to_string())
                }
                // What is no date at all is left to the reader of the file.
                _ => text(typed_as),
            }
        }
        Form::Claims { .. } | Form::Offices => return None,
    })
}

/// The terms of a cell. Labels may have spaces, so a cell that is one term as a whole is not taken apart.
fn terms(cell: &str, term: fn(&str) -> Option<&'static str>) -> Vec<String> {
    let known = |typed: &str| term(typed).map_or_else(|| typed.to_owned(), str::to_owned);
    words(cell).iter().map(|typed| known(typed)).collect()
}

/// A number as spreadsheets write it: `2` or `2.0`.
fn number(cell: &str) -> Node {
    let number = word(cell).parse::<f64>();
    // What is no number is left to the reader of the file, which says what is expected.
    number.map_or_else(|_| text(cell), Node::Number)
}

/// The id of a record, if it has one.
pub(super) fn id_of(record: &Node) -> Option<&str> {
    match get(record, "id") {
        Some(Node::Text(id)) => Some(id),
        _ => None,
    }
}
