/**
 * The heavy half of a large map: the layout, by a WebAssembly module of its own, and the picture of all dots and ties.
 * Runs as a worker; where none may start (another origin, a policy), `large/thread.js` calls the same on the page's thread.
 *
 * What it is asked for, and what it answers. Messages are `{id, kind, ...task}` and `{id, ...answer}`, or `{id, error}` with a
 * text. Positions are those of actors in the incident; `ties` has two for each tie, from and to, one tie after another.
 *
 * @typedef {object} Plot the layout. Answer: `{points}`, a `Float64Array`: width, height, each actor's x and y, in px at scale 1
 * @property {string} glue the address of the layout's script
 * @property {string} wasm and of its module
 * @property {number} count how many actors there are
 * @property {Uint32Array} ties
 * @property {number} aspect the room's width over its height
 *
 * @typedef {object} Parts what `chart` remembers, before anything can be painted. Answer: `{}`
 * @property {Float32Array} xs where each actor stands, in px at scale 1
 * @property {Float32Array} ys
 * @property {Uint32Array} ties
 * @property {Uint8Array} tieClasses the class of each tie, by its place in `CLASSES`
 * @property {Int8Array} marks what each actor is, by its place in `MARKS`; -1 if none of these
 *
 * @typedef {object} Paint a picture of dots and ties. Answer: `{picture}`, an `ImageBitmap` from a worker, else a canvas
 * @property {{scale: number, left: number, top: number}} view the scale, and the chart's corner on the picture, in CSS px
 * @property {number} ratio device pixels for each CSS px
 * @property {number} width the picture's, in CSS px
 * @property {number} height
 * @property {Record<string, string>} colours by `CLASSES` and `MARKS`, and "paper"
 * @property {number | null} open the position of the open actor
 */

/** The seed of every layout, the same as of small maps. */
const SEED = 21;
/**
 * Dots are 10 px apart where the scale is 1. The radius of one without ties is this many times the scale, but from `least` to
 * `most` CSS px; ties make it larger.
 */
const DOT = { scale: 4, least: 1.8, most: 6 };

/** How the lines are drawn, as in `widget.css`: width, dashes, and the ends of these, by class. */
export const LINES = {
  accuse: [1.9], condemn: [1.9], call: [1.9], deny: [2.4, [1.5, 3.5], "round"], support: [2.8], inform: [1.9],
  "claim contested": [1.4, [6, 4]], claim: [2.4], office: [1.1],
};
export const CLASSES = Object.keys(LINES);
/**
 * What can give a dot its border's colour: the first of these that an actor is. So who is accused and a target is drawn as a
 * target, as in `widget.css`.
 */
export const MARKS = ["target", "accused", "unnamed"];

// ---------------------------------------------------------------- painting dots and ties

/** Where everything stands, and how it is tied: what a painter needs. */
export class Chart {
  /** @param {Parts} parts */
  constructor({ xs, ys, ties, tieClasses, marks }) {
    Object.assign(this, { xs, ys, ties, tieClasses, marks });
    this.degrees = new Uint32Array(xs.length);
    for (const end of ties) this.degrees[end] += 1;
  }

  /** The radius of an actor's dot at a scale, in CSS px. */
  radius(actor, scale) {
    const { least, most } = DOT;
    const plain = Math.min(most, Math.max(least, scale * DOT.scale));
    return plain * (1 + Math.min(1, Math.log2(1 + this.degrees[actor]) / 8));
  }

  /**
   * Paints ties and dots.
   * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} pen
   * @param {Paint} task
   */
  paint(pen, { view, ratio, width, height, colours, open }) {
    const { scale, left, top } = view;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const x = (actor) => this.xs[actor] * scale + left;
    const y = (actor) => this.ys[actor] * scale + top;
    const near = new Set();
    const thin = Math.min(1, 0.4 + scale * 0.25);
    // With an actor open, its ties have arrowheads, half-way, where no name covers them, and those of one pair lie apart.
    const aside = open === null ? null : this.#aside(open);
    const lines = (chosen, alpha, wide, heads) => {
      pen.globalAlpha = alpha;
      CLASSES.forEach((name, at) => {
        const [weight, dashes = [], ends = "butt"] = LINES[name];
        const path = new Path2D();
        const tips = new Path2D();
        for (let tie = 0; tie < this.tieClasses.length; tie++) {
          const [from, to] = [this.ties[2 * tie], this.ties[2 * tie + 1]];
          if (this.tieClasses[tie] !== at || from === to || !chosen(from, to)) continue;
          let [x1, y1, x2, y2] = [x(from), y(from), x(to), y(to)];
          if (Math.max(x1, x2) < 0 || Math.max(y1, y2) < 0 || Math.min(x1, x2) > width || Math.min(y1, y2) > height) continue;
          if (heads) {
            const length = Math.hypot(x2 - x1, y2 - y1) || 1;
            const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
            // The side is the pair's, whichever way a tie runs.
            const by = aside.get(tie) * (from < to ? 1 : -1);
            [x1, y1, x2, y2] = [x1 - uy * by, y1 + ux * by, x2 - uy * by, y2 + ux * by];
            const [tx, ty] = [(x1 + x2) / 2 + ux * 5, (y1 + y2) / 2 + uy * 5];
            tips.moveTo(tx, ty);
            tips.lineTo(tx - ux * 10 - uy * 4.5, ty - uy * 10 + ux * 4.5);
            tips.lineTo(tx - ux * 10 + uy * 4.5, ty - uy * 10 - ux * 4.5);
            tips.closePath();
          }
          path.moveTo(x1, y1);
          path.lineTo(x2, y2);
        }
        pen.strokeStyle = pen.fillStyle = colours[name];
        pen.lineWidth = weight * wide;
        pen.setLineDash(dashes);
        pen.lineCap = ends;
        pen.stroke(path);
        pen.fill(tips);
      });
      pen.setLineDash([]);
    };
    if (open === null) lines(() => true, 0.55, thin, false);
    else {
      lines((from, to) => from !== open && to !== open, 0.14, thin, false);
      lines((from, to) => from === open || to === open, 1, 1.2, true);
      this.near(open).forEach((actor) => near.add(actor));
    }
    // One path for each border and dimness: few strokes, however many dots.
    for (const dim of [true, false]) {
      pen.globalAlpha = dim ? 0.42 : 1;
      for (const mark of [...MARKS.keys(), -1].reverse()) {
        const path = new Path2D();
        for (let actor = 0; actor < this.xs.length; actor++) {
          if (this.marks[actor] !== mark || (open !== null && actor !== open && !near.has(actor)) !== dim) continue;
          const [cx, cy, r] = [x(actor), y(actor), this.radius(actor, scale)];
          if (cx < -r || cy < -r || cx > width + r || cy > height + r) continue;
          path.moveTo(cx + r, cy);
          path.arc(cx, cy, r, 0, 2 * Math.PI);
        }
        // Filled with paper where something marks the actor, so that colour is not all that tells.
        pen.fillStyle = mark < 0 ? colours.claim : colours.paper;
        pen.strokeStyle = mark < 0 ? colours.paper : colours[MARKS[mark]];
        pen.lineWidth = mark < 0 ? 0.6 : 1.8;
        pen.fill(path);
        pen.stroke(path);
      }
    }
    pen.globalAlpha = 1;
  }

  /** How far aside each tie of an actor lies, in CSS px, so that those of one pair can be told apart. */
  #aside(actor) {
    const pairs = new Map();
    for (let tie = 0; tie < this.tieClasses.length; tie++) {
      const [from, to] = [this.ties[2 * tie], this.ties[2 * tie + 1]];
      if (from !== actor && to !== actor) continue;
      const other = from + to - actor;
      pairs.set(other, [...(pairs.get(other) ?? []), tie]);
    }
    const places = new Map();
    for (const ties of pairs.values()) ties.forEach((tie, at) => places.set(tie, 7 * (at - (ties.length - 1) / 2)));
    return places;
  }

  /** The actors an actor is tied to, those with the most ties first. */
  near(actor) {
    const found = new Set();
    for (let tie = 0; tie < this.ties.length; tie += 2) {
      const [from, to] = [this.ties[tie], this.ties[tie + 1]];
      if (from === actor) found.add(to);
      if (to === actor) found.add(from);
    }
    found.delete(actor);
    return [...found].sort((one, other) => this.degrees[other] - this.degrees[one]);
  }
}

/**
 * Lays out.
 * @param {Plot} task
 * @param {() => Promise<void>} [pause] called between rounds: the page's own thread gives way to the page there
 * @returns {Promise<Float64Array>} width, height, then x and y of each actor, in px
 */
export async function plot({ glue, wasm, count, ties, aspect }, pause) {
  const layout = await import(glue);
  await layout.default({ module_or_path: wasm });
  const plot = new layout.Plot(count, ties, aspect, SEED);
  while (plot.step()) await pause?.();
  return plot.points();
}

// ---------------------------------------------------------------- in the worker

if (typeof document === "undefined") {
  let chart = null;
  const tasks = {
    async plot(task) {
      const points = await plot(task);
      return [{ points }, [points.buffer]];
    },
    chart(parts) {
      chart = new Chart(parts);
      return [{}, []];
    },
    paint(task) {
      const canvas = new OffscreenCanvas(task.width * task.ratio, task.height * task.ratio);
      chart.paint(canvas.getContext("2d"), task);
      const picture = canvas.transferToImageBitmap();
      return [{ picture }, [picture]];
    },
  };
  addEventListener("message", async ({ data: { id, kind, ...task } }) => {
    try {
      const [answer, moved] = await tasks[kind](task);
      postMessage({ id, ...answer }, moved);
    } catch (cause) {
      postMessage({ id, error: String(cause?.message ?? cause) });
    }
  });
}
