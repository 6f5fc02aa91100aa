// node large.mjs CHROMIUM CASES RESULTS MODULE: lays large graphs out, each with each library in a browser of its own,
// which is ended when it takes longer than LIMIT_S. MODULE is the folder of our WebAssembly module.

import { readFileSync, writeFileSync } from "node:fs";

import { chromium } from "../chromium.mjs";
import { files, listen } from "../server.mjs";

const [program, casesFile, results, module] = process.argv.slice(2);
const LIMIT_S = 75;
const OURS = "**Actor Map** (WebAssembly)";
const PEERS = [OURS, "d3-force", "ForceAtlas2", "ForceAtlas2 + noverlap", "ECharts", "cytoscape-fcose"];
/** Ours is quick and so run several times, of which the median counts; the others are not. */
const RUNS = 3;

let arrived = () => {};
const server = await listen(
  files({ "/cases.json": casesFile, "/module/": module, "/": import.meta.dirname }),
  (path, body) => arrived(path === "/result" ? JSON.parse(body) : { error: body }),
);

/** One layout in a fresh browser. */
async function once(at, peer) {
  const url = `${server.origin}/large.html?${new URLSearchParams({ case: at, peer })}`;
  const browser = chromium(program);
  let timer;
  const answer = new Promise((resolve) => {
    arrived = resolve;
    timer = setTimeout(() => resolve({ error: `not done after ${LIMIT_S} s` }), LIMIT_S * 1000);
    browser.gone.then(() => resolve({ error: `${program} has ended` }));
    browser.send("Target.createTarget", { url }).catch(({ message }) => resolve({ error: message }));
  });
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}

const cases = JSON.parse(readFileSync(casesFile));
const all = [];
/** The least number of actors at which a library did not finish. */
const given = new Map();
for (const [at, { case: name, nodes }] of cases.entries()) {
  for (const peer of PEERS) {
    // Apart from the others only where it finishes.
    if (peer.includes("noverlap") && nodes > 200) continue;
    if (given.get(peer) <= nodes) {
      all.push({ case: name, peer, milliseconds: 0, centres: [], error: "not run: it did not finish a graph of this size or less" });
      continue;
    }
    const runs = [];
    for (let run = 0; run < (peer === OURS ? RUNS : 1); run++) runs.push(await once(at, peer));
    const sound = runs.filter(({ error }) => !error).sort((one, other) => one.milliseconds - other.milliseconds);
    const { milliseconds = 0, centres = [], error = null } = sound[sound.length >> 1] ?? runs[0];
    if (error) given.set(peer, nodes);
    all.push({ case: name, peer, milliseconds, centres, error });
    console.error(`  ${name}: ${peer} ${error ?? `${Math.round(milliseconds)} ms`}`);
  }
}
writeFileSync(results, JSON.stringify(all));
server.close();
