/** Waiting: until something is painted, and until the page has had its turn. */

/**
 * Resolves after the next paint, once the browser has nothing more urgent to do, but some 50 ms later at the latest; in a
 * hidden tab, where nothing is painted, soon.
 */
export function painted() {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve, 0);
    else {
      requestAnimationFrame(() => (self.requestIdleCallback ?? setTimeout)(resolve, { timeout: 50 }));
      // A tab that is hidden before the frame comes gets none.
      setTimeout(resolve, 250);
    }
  });
}

/**
 * Resolves in a task of its own, after what waits already. Not with `scheduler.yield`: that goes before the page's own
 * tasks, and not after a timer, which a hidden tab keeps for a second.
 */
export function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}
