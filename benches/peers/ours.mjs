// Our layout of small maps as WebAssembly.

/** The profiles it was built with: that of the widget's module, for size, and one for speed. */
export const BUILDS = ["web", "large"];

/**
 * Gets a build.
 * @param {string} build
 * @returns {Promise<(room: {width: number, seed: number, shares: number[]}, graph: string) => {milliseconds: number, digest: string, places: {milliseconds: number, digest: string}, refits: {milliseconds: number, digest: string}[]}>}
 *   lays a graph out; the times are those of the layout, of the places of its boxes and of its refits alone, the digests
 *   those of the scenes
 */
export async function ours(build) {
  const module = await import(`./modules/${build}/module.js`);
  await module.default();
  return ({ width, seed, shares }, graph) => {
    const held = new module.Case(graph, width, seed);
    const timed = (work) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const places = { milliseconds: timed(() => held.place()), digest: held.places() };
    const whole = { milliseconds: timed(() => held.lay()), digest: held.digest() };
    const refits = shares.map((share) => {
      const milliseconds = timed(() => held.refit(width * share));
      return { milliseconds, digest: held.fitted() };
    });
    held.free();
    return { ...whole, places, refits };
  };
}
