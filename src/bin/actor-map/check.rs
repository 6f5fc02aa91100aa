//! `actor-map check`: every problem of an incident file, one paragraph each, then one line that sums up.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actor_map::incident::quotes::{QuoteCheck, verify};
use actor_map::incident::{
    Incident, Problem, Reading, Refusal, Severity, json, limits, parse_json, read,
};
use anyhow::Context;

use crate::DATA_IS_WRONG;
use crate::saved_texts::{self, Named};

const AFTER_HELP: &str = "\
Examples:
  actor-map check incidents/flood.json
  actor-map check incidents/flood.json --sources saved/
  actor-map check incidents/flood.json --source gazette=saved/gazette.txt
  actor-map check - < flood.json

The saved text of a source is the file in DIR whose name is the source's \"text\" (or its id, where it
has none), or begins with that followed by \".\" or \"_\".

Exit status:
  0  nothing is left out (there may be warnings)
  1  the data is wrong: the file is refused, something of it is left out, or a quotation is not in its source
  2  the command is wrong: an unknown option, or a file that cannot be read";

/// What is to be checked.
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The incident file; "-" reads it from standard input
    file: PathBuf,
    /// Check every quotation against the saved texts in this folder
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Check the quotations of one source against this saved text; may be given several times
    #[arg(long = "source", value_name = "ID=FILE")]
    named: Vec<Named>,
}

/// Checks a file and prints what it finds.
///
/// # Errors
/// If a file or folder of the command cannot be read, or the output not written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let bytes = contents(&args.file)?;
    let mut out = io::stdout().lock();
    let reading = match json::decode(&bytes)
        .and_then(parse_json)
        .and_then(|node| read(&node))
    {
        Ok(reading) => reading,
        Err(refusal) => {
            report_refusal(&refusal, &mut out)?;
            return Ok(ExitCode::from(DATA_IS_WRONG));
        }
    };
    let quotes = if args.sources.is_some() || !args.named.is_empty() {
        let texts = saved_texts::find(
            &reading.incident.sources,
            args.sources.as_deref(),
            &args.named,
        )?;
        Some(verify(&reading.incident, &texts))
    } else {
        None
    };
    report(&reading, quotes.as_ref(), &mut out)?;
    let wrong = errors(&reading, quotes.as_ref()) > 0;
    Ok(if wrong {
        ExitCode::from(DATA_IS_WRONG)
    } else {
        ExitCode::SUCCESS
    })
}

/// The bytes of a file or of standard input, and not many more than may be read.
fn contents(file: &Path) -> anyhow::Result<Vec<u8>> {
    let input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(file).with_context(|| format!("cannot read {}", file.display()))?)
    };
    let mut bytes = Vec::new();
    let most = u64::try_from(limits::MAX_BYTES).unwrap_or(u64::MAX);
    input
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {}", file.display()))?;
    Ok(bytes)
}

fn report_refusal(refusal: &Refusal, out: &mut impl Write) -> io::Result<()> {
    report_problems(refusal.problems.iter(), out)?;
    writeln!(out, "{refusal}")
}

fn report(reading: &Reading, quotes: Option<&QuoteCheck>, out: &mut impl Write) -> io::Result<()> {
    let of_quotes = quotes.map_or(&[][..], |check| &check.problems);
    let mut problems: Vec<&Problem> = reading.problems.iter().chain(of_quotes).collect();
    problems.sort_by_key(|problem| file_order(&problem.path));
    report_problems(problems.into_iter(), out)?;
    let unlisted = reading.errors + reading.warnings - reading.problems.len();
    if unlisted > 0 {
        writeln!(
            out,
            "{} not shown.\n",
            counted(unlisted, "further problem is", "further problems are")
        )?;
    }
    writeln!(out, "{}", summary(reading, quotes))
}

/// Where a path stands in a file whose lists are in the usual order: an editor mends it from top to bottom.
fn file_order(path: &str) -> (usize, Vec<usize>) {
    const LISTS: [&str; 9] = [
        "incident",
        "camps",
        "sources",
        "actors",
        "relations",
        "statements",
        "events",
        "conflicts",
        "corrections",
    ];
    let list = path.split('[').next().unwrap_or_default();
    let list = LISTS
        .iter()
        .position(|known| *known == list)
        .map_or(0, |position| position + 1);
    let positions = path.split(['[', ']']).filter_map(|part| part.parse().ok());
    (list, positions.collect())
}

fn report_problems<'p>(
    problems: impl Iterator<Item = &'p Problem>,
    out: &mut impl Write,
) -> io::Result<()> {
    for problem in problems {
        writeln!(out, "{problem}\n")?;
    }
    Ok(())
}

/// `flood: 3 actors, 4 statements, 6 reports, 5 quotations (5 checked in 2 sources); 0 errors, 1 warning`
fn summary(reading: &Reading, quotes: Option<&QuoteCheck>) -> String {
    let incident = &reading.incident;
    let reports: usize = incident
        .statements
        .iter()
        .map(|statement| statement.reports.len())
        .sum();
    let mut line = format!(
        "{}: {}, {}, {}, {}",
        if incident.incident.id.is_empty() {
            "incident"
        } else {
            &incident.incident.id
        },
        counted(incident.actors.len(), "actor", "actors"),
        counted(incident.statements.len(), "statement", "statements"),
        counted(reports, "report", "reports"),
        counted(quotations(incident), "quotation", "quotations"),
    );
    if let Some(check) = quotes {
        let sources = counted(check.by_source.len(), "source", "sources");
        line.push_str(&format!(" ({} checked in {sources})", check.checked));
    }
    let warnings = reading.warnings + of_severity(quotes, Severity::Warning);
    let errors = counted(errors(reading, quotes), "error", "errors");
    line.push_str(&format!(
        "; {errors}, {}",
        counted(warnings, "warning", "warnings")
    ));
    if reading.left_out > 0 {
        line.push_str(&format!(
            "; {} left out",
            counted(reading.left_out, "record", "records")
        ));
    }
    line
}

fn quotations(incident: &Incident) -> usize {
    let reports = incident
        .statements
        .iter()
        .flat_map(|statement| &statement.reports);
    reports.filter(|report| report.quote.is_some()).count()
}

fn errors(reading: &Reading, quotes: Option<&QuoteCheck>) -> usize {
    reading.errors + of_severity(quotes, Severity::Error)
}

fn of_severity(quotes: Option<&QuoteCheck>, severity: Severity) -> usize {
    quotes.map_or(0, |check| {
        let of_severity = |problem: &&Problem| problem.severity == severity;
        check.problems.iter().filter(of_severity).count()
    })
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
