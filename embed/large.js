/**
 * Large incidents: a map of dots to pan and zoom (`large-map.js`), and a list of all actors to search (`large/list.js`).
 * `live.js` fetches this for incidents of more actors, or more ties, than a map with names can hold; nobody else downloads it.
 *
 * The list is how everything is reached without the map: it has the one control per actor.
 */

import { element } from "./large/element.js";
import { classified, read } from "./large/flat.js";
import { List } from "./large/list.js";

/** How long after a file of the map did not come all are asked for once more, in ms. */
const RETRY_MS = 5000;

/** A large incident in a mounted widget: the list, and the map as soon as it is there. */
export class LargeView {
  #list;
  #map = null;
  #files;
  #pick;
  /** Attributes of what holds the story's words. */
  #theirs;
  /** The position of the open actor. */
  #open = null;
  #discarded = false;
  /** Resolves when the list stands and the map is on its way. */
  ready;

  /**
   * @param {HTMLElement} mount what the widget is mounted in
   * @param {import("./large/flat.js").Flat} flat the incident, from the module
   * @param {URL[]} files where this file lies, and those beside it, in the order of `LARGE` in `actor-map.js`
   * @param {string} again what is added to their addresses
   * @param {(id: string) => void} pick opens or closes an actor
   */
  constructor(mount, flat, files, again, pick) {
    this.#files = files;
    this.#pick = pick;
    const body = mount.querySelector(".body");
    body.classList.add("many");
    // As in the module's view: where the story is not in English, our words say that they are.
    const { lang } = body.parentElement;
    const [ours, theirs] = /^en(-|$)/i.test(lang) ? [{}, {}] : [{ lang: "en" }, { lang }];
    this.#theirs = theirs;
    const incident = read(flat);
    this.#list = new List(incident, ours, theirs);
    body.insertBefore(this.#list.root, body.querySelector(".panel"));
    const column = Object.assign(body.querySelector(".map-column"), ours);
    this.ready = this.#draw(column, incident, again).catch((cause) => {
      // The list and the panel go on without it.
      const hint = element("p", { class: "hint" }, "The map could not be drawn. Every actor is in the list.");
      column.append(hint);
      console.warn(`actor-map: the large map is missing: ${cause?.message ?? cause}`);
      const retry = () => this.#draw(column, incident, again + "?again").then(() => hint.remove());
      setTimeout(() => this.#discarded || retry().catch(() => {}), RETRY_MS);
    });
  }

  async #draw(column, incident, again) {
    const [, map, worker, style, glue, wasm] = this.#files.map(({ href }) => href + again);
    const [{ DotMap }, painter, answer] = await Promise.all([
      import(map),
      import(worker),
      fetch(style, { headers: { accept: "text/css" } }),
    ]);
    if (!answer.ok) throw new Error(`the server answers ${answer.status} for ${style}`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await answer.text());
    if (![...sheet.cssRules].some(({ selectorText }) => selectorText === ".large")) throw new Error("what came is no large.css");
    if (this.#discarded) return;
    column.getRootNode().adoptedStyleSheets.push(sheet);
    this.#map = new DotMap(column, classified(incident, painter), { worker, glue, wasm }, painter, this.#pick);
    // Names are painted in the forms of their language.
    Object.assign(column.querySelector("canvas"), this.#theirs);
    this.#map.open(this.#open);
  }

  /** Shows which actor is open now, if one is. */
  open(id) {
    this.#open = this.#list.open(id);
    this.#map?.open(this.#open);
  }

  /** Makes sure that an actor's control can be seen. */
  reveal(id) {
    this.#list.reveal(id);
  }

  /** The map as it shows, as a picture of its own. */
  svg() {
    return this.#map?.svg() ?? "";
  }

  discard() {
    this.#discarded = true;
    this.#map?.discard();
  }
}
