//! From sheets to an incident.

use super::SheetText;
use super::columns::{HEAD, SHEETS, Sheet};
use super::container::{EXPORT_ADVICE, is_workbook};
use super::rows::{Found, records};
use super::table::{Table, table};
use super::{causes, centuries, claims};
use crate::exchange::ids::kebab;
use crate::exchange::tree::text;
use crate::exchange::{Finding, Imported};
use crate::incident::{FORMAT_VERSION, Node, Problem, RefusalCode, read as read_incident};

/// What the sheet `incident` says, where there is none, or where it leaves something open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The incident's id.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The language it is written in.
    pub language: Option<String>,
}

/// Reads sheets, whatever their order.
///
/// # Errors
/// Everything that is wrong with them, by sheet, row and column. Then nothing is made of them.
pub fn read(sheets: &[SheetText], head: &Head) -> Result<Imported, Vec<Finding>> {
    let mut found = Found::default();
    let tables = tables(sheets, &mut found.findings);
    if found.findings.iter().any(Finding::is_error) {
        return Err(found.findings);
    }
    let tree = tree(&tables, head, &mut found);
    found.findings.extend(centuries::told(&found.dates));
    found
        .findings
        .extend(causes::of_columns(&found.unknown, &tables));
    if found.findings.iter().any(Finding::is_error) {
        return Err(found.findings);
    }
    let told = |problems: &[Problem]| causes::told(problems, &tree, &found.places, &tables);
    let reading = read_incident(&tree).map_err(|refusal| {
        let mut findings = found.findings.clone();
        findings.extend(told(&refusal.problems));
        // That nothing is left follows from what is told already.
        let follows = refusal.code == RefusalCode::NoData && findings.iter().any(Finding::is_error);
        if !follows {
            let place = refusal.too_long.and_then(|(path, field)| {
                let place = found.places.at(&path, &field, &tables)?;
                Some(place.in_words(&field))
            });
            findings.push(Finding::error(
                refusal.code.id(),
                place.unwrap_or_default(),
                refusal.message,
                "",
            ));
        }
        findings
    })?;
    let findings = told(&reading.problems);
    found.findings.extend(findings);
    if reading.errors > 0 {
        return Err(found.findings);
    }
    let notes = found
        .understood
        .into_iter()
        .map(|(what, cells)| match cells {
            1 => format!("{what} (1 cell)."),
            _ => format!("{what} ({cells} cells)."),
        });
    Ok(Imported {
        tree,
        incident: reading.incident,
        warnings: found.findings,
        notes: notes.collect(),
        work: Vec::new(),
        aside: None,
    })
}

/// The columns with something in them that are not read, as an editor's notes: nothing made of the sheets has them.
pub fn unread_columns(sheets: &[SheetText]) -> Vec<String> {
    let tables = tables(sheets, &mut Vec::new());
    let of_table = |table: &Table| {
        let told = table.unread().map(|(name, cells)| {
            let cells = match cells {
                1 => "1 cell".to_owned(),
                _ => format!("{cells} cells"),
            };
            format!("the column \"{name}\" of {} ({cells})", table.file)
        });
        told.collect::<Vec<_>>()
    };
    tables.iter().flat_map(of_table).collect()
}

/// The tables among the files. Files that are no sheet are told of, and so are sheets that come twice.
fn tables(sheets: &[SheetText], findings: &mut Vec<Finding>) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let (workbooks, sheets): (Vec<&SheetText>, Vec<&SheetText>) =
        sheets.iter().partition(|sheet| is_workbook(&sheet.file));
    for SheetText { file, text } in sheets.iter().copied() {
        let Some(sheet) = sheet_of(file) else {
            let names: Vec<&str> = SHEETS.iter().map(|sheet| sheet.name).collect();
            findings.push(Finding::warning(
                "unknown-sheet",
                file.clone(),
                "This file is no sheet of an incident; it is not read.".to_owned(),
                &format!(
                    "The sheets are called {}, each with .csv behind it.",
                    names.join(", ")
                ),
            ));
            continue;
        };
        if let Some(first) = tables.iter().find(|table| table.sheet.name == sheet.name) {
            findings.push(Finding::error(
                "duplicate-sheet",
                file.clone(),
                format!("{} is the sheet \"{}\" already.", first.file, sheet.name),
                "Keep one of the two files. A browser puts (1), (2), … behind the name of what was downloaded again: the highest number is the newest.",
            ));
            continue;
        }
        let before = findings.len();
        let table = table(sheet, file, text, findings);
        if table.is_none() && findings.len() == before {
            findings.push(Finding::warning(
                "empty-sheet",
                file.clone(),
                "Nothing stands in this sheet.".to_owned(),
                "",
            ));
        }
        tables.extend(table);
    }
    for SheetText { file, .. } in workbooks {
        let stands_for = sheet_of(file)
            .filter(|sheet| tables.iter().all(|table| table.sheet.name != sheet.name));
        findings.push(match stands_for {
            Some(sheet) => Finding::error(
                "workbook",
                file.clone(),
                format!(
                    "This is a workbook of a spreadsheet program, and is not read; the sheet \"{}\" would be missing.",
                    sheet.name
                ),
                EXPORT_ADVICE,
            ),
            None => Finding::warning(
                "workbook",
                file.clone(),
                "This is a workbook of a spreadsheet program; it is not read, only the CSV files are.".to_owned(),
                "If it was changed since, save its sheets as CSV again.",
            ),
        });
    }
    if tables.is_empty() && !findings.iter().any(Finding::is_error) {
        findings.push(Finding::error(
            "no-sheet",
            String::new(),
            "There is no sheet to read.".to_owned(),
            "An incident has at least the sheets actors.csv, sources.csv and statements.csv. `actor-map new --sheets DIR` writes a set to begin with.",
        ));
    }
    tables
}

/// The sheet a file holds: `actors.csv`, or as Google Sheets names its downloads, `Flood - actors.csv`, and browsers those
/// that are downloaded again, `Flood - actors (1).csv`.
fn sheet_of(file: &str) -> Option<&'static Sheet> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let again = stem
        .strip_suffix(')')
        .and_then(|stem| stem.rsplit_once('('));
    // Of more digits it is a year, and part of the name.
    let is_count = |number: &str| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let again = again.filter(|(_, number)| is_count(number));
    let stem = again.map_or(stem, |(stem, _)| stem);
    let last = stem.rsplit(" - ").next().unwrap_or(stem);
    let name = last.trim().to_lowercase();
    Sheet::named(&name).or_else(|| Sheet::named(&format!("{name}s")))
}

/// The incident file's values.
fn tree(tables: &[Table], head: &Head, found: &mut Found) -> Node {
    #[allow(clippy::cast_lossless)]
    let mut file = vec![(
        "version".to_owned(),
        Node::Number(f64::from(FORMAT_VERSION)),
    )];
    for sheet in &SHEETS {
        let table = tables.iter().find(|table| table.sheet.name == sheet.name);
        let mut rows = table.map_or_else(Vec::new, |table| records(table, found));
        if sheet.name == HEAD {
            if let Some(table) = table
                && let Some(second) = table.rows.get(1)
            {
                found.findings.push(Finding::error(
                    "second-incident",
                    table.place(second.number, None),
                    "The sheet \"incident\" has one row under its header; here is another."
                        .to_owned(),
                    "Each incident has a set of sheets of its own.",
                ));
            }
            let row = rows.drain(..).next();
            file.push((HEAD.to_owned(), completed(row, head)));
            continue;
        }
        file.push((sheet.name.to_owned(), Node::List(rows)));
    }
    // Statements come after relations in the file, so what they assert is known only now.
    for (name, node) in &mut file {
        if name == "relations"
            && let Node::List(relations) = node
        {
            claims::add(relations, found);
        }
    }
    file.retain(|(name, node)| *node != Node::List(Vec::new()) || name == "actors");
    file.extend(std::mem::take(&mut found.of_file));
    Node::Map(file)
}

/// The head with what was said of it elsewhere.
fn completed(row: Option<Node>, head: &Head) -> Node {
    let mut entries = match row {
        Some(Node::Map(entries)) => entries,
        _ => Vec::new(),
    };
    let title = entries.iter().find_map(|(field, node)| match node {
        Node::Text(title) if field == "title" => Some(title.clone()),
        _ => None,
    });
    let title = head.title.clone().or(title);
    let id = head.id.clone().or_else(|| title.as_deref().and_then(kebab));
    for (field, value) in [
        ("id", id),
        ("title", head.title.clone()),
        ("language", head.language.clone()),
    ] {
        if let Some(value) = value
            && !entries.iter().any(|(known, _)| known == field)
        {
            entries.push((field.to_owned(), text(value)));
        }
    }
    // An empty head is one that the reader of the file tells of.
    Node::Map(entries)
}
