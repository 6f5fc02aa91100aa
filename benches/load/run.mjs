// node run.mjs CHROMIUM FOLDER VISITS: loads each contender VISITS times, in shuffled order, and writes FOLDER/results.json.
//
// FOLDER holds what `load-bench` wrote (story.json, element.html), the release in site/, and the incident's file.

import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { chromium } from "../chromium.mjs";
import { seeded } from "../peers/random.mjs";
import { pages } from "./pages.mjs";
import { serve } from "./server.mjs";

const [program, folder, visits] = process.argv.slice(2);

/** Lighthouse's "slow 4G": 150 ms, 1.6 Mbit/s down, 750 kbit/s up; in bytes per second. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const CPU_SLOWDOWN = 4;
/** A phone's width, and so high that map and panel are on the screen together: nobody has to scroll to a quotation. */
const WINDOW = { width: 412, height: 3200, deviceScaleFactor: 1, mobile: false };
/** How long a page must have been ready before what it did is read, and between two acts of the reader, in ms. */
const SETTLE_MS = 700;
const REST_MS = 250;
/** So many actors are opened, one after the other: those with the most quotations. */
const CLICKS = 6;

const text = (name) => readFileSync(join(folder, name), "utf8");
const story = JSON.parse(text("story.json"));
const { files, contenders } = pages(story, text("element.html"));

for (const base of ["/ours/", "/held/"]) {
  for (const path of readdirSync(join(folder, "site"), { recursive: true })) {
    const file = join(folder, "site", path);
    if (statSync(file).isFile()) files[base + relative(join(folder, "site"), file)] = readFileSync(file);
  }
  files[`${base}incident.json`] = text("incident.json");
}

/** What the panel of an actor must show. */
const quotes = ({ shown }) => [...new Set(shown.flatMap((at) => story.statements[at].quotes))];
const opened = story.actors.map((actor) => ({ id: actor.id, name: actor.name, quotes: quotes(actor) }))
  .sort((one, other) => other.quotes.length - one.quotes.length).slice(0, CLICKS);

/** Fisher and Yates, with a seed: the order is told by the code. */
function shuffled(list, random) {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

/** One load of a page in a context of its own: nothing cached, nothing compiled. */
async function visit(browser, origin, contender) {
  const { browserContextId } = await browser.send("Target.createBrowserContext");
  try {
    return await loadAndClick(browser, origin, contender, browserContextId);
  } finally {
    // A page that got lost must not go on beside the next one's visit.
    await browser.send("Target.disposeBrowserContext", { browserContextId });
  }
}

async function loadAndClick(browser, origin, { page, kind, live, click, name }, browserContextId) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params) => browser.send(method, params, sessionId);
  const ask = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${name}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };
  let bytes = 0;
  browser.on(({ sessionId: of, method, params }) => {
    if (of === sessionId && method === "Network.loadingFinished") bytes += params.encodedDataLength;
  });

  const seen = { names: story.actors.map((actor) => actor.name), kind, live: live ?? false };
  await send("Page.enable");
  await send("Network.enable");
  await send("Emulation.setDeviceMetricsOverride", WINDOW);
  await send("Page.addScriptToEvaluateOnNewDocument", {
    source: `globalThis.PROBE = ${JSON.stringify(seen)};\n${readFileSync(join(import.meta.dirname, "probe.js"), "utf8")}`,
  });
  await send("Network.emulateNetworkConditions", NETWORK);
  await send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await send("Page.navigate", { url: origin + page });
  await loaded(browser, sessionId);
  await ask("probe.done");
  await pause(SETTLE_MS);
  const { labels, live: ready, shift, tasks } = await ask("({ ...probe, painted: null })");
  const result = { name, labels, live: ready, shift, tasks, bytes, clicks: [] };

  const mouse = (type, at, more) => send("Input.dispatchMouseEvent", { type, ...at, ...more });
  for (const actor of click ? opened : []) {
    const at = await ask(`probe.aim(${JSON.stringify(actor)})`);
    await mouse("mouseMoved", at);
    await pause(REST_MS);
    const button = { button: "left", clickCount: 1 };
    await Promise.all([mouse("mousePressed", at, button), mouse("mouseReleased", at, button)]);
    const milliseconds = await ask("probe.painted");
    await pause(REST_MS);
    const shown = new Set(await ask("probe.quotes()"));
    if (shown.size !== actor.quotes.length || !actor.quotes.every((quote) => shown.has(quote))) {
      throw new Error(`${name}: the panel of ${actor.id} shows ${shown.size} quotations, not its ${actor.quotes.length}`);
    }
    result.clicks.push(milliseconds);
  }
  const timed = await ask("probe.clicks");
  result.presented = timed.map(([, duration]) => duration);
  result.shift = await ask("probe.shift");
  return result;
}

/** A visit; one that got lost, as on a machine with much else to do, is made again, and told. */
async function visited(browser, origin, contender) {
  try {
    return await visit(browser, origin, contender);
  } catch (error) {
    console.error(`  ${contender.name}: ${error.message}; once more`);
    return visit(browser, origin, contender);
  }
}

/** Resolves when the document is there, so that what is asked afterwards is asked of it. */
function loaded(browser, sessionId) {
  return new Promise((resolve) => {
    browser.on(({ sessionId: of, method }) => of === sessionId && method === "Page.domContentEventFired" && resolve());
  });
}

const server = await serve(files, (path) => path.startsWith("/held/") && path.endsWith(".wasm"));
const browser = chromium(program);
try {
  const { product } = await browser.send("Browser.getVersion");
  const random = seeded(1);
  const results = [];
  // The first visit of all warms the browser up, not a contender; it does not count.
  await visit(browser, server.origin, contenders[0]);
  for (let round = 1; round <= Number(visits); round++) {
    for (const contender of shuffled(contenders, random)) results.push(await visited(browser, server.origin, contender));
    console.error(`  ${round} of ${visits}`);
    writeFileSync(join(folder, "results.json"), JSON.stringify({ product, results }));
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  server.close();
  await browser.close();
}
