// Lays every case out with every library and with our modules, and posts what came of it:
//
//   peers: [{ case, peer, milliseconds, centres, error }]
//   restarts: [{ case, peer, centres: [those from each start] }]
//   ours: [{ case, who, build, milliseconds, digest, places: { milliseconds, digest }, refits: [the same] }]

import { BUILDS, ours } from "./ours.mjs";
import { RESTARTED, peers } from "./peers.mjs";
import { seeded } from "./random.mjs";

/** So often is each laid out; the median counts. */
const RUNS = Number(new URLSearchParams(location.search).get("runs"));

/** One run in a fresh room: the milliseconds it took, and where the nodes' centres are. */
async function once(layout, graph, random) {
  const room = document.getElementById("room");
  room.replaceChildren();
  const box = document.createElement("div");
  box.style.cssText = `width:${graph.width}px;height:${graph.height}px`;
  room.append(box);
  // Parallel ties are one tie to a force; self-ties none.
  const start = performance.now();
  const { centres, done } = await layout(graph, box, random);
  const milliseconds = performance.now() - start;
  done?.();
  return { milliseconds, centres };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

/** The other libraries' positions. */
async function theirs(cases) {
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
    await tell(`${peer}: ${cases.length} cases`);
  }
  return results;
}

/** The positions that some of the libraries find from so many other starts, of the cases that are to be compared so. */
async function restarts(cases) {
  const results = [];
  const compared = cases.filter((graph) => graph.starts > 0);
  for (const peer of RESTARTED) {
    for (const graph of compared) {
      const centres = [];
      for (let start = 1; start <= graph.starts; start++) {
        centres.push((await once(peers[peer], graph, seeded(start))).centres);
      }
      results.push({ case: graph.case, peer, centres });
    }
    await tell(`${peer}: ${compared.length} cases from other starts`);
  }
  return results;
}

/** Our scenes' digests. */
async function own(cases) {
  const results = [];
  for (const build of BUILDS) {
    const layout = await ours(build);
    // The first run compiles; it does not count.
    layout(cases[0], cases[0].ours[0].graph);
    for (const graph of cases) {
      for (const { who, graph: wire } of graph.ours) {
        const runs = Array.from({ length: RUNS }, () => layout(graph, wire));
        const milliseconds = median(runs.map((run) => run.milliseconds));
        const { digest, places, refits } = runs[0];
        places.milliseconds = median(runs.map((run) => run.places.milliseconds));
        for (const [index, refit] of refits.entries()) {
          refit.milliseconds = median(runs.map((run) => run.refits[index].milliseconds));
        }
        results.push({ case: graph.case, who, build, milliseconds, digest, places, refits });
      }
    }
    await tell(`Actor Map, built with the profile ${build}: ${cases.length} cases`);
  }
  return results;
}

const post = (path, body) => fetch(path, { method: "POST", body });
const tell = (words) => post("progress", words);

async function all() {
  const cases = await (await fetch("cases.json")).json();
  const results = { ours: await own(cases), peers: await theirs(cases), restarts: await restarts(cases) };
  await post("results", JSON.stringify(results));
}

all().catch((error) => post("failed", String(error?.stack ?? error)));
