// Our layout of small maps as WebAssembly.

/** The profiles it was built with: that of the widget's module, for size, and one for speed. */
export const BUILDS = ["release", "large"];

/** The other widths that each layout is fitted to, over its own. */
const SHARES = [1.02, 1.05, 1.1];

/**
 * Gets a build.
 * @param {string} build
 * @returns {Promise<(room: {width: number, seed: number}, graph: string) => {milliseconds: number, digest: string, refits: {milliseconds: number, digest: string}[]}>}
 *   lays a graph out; the times are those of the layout and of its refits alone, the digests those of the scenes
 */
export async function ours(build) {
  const module = await import(`./modules/${build}/module.js`);
  await module.default();
  return ({ width, seed }, graph) => {
    const held = new module.Case(graph, width, seed);
    const start = performance.now();
    held.lay();
    const milliseconds = performance.now() - start;
    const digest = held.digest();
    const refits = SHARES.map((share) => {
      const start = performance.now();
      held.refit(width * share);
      return { milliseconds: performance.now() - start, digest: held.fitted() };
    });
    held.free();
    return { milliseconds, digest, refits };
  };
}
