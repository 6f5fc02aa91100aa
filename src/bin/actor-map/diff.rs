//! `actor-map diff`: what changed between two versions of an incident.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actor_map::check::{self, Examined, spans};
use actor_map::exchange::difference::{Correcting, compare, shown, with_correction};
use actor_map::exchange::{Finding, date_of_option, sound};
use actor_map::incident::{Node, PartialDate, Severity, json, parse_json, read};
use anyhow::bail;

use crate::check::human;
use crate::check::verdict::counted;
use crate::terminal::on_one_line;
use crate::{DATA_IS_WRONG, files};

const AFTER_HELP: &str = "\
Examples:
  actor-map diff flood.old.json flood.json
  actor-map diff flood.old.json flood.json --write-correction=\"An earlier version named another month.\"
  git show HEAD:flood.json | actor-map diff - flood.json

Reworded texts show what went as [-words-] and what came as {+words+}: what is told is for editors, and has notes of the
newsroom's own. A correction is for readers, so its words are yours. Of an older version with errors, what was left of it is
compared, as readers were shown it.

Exit status:
  0  the changes are told, if there are any (and the correction is written)
  1  the data is wrong: the newer version has errors, the older cannot be read, or nothing changed that readers see
  2  the command is wrong: an unknown option, a correction without words, or a file that cannot be read or written";

/// What is to be compared.
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The older version; "-" reads standard input
    older: PathBuf,
    /// The newer version
    newer: PathBuf,
    /// Write a correction with these words into the newer version: what was wrong and what is right, for readers
    #[arg(long, value_name = "TEXT", num_args = 0..=1, default_missing_value = "")]
    write_correction: Option<String>,
    /// The day of the correction; by default today (UTC)
    #[arg(long, value_name = "DATE", value_parser = date_of_option, requires = "write_correction")]
    date: Option<PartialDate>,
}

/// Compares, tells, and writes the correction if it is asked for.
///
/// # Errors
/// If a file of the command cannot be read or written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.write_correction.is_some() && files::is_pipe(&args.newer) {
        bail!("a correction is written into the newer version, which must be a file");
    }
    files::check_pipes([&args.older, &args.newer])?;
    let older = match files::read(&args.older)?.and_then(|bytes| shown_of(&bytes, &args.older)) {
        Ok(older) => older,
        Err(findings) => return Ok(files::refuse(&findings, &args.older)),
    };
    let newer = files::read(&args.newer)?.and_then(|bytes| {
        let read = sound(&bytes)?;
        let text = json::decode(&bytes).map_err(Finding::of_refusal)?;
        Ok((read.tree, text.to_owned()))
    });
    let (newer, text) = match newer {
        Ok(newer) => newer,
        Err(findings) => return Ok(files::refuse(&findings, &args.newer)),
    };
    let changes = compare(&older, &newer);
    let lines = changes.iter().map(|change| on_one_line(&change.words));
    let last = match changes.len() {
        0 => "Nothing changed.".to_owned(),
        1 => "1 change.".to_owned(),
        count => format!("{count} changes."),
    };
    let told: String = lines.chain([last]).map(|line| line + "\n").collect();
    files::print(told.as_bytes())?;
    let Some(words) = &args.write_correction else {
        return Ok(ExitCode::SUCCESS);
    };
    if !changes.iter().any(|change| change.seen) {
        let why = if changes.is_empty() {
            ""
        } else {
            "Readers see nothing of what changed. "
        };
        files::say(format_args!(
            "{why}There is nothing to correct; nothing was written."
        ));
        return Ok(ExitCode::from(DATA_IS_WRONG));
    }
    if words.trim().is_empty() {
        bail!(
            "a correction wants words for readers, in the incident's language: what was wrong and what is right. Write them behind the option: --write-correction=\"We misquoted …\". What is told above is for editors, and is not published"
        );
    }
    let correcting = Correcting {
        date: args
            .date
            .or_else(actor_map::exchange::today)
            .unwrap_or_default(),
        text: words.trim().to_owned(),
    };
    match with_correction(&text, &changes, &correcting) {
        Ok(written) if written == text => {
            files::say("The correction is there already; nothing was written.");
            Ok(ExitCode::SUCCESS)
        }
        Ok(written) => {
            files::write(&args.newer, written.as_bytes())?;
            files::say(format_args!(
                "Wrote the correction of {} into {}.",
                correcting.date,
                args.newer.display()
            ));
            Ok(ExitCode::SUCCESS)
        }
        Err(findings) => Ok(files::refuse(&findings, &args.newer)),
    }
}

/// What readers were shown of the older version: it may have errors, with which it is published all the same. They are told.
fn shown_of(bytes: &[u8], path: &Path) -> Result<Node, Vec<Finding>> {
    let text = json::decode(bytes).map_err(Finding::of_refusal)?;
    let tree = parse_json(text).map_err(Finding::of_refusal)?;
    let reading = read(&tree).map_err(Finding::of_refusal)?;
    if reading.errors == 0 {
        return Ok(tree);
    }
    let errors = reading.problems.iter();
    let errors = errors.filter(|problem| problem.severity == Severity::Error);
    let mut examined = Examined {
        findings: errors.map(check::Finding::from).collect(),
        ..Examined::default()
    };
    spans::locate(text, &mut examined);
    let file = files::shown(path);
    for finding in &examined.findings {
        files::say(human::line(&file, finding));
    }
    files::say(format_args!(
        "note: {file} has {}. What readers were shown is compared: what is left of it without what is faulty.",
        counted(reading.errors, "error", "errors")
    ));
    Ok(shown(&tree, &reading.incident))
}
