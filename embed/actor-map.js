/**
 * `<actor-map>`: the entry a page loads. It defines the element, keeps what the newsroom put inside it usable, and
 * fetches the live map when a reader comes near or acts.
 *
 * What needs the program is in `live.js` beside this file. Until a live map stands, and after any failure, the static
 * edition of the declarative shadow root shows, else the element's light children; a control of the static edition
 * answers at once, and the live map goes on from there.
 *
 * **Files.** In a release the names of all files but this one have a hash in them, and of all texts only this one is rewritten
 * to say so. `xtask/src/release.rs` looks for these, each of which has to stand in this file just so, and once (they are not
 * quoted whole here, for in a comment they count, too):
 *
 * - each name in `FILES` and `LARGE`, with `./` before it and in double quotes
 * - the line `const INTEGRITY = ""` with its semicolon, for the hash of the module
 * - the line `const VERSION = "…"` with its semicolon and the version that is in Cargo.toml
 * - `import(`, twice outside of comments: in the npm package bundlers are told there to leave the address alone
 *
 * So what is fetched from here names no file itself, neither in `import … from` nor in `import("…")`: it is given addresses.
 * The exception is what a script imports from `live/` or `large/`: `xtask/minify` joins it with that script, and the release
 * has one file for both. CONTRIBUTING.md says what else a new file needs.
 *
 * **Asked for again.** A browser may remember that the module at an address could not be loaded. So what is asked for once
 * more has another address: the same with something new behind it, which servers pass over. Each that asks adds its own:
 *
 * - here, where one of `FILES` did not come: `?2`, then `?3` …, to all of them, once per attempt of the page
 * - `live/map.js`, where the first of `LARGE` did not come: `?2`, then `?22` …, to all of `LARGE`, for the next map
 * - `large.js`, where another of `LARGE` did not come: `?again` behind that, once for each map
 */

/** Of this file and of all it loads. */
const VERSION = "1.0.0";
/** The files beside this one. Bundlers look for just this form; a release puts names with a hash here. */
const FILES = {
  live: new URL("./live.js", import.meta.url),
  glue: new URL("./wasm/program.js", import.meta.url),
  wasm: new URL("./wasm/program_bg.wasm", import.meta.url),
  style: new URL("./widget.css", import.meta.url),
};
/**
 * What only incidents of very many actors load, in this order: `live/map.js` imports the first, and `#draw` in `large.js` takes
 * the others. They have no names because every page loads this file: with names it is some 15 bytes larger.
 */
const LARGE = [
  new URL("./large.js", import.meta.url),
  new URL("./large-map.js", import.meta.url),
  new URL("./large-worker.js", import.meta.url),
  new URL("./large.css", import.meta.url),
  new URL("./wasm/actor-map-large.js", import.meta.url),
  new URL("./wasm/actor-map-large_bg.wasm", import.meta.url),
];
/** What a release knows of the module's bytes, as `fetch` checks it. */
const INTEGRITY = "";
/** Their folder. Some bundlers put addresses without an origin above. */
const HERE = new URL(".", new URL(FILES.live, location));
const TAG = "actor-map";
/** How long a removed element keeps its state, in ms: a CMS that moves a node removes and adds it in one task. */
const DISCONNECT_GRACE_MS = 10;
/** How long after an element's first failure it tries again by itself, in ms; later it waits for the reader. */
const RETRY_MS = 5000;
/** How far from the window an element begins to load, in CSS px. */
const NEAR = "600px";
/** What a reader does who wants to use the map: every touch, click and key begins with one of these. */
const INTENTS = ["pointerenter", "focusin"];

// ---------------------------------------------------------------- what all elements of a page share

let program = null;
let attempts = 0;
/** What the page's policy refused. */
const refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(event));

/**
 * Loads the program once per page, whatever the number of elements. What failed may be tried again.
 * @returns {Promise<object>} a `Program` of `live.js`
 */
function load() {
  program ??= start();
  program.catch(() => (program = null));
  return program;
}

async function start() {
  const again = attempts++ ? `?${attempts}` : "";
  const url = (part) => FILES[part].href + again;
  const get = async (part, options) => {
    const response = await fetch(url(part), options);
    if (!response.ok) throw new Error(`the server answers ${response.status} for ${url(part)}`);
    return response;
  };
  try {
    // All travel at the same time.
    const [live, glue, style, wasm] = await Promise.all([
      import(url("live")),
      import(url("glue")),
      // Vite's development server makes a script of a style that is not asked for as one.
      get("style", { headers: { accept: "text/css" } }).then((response) => response.text()),
      get("wasm", { integrity: INTEGRITY }),
    ]);
    return await live.start({ glue, wasm, style, large: LARGE });
  } catch (cause) {
    // A cause with a code will not go away, and is not tried again.
    throw Object.assign(new Error(`The map could not start: ${cause.message}. ${cause.advice ?? (await adviceOnLoading())}`), cause);
  }
}

/** What a developer can do about a program that does not arrive. */
async function adviceOnLoading() {
  // A violation is told in a task of its own.
  await new Promise(setTimeout);
  const violation = refused.find(({ blockedURI }) => blockedURI.startsWith(HERE.origin));
  if (violation) {
    const { effectiveDirective: name, originalPolicy } = violation;
    // The directive to add to is the one that the policy has: a more special one, once added, would replace it for all else.
    const stands = [name, name.replace("-elem", ""), "default-src"].find((name) => originalPolicy.includes(name + " "));
    return `Add ${HERE.origin} to ${stands} of the Content-Security-Policy.`;
  }
  if (!navigator.onLine) return "The page is offline.";
  return `Check that all files of ${HERE} are there, of version ${VERSION}.`;
}

/** What the fragment of a permalink begins with. */
const PERMALINK = "#actor-map=";

// ---------------------------------------------------------------- the element

export class ActorMapElement extends HTMLElement {
  static observedAttributes = ["src", "actor"];
  static version = VERSION;
  /** Elements that load when they come near the window. */
  static #near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) (self.requestIdleCallback ?? setTimeout)(target.#begin, { timeout: 4000 });
      }
    },
    { rootMargin: NEAR },
  );

  /*
   * What the fields below hold in each state of an element:
   *
   * | state                        | #connected | #begun | #load, #shown    | #failures | #told: the open actor, or null |
   * |------------------------------|------------|--------|------------------|-----------|--------------------------------|
   * | not in a page yet            | false      | false  | both 0           | 0         | null                           |
   * | waits for a reader           | true       | false  | both 0           | 0         | of the static edition          |
   * | loads                        | true       | true   | #load is 1 ahead | as before | of the static edition          |
   * | live                         | true       | true   | the same         | 0         | of the map                     |
   * | live, another `src` loads    | true       | true   | #load is ahead   | 0         | of the map that still shows    |
   * | failed, will be tried again  | true       | false  | the same         | 1 to 5    | as when it failed              |
   * | failed for good              | true       | true   | the same         | 0 to 6    | as when it failed              |
   * | removed, in its grace        | false      | as before | as before     | as before | as before                      |
   * | removed                      | false      | false  | #load is ahead   | as before | as when it was removed         |
   *
   * An element that is put into a page again after its grace waits for a reader as a new one does, with its numbers as they
   * are; but whenever it has loaded before, another `src` is loaded at once.
   */

  /** The live map, while there is one. */
  #live = null;
  /** What shows while no live map does: the nodes of the static edition, else a `<slot>`. */
  #fallback = null;
  /** The timer of the grace that a removed element has. */
  #disconnecting = 0;
  /** True between the callbacks; an upgrade reports its attributes before it connects. */
  #connected = false;
  /** True from the first load on, until one fails that may be tried again. */
  #begun = false;
  /** How many loads failed since one did not, or since `src` changed. */
  #failures = 0;
  /** Counts loads, so that the answer to an outdated one is dropped. */
  #load = 0;
  /** Which of them what shows is of; another one while a file is on its way. */
  #shown = 0;
  /** The last change of the page's address that named an actor before the map was live. */
  #link;
  /** The actor that was last told to be open. */
  #told = null;
  /** True while `actor` is being reflected, so that our own attribute change is not taken for a request. */
  #reflecting = false;

  get src() { return this.getAttribute("src") ?? ""; }
  set src(value) { this.#set("src", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.#set("theme", value); }
  /** The id of the open actor, or null. */
  get actor() { return this.getAttribute("actor"); }
  set actor(value) { this.#set("actor", value); }
  /** 1 to 6, or 0 for no heading in the page's outline: read when a map is built. */
  get headingLevel() {
    const level = this.getAttribute("heading-level");
    return /^[1-6]$/.test(level) ? +level : 0;
  }
  set headingLevel(value) { this.#set("heading-level", value || null); }

  /**
   * Opens an actor, or closes the open one with null.
   * @returns {boolean} false if the incident has no such actor, or no map is shown.
   */
  select(id) {
    if (typeof (id ?? "") !== "string") return false;
    if (this.#live) return this.#live.select(id);
    const part = id == null ? this.#open()?.parentNode : this.#part(id);
    if (part) {
      part.open = id != null;
      this.#follow();
    }
    return !!(id == null ? this.#fallback : part);
  }

  /** The map as it is shown now, as a picture of its own: SVG, with its colours in it. Empty until there is one. */
  toSVG() {
    return this.#live?.svg() ?? "";
  }

  connectedCallback() {
    // What a page set before there was a definition hides the accessors, until it is set once more.
    for (const [name, value] of Object.entries(this)) {
      delete this[name];
      this[name] = value;
    }
    this.#connected = true;
    if (this.#disconnecting) {
      clearTimeout(this.#disconnecting);
      this.#disconnecting = 0;
      if (this.#begun) return;
    }
    this.#root();
    if (this.actor) this.select(this.actor);
    this.#permalink();
    for (const intent of INTENTS) this.addEventListener(intent, this.#begin);
    addEventListener("hashchange", this.#permalink);
    ActorMapElement.#near.observe(this);
  }

  disconnectedCallback() {
    this.#connected = false;
    this.#disconnecting = setTimeout(() => {
      this.#disconnecting = 0;
      ActorMapElement.#near.unobserve(this);
      removeEventListener("hashchange", this.#permalink);
      this.#begun = false;
      ++this.#load;
      this.#discard();
    }, DISCONNECT_GRACE_MS);
  }

  /** The map's style sheet is of one document and does not come along into another one. */
  adoptedCallback() {
    this.#begun = false;
    this.#discard();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#connected || this.#reflecting) return;
    if (name === "src") {
      this.#failures = 0;
      // An edition, and the plain markup inside the element, tell of the file before: an empty slot takes their place, so that
      // they do not show for another file.
      if (before && this.#fallback[0].localName !== "slot") {
        const slot = document.createElement("slot");
        slot.name = name;
        this.#fallback = [slot];
      }
      if (this.#load) this.#start();
    }
    // For an unknown actor, restore the attribute, unless a file still loading may contain it.
    else if (!this.select(after) && this.#shown === this.#load && (this.#live || this.#told)) this.#reflect(this.#told);
  }

  /** Loads the live map, if that has not been done. */
  #begin = () => {
    if (!this.#begun && this.#connected) this.#start();
  };

  async #start() {
    this.#begun = true;
    const load_ = ++this.#load;
    const isCurrent = () => load_ === this.#load;
    try {
      // The file and the program travel at the same time.
      const inline = this.querySelector(':scope > script[type="application/json"]');
      const file = inline || !this.src ? null : fetch(this.src).catch((cause) => cause);
      const program = await load();
      const json = await program.incident(inline, file, this.src);
      if (!isCurrent()) return;
      const before = this.#live;
      this.#live = await program.show(this, json, before, {
        isCurrent,
        tell: this.#tell,
        opened: this.#opened,
        fail: this.#fail,
      });
      this.#shown = load_;
      this.#failures = 0;
      await this.#live.painted;
      if (!isCurrent()) return;
      this.#live.announce();
      // A permalink moves the page only to an element's first map: after another `src` readers stay where they are.
      if (!before) this.#permalink(this.#link);
    } catch (cause) {
      if (isCurrent()) this.#fail(cause);
    }
  }

  // -------------------------------------------------------------- the static edition

  /** The static edition's part for an actor. */
  #part(id) {
    return this.#fallback && this.shadowRoot.querySelector(`[data-actor="${CSS.escape(id)}"]`)?.closest(".row");
  }

  /** The head of the static edition's open part. */
  #open() {
    return this.shadowRoot?.querySelector(".row[open] > summary");
  }

  /** Tells which part of the static edition is open now. */
  #follow = () => {
    if (!this.#live) this.#opened(this.#open()?.dataset.actor ?? null);
  };

  #listen(root) {
    root.addEventListener("toggle", this.#follow, true);
    root.addEventListener("click", (event) => {
      const hit = !this.#live && event.target.closest?.("[data-seed] .actor, .row > summary");
      if (!hit) return;
      // Names on an edition's map follow each other as the rows do.
      const row = hit.closest(".row") ?? root.querySelectorAll(".row")[[...hit.parentNode.children].indexOf(hit)];
      event.preventDefault();
      row.open = !row.open;
      // Rows that open or close above this one may have moved it out of sight.
      const head = row.firstElementChild;
      head.focus();
      head.scrollIntoView({ block: "nearest" });
    });
    root.addEventListener("keydown", (event) => {
      if (!this.#live && event.key === "Escape") this.#open()?.click();
    });
  }

  /** The shadow root; what it held when we first came is kept as the fallback. */
  #root() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!this.#fallback) {
      if (!root.hasChildNodes()) root.append(document.createElement("slot"));
      this.#fallback = [...root.childNodes];
      this.#listen(root);
    }
    return root;
  }

  // -------------------------------------------------------------- permalinks, failures, telling

  /** Opens what the page's address asks for, if it is of this incident. */
  #permalink = (event) => {
    if (!location.hash.startsWith(PERMALINK)) return;
    if (this.#live) this.#live.follow(location.hash.slice(PERMALINK.length), !event);
    else {
      this.#link = event;
      this.#begin();
    }
  };

  /** Back to what was inside the element; without a static edition a plain sentence stands over it. */
  #fail = (error) => {
    // Invalidate this load, so that a second failure of it is not reported.
    this.#shown = ++this.#load;
    // `code` is one of the codes of `actor-map-error`; an error without one came while loading.
    const { code = "wasm", message, problems = [] } = error;
    const root = this.#root();
    this.#discard();
    if (root.firstChild.localName === "slot") {
      // The cause goes to the console and to the page.
      const sentence = document.createElement("p");
      sentence.part = "message";
      sentence.role = "note";
      sentence.lang = "en";
      sentence.textContent = "The map of this story could not be shown.";
      root.prepend(sentence);
    }
    console.error(`actor-map (${code}): ${message}`);
    this.#tell("actor-map-error", { code, message, problems });
    // What the network refused is tried again: a little later, when the network is back, or when the reader acts. Not for ever,
    // since each time everything is asked for anew.
    if ((!error.code || code === "fetch") && ++this.#failures < 6) {
      this.#begun = false;
      addEventListener("online", this.#begin, { once: true });
      if (this.#failures < 2) setTimeout(this.#begin, RETRY_MS);
    }
  };

  /** Unmounts and goes back to the fallback, with the same actor open. */
  #discard() {
    const open = this.#told;
    const live = this.#live;
    this.#live = null;
    live?.discard();
    // A fallback that shows stays as it is: the reader may be in it.
    if (this.#fallback?.at(-1).parentNode === null) this.shadowRoot.replaceChildren(...this.#fallback);
    if (live && open !== null) this.select(open);
  }

  /** Another actor is open now, or none. */
  #opened = (id) => {
    if (this.actor !== id) this.#reflect(id);
    if (this.#told === id) return;
    this.#told = id;
    this.#tell("actor-map-select", { actor: id });
  };

  #tell = (type, detail) => {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  };

  #reflect(id) {
    this.#reflecting = true;
    this.#set("actor", id);
    this.#reflecting = false;
  }

  #set(name, value) {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

// ---------------------------------------------------------------- one definition per page

/**
 * Pages carry several copies, sometimes of several versions. The newest of those that are there when the page has been
 * parsed defines the element, for all; one that comes later finds it defined and says so if it is of another version.
 */
const NEWEST = Symbol.for(TAG);
if (!(globalThis[NEWEST]?.version.localeCompare(VERSION, "en", { numeric: true }) >= 0)) {
  globalThis[NEWEST] = ActorMapElement;
}

function define() {
  const defined = customElements.get(TAG);
  if (!defined) customElements.define(TAG, globalThis[NEWEST]);
  else if (defined.version !== VERSION) {
    console.warn(`actor-map: ${defined.version} serves this page, not ${VERSION}.`);
  }
}

const [page] = performance.getEntriesByType("navigation");
if (page?.domContentLoadedEventStart > 0 || document.readyState === "complete") define();
else document.addEventListener("DOMContentLoaded", define, { once: true });
