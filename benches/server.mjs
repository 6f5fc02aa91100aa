// The loopback server of the benchmarks' pages.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** Instead of a file: the request is left without an answer. */
export const NEVER = Symbol("never");

/**
 * Listens on 127.0.0.1.
 * @param {(path: string) => {body: Buffer, headers?: object} | typeof NEVER | undefined} get what is at a path
 * @param {(path: string, body: string) => void} [post] hears what a page says
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function listen(get, post = () => {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (request.method === "POST") {
      let body = "";
      request.setEncoding("utf8").on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        response.end();
        post(pathname, body);
      });
      return;
    }
    const file = get(pathname);
    if (file === NEVER) return;
    if (!file) return response.writeHead(404).end();
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, ...file.headers });
    response.end(file.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Files from the disk.
 * @param {Record<string, string>} mounts folders and files by where their paths begin, the longer beginnings first
 * @returns {(path: string) => {body: Buffer} | undefined}
 */
export function files(mounts) {
  return (path) => {
    const mount = Object.keys(mounts).find((beginning) => path.startsWith(beginning));
    try {
      return { body: readFileSync(join(mounts[mount], path.slice(mount.length))) };
    } catch {
      return undefined;
    }
  };
}
