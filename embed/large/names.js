/** The names on a large map: which dots have one, as room allows, and how it is drawn. */

import { placeOf } from "./snapshot.js";

/** The type on the map, in CSS px, and how wide and high a name may become. */
export const TYPE = 12;
export const LINE = 15;
const NAME_WIDTH = 132;
const NAME_LINES = 3;
/** Names take up to this part of the map. */
const NAMES_SHARE = 0.22;

/**
 * @typedef {object} Box
 * @property {string[]} lines the name, broken
 * @property {number} width of the whole box, in CSS px
 * @property {number} height
 */

export class Names {
  /** Boxes that have been measured, by the positions of their actors. */
  #boxes = new Map();
  /** What the labels were chosen for. */
  #labelled = "";
  /** @type {{actor: number, box: Box}[]} the names that the map has, the best-connected last */
  labels = [];

  /**
   * Puts names on the dots that have the most ties, as room allows; with an actor open, on it and its like.
   * @param {CanvasRenderingContext2D} pen
   * @param {import("./snapshot.js").Snapshot} snapshot
   */
  draw(pen, snapshot) {
    const { view, width, height, font, open, hover } = snapshot;
    pen.font = font;
    pen.textAlign = "center";
    pen.textBaseline = "alphabetic";
    const key = `${view.scale} ${open} ${width} ${height}`;
    if (this.#labelled !== key) {
      this.#labelled = key;
      this.labels = this.#choose(pen, snapshot);
    }
    for (const { actor, box } of this.labels) pill(pen, actor, box, snapshot);
    if (hover !== null && !this.labels.some(({ actor }) => actor === hover)) {
      pill(pen, hover, this.#box(pen, hover, Infinity, snapshot), snapshot);
    }
  }

  /** The actor whose name is at a place on the canvas, else null. */
  at(x, y, snapshot) {
    for (const { actor, box } of [...this.labels].reverse()) {
      const [cx, cy] = placeOf(actor, snapshot);
      if (Math.abs(x - cx) <= box.width / 2 && Math.abs(y - cy) <= Math.max(12, box.height / 2)) return actor;
    }
    return null;
  }

  #choose(pen, snapshot) {
    const { incident, chart, size, view: { scale }, width, height, open } = snapshot;
    const wanted = open === null ? incident.order : [open, ...chart.near(open)];
    // Names of what lies outside count against the room of the whole chart.
    const [room, whole] = [width * height, size.width * size.height * scale * scale];
    let left = NAMES_SHARE * (open === null ? Math.max(whole, room) : whole + room);
    const taken = new Boxes();
    const chosen = [];
    for (const actor of wanted) {
      const [x, y] = [chart.xs[actor] * scale, chart.ys[actor] * scale];
      // A middle that is taken needs no measuring.
      if (taken.hit(x - 8, y - 8, x + 8, y + 8)) continue;
      const box = this.#box(pen, actor, actor === open ? Infinity : NAME_LINES, snapshot);
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
  #box(pen, actor, most, { incident }) {
    let box = this.#boxes.get(actor);
    if (!box) {
      const lines = [];
      let widest = 0;
      // Between words; scripts without spaces between any two letters.
      const words = incident.actors[actor].name.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+\s*|\s+/gu) ?? [""];
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
      this.#boxes.set(actor, box);
    }
    return box.lines.length > most || (most < Infinity && box.width > 2 * NAME_WIDTH) ? null : box;
  }
}

/** How an actor's box is drawn, as in `widget.css`: each mark tells by itself, and only the colour is one's alone. */
export function outline(actor, height, { incident, painter, colours }) {
  const { classes } = incident.actors[actor];
  return {
    round: classes.includes("person") ? Math.min(18, height / 2) : 6,
    stroke: colours[painter.MARKS[incident.marks[actor]] ?? "border"],
    weight: classes.includes("accused") ? 2.2 : 1.5,
    dashes: classes.includes("unnamed") ? [4, 3] : [],
  };
}

/** Draws one name in its box. */
function pill(pen, actor, { lines, width, height }, snapshot) {
  const [x, y] = placeOf(actor, snapshot);
  // A name is whole or not there.
  if (x < width / 2 + 2 || y < height / 2 + 2 || x > snapshot.width - width / 2 - 2 || y > snapshot.height - height / 2 - 2) return;
  const { round, stroke, weight, dashes } = outline(actor, height, snapshot);
  const { colours, open, hover } = snapshot;
  pen.beginPath();
  pen.roundRect(Math.round(x - width / 2), Math.round(y - height / 2), width, height, round);
  pen.fillStyle = colours.paper;
  pen.strokeStyle = actor === open || actor === hover ? colours.ink : stroke;
  pen.lineWidth = actor === open ? 3 : weight;
  pen.setLineDash(dashes);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  pen.fillStyle = colours.ink;
  lines.forEach((line, at) => pen.fillText(line, Math.round(x), Math.round(y - height / 2) + 3 + LINE * at + 11.5));
}

/** Rectangles of names that must not overlap, by the cells of 64 px that they touch. */
class Boxes {
  #cells = new Map();

  *#over(left, top, right, bottom) {
    for (let row = Math.floor(top / 64); row <= Math.floor(bottom / 64); row++) {
      for (let column = Math.floor(left / 64); column <= Math.floor(right / 64); column++) yield row * 100_000 + column;
    }
  }

  /** Whether some rectangle is in the way. */
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
