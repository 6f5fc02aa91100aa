//! Running tools: every child gets a process group of its own, and no group outlives this program.
//!
//! `cargo`, `trunk` and the browser tests start processes themselves (compilers, drivers, browsers). A signal
//! to one child would leave those behind, so signals go to its whole group: first a request to stop, which the
//! browser tests use to close their sessions, and after [`GRACE`] or at a second Ctrl-C the end.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How long children may take to clean up after a request to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Set once a signal to stop has come.
static STOPPING: AtomicBool = AtomicBool::new(false);

/// Process groups that this program started and that still run.
static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// Passes Ctrl-C, a request to terminate and a hang-up on to the running children.
///
/// # Errors
/// When the handler cannot be installed.
pub fn forward_signals() -> Result<()> {
    ctrlc::set_handler(|| {
        if STOPPING.swap(true, Ordering::SeqCst) {
            end_groups(Ending::Now);
            return;
        }
        end_groups(Ending::Asked);
        thread::spawn(|| {
            thread::sleep(GRACE);
            end_groups(Ending::Now);
        });
    })
    .context("cannot listen for Ctrl-C")
}

/// Runs a command to its end, its output going to the terminal.
///
/// # Errors
/// When it cannot be started, fails, or was stopped by a signal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a command to its end, its output going to the terminal; says how it ended.
///
/// # Errors
/// When it cannot be started or was stopped by a signal.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    let child = start(command)?;
    finish(child, command)
}

/// Like [`status`], handing every line of standard output to `each_line` as well as to the terminal.
///
/// # Errors
/// When it cannot be started or was stopped by a signal.
pub fn tee(command: &mut Command, mut each_line: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = start(command.stdout(Stdio::piped()))?;
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).unwrap_or(0) > 0 {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            each_line(text.trim_end());
            line.clear();
        }
    }
    finish(child, command)
}

/// Runs a command to its end and gives how it ended, and what it printed on standard output.
///
/// # Errors
/// When it cannot be started or was stopped by a signal.
pub fn hear(command: &mut Command) -> Result<(ExitStatus, String)> {
    let mut child = start(command.stdout(Stdio::piped()))?;
    let mut printed = Vec::new();
    if let Some(mut output) = child.stdout.take() {
        output
            .read_to_end(&mut printed)
            .context("lost its output")?;
    }
    let status = finish(child, command)?;
    Ok((status, String::from_utf8_lossy(&printed).into_owned()))
}

/// Asks whatever was started and still runs to end.
pub fn end_the_rest() {
    end_groups(Ending::Asked);
}

/// Ends the run in order if a signal to stop has come.
///
/// # Errors
/// When one has.
pub fn stop_if_asked() -> Result<()> {
    if STOPPING.load(Ordering::SeqCst) {
        bail!("stopped");
    }
    Ok(())
}

/// What a command prints on standard output, or `None` if it cannot be started or fails. For short questions
/// such as `--version`.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn start(command: &mut Command) -> Result<Child> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    // Locked until the child is in the list: a signal in between would leave it behind.
    let mut groups = groups();
    stop_if_asked()?;
    // A background group that reads the terminal would be halted by it.
    let child = command
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    groups.push(child.id());
    Ok(child)
}

fn finish(mut child: Child, command: &Command) -> Result<ExitStatus> {
    let status = child
        .wait()
        .with_context(|| format!("lost `{}`", shown(command)))?;
    groups().retain(|group| *group != child.id());
    if STOPPING.load(Ordering::SeqCst) {
        // Whatever the child left behind in its group goes with it.
        end_group(child.id(), Ending::Now);
    }
    stop_if_asked()?;
    Ok(status)
}

fn groups() -> std::sync::MutexGuard<'static, Vec<u32>> {
    GROUPS
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[derive(Clone, Copy)]
enum Ending {
    Asked,
    Now,
}

fn end_groups(ending: Ending) {
    for group in groups().iter() {
        end_group(*group, ending);
    }
}

#[cfg(unix)]
fn end_group(group: u32, ending: Ending) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let signal = match ending {
        Ending::Asked => Signal::TERM,
        Ending::Now => Signal::KILL,
    };
    if let Some(pid) = i32::try_from(group).ok().and_then(Pid::from_raw) {
        // A group that is already gone is what we want.
        let _ = kill_process_group(pid, signal);
    }
}

/// Elsewhere a console passes Ctrl-C to every process on it, so there is nothing to forward.
#[cfg(not(unix))]
fn end_group(_group: u32, _ending: Ending) {}
