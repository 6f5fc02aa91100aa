// Our layout of small maps as WebAssembly.

/** The profiles it was built with: that of the widget's module, for size, and one for speed. */
export const BUILDS = ["release", "large"];

/**
 * Gets a build.
 * @param {string} build
 * @returns {Promise<(room: {width: number, seed: number, shares: number[]}, graph: string) => {milliseconds: number, digest: string, refits: {milliseconds: number, digest: string}[]}>}
 *   lays a graph out; the times are those of the layout and of its refits alone, the digests those of the scenes
 */
export async function ours(build) {
  const module = await import(`./modules/${build}/module.js`);
  await module.default();
  return ({ width, seed, shares }, graph) => {
    const held = new module.Case(graph, width, seed);
    const start = performance.now();
    held.lay();
    const milliseconds = performance.now() - start;
    const digest = held.digest();
    const refits = shares.map((share) => {
      const start = performance.now();
      held.refit(width * share);
      return { milliseconds: performance.now() - start, digest: held.fitted() };
    });
    held.free();
    return { milliseconds, digest, refits };
  };
}
