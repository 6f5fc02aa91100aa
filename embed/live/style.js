/** widget.css: one sheet per document for the shadow roots there, and whether a root has it already. */

/** The style's address as the editions of this version link it, and its text. */
let styleAddress;
let styleText;
/** By document the sheet that all shadow roots there share: none may be of another one. */
const sheets = new WeakMap();

/**
 * Takes the style as it came.
 * @param {string} text
 * @param {string} address
 */
export function takeStyle(text, address) {
  styleText = text;
  styleAddress = address;
  // Some servers answer with a page of theirs or a script; bundlers write the rules in their own way.
  if (![...sheetFor(document.body).cssRules].some(({ selectorText }) => selectorText === ":host")) {
    sheets.delete(document);
    throw new Error("what came is no widget.css");
  }
}

/** The sheet for shadow roots in a node's document. */
export function sheetFor({ ownerDocument }) {
  if (!sheets.has(ownerDocument)) {
    const sheet = new ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(styleText);
    sheets.set(ownerDocument, sheet);
  }
  return sheets.get(ownerDocument);
}

/** Whether widget.css applies. A link that the network or a policy keeps away has a sheet, too. */
export function isStyled(element) {
  return getComputedStyle(element).contain === "content";
}

/** Whether this is the link of an edition to our style, under whichever name: `v1/` has it, too. */
export function isOurs(link) {
  const rules = ({ cssRules }) => [...cssRules].map(({ cssText }) => cssText).join();
  try {
    return link.href === styleAddress || rules(link.sheet) === rules(sheetFor(link));
  } catch {
    return false; // No link, or its sheet is of another origin.
  }
}
