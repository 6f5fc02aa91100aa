// Everything the element offers to a script, as the package's types have it. Only type-checked, never run.
import { ActorMapElement } from "actor-map";
import type { ActorMapErrorCode, ActorMapEventMap, ActorMapProblem } from "actor-map";

const map = document.createElement("actor-map");
const same: ActorMapElement = map;
const found: ActorMapElement | null = document.querySelector("actor-map");
const version: string = ActorMapElement.version;

map.src = "incident.json";
map.theme = "dark";
map.actor = null;
map.headingLevel = 3;
const src: string = map.src;
const theme: "auto" | "light" | "dark" = map.theme;
const actor: string | null = map.actor;
const level: number = map.headingLevel;

const known: boolean = map.select("ministry-a");
map.select(null);
const picture: string = map.toSVG();

map.addEventListener("actor-map-ready", (event) => void event.detail);
map.addEventListener("actor-map-select", (event) => {
  const open: string | null = event.detail.actor;
  void open;
});
map.addEventListener("actor-map-quote", (event) => {
  const statement: string = event.detail.statement;
  void statement;
});
map.addEventListener(
  "actor-map-error",
  function ({ detail }) {
    const code: ActorMapErrorCode = detail.code;
    const message: string = detail.message;
    const problems: ActorMapProblem[] = detail.problems;
    this.select(null);
    for (const { severity, rule, path, record, field, advice, text } of problems) {
      void [severity === "error", rule, path, record, field, advice, text];
    }
    void [code, message];
  },
  { once: true },
);
// What every element has stays as it was.
map.addEventListener("click", (event: Event) => event.preventDefault());
map.addEventListener("click", (event) => void event.clientX);
map.addEventListener("keydown", ({ key }) => void key);
const heard = (event: ActorMapEventMap["actor-map-select"]) => void event.detail.actor;
map.addEventListener("actor-map-select", heard);
map.removeEventListener("actor-map-select", heard);
map.classList.add("wide");
// An event that bubbled up to the page.
document.addEventListener("actor-map-select", (event) => {
  const { detail } = event as ActorMapEventMap["actor-map-select"];
  void detail.actor;
});

void [same, found, version, src, theme, actor, level, known, picture];
