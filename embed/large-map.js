/**
 * The map of a large incident: dots on a canvas, with names as room allows. It leaves the page's scroll and touch alone
 * until a reader presses “Move the map”. Layout and dots are made by `large-worker.js`; here a finished picture is moved
 * about and names are put on it, so that a frame costs little however many actors there are.
 *
 * This file is the view and what the reader does with it. Beside it, and joined with it in a release:
 *
 * - `large/names.js`: which dots have names, and how these are drawn
 * - `large/picture.js`: the map as SVG
 * - `large/thread.js`: the worker, or what does its work here
 * - `large/grid.js`: what is under a pointer
 * - `large/snapshot.js`: what names and picture are told of the map
 */

import { element } from "./large/element.js";
import { Grid } from "./large/grid.js";
import { Names, TYPE } from "./large/names.js";
import { picture } from "./large/picture.js";
import { PainterThread } from "./large/thread.js";

/** A dot is hit up to this far from its middle, in CSS px: targets of 24 px. */
const REACH = 14;
/** The largest scale; by how much a click on + or − zooms; how far an arrow key moves, in CSS px. */
const CLOSEST = 14;
const ZOOM = 1.6;
const STEP = 60;
/** How near an opened actor is brought: its dot is 50 px from the next. */
const NEAR = 5;
/** How much is painted on each side of what shows, for the next movement, in parts of the map's size. */
const MARGIN = 0.3;
/** A press that moves further than this is a drag, in CSS px. */
const DRAG = 6;

/** The map of a large incident in its column. */
export class DotMap {
  #incident;
  #painter;
  #pick;
  #thread;
  #root;
  #canvas = element("canvas", { role: "img" });
  /** The line that says that the actors are being placed. */
  #state;
  /** The button “Move the map”. */
  #move;
  /** An element for each colour, which the style sheet gives it. */
  #probe;
  /** Where everything stands, once it has been placed; and how large that is where the scale is 1. */
  #chart = null;
  #size = null;
  /** @type {import("./large/snapshot.js").View | null} */
  #view = null;
  /** Whether the view is of the whole map; it is then made anew when the element's size changes. */
  #whole = true;
  /** The position of the open actor. */
  #open = null;
  /** The reader's own view before an actor was opened, whether it was `whole`, and as `then` the view that opening led to. */
  #before = null;
  /** The position of the actor under the pointer. */
  #hover = null;
  /** What was painted last: the task it was, with the finished `picture`. */
  #picture = null;
  /** Whether another one is being painted. */
  #painting = false;
  /** The colours and the font, until the page's change. */
  #colours = null;
  #font = "";
  #names = new Names();
  /** The request for the next frame. */
  #frame = 0;
  /** Where the pointers are that are down while the map can be moved. */
  #pointers = new Map();
  /** How far they have moved since one came down, in CSS px. */
  #dragged = 0;
  #resize;
  #grid = null;

  /**
   * @param {HTMLElement} column where the map goes
   * @param {import("./large/flat.js").Painted} incident
   * @param {{worker: string, glue: string, wasm: string}} files addresses
   * @param {object} painter `large-worker.js` as a module
   * @param {(id: string) => void} pick opens or closes an actor
   */
  constructor(column, incident, files, painter, pick) {
    this.#incident = incident;
    this.#painter = painter;
    this.#thread = new PainterThread(painter, files.worker);
    this.#pick = pick;
    const { actors } = incident;
    this.#canvas.setAttribute("aria-label", `Map of ${actors.length.toLocaleString("en")} actors as dots. All of them are in the list.`);
    this.#state = element("p", { class: "placing", role: "status" }, `Placing ${actors.length.toLocaleString("en")} actors …`);
    this.#move = element("button", { type: "button", "aria-pressed": "false" }, "Move the map");
    const button = (label, text, act) => {
      const made = element("button", { type: "button", "aria-label": label, title: label }, text);
      made.addEventListener("click", act);
      return made;
    };
    const tools = element(
      "div",
      { class: "tools", role: "group", "aria-label": "Map" },
      this.#move,
      button("Zoom in", "+", () => this.#zoom(ZOOM)),
      button("Zoom out", "−", () => this.#zoom(1 / ZOOM)),
      button("Whole map", "Whole map", () => this.#fit()),
    );
    this.#probe = element("div", { class: "probe", "aria-hidden": "true" });
    for (const name of this.#colourNames) this.#probe.append(element("i", { class: `tie ${name}` }));
    const box = element("div", { class: "large", part: "map" }, this.#canvas, this.#state, this.#probe);
    this.#root = element("div", { class: "large-map" }, box, tools);
    column.append(this.#root);
    this.#listen(box);
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#resize.observe(this.#canvas);
    this.#place(files).catch((cause) => {
      this.#state.textContent = "The map could not be drawn; the list has all actors.";
      console.warn(`actor-map: the layout of the large map failed: ${cause?.message ?? cause}`);
    });
  }

  async #place(files) {
    const { actors, ties, tieClasses, marks } = this.#incident;
    const { clientWidth, clientHeight } = this.#canvas;
    const aspect = clientWidth / clientHeight;
    const { points } = await this.#thread.ask("plot", { glue: files.glue, wasm: files.wasm, count: actors.length, ties, aspect });
    const [width, height] = points;
    const coordinate = (offset) => Float32Array.from(actors, (_, at) => points[2 + 2 * at + offset]);
    const parts = { xs: coordinate(0), ys: coordinate(1), ties, tieClasses, marks };
    await this.#thread.ask("chart", parts);
    this.#chart = this.#thread.chart;
    this.#size = { width, height };
    this.#grid = new Grid(parts.xs, parts.ys);
    this.#state.remove();
    this.#measure();
    // It may have been opened from the list meanwhile.
    if (this.#open !== null && this.#view) this.#approach(this.#open);
  }

  /** Shows which actor is open: near enough for its ties to be told apart; after it, where the reader was. */
  open(actor) {
    if (actor === this.#open) return;
    this.#open = actor;
    if (this.#view && actor !== null) this.#approach(actor);
    else if (this.#before && this.#view === this.#before.then) {
      if (this.#before.whole) this.#fit();
      else this.#look(this.#before.view);
    }
    if (actor === null) this.#before = null;
    this.#draw();
  }

  /** The map as a picture of its own: SVG. Empty until there is one. */
  svg() {
    if (!this.#view || !this.#colours) return "";
    return picture(this.#snapshot(), this.#names.labels, getComputedStyle(this.#canvas));
  }

  discard() {
    this.#thread.end();
    this.#resize.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#root.remove();
    this.#chart = null;
  }

  // -------------------------------------------------------------- the view

  get #width() { return this.#canvas.clientWidth; }
  get #height() { return this.#canvas.clientHeight; }

  #measure() {
    if (!this.#chart || !this.#width) return;
    if (this.#whole || !this.#view) this.#fit();
    this.#draw();
  }

  #fitting() {
    const { width, height } = this.#size;
    return Math.min((this.#width - 32) / width, (this.#height - 32) / height, 3);
  }

  /** The whole map. */
  #fit() {
    if (!this.#chart) return;
    const scale = this.#fitting();
    const { width, height } = this.#size;
    this.#whole = true;
    this.#look({ scale, left: (this.#width - width * scale) / 2, top: (this.#height - height * scale) / 2 });
  }

  /** Zooms about a place on the canvas, else about its middle. */
  #zoom(by, x = this.#width / 2, y = this.#height / 2) {
    if (!this.#view) return;
    const { scale, left, top } = this.#view;
    const to = Math.max(this.#fitting() * 0.8, Math.min(CLOSEST, scale * by));
    this.#whole = false;
    this.#look({ scale: to, left: x - ((x - left) * to) / scale, top: y - ((y - top) * to) / scale });
  }

  #pan(x, y) {
    if (!this.#view) return;
    const { scale, left, top } = this.#view;
    // Some of the chart stays in sight.
    const kept = (at, size, room) => Math.max(60 - size * scale, Math.min(room - 60, at));
    this.#whole = false;
    this.#look({ scale, left: kept(left + x, this.#size.width, this.#width), top: kept(top + y, this.#size.height, this.#height) });
  }

  #look(view) {
    this.#view = view;
    this.#draw();
  }

  /** Brings an actor and those it is tied to into sight, and together nearer if they are a small part of the map. */
  #approach(actor) {
    const { xs, ys } = this.#chart;
    const around = [actor, ...this.#chart.near(actor)];
    const ends = (all) => [around.reduce((least, at) => Math.min(least, all[at]), Infinity), around.reduce((most, at) => Math.max(most, all[at]), -Infinity)];
    const [[left, right], [top, bottom]] = [ends(xs), ends(ys)];
    const fitting = Math.min((this.#width * 0.75) / (right - left + 20), (this.#height * 0.75) / (bottom - top + 20), NEAR);
    const now = this.#view;
    const inSight =
      left * now.scale + now.left > 0 && right * now.scale + now.left < this.#width &&
      top * now.scale + now.top > 0 && bottom * now.scale + now.top < this.#height;
    if (inSight && now.scale > fitting / 2) return;
    const scale = inSight || fitting < now.scale ? fitting : now.scale;
    // From one actor to the next it is still the reader's own view that is come back to.
    if (!this.#before || now !== this.#before.then) this.#before = { view: now, whole: this.#whole };
    this.#whole = false;
    this.#look({ scale, left: this.#width / 2 - ((left + right) / 2) * scale, top: this.#height / 2 - ((top + bottom) / 2) * scale });
    this.#before.then = this.#view;
  }

  /** @returns {import("./large/snapshot.js").Snapshot} */
  #snapshot() {
    return {
      incident: this.#incident,
      painter: this.#painter,
      chart: this.#chart,
      size: this.#size,
      view: this.#view,
      width: this.#width,
      height: this.#height,
      colours: this.#colours,
      font: this.#font,
      open: this.#open,
      hover: this.#hover,
    };
  }

  // -------------------------------------------------------------- painting

  #draw() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#chart && this.#width) this.#paint();
    });
  }

  /** One frame: the last picture where it now belongs, and the names. The picture itself is made elsewhere. */
  #paint() {
    this.#colours ??= this.#readColours();
    const snapshot = this.#snapshot();
    const { width, height } = snapshot;
    const ratio = devicePixelRatio || 1;
    if (this.#canvas.width !== Math.round(width * ratio) || this.#canvas.height !== Math.round(height * ratio)) {
      this.#canvas.width = Math.round(width * ratio);
      this.#canvas.height = Math.round(height * ratio);
    }
    const pen = this.#canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const { scale, left, top } = this.#view;
    const shown = this.#picture;
    if (shown) {
      const by = scale / shown.view.scale;
      pen.drawImage(shown.picture, left - shown.view.left * by, top - shown.view.top * by, shown.width * by, shown.height * by);
    }
    this.#names.draw(pen, snapshot);
    if (!this.#painting && this.#isStale(ratio)) this.#repaint(ratio);
  }

  /** Whether another picture is wanted: of another scale, state or colour, or of what comes into sight. */
  #isStale(ratio) {
    const shown = this.#picture;
    if (!shown || shown.open !== this.#open || shown.colours !== this.#colours || shown.ratio !== ratio) return true;
    const { scale, left, top } = this.#view;
    if (shown.view.scale !== scale) return true;
    const [x, y] = [left - shown.view.left, top - shown.view.top];
    const right = x + shown.width - this.#width;
    const bottom = y + shown.height - this.#height;
    const spare = 0.3 * MARGIN;
    return x > -spare * this.#width || right < spare * this.#width || y > -spare * this.#height || bottom < spare * this.#height;
  }

  async #repaint(ratio) {
    this.#painting = true;
    const { scale, left, top } = this.#view;
    const [aside, above] = [Math.round(this.#width * MARGIN), Math.round(this.#height * MARGIN)];
    const task = {
      view: { scale, left: left + aside, top: top + above },
      ratio,
      width: this.#width + 2 * aside,
      height: this.#height + 2 * above,
      colours: this.#colours,
      open: this.#open,
    };
    try {
      const { picture } = await this.#thread.ask("paint", task);
      this.#picture?.picture.close?.();
      this.#picture = { ...task, picture };
    } finally {
      this.#painting = false;
    }
    this.#draw();
  }

  get #colourNames() {
    return [...this.#painter.CLASSES, ...this.#painter.MARKS, "ink", "border", "paper"];
  }

  /** The colours as the style sheet, the page and the reader's settings make them. */
  #readColours() {
    const colours = {};
    this.#colourNames.forEach((name, at) => (colours[name] = getComputedStyle(this.#probe.children[at]).color));
    colours.paper = getComputedStyle(this.#probe.lastElementChild).backgroundColor;
    const { fontFamily } = getComputedStyle(this.#canvas);
    this.#font = `${TYPE}px ${fontFamily}`;
    return colours;
  }

  // -------------------------------------------------------------- the reader

  /** The actor at a place on the canvas: under a name, else the nearest dot within reach. */
  #hit(x, y) {
    const { scale, left, top } = this.#view;
    return this.#names.at(x, y, this.#snapshot()) ?? this.#grid.nearest((x - left) / scale, (y - top) / scale, REACH / scale);
  }

  #listen(box) {
    const canvas = this.#canvas;
    const place = ({ clientX, clientY }) => {
      const { left, top } = canvas.getBoundingClientRect();
      return [clientX - left, clientY - top];
    };
    // The style's transition of a millisecond tells when the page's colours change.
    box.addEventListener("transitionend", () => {
      this.#colours = null;
      this.#draw();
    });
    canvas.addEventListener("click", (event) => {
      if (!this.#view || this.#dragged > DRAG) return;
      const [x, y] = place(event);
      const actor = this.#hit(x, y);
      if (actor !== null) this.#pick(this.#incident.actors[actor].id);
      // What a drag does, for who cannot drag: a click brings a place to the middle.
      else if (this.#isMoving) this.#pan(this.#width / 2 - x, this.#height / 2 - y);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!this.#view) return;
      const now = place(event);
      if (this.#pointers.has(event.pointerId)) return this.#drag(event.pointerId, now);
      if (event.pointerType === "mouse") this.#hovers(this.#hit(...now));
    });
    canvas.addEventListener("pointerleave", () => this.#hovers(null));
    canvas.addEventListener("pointerdown", (event) => {
      this.#dragged = 0;
      if (!this.#isMoving || event.button !== 0) return;
      canvas.setPointerCapture(event.pointerId);
      this.#pointers.set(event.pointerId, place(event));
    });
    const up = ({ pointerId }) => this.#pointers.delete(pointerId);
    canvas.addEventListener("pointerup", up);
    canvas.addEventListener("pointercancel", up);
    this.#move.addEventListener("click", () => this.#toggle(!this.#isMoving));
    this.#root.addEventListener("keydown", (event) => {
      if (!this.#isMoving || event.ctrlKey || event.metaKey || event.altKey) return;
      const acts = {
        Escape: () => this.#toggle(false),
        ArrowLeft: () => this.#pan(STEP, 0),
        ArrowRight: () => this.#pan(-STEP, 0),
        ArrowUp: () => this.#pan(0, STEP),
        ArrowDown: () => this.#pan(0, -STEP),
        "+": () => this.#zoom(ZOOM),
        "-": () => this.#zoom(1 / ZOOM),
        0: () => this.#fit(),
      };
      if (!acts[event.key]) return;
      event.preventDefault();
      event.stopPropagation();
      acts[event.key]();
    });
  }

  get #isMoving() {
    return this.#move.getAttribute("aria-pressed") === "true";
  }

  /** Only while the map is being moved does it hear the wheel and keep touches from scrolling the page. */
  #toggle(on) {
    this.#move.setAttribute("aria-pressed", String(on));
    this.#canvas.classList.toggle("moving", on);
    this.#pointers.clear();
    const change = on ? "addEventListener" : "removeEventListener";
    this.#canvas[change]("wheel", this.#wheel, { passive: false });
  }

  #wheel = (event) => {
    event.preventDefault();
    const { left, top } = this.#canvas.getBoundingClientRect();
    const pixels = event.deltaY * [1, 16, 400][event.deltaMode];
    this.#zoom(2 ** (-pixels / 300), event.clientX - left, event.clientY - top);
  };

  /** One pointer drags, two pinch. */
  #drag(pointer, now) {
    const before = this.#pointers.get(pointer);
    this.#pointers.set(pointer, now);
    this.#dragged += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const other = [...this.#pointers].find(([id]) => id !== pointer)?.[1];
    if (!other) return this.#pan(now[0] - before[0], now[1] - before[1]);
    const spread = ([x, y]) => Math.hypot(x - other[0], y - other[1]) || 1;
    this.#zoom(spread(now) / spread(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    this.#pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
  }

  #hovers(actor) {
    if (this.#hover === actor) return;
    this.#hover = actor;
    this.#canvas.classList.toggle("over", actor !== null);
    this.#draw();
  }
}
