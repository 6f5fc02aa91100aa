/**
 * Large incidents: a map of dots to pan and zoom (`large-map.js`), and a list of all actors to search. `live.js` fetches
 * this for incidents of more actors, or more ties, than a map with names can hold; nobody else downloads it.
 *
 * The list is how everything is reached without the map: it has the one control per actor.
 */

/** Rows that are laid out together, and only when they come into sight. */
const CHUNK = 40;
/** How long a reader has stopped typing when the number of finds is said, in ms. */
const SAY_AFTER_MS = 300;
/** How long after a file of the map did not come all are asked for once more, in ms. */
const RETRY_MS = 5000;

/** A number with its noun. */
const counted = (count) => `${count.toLocaleString("en")} ${count === 1 ? "actor" : "actors"}`;

/** Letters that stand for one another: no accents to a computer, or another language's form; "ـ" only makes a word longer. */
const ALIKE = { ı: "i", ł: "l", đ: "d", ð: "d", ø: "o", ħ: "h", ß: "ss", æ: "ae", œ: "oe", ς: "σ", ي: "ی", ى: "ی", ك: "ک", ة: "ه", ـ: "" };
const OTHERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");
/** The marks of scripts that can do without. Those of others are vowels. */
const ACCENTS = /([\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}])\p{M}+/gu;

/** A text as it is searched: without case and accents, whatever the reader's language. */
const folded = (text) =>
  text.normalize("NFD").replace(ACCENTS, "$1").toLowerCase().replace(OTHERS, (letter) => ALIKE[letter]);

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

/** What the module gives of an incident (`Story::flat`), as lists; classes by their place among a painter's. */
function read(flat, { CLASSES, MARKS }) {
  const lines = flat.slice(1 + 2 * Number(flat[0])).map((line) => line.split(" "));
  const actors = listed(flat);
  return {
    actors,
    ties: tied(flat),
    tieClasses: Uint8Array.from(lines, ([, , ...name]) => CLASSES.indexOf(name.join(" "))),
    marks: Int8Array.from(actors, ({ classes }) => MARKS.findIndex((mark) => classes.includes(mark))),
  };
}

function listed(flat) {
  return Array.from({ length: Number(flat[0]) }, (_, at) => {
    const [id, said, ...classes] = flat[1 + 2 * at].split(" ");
    return { id, said: Number(said), classes, name: flat[2 + 2 * at] };
  });
}

/** The ends of all ties, one after another. */
function tied(flat) {
  return Uint32Array.from(flat.slice(1 + 2 * Number(flat[0])).flatMap((line) => line.split(" ", 2).map(Number)));
}

/** A large incident in a mounted widget. */
export class LargeMap {
  #list;
  #map = null;
  /** Attributes of what holds the story's words. */
  #theirs;
  #open = null;
  #discarded = false;
  /** Resolves when the list stands and the map is on its way. */
  ready;

  /**
   * @param {HTMLElement} mount what the widget is mounted in
   * @param {string[]} flat the incident, from the module
   * @param {string[]} files where this file lies, and those beside it, in the order of `actor-map.js`
   * @param {(id: string) => void} pick opens or closes an actor
   */
  constructor(mount, flat, files, pick) {
    const body = mount.querySelector(".body");
    body.classList.add("many");
    // As in the module's view: where the story is not in English, our words say that they are.
    const { lang } = body.parentElement;
    const [ours, theirs] = /^en(-|$)/i.test(lang) ? [{}, {}] : [{ lang: "en" }, { lang }];
    this.#theirs = theirs;
    this.#list = new List(listed(flat), tied(flat), ours, theirs);
    body.insertBefore(this.#list.root, body.querySelector(".panel"));
    const column = Object.assign(body.querySelector(".map-column"), ours);
    this.ready = this.#draw(column, flat, files, pick).catch((cause) => {
      // The list and the panel go on without it.
      const hint = element("p", { class: "hint" }, "The map could not be drawn. Every actor is in the list.");
      column.append(hint);
      console.warn(`actor-map: the large map is missing: ${cause?.message ?? cause}`);
      // Once more, elsewhere: a browser may remember that a module could not be loaded.
      const again = () => this.#draw(column, flat, files.map((file) => `${file}?again`), pick).then(() => hint.remove());
      setTimeout(() => this.#discarded || again().catch(() => {}), RETRY_MS);
    });
  }

  async #draw(column, flat, files, pick) {
    const [, map, worker, style, glue, wasm] = files;
    const [{ Dots }, part, answer] = await Promise.all([import(map), import(worker), fetch(style, { headers: { accept: "text/css" } })]);
    if (!answer.ok) throw new Error(`the server answers ${answer.status} for ${style}`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await answer.text());
    if (![...sheet.cssRules].some(({ selectorText }) => selectorText === ".large")) throw new Error("what came is no large.css");
    if (this.#discarded) return;
    column.getRootNode().adoptedStyleSheets.push(sheet);
    this.#map = new Dots(column, read(flat, part), { worker, glue, wasm }, part, pick);
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

// ---------------------------------------------------------------- the list

class List {
  root;
  #rows;
  #places;
  #chunks;
  #found;
  #field;
  #open = null;
  #saying = 0;

  constructor(actors, ties, ours, theirs) {
    const degrees = new Uint32Array(actors.length);
    for (const end of ties) degrees[end] += 1;
    const order = [...actors.keys()].sort((one, other) => degrees[other] - degrees[one] || one - other);
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

  reveal(id) {
    const row = this.#places.get(id);
    if (row?.item.hidden) {
      this.#field.value = "";
      this.#filter();
    }
    this.#stop(row);
  }

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
