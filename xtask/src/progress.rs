//! One line of progress for everything that takes a while: what is waited for, and about how long.

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Says what happens now, on standard error.
pub fn say(what: &str) {
    eprintln!("[actor-map] {what}");
}

/// Says `what` only if it is still going on after a second. Ends when the returned value is dropped.
pub fn patience(what: &'static str) -> Patience {
    let (done, waiting) = channel::<()>();
    thread::spawn(move || {
        if waiting.recv_timeout(Duration::from_secs(1))
            == Err(std::sync::mpsc::RecvTimeoutError::Timeout)
        {
            say(&format!("{what} …"));
        }
    });
    Patience { _done: done }
}

/// While this lives, [`patience`] waits.
pub struct Patience {
    _done: Sender<()>,
}

/// Time since `start` in words: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn since(start: Instant) -> String {
    in_words(start.elapsed())
}

/// A duration in words: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_reads_as_a_person_would_say_it() {
        assert_eq!(in_words(Duration::from_millis(420)), "0.4 s");
        assert_eq!(in_words(Duration::from_secs(12)), "12 s");
        assert_eq!(in_words(Duration::from_secs(185)), "3 min 05 s");
    }
}
