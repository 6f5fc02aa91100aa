// Our layout of small maps as WebAssembly.

/** The profiles it was built with: that of the widget's module, for size, and one for speed. */
export const BUILDS = ["release", "large"];

/**
 * Gets a build.
 * @param {string} build
 * @returns {Promise<(room: {width: number, seed: number}, graph: string) => {milliseconds: number, digest: string}>}
 *   lays a graph out; the time is that of the layout alone, the digest that of the scene
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
    held.free();
    return { milliseconds, digest };
  };
}
