// Chromium and its DevTools protocol over a pipe: no port, no library.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = [
  "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
  "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--hide-scrollbars",
  "--disable-renderer-backgrounding", "--disable-backgrounding-occluded-windows", "--disable-background-timer-throttling",
];
/** How long an answer may take, and how long the browser may take to end by itself, in ms. */
const PATIENCE_MS = 30_000;
const FAREWELL_MS = 5_000;

/**
 * Starts a browser with a profile of its own.
 * @param {string} program
 * @returns {{send: (method: string, params?: object, session?: string) => Promise<object>,
 *   on: (listener: (event: {method: string, params: object, sessionId?: string}) => void) => void,
 *   gone: Promise<void>, close: () => Promise<void>}} `gone`: once it has ended, or could not be started
 */
export function chromium(program) {
  const profile = mkdtempSync(join(tmpdir(), "actor-map-bench-"));
  // As root (in a container) Chromium runs only without its sandbox; the pages are ours alone.
  const rights = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"];
  const browser = spawn(program, [...FLAGS, ...rights, `--user-data-dir=${profile}`, "about:blank"], { stdio });
  const [, , , to, from] = browser.stdio;
  const waiting = new Map();
  const listeners = [];
  let last = 0;

  const gone = new Promise((resolve) => browser.once("exit", () => resolve()).once("error", () => resolve()));
  const fail = (why) => {
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  browser.once("error", ({ message }) => fail(`${program} does not start: ${message}`));
  gone.then(() => fail(`${program} has ended`));

  // Messages end with a zero byte.
  let rest = "";
  from.setEncoding("utf8").on("data", (chunk) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop();
    messages.forEach((message) => heard(JSON.parse(message)));
  });
  to.on("error", () => fail(`${program} does not listen`));

  function heard(message) {
    const asked = waiting.get(message.id);
    if (!asked) return listeners.forEach((listener) => listener(message));
    waiting.delete(message.id);
    if (message.error) asked.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked.resolve(message.result);
  }

  function send(method, params = {}, sessionId) {
    const id = (last += 1);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => waiting.delete(id) && reject(new Error(`${method}: no answer`)), PATIENCE_MS);
      const ended = (then) => (value) => {
        clearTimeout(late);
        then(value);
      };
      waiting.set(id, { method, resolve: ended(resolve), reject: ended(reject) });
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  return {
    send,
    on: (listener) => listeners.push(listener),
    gone,
    async close() {
      // By itself, so that its other processes end with it and leave the profile alone; a page may be too busy for that.
      const late = setTimeout(() => browser.kill("SIGKILL"), FAREWELL_MS);
      await Promise.race([send("Browser.close").catch(() => browser.kill()), gone]);
      await gone;
      clearTimeout(late);
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
