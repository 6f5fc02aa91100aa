// Settings that the benchmarks share: each library at its best for labelled boxes, without animation.

/** Cytoscape's fCoSE. */
export const FCOSE = {
  name: "fcose",
  quality: "proof",
  animate: false,
  randomize: true,
  nodeDimensionsIncludeLabels: true,
};

/** Pushes boxes apart along the axis of the lesser overlap. */
function collideBoxes(gap) {
  let nodes;
  const force = () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < nodes.length; i++) {
        for (let j = i + 1; j < nodes.length; j++) {
          const [a, b] = [nodes[i], nodes[j]];
          const dx = b.x - a.x;
          const dy = b.y - a.y;
          const overX = (a.w + b.w) / 2 + gap - Math.abs(dx);
          const overY = (a.h + b.h) / 2 + gap - Math.abs(dy);
          if (overX <= 0 || overY <= 0) continue;
          if (overX < overY) {
            const push = (overX / 2) * Math.sign(dx || 1);
            a.x -= push;
            b.x += push;
          } else {
            const push = (overY / 2) * Math.sign(dy || 1);
            a.y -= push;
            b.y += push;
          }
        }
      }
    }
  };
  force.initialize = (all) => (nodes = all);
  return force;
}

/**
 * d3-force, run to its end.
 * @param {object} d3 its forces
 * @param {{width: number, height: number, nodes: number[][], ties: number[][]}} graph
 * @param {() => number} [random] where the nodes start: without it on d3's own spiral, with it anywhere in the room
 * @returns {number[][]} the nodes' centres
 */
export function forces(d3, graph, random) {
  const { width, height } = graph;
  const anywhere = () => (random ? { x: random() * width, y: random() * height } : {});
  const nodes = graph.nodes.map(([w, h]) => ({ w, h, ...anywhere() }));
  const links = graph.ties.map(([source, target]) => ({ source, target }));
  const within = () => {
    for (const node of nodes) {
      node.x = Math.max(node.w / 2, Math.min(width - node.w / 2, node.x));
      node.y = Math.max(node.h / 2, Math.min(height - node.h / 2, node.y));
    }
  };
  const simulation = d3
    .forceSimulation(nodes)
    .force("link", d3.forceLink(links).distance(90))
    .force("charge", d3.forceManyBody().strength(-400))
    .force("centre", d3.forceCenter(width / 2, height / 2))
    .force("collide", collideBoxes(10))
    .force("within", within)
    .stop();
  simulation.tick(300);
  return nodes.map(({ x, y }) => [x, y]);
}

/**
 * graphology's ForceAtlas2, which wants places to start from: a spiral, or with `random` anywhere.
 * @param {{graphology: object, graphologyLibrary: object}} libraries
 * @param {number[]} sizes the nodes' radii
 * @param {number[][]} ties
 * @param {() => number} [random]
 * @returns {(options: {iterations: number, settings?: object, noverlap?: object}) => number[][]} lays out, with these
 *   settings besides those it infers, and apart by noverlap if that has settings; gives the nodes' centres
 */
export function forceAtlas2({ graphology, graphologyLibrary }, sizes, ties, random) {
  const { layoutForceAtlas2, layoutNoverlap } = graphologyLibrary;
  const model = new graphology.MultiGraph();
  sizes.forEach((size, id) => {
    const angle = random ? random() * 2 * Math.PI : id * 2.4;
    const far = Math.sqrt(random ? random() * sizes.length : id) * 10;
    model.addNode(id, { x: Math.cos(angle) * far, y: Math.sin(angle) * far, size });
  });
  for (const [from, to] of ties) model.addEdge(from, to);
  return ({ iterations, settings, noverlap }) => {
    const all = { ...layoutForceAtlas2.inferSettings(model), ...settings };
    layoutForceAtlas2.assign(model, { iterations, settings: all });
    if (noverlap) layoutNoverlap.assign(model, { maxIterations: 500, settings: noverlap });
    return model.mapNodes((_, { x, y }) => [x, y]);
  };
}
