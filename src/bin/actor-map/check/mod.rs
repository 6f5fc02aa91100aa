//! `actor-map check`: everything an editor should know of an incident file before it is published.
//!
//! - `input` – reads the file;
//! - `verdict` – what is to be said of it, in whichever format;
//! - `human`, `json`, `github` – the formats: for people, for programs, for GitHub Actions.

mod github;
pub mod human;
mod input;
mod json;
pub mod verdict;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actor_map::check::{causes, examine, refused, rules, spans};
use actor_map::incident::{Node, Refusal, json as parsing, parse_json, read};
use anyhow::bail;

use crate::files::{self, say};
use crate::saved_texts::{self, Named};
use crate::terminal::{on_one_line, visible};
use crate::{COMMAND_IS_WRONG, DATA_IS_WRONG};
use verdict::{Outcome, Verdict};

const AFTER_HELP: &str = "\
Examples:
  actor-map check incidents/flood.json
  actor-map check incidents/flood.json --sources saved/
  actor-map check incidents/flood.json --source gazette=saved/gazette.txt
  actor-map check incidents/flood.json --all
  actor-map check incidents/flood.json --format github
  actor-map check - < flood.json
  actor-map check incidents/*.json --sources saved/
  actor-map check --rules

The saved text of a source is the file in DIR whose name is the source's \"text\" (or its id, where it
has none), or begins with that followed by \".\" or \"_\". It is plain text in UTF-8; a PDF or Word file
is named, and its quotations are not compared. With --sources, quotations that cannot be compared are an
error (a waiver lets them stand); with --source alone, those of the other sources are a warning.

Exit status:
  0  nothing blocks (there may be warnings)
  1  the data is wrong: the file is refused, something of it is left out, a quotation is not in
     its source, or an editorial rule is broken whose breach is an error
  2  the command is wrong: an unknown option, or a file that cannot be read";

/// What is to be checked.
#[derive(clap::Args)]
#[command(
    after_help = AFTER_HELP,
    override_usage = "actor-map check [OPTIONS] <FILE>...\n       actor-map check --rules"
)]
pub struct Args {
    /// The incident files; "-" reads one from standard input
    #[arg(required_unless_present = "rules", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Check every quotation against the saved texts in this folder
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Check the quotations of one source of the one file against this saved text; may be given several times
    #[arg(long = "source", value_name = "ID=FILE")]
    named: Vec<Named>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Print in full also what only follows from another finding, and goes with it; JSON has it always
    #[arg(long)]
    all: bool,
    /// Print every rule, with its likely cause and what to do (Markdown), and check nothing
    #[arg(long, exclusive = true)]
    rules: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people: one paragraph each, then one line that sums up
    Human,
    /// For programs: one JSON object for each file
    Json,
    /// For GitHub Actions: one annotation each
    Github,
}

/// Checks files and prints what it finds; of several, past those that cannot be read.
///
/// # Errors
/// If a file or folder of the command cannot be read, or the output not written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.rules {
        files::print(rules::page().as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let several = args.files.len() > 1;
    files::check_pipes(&args.files)?;
    if several && !args.named.is_empty() {
        bail!("--source is for one file; of several, --sources DIR has the saved texts");
    }
    let (mut blocked, mut unread) = (0, 0);
    for file in &args.files {
        let verdict = match judge(file, args) {
            Err(error) if several => {
                let error = on_one_line(&format!("{}: {error:#}", file.display()));
                say(error);
                unread += 1;
                continue;
            }
            verdict => verdict?,
        };
        blocked += usize::from(verdict.blocks());
        let mut report = Vec::new();
        match args.format {
            Format::Human => human::print(&verdict, args.all, &mut report)?,
            Format::Json => json::print(&verdict, &mut report)?,
            Format::Github => github::print(&verdict, args.all, &mut report)?,
        }
        if !matches!(args.format, Format::Json) {
            // It is read on a terminal, or in a log that is shown as one.
            report = visible(&String::from_utf8_lossy(&report))
                .into_owned()
                .into_bytes();
        }
        files::print(&report)?;
    }
    if several {
        say(format_args!(
            "{} files: {blocked} not to be published as they are, {unread} could not be read.",
            args.files.len()
        ));
    }
    Ok(ExitCode::from(match (blocked, unread) {
        (_, 1..) => COMMAND_IS_WRONG,
        (1.., _) => DATA_IS_WRONG,
        _ => 0,
    }))
}

fn judge(file: &Path, args: &Args) -> anyhow::Result<Verdict> {
    let input = input::read(file)?;
    let name = if file == Path::new("-") {
        "standard input".to_owned()
    } else {
        file.display().to_string()
    };
    let refuse = |refusal, node: Option<&Node>| refusal_of(&name, &input.bytes, node, refusal);
    if let Err(refusal) = input.check_size() {
        return Ok(refuse(refusal, None));
    }
    let parsed =
        parsing::decode(&input.bytes).and_then(|text| parse_json(text).map(|node| (text, node)));
    let (text, node) = match parsed {
        Ok(parsed) => parsed,
        Err(refusal) => return Ok(refuse(refusal, None)),
    };
    let reading = match read(&node) {
        Ok(reading) => reading,
        Err(refusal) => return Ok(refuse(refusal, Some(&node))),
    };
    let quotes = if args.sources.is_some() || !args.named.is_empty() {
        let sources = &reading.incident.sources;
        let saved = saved_texts::find(sources, args.sources.as_deref(), &args.named)?;
        Some(saved.verify(&reading.incident))
    } else {
        None
    };
    let mut examined = examine(&node, &reading, quotes.as_ref());
    spans::locate(text, &mut examined);
    causes::trace(text, &node, &mut examined);
    Ok(Verdict {
        file: name,
        examined,
        outcome: Outcome::Read {
            incident: Box::new(reading.incident),
            quotes,
        },
    })
}

/// What is to be said of a file that is refused, with its tree if it has one.
fn refusal_of(file: &str, bytes: &[u8], node: Option<&Node>, refusal: Refusal) -> Verdict {
    let mut examined = refused(&refusal);
    if let Ok(text) = std::str::from_utf8(bytes) {
        spans::locate(text, &mut examined);
        if let Some(node) = node {
            causes::trace(text, node, &mut examined);
        }
    }
    let position = spans::refused_at(bytes, &refusal);
    Verdict {
        file: file.to_owned(),
        examined,
        outcome: Outcome::Refused { refusal, position },
    }
}
