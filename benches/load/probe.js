// Runs in every page before anything else. `PROBE` is what the driver says of the page: the names it must show, whether
// they are in an SVG or on a canvas, and whether a live map takes over.

(() => {
  const { names, kind, live } = globalThis.PROBE;
  const wanted = new Set(names.map(squeezed));
  const probe = (globalThis.probe = { labels: 0, live: 0, shift: 0, tasks: [], clicks: [] });

  const observe = (type, each, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  observe("longtask", ({ startTime, duration }) => probe.tasks.push([startTime, duration]));
  // As Cumulative Layout Shift has it: what a reader caused does not count.
  observe("layout-shift", ({ value, hadRecentInput }) => hadRecentInput || (probe.shift += value));
  observe("event", ({ name, startTime, duration }) => name === "click" && probe.clicks.push([startTime, duration]), { durationThreshold: 16 });

  function squeezed(text) {
    return text.replace(/\s+/g, "");
  }

  /** The name on an actor's label, which may be broken into lines. */
  function written(actor) {
    return squeezed([...actor.querySelectorAll(".name")].map(({ textContent }) => textContent).join(""));
  }

  /** Where the story stands: our shadow root, else the page. */
  const root = () => document.querySelector("actor-map")?.shadowRoot ?? document;
  /** Of several maps the one that shows. */
  const map = () => [...root().querySelectorAll("svg.map")].find(({ clientWidth }) => clientWidth > 0);

  /** The end of the main thread's work on the frame whose requestAnimationFrame calls this. */
  function afterFrame(then) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  }

  /** Where everything stands, if all is there to be read; else nothing. */
  const sights = {
    none: () => document.getElementById("after")?.checkVisibility() && document.readyState !== "loading" && "all",
    canvas: () => globalThis.drawn && JSON.stringify(globalThis.drawn.nodes().map((node) => node.renderedPosition())),
    svg() {
      const actors = [...(map()?.querySelectorAll(".actor") ?? [])];
      if (actors.length < names.length) return "";
      const labels = actors.map((actor) => actor.querySelectorAll(".name"));
      // Before its style is there, text is as black as its box.
      const colour = (element) => getComputedStyle(element).fill;
      if (colour(labels[0][0]) === colour(actors[0].querySelector(".box"))) return "";
      const seen = actors.map(written);
      if (!seen.every((name) => wanted.has(name)) || new Set(seen).size < wanted.size) return "";
      const places = labels.flatMap((lines) => [...lines].map((line) => line.getBoundingClientRect()));
      if (!places.every(({ width, height }) => width * height > 0)) return "";
      return places.map(({ left, top }) => [left, top]).join();
    },
  };

  /** Whether the frame that is about to be made may have everything: what this costs counts as the page's own work. */
  const complete = () => kind !== "svg" || root().querySelectorAll("svg.map .actor").length >= names.length;

  /**
   * All labels visible: the first frame with all of them, unmoved in the one after it. They are looked at when the frame
   * is done, in a task of its own, which is no part of the page's work.
   */
  let before = "";
  function look() {
    if (!complete()) return requestAnimationFrame(look);
    afterFrame((now) => {
      const seen = sights[kind]();
      if (probe.labels && seen && seen === before) return settled();
      if (!seen || seen !== before) {
        probe.labels = seen ? now : 0;
        before = seen;
      }
      requestAnimationFrame(look);
    });
  }
  requestAnimationFrame(look);

  let settled;
  const labelled = new Promise((resolve) => (settled = resolve));
  const ready = !live ? Promise.resolve() : new Promise((resolve) => {
    addEventListener("actor-map-ready", () => resolve((probe.live = performance.now())), { once: true });
  });
  /** Resolves when the page is all that it is going to be. */
  probe.done = Promise.all([labelled, ready]).then(() => (probe.live ||= probe.labels));

  // -------------------------------------------------------------- clicks

  /** The quotations that can be read now. */
  probe.quotes = () =>
    [...root().querySelectorAll("blockquote")].filter((quote) => quote.checkVisibility()).map(({ textContent }) => textContent.slice(1, -1));

  /**
   * Where to click for an actor, told by its name, as a reader tells it; `probe.painted` then resolves with the milliseconds from the click to the end of the
   * frame that shows a quotation which did not show before.
   */
  probe.aim = ({ id, name, quotes }) => {
    const shown = new Set(probe.quotes());
    const fresh = quotes.find((quote) => !shown.has(quote));
    probe.painted = new Promise((resolve) => {
      addEventListener("click", ({ timeStamp }) => {
        const wait = () => {
          // Few are asked whether they show: the question must not cost more where a page has more quotations.
          const all = [...root().querySelectorAll("blockquote")];
          const shows = all.some((quote) => quote.textContent.slice(1, -1) === fresh && quote.checkVisibility());
          if (shows) afterFrame((now) => resolve(now - timeStamp));
          else requestAnimationFrame(wait);
        };
        requestAnimationFrame(wait);
      }, { once: true, capture: true });
    });
    const centre = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });
    if (kind === "canvas") {
      const { left, top } = globalThis.drawn.container().getBoundingClientRect();
      const { x, y } = globalThis.drawn.getElementById(id).renderedPosition();
      return { x: left + x, y: top + y };
    }
    const named = (actor) => written(actor) === squeezed(name);
    return centre([...map().querySelectorAll(".actor")].find(named).querySelector(".box").getBoundingClientRect());
  };
})();
