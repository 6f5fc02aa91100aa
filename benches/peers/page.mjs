// Lays every case out with every library and posts the positions: { case, peer, milliseconds, centres }.

import { peers } from "./peers.mjs";

const RUNS = 3;

/** One run in a fresh room: the milliseconds it took, and where the nodes' centres are. */
async function once(layout, graph) {
  const room = document.getElementById("room");
  room.replaceChildren();
  const box = document.createElement("div");
  box.style.cssText = `width:${graph.width}px;height:${graph.height}px`;
  room.append(box);
  // Parallel ties are one tie to a force; self-ties none.
  const start = performance.now();
  const { centres, done } = await layout(graph, box);
  const milliseconds = performance.now() - start;
  done?.();
  return { milliseconds, centres };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

async function all() {
  const cases = await (await fetch("cases.json")).json();
  const results = [];
  for (const [peer, layout] of Object.entries(peers)) {
    // The first run compiles; it does not count.
    await once(layout, cases[0]);
    for (const graph of cases) {
      try {
        const runs = [];
        for (let run = 0; run < RUNS; run++) runs.push(await once(layout, graph));
        const milliseconds = median(runs.map((run) => run.milliseconds));
        results.push({ case: graph.case, peer, milliseconds, centres: runs[0].centres, error: null });
      } catch (error) {
        results.push({ case: graph.case, peer, milliseconds: 0, centres: [], error: String(error) });
      }
    }
    await fetch("progress", { method: "POST", body: `${peer}: ${cases.length} cases` });
  }
  await fetch("results", { method: "POST", body: JSON.stringify(results) });
}

all().catch((error) => fetch("failed", { method: "POST", body: String(error?.stack ?? error) }));
