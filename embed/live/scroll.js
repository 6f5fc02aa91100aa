/** What scrolls the page: to a control, and to the panel under the map; and what an element stands in, that a reader may have scrolled. */

/** The least of a panel that is in sight, and the most of the map above one that was scrolled to, as parts of the window. */
const PANEL_IN_SIGHT = 0.3;
const MAP_ABOVE_PANEL = 0.28;
/** How much of a statement shows its first words, in CSS px. */
const FIRST_WORDS = 44;
/** How far a control that is scrolled to stays from the window's edge, in CSS px: its ring has room in it. */
const SCROLL_MARGIN = 6;

/** An element and what it stands in, outwards: through slots and out of shadow roots, up to the page's root. */
function* around(element) {
  for (let part = element; part; part = part.assignedSlot ?? part.parentElement ?? part.getRootNode().host) yield part;
}

/** Whether the page is scrolled, or a box that an element stands in. */
export function hasScrolled(element) {
  return [...around(element)].some(({ scrollTop }) => scrollTop);
}

/** Opens what an element is folded up in, as browsers do for what a fragment names. */
export function unfold(element) {
  for (const part of around(element)) if (part.localName === "details") part.open = true;
}

/** Scrolls no further than a control and its ring are in sight. For what is in a picture Firefox scrolls to the picture. */
export function scrollIntoSight(control) {
  const scrolled = control?.ownerSVGElement ?? control;
  if (!scrolled) return;
  const [whole, part] = [scrolled, control].map((element) => element.getBoundingClientRect());
  scrolled.style.scrollMargin = `${whole.top - part.top + SCROLL_MARGIN}px 0 ${part.bottom - whole.bottom + SCROLL_MARGIN}px`;
  scrolled.scrollIntoView({ block: "nearest", behavior: "instant" });
  scrolled.removeAttribute("style");
}

/**
 * Brings the panel into sight, if it, or the first words in it, may be out of sight.
 * @param {Element} mount what the widget is mounted in
 * @param {boolean} [calm] without a movement that shows
 */
export function revealPanel(mount, calm = matchMedia("(prefers-reduced-motion: reduce)").matches) {
  const panel = mount.querySelector(".panel");
  const { top } = panel.getBoundingClientRect();
  // (To a part of a pixel: Firefox has 1281.69995 under 1281.70001.)
  const under = top > mount.querySelector(".map-column").getBoundingClientRect().bottom - 1;
  const behavior = calm ? "instant" : "smooth";
  panel.style.scrollMarginTop = "";
  // Beside the map it stays in the window, except where the map ends.
  if (!under) return top < 0 && panel.scrollIntoView({ block: "nearest", behavior });
  // A reader who has zoomed in sees a part of the window.
  const { height, offsetTop } = visualViewport;
  const first = [...panel.querySelectorAll(".statement")].find((statement) => statement.clientHeight)?.getBoundingClientRect();
  const needed = Math.max(PANEL_IN_SIGHT * height, (first?.top ?? top) + FIRST_WORDS - top);
  const away = top < offsetTop || top + needed > offsetTop + height;
  // A focus that is out of sight comes along; Escape leads back.
  if (away || mount.getRootNode().activeElement?.getBoundingClientRect().bottom < 0) panel.focus({ preventScroll: true });
  if (!away) return;
  // Some of the map stays above the panel, as far as the panel's first words leave room for it. Where they leave none, the
  // head of the panel may scroll out, unless much of it would. This is done by a margin, so that whatever scrolls round the
  // map, a dialog too, does its part.
  const room = height - needed < -PANEL_IN_SIGHT * height ? 0 : height - needed;
  panel.style.scrollMarginTop = `${Math.min(MAP_ABOVE_PANEL * height, room)}px`;
  panel.scrollIntoView({ block: "start", behavior });
}
