// What the types must refuse: every line that ends in `// wrong`, and no other.
import type { ReactNode } from "react";
import "actor-map/react";
import { ActorMapElement, type ActorMapErrorCode } from "actor-map";

const map = document.createElement("actor-map");
map.src = 7; // wrong
map.theme = "blue"; // wrong
map.actor = 3; // wrong
map.headingLevel = "two"; // wrong
map.select(); // wrong
map.select(7); // wrong
map.toPNG(); // wrong
const picture: number = map.toSVG(); // wrong
ActorMapElement.version = "2.0.0"; // wrong
map.addEventListener("actor-map-select", (event) => event.detail.statement); // wrong
map.addEventListener("actor-map-quote", (event) => event.detail.actor); // wrong
map.addEventListener("click", (event) => event.detail.actor); // wrong
const code: ActorMapErrorCode = "unknown"; // wrong

export const nodes: ReactNode[] = [
  <actor-map src="incident.json" actor="ministry-a" lang="en" hidden />,
  <actor-map src={7} />, // wrong
  <actor-map theme="blue" />, // wrong
  <actor-map heading-level="two" />, // wrong
  <actor-map heading-level="2" />,
  <actor-map source="incident.json" />, // wrong
  <actor-map onactor-map-select={(event) => event.detail.statement} />, // wrong
  <actor-map ref={(element: HTMLInputElement | null) => void element} />, // wrong
];
void [picture, code];
