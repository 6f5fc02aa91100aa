/** What a live map prints: paper has no clicks, so everything that the panel would show is on it, as an edition prints. */

/**
 * What the panel says of every actor on the map, one after the other.
 * @param {HTMLElement} mount where the widget is
 * @param {string | undefined} open the id of the open actor
 * @param {(id: string) => void} prepare makes what the panel would say of an actor, on the side of it that does not show
 */
export function unfolded(mount, open, prepare) {
  const paper = document.createElement("div");
  paper.className = "panel paper";
  for (const { dataset } of mount.querySelectorAll(".map [data-actor]")) {
    const { actor } = dataset;
    if (actor !== open) prepare(actor);
    const side = mount.querySelector(`.panel > ${actor === open ? ":not([hidden])" : "[hidden]"}`);
    paper.append(Object.assign(side.cloneNode(true), { hidden: false }));
  }
  return paper;
}
