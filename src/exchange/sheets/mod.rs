//! Sheets: an incident as tables, for people who work in a spreadsheet.
//!
//! One sheet per list of the file (`columns`), one row per record; a statement has one row per report, a conflict one
//! per answer. The way there and back loses nothing: fields of the newsroom's own (`x-…`) are columns too, and one that
//! holds no text is a column whose name ends with `:json`.
//!
//! - [`write()`] (`writing`) – from an incident file to CSV texts, on `cells` that no spreadsheet runs as a formula;
//! - [`read()`] (`reading`) – from CSV texts, as Excel, Google Sheets and people leave them, to an incident: `lines` and `table` find rows
//!   and columns, `whole_rows` those that stand in one cell, `rows` makes records of them, `claims` the relations that statements
//!   and actors name, `places` says of every problem in which sheet, row and column it stands, `causes` tells one slip once,
//!   `centuries` doubts years of two digits;
//! - [`container`] – the sheets of a folder or a zip file.

mod causes;
mod cells;
mod centuries;
mod claims;
mod columns;
pub mod container;
mod lines;
mod places;
mod reading;
mod rows;
mod table;
mod whole_rows;
mod writing;

pub(super) use cells::{joined, split};
pub use reading::{Head, read, unread_columns};
pub use writing::write;

/// One sheet as a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetText {
    /// The name of its file: `actors.csv`.
    pub file: String,
    /// What stands in it.
    pub text: String,
}

/// What stands between the cells of sheets that are written; all are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A comma, as spreadsheets in English have it.
    #[default]
    Comma,
    /// A semicolon, as they have it wherever a comma is the decimal sign: most of Europe.
    Semicolon,
}

impl Separator {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Comma, Self::Semicolon];

    /// The character.
    pub fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }
}

/// The names of the sheets, in the order of the file's lists.
pub fn names() -> impl Iterator<Item = &'static str> {
    columns::SHEETS.iter().map(|sheet| sheet.name)
}

/// The fields of a sheet's records, or of their parts, that have a column of their own.
pub fn fields_of(sheet: &str, of_part: bool) -> Vec<&'static str> {
    let columns = columns::Sheet::named(sheet).map_or(&[][..], |sheet| sheet.columns);
    let columns = columns
        .iter()
        .filter(|column| column.of_part == of_part && column.is_written());
    columns.map(columns::Column::field).collect()
}
