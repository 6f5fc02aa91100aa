/**
 * `<actor-map>`: the custom element, its loader and nothing else.
 *
 * The element owns a shadow root, finds its incident, and hands it to the WebAssembly module that lies beside
 * this file. Until the first paint, and after any failure, whatever the newsroom put inside the element shows.
 *
 * Files beside this one: `wasm/actor-map.js` and `wasm/actor-map_bg.wasm` (the module, as wasm-bindgen writes it),
 * `widget.css` (the shadow root's style).
 */

const TAG = "actor-map";
/** How long a removed element keeps its state, in ms: a CMS that moves a node removes and adds it in one task. */
const DISCONNECT_GRACE_MS = 10;
/** The largest incident file, in bytes; the module has the same limit and checks it again. */
const MAX_BYTES = 5_000_000;
/** The width of a map that is mounted while its element has none (`display: none`), in CSS px. */
const WIDTH_UNTIL_MEASURED = 640;
/** A layout costs some frames; it is made when the width has rested this long, in ms. */
const RESIZE_REST_MS = 80;
/** A panel that begins in this upper part of the window is in sight. */
const PANEL_IN_SIGHT = 0.7;
/** Where the files beside this one are. */
const HERE = new URL(".", import.meta.url);

/** Something went wrong that the page is told of: `code` is one of the codes of `actor-map-error`. */
class ActorMapError extends Error {
  constructor(code, message, problems = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

// ---------------------------------------------------------------- what all elements of a page share

/** Live elements, to be told when the module traps. */
const live = new Set();
/** Once the module has trapped its memory cannot be trusted: it is never called again. */
let trapped = null;
let loading = null;
/** The style of every shadow root: at first only that the host is a block, then widget.css. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(":host{display:block}");

/** Loads module and style once per page, whatever the number of elements. What failed may be tried again. */
function load() {
  loading ??= Promise.all([loadModule(), loadStyle()]).then(([module]) => module);
  loading.catch(() => (loading = null));
  return loading;
}

async function loadModule() {
  try {
    const module = await import(new URL("wasm/actor-map.js", HERE).href);
    await module.default({ module_or_path: new URL("wasm/actor-map_bg.wasm", HERE) });
    module.on_trap(trap);
    // The view paints in microtasks of its own, where no call of ours is on the stack.
    addEventListener("error", (event) => trapIfOurs(event.error));
    addEventListener("unhandledrejection", (event) => trapIfOurs(event.reason));
    return module;
  } catch (cause) {
    throw new ActorMapError(
      "wasm",
      `The map's program could not start (${cause?.message ?? cause}). Check that the folder wasm ` +
        `lies beside actor-map.js, that .wasm is served as application/wasm, and that the ` +
        `page's Content-Security-Policy has script-src 'wasm-unsafe-eval'.`,
    );
  }
}

async function loadStyle() {
  const url = new URL("widget.css", HERE);
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) {
    throw new ActorMapError("fetch", `The map's style could not be loaded: ${url} (${response?.status ?? "no answer"}).`);
  }
  sheet.replaceSync(await response.text());
}

/** Ends all widgets, never the article. */
function trap(message) {
  if (trapped) return;
  trapped = new ActorMapError("trap", `The map's program stopped: ${message}`);
  for (const element of [...live]) element[fail](trapped);
}

function trapIfOurs(cause) {
  if (cause?.stack?.includes("actor-map_bg.wasm")) trap(cause.message);
}

/** Calls into the module. The only thing it throws on purpose is the array of a refused file. */
function guarded(call) {
  if (trapped) throw trapped;
  try {
    return call();
  } catch (cause) {
    if (Array.isArray(cause)) throw cause;
    trap(String(cause?.message ?? cause));
    throw trapped;
  }
}

// ---------------------------------------------------------------- the element

const fail = Symbol("fail");

export class ActorMapElement extends HTMLElement {
  static observedAttributes = ["src", "actor", "heading-level"];

  /** The module's widget, while one is mounted. */
  #widget = null;
  /** The `<div>` the widget is mounted into: Leptos wants an element, not the shadow root itself. */
  #mount = null;
  /** What shows while no map is mounted: the static edition of a declarative shadow root, else a `<slot>`. */
  #fallback = null;
  #resize = null;
  #resizing = 0;
  #disconnecting = 0;
  /** True between the callbacks; an upgrade reports its attributes before it connects. */
  #connected = false;
  /** True while the parser may still bring the inline incident. */
  #waiting = false;
  /** The failure that was told last. */
  #failure = null;
  /** Counts loads, so that the answer to an outdated one is dropped. */
  #load = 0;
  /** Ids of the statements shown so far. */
  #seen = new Set();
  /** True while `actor` is being reflected, so that our own attribute change is not taken for a request. */
  #reflecting = false;

  get src() { return this.getAttribute("src") ?? ""; }
  set src(value) { this.#reflect("src", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.#reflect("theme", value); }
  /** The id of the open actor, or null. */
  get actor() { return this.getAttribute("actor"); }
  set actor(value) { this.#reflect("actor", value); }
  /** 1 to 6, or 0 for no heading in the page's outline. */
  get headingLevel() { return headingLevel(this); }
  set headingLevel(value) { this.#reflect("heading-level", value || null); }

  /**
   * Opens an actor, or closes the open one with null.
   * @returns {boolean} false if the incident has no such actor, or no map is shown.
   */
  select(id) {
    return this.#select(id ?? undefined, false);
  }

  #select(id, reveal) {
    const widget = this.#widget;
    if (!widget || trapped) return false;
    try {
      const before = guarded(() => widget.open());
      if (!guarded(() => widget.select(id))) return false;
      if (before !== id) this.#opened(id, reveal);
      return true;
    } catch {
      // A trap has been told; the page's own script is not to stumble over it.
      return false;
    }
  }

  /** Reflects and tells that another actor is open, or none. */
  #opened(id, reveal) {
    const widget = this.#widget;
    this.#reflectActor(id);
    this.#tell("actor-map-select", { actor: id ?? null });
    // The view is painted in a microtask that was queued before this one.
    queueMicrotask(() => {
      if (this.#widget !== widget || trapped) return;
      this.#tellShown();
      if (reveal && id !== undefined) this.#revealPanel();
    });
  }

  connectedCallback() {
    this.#connected = true;
    if (this.#disconnecting) {
      clearTimeout(this.#disconnecting);
      this.#disconnecting = 0;
      if (this.#widget) return;
    }
    if (document.readyState !== "loading") this.#start();
    else if (!this.#waiting) {
      // While the parser is still at work the inline incident may not be there yet.
      this.#waiting = true;
      const parsed = () => {
        this.#waiting = false;
        if (this.isConnected) this.#start();
      };
      document.addEventListener("DOMContentLoaded", parsed, { once: true });
    }
  }

  disconnectedCallback() {
    this.#connected = false;
    this.#disconnecting = setTimeout(() => {
      this.#disconnecting = 0;
      this.#load += 1;
      this.#discard();
    }, DISCONNECT_GRACE_MS);
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#connected || this.#waiting || this.#reflecting) return;
    if (name === "src") this.#start();
    else if (!this.#widget || trapped) return;
    else if (name === "heading-level") guarded(() => this.#widget.set_heading_level(headingLevel(this)));
    // An unknown actor changes nothing, and the attribute goes on to say who is open.
    else if (!this.select(after)) this.#reflectActor(this.#open());
  }

  /** The id of the open actor. */
  #open() {
    return this.#widget && !trapped ? guarded(() => this.#widget.open()) : undefined;
  }

  async #start() {
    const load_ = (this.#load += 1);
    try {
      this.#failure = null;
      this.#root();
      if (trapped) throw trapped;
      // The file and the program travel at the same time.
      const [text, module] = await Promise.all([this.#incident(), load()]);
      if (load_ === this.#load) await this.#show(module, text ?? module.compiled_in());
    } catch (cause) {
      if (load_ === this.#load) this[fail](asError(cause));
    }
  }

  /** The incident's text: an inline child, else `src`; null if the element names neither. */
  async #incident() {
    const inline = this.querySelector(':scope > script[type="application/json"]');
    if (inline) return inline.textContent;
    if (!this.hasAttribute("src")) return null;
    const failed = (why) => new ActorMapError("fetch", `The incident file ${this.src} could not be loaded (${why}).`);
    try {
      const response = await fetch(this.src);
      if (!response.ok) throw failed(`the server answers ${response.status}`);
      if (Number(response.headers.get("content-length")) > MAX_BYTES) {
        throw new ActorMapError("limit", `The incident file ${this.src} is larger than ${MAX_BYTES / 1e6} MB.`);
      }
      return await response.text();
    } catch (cause) {
      throw cause instanceof ActorMapError ? cause : failed(cause.message);
    }
  }

  async #show(module, text) {
    if (text == null) {
      throw new ActorMapError(
        "no-data",
        'This <actor-map> names no incident. Give it a src="….json", or put the incident inside it as <script type="application/json">.',
      );
    }
    // The new map is built aside and takes the old one's place only once it stands.
    const mount = document.createElement("div");
    mount.className = "mount";
    const root = this.#root();
    const widget = guarded(() =>
      module.mount(mount, text, this.#width() || WIDTH_UNTIL_MEASURED, headingLevel(this)),
    );
    this.#unmount();
    this.#widget = widget;
    this.#mount = mount;
    root.replaceChildren(mount);
    live.add(this);
    this.#seen.clear();
    this.#listen(mount);

    // Opened now, told after the first paint.
    const wanted = this.actor ?? undefined;
    const opened = wanted !== undefined && guarded(() => widget.select(wanted));
    if (!opened) this.#closed(wanted);
    // Until the new layout stands, widget.css scales the old map into the new width.
    this.#resize = new ResizeObserver(() => {
      clearTimeout(this.#resizing);
      this.#resizing = setTimeout(() => {
        const width = this.#width();
        if (width && this.#widget === widget && !trapped) guarded(() => widget.resize(width));
      }, RESIZE_REST_MS);
    });
    this.#resize.observe(this);

    const load_ = this.#load;
    await painted();
    if (load_ !== this.#load || this.#widget !== widget) return;
    this.#tell("actor-map-ready", {});
    if (opened) this.#tell("actor-map-select", { actor: wanted });
    this.#tellShown();
    const problems = listed(guarded(() => widget.problems()));
    if (problems.length > 0) console.warn(`actor-map, incident file:\n${problems.map((problem) => problem.text).join("\n")}`);
    const errors = problems.filter((problem) => problem.severity === "error");
    if (errors.length > 0) {
      const message = `The incident file has ${errors.length} error(s); what is faulty is left out.`;
      this.#tell("actor-map-error", { code: "partial", message, problems });
    }
  }

  /** Tells of each statement in the panel that this map had not shown before. */
  #tellShown() {
    for (const statement of guarded(() => this.#widget.shown())) {
      if (this.#seen.has(statement)) continue;
      this.#seen.add(statement);
      this.#tell("actor-map-quote", { statement });
    }
  }

  /** Under the map the panel may begin out of sight; `scroll-margin` in widget.css keeps part of the map. */
  #revealPanel() {
    const panel = this.#mount.querySelector(".widget:not(.wide) .panel");
    const top = panel?.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight * PANEL_IN_SIGHT) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      panel.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    }
  }

  // One listener each for every control inside; the mount is thrown away with the widget.
  #listen(mount) {
    mount.addEventListener("click", (event) => {
      if (event.target.closest("[data-close]")) return this.#close();
      const control = event.target.closest("[data-actor]");
      if (control) return this.#toggle(control);
      const reference = event.target.closest("[data-actor-ref]");
      // A name in the panel goes away with the panel's old content; the focus moves to the actor's control.
      if (reference && this.#select(reference.dataset.actorRef, true)) this.#focus(reference.dataset.actorRef, true);
    });
    mount.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && this.#open() !== undefined) {
        event.preventDefault();
        this.#close();
      } else if ((event.key === "Enter" || event.key === " ") && event.target instanceof SVGElement) {
        // HTML buttons turn these keys into clicks themselves; SVG groups do not.
        const control = event.target.closest("[data-actor]");
        if (!control) return;
        event.preventDefault();
        if (!event.repeat) this.#toggle(control);
      }
    });
  }

  #toggle(control) {
    const id = control.dataset.actor;
    this.#select(this.#open() === id ? undefined : id, true);
  }

  /** Closes the open actor and returns to its control. */
  #close() {
    const id = this.#open();
    if (id !== undefined && this.select(null)) this.#focus(id, false);
  }

  #focus(id, preventScroll) {
    this.#mount?.querySelector(`[data-actor="${CSS.escape(id)}"]`)?.focus({ preventScroll });
  }

  /** Back to what was inside the element; without a static edition a plain sentence stands over it. */
  [fail](error) {
    if (this.#failure === error) return;
    this.#failure = error;
    const root = this.#root();
    this.#discard();
    if (this.#fallback[0]?.localName === "slot") {
      const message = document.createElement("p");
      message.setAttribute("part", "message");
      message.setAttribute("role", "note");
      message.textContent = SENTENCES[error.code] ?? SENTENCES.wasm;
      root.prepend(message);
    }
    console.error(`actor-map (${error.code}): ${error.message}`);
    this.#tell("actor-map-error", { code: error.code, message: error.message, problems: error.problems ?? [] });
  }

  /** The shadow root; what it held when we first came is kept as the fallback. */
  #root() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!this.#fallback) {
      if (!root.hasChildNodes()) root.append(document.createElement("slot"));
      this.#fallback = [...root.childNodes];
      root.adoptedStyleSheets = [sheet];
    }
    return root;
  }

  /** The width there is for the widget, in CSS px. */
  #width() {
    const { paddingLeft, paddingRight } = getComputedStyle(this);
    return this.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  }

  /** Tells that the actor that was open no longer is, because its map has gone. */
  #closed(id) {
    if (id == null) return;
    this.#reflectActor(null);
    this.#tell("actor-map-select", { actor: null });
  }

  /** Unmounts and goes back to the fallback. */
  #discard() {
    const open = this.#widget && this.actor;
    this.#unmount();
    this.shadowRoot?.replaceChildren(...(this.#fallback ?? []));
    this.#closed(open);
  }

  #unmount() {
    this.#resize?.disconnect();
    this.#resize = null;
    clearTimeout(this.#resizing);
    live.delete(this);
    const widget = this.#widget;
    this.#widget = null;
    this.#mount?.remove();
    this.#mount = null;
    // After a trap not even freeing is safe.
    if (widget && !trapped) guarded(() => widget.free());
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #reflectActor(id) {
    this.#reflecting = true;
    this.#reflect("actor", id);
    this.#reflecting = false;
  }

  #reflect(name, value) {
    if (value == null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }
}

/** What a reader is told; the cause goes to the console and to `actor-map-error`. */
const SENTENCES = {
  "no-data": "The map of this story has no data yet.",
  fetch: "The map of this story could not be loaded.",
  parse: "The map of this story could not be read.",
  version: "The map of this story needs a newer version of this page.",
  limit: "The map of this story is too large to be shown.",
  wasm: "The interactive map cannot run in this browser.",
  trap: "The interactive map has stopped.",
};

/** What the module says of a problem, in its order. */
const PROBLEM_FIELDS = ["severity", "rule", "path", "record", "field", "message", "advice", "text"];

/** The module's flat list of texts as one object per problem. */
function listed(texts) {
  return Array.from({ length: texts.length / PROBLEM_FIELDS.length }, (_, problem) =>
    Object.fromEntries(PROBLEM_FIELDS.map((field, at) => [field, texts[problem * PROBLEM_FIELDS.length + at]])),
  );
}

function headingLevel(element) {
  const level = Number(element.getAttribute("heading-level"));
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 0;
}

function asError(cause) {
  if (cause instanceof ActorMapError) return cause;
  // The module refuses a file with an array of texts.
  if (Array.isArray(cause)) return new ActorMapError(cause[0], cause[1], listed(cause.slice(2)));
  return new ActorMapError("wasm", String(cause?.message ?? cause));
}

/** Resolves after the next paint; in a hidden tab, where nothing is painted, soon. */
function painted() {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve, 0);
    else {
      requestAnimationFrame(() => setTimeout(resolve, 0));
      // A tab that is hidden before the frame comes gets none.
      setTimeout(resolve, 250);
    }
  });
}

if (!customElements.get(TAG)) customElements.define(TAG, ActorMapElement);
