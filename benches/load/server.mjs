// A loopback server of files that were compressed beforehand, as a site's are: nothing is compressed per request.

import { brotliCompressSync, constants } from "node:zlib";

import { NEVER, listen } from "../server.mjs";

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
  const ready = new Map(Object.entries(files).map(([path, text]) => [path, answer(compressed(text))]));
  return listen((path) => (held(path) ? NEVER : ready.get(path)));
}

function answer(body) {
  const headers = {
    "content-encoding": "br",
    "content-length": body.length,
    "cache-control": "max-age=31536000, immutable",
  };
  return { body, headers };
}
