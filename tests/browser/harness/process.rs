//! The drivers and the display as child processes, each with a process group of its own (a driver starts a
//! browser), all of them ended with the tests.

use std::process::{Child, Command};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};

/// The children that run; none once they have been ended, after which nothing is started any more.
static CHILDREN: Mutex<Option<Vec<Child>>> = Mutex::new(Some(Vec::new()));

/// Starts a child that [`end_children`] will end. Hands it over once for its pipes.
///
/// # Errors
/// When it cannot be started, or the tests are being ended.
pub fn start<T>(command: &mut Command, take: impl FnOnce(&mut Child) -> T) -> Result<T> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    // Locked until the child is in the list: a signal in between would leave it behind.
    let mut children = children();
    let running = children.as_mut().context("the tests are being ended")?;
    let mut child = command
        .spawn()
        .with_context(|| format!("cannot start {}", command.get_program().to_string_lossy()))?;
    let taken = take(&mut child);
    running.push(child);
    Ok(taken)
}

/// Ends every child and what it started, newest first.
pub fn end_children() {
    let running = children().take().unwrap_or_default();
    for mut child in running.into_iter().rev() {
        #[cfg(unix)]
        if let Some(group) = i32::try_from(child.id())
            .ok()
            .and_then(rustix::process::Pid::from_raw)
        {
            // Already gone is as good.
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// On Ctrl-C or a request to terminate: ends the children, then this process.
pub fn end_children_on_signals() {
    ctrlc::set_handler(|| {
        end_children();
        std::process::exit(130);
    })
    .expect("only one handler is set");
}

fn children() -> MutexGuard<'static, Option<Vec<Child>>> {
    CHILDREN.lock().unwrap_or_else(PoisonError::into_inner)
}
