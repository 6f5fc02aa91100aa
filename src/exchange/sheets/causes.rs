//! One slip in the sheets, told once: a column without its name makes as many problems as there are rows, and each of these
//! others. What follows from what, [`crate::check::causes`] knows; what comes of a column is found here.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::word;
use super::columns::SHEETS;
use super::places::{Place, Places};
use super::table::{Header, Table, letters};
use crate::check::causes::roots;
use crate::exchange::Finding;
use crate::exchange::ids::kebabs;
use crate::incident::nearest::nearest;
use crate::incident::{Node, Problem, Rule};

/// How many rows of a sheet are named with what follows from a cause.
const SHOWN_ROWS: usize = 12;

/// What columns of no known name have done to rows that should be one record.
pub(super) fn of_columns(unknown: &BTreeSet<(&str, usize)>, tables: &[Table]) -> Vec<Finding> {
    let found = unknown.iter().filter_map(|(sheet, at)| {
        let table = named(sheet, tables)?;
        let header = table.headers.get(*at)?.as_ref()?;
        Some(Finding::error(
            "unknown-column",
            table.place(table.header, Some(*at)),
            format!(
                "No column of the sheet \"{sheet}\" has this name, and its cells differ between rows of one {}.",
                table.sheet.noun
            ),
            &advice(table, header),
        ))
    });
    found.collect()
}

/// The problems of a file that was made of sheets: causes only, each with what follows from it.
pub(super) fn told(
    problems: &[Problem],
    tree: &Node,
    places: &Places,
    tables: &[Table],
) -> Vec<Finding> {
    let findings: Vec<_> = problems.iter().map(Into::into).collect();
    let roots = roots(tree, &findings);
    let import = Import {
        problems,
        places,
        tables,
        malformed: Malformed::of(problems, places, tables),
    };
    let mut causes: Vec<Cause> = Vec::new();
    let mut of_key: BTreeMap<Key<'_>, usize> = BTreeMap::new();
    let mut of_problem: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, problem) in problems.iter().enumerate() {
        if roots.get(at).copied().flatten().is_some() {
            continue;
        }
        let place = places.of(problem, tables);
        let key = import.key(at, problem, place.as_ref());
        let cause = *of_key.entry(key).or_insert_with(|| {
            causes.push(Cause {
                finding: import.finding_of(key, problem),
                is_column: !matches!(key, Key::Problem(_)),
                effects: Vec::new(),
                unnamed: 0,
            });
            causes.len() - 1
        });
        of_problem.insert(at, cause);
        if !matches!(key, Key::Unknown(..))
            && key != Key::Problem(at)
            && let (Some(cause), Some(Place::Cell { table, row, .. })) =
                (causes.get_mut(cause), place)
        {
            cause.effects.push((table.file.clone(), row));
        }
    }
    import.gather_effects(&roots, &of_problem, &mut causes);
    let mut causes = merge_unknown(&of_key, causes);
    // A column is behind more than a cell is.
    causes.sort_by_key(|cause| !cause.is_column);
    causes.into_iter().map(Cause::told).collect()
}

/// What was read of sheets, and what is wrong with it.
struct Import<'t> {
    problems: &'t [Problem],
    places: &'t Places,
    tables: &'t [Table],
    malformed: Malformed,
}

impl<'t> Import<'t> {
    /// With what a problem is told of.
    fn key(&self, at: usize, problem: &'t Problem, place: Option<&Place<'_>>) -> Key<'t> {
        unfilled(problem, self.tables)
            .map(Key::Sheet)
            .or_else(|| key(problem, place))
            .or_else(|| self.malformed.meant(problem).map(Key::Problem))
            .unwrap_or(Key::Problem(at))
    }

    /// What is told of the problems with this key, of which `problem` is the first.
    fn finding_of(&self, key: Key<'_>, problem: &Problem) -> Finding {
        let tables = self.tables;
        let told = |problem: &Problem| self.places.told(problem, tables);
        let finding = match key {
            Key::Problem(first) => {
                let first_problem = self.problems.get(first);
                first_problem.map(|problem| self.malformed.told(first, told(problem)))
            }
            Key::Sheet(sheet) => Some(Finding {
                severity: problem.severity,
                ..missing(sheet, tables)
            }),
            Key::Absent(sheet, field) => named(sheet, tables).map(|table| absent(table, field)),
            Key::Unknown(sheet, column) => {
                named(sheet, tables).and_then(|table| unknown(table, column, told(problem)))
            }
        };
        finding.unwrap_or_else(|| told(problem))
    }

    /// Adds to the causes what follows from their problems.
    fn gather_effects(
        &self,
        roots: &[Option<usize>],
        of_problem: &BTreeMap<usize, usize>,
        causes: &mut [Cause],
    ) {
        for (problem, root) in self.problems.iter().zip(roots) {
            let cause = root.and_then(|root| causes.get_mut(*of_problem.get(&root)?));
            match (cause, self.places.of(problem, self.tables)) {
                (Some(cause), Some(Place::Cell { table, row, .. })) => {
                    cause.effects.push((table.file.clone(), row));
                }
                (Some(cause), _) => cause.unnamed += 1,
                (None, _) => {}
            }
        }
    }
}

/// The causes without the columns of no known name in sheets that miss a column: these are told of with that one.
fn merge_unknown(of_key: &BTreeMap<Key<'_>, usize>, causes: Vec<Cause>) -> Vec<Cause> {
    let missed: BTreeSet<&str> = of_key
        .keys()
        .filter_map(|key| match key {
            Key::Absent(sheet, _) => Some(*sheet),
            _ => None,
        })
        .collect();
    let merged = of_key.iter().filter_map(|(key, cause)| match key {
        Key::Unknown(sheet, _) if missed.contains(sheet) => Some(*cause),
        _ => None,
    });
    let merged: BTreeSet<usize> = merged.collect();
    let causes = causes.into_iter().enumerate();
    let causes = causes.filter(|(at, _)| !merged.contains(at));
    causes.map(|(_, cause)| cause).collect()
}

fn named<'t>(sheet: &str, tables: &'t [Table]) -> Option<&'t Table> {
    tables.iter().find(|table| table.sheet.name == sheet)
}

/// What problems are told of together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'t> {
    /// A sheet that is not there, or has no rows.
    Sheet(&'static str),
    /// A column that is not there: its sheet and its field.
    Absent(&'static str, &'t str),
    /// A column of no known name: its sheet and its position.
    Unknown(&'static str, usize),
    /// One problem, with what refers to its record in another spelling.
    Problem(usize),
}

/// The ids that are none, each with its problem.
struct Malformed(BTreeMap<String, usize>);

impl Malformed {
    fn of(problems: &[Problem], places: &Places, tables: &[Table]) -> Self {
        let malformed = problems.iter().enumerate();
        let malformed = malformed.filter(|(_, problem)| problem.rule == Rule::MalformedId);
        let ids = malformed.filter_map(|(at, problem)| {
            let Place::Cell { table, row, column } = places.of(problem, tables)? else {
                return None;
            };
            let cell = table.row(row)?.cells.get(column?)?;
            (problem.field == "id").then(|| (word(cell).to_owned(), at))
        });
        Self(ids.collect())
    }

    /// The problem of the id that a reference to nothing would have: `anna-mueller` for `anna-müller`.
    fn meant(&self, problem: &Problem) -> Option<usize> {
        let is_reference = problem.rule == Rule::DanglingId;
        let mut ids = self.0.iter().filter(|_| is_reference);
        let found = ids.find(|(id, _)| {
            let mut kebabs = kebabs(id).into_iter();
            kebabs.any(|id| problem.message.contains(&format!(" \"{id}\";")))
        });
        found.map(|(_, at)| *at)
    }

    /// What is told of a problem, with the ids that its cell could mean.
    fn told(&self, at: usize, finding: Finding) -> Finding {
        let Some((id, _)) = self.0.iter().find(|(_, problem)| **problem == at) else {
            return finding;
        };
        let ids = kebabs(id).into_iter().map(|id| format!("\"{id}\""));
        let ids: Vec<String> = ids.collect();
        let advice = match ids.join(" or ") {
            ids if ids.is_empty() || !finding.advice.is_empty() => finding.advice.clone(),
            ids => format!("Write {ids}, and the same wherever it is referred to."),
        };
        Finding { advice, ..finding }
    }
}

struct Cause {
    finding: Finding,
    is_column: bool,
    /// The sheets and rows of what follows.
    effects: Vec<(String, usize)>,
    /// What follows elsewhere.
    unnamed: usize,
}

impl Cause {
    fn told(self) -> Finding {
        let Self {
            mut finding,
            effects,
            unnamed,
            is_column,
        } = self;
        let count = effects.len() + unnamed;
        if count == 0 {
            return finding;
        }
        let mut rows: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (file, row) in effects {
            rows.entry(file).or_default().insert(row);
        }
        let shown: Vec<String> = rows
            .iter()
            .map(|(file, rows)| in_words(file, rows))
            .collect();
        let of = match (is_column, count) {
            (true, 1) => "1 finding comes of it",
            (true, _) => "{} findings come of it",
            (false, 1) => "1 more finding follows from it",
            (false, _) => "{} more findings follow from it",
        };
        let of = of.replace("{}", &count.to_string());
        let shown = shown.join("; ");
        let sign = if shown.is_empty() { "" } else { ": " };
        finding.advice = format!("{} ({of}{sign}{shown}.)", finding.advice)
            .trim()
            .to_owned();
        finding
    }
}

/// `actors.csv, rows 2, 3, 4`
fn in_words(file: &str, rows: &BTreeSet<usize>) -> String {
    let noun = if rows.len() == 1 { "row" } else { "rows" };
    let mut shown: Vec<String> = rows.iter().take(SHOWN_ROWS).map(usize::to_string).collect();
    if rows.len() > SHOWN_ROWS {
        shown.push("…".to_owned());
    }
    format!("{file}, {noun} {}", shown.join(", "))
}

fn key<'t>(problem: &'t Problem, place: Option<&Place<'_>>) -> Option<Key<'t>> {
    let Some(Place::Cell { table, column, .. }) = place else {
        return None;
    };
    match (problem.rule, column) {
        (Rule::MissingField | Rule::EmptyQuote, None)
            if table.absent().any(|column| column.field() == problem.field) =>
        {
            Some(Key::Absent(table.sheet.name, &problem.field))
        }
        (Rule::UnknownField, Some(at)) => Some(Key::Unknown(table.sheet.name, *at)),
        _ => None,
    }
}

/// The sheet in which the record would stand that a problem is missing, if nothing stands in it.
fn unfilled(problem: &Problem, tables: &[Table]) -> Option<&'static str> {
    let noun = problem.message.strip_prefix("no ")?;
    let (noun, _) = noun.split_once(" has the id ")?;
    let sheet = SHEETS.iter().find(|sheet| sheet.noun == noun);
    let sheet = sheet.filter(|_| problem.rule == Rule::DanglingId)?;
    let is_filled = named(sheet.name, tables).is_some_and(|table| !table.rows.is_empty());
    (!is_filled).then_some(sheet.name)
}

/// A sheet that other sheets refer to, and that has nothing.
fn missing(sheet: &str, tables: &[Table]) -> Finding {
    let (place, message) = match named(sheet, tables) {
        Some(table) => (
            table.file.clone(),
            "The sheet has no row under its header, and other sheets refer to its ids.".to_owned(),
        ),
        None => (
            String::new(),
            format!(
                "There is no sheet \"{sheet}\" with anything in it, and other sheets refer to its ids."
            ),
        ),
    };
    Finding::error(
        "missing-sheet",
        place,
        message,
        &format!(
            "Save it again, as {sheet}.csv, beside the others, or empty the cells that refer to it. A file of another name is not read."
        ),
    )
}

/// A column that is not there, and whether one of no known name is in its place.
fn absent(table: &Table, field: &str) -> Finding {
    let unknown: Vec<String> = table
        .unknown()
        .map(|(at, header)| format!("\"{}\" ({})", header.typed, letters(at)))
        .collect();
    let place = table.place(table.header, None);
    let column = table.absent().find(|column| column.field() == field);
    let name = column.map_or(field, |column| column.name);
    let message = format!("The sheet has no column \"{name}\", which its rows need.");
    if unknown.is_empty() {
        let advice = format!("Add the column, or write \"{name}\" above it.");
        return Finding::error("missing-column", place, message, &advice);
    }
    let unknown = unknown.join(", ");
    Finding::error(
        "missing-column",
        place,
        format!("{message} Columns it has of no known name: {unknown}."),
        &format!("If that is the one, write \"{name}\" above it."),
    )
}

/// A column of no known name, as it is told where it is found in a row.
fn unknown(table: &Table, column: usize, finding: Finding) -> Option<Finding> {
    let header = table.headers.get(column)?.as_ref()?;
    // The file has it all the same, and so has the next export.
    let message = finding
        .message
        .replace("it is not read.", "it is kept in the file, but not shown.");
    Some(Finding {
        message: match table.holding(column).count() {
            1 => message,
            rows => format!("{message} ({rows} rows have it.)"),
        },
        advice: advice(table, header),
        ..finding
    })
}

/// What to do about a column of no known name.
fn advice(table: &Table, header: &Header) -> String {
    let typed = header.typed.to_lowercase();
    let meant = nearest(&typed, &mut table.absent().map(|column| column.name));
    let meant = meant.map_or_else(String::new, |name| format!("Did you mean \"{name}\"? "));
    let absent: Vec<&str> = table.absent().map(|column| column.name).collect();
    let absent = match absent.join(", ") {
        names if names.is_empty() || !meant.is_empty() => String::new(),
        names => format!("Columns that this sheet lacks: {names}. "),
    };
    format!(
        "{meant}{absent}For notes of your own, begin the name with \"x-\"; one in brackets is not read."
    )
}
