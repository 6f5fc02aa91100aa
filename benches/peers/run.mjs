// node run.mjs CHROMIUM CASES RESULTS: lays the cases out with the peers in a headless Chromium, from a loopback server.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const [chromium, cases, results] = process.argv.slice(2);
const folder = import.meta.dirname;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json" };
const MOST_MINUTES = 30;

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname).replace(/^\//, "");
  if (request.method === "POST") {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      response.end();
      if (path === "results") {
        writeFileSync(results, body);
        end(0);
      } else {
        console.error(path === "progress" ? `  ${body}` : `the page failed: ${body}`);
        if (path === "failed") end(1);
      }
    });
    return;
  }
  try {
    const file = path === "cases.json" ? cases : join(folder, path);
    response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
    response.end(readFileSync(file));
  } catch {
    response.writeHead(404).end();
  }
});

const profile = mkdtempSync(join(tmpdir(), "layout-bench-"));
let browser;

function end(code) {
  browser?.once("exit", () => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    process.exit(code);
  });
  browser?.kill();
}

server.listen(0, "127.0.0.1", () => {
  const url = `http://127.0.0.1:${server.address().port}/page.html`;
  // As root (in a container) Chromium runs only without its sandbox; the page is ours alone.
  const rights = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const quiet = ["--disable-background-networking", "--no-first-run", "--disable-extensions", "--disable-gpu"];
  browser = spawn(chromium, ["--headless", ...rights, ...quiet, `--user-data-dir=${profile}`, url], { stdio: "ignore" });
  browser.once("error", (error) => {
    console.error(`${chromium} does not start: ${error.message}`);
    process.exit(1);
  });
});

setTimeout(() => {
  console.error(`no results after ${MOST_MINUTES} minutes`);
  end(1);
}, MOST_MINUTES * 60_000).unref();
