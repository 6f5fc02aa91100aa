/**
 * The live map: what `actor-map.js` fetches when a reader comes near or acts. This is its entrance, with the incident's text
 * and the order in which maps are built. What it imports is joined with it in a release, so that readers fetch one file; each
 * module imports only from those below it:
 *
 * - `live/map.js`: one map in one element, its width, its events and its focus
 * - `live/edition.js`: permalinks where the program is refused
 * - `live/module.js`: the WebAssembly module, one per page, and how it is called
 * - `live/style.js`: widget.css in shadow roots
 * - `live/scroll.js`, `live/place.js`, `live/picture.js`, `live/paper.js`, `live/turns.js`: scrolling, where a reader is, the map
 *   as a picture and on paper, waiting
 */

import { followInEditions } from "./live/edition.js";
import { LiveMap } from "./live/map.js";
import { fault, maps, module, startModule, trapped } from "./live/module.js";
import { takeStyle } from "./live/style.js";

/** Resolves when the map that is being built stands: of several on a page one after the other is built. */
let building = Promise.resolve();

/**
 * What elements use of all this.
 * @typedef {object} Program
 * @property {typeof incident} incident gives an incident's text
 * @property {Show} show puts a map into an element's shadow root
 *
 * @callback Show
 * @param {HTMLElement} element the `<actor-map>`
 * @param {string} json the incident's text
 * @param {LiveMap | null} before the map that shows there
 * @param {import("./live/map.js").Host} host
 * @returns {Promise<LiveMap>} never settles if the element asks for something else before the map stands
 */

/**
 * Starts the module.
 * @param {{glue: object, wasm: Response, style: string, large: URL[]}} parts what travelled, and what may have to
 * @returns {Promise<Program>}
 */
export async function start({ glue, wasm, style, large }) {
  if (trapped) throw trapped;
  takeStyle(style, new URL("widget.css", import.meta.url).href);
  try {
    if (!module) await startModule(glue, wasm);
  } catch (cause) {
    if (cause.advice) followInEditions();
    throw cause;
  }
  return {
    incident,
    async show(element, json, before, host) {
      const map = new LiveMap(element, host, large);
      const built = building.then(() => map.show(json, before));
      building = built.catch(() => {});
      await built;
      // Nobody waits for a map that is not wanted any more.
      return maps.has(map) ? map : new Promise(() => {});
    },
  };
}

/**
 * The incident's text: an inline child, else the file, else what is compiled in.
 * @param {HTMLScriptElement | null} inline
 * @param {Promise<Response | Error> | null} file on its way
 * @param {string} src the file's address
 */
async function incident(inline, file, src) {
  if (inline) return inline.textContent;
  const answer = await file;
  const failed = (why) => fault("fetch", `The incident file ${src} could not be loaded (${why}).`);
  if (answer instanceof Error) throw failed(answer.message);
  if (answer && !answer.ok) throw failed(`the server answers ${answer.status}`);
  const text = answer ? await answer.text() : module.compiled_in();
  if (text == null) {
    throw fault(
      "no-data",
      "This <actor-map> names no incident: give it a src, or the incident in a <script type=application/json> inside.",
    );
  }
  return text;
}
