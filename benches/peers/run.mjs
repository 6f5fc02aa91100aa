// node run.mjs CHROMIUM CASES RESULTS MODULES RUNS: lays the cases out RUNS times in a headless Chromium, with the other
// libraries and with our WebAssembly modules, each a folder in MODULES.

import { writeFileSync } from "node:fs";

import { chromium } from "../chromium.mjs";
import { files, listen } from "../server.mjs";

const [program, cases, results, modules, runs] = process.argv.slice(2);
const MOST_MINUTES = 60;

let heard;
const finished = new Promise((resolve, reject) => {
  heard = {
    "/progress": (body) => console.error(`  ${body}`),
    "/results": (body) => resolve(writeFileSync(results, body)),
    "/failed": (body) => reject(new Error(`the page failed: ${body}`)),
  };
  setTimeout(() => reject(new Error(`no results after ${MOST_MINUTES} minutes`)), MOST_MINUTES * 60_000).unref();
});

const server = await listen(
  files({ "/cases.json": cases, "/modules/": modules, "/": import.meta.dirname }),
  (path, body) => heard[path]?.(body),
);
const browser = chromium(program);
const lost = browser.gone.then(() => Promise.reject(new Error(`${program} has ended`)));
try {
  const opened = browser.send("Target.createTarget", { url: `${server.origin}/page.html?runs=${runs}` });
  await Promise.race([Promise.all([opened, finished]), lost]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  server.close();
  lost.catch(() => {});
  await browser.close();
}
