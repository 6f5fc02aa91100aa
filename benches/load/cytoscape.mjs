// Cytoscape.js with fCoSE.

import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

import { FCOSE } from "../peers/settings.mjs";
import { show, story } from "./panel.mjs";

const COLOURS = { accuse: "#b3261e", condemn: "#a35008", call: "#6b4fa0", deny: "#1f5fa8", support: "#2b7248", inform: "#4d5a66" };

cytoscape.use(fcose);
const cy = cytoscape({
  container: document.getElementById("map"),
  elements: [
    ...story.actors.map(({ id, lines, size: [width, height] }) => ({ data: { id, label: lines.join("\n"), width, height } })),
    ...story.ties.map(({ from, to, kind }) => ({
      data: { source: story.actors[from].id, target: story.actors[to].id, colour: COLOURS[kind] ?? "#77736a" },
    })),
  ],
  style: [
    {
      selector: "node",
      style: {
        shape: "round-rectangle",
        width: "data(width)",
        height: "data(height)",
        label: "data(label)",
        "text-wrap": "wrap",
        "text-valign": "center",
        "font-size": 13,
        "background-color": "#fff",
        "border-color": "#8f8b80",
        "border-width": 1.5,
      },
    },
    { selector: "node:selected", style: { "border-color": "#1b1b1a", "border-width": 3 } },
    {
      selector: "edge",
      style: { width: 1.9, "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": "data(colour)", "target-arrow-color": "data(colour)" },
    },
  ],
  layout: { name: "preset" },
  userZoomingEnabled: false,
  userPanningEnabled: false,
});
cy.on("tap", "node", ({ target }) => show(story.actors.find(({ id }) => id === target.id())));
// Only now is every label where it stays.
cy.one("layoutstop", () => cy.one("render", () => (globalThis.drawn = cy)));
cy.layout(FCOSE).run();
