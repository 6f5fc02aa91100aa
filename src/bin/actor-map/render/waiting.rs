//! What a terminal shows while the maps of a single file are laid out: that it goes on, for how long, and what would be sooner.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::batch::CLEAR;

/// How long nothing is said, and then between one line and the next.
const EVERY: Duration = Duration::from_secs(2);

/// Tells on standard error, if that is a terminal, until it is dropped; then its line is gone.
pub struct Waiting(Option<(Sender<()>, JoinHandle<()>)>);

impl Waiting {
    /// Begins to tell; `layouts` is the `--seeds` of each map.
    pub fn begin(layouts: u32) -> Self {
        Self(io::stderr().is_terminal().then(|| {
            let (end, ended) = channel();
            // Standard error is not locked meanwhile: what goes wrong may be told.
            let tell = move || tell(&mut io::stderr(), &ended, EVERY, layouts);
            (end, thread::spawn(tell))
        }))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.0.take() {
            drop(end);
            // It tells, and nothing else: there is nothing of it to lose.
            let _ = thread.join();
        }
    }
}

fn tell(out: &mut impl Write, ended: &Receiver<()>, every: Duration, layouts: u32) {
    let mut waited = Duration::ZERO;
    while ended.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
        waited += every;
        let sooner = match layouts {
            0..=4 => "",
            _ => ", --seeds 4 is sooner",
        };
        let seconds = waited.as_secs();
        // Nothing can be done about a standard error that is closed.
        let _ = write!(
            out,
            "{CLEAR}laying out {layouts} maps for each width, {seconds} s so far{sooner}"
        )
        .and_then(|()| out.flush());
    }
    if !waited.is_zero() {
        let _ = write!(out, "{CLEAR}").and_then(|()| out.flush());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_while_it_takes_long_and_leaves_no_line() {
        let told = |layouts: u32, long: bool| {
            let (end, ended) = channel();
            let mut out = Vec::new();
            let told = &mut out;
            thread::scope(|scope| {
                scope.spawn(move || tell(told, &ended, Duration::from_millis(20), layouts));
                thread::sleep(Duration::from_millis(if long { 200 } else { 0 }));
                drop(end);
            });
            String::from_utf8_lossy(&out).into_owned()
        };
        let long = told(32, true);
        assert!(
            long.contains("laying out 32 maps for each width, 0 s so far, --seeds 4 is sooner")
        );
        assert!(long.ends_with(CLEAR), "{long:?}");
        assert!(!told(4, true).contains("sooner"));
        assert_eq!(told(32, false), "");
    }
}
