/** A large map as a picture of its own. */

import { LINE, TYPE, outline } from "./names.js";
import { placeOf } from "./snapshot.js";

/**
 * The map as SVG: ties, dots, and the names it has.
 * @param {import("./snapshot.js").Snapshot} snapshot
 * @param {import("./names.js").Names["labels"]} labels
 * @param {{fontFamily: string, backgroundColor: string}} style the canvas's
 */
export function picture(snapshot, labels, { fontFamily, backgroundColor }) {
  const { incident, painter, chart, view, width, height, colours } = snapshot;
  const px = (number) => String(Math.round(number * 10) / 10);
  const xml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const { ties, tieClasses, marks, actors } = incident;
  const parts = painter.CLASSES.map((name, at) => {
    const [weight, dashes = [], ends = "butt"] = painter.LINES[name];
    let d = "";
    tieClasses.forEach((kind, tie) => {
      const [from, to] = [placeOf(ties[2 * tie], snapshot), placeOf(ties[2 * tie + 1], snapshot)];
      if (kind === at) d += `M${from.map(px).join(" ")}L${to.map(px).join(" ")}`;
    });
    return d && `<path d="${d}" fill="none" stroke="${colours[name]}" stroke-width="${weight / 2}" stroke-dasharray="${dashes.join(" ")}" stroke-linecap="${ends}" opacity=".55"/>`;
  });
  actors.forEach((_, actor) => {
    const [x, y] = placeOf(actor, snapshot).map(px);
    const [fill, stroke] = marks[actor] < 0 ? [colours.claim, colours.paper] : [colours.paper, colours[painter.MARKS[marks[actor]]]];
    parts.push(`<circle cx="${x}" cy="${y}" r="${px(chart.radius(actor, view.scale))}" fill="${fill}" stroke="${stroke}" stroke-width="${marks[actor] < 0 ? 0.6 : 1.8}"/>`);
  });
  for (const { actor, box } of labels) {
    const [x, y] = placeOf(actor, snapshot);
    const [left, top] = [x - box.width / 2, y - box.height / 2];
    const { round, stroke, weight, dashes } = outline(actor, box.height, snapshot);
    parts.push(`<rect x="${px(left)}" y="${px(top)}" width="${box.width}" height="${box.height}" rx="${round}" fill="${colours.paper}" stroke="${stroke}" stroke-width="${weight}" stroke-dasharray="${dashes.join(" ")}"/>`);
    box.lines.forEach((line, at) => parts.push(`<text x="${px(x)}" y="${px(top + 14.5 + LINE * at)}" fill="${colours.ink}" text-anchor="middle" font-size="${TYPE}" font-family="${xml(fontFamily)}">${xml(line)}</text>`));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${backgroundColor}"/>${parts.join("")}</svg>`;
}
