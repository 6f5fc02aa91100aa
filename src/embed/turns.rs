//! When the view's effects run: at the end of each call from JavaScript, before it returns.
//!
//! Leptos' effects are futures that wait for their signals. The usual executor wakes them in a microtask, with some
//! 3 KB of promises and wakers in the module; but signals change only in calls of the embed, so each call that changes
//! one ends with [`take`], the page is painted when it returns, and a trap has our own call on the stack.

use std::cell::RefCell;
use std::task::{Context, Waker};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};

thread_local! {
    /// The futures of all effects of the page.
    static WAITING: RefCell<Vec<PinnedLocalFuture<()>>> = const { RefCell::new(Vec::new()) };
}

struct Turns;

impl CustomExecutor for Turns {
    fn spawn(&self, future: PinnedFuture<()>) {
        self.spawn_local(future);
    }

    fn spawn_local(&self, future: PinnedLocalFuture<()>) {
        WAITING.with_borrow_mut(|waiting| waiting.push(future));
    }

    fn poll_local(&self) {
        // An effect that runs may make effects, so the list is not held meanwhile.
        let mut waiting = WAITING.take();
        let mut context = Context::from_waker(Waker::noop());
        waiting.retain_mut(|future| future.as_mut().poll(&mut context).is_pending());
        WAITING.with_borrow_mut(|made| {
            waiting.append(made);
            *made = waiting;
        });
    }
}

/// Has Leptos hand its effects over to this module.
pub fn set_up() {
    // Fails only if it is done already, by an earlier widget of the page.
    let _ = Executor::init_local_custom_executor(Turns);
}

/// Runs the effects whose signals have changed.
pub fn take() {
    Executor::poll_local();
}
