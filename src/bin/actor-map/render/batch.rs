//! The files one after the other on all cores: what fails is told at once and keeps nothing else from being written.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use actor_map::check::rules::{self, Group};
use actor_map::check::{Examined, causes, examine, spans};
use actor_map::incident::{Node, Reading, Severity, json, limits, parse_json, read};
use actor_map::view::edition::for_article;
use actor_map::view::edition::png::Fonts;
use clap::ValueEnum;
use rayon::prelude::*;

use super::address::encoded;
use super::edition::{Job, OEMBED, PAGE, render};
use super::target::Target;
use super::waiting::Waiting;
use super::{Args, Options};
use crate::check::human;
use crate::check::verdict::counted;
use crate::terminal::{on_one_line, visible};
use crate::{COMMAND_IS_WRONG, DATA_IS_WRONG, files, saved_texts};

/// After how many files a long run says where it is, where it cannot redraw a line.
const REPORT_EVERY: usize = 100;

/// Takes what is on a terminal's line away.
pub(super) const CLEAR: &str = "\r\x1b[K";

/// What is said of a file that the program could not cope with.
const MISTAKE: &str = "not rendered, or not in every edition, for a mistake in this program (told above), not in the file. Please report both; \
    a plainer edition, such as `--as text`, may work meanwhile";

/// Why a file was not rendered, or not whole.
struct Trouble {
    /// [`DATA_IS_WRONG`] or [`COMMAND_IS_WRONG`].
    exit: u8,
    /// Whether the edition is written nevertheless.
    written: bool,
    /// How many errors there are in a file that is written nevertheless.
    errors: usize,
    text: String,
}

/// Renders all files. The worst trouble decides on the exit status.
///
/// # Errors
/// None so far: what goes wrong with a file is told with the file.
pub fn run(args: &Args, target: &Target, fonts: Option<&Fonts>) -> anyhow::Result<ExitCode> {
    let start = Instant::now();
    let progress = Progress::new(args.files.len());
    let taken = Mutex::new(BTreeMap::new());
    let each = |file: &PathBuf| {
        let outcome = one(file, || rendered(args, file, target, fonts, &taken));
        progress.done(file, outcome);
    };
    if args.files.len() < rayon::current_num_threads() {
        // All cores lay out the maps of each.
        args.files.iter().for_each(each);
    } else {
        args.files.par_iter().for_each(each);
    }
    Ok(progress.end(start))
}

/// What became of a file.
#[derive(Default)]
struct Outcome {
    /// Lines to tell where it is the only file.
    notes: Vec<String>,
    /// Lines to tell whatever the number of files.
    warnings: Vec<String>,
    /// What went wrong.
    trouble: Option<Trouble>,
}

/// Why a file was not rendered: an exit status, and words.
type Failure = (u8, String);

/// Which file was written where.
type Taken = Mutex<BTreeMap<PathBuf, PathBuf>>;

/// What becomes of one file. What panics is a mistake in this program or a library, told on standard error where it happens; the
/// other files of an archive are rendered nevertheless.
fn one(file: &Path, rendered: impl FnOnce() -> Result<Outcome, Failure>) -> Outcome {
    // What a file shares with others is behind locks, which are whole after a panic ([`lock`]).
    let ended = catch_unwind(AssertUnwindSafe(rendered));
    let ended = ended.unwrap_or_else(|_| Err((COMMAND_IS_WRONG, MISTAKE.to_owned())));
    ended.unwrap_or_else(|(exit, text)| Outcome {
        trouble: Some(Trouble {
            exit,
            written: false,
            errors: 0,
            text: format!("{}: {text}", on_one_line(&file.display().to_string())),
        }),
        ..Outcome::default()
    })
}

fn rendered(
    args: &Args,
    file: &Path,
    target: &Target,
    fonts: Option<&Fonts>,
    taken: &Taken,
) -> Result<Outcome, Failure> {
    let failed = |error: anyhow::Error| {
        let text = on_one_line(&format!("{error:#}"));
        (COMMAND_IS_WRONG, text)
    };
    let bytes = contents(file);
    let bytes = bytes.map_err(|error| (COMMAND_IS_WRONG, format!("cannot be read: {error}")))?;
    let (text, node, reading) = understood(&bytes)?;
    let quotes = args.options.sources.as_deref().map(|folder| {
        let saved = saved_texts::find(&reading.incident.sources, Some(folder), &[])?;
        Ok(saved.verify(&reading.incident))
    });
    let quotes = quotes.transpose().map_err(failed)?;
    let examined = examine(&node, &reading, quotes.as_ref());
    let doubts = doubts(file, &examined, &args.options);
    let trouble = trouble(file, text, &node, &reading, examined);
    let incident = name(&reading.incident.incident.id, file);
    let job = Job {
        story: for_article(reading, args.options.heading_level.unwrap_or(0)),
        text: text.to_owned(),
        file: source_name(file, &incident),
        incident: incident.clone(),
        page: encoded(&target.name(&incident, PAGE, None)),
        oembed: encoded(&target.name(&incident, PAGE, Some(OEMBED))),
        weigh: args.options.weigh || args.files.len() == 1,
    };
    let (mut notes, mut warnings) = (Vec::new(), Vec::from_iter(doubts));
    let mut replaced = Vec::new();
    for kind in &args.kinds {
        // Over before anything is written: standard output may be the same terminal.
        let waiting = (args.files.len() == 1).then(|| Waiting::begin(args.options.seeds));
        let made = render(*kind, &job, &args.options, fonts).map_err(failed)?;
        drop(waiting);
        notes.extend(made.note);
        let edition = kind.to_possible_value();
        let edition = edition.as_ref().map_or("", |value| value.get_name());
        let warned = made.warnings.iter();
        warnings.extend(warned.map(|text| format!("{}: {edition}: {text}.", file.display())));
        for part in made.files {
            if let Some(path) = target.path(&incident, &part) {
                take(taken, path, file)?;
            }
            if let Some(written) = target.write(&incident, &part).map_err(failed)? {
                let path = written.path.display().to_string();
                if written.replaced {
                    replaced.push(path.clone());
                }
                notes.push(path);
            }
        }
    }
    warnings.extend(replacing(file, &incident, &replaced));
    Ok(Outcome {
        notes,
        warnings,
        trouble,
    })
}

/// A file's text, and what was read of it.
fn understood(bytes: &[u8]) -> Result<(&str, Node, Reading), Failure> {
    let understood = json::decode(bytes).and_then(|text| {
        let node = parse_json(text)?;
        let reading = read(&node)?;
        Ok((text, node, reading))
    });
    understood.map_err(|refusal| {
        let problems = refusal.problems.iter().map(ToString::to_string);
        let lines = problems.chain([refusal.to_string()]);
        let lines: Vec<String> = lines.map(|line| on_one_line(&line)).collect();
        (DATA_IS_WRONG, lines.join("\n"))
    })
}

/// Has a file written to a place, where no other one may be.
fn take(taken: &Taken, path: PathBuf, file: &Path) -> Result<(), Failure> {
    let Some(first) = lock(taken).insert(path.clone(), file.to_path_buf()) else {
        return Ok(());
    };
    let why = if first == file {
        "the file is named twice, or the edition in --as"
    } else {
        "two incidents have one id"
    };
    let text = format!(
        "would be written to {}, as {} was: {why}",
        path.display(),
        first.display()
    );
    Err((COMMAND_IS_WRONG, text))
}

/// What is to be said where a file that is not called as its incident replaced editions: nothing in them tells whether they were
/// its own, or those of another file with the same id.
fn replacing(file: &Path, incident: &str, replaced: &[String]) -> Option<String> {
    let is_called_so = file.file_stem().is_some_and(|stem| stem == incident);
    let (name, editions) = (file.display(), replaced.join(", "));
    (!replaced.is_empty() && !is_called_so).then(|| {
        format!(
            "{name}: replaced {editions}. If this was made of another file with the id \"{incident}\", give one of them another id or folder."
        )
    })
}

/// What is to be said where the comparison of quotations that was asked for has warnings, which block nothing.
fn doubts(file: &Path, examined: &Examined, options: &Options) -> Option<String> {
    let folder = options.sources.as_deref()?;
    let of_quotations = examined.findings.iter().filter(|finding| {
        let card = rules::card(finding.rule);
        finding.severity == Severity::Warning
            && card.is_some_and(|card| card.group == Group::Quotations)
    });
    let count = of_quotations.count();
    let (file, folder) = (file.display(), folder.display());
    (count > 0).then(|| {
        format!(
            "{file}: the check has {} about quotations; `actor-map check {file} --sources {folder}` shows them.",
            counted(count, "warning", "warnings")
        )
    })
}

/// What keeps the incident from being published, by the same rules as `actor-map check`.
fn trouble(
    file: &Path,
    text: &str,
    node: &Node,
    reading: &Reading,
    mut examined: Examined,
) -> Option<Trouble> {
    if examined.errors == 0 {
        return None;
    }
    spans::locate(text, &mut examined);
    causes::trace(text, node, &mut examined);
    let file = on_one_line(&file.display().to_string());
    let errors = examined
        .causes()
        .filter(|(_, finding)| finding.severity == Severity::Error);
    let mut lines: Vec<String> = errors
        .map(|(_, finding)| human::line(&file, finding))
        .collect();
    lines.push(format!(
        "{file}: {} by which `actor-map check` blocks the file. {} `actor-map check` says more, and shows warnings.",
        counted(examined.errors, "error", "errors"),
        if examined.left_out > 0 || reading.errors > 0 {
            "What is faulty is left out; the rest is written."
        } else {
            "It is written nevertheless."
        }
    ));
    Some(Trouble {
        exit: DATA_IS_WRONG,
        written: true,
        errors: examined.errors,
        text: lines.join("\n"),
    })
}

/// The incident's id; where the file has none, the file's own name.
fn name(id: &str, file: &Path) -> String {
    let stem = file
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    match (id, stem) {
        ("", Some(stem)) if stem != "-" => stem,
        ("", _) => "incident".into(),
        (id, _) => id.into(),
    }
}

/// What the file is called where pages find it, as a part of its address.
fn source_name(file: &Path, incident: &str) -> String {
    match file.file_name() {
        Some(name) if file != Path::new("-") => encoded(name),
        _ => encoded(format!("{incident}.json").as_ref()),
    }
}

/// The bytes of a file or of standard input, and not many more than may be read.
fn contents(file: &Path) -> io::Result<Vec<u8>> {
    let input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(file)?)
    };
    let mut bytes = Vec::new();
    let most = u64::try_from(limits::MAX_BYTES).unwrap_or(u64::MAX);
    input.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Tells on standard error how far it is, and keeps what went wrong.
struct Progress {
    files: usize,
    terminal: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    done: usize,
    /// How many files were rendered that the check blocks.
    blocked: usize,
    /// How many errors these have.
    errors: usize,
    /// How many were not rendered.
    failed: usize,
    /// The worst exit status so far.
    exit: u8,
}

impl Progress {
    fn new(files: usize) -> Self {
        Self {
            files,
            terminal: io::stderr().is_terminal(),
            state: Mutex::default(),
        }
    }

    fn done(&self, file: &Path, outcome: Outcome) {
        let mut state = lock(&self.state);
        state.done += 1;
        let mut out = io::stderr().lock();
        // Nothing can be done about a standard error that is closed.
        let _ = self.tell(&mut out, &mut state, file, outcome);
    }

    fn tell(
        &self,
        out: &mut impl Write,
        state: &mut State,
        file: &Path,
        outcome: Outcome,
    ) -> io::Result<()> {
        let Outcome {
            notes,
            warnings,
            trouble,
        } = outcome;
        let redraws = self.terminal && self.files > 1;
        if redraws {
            write!(out, "{CLEAR}")?;
        }
        if let Some(Trouble {
            exit,
            written,
            errors,
            text,
        }) = trouble
        {
            state.errors += errors;
            *(if written {
                &mut state.blocked
            } else {
                &mut state.failed
            }) += 1;
            state.exit = state.exit.max(exit);
            writeln!(out, "{}\n", visible(&text))?;
        }
        for warning in warnings {
            writeln!(out, "{}", on_one_line(&warning))?;
        }
        if self.files == 1 {
            for note in notes {
                writeln!(out, "{}", visible(&note))?;
            }
        } else if redraws {
            let file = on_one_line(&file.display().to_string());
            write!(out, "{} of {} {file}", state.done, self.files)?;
        } else if state.done.is_multiple_of(REPORT_EVERY) {
            writeln!(out, "{} of {}", state.done, self.files)?;
        }
        out.flush()
    }

    fn end(&self, start: Instant) -> ExitCode {
        let State {
            blocked,
            errors,
            failed,
            exit,
            ..
        } = *lock(&self.state);
        if self.files > 1 {
            if self.terminal {
                let _ = write!(io::stderr().lock(), "{CLEAR}");
            }
            files::say(format_args!(
                "{} incidents in {:.1} s: {} whole, {blocked} that the check blocks ({}), {failed} not written",
                self.files,
                start.elapsed().as_secs_f64(),
                self.files - blocked - failed,
                counted(errors, "error", "errors")
            ));
        }
        ExitCode::from(exit)
    }
}

/// A lock whose holder panicked is still whole: nothing is changed in steps.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;

    #[test]
    fn a_file_that_makes_the_program_panic_is_told_and_the_next_one_rendered() {
        let files = ["a.json", "b.json"].map(Path::new);
        let outcomes = files.map(|file| {
            one(file, || match file.to_str() {
                Some("a.json") => panic!("for the test"),
                _ => Ok(Outcome::default()),
            })
        });
        let [first, second] = outcomes.map(|outcome| outcome.trouble);
        assert!(second.is_none());
        assert!(first.is_some_and(|trouble| trouble.exit == COMMAND_IS_WRONG
            && !trouble.written
            && trouble.text.starts_with("a.json: not rendered")));
    }
}
