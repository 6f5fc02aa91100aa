// Lays one large graph out with one library, both named in the page's address, and posts the positions. Dots without
// labels: at these sizes none can show all names.

/* global cytoscape, d3, graphology, graphologyLibrary, echarts */

import { forceAtlas2 } from "./settings.mjs";

/** Ours: the module that a reader's browser fetches, built as for a release. */
async function actorMap({ nodes, ties }) {
  const layout = await import("./module/module.js");
  await layout.default();
  const flat = Uint32Array.from(ties.flat());
  return () => {
    const plot = new layout.Plot(nodes, flat, 1.3, 1);
    while (plot.step());
    const [, , ...points] = plot.points();
    return Array.from({ length: nodes }, (_, at) => [points[2 * at], points[2 * at + 1]]);
  };
}

function d3force({ nodes, ties }) {
  return () => {
    const bodies = Array.from({ length: nodes }, () => ({}));
    const links = ties.map(([source, target]) => ({ source, target }));
    const simulation = d3
      .forceSimulation(bodies)
      .force("link", d3.forceLink(links))
      .force("charge", d3.forceManyBody())
      .force("centre", d3.forceCenter())
      .stop();
    // As many ticks as it takes to come to rest by its own settings.
    simulation.tick(300);
    return bodies.map(({ x, y }) => [x, y]);
  };
}

function atlas({ nodes, ties }, noverlap) {
  const layout = forceAtlas2({ graphology, graphologyLibrary }, Array(nodes).fill(3), ties);
  return () => layout({ iterations: nodes > 5000 ? 200 : 500, noverlap });
}

function fcose({ nodes, ties }) {
  const elements = Array.from({ length: nodes }, (_, id) => ({ data: { id: `n${id}` } }));
  ties.forEach(([from, to], id) => elements.push({ data: { id: `t${id}`, source: `n${from}`, target: `n${to}` } }));
  const style = [{ selector: "node", style: { width: 8, height: 8 } }];
  const cy = cytoscape({ headless: true, styleEnabled: true, elements, style });
  return () => {
    cy.layout({ name: "fcose", quality: "default", animate: false, randomize: true, fit: false }).run();
    return Array.from({ length: nodes }, (_, id) => {
      const { x, y } = cy.getElementById(`n${id}`).position();
      return [x, y];
    });
  };
}

function eChart({ nodes, ties }) {
  const box = document.createElement("div");
  box.style.cssText = "width:1200px;height:900px";
  document.getElementById("room").append(box);
  return () => {
    const chart = echarts.init(box, null, { renderer: "svg" });
    chart.setOption({
      animation: false,
      series: [
        {
          type: "graph",
          layout: "force",
          symbolSize: 6,
          data: Array.from({ length: nodes }, (_, id) => ({ id: String(id), name: String(id) })),
          links: ties.map(([from, to]) => ({ source: String(from), target: String(to) })),
          force: { repulsion: 60, edgeLength: 30, gravity: 0.05, layoutAnimation: false },
        },
      ],
    });
    const data = chart.getModel().getSeriesByIndex(0).getData();
    return Array.from({ length: nodes }, (_, id) => Array.from(data.getItemLayout(id)));
  };
}

const peers = {
  "**Actor Map** (WebAssembly)": actorMap,
  "d3-force": d3force,
  ForceAtlas2: (graph) => atlas(graph),
  "ForceAtlas2 + noverlap": (graph) => atlas(graph, {}),
  ECharts: eChart,
  "cytoscape-fcose": fcose,
};

const post = (path, body) => fetch(path, { method: "POST", body });

async function run() {
  const asked = new URLSearchParams(location.search);
  const graph = (await (await fetch("cases.json")).json())[Number(asked.get("case"))];
  // What is prepared before the clock starts is the library's own model of the graph.
  const layout = await peers[asked.get("peer")](graph);
  const start = performance.now();
  const centres = layout();
  const milliseconds = performance.now() - start;
  await post("result", JSON.stringify({ milliseconds, centres }));
}

run().catch((error) => post("failed", String(error?.stack ?? error)));
