//! Where records stand in the sheets: from a problem of the incident file back to sheet, row and column.

use std::collections::BTreeMap;

use super::table::{Of, Table};
use crate::exchange::Finding;
use crate::incident::Problem;

/// Where a record stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// Its first row.
    pub(super) row: usize,
    /// The rows of its parts.
    pub(super) parts: Vec<usize>,
}

/// Where every record stands, by list.
#[derive(Default)]
pub(super) struct Places {
    records: BTreeMap<&'static str, Vec<Standing>>,
    /// Relations that were named in other sheets, by their position in the list: the place in words.
    elsewhere: BTreeMap<usize, String>,
}

impl Places {
    /// Notes where the next record of a sheet stands.
    pub(super) fn stand(&mut self, table: &Table, standing: Standing) {
        let standings = self.records.entry(table.sheet.name).or_default();
        standings.push(standing);
    }

    /// Notes where the next part of a record stands.
    pub(super) fn stand_part(&mut self, table: &Table, at: usize, row: usize) {
        let standings = self.records.entry(table.sheet.name).or_default();
        if let Some(standing) = standings.get_mut(at) {
            standing.parts.push(row);
        }
    }

    /// Notes where a relation stands that has no row of its own.
    pub(super) fn elsewhere(&mut self, relation: usize, place: String) {
        self.elsewhere.insert(relation, place);
    }

    /// A problem of the incident file, told of the sheets.
    pub(super) fn told(&self, problem: &Problem, tables: &[Table]) -> Finding {
        let finding = Finding::from(problem.clone());
        match self.of(problem, tables) {
            Some(place) => Finding {
                place: place.in_words(&problem.field),
                ..finding
            },
            None => finding,
        }
    }

    /// Where a problem of the incident file stands in the sheets.
    pub(super) fn of<'t>(&self, problem: &Problem, tables: &'t [Table]) -> Option<Place<'t>> {
        self.at(&problem.path, &problem.field, tables)
    }

    /// Where the field of a record stands in the sheets; `path` is that of the incident file.
    pub(super) fn at<'t>(&self, path: &str, field: &str, tables: &'t [Table]) -> Option<Place<'t>> {
        // `statements[3].reports[0]`: a list, a position, a list of parts, a position.
        let mut parts = path.split(['[', ']']);
        let list = parts.next()?;
        let at: Option<usize> = parts.next().and_then(|at| at.parse().ok());
        let part: Option<usize> = parts.nth(1).and_then(|at| at.parse().ok());
        if let Some(place) = at.and_then(|at| self.elsewhere.get(&at))
            && list == "relations"
        {
            return Some(Place::Elsewhere(place.clone()));
        }
        let table = tables.iter().find(|table| table.sheet.name == list)?;
        let standing = self.records.get(list)?.get(at.unwrap_or_default())?;
        let row = match part {
            Some(part) => *standing.parts.get(part)?,
            None => standing.row,
        };
        let of = if part.is_some() { Of::Part } else { Of::Record };
        let column = table.headers.iter().position(|header| {
            header
                .as_ref()
                .is_some_and(|header| header.of == of && header.field == field)
        });
        Some(Place::Cell { table, row, column })
    }
}

/// A place in the sheets.
pub(super) enum Place<'t> {
    /// A row, and the column of the field, if it has one in this sheet.
    Cell {
        table: &'t Table,
        row: usize,
        column: Option<usize>,
    },
    /// Where a relation is named that has no row of its own.
    Elsewhere(String),
}

impl Place<'_> {
    /// `statements.csv, row 4, column "speaker" (C)`
    pub(super) fn in_words(&self, field: &str) -> String {
        match self {
            Self::Elsewhere(place) => place.clone(),
            Self::Cell { table, row, column } => {
                let place = table.place(*row, *column);
                if column.is_none() && !field.is_empty() {
                    format!("{place}, \"{field}\"")
                } else {
                    place
                }
            }
        }
    }
}
