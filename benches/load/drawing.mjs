// The map drawn with d3-selection.

import { create, select } from "d3-selection";

import { show, story } from "./panel.mjs";

const SVG = { class: "map", width: story.width, height: story.height, viewBox: `0 0 ${story.width} ${story.height}`, role: "group" };

function attributes(selection, all) {
  for (const [name, value] of Object.entries(all)) selection.attr(name, value);
  return selection;
}

const rect = (selection, name, [x, y, width, height], rx) => attributes(selection.append("rect"), { class: name, x, y, width, height, rx });
const text = (selection, name, [x, y, words]) => attributes(selection.append("text"), { class: name, x, y }).text(words);

/**
 * Draws actors that have `box`, `lines` and `badge`, and ties that have `d`, `head` and `words`.
 * @param {object[]} camps
 * @param {object[]} ties
 * @param {object[]} actors
 */
export function draw(camps, ties, actors) {
  const svg = attributes(create("svg:svg"), SVG);
  svg.selectAll("g.camp").data(camps).join("g").each(function ({ box, title }) {
    rect(select(this), "ground", box, 12);
    for (const words of title) text(select(this), "camp-title", words);
  });
  const drawn = svg.append("g").attr("class", "ties").selectAll("g").data(ties).join("g");
  drawn.attr("class", ({ kind }) => `tie ${kind}`);
  drawn.append("path").attr("class", "casing").attr("d", ({ d }) => d);
  drawn.append("path").attr("class", "line").attr("d", ({ d }) => d);
  drawn.append("path").attr("class", "head").attr("d", ({ head }) => `M${head.join("L")}Z`);
  drawn.filter(({ words }) => words).each(function ({ words }) {
    text(select(this), "words", words);
  });
  const groups = svg.selectAll("g.actor").data(actors).join("g");
  attributes(groups, { class: "actor", "data-id": ({ id }) => id, tabindex: 0, role: "button" });
  groups.each(function ({ box, round, lines, badge }) {
    const group = select(this);
    rect(group, "box", box, round ? Math.min(box[3] / 2, 18) : 6);
    for (const words of lines) text(group, "name", words);
    if (!badge) return;
    const [x, y, width, height] = badge.box;
    rect(group, "badge", badge.box, height / 2);
    text(group, "number", [x + width / 2, y + height / 2 + 4, badge.text]);
  });
  groups.on("click", function (_, actor) {
    groups.classed("open", (one) => one === actor);
    show(actor);
  });
  document.getElementById("map").append(svg.node());
}
