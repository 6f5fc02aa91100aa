/**
 * A live map: built behind what an element's shadow root shows, put in its place, and kept to the element's width. It hears
 * clicks and keys, moves the focus, and says what is open.
 */

import { painted } from "./turns.js";
import { Place, control, controlOf } from "./place.js";
import { isOurs, isStyled, sheetFor } from "./style.js";
import { hasScrolled, revealPanel, scrollIntoSight, unfold } from "./scroll.js";
import { picture } from "./picture.js";
import { unfolded } from "./paper.js";
import { fault, guarded, listed, maps, module, trapped, worked } from "./module.js";

/** The longest incident file, here in UTF-16 units, of which no text has more than bytes; the module counts bytes. */
const MAX_BYTES = 5_000_000;
/** The width of a map that is mounted while its element has none (`display: none`), in CSS px. */
const WIDTH_UNTIL_MEASURED = 640;
/** A layout costs some frames; it is made when the width has rested this long, in ms. */
const RESIZE_REST_MS = 80;

/**
 * How a map stands in the page while it is built: laid out, but not to be seen. (That it is not to be heard or reached is said
 * by `inert`: what is in it has a `visibility` of its own.)
 */
const ASIDE = { contain: "strict", height: 0 };

/** What is added to the addresses of large maps' files once one did not come: see "Asked for again" in `actor-map.js`. */
let again = "";

/**
 * What an element does for its live map.
 * @typedef {object} Host
 * @property {() => boolean} isCurrent whether the load that the map is of is still the element's last one
 * @property {(type: string, detail: object) => void} tell dispatches an event of the element's
 * @property {(id: string | null) => void} opened says which actor is open now: the attribute follows, and the page is told once
 * @property {(error: Error & {code: string, problems: object[]}) => void} fail takes the map away, shows what was there before,
 *   and tells of the error
 */

/**
 * What the element uses of a map: `show`, then `painted` and `announce`, `select`, `follow` and `svg`, at last `discard`.
 * `module.js` uses `host`: a trap of the module is told to `host.fail`. Then `select` answers false; what else calls the module
 * throws.
 */
export class LiveMap {
  #element;
  /** The module's widget. */
  #widget;
  /** Whether the incident has very many actors, and the map and the list of those, once they are there. */
  #isLarge;
  #large = null;
  /** The `<div>` the widget is mounted into: Leptos wants an element, not the shadow root itself. */
  #mount = document.createElement("div");
  /** Until a new layout stands, widget.css scales the old map into the new width. */
  #resize = new ResizeObserver((entries) => {
    const width = this.#room();
    if (!width) return;
    if (width === this.#width) {
      // The panel makes the element higher. Where the key has grown, letters have another spacing than before.
      if (entries.some(({ target }) => target !== this.#element)) this.#fit();
      return;
    }
    this.#width = width;
    // The observer of what is in the window reports after this one: what it has told is still of the old width.
    this.#read ??= this.#statements().find((statement) => this.#inSight.has(statement));
    clearTimeout(this.#resizing);
    this.#resizing = setTimeout(() => this.#relayout(), RESIZE_REST_MS);
  });
  #resizing = 0;
  /** The width the map is made for, or will be: a layout for another one is given up. */
  #width = 0;
  /** Whether a row of the list opened the actor: then a reader returns there. */
  #byRow = false;
  /** Ids of the statements shown so far. */
  #seen = new Set();
  /** Panel statements at least half visible, or filling a third of the window. */
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
  /** The first of these statements when the width began to change. */
  #read = null;
  #files;

  /**
   * @param {HTMLElement} element the `<actor-map>`
   * @param {Host} host what the element does for the map
   * @param {URL[]} files what only large incidents load, in the order of `LARGE` in `actor-map.js`
   */
  constructor(element, host, files) {
    this.#element = element;
    this.#files = files;
    /** @type {Host} */
    this.host = host;
    this.#mount.className = "mount";
  }

  // -------------------------------------------------------------- the width

  /** Lays the map out for the width it is to have. */
  async #relayout() {
    const width = this.#width;
    if (trapped || !this.#widget) return;
    try {
      const panel = this.#mount.querySelector(".panel");
      const { tabIndex } = panel;
      // At the last `wanted()` the map has already changed; keep the snapshot before it.
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

  // -------------------------------------------------------------- building

  /**
   * Builds the map aside, piece by piece, and puts it in the place of what the shadow root shows, all in one task. Nothing
   * comes of it if the element asks for something else meanwhile.
   * @param {string} json the incident's text
   * @param {LiveMap | null} before the map of an earlier file
   */
  async show(json, before) {
    if (json.length > MAX_BYTES) throw fault("limit", "The incident file is too large: over 5 MB.");
    try {
      await this.#build(json, before);
    } finally {
      if (!this.#widget || trapped) this.discard();
    }
  }

  /** Builds until a map of the element's width stands, or nobody wants one any more. */
  async #build(json, before) {
    const element = this.#element;
    const root = element.shadowRoot;
    const mount = this.#mount;
    // Under an edition's own style the browser, too, can do its part of the work before the map shows, bit by bit.
    const styled = isStyled(element);
    const style = styled && [...root.children].find(isOurs);
    if (style) {
      Object.assign(mount.style, ASIDE);
      mount.inert = true;
      root.append(mount);
    }
    while (!this.#widget && this.host.isCurrent()) {
      const width = (this.#width = this.#room() || WIDTH_UNTIL_MEASURED);
      const wanted = () => this.host.isCurrent() && width === this.#width;
      // Where a static edition's map shows, the live one is made of what stands on it: it is the same map.
      const shown = before || !styled ? undefined : [...root.querySelectorAll("svg[data-seed]")].find((svg) => svg.clientWidth);
      const [drawn = 0, seed = 0, places] = ["width", "data-seed", "data-places"].map((name) => shown?.getAttribute(name));
      this.#resize.observe(element);
      mount.replaceChildren();
      const work = guarded(() => module.build(mount, json, width, element.headingLevel, Number(drawn), Number(seed), places ?? ""));
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
        // Of a press that began before the exchange, the click would be lost.
      } while (wanted() && (opened !== (element.actor ?? undefined) || element.matches(":active")));
      if (wanted()) this.#takeOver(root, style, before, shown);
      else this.#free();
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
      this.#mount.inert = false;
    } else {
      root.adoptedStyleSheets = [sheetFor(root)];
      root.replaceChildren(this.#mount);
    }
    maps.add(this);
    // An opened actor is told after the first paint.
    if (this.#open() === undefined) this.host.opened(null);
    const many = guarded(() => this.#widget.large());
    this.#isLarge = !!many[0];
    /** @type {Promise<void>} resolves after the first paint; rejects if a large incident's list does not come */
    this.painted = this.#isLarge ? this.#enlarge(many, place).then(painted) : painted();
    place.restore();
    this.#byRow = place.byRow;
    this.#listen();
    this.#afterPaint(shown).catch(() => {}); // A trap has been told.
  }

  /** What is known only once the map is painted: how wide a host's own font is, which begins to load then, and where the map is. */
  async #afterPaint(shown) {
    await this.painted;
    await document.fonts.ready;
    this.#fit();
    const sample = this.#mount.querySelector(".key li");
    if (sample) this.#resize.observe(sample);
    // Below the window nobody sees yet that an edition's map is narrower than its place: there may be room for more ties.
    const below = new IntersectionObserver(([{ isIntersecting, boundingClientRect: { top } }]) => {
      below.disconnect();
      if (!isIntersecting && top > 0 && this.#element.actor == null) this.#relayout();
    });
    if (shown) below.observe(this.#mount);
  }

  /**
   * Adds what an incident with very many actors or ties has instead of a map with names.
   * @param {import("../large/flat.js").Flat} many
   */
  async #enlarge(many, place) {
    const { LargeView } = await import(this.#files[0].href + again).catch((cause) => {
      again += again ? "2" : "?2";
      throw cause;
    });
    if (!this.#widget || trapped) return;
    this.#large = new LargeView(this.#mount, many, this.#files, again, (id) => this.#toggle(id));
    this.#large.open(this.#open());
    // Unless the reader has gone on meanwhile.
    if (document.activeElement === document.body) place.refocus();
    // First comes the list and then the map, both between the title and what is read.
    place.hold();
    const top = scrollY;
    await this.#large.ready;
    if (scrollY === top) place.hold();
  }

  // -------------------------------------------------------------- what is open

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
      const panel = this.#mount.querySelector(".panel[tabindex]");
      if (panel) panel.scrollTop = 0;
      // What a reader waits for are the words.
      await painted();
      this.#settle();
      if (reveal && id !== undefined && this.#widget && !trapped && this.#open() === id) revealPanel(this.#mount);
    } catch {
      // A trap has been told.
    }
  }

  /**
   * What can wait until the statements are painted: the map brings their actor out, and the page is told of each statement that
   * this map had not shown before.
   */
  #settle() {
    // What the page was told may have removed the map.
    if (!this.#widget || trapped) return;
    guarded(() => this.#widget.light());
    for (const statement of this.#statements()) this.#sight.observe(statement);
    for (const statement of guarded(() => this.#widget.shown())) {
      if (this.#seen.has(statement)) continue;
      this.#seen.add(statement);
      this.host.tell("actor-map-quote", { statement });
    }
  }

  #statements() {
    return [...this.#mount.querySelectorAll(".panel .statement")];
  }

  /** Until the page is printed there is in it what paper has. A large incident's list prints as it stands. */
  #unfold = () => {
    if (trapped || this.#isLarge) return;
    this.#mount.querySelector(".paper")?.remove();
    const paper = unfolded(this.#mount, this.#open(), (id) => this.select(id, false, true));
    this.#mount.querySelector(".panel").after(paper);
    addEventListener("afterprint", () => paper.remove(), { once: true });
  };

  // -------------------------------------------------------------- the reader

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
    addEventListener("beforeprint", this.#unfold);
    this.#mount.addEventListener("click", act);
    for (const approach of ["pointerover", "focusin"]) this.#mount.addEventListener(approach, ahead);
    // Firefox scrolls to no control on a map, so we do; but not to the one that had the focus when the window lost it and gets
    // it back with the window, for the reader may have scrolled away meanwhile.
    let returns;
    this.#mount.addEventListener("focusout", ({ target }) => (returns = target === this.#element.shadowRoot.activeElement));
    this.#mount.addEventListener("focusin", async ({ target }) => {
      if (returns || !target.ownerSVGElement || !target.matches(":focus-visible")) return;
      // Under the map the focus may go on to the panel.
      await painted();
      if (target === this.#element.shadowRoot?.activeElement) scrollIntoSight(target);
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
    if (id !== undefined && this.select(undefined)) scrollIntoSight(this.#focus(id));
  }

  /** Moves the focus to an actor's control, or to the row it was opened from, without scrolling there, and gives it. */
  #focus(id) {
    this.#large?.reveal(id);
    const control = controlOf(this.#mount, id, this.#byRow);
    control?.focus({ preventScroll: true });
    return control;
  }

  // -------------------------------------------------------------- what the element asks for

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

  /**
   * Opens an actor, or closes the open one.
   * @param {string | null | undefined} id
   * @param {boolean} [reveal] brings the panel into sight
   * @param {boolean} [ahead] only makes what the panel will show
   * @returns {boolean} false if the incident has no such actor
   */
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
   * Opens what a permalink names: `<incident>/<actor>`, perhaps with `/<statement>`. Ids need no decoding. Of several maps of the
   * incident the page's first one does, of those that show if any does.
   * @param {string} link
   * @param {boolean} late the page was opened with it, and whoever has scrolled is not called back
   */
  follow(link, late) {
    const [incident, actor, statement] = link.split("/");
    const all = [...maps].filter((map) => guarded(() => map.#widget.incident()) === incident);
    const showing = all.filter((map) => map.#element.clientWidth);
    // (4: the other one follows.)
    const inOrder = (one, other) => (one.#element.compareDocumentPosition(other.#element) & 4 ? -1 : 1);
    const [first] = (showing.length ? showing : all).sort(inOrder);
    if (first !== this || !this.select(actor)) return;
    const shown = statement && this.#mount.querySelector(`.panel > :not([hidden]) [data-statement="${CSS.escape(statement)}"]`);
    if (late && hasScrolled(this.#element)) return;
    unfold(this.#element);
    this.#element.scrollIntoView({ block: "start" });
    if (!shown) return revealPanel(this.#mount, true);
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: "nearest" });
  }

  /** The map as a picture of its own. */
  svg() {
    return this.#large ? this.#large.svg() : picture(this.#mount.querySelector(".map"));
  }

  /** Unmounts. */
  discard() {
    this.#resize.disconnect();
    this.#sight.disconnect();
    clearTimeout(this.#resizing);
    removeEventListener("beforeprint", this.#unfold);
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
}
