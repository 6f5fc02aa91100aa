//! Long work in pieces: an `async fn` that pauses wherever somebody else may want the thread.
//!
//! A page's thread is also the one that answers its reader. So what takes longer than a frame (a layout, the building of
//! a map) is written as it would be anyway, with a [`pause`] between its pieces, and the compiler makes of it what goes on
//! where it left off. In the browser `embed` does piece after piece and lets the page have its turn in between; natively
//! [`at_once`] does them all. Nothing but the pauses waits for anything, so both come to the same bits.

use std::future::Future;
use std::mem::replace;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// The end of a piece of work.
pub fn pause() -> Pause {
    Pause(false)
}

/// What is waited for at a [`pause`]: over when it is asked for the second time.
pub struct Pause(bool);

impl Future for Pause {
    type Output = ();

    /// Not copied to each of the places that pause.
    #[inline(never)]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        match replace(&mut self.0, true) {
            false => Poll::Pending,
            true => Poll::Ready(()),
        }
    }
}

/// What comes of work, all its pieces done one after the other.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(done) = go_on(work.as_mut()) {
            return done;
        }
    }
}

/// Does one piece of work; what comes of it, if it was the last. After that it must not be called again.
pub fn go_on<T, Work: Future<Output = T> + ?Sized>(work: Pin<&mut Work>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn sum(numbers: &[u32]) -> u32 {
        let mut sum = 0;
        for number in numbers {
            sum += number;
            pause().await;
        }
        sum
    }

    #[test]
    fn each_pause_ends_a_piece_and_the_sum_is_the_same() {
        assert_eq!(at_once(sum(&[1, 2, 3])), 6);
        let numbers = [1, 2, 3];
        let mut work = pin!(sum(&numbers));
        for _ in numbers {
            assert_eq!(go_on(work.as_mut()), None);
        }
        assert_eq!(go_on(work.as_mut()), Some(6));
    }
}
