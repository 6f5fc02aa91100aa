// node large.mjs CHROMIUM CASES RESULTS MODULE: lays large graphs out, each with each library in a browser of its own,
// which is ended when it takes longer than LIMIT_S. MODULE is the folder of our WebAssembly module.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const [chromium, casesFile, results, module] = process.argv.slice(2);
const LIMIT_S = 75;
const OURS = "**Actor Map** (WebAssembly)";
const PEERS = [OURS, "d3-force", "ForceAtlas2", "ForceAtlas2 + noverlap", "ECharts", "cytoscape-fcose"];
/** Ours is quick and so run several times, of which the median counts; the others are not. */
const RUNS = 3;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

const folder = import.meta.dirname;
let arrived = () => {};

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname).replace(/^\//, "");
  if (request.method === "POST") {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      response.end();
      arrived(path === "result" ? JSON.parse(body) : { error: body });
    });
    return;
  }
  const file = path === "cases.json" ? casesFile : path.startsWith("module/") ? join(module, path.slice(7)) : join(folder, path);
  try {
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    response.end(readFileSync(file));
  } catch {
    response.writeHead(404).end();
  }
});

/** One layout in a fresh browser. */
async function once(at, peer) {
  const profile = mkdtempSync(join(tmpdir(), "layout-bench-"));
  const url = `http://127.0.0.1:${server.address().port}/large.html?${new URLSearchParams({ case: at, peer })}`;
  // As root (in a container) Chromium runs only without its sandbox; the page is ours alone.
  const rights = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const quiet = ["--disable-background-networking", "--no-first-run", "--disable-extensions", "--disable-gpu"];
  const browser = spawn(chromium, ["--headless", ...rights, ...quiet, `--user-data-dir=${profile}`, url], { stdio: "ignore" });
  let timer;
  const answer = await new Promise((resolve) => {
    arrived = resolve;
    timer = setTimeout(() => resolve({ error: `not done after ${LIMIT_S} s` }), LIMIT_S * 1000);
    browser.once("error", ({ message }) => resolve({ error: message }));
  });
  clearTimeout(timer);
  await new Promise((resolve) => {
    browser.once("exit", resolve);
    browser.kill("SIGKILL");
  });
  const clear = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    clear();
  } catch {
    // Its other processes wrote on for a moment.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    clear();
  }
  return answer;
}

server.listen(0, "127.0.0.1", async () => {
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
  process.exit(0);
});
