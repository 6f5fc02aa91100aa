/** Where a reader is in a shadow root, so that another rendering of the same story can put them back there. */

/** The names that a control carries, if there is one round this element: of the actor whose it is, or of the one it refers to. */
export function control(element) {
  return element?.closest("[data-actor],[data-actor-ref]")?.dataset ?? {};
}

/** An actor's control: on the map, or where a row opens it that row, and what closes it. */
export function controlOf(root, id, byRow) {
  const name = CSS.escape(id);
  return (
    (byRow && root.querySelector(`.panel > :not([hidden]) :is([data-close], .row > [data-actor-ref="${name}"])`)) ||
    root.querySelector(`[data-actor="${name}"]`)
  );
}

/** Where a reader is: the focused control, the open questions, how far the panel is scrolled, the selected text. */
export class Place {
  #root;
  #focus;
  #scroll;
  #top = scrollY;
  /** How far down the window the focused control was. */
  #height;
  #selection;
  /** Questions that the sources answer differently, by their words and where they stand: the focused one, the open ones. */
  #asked;
  #answered;

  constructor(root) {
    this.#root = root;
    const { actor, actorRef = actor } = control(root.activeElement);
    this.#focus = actorRef;
    this.#height = root.activeElement?.getBoundingClientRect().top;
    /** Whether a row of the list had the focus. */
    this.byRow = root.activeElement?.matches(".row > *");
    this.#asked = question(root.activeElement?.closest(".conflict"));
    this.#answered = [...root.querySelectorAll(".conflict[open]")].map(question);
    this.#scroll = root.querySelector(".panel")?.scrollTop;
    const selection = getSelection();
    const range = selection?.getComposedRanges?.({ shadowRoots: [root] })[0] ?? (selection?.rangeCount ? selection.getRangeAt(0) : null);
    const ends = range && !range.collapsed && [mark(range.startContainer, range.startOffset), mark(range.endContainer, range.endOffset)];
    if (ends && ends[0] && ends[1]) this.#selection = ends;
  }

  /** Moves the focus to the same control, if one had it. */
  refocus() {
    if (this.#focus === undefined) return;
    controlOf(this.#root, this.#focus, this.byRow)?.focus({ preventScroll: true });
  }

  /** Scrolls so that what has the focus is where what had it was: something high has come in above it. */
  hold() {
    const top = this.#root.activeElement?.getBoundingClientRect().top - this.#height;
    if (top) scrollBy({ top, behavior: "instant" });
  }

  /** Puts the reader back, in what the shadow root has now. */
  restore() {
    const root = this.#root;
    // The page stays where the exchange left it, for the browser has moved it so that what is read stays in its place.
    // A browser without such anchoring (WebKit) may have moved it up, since to its layout the page was shorter for a moment:
    // there it goes back to where it was.
    const top = CSS.supports("overflow-anchor", "none") ? scrollY : this.#top;
    const page = { left: scrollX, top, behavior: "instant" };
    this.refocus();
    for (const part of root.querySelectorAll(".conflict")) {
      const asked = question(part);
      part.open ||= this.#answered.includes(asked);
      if (asked === this.#asked) part.firstChild.focus({ preventScroll: true });
    }
    const panel = root.querySelector(".panel");
    if (panel && this.#scroll) panel.scrollTop = this.#scroll;
    const [start, end] = this.#selection?.map((end) => find(root, end)) ?? [];
    if (start && end) getSelection().setBaseAndExtent(...start, ...end);
    // WebKit moves the page for some of these.
    if (scrollY !== page.top) scrollTo(page);
  }
}

/** A question that shows, by its words and whether it is in the panel; the panel and the events may have the same. */
function question(part) {
  return part && !part.closest("[hidden]") && [!part.closest(".panel"), part.textContent].join();
}

/** A place in a statement's text that another rendering has too: an edition's statements are told by their words. */
function mark(node, offset) {
  const statement = (node.closest ? node : node.parentElement)?.closest(".statement");
  if (!statement) return null;
  const before = document.createRange();
  before.setStart(statement, 0);
  before.setEnd(node, offset);
  return { words: statement.textContent, at: before.toString().length };
}

/** The same place in what a root has now: a text node, and how far into it. */
function find(root, { words, at }) {
  const statement = [...root.querySelectorAll(".statement")].find(({ textContent }) => textContent === words);
  const texts = statement && document.createTreeWalker(statement, NodeFilter.SHOW_TEXT);
  for (let rest = at; texts?.nextNode(); rest -= texts.currentNode.length) {
    if (rest <= texts.currentNode.length) return [texts.currentNode, rest];
  }
  return null;
}
