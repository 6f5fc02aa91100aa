//! `actor-map new`: a first incident, by the fewest questions.

use std::io::{self, BufRead};
use std::path::PathBuf;
use std::process::ExitCode;

use actor_map::exchange::starter::{NO_ID, Start, starter};
use actor_map::exchange::{date_of_option, sheets, sound, tree};
use actor_map::incident::PartialDate;
use anyhow::{Context, bail};

use crate::{export, files};

const AFTER_HELP: &str = "\
Examples:
  actor-map new                                  asks, and writes what it is told
  actor-map new -o flood.json --title \"The flood\"  asks nothing
  actor-map new --sheets sheets/ --title \"The flood\" the same as sheets, for a spreadsheet program
  actor-map new --sheets sheets/ --separator semicolon  for Czech or German Excel

The starter holds one worked example of each record. `actor-map check` finds nothing wrong with it, and names every text of it
that still stands (example-text).

Exit status:
  0  it is written
  1  what was answered makes no sound file
  2  the command is wrong: a title is missing, or the file is there already (--force replaces it)";

/// What to begin with.
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The incident file to write; "-" prints it; by default the incident's id and .json
    #[arg(short, long, value_name = "FILE", conflicts_with = "sheets")]
    output: Option<PathBuf>,
    /// Write sheets (CSV) into this folder, or zip file, instead
    #[arg(long, value_name = "DIR")]
    sheets: Option<PathBuf>,
    /// What stands between the cells of sheets. Where a spreadsheet puts whole rows into column A, it wants the other one
    #[arg(long, value_name = "SEPARATOR", requires = "sheets")]
    separator: Option<export::Separator>,
    /// The incident's title; with it, nothing is asked
    #[arg(long)]
    title: Option<String>,
    /// The incident's id; by default made of the title
    #[arg(long)]
    id: Option<String>,
    /// The language the file is written in (BCP 47)
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// When the incident became public: 2030, 2030-05, 2030-05-02 or, as in sheets, "2. 5. 2030"
    #[arg(long, value_name = "DATE", value_parser = date_of_option)]
    disclosed: Option<PartialDate>,
    /// The outlet of your first source
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

/// Asks what is not given, and writes the starter.
///
/// # Errors
/// If there is no title, or the file cannot be written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let start = start(args)?;
    let file = tree::pretty(&starter(&start));
    let read = match sound(file.as_bytes()) {
        Ok(read) => read,
        Err(findings) => return Ok(files::refuse(&findings, "your answers".as_ref())),
    };
    if let Some(folder) = &args.sheets {
        if folder.exists() && !args.force {
            bail!("{} is there already; --force replaces it", folder.display());
        }
        let separator = args.separator.unwrap_or_default().into();
        export::write_sheets(&sheets::write(&read.tree, separator)?, folder)?;
        files::say(format_args!(
            "Wrote {0}. Fill in the sheets, then: actor-map import csv {0} -o {1}.json",
            folder.display(),
            start.id
        ));
        return Ok(ExitCode::SUCCESS);
    }
    let output = args
        .output
        .clone()
        .unwrap_or_else(|| PathBuf::from(format!("{}.json", start.id)));
    if !files::is_pipe(&output) && output.exists() && !args.force {
        bail!("{} is there already; --force replaces it", output.display());
    }
    files::write(&output, file.as_bytes())?;
    if !files::is_pipe(&output) {
        files::say(format_args!(
            "Wrote {0}. Replace its examples by your own, then: actor-map check {0}",
            output.display()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// What to begin with: as the command says, else as it is answered.
fn start(args: &Args) -> anyhow::Result<Start> {
    let asks = args.title.is_none();
    let title = match &args.title {
        Some(title) => title.clone(),
        None => ask("What is the incident called", "", |answer| {
            if answer.is_empty() {
                return Err("an incident needs a title".to_owned());
            }
            judged(Start::new(answer), answer.to_owned())
        })?,
    };
    if title.trim().is_empty() {
        bail!("an incident needs a title; give it with --title \"…\"");
    }
    let mut start = Start::new(title.trim());
    // Each is put into a file of its own, so that a slip is told while it can be answered anew.
    let base = start.clone();
    let fit = |answer: &str, put: fn(&mut Start, String)| {
        let mut start = base.clone();
        put(&mut start, answer.to_owned());
        judged(start, answer.to_owned())
    };
    let or_asked = |given: &Option<String>, question: &str, default: &str, put| match given {
        Some(given) => Ok(given.clone()),
        None if asks => ask(question, default, |answer| fit(answer, put)),
        None => Ok(default.to_owned()),
    };
    start.id = or_asked(
        &args.id,
        "Its id, for links (small letters, digits, hyphens)",
        &start.id,
        |start, id| start.id = id,
    )?;
    if !asks && args.id.is_none() && start.id == NO_ID {
        files::say(format_args!(
            "The title has no letter from a to z and no digit to make an id of, so the incident is called {NO_ID:?}. Files and links \
             are named after it, and two incidents of one id take each other's: name its own with --id, such as --id \
             harbour-breach."
        ));
    }
    start.language = or_asked(
        &args.language,
        "The language you write in",
        &start.language,
        |start, language| start.language = language,
    )?;
    start.disclosed = match args.disclosed {
        None if asks => ask(
            "When did it become public (2030, 2030-05 or 2030-05-02; empty if open)",
            "",
            |answer| match answer {
                "" => Ok(None),
                typed => date_of_option(typed).map(Some),
            },
        )?,
        given => given,
    };
    start.publisher = or_asked(
        &args.publisher,
        "The outlet of your first source",
        &start.publisher,
        |start, publisher| start.publisher = publisher,
    )?;
    Ok(start)
}

/// An answer, if the starter it makes is sound; else why it is not.
fn judged(start: Start, answer: String) -> Result<String, String> {
    match sound(tree::pretty(&starter(&start)).as_bytes()) {
        Ok(_) => Ok(answer),
        Err(findings) => {
            let errors = findings.iter().find(|finding| finding.is_error());
            Err(errors.map_or_else(String::new, |finding| {
                format!("{} {}", finding.message, finding.advice)
            }))
        }
    }
}

/// Asks until the answer can be used; nothing is the default.
fn ask<T>(
    question: &str,
    default: &str,
    judge: impl Fn(&str) -> Result<T, String>,
) -> anyhow::Result<T> {
    loop {
        match default {
            "" => files::put(format_args!("{question}: ")),
            _ => files::put(format_args!("{question} [{default}]: ")),
        }
        let mut answer = String::new();
        let read = io::stdin()
            .lock()
            .read_line(&mut answer)
            .context("cannot read the answer")?;
        let answer = match answer.trim() {
            "" => default,
            answer => answer,
        };
        match judge(answer) {
            Ok(answer) => return Ok(answer),
            // Nobody answers any more.
            Err(why) if read == 0 => bail!("{why}"),
            Err(why) => files::say(why.trim()),
        }
    }
}
