/** The map as a picture of its own: SVG with every colour and font in it that the style sheet gave it. */

const SVG = "http://www.w3.org/2000/svg";
/** The properties that make a picture of SVG elements. */
const PAINTED = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity", "paint-order",
  "font-family", "font-weight",
];

/**
 * A map as text that stands alone.
 * @param {SVGSVGElement} map as it is shown in the page
 */
export function picture(map) {
  const copy = map.cloneNode(true);
  const originals = [map, ...map.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, at) => {
    const style = getComputedStyle(originals[at]);
    for (const { name } of [...node.attributes]) {
      if (/^(class|part|role|tabindex|aria-|data-)/.test(name) && node !== copy) node.removeAttribute(name);
    }
    for (const property of PAINTED) node.setAttribute(property, style.getPropertyValue(property));
    if (style.display === "none") node.setAttribute("display", "none");
  });
  set(copy, { xmlns: SVG });
  copy.prepend(drawn("rect", { width: "100%", height: "100%", fill: getComputedStyle(map).backgroundColor }));
  legend(copy, map);
  return new XMLSerializer().serializeToString(copy);
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function drawn(name, attributes) {
  return set(document.createElementNS(SVG, name), attributes);
}

/** A picture stands alone: under a map with numbers go the names that they stand for. */
function legend(picture, map) {
  const names = [...picture.querySelectorAll("title")].map(({ textContent }) => textContent);
  if (!names.length) return;
  const { color, fontFamily } = getComputedStyle(map);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `13px ${fontFamily}`;
  let [width, height] = ["width", "height"].map((side) => Number(picture.getAttribute(side)));
  height += 8;
  for (const name of names.sort((one, other) => parseInt(one) - parseInt(other))) {
    const line = drawn("text", { x: 12, y: (height += 18), fill: color, "font-size": 13, "font-family": fontFamily });
    line.textContent = name;
    picture.append(line);
    width = Math.max(width, Math.ceil(pen.measureText(name).width) + 24);
  }
  height += 14;
  set(picture, { width, height, viewBox: `0 0 ${width} ${height}` });
}
