/** The list of a large incident's actors: how everything is reached without the map. */

import { element } from "./element.js";
import { folded } from "./search.js";

/** Rows that are laid out together, and only when they come into sight. */
const CHUNK = 40;
/** How long a reader has stopped typing when the number of finds is said, in ms. */
const SAY_AFTER_MS = 300;

/** A number with its noun. */
const counted = (count) => `${count.toLocaleString("en")} ${count === 1 ? "actor" : "actors"}`;

/** The list: one control for each actor, all of them in one stop of the tab key, filtered by what is typed above them. */
export class List {
  /** The element it is. */
  root;
  /** A row for each actor, those with the most ties first: its position `at`, its name as it is searched, its elements. */
  #rows;
  /** The rows by their actors' ids. */
  #places;
  /** The rows as they are laid out together. */
  #chunks;
  /** Where the number of finds is said. */
  #found;
  #field;
  /** The row of the open actor. */
  #open = null;
  #saying = 0;

  /**
   * @param {import("./flat.js").Incident} incident
   * @param {Record<string, string>} ours attributes of what holds our words
   * @param {Record<string, string>} theirs attributes of what holds the story's
   */
  constructor({ actors, order }, ours, theirs) {
    this.#rows = order.map((at, row) => {
      const { id, said, name } = actors[at];
      const attributes = { type: "button", "data-actor": id, "aria-expanded": "false", "aria-controls": "panel", tabindex: row ? -1 : 0 };
      const button = element("button", attributes, `${name} `, element("small", ours, said ? `${said} ${said === 1 ? "statement" : "statements"}` : ""));
      return { at, words: folded(name), button, item: element("li", {}, button) };
    });
    this.#places = new Map(this.#rows.map((row) => [row.button.dataset.actor, row]));
    this.#chunks = [];
    for (let from = 0; from < this.#rows.length; from += CHUNK) {
      const rows = this.#rows.slice(from, from + CHUNK);
      this.#chunks.push({ rows, root: element("ul", theirs, ...rows.map(({ item }) => item)) });
    }
    this.#field = element("input", { type: "search", autocomplete: "off", spellcheck: "false", ...theirs });
    this.#found = element("p", { role: "status", ...ours }, counted(actors.length));
    const rows = element("div", { class: "rows", role: "group", "aria-label": "Actors, those with the most ties first. Arrow keys move.", ...ours });
    // Before its style is there, and if that never comes, the list is no longer than this either.
    Object.assign(rows.style, { height: "232px", overflowY: "auto" });
    rows.append(...this.#chunks.map(({ root }) => root));
    this.root = element("div", { class: "finder" }, element("label", ours, "Find an actor ", this.#field), this.#found, rows);
    this.#field.addEventListener("input", () => this.#filter());
    this.root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Marks the open actor; gives its position. */
  open(id) {
    this.#open?.button.setAttribute("aria-expanded", "false");
    this.#open = this.#places.get(id) ?? null;
    this.#open?.button.setAttribute("aria-expanded", "true");
    return this.#open?.at ?? null;
  }

  /** Makes sure that an actor's row can be seen, and is where the tab key stops. */
  reveal(id) {
    const row = this.#places.get(id);
    if (row?.item.hidden) {
      this.#field.value = "";
      this.#filter();
    }
    this.#stop(row);
  }

  /** Shows the rows that have all words of the field in them. */
  #filter() {
    const sought = folded(this.#field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { rows, root } of this.#chunks) {
      let some = false;
      for (const { words, item } of rows) {
        item.hidden = !sought.every((word) => words.includes(word));
        if (!item.hidden) count += 1;
        some ||= !item.hidden;
      }
      root.hidden = !some;
    }
    this.#stop(this.#shown()[0]);
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => (this.#found.textContent = count ? counted(count) : "No actor of this name"), SAY_AFTER_MS);
  }

  #shown() {
    return this.#rows.filter(({ item }) => !item.hidden);
  }

  /** The tab key stops at one row; arrows move among them, or thousands of stops would lie before the panel. */
  #stop(row) {
    if (!row) return;
    for (const stop of this.root.querySelectorAll("[tabindex='0']")) stop.tabIndex = -1;
    row.button.tabIndex = 0;
  }

  /** Keys in the field and on the rows. */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = this.#shown();
    const inField = event.target === this.#field;
    const here = inField ? -1 : shown.findIndex(({ button }) => button === event.target);
    if (inField && event.key === "Enter") return shown.length && this.#field.value ? shown[0].button.click() : undefined;
    // Escape empties the field before it closes anything.
    if (inField && event.key === "Escape" && this.#field.value) {
      event.stopPropagation();
      event.preventDefault();
      this.#field.value = "";
      return this.#filter();
    }
    const moves = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 10, PageUp: here - 10 };
    if (!inField) Object.assign(moves, { Home: 0, End: shown.length - 1 });
    const to = moves[event.key];
    if (to === undefined || (inField && to < 0)) return;
    event.preventDefault();
    if (to < 0 && here === 0) return this.#field.focus();
    const row = shown[Math.max(0, Math.min(shown.length - 1, to))];
    this.#stop(row);
    row?.button.focus();
  }
}
