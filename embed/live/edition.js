/** Permalinks where the program is refused for good: an edition has every word, and its rows open. */

import { maps } from "./module.js";

const PERMALINK = "#actor-map=";
let follows = false;

/** Opens what the page's address names in the editions of the page, now and whenever it changes. */
export function followInEditions() {
  if (follows) return;
  follows = true;
  addEventListener("hashchange", open);
  // Whoever has scrolled meanwhile is not called back.
  if (!scrollY) open();
}

function open() {
  const [incident, actor] = location.hash.split("/");
  if (maps.size || !incident.startsWith(PERMALINK) || !actor) return;
  // An edition does not tell which incident it is of: it is the first that has the actor.
  const element = [...document.querySelectorAll("actor-map")].find((element) => element.select(actor));
  element?.shadowRoot.querySelector(".row[open]")?.scrollIntoView();
}
