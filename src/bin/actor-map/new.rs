//! `actor-map new`: a first incident, by the fewest questions.

use std::io::{self, BufRead};
use std::path::PathBuf;
use std::process::ExitCode;

use actor_map::exchange::starter::{Start, starter};
use actor_map::exchange::{sheets, sound, tree};
use actor_map::incident::PartialDate;
use anyhow::{Context, bail};

use crate::{export, files};

const AFTER_HELP: &str = "\
Examples:
  actor-map new                                  asks, and writes what it is told
  actor-map new -o flood.json --title \"The flood\"  asks nothing
  actor-map new --sheets sheets/ --title \"The flood\" the same as sheets, for a spreadsheet program

The starter holds one worked example of each record and passes `actor-map check`.

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
    /// The incident's title; with it, nothing is asked
    #[arg(long)]
    title: Option<String>,
    /// The incident's id; by default made of the title
    #[arg(long)]
    id: Option<String>,
    /// The language the file is written in (BCP 47)
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// When the incident became public: 2030, 2030-05 or 2030-05-02
    #[arg(long, value_name = "DATE", value_parser = files::date)]
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
        export::write_sheets(&sheets::write(&read.tree)?, folder)?;
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

fn start(args: &Args) -> anyhow::Result<Start> {
    let asks = args.title.is_none();
    let mut answers = io::stdin().lock();
    let mut ask = |question: &str, default: &str| -> anyhow::Result<String> {
        if !asks {
            return Ok(default.to_owned());
        }
        match default {
            "" => files::put(format_args!("{question}: ")),
            _ => files::put(format_args!("{question} [{default}]: ")),
        }
        let mut answer = String::new();
        answers
            .read_line(&mut answer)
            .context("cannot read the answer")?;
        let answer = answer.trim();
        Ok(if answer.is_empty() { default } else { answer }.to_owned())
    };
    let title = match &args.title {
        Some(title) => title.clone(),
        None => ask("What is the incident called", "")?,
    };
    if title.trim().is_empty() {
        bail!("an incident needs a title; give it with --title \"…\"");
    }
    let mut start = Start::new(title.trim());
    start.id = match &args.id {
        Some(id) => id.clone(),
        None => ask(
            "Its id, for links (small letters, digits, hyphens)",
            &start.id,
        )?,
    };
    start.language = match &args.language {
        Some(language) => language.clone(),
        None => ask("The language you write in", &start.language)?,
    };
    start.disclosed = match args.disclosed {
        Some(date) => Some(date),
        None => match ask(
            "When did it become public (2030, 2030-05 or 2030-05-02; empty if open)",
            "",
        )?
        .as_str()
        {
            "" => None,
            typed => Some(files::date(typed).map_err(anyhow::Error::msg)?),
        },
    };
    start.publisher = match &args.publisher {
        Some(publisher) => publisher.clone(),
        None => ask("The outlet of your first source", &start.publisher)?,
    };
    Ok(start)
}
