/**
 * `measure(map)`: what is wrong with a painted map, as sentences; none if nothing is.
 *
 * Everything is taken from the page as painted, in CSS px on screen, and knows nothing of how it was laid out.
 */

/** The smallest type a reader may be shown. */
const SMALLEST_TYPE = 11;
/** How far apart the points are at which a tie is looked at. */
const STEP = 2;
/** Rounding of positions to 0.1 px, and of glyphs to whole ones. */
const SLACK = 1;
/** How near a tie's end is to the box it belongs to. */
const REACH = 6;

window.measure = (map) => {
  const picture = map.shadowRoot.querySelector("svg[part~=map]");
  // (WebKit has client rectangles for text in a group that is not displayed.)
  const displayed = (element) => element === picture || (getComputedStyle(element).display !== "none" && displayed(element.parentNode));
  const shown = (element) => displayed(element) && getComputedStyle(element).visibility !== "hidden";
  const all = (selector) => [...picture.querySelectorAll(selector)].filter(shown);
  const named = (element) => element.textContent.trim() || element.getAttribute("class");
  const wrong = [];

  const frame = picture.getBoundingClientRect();
  const texts = all("text").map((element) => ({ element, rect: ink(element), words: named(element) }));
  for (const { element, rect, words } of texts) {
    if (!inside(rect, frame)) wrong.push(`“${words}” is cut by the map's edge`);
    const size = parseFloat(getComputedStyle(element).fontSize) * Math.abs(element.getScreenCTM().d);
    if (size < SMALLEST_TYPE - 0.01) wrong.push(`“${words}” is set in ${size} px`);
  }
  for (const [one, other] of pairs(texts)) {
    if (overlap(one.rect, other.rect)) wrong.push(`“${one.words}” and “${other.words}” overlap`);
  }

  const boxes = all("[data-actor]").map((control) => ({
    id: control.dataset.actor,
    rect: control.querySelector(".box").getBoundingClientRect(),
    control,
  }));
  if (boxes.length === 0) wrong.push("there is no actor");
  for (const { id, rect, control } of boxes) {
    if (!inside(rect, frame)) wrong.push(`the box of ${id} is cut by the map's edge`);
    for (const { element, rect: text, words } of texts) {
      if (control.contains(element)) {
        if (!inside(text, rect)) wrong.push(`“${words}” does not fit the box of ${id}`);
      } else if (overlap(rect, text)) wrong.push(`“${words}” overlaps the box of ${id}`);
    }
  }
  for (const [one, other] of pairs(boxes)) {
    if (overlap(one.rect, other.rect)) wrong.push(`the boxes of ${one.id} and ${other.id} overlap`);
  }

  // Words that lie on a box are the box's; the others may be crossed only by the tie they belong to.
  const free = texts.filter(({ element }) => !element.closest("[data-actor]"));
  const lines = all(".ties .line");
  for (const line of lines) {
    const points = along(line);
    const ends = [points[0], points[points.length - 1]];
    const foreign = boxes.filter(({ rect }) => !ends.some((end) => holds(grown(rect, REACH), end)));
    for (const { id, rect } of foreign) {
      if (points.some((point) => holds(grown(rect, -SLACK), point))) wrong.push(`a tie (${name(line)}) runs through ${id}`);
    }
    for (const { element, rect, words } of free) {
      const own = element.parentNode.dataset.tie === line.parentNode.dataset.tie;
      if (!own && points.some((point) => holds(grown(rect, -SLACK), point))) wrong.push(`a tie (${name(line)}) runs through “${words}”`);
    }
  }
  const waiting = picture.querySelectorAll(".ties .line").length - lines.length;
  if (map.scrollWidth > map.clientWidth + 1) wrong.push("the map is wider than its element");
  const words = all(".tie-words").length;
  return { wrong, actors: boxes.length, ties: lines.length, waiting, words };
};

/**
 * Where the ink of a line of text is, on screen. A text's own rectangle is its font's line box, which reaches far
 * above and below the letters.
 */
function ink(element) {
  const style = getComputedStyle(element);
  const pen = (ink.pen ??= document.createElement("canvas").getContext("2d"));
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(element.textContent);
  const { y } = element.getStartPositionOfChar(0);
  // From side to side: in Arabic and Hebrew the first letter is the rightmost.
  const { x, width } = element.getBBox();
  const toScreen = element.getScreenCTM();
  const corner = new DOMPoint(x, y - up).matrixTransform(toScreen);
  const opposite = new DOMPoint(x + width, y + down).matrixTransform(toScreen);
  return { left: corner.x, right: opposite.x, top: corner.y, bottom: opposite.y };
}

function name(line) {
  return line.parentNode.getAttribute("class");
}

/** Points along a path, on screen. */
function along(path) {
  const toScreen = path.getScreenCTM();
  const length = path.getTotalLength();
  const count = Math.max(2, Math.ceil(length / STEP) + 1);
  return Array.from({ length: count }, (_, position) =>
    path.getPointAtLength((length * position) / (count - 1)).matrixTransform(toScreen),
  );
}

function pairs(list) {
  return list.flatMap((one, position) => list.slice(position + 1).map((other) => [one, other]));
}

function grown({ left, right, top, bottom }, by) {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

function inside(inner, outer) {
  const room = grown(outer, SLACK);
  return inner.left >= room.left && inner.right <= room.right && inner.top >= room.top && inner.bottom <= room.bottom;
}

/** Whether two rectangles overlap by more than rounding. */
function overlap(one, other) {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK
  );
}

function holds(rect, point) {
  return point.x > rect.left && point.x < rect.right && point.y > rect.top && point.y < rect.bottom;
}
