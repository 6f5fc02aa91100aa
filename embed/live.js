/**
 * The live map: what `actor-map.js` fetches when a reader comes near or acts. It starts the WebAssembly module, mounts
 * a map into an element's shadow root, hears clicks and keys, moves the focus, and lays the map out anew when the
 * element's width changes.
 */

/** The longest incident file, here in UTF-16 units, of which no text has more than bytes; the module counts bytes. */
const MAX_BYTES = 5_000_000;
/** The width of a map that is mounted while its element has none (`display: none`), in CSS px. */
const WIDTH_UNTIL_MEASURED = 640;
/** A layout costs some frames; it is made when the width has rested this long, in ms. */
const RESIZE_REST_MS = 80;
/** How long the module works before the page has its turn, in ms. */
const TURN_MS = 8;
/** The least of a panel that is in sight, and the most of the map above one that was scrolled to, as parts of the window. */
const PANEL_IN_SIGHT = 0.3;
const MAP_ABOVE_PANEL = 0.28;
/** How much of a statement shows its first words, in CSS px. */
const FIRST_WORDS = 44;
/** How far a control that is scrolled to stays from the window's edge, in CSS px: its ring has room in it. */
const SCROLL_MARGIN = 6;

/** How a map stands in the page while it is built: laid out, but not to be seen, heard or reached. */
const ASIDE = { contain: "strict", height: 0, visibility: "hidden" };
/** What the editions of this version link. */
const STYLE = new URL("widget.css", import.meta.url).href;

/** What the module says of a problem, in its order. */
const PROBLEM_FIELDS = ["severity", "rule", "path", "record", "field", "message", "advice", "text"];

// ---------------------------------------------------------------- the module, one per page

let module = null;
/** Once the module has trapped its memory cannot be trusted: it is never called again. */
let trapped = null;
/** Live maps, to be told when the module traps. */
const maps = new Set();
/** Addresses of what only large incidents load, and what is added to them once one did not come, as `actor-map.js` does. */
let largeFiles = [];
let again = "";
/** widget.css, and by document the sheet that all shadow roots there share: none may be of another one. */
let styleText;
const sheets = new WeakMap();

function sheetFor({ ownerDocument }) {
  if (!sheets.has(ownerDocument)) {
    const sheet = new ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(styleText);
    sheets.set(ownerDocument, sheet);
  }
  return sheets.get(ownerDocument);
}

/**
 * Starts the module.
 * @param {{glue: object, wasm: Response, style: string, large: URL[]}} parts what travelled, and what may have to
 */
export async function start({ glue, wasm, style, large }) {
  if (trapped) throw trapped;
  largeFiles = large;
  styleText = style;
  // Some servers answer with a page of theirs or a script; bundlers write the rules in their own way.
  if (![...sheetFor(document.body).cssRules].some(({ selectorText }) => selectorText === ":host")) {
    sheets.delete(document);
    throw new Error("what came is no widget.css");
  }
  if (!module) {
    try {
      await glue.default({ module_or_path: wasm });
    } catch (cause) {
      const told = await advice();
      if (told) Object.assign(cause, { advice: told, code: "wasm" });
      throw cause;
    }
    module = glue;
    module.on_trap(trap);
  }
  return {
    incident,
    async show(element, json, before, host) {
      const map = new LiveMap(element, host);
      const built = building.then(() => map.show(json, before));
      building = built.catch(() => {});
      await built;
      // Nobody waits for a map that is not wanted any more.
      return maps.has(map) ? map : new Promise(() => {});
    },
  };
}

/** What a developer can do about a module that arrived and does not start, where that is not a matter of the files. */
async function advice() {
  if (!self.WebAssembly) return "There is no WebAssembly (Lockdown Mode).";
  try {
    // An empty module: only a policy refuses it, and not every engine tells of that.
    await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch {
    return "Add 'wasm-unsafe-eval' to script-src (else default-src) of the Content-Security-Policy.";
  }
}

/**
 * The incident's text: an inline child, else the file, else what is compiled in.
 * @param {HTMLScriptElement | null} inline
 * @param {Promise<Response | Error> | null} file on its way
 * @param {string} src the file's address
 */
async function incident(inline, file, src) {
  if (inline) return inline.textContent;
  const answer = await file;
  const failed = (why) => fault("fetch", `The incident file ${src} could not be loaded (${why}).`);
  if (answer instanceof Error) throw failed(answer.message);
  if (answer && !answer.ok) throw failed(`the server answers ${answer.status}`);
  const text = answer ? await answer.text() : module.compiled_in();
  if (text == null) {
    throw fault(
      "no-data",
      "This <actor-map> names no incident: give it a src, or the incident in a <script type=application/json> inside.",
    );
  }
  return text;
}

/** Ends all live maps, never the article. */
function trap(message) {
  if (trapped) return;
  trapped = fault("trap", `The map's program stopped: ${message}`);
  for (const map of [...maps]) map.host.fail(trapped);
}

/** Resolves when the map that is being built stands: of several on a page one after the other is built. */
let building = Promise.resolve();

/** Calls into the module. The only thing it throws on purpose is the array of a refused file. */
function guarded(call) {
  if (trapped) throw trapped;
  try {
    return call();
  } catch (cause) {
    if (Array.isArray(cause)) throw fault(cause[0], cause[1], listed(cause.slice(2)));
    trap(String(cause?.message ?? cause));
    throw trapped;
  }
}

/**
 * Does the module's work piece by piece, and then, in a task of its own, what is to be done with it. In between the page
 * has its turn; when the work is not `wanted` any more then, it is given up.
 */
async function worked(work, wanted, then) {
  try {
    for (let more = true; ; ) {
      await turn();
      if (!wanted()) return;
      if (!more) return then?.();
      const until = performance.now() + TURN_MS;
      while (more && performance.now() < until) more = guarded(() => work.go_on());
    }
  } finally {
    // After a trap not even freeing is safe.
    if (!trapped) work.free();
  }
}

/**
 * Resolves in a task of its own, after what waits already. Not with `scheduler.yield`: that goes before the page's own
 * tasks, and not after a timer, which a hidden tab keeps for a second.
 */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}

function fault(code, message, problems = []) {
  return Object.assign(new Error(message), { code, problems });
}

/** The module's flat list of texts as one object per problem. */
function listed(texts) {
  return Array.from({ length: texts.length / PROBLEM_FIELDS.length }, (_, problem) =>
    Object.fromEntries(PROBLEM_FIELDS.map((field, at) => [field, texts[problem * PROBLEM_FIELDS.length + at]])),
  );
}

// ---------------------------------------------------------------- one map

class LiveMap {
  #element;
  /** The module's widget. */
  #widget;
  /** The map and the list of an incident with very many actors. */
  #large = null;
  /** The `<div>` the widget is mounted into: Leptos wants an element, not the shadow root itself. */
  #mount = document.createElement("div");
  #resize = null;
  #resizing = 0;
  /** The width the map is made for, or will be: a layout for another one is given up. */
  #width = 0;
  /** Whether a row of the list opened the actor: then a reader returns there. */
  #byRow = false;
  /** Ids of the statements shown so far. */
  #seen = new Set();
  /** The panel's statements of which half is in the window, or a third of it is filled. */
  #inSight = new Set();
  #sight = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries) {
        const seen = intersectionRatio >= 0.5 || intersectionRect.height * 3 > innerHeight;
        this.#inSight[seen ? "add" : "delete"](target);
      }
    },
    { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
  );
  /** The first of them when another width came. */
  #read = null;

  /**
   * @param {HTMLElement} element the `<actor-map>`
   * @param {{isCurrent: Function, tell: Function, opened: Function, fail: Function}} host what the element does for us
   */
  constructor(element, host) {
    this.#element = element;
    this.host = host;
    this.#mount.className = "mount";
  }

  /**
   * Builds the map aside, piece by piece, and puts it in the place of what the shadow root shows, all in one task. Nothing
   * comes of it if the element asks for something else meanwhile.
   * @param {string} json the incident's text
   * @param {LiveMap | null} before the map of an earlier file
   */
  async show(json, before) {
    if (json.length > MAX_BYTES) throw fault("limit", "The incident file is too large: over 5 MB.");
    const element = this.#element;
    const root = element.shadowRoot;
    const mount = this.#mount;
    // Until a new layout stands, widget.css scales the old map into the new width.
    this.#resize = new ResizeObserver((entries) => {
      const width = this.#room();
      if (!width) return;
      if (width === this.#width) {
        // The panel makes the element higher. Where the key has grown, letters have another spacing than before.
        if (entries.some(({ target }) => target !== element)) this.#fit();
        return;
      }
      this.#width = width;
      // What is in the window now is told after this.
      this.#read ??= this.#statements().find((statement) => this.#inSight.has(statement));
      clearTimeout(this.#resizing);
      this.#resizing = setTimeout(() => this.#relayout(), RESIZE_REST_MS);
    });
    // Under an edition's own style the browser, too, can do its part of the work before the map shows, bit by bit.
    const styled = isStyled(element);
    const style = styled && [...root.children].find(isOurs);
    if (style) {
      Object.assign(mount.style, ASIDE);
      root.append(mount);
    }
    try {
      while (!this.#widget && this.host.isCurrent()) {
        const width = (this.#width = this.#room() || WIDTH_UNTIL_MEASURED);
        const wanted = () => this.host.isCurrent() && width === this.#width;
        // The static edition's map of this width goes on as it is.
        const shown = before || !styled ? undefined : [...root.querySelectorAll("svg[data-seed]")].find((svg) => svg.clientWidth);
        const [drawn = 0, seed = 0] = ["width", "data-seed"].map((name) => shown?.getAttribute(name));
        this.#resize.observe(element);
        mount.replaceChildren();
        const work = guarded(() => module.build(mount, json, width, element.headingLevel, Number(drawn), Number(seed)));
        await worked(work, wanted, () => (this.#widget = guarded(() => work.widget())));
        if (!this.#widget) continue;
        // A reader may go on to another actor while all that is painted.
        let opened;
        do {
          opened = element.actor ?? undefined;
          guarded(() => {
            this.#widget.select(opened);
            this.#widget.light();
          });
          await painted();
          // Of a press that began before, the click would be lost.
        } while (wanted() && (opened !== (element.actor ?? undefined) || element.matches(":active")));
        if (wanted()) this.#takeOver(root, style, before, shown);
        else this.#free();
      }
    } finally {
      if (!this.#widget || trapped) this.discard();
    }
  }

  /** The map in the place of what shows, all in one task. */
  #takeOver(root, style, before, shown) {
    const place = new Place(root);
    // What an edition does not show waits until the reader acts: nothing moves when the program takes over.
    if (shown && this.#open() !== undefined) this.#mount.classList.add("taken");
    before?.discard();
    if (style) {
      for (const node of [...root.childNodes]) if (node !== style && node !== this.#mount) node.remove();
      this.#mount.removeAttribute("style");
    } else {
      root.adoptedStyleSheets = [sheetFor(root)];
      root.replaceChildren(this.#mount);
    }
    maps.add(this);
    // An opened actor is told after the first paint.
    if (this.#open() === undefined) this.host.opened(null);
    const many = guarded(() => this.#widget.large());
    /** Resolves after the first paint. */
    this.painted = many[0] ? this.#enlarge(many, place).then(painted) : painted();
    place.restore();
    this.#byRow = place.byRow;
    this.#listen();
    // A host's own font begins to load when it is first painted.
    this.painted
      .then(() => document.fonts.ready)
      .then(() => {
        this.#fit();
        const sample = this.#mount.querySelector(".key li");
        if (sample) this.#resize.observe(sample);
        // Below the window nobody sees yet that an edition's map is narrower than its place: there may be room for more ties.
        const below = new IntersectionObserver(([{ isIntersecting, boundingClientRect: { top } }]) => {
          below.disconnect();
          if (!isIntersecting && top > 0 && this.#element.actor == null) this.#relayout();
        });
        if (shown) below.observe(this.#mount);
      })
      .catch(() => {}); // A trap has been told.
  }

  /** Lays the map out for the width it is to have. */
  async #relayout() {
    const width = this.#width;
    if (trapped || !this.#widget) return;
    try {
      const panel = this.#mount.querySelector(".panel");
      const { tabIndex } = panel;
      // The last turn but one is the one before the map changes.
      let place, last;
      const wanted = () => {
        [place, last] = [last, new Place(this.#element.shadowRoot)];
        return this.#widget && width === this.#width;
      };
      await worked(guarded(() => this.#widget.resize(width)), wanted, () => {
        // From names to numbers the list is made anew, and with it what had the focus.
        if (document.activeElement === document.body) place.restore();
        // A phone that is turned has the panel beside the map, or under it again: what is read comes along.
        if (panel.tabIndex !== tabIndex) this.#read?.scrollIntoView({ block: "start", behavior: "instant" });
        this.#read = null;
      });
      this.#fit();
    } catch {
      // A trap has been told.
    }
  }

  /** Layout's measures are those of common fonts. Where a reader's is wider still, a line is drawn in to the room it has. */
  #fit() {
    if (!this.#widget || trapped) return;
    const room = guarded(() => this.#widget.rooms());
    const lines = [...this.#mount.querySelectorAll(".map text:not(.badge-number)")];
    for (const line of lines) line.removeAttribute("textLength");
    // All are measured before any is changed; what is not shown has no length.
    const wide = lines.map((line, at) => line.getClientRects()[0] && line.getComputedTextLength() > room[at]);
    lines.forEach((line, at) => {
      if (!wide[at]) return;
      line.setAttribute("textLength", room[at]);
      line.setAttribute("lengthAdjust", "spacingAndGlyphs");
    });
  }

  /** Adds what an incident with very many actors or ties has instead of a map with names. */
  async #enlarge(many, place) {
    const files = largeFiles.map(({ href }) => href + again);
    const { LargeMap } = await import(files[0]).catch((cause) => {
      again += again ? "2" : "?2";
      throw cause;
    });
    if (!this.#widget || trapped) return;
    this.#large = new LargeMap(this.#mount, many, files, (id) => this.#toggle(id));
    this.#large.open(this.#open());
    // Unless the reader has gone on meanwhile.
    if (document.activeElement === document.body) place.refocus();
    await this.#large.ready;
  }

  /** Tells the page what is shown and what is wrong with the file. */
  announce() {
    const { tell } = this.host;
    tell("actor-map-ready", {});
    const open = this.#open();
    if (open !== undefined) this.host.opened(open);
    this.#settle();
    const problems = listed(guarded(() => this.#widget.problems()));
    if (problems.length > 0) console.warn(`actor-map, incident file:\n${problems.map((problem) => problem.text).join("\n")}`);
    const errors = problems.filter((problem) => problem.severity === "error");
    if (errors.length > 0) {
      const message = `${errors.length} error(s) in the incident file; what is faulty is left out.`;
      tell("actor-map-error", { code: "partial", message, problems });
    }
  }

  /** Opens an actor, or closes the open one; `ahead` only makes what it will show. False if the incident has no such actor. */
  select(id, reveal, ahead) {
    id ??= undefined;
    try {
      const before = this.#open();
      if (!guarded(() => this.#widget.select(id, ahead))) return false;
      if (!ahead && before !== id) this.#opened(id, reveal);
      return true;
    } catch {
      // A trap has been told; the page's own script is not to stumble over it.
      return false;
    }
  }

  /**
   * Opens what a permalink names: `<incident>/<actor>`, perhaps with `/<statement>`. Ids need no decoding. `late`: the page was
   * opened with it, and whoever has scrolled is not called back.
   */
  follow(link, late) {
    const [incident, actor, statement] = link.split("/");
    if (incident !== guarded(() => this.#widget.incident()) || !this.select(actor)) return;
    const shown = statement && this.#mount.querySelector(`.panel > :not([hidden]) [data-statement="${CSS.escape(statement)}"]`);
    if (late && scrollY) return;
    this.#element.scrollIntoView({ block: "start" });
    if (!shown) return this.#revealPanel(true);
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: "nearest" });
  }

  /** The map as a picture of its own: every colour and font that the style sheet gave it stands in it. */
  svg() {
    if (this.#large) return this.#large.svg();
    const shown = this.#mount.querySelector(".map");
    const copy = shown.cloneNode(true);
    const originals = [shown, ...shown.querySelectorAll("*")];
    [copy, ...copy.querySelectorAll("*")].forEach((node, at) => {
      const style = getComputedStyle(originals[at]);
      for (const { name } of [...node.attributes]) {
        if (/^(class|part|role|tabindex|aria-|data-)/.test(name) && node !== copy) node.removeAttribute(name);
      }
      for (const property of PAINTED) node.setAttribute(property, style.getPropertyValue(property));
      if (style.display === "none") node.setAttribute("display", "none");
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ground.setAttribute("width", "100%");
    ground.setAttribute("height", "100%");
    ground.setAttribute("fill", getComputedStyle(shown).backgroundColor);
    copy.prepend(ground);
    this.#legend(copy);
    return new XMLSerializer().serializeToString(copy);
  }

  /** A picture stands alone: under a map with numbers go the names that they stand for. */
  #legend(picture) {
    const names = [...picture.querySelectorAll("title")].map(({ textContent }) => textContent);
    if (!names.length) return;
    const { color, fontFamily } = getComputedStyle(this.#mount.querySelector(".map"));
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `13px ${fontFamily}`;
    let [width, height] = ["width", "height"].map((side) => Number(picture.getAttribute(side)));
    height += 8;
    for (const name of names.sort((one, other) => parseInt(one) - parseInt(other))) {
      const line = document.createElementNS("http://www.w3.org/2000/svg", "text");
      const look = { x: 12, y: (height += 18), fill: color, "font-size": 13, "font-family": fontFamily };
      for (const property in look) line.setAttribute(property, look[property]);
      line.textContent = name;
      picture.append(line);
      width = Math.max(width, Math.ceil(pen.measureText(name).width) + 24);
    }
    height += 14;
    picture.setAttribute("width", width);
    picture.setAttribute("height", height);
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }

  /** Unmounts. */
  discard() {
    this.#resize.disconnect();
    this.#sight.disconnect();
    clearTimeout(this.#resizing);
    maps.delete(this);
    this.#large?.discard();
    this.#mount.remove();
    this.#free();
  }

  #free() {
    const widget = this.#widget;
    this.#widget = null;
    if (widget && !trapped) guarded(() => widget.free());
  }

  /** The id of the open actor. */
  #open() {
    return guarded(() => this.#widget.open());
  }

  async #opened(id, reveal) {
    try {
      this.#large?.open(id);
      this.#mount.classList.remove("taken");
      this.host.opened(id ?? null);
      // Beside the map the panel scrolls: another actor is read from the beginning.
      this.#mount.querySelector(".panel[tabindex]")?.scrollTo(0, 0);
      // What a reader waits for are the words.
      await painted();
      this.#settle();
      if (reveal && id !== undefined && this.#widget && !trapped && this.#open() === id) this.#revealPanel();
    } catch {
      // A trap has been told.
    }
  }

  /** What can wait until the statements are painted: the map brings their actor out, the page is told of them. */
  #settle() {
    // What the page was told may have removed the map.
    if (!this.#widget || trapped) return;
    guarded(() => this.#widget.light());
    for (const statement of this.#statements()) this.#sight.observe(statement);
    this.#tellShown();
  }

  #statements() {
    return [...this.#mount.querySelectorAll(".panel .statement")];
  }

  /** Tells of each statement in the panel that this map had not shown before. */
  #tellShown() {
    for (const statement of guarded(() => this.#widget.shown())) {
      if (this.#seen.has(statement)) continue;
      this.#seen.add(statement);
      this.host.tell("actor-map-quote", { statement });
    }
  }

  /** The panel, or the first words in it, may be out of sight. */
  #revealPanel(calm = matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const panel = this.#mount.querySelector(".panel");
    const { top } = panel.getBoundingClientRect();
    // (To a part of a pixel: Firefox has 1281.69995 under 1281.70001.)
    const under = top > this.#mount.querySelector(".map-column").getBoundingClientRect().bottom - 1;
    const behavior = calm ? "instant" : "smooth";
    panel.style.scrollMarginTop = "";
    // Beside the map it stays in the window, but where the map ends.
    if (!under) return top < 0 && panel.scrollIntoView({ block: "nearest", behavior });
    // A reader who has zoomed in sees a part of the window.
    const { height, offsetTop } = visualViewport;
    const first = this.#statements().find((statement) => statement.clientHeight)?.getBoundingClientRect();
    const needed = Math.max(PANEL_IN_SIGHT * height, (first?.top ?? top) + FIRST_WORDS - top);
    const away = top < offsetTop || top + needed > offsetTop + height;
    // A focus that is out of sight comes along; Escape leads back.
    if (away || this.#element.shadowRoot.activeElement?.getBoundingClientRect().bottom < 0) panel.focus({ preventScroll: true });
    if (!away) return;
    // Some of the map stays above, as far as these words leave room; where they leave none, some of the head goes, unless that is
    // much. A margin: so whatever scrolls round the map does its part.
    const room = height - needed < -PANEL_IN_SIGHT * height ? 0 : height - needed;
    panel.style.scrollMarginTop = `${Math.min(MAP_ABOVE_PANEL * height, room)}px`;
    panel.scrollIntoView({ block: "start", behavior });
  }

  // One listener each for every control inside; the mount is thrown away with the widget.
  #listen() {
    const act = ({ target }) => {
      if (target.closest("[data-close]")) return this.#close();
      const { actor, actorRef } = control(target);
      this.#byRow = false;
      if (actor) return this.#toggle(actor);
      // A name in the panel goes away with the panel's old content; the focus moves to the actor's control.
      if (actorRef && this.select(actorRef, true)) {
        this.#focus(actorRef);
        this.#byRow = !!target.closest(".row");
      }
    };
    // A reader who comes near a control may open its actor: what the panel will show is made before the click.
    const ahead = ({ target }) => {
      const { actor, actorRef = actor } = control(target);
      if (actorRef && this.#widget) this.select(actorRef, false, true);
    };
    this.#mount.addEventListener("click", act);
    for (const approach of ["pointerover", "focusin"]) this.#mount.addEventListener(approach, ahead);
    // Firefox scrolls to no control on a map. Not where the window has the focus again: there the reader may have scrolled away.
    let returns;
    this.#mount.addEventListener("focusout", ({ target }) => (returns = target === this.#element.shadowRoot.activeElement));
    this.#mount.addEventListener("focusin", async ({ target }) => {
      if (returns || !target.ownerSVGElement || !target.matches(":focus-visible")) return;
      // Under the map the focus may go on to the panel.
      await painted();
      if (target === this.#element.shadowRoot?.activeElement) show(target);
    });
    this.#mount.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape" && this.#open() !== undefined) {
        event.preventDefault();
        this.#close();
        // Buttons turn these keys into clicks themselves; what only has the role does not.
      } else if ((event.key === "Enter" || event.key === " ") && event.target.role === "button") {
        event.preventDefault();
        if (!event.repeat) act(event);
      }
    });
  }

  #toggle(id) {
    this.select(this.#open() === id ? undefined : id, true);
  }

  /** Closes the open actor and returns to its control. */
  #close() {
    const id = this.#open();
    // Focusing alone would not scroll to what has the focus already.
    if (id !== undefined && this.select(undefined)) show(this.#focus(id));
  }

  /** Moves the focus to an actor's control, or to the row it was opened from, without scrolling there, and gives it. */
  #focus(id) {
    this.#large?.reveal(id);
    const control = controlOf(this.#mount, id, this.#byRow);
    control?.focus({ preventScroll: true });
    return control;
  }

  /** The width there is for the widget, in CSS px; 0 if there is none. Only with its style an element is as wide as its place. */
  #room() {
    const element = this.#element;
    const root = element.shadowRoot;
    const { paddingLeft, paddingRight } = getComputedStyle(element);
    const bare = !isStyled(element);
    if (bare) root.adoptedStyleSheets = [sheetFor(root)];
    const width = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    if (bare) root.adoptedStyleSheets = [];
    return Math.max(0, width);
  }
}

/** Whether widget.css applies. A link that the network or a policy keeps away has a sheet, too. */
function isStyled(element) {
  return getComputedStyle(element).contain === "content";
}

/** Whether this is the link of an edition to our style, under whichever name: `v1/` has it, too. */
function isOurs(link) {
  const rules = ({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join();
  try {
    return link.href === STYLE || rules(link.sheet) === rules(sheetFor(link));
  } catch {
    return false; // No link, or its sheet is of another origin.
  }
}

/** The properties that make a picture of SVG elements. */
const PAINTED = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity", "paint-order",
  "font-family", "font-weight",
];

/**
 * Resolves after the next paint, once the browser has nothing more urgent to do, but some 50 ms later at the latest; in a
 * hidden tab, where nothing is painted, soon.
 */
function painted() {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve, 0);
    else {
      requestAnimationFrame(() => (self.requestIdleCallback ?? setTimeout)(resolve, { timeout: 50 }));
      // A tab that is hidden before the frame comes gets none.
      setTimeout(resolve, 250);
    }
  });
}

/** The names that a control carries, if there is one round this element: of the actor whose it is, or of the one it refers to. */
function control(element) {
  return element?.closest("[data-actor],[data-actor-ref]")?.dataset ?? {};
}

/** An actor's control: on the map, or where a row opens it that row, and what closes it. */
function controlOf(root, id, byRow) {
  const name = CSS.escape(id);
  return (
    (byRow && root.querySelector(`.panel > :not([hidden]) :is([data-close], .row > [data-actor-ref="${name}"])`)) ||
    root.querySelector(`[data-actor="${name}"]`)
  );
}

/** Scrolls no further than a control and its ring are in sight. For what is in a picture Firefox scrolls to the picture. */
function show(control) {
  const scrolled = control?.ownerSVGElement ?? control;
  if (!scrolled) return;
  const [whole, part] = [scrolled, control].map((element) => element.getBoundingClientRect());
  scrolled.style.scrollMargin = `${whole.top - part.top + SCROLL_MARGIN}px 0 ${part.bottom - whole.bottom + SCROLL_MARGIN}px`;
  scrolled.scrollIntoView({ block: "nearest", behavior: "instant" });
  scrolled.removeAttribute("style");
}

// ---------------------------------------------------------------- where a reader is

/** Where a reader is in a shadow root: the focused control, the open questions, how far the panel is scrolled, the selected text. */
class Place {
  #root;
  #focus;
  #scroll;
  #top = scrollY;
  #selection;
  /** Questions that the sources answer differently, by their words and where they stand: the focused one, the open ones. */
  #asked;
  #answered;

  constructor(root) {
    this.#root = root;
    const { actor, actorRef = actor } = control(root.activeElement);
    this.#focus = actorRef;
    this.byRow = root.activeElement?.matches(".row > *");
    this.#asked = question(root.activeElement?.closest(".conflict"));
    this.#answered = [...root.querySelectorAll(".conflict[open]")].map(question);
    this.#scroll = root.querySelector(".panel")?.scrollTop;
    const selection = getSelection();
    const range = selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ?? (selection?.rangeCount ? selection.getRangeAt(0) : null);
    const ends = range && !range.collapsed && [mark(range.startContainer, range.startOffset), mark(range.endContainer, range.endOffset)];
    if (ends && ends[0] && ends[1]) this.#selection = ends;
  }

  refocus() {
    if (this.#focus === undefined) return;
    controlOf(this.#root, this.#focus, this.byRow)?.focus({ preventScroll: true });
  }

  restore() {
    const root = this.#root;
    // Where the exchange left the page: where it was, or where the browser moved it so that what is read stays in its place.
    // What does not do that (WebKit) may have moved it up, for to its layout the page was shorter for a moment.
    const top = CSS.supports("overflow-anchor", "none") ? scrollY : this.#top;
    const page = { left: scrollX, top, behavior: "instant" };
    this.refocus();
    for (const part of root.querySelectorAll(".conflict")) {
      const asked = question(part);
      part.open ||= this.#answered.includes(asked);
      if (asked === this.#asked) part.firstChild.focus({ preventScroll: true });
    }
    const panel = root.querySelector(".panel");
    if (panel && this.#scroll) panel.scrollTop = this.#scroll;
    const [start, end] = this.#selection?.map((end) => find(root, end)) ?? [];
    if (start && end) getSelection().setBaseAndExtent(...start, ...end);
    // WebKit moves the page for some of these.
    if (scrollY !== page.top) scrollTo(page);
  }
}

/** A question that shows, by its words; the panel and the events may have the same. */
function question(part) {
  return part && !part.closest("[hidden]") && [!part.closest(".panel"), part.textContent].join();
}

/** A place in a statement's text that another rendering has too: an edition's statements are told by their words. */
function mark(node, offset) {
  const statement = (node.closest ? node : node.parentElement)?.closest(".statement");
  if (!statement) return null;
  const before = document.createRange();
  before.setStart(statement, 0);
  before.setEnd(node, offset);
  return { words: statement.textContent, at: before.toString().length };
}

function find(root, { words, at }) {
  const statement = [...root.querySelectorAll(".statement")].find(({ textContent }) => textContent === words);
  const texts = statement && document.createTreeWalker(statement, NodeFilter.SHOW_TEXT);
  for (let rest = at; texts?.nextNode(); rest -= texts.currentNode.length) {
    if (rest <= texts.currentNode.length) return [texts.currentNode, rest];
  }
  return null;
}
