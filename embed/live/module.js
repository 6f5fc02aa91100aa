/**
 * The WebAssembly module, one per page: its start, how it is called, and its end. What it exports is in `src/embed.rs`.
 */

import { turn } from "./turns.js";

/** How long the module works before the page has its turn, in ms. */
const TURN_MS = 8;
/** What the module says of a problem, in its order. */
const PROBLEM_FIELDS = ["severity", "rule", "path", "record", "field", "message", "advice", "text"];

/** Once the module has trapped its memory cannot be trusted: it is never called again. This is the error that tells of it. */
export let trapped = null;
/** Live maps, to be told when the module traps. */
export const maps = new Set();
/** The module's exports, once it has started. */
export let module = null;

/** An error as `actor-map-error` tells of it. */
export function fault(code, message, problems = []) {
  return Object.assign(new Error(message), { code, problems });
}

/** What a developer can do about a module that arrived and does not start, where that is not a matter of the files. */
async function adviceOnStarting() {
  if (!self.WebAssembly) return "There is no WebAssembly (Lockdown Mode).";
  try {
    // An empty module: only a policy refuses it, and not every engine tells of that.
    await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch {
    return "Add 'wasm-unsafe-eval' to script-src (else default-src) of the Content-Security-Policy.";
  }
}

/** The module's flat list of texts as one object per problem. */
export function listed(texts) {
  const problems = [];
  // (Some sites have an old library's `Array.from`, which takes no function.)
  for (let at = 0; at < texts.length; at += PROBLEM_FIELDS.length) {
    problems.push(Object.fromEntries(PROBLEM_FIELDS.map((field, place) => [field, texts[at + place]])));
  }
  return problems;
}

/**
 * Starts the module.
 * @param {object} glue the script that wasm-bindgen wrote for it
 * @param {Response} wasm its file
 */
export async function startModule(glue, wasm) {
  try {
    await glue.default({ module_or_path: wasm });
  } catch (cause) {
    const advice = await adviceOnStarting();
    if (advice) Object.assign(cause, { advice, code: "wasm" });
    throw cause;
  }
  module = glue;
  module.on_trap(trap);
}

/**
 * Does the module's work piece by piece, and then, in a task of its own, what is to be done with it. In between the page
 * has its turn; when the work is not `wanted` any more then, it is given up.
 * @param {object} work a `Work` of the module
 * @param {() => boolean} wanted asked before each turn of work, and once more before `then`
 * @param {() => void} [then]
 */
export async function worked(work, wanted, then) {
  try {
    for (let more = true; ; ) {
      await turn();
      if (!wanted()) return;
      if (!more) return then?.();
      const until = performance.now() + TURN_MS;
      while (more && performance.now() < until) more = guarded(() => work.go_on());
    }
  } finally {
    // After a trap not even freeing is safe.
    if (!trapped) work.free();
  }
}

/** Ends all live maps, never the article. */
function trap(message) {
  if (trapped) return;
  trapped = fault("trap", `The map's program stopped: ${message}`);
  for (const map of [...maps]) map.host.fail(trapped);
}

/** Calls into the module. The only thing it throws on purpose is the array of a refused file. */
export function guarded(call) {
  if (trapped) throw trapped;
  try {
    return call();
  } catch (cause) {
    if (Array.isArray(cause)) throw fault(cause[0], cause[1], listed(cause.slice(2)));
    trap(String(cause?.message ?? cause));
    throw trapped;
  }
}
