/** A problem of an incident file: what was found, what was expected, what to do. */
export interface ActorMapProblem {
  severity: "error" | "warning";
  /** The rule's id, such as `dangling-id`. */
  rule: string;
  /** Where in the file, counted from 0: `statements[3].reports[0]`. */
  path: string;
  /** The id of the record, as far as it has one. */
  record: string;
  field: string;
  message: string;
  advice: string;
  /** All of it in one line. */
  text: string;
}

/** Why there is no live map, or what is missing from it. */
export type ActorMapErrorCode = "no-data" | "fetch" | "parse" | "version" | "limit" | "partial" | "wasm" | "trap";

/** The element's own events; they bubble and leave shadow roots. None carries personal data. */
export interface ActorMapOwnEventMap {
  /** After the first paint of each incident file. */
  "actor-map-ready": CustomEvent<Record<string, never>>;
  /** Another actor is open, or none. */
  "actor-map-select": CustomEvent<{ actor: string | null }>;
  /** A statement is shown for the first time. */
  "actor-map-quote": CustomEvent<{ statement: string }>;
  "actor-map-error": CustomEvent<{ code: ActorMapErrorCode; message: string; problems: ActorMapProblem[] }>;
}

/** All that an `<actor-map>` may hear. */
export interface ActorMapEventMap extends HTMLElementEventMap, ActorMapOwnEventMap {}

/** `<actor-map>`: who said what in one incident, as an interactive map. */
export class ActorMapElement extends HTMLElement {
  /** Of the files that serve this page. */
  static readonly version: string;
  /** Address of the incident file; an inline `<script type="application/json">` child comes first. */
  src: string;
  /** `auto` follows the page's `color-scheme`. */
  theme: "auto" | "light" | "dark";
  /** The id of the open actor, or null. */
  actor: string | null;
  /** 1 to 6 for a heading in the page's outline, 0 for none; read when a map is built. */
  headingLevel: number;
  /** Opens an actor, or closes the open one with null. False for an unknown id, or where no map is shown. */
  select(id: string | null): boolean;
  /** The map as it is shown, as an SVG document with its colours in it; empty until the live map stands. */
  toSVG(): string;
  addEventListener<K extends keyof ActorMapEventMap>(
    type: K,
    listener: (this: ActorMapElement, event: ActorMapEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof ActorMapEventMap>(
    type: K,
    listener: (this: ActorMapElement, event: ActorMapEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "actor-map": ActorMapElement;
  }
}
