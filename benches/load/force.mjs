// d3 with its own forces, run to their end before anything shows.

import { forceCenter, forceLink, forceManyBody, forceSimulation } from "d3-force";

import { forces } from "../peers/settings.mjs";
import { draw } from "./drawing.mjs";
import { story } from "./panel.mjs";

const { width, height, actors, ties } = story;
const LINE = 17;
const FIRST_BASELINE = 19;

const centres = forces({ forceCenter, forceLink, forceManyBody, forceSimulation }, {
  width,
  height,
  nodes: actors.map(({ size }) => size),
  ties: ties.map(({ from, to }) => [from, to]),
});

const placed = actors.map((actor, at) => {
  const [[cx, cy], [w, h]] = [centres[at], actor.size];
  const [x, y] = [cx - w / 2, cy - h / 2];
  return {
    ...actor,
    box: [x, y, w, h],
    lines: actor.lines.map((words, line) => [x + 10, y + FIRST_BASELINE + line * LINE, words]),
    badge: actor.badge && { box: [x + w - 26, y + h / 2 - 9, 18, 18], text: actor.badge },
  };
});

/** Where the line from a box's centre towards a point leaves the box. */
function border([cx, cy], [w, h], [x, y]) {
  const [dx, dy] = [x - cx, y - cy];
  const share = Math.min(1, w / 2 / Math.abs(dx || 1e-9), h / 2 / Math.abs(dy || 1e-9));
  return [cx + dx * share, cy + dy * share];
}

const lines = ties.map(({ from, to, kind }) => {
  const start = border(centres[from], actors[from].size, centres[to]);
  const tip = border(centres[to], actors[to].size, centres[from]);
  const angle = Math.atan2(tip[1] - start[1], tip[0] - start[0]);
  const wing = (turn) => [tip[0] - 9 * Math.cos(angle + turn), tip[1] - 9 * Math.sin(angle + turn)];
  return { kind, d: `M${start}L${tip}`, head: [tip, wing(0.4), wing(-0.4)] };
});

draw([], lines, placed);
