//! `actor-map import`: an incident file out of sheets or a threat report.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actor_map::exchange::encoding::{decode, named};
use actor_map::exchange::sheets::{self, Head, container};
use actor_map::exchange::stix::{self, Wanted};
use actor_map::exchange::{Finding, Imported, tree};
use anyhow::Context;
use encoding_rs::Encoding;

use crate::terminal::on_one_line;
use crate::{files, overwriting};

const AFTER_HELP: &str = "\
Examples:
  actor-map import csv sheets/ -o flood.json
  actor-map import csv sheets.zip -o flood.json --title \"The flood\" --language en
  actor-map import stix report.json -o flood.json
  actor-map import stix - -o - < report.json > flood.json

Sheets: a folder, or a zip file, of actors.csv, sources.csv, statements.csv and what else there is of incident.csv,
camps.csv, relations.csv, events.csv, conflicts.csv and corrections.csv. `actor-map new --sheets DIR` writes a set.
STIX: what an incident has no place for is named, and written beside the file as NAME.aside.json.

Where values of a file that is there are replaced, the changes are told, and the former file is kept as FILE.bak.

Exit status:
  0  the file is written (there may be warnings, and work left to do)
  1  the data is wrong: every error is named, and nothing is written
  2  the command is wrong: an unknown option, a file that cannot be read or written, or one that is of another incident or
     has what the input has not (--force replaces it)";

/// A format that can be read.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Sheets: CSV files as spreadsheet programs write them
    Csv,
    /// A bundle of STIX 2.1, or 2.0
    Stix,
}

/// What is to be imported.
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The format of the input
    format: Format,
    /// What to read: a folder or zip file of sheets, a bundle; "-" reads standard input
    input: PathBuf,
    /// The incident file to write; "-" writes to standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The incident's title: for sheets where they have none, for STIX in the place of the report's
    #[arg(long)]
    title: Option<String>,
    /// The incident's id; by default made of the title
    #[arg(long)]
    id: Option<String>,
    /// The language the incident is written in (BCP 47): for sheets where they do not say
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The encoding of the input, where it is neither UTF-8 nor UTF-16: windows-1252, windows-1250, …
    #[arg(long, value_name = "NAME", value_parser = named)]
    encoding: Option<&'static Encoding>,
    /// Where to keep what an incident has no place for (STIX); by default beside the output
    #[arg(long, value_name = "FILE")]
    aside: Option<PathBuf>,
    /// Replace a file of another incident, or one that has what the input has not
    #[arg(long)]
    force: bool,
}

/// Imports, and tells what an editor should know.
///
/// # Errors
/// If a file or folder of the command cannot be read or written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let imported = match args.format {
        Format::Csv => of_sheets(args)?,
        Format::Stix => of_stix(args)?,
    };
    match imported {
        Ok(imported) => write(args, &imported),
        Err(findings) => Ok(files::refuse(&findings, &args.input)),
    }
}

fn of_sheets(args: &Args) -> anyhow::Result<Result<Imported, Vec<Finding>>> {
    let texts = if args.input.is_dir() {
        container::of_folder(&args.input, args.encoding)
            .with_context(|| format!("cannot read the folder {}", args.input.display()))?
    } else {
        files::read(&args.input)?.and_then(|bytes| {
            // A workbook is a zip file, too: even a broken one is known by its name.
            container::check_name(&args.input.to_string_lossy())?;
            if container::is_zip(&bytes) {
                return container::of_zip(&bytes, args.encoding);
            }
            Err(vec![Finding::error(
                "no-sheets",
                files::shown(&args.input),
                "This is neither a folder nor a zip file.".to_owned(),
                "Name the folder the sheets are in.",
            )])
        })
    };
    let head = Head {
        id: args.id.clone(),
        title: args.title.clone(),
        language: args.language.clone(),
    };
    Ok(texts.and_then(|texts| sheets::read(&texts, &head)))
}

fn of_stix(args: &Args) -> anyhow::Result<Result<Imported, Vec<Finding>>> {
    let wanted = Wanted {
        id: args.id.clone(),
        title: args.title.clone(),
        language: args.language.clone(),
        file: args
            .input
            .file_stem()
            .filter(|_| !files::is_pipe(&args.input))
            .map_or_else(
                || "STIX bundle".to_owned(),
                |name| name.to_string_lossy().into_owned(),
            ),
    };
    let text = files::read(&args.input)?.and_then(|bytes| {
        decode(&bytes, args.encoding).map_err(|message| {
            vec![Finding::error(
                "encoding",
                files::shown(&args.input),
                message,
                "",
            )]
        })
    });
    Ok(text.and_then(|text| stix::read(&text, &wanted)))
}

fn write(args: &Args, imported: &Imported) -> anyhow::Result<ExitCode> {
    overwriting::of_file(&args.output, &imported.tree, args.force)?;
    files::write(&args.output, tree::pretty(&imported.tree).as_bytes())?;
    files::tell(&imported.warnings);
    for note in &imported.notes {
        files::say(format_args!("note: {}", on_one_line(note)));
    }
    if let Some(aside) = &imported.aside {
        match args.aside.clone().or_else(|| beside(&args.output)) {
            Some(path) => {
                overwriting::write_kept(&path, tree::pretty(aside).as_bytes())?;
                let path = path.display();
                files::say(format_args!("note: What was kept aside is in {path}."));
            }
            None => files::say("note: To keep these objects, name a file with --aside."),
        }
    }
    for work in &imported.work {
        files::say(format_args!("to do: {}", on_one_line(work)));
    }
    let incident = &imported.incident;
    let counts = [
        (incident.actors.len(), "actor"),
        (incident.sources.len(), "source"),
        (incident.relations.len(), "relation"),
        (incident.statements.len(), "statement"),
        (incident.events.len(), "event"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .map(|(count, what)| format!("{count} {what}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    let mut line = format!(
        "{}: {}",
        on_one_line(&incident.incident.id),
        counts.join(", ")
    );
    if !imported.work.is_empty() {
        line.push_str(&format!(
            "; {} left to do, also in the file's \"x-to-do\"",
            imported.work.len()
        ));
    }
    files::say(line);
    Ok(ExitCode::SUCCESS)
}

/// `flood.json` keeps aside in `flood.aside.json`.
fn beside(output: &Path) -> Option<PathBuf> {
    (!files::is_pipe(output)).then(|| output.with_extension("aside.json"))
}
