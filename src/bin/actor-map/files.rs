//! Reading and writing for the commands: `-` is the pipe, what is told goes to standard error, and a file is replaced
//! only once its successor is whole.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actor_map::exchange::{Finding, MAX_INPUT_BYTES};
use anyhow::{Context, bail};

use crate::DATA_IS_WRONG;
use crate::terminal::{on_one_line, visible};

/// Whether a path stands for standard input or output.
pub fn is_pipe(path: &Path) -> bool {
    path == Path::new("-")
}

/// Refuses to read standard input for several of the files a command names.
///
/// # Errors
/// If more than one of them is "-".
pub fn check_pipes<'p>(files: impl IntoIterator<Item = &'p PathBuf>) -> anyhow::Result<()> {
    let pipes = files.into_iter().filter(|file| is_pipe(file)).count();
    if pipes > 1 {
        bail!(
            "standard input can be read only once, and \"-\" stands {pipes} times among the files"
        );
    }
    Ok(())
}

/// The bytes of a file or of standard input.
///
/// # Errors
/// If it cannot be read.
pub fn read(path: &Path) -> anyhow::Result<Result<Vec<u8>, Vec<Finding>>> {
    let input: Box<dyn Read> = if is_pipe(path) {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).with_context(|| format!("cannot read {}", path.display()))?)
    };
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_INPUT_BYTES).unwrap_or(u64::MAX);
    input
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {}", path.display()))?;
    if bytes.len() > MAX_INPUT_BYTES {
        return Ok(Err(vec![Finding::error(
            "limit",
            path.display().to_string(),
            format!("The file has more than {MAX_INPUT_BYTES} bytes; no more are read."),
            "Is it the right file? Incidents and threat reports hold words only.",
        )]));
    }
    Ok(Ok(bytes))
}

/// Writes to standard output. Where whoever reads has read enough and gone (`| head`), nothing is wrong.
///
/// # Errors
/// If it cannot be written otherwise.
pub fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        printed => printed.context("cannot write to standard output"),
    }
}

/// Writes a file or to standard output. A file that is there already is replaced as a whole or not at all, and keeps its
/// owner and permissions; of a link, what it leads to is replaced.
///
/// # Errors
/// If it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    if is_pipe(path) {
        return print(bytes);
    }
    if path.is_dir() {
        bail!("{} is a folder; name a file", path.display());
    }
    // A device or a pipe by name cannot be replaced, and a link to nothing should not be.
    let in_place = if path.exists() {
        !path.is_file()
    } else {
        path.is_symlink()
    };
    if in_place {
        return fs::write(path, bytes).with_context(cannot);
    }
    replace(path, bytes).with_context(cannot)
}

/// Keeps what a file holds in one beside it, as readable as that: `flood.json.bak`, or `flood.json.2.bak` where the first has
/// something else. Says which.
///
/// # Errors
/// If it cannot be read, or that one not written.
pub fn keep(path: &Path) -> anyhow::Result<PathBuf> {
    let cannot = || format!("cannot keep what is in {}", path.display());
    let bytes = fs::read(path).with_context(cannot)?;
    let mut number = 1_u32;
    loop {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(match number {
            1 => ".bak".to_owned(),
            number => format!(".{number}.bak"),
        });
        let beside = path.with_file_name(name);
        // A link to nothing is in the way, too.
        if beside.symlink_metadata().is_err() {
            fs::copy(path, &beside).with_context(cannot)?;
            return Ok(beside);
        }
        if fs::read(&beside).is_ok_and(|kept| kept == bytes) {
            return Ok(beside);
        }
        number += 1;
    }
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    // One that may not be written may not be replaced either, though its folder would allow it.
    let old = match File::options().append(true).open(&file) {
        Ok(old) => Some(old.metadata()?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = file.with_file_name(name);
    let written = begin(&part, old.as_ref())
        .and_then(|mut begun| begun.write_all(bytes))
        .and_then(|()| fs::rename(&part, &file));
    if written.is_err() {
        // What is left of the attempt is of no use to anybody.
        let _ = fs::remove_file(&part);
    }
    written
}

/// A new file as readable as the one it will replace, before anything is in it that others may not read.
fn begin(part: &Path, old: Option<&Metadata>) -> io::Result<File> {
    let begun = File::create(part)?;
    if let Some(old) = old {
        keep_owner(&begun, old);
        begun.set_permissions(old.permissions())?;
    }
    Ok(begun)
}

/// The superuser, as in a container, leaves a file to whom it belongs; others may keep its group at most.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let group = Some(old.gid());
    let _ = fchown(file, Some(old.uid()), group).or_else(|_| fchown(file, None, group));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

/// Tells a line on standard error, made fit for a terminal. Nothing can be done about one that is closed or full; how the command ends stands anyhow.
pub fn say(line: impl fmt::Display) {
    put(format_args!("{line}\n"));
}

/// The same, and stays on the line.
pub fn put(text: impl fmt::Display) {
    let text = text.to_string();
    let _ = write!(io::stderr().lock(), "{}", visible(&text));
}

/// Tells what is wrong with the data, and that nothing was written.
pub fn refuse(findings: &[Finding], input: &Path) -> ExitCode {
    tell(findings);
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let counted = if errors == 1 {
        "1 error".to_owned()
    } else {
        format!("{errors} errors")
    };
    let input = on_one_line(&shown(input));
    say(format_args!("{input}: {counted}; nothing was written."));
    ExitCode::from(DATA_IS_WRONG)
}

/// Tells what was found, errors first.
pub fn tell(findings: &[Finding]) {
    let (errors, warnings): (Vec<_>, Vec<_>) =
        findings.iter().partition(|finding| finding.is_error());
    for finding in errors.into_iter().chain(warnings) {
        say(format_args!("{}\n", on_one_line(&finding.to_string())));
    }
}

/// A path for people.
pub fn shown(path: &Path) -> String {
    if is_pipe(path) {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    }
}
