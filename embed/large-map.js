/**
 * The map of a large incident: dots on a canvas, with names as room allows. It leaves the page's scroll and touch alone
 * until a reader presses “Move the map”. Layout and dots are made by `large-worker.js`; here a finished picture is moved
 * about and names are put on it, so that a frame costs little however many actors there are.
 */

/** The type on the map, in CSS px, and how wide and high a name may become. */
const TYPE = 12;
const LINE = 15;
const NAME_WIDTH = 132;
const NAME_LINES = 3;
/** Names take up to this part of the map. */
const NAMES_SHARE = 0.22;
/** A dot is hit up to this far from its middle, in CSS px: targets of 24 px. */
const REACH = 14;
/** The largest scale; a click on + or −, an arrow key. */
const CLOSEST = 14;
const ZOOM = 1.6;
const STEP = 60;
/** How near an opened actor is brought: its dot is 50 px from the next. */
const NEAR = 5;
/** So much is painted around what shows, in parts of the map's size, for the next movement. */
const MARGIN = 0.3;
/** A press that moves further than this is a drag, in CSS px. */
const DRAG = 6;

/** A page that requires Trusted Types wants a worker's address from a policy; one policy serves all maps. */
let policy = null;
const trusted = (url) => {
  policy ??= globalThis.trustedTypes?.createPolicy("actor-map", { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url };
  return policy.createScriptURL(url);
};

/** The worker, or what does the same on the page's own thread. */
class Hand {
  #part;
  #worker = null;
  #waiting = new Map();
  #last = 0;
  #chart = null;

  /** `part` is `large-worker.js` as a module, `address` where it lies. */
  constructor(part, address) {
    this.#part = part;
    try {
      this.#worker = new Worker(trusted(address), { type: "module" });
    } catch {
      // Of another origin, or refused by a policy.
      return;
    }
    this.#worker.onmessage = ({ data: { id, error, ...answer } }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(error));
      else resolve(answer);
    };
    // It did not start, or died: what waits is done here.
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#worker = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { kind, task, resolve, reject } of waiting) this.#here(kind, task).then(resolve, reject);
    };
  }

  /** Has a task done: `plot`, `chart` or `paint`. */
  ask(kind, task) {
    if (kind === "chart") this.#chart = new this.#part.Chart(task);
    if (!this.#worker) return this.#here(kind, task);
    return new Promise((resolve, reject) => {
      const id = (this.#last += 1);
      this.#waiting.set(id, { kind, task, resolve, reject });
      this.#worker.postMessage({ id, kind, ...task });
    });
  }

  async #here(kind, task) {
    if (kind === "plot") return { points: await this.#part.plot(task, () => new Promise((resolve) => setTimeout(resolve))) };
    if (kind === "chart") return {};
    const picture = document.createElement("canvas");
    picture.width = task.width * task.ratio;
    picture.height = task.height * task.ratio;
    this.#chart.paint(picture.getContext("2d"), task);
    return { picture };
  }

  /** The chart that `chart` was asked for, for questions of this thread. */
  get chart() {
    return this.#chart;
  }

  end() {
    this.#worker?.terminate();
  }
}

// ---------------------------------------------------------------- the map

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

export class Dots {
  #data;
  #part;
  #pick;
  #hand;
  #root;
  #canvas = element("canvas", { role: "img" });
  #state;
  #move;
  #probe;
  #chart = null;
  #size = null;
  /** The view: scale, and where the chart's corner is, in CSS px. */
  #view = null;
  /** Whether the whole map shows; it goes on to when the element's size changes. */
  #whole = true;
  #open = null;
  /** The view before an actor was opened, and the one it was opened in. */
  #before = null;
  #hover = null;
  /** What was painted last, with the view it is for. */
  #picture = null;
  #painting = false;
  #colours = null;
  #names = new Map();
  #labels = [];
  #labelled = "";
  #frame = 0;
  #pointers = new Map();
  #dragged = 0;
  #resize;
  #grid = null;
  #font = "";
  /** Positions of the actors, those with the most ties first. */
  #order = [];

  /**
   * @param {HTMLElement} column where the map goes
   * @param {object} data the incident, as `large.js` reads it
   * @param {{worker: string, glue: string, wasm: string}} files addresses
   * @param {object} part `large-worker.js` as a module
   * @param {(id: string) => void} pick opens or closes an actor
   */
  constructor(column, data, files, part, pick) {
    this.#data = data;
    this.#part = part;
    this.#hand = new Hand(part, files.worker);
    this.#pick = pick;
    const { actors } = data;
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
    const { actors, ties, tieClasses, marks } = this.#data;
    const { clientWidth, clientHeight } = this.#canvas;
    const aspect = clientWidth / clientHeight;
    const { points } = await this.#hand.ask("plot", { glue: files.glue, wasm: files.wasm, count: actors.length, ties, aspect });
    const [width, height] = points;
    const coordinate = (offset) => Float32Array.from(actors, (_, at) => points[2 + 2 * at + offset]);
    const parts = { xs: coordinate(0), ys: coordinate(1), ties, tieClasses, marks };
    await this.#hand.ask("chart", parts);
    this.#chart = this.#hand.chart;
    this.#size = { width, height };
    const { degrees } = this.#chart;
    this.#order = [...actors.keys()].sort((one, other) => degrees[other] - degrees[one] || one - other);
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

  discard() {
    this.#hand.end();
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

  /** Where an actor stands on the canvas. */
  #at(actor) {
    const { scale, left, top } = this.#view;
    return [this.#chart.xs[actor] * scale + left, this.#chart.ys[actor] * scale + top];
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
    const ratio = devicePixelRatio || 1;
    const [width, height] = [this.#width, this.#height];
    if (this.#canvas.width !== Math.round(width * ratio) || this.#canvas.height !== Math.round(height * ratio)) {
      this.#canvas.width = Math.round(width * ratio);
      this.#canvas.height = Math.round(height * ratio);
    }
    this.#colours ??= this.#read();
    const pen = this.#canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const { scale, left, top } = this.#view;
    const shown = this.#picture;
    if (shown) {
      const by = scale / shown.view.scale;
      pen.drawImage(shown.picture, left - shown.view.left * by, top - shown.view.top * by, shown.width * by, shown.height * by);
    }
    this.#name(pen, width, height);
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
      const { picture } = await this.#hand.ask("paint", task);
      this.#picture?.picture.close?.();
      this.#picture = { ...task, picture };
    } finally {
      this.#painting = false;
    }
    this.#draw();
  }

  get #colourNames() {
    return [...this.#part.CLASSES, ...this.#part.MARKS, "ink", "border", "paper"];
  }

  /** The colours as the style sheet, the page and the reader's settings make them. */
  #read() {
    const colours = {};
    this.#colourNames.forEach((name, at) => (colours[name] = getComputedStyle(this.#probe.children[at]).color));
    colours.paper = getComputedStyle(this.#probe.lastElementChild).backgroundColor;
    const { fontFamily } = getComputedStyle(this.#canvas);
    this.#font = `${TYPE}px ${fontFamily}`;
    return colours;
  }

  // -------------------------------------------------------------- names

  /** Puts names on the dots that have the most ties, as room allows; with an actor open, on it and its like. */
  #name(pen, width, height) {
    pen.font = this.#font;
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    const { scale } = this.#view;
    const key = `${scale} ${this.#open} ${width} ${height}`;
    if (this.#labelled !== key) {
      this.#labelled = key;
      this.#labels = this.#choose(pen, scale, width * height);
    }
    for (const { actor, box } of this.#labels) this.#pill(pen, actor, box, width, height);
    if (this.#hover !== null && !this.#labels.some(({ actor }) => actor === this.#hover)) {
      this.#pill(pen, this.#hover, this.#box(pen, this.#hover, Infinity), width, height);
    }
  }

  #choose(pen, scale, room) {
    const chart = this.#chart;
    const open = this.#open;
    const wanted = open === null ? this.#order : [open, ...chart.near(open)];
    // Names of what lies outside count against the room of the whole chart.
    const whole = this.#size.width * this.#size.height * scale * scale;
    let left = NAMES_SHARE * (open === null ? Math.max(whole, room) : whole + room);
    const taken = new Boxes();
    const chosen = [];
    for (const actor of wanted) {
      const [x, y] = [chart.xs[actor] * scale, chart.ys[actor] * scale];
      // A middle that is taken needs no measuring.
      if (taken.hit(x - 8, y - 8, x + 8, y + 8)) continue;
      const box = this.#box(pen, actor, actor === open ? Infinity : NAME_LINES);
      if (!box) continue;
      const edges = [x - box.width / 2 - 3, y - box.height / 2 - 3, x + box.width / 2 + 3, y + box.height / 2 + 3];
      if (taken.hit(...edges)) continue;
      taken.add(...edges);
      chosen.push({ actor, box });
      left -= box.width * box.height;
      if (left < 0) break;
    }
    // The best-connected on top.
    return chosen.reverse();
  }

  /** An actor's name in lines, and the size of its box; none if it takes more lines than it may. Never shortened. */
  #box(pen, actor, most) {
    let box = this.#names.get(actor);
    if (!box) {
      const lines = [];
      let widest = 0;
      // Between words; scripts without spaces between any two letters.
      const words = this.#data.actors[actor].name.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+\s*|\s+/gu) ?? [""];
      let line = "";
      for (const word of words) {
        if (line && pen.measureText((line + word).trimEnd()).width > NAME_WIDTH) {
          lines.push(line.trimEnd());
          line = "";
        }
        line += word;
      }
      lines.push(line.trimEnd());
      for (const text of lines) widest = Math.max(widest, pen.measureText(text).width);
      box = { lines, width: Math.ceil(widest) + 14, height: lines.length * LINE + 6 };
      this.#names.set(actor, box);
    }
    return box.lines.length > most || (most < Infinity && box.width > 2 * NAME_WIDTH) ? null : box;
  }

  /** How an actor's box is drawn, as in `widget.css`: each mark tells by itself, and only the colour is one's alone. */
  #outline(actor, height) {
    const { classes } = this.#data.actors[actor];
    return {
      round: classes.includes("person") ? Math.min(18, height / 2) : 6,
      stroke: this.#colours[this.#part.MARKS[this.#data.marks[actor]] ?? "border"],
      weight: classes.includes("accused") ? 2.2 : 1.5,
      dashes: classes.includes("unnamed") ? [4, 3] : [],
    };
  }

  #pill(pen, actor, { lines, width, height }, right, bottom) {
    const [x, y] = this.#at(actor);
    // A name is whole or not there.
    if (x < width / 2 + 2 || y < height / 2 + 2 || x > right - width / 2 - 2 || y > bottom - height / 2 - 2) return;
    const { round, stroke, weight, dashes } = this.#outline(actor, height);
    const colours = this.#colours;
    const open = actor === this.#open;
    pen.beginPath();
    pen.roundRect(Math.round(x - width / 2), Math.round(y - height / 2), width, height, round);
    pen.fillStyle = colours.paper;
    pen.strokeStyle = open || actor === this.#hover ? colours.ink : stroke;
    pen.lineWidth = open ? 3 : weight;
    pen.setLineDash(dashes);
    pen.fill();
    pen.stroke();
    pen.setLineDash([]);
    pen.fillStyle = colours.ink;
    lines.forEach((line, at) => pen.fillText(line, Math.round(x), Math.round(y - height / 2) + 3 + LINE * at + 11.5));
  }

  /** The actor at a place on the canvas: under a name, else the nearest dot within reach. */
  #hit(x, y) {
    for (const { actor, box } of [...this.#labels].reverse()) {
      const [cx, cy] = this.#at(actor);
      if (Math.abs(x - cx) <= box.width / 2 && Math.abs(y - cy) <= Math.max(12, box.height / 2)) return actor;
    }
    const { scale, left, top } = this.#view;
    return this.#grid.nearest((x - left) / scale, (y - top) / scale, REACH / scale);
  }

  // -------------------------------------------------------------- the reader

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
      if (actor !== null) this.#pick(this.#data.actors[actor].id);
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

  // -------------------------------------------------------------- as a picture

  svg() {
    if (!this.#view || !this.#colours) return "";
    const colours = this.#colours;
    const px = (number) => String(Math.round(number * 10) / 10);
    const xml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const { ties, tieClasses, marks, actors } = this.#data;
    const parts = this.#part.CLASSES.map((name, at) => {
      const [weight, dashes = [], ends = "butt"] = this.#part.LINES[name];
      let d = "";
      tieClasses.forEach((kind, tie) => {
        const [from, to] = [this.#at(ties[2 * tie]), this.#at(ties[2 * tie + 1])];
        if (kind === at) d += `M${from.map(px).join(" ")}L${to.map(px).join(" ")}`;
      });
      return d && `<path d="${d}" fill="none" stroke="${colours[name]}" stroke-width="${weight / 2}" stroke-dasharray="${dashes.join(" ")}" stroke-linecap="${ends}" opacity=".55"/>`;
    });
    actors.forEach((_, actor) => {
      const [x, y] = this.#at(actor).map(px);
      const [fill, stroke] = marks[actor] < 0 ? [colours.claim, colours.paper] : [colours.paper, colours[this.#part.MARKS[marks[actor]]]];
      parts.push(`<circle cx="${x}" cy="${y}" r="${px(this.#chart.radius(actor, this.#view.scale))}" fill="${fill}" stroke="${stroke}" stroke-width="${marks[actor] < 0 ? 0.6 : 1.8}"/>`);
    });
    const { fontFamily } = getComputedStyle(this.#canvas);
    for (const { actor, box } of this.#labels) {
      const [x, y] = this.#at(actor);
      const [left, top] = [x - box.width / 2, y - box.height / 2];
      const { round, stroke, weight, dashes } = this.#outline(actor, box.height);
      parts.push(`<rect x="${px(left)}" y="${px(top)}" width="${box.width}" height="${box.height}" rx="${round}" fill="${colours.paper}" stroke="${stroke}" stroke-width="${weight}" stroke-dasharray="${dashes.join(" ")}"/>`);
      box.lines.forEach((line, at) => parts.push(`<text x="${px(x)}" y="${px(top + 14.5 + LINE * at)}" fill="${colours.ink}" text-anchor="middle" font-size="${TYPE}" font-family="${xml(fontFamily)}">${xml(line)}</text>`));
    }
    const [width, height] = [this.#width, this.#height];
    const ground = getComputedStyle(this.#canvas).backgroundColor;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${ground}"/>${parts.join("")}</svg>`;
  }
}

/** Points by the square cells they lie in, to find what is under a pointer. */
class Grid {
  #cells = new Map();
  #side = 24;
  #xs;
  #ys;

  constructor(xs, ys) {
    this.#xs = xs;
    this.#ys = ys;
    xs.forEach((x, at) => {
      const key = this.#key(Math.floor(x / this.#side), Math.floor(ys[at] / this.#side));
      const cell = this.#cells.get(key);
      if (cell) cell.push(at);
      else this.#cells.set(key, [at]);
    });
  }

  #key(column, row) {
    return row * 100_000 + column;
  }

  /** The point nearest to a place, if one is within reach. */
  nearest(x, y, reach) {
    let [found, least] = [null, reach];
    const cell = (at) => Math.floor(at / this.#side);
    for (let row = cell(y - reach); row <= cell(y + reach); row++) {
      for (let column = cell(x - reach); column <= cell(x + reach); column++) {
        for (const at of this.#cells.get(this.#key(column, row)) ?? []) {
          const far = Math.hypot(this.#xs[at] - x, this.#ys[at] - y);
          if (far < least) [found, least] = [at, far];
        }
      }
    }
    return found;
  }
}

/** Rectangles of names that must not overlap. */
class Boxes {
  #cells = new Map();

  *#over(left, top, right, bottom) {
    for (let row = Math.floor(top / 64); row <= Math.floor(bottom / 64); row++) {
      for (let column = Math.floor(left / 64); column <= Math.floor(right / 64); column++) yield row * 100_000 + column;
    }
  }

  hit(left, top, right, bottom) {
    for (const key of this.#over(left, top, right, bottom)) {
      for (const box of this.#cells.get(key) ?? []) {
        if (left < box[2] && box[0] < right && top < box[3] && box[1] < bottom) return true;
      }
    }
    return false;
  }

  add(...box) {
    for (const key of this.#over(...box)) {
      if (!this.#cells.has(key)) this.#cells.set(key, []);
      this.#cells.get(key).push(box);
    }
  }
}
