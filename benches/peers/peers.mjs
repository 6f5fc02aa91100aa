// The libraries, each at its best settings for labelled boxes, without animation. Each takes
// { width, height, nodes: [[width, height]], ties: [[from, to]], camps: [camp or null] } and gives the nodes' centres.
// Of camps one of them knows, if asked to: the others lay the graph out as if there were none. With a generator of random
// numbers they start from elsewhere.

/* global cytoscape, cytoscapeFcose, d3, graphology, graphologyLibrary, vis, echarts */

import { FCOSE, forceAtlas2, forces } from "./settings.mjs";

function fcose(graph, camps = []) {
  const parent = (id) => (camps[id] == null ? undefined : `c${camps[id]}`);
  const elements = graph.nodes.map(([w, h], id) => ({ data: { id: `n${id}`, w, h, parent: parent(id) } }));
  for (const camp of new Set(camps)) if (camp !== null) elements.push({ data: { id: `c${camp}` } });
  graph.ties.forEach(([from, to], id) => {
    elements.push({ data: { id: `t${id}`, source: `n${from}`, target: `n${to}` } });
  });
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements,
    style: [{ selector: "node[w]", style: { shape: "rectangle", width: "data(w)", height: "data(h)" } }],
  });
  cy.layout({ ...FCOSE, fit: false }).run();
  const centres = graph.nodes.map((_, id) => {
    const { x, y } = cy.getElementById(`n${id}`).position();
    return [x, y];
  });
  return { centres, done: () => cy.destroy() };
}

function atlas({ nodes, ties }, _, random) {
  const sizes = nodes.map(([w, h]) => Math.max(w, h) / 2);
  const layout = forceAtlas2({ graphology, graphologyLibrary }, sizes, ties, random);
  // Without `adjustSizes`, which knots the graph; noverlap parts the boxes afterwards.
  const settings = { adjustSizes: false, scalingRatio: 400 };
  return { centres: layout({ iterations: 500, settings, noverlap: { margin: 5, ratio: 1 } }) };
}

function visNetwork(graph, box) {
  const nodes = graph.nodes.map(([w, h], id) => ({
    id,
    label: " ",
    shape: "box",
    margin: 0,
    widthConstraint: { minimum: w, maximum: w },
    heightConstraint: { minimum: h },
  }));
  const edges = graph.ties.map(([from, to], id) => ({ id, from, to }));
  const options = {
    layout: { randomSeed: 1, improvedLayout: true },
    physics: {
      solver: "barnesHut",
      barnesHut: { avoidOverlap: 1, springLength: 110 },
      stabilization: { enabled: true, iterations: 1000, fit: false },
    },
  };
  return new Promise((resolve) => {
    const network = new vis.Network(box, { nodes, edges }, options);
    network.once("stabilizationIterationsDone", () => {
      network.stopSimulation();
      const at = network.getPositions();
      const centres = nodes.map(({ id }) => [at[id].x, at[id].y]);
      resolve({ centres, done: () => network.destroy() });
    });
  });
}

function eChart(graph, box) {
  const chart = echarts.init(box, null, { renderer: "svg" });
  chart.setOption({
    animation: false,
    series: [
      {
        type: "graph",
        layout: "force",
        symbol: "rect",
        data: graph.nodes.map((size, id) => ({ id: String(id), name: String(id), symbolSize: size })),
        links: graph.ties.map(([from, to]) => ({ source: String(from), target: String(to) })),
        force: { repulsion: 900, edgeLength: 120, gravity: 0.1, layoutAnimation: false },
      },
    ],
  });
  const data = chart.getModel().getSeriesByIndex(0).getData();
  const centres = graph.nodes.map((_, id) => Array.from(data.getItemLayout(id)));
  return { centres, done: () => chart.dispose() };
}

/** Does something with other random numbers than the browser's. */
function drawing(random, work) {
  const usual = Math.random;
  if (random) Math.random = random;
  try {
    return work();
  } finally {
    Math.random = usual;
  }
}

export const peers = {
  "cytoscape-fcose": (graph, _, random) => drawing(random, () => fcose(graph)),
  "cytoscape-fcose, camps as compounds": (graph, _, random) => drawing(random, () => fcose(graph, graph.camps)),
  "d3-force": (graph, _, random) => ({ centres: forces(d3, graph, random) }),
  "ForceAtlas2 + noverlap": atlas,
  "vis-network": visNetwork,
  ECharts: eChart,
};

/** Those that start from anywhere and are quick enough to be tried from many starts, as a map is that gets published. */
export const RESTARTED = [
  "cytoscape-fcose",
  "cytoscape-fcose, camps as compounds",
  "d3-force",
  "ForceAtlas2 + noverlap",
];
