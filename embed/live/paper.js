/** What a live map prints: paper has no clicks, so everything that the panel would show is on it, as an edition prints. */

/**
 * What the panel says of every actor on the map, one after the other: by their numbers, where the map has numbers.
 * @param {HTMLElement} mount where the widget is
 * @param {string | undefined} open the id of the open actor
 * @param {(id: string) => void} prepare makes what the panel would say of an actor, on the side of it that does not show
 */
export function unfolded(mount, open, prepare) {
  const panel = mount.querySelector(".panel");
  const sides = [...mount.querySelectorAll(".map [data-actor]")].map(({ dataset: { actor } }) => {
    if (actor !== open) prepare(actor);
    const side = panel.querySelector(`:scope > ${actor === open ? ":not([hidden])" : "[hidden]"}`);
    return Object.assign(side.cloneNode(true), { hidden: false });
  });
  const number = (side) => parseInt(side.querySelector(".name .numbers")?.textContent) || 0;
  const paper = document.createElement("div");
  paper.className = `${panel.className} paper`;
  paper.part = "panel";
  paper.append(...sides.sort((one, other) => number(one) - number(other)));
  return paper;
}
