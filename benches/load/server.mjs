// A loopback server of files that were compressed beforehand, as a site's are: nothing is compressed per request.

import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;

/** Brotli at quality 11 with a window of 4 MiB, as everywhere here. */
function compressed(body) {
  const bytes = Buffer.from(body);
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params });
}

/**
 * Serves files from 127.0.0.1.
 * @param {Record<string, string | Buffer>} files by path
 * @param {(path: string) => boolean} held whether a request is never answered
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function serve(files, held) {
  const ready = new Map(Object.entries(files).map(([path, body]) => [path, { type: TYPES[extname(path)], body: compressed(body) }]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = ready.get(pathname);
    if (held(pathname)) return;
    if (!file?.type) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": file.type,
      "content-encoding": "br",
      "content-length": file.body.length,
      "cache-control": "max-age=31536000, immutable",
    });
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
