import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ActorMapElement, ActorMapOwnEventMap } from "./actor-map.js";

/** From React 19 on, `on` and an event's name hears it; before, `addEventListener` does. */
type Listeners = {
  [Name in keyof ActorMapOwnEventMap as `on${Name}`]?: (event: ActorMapOwnEventMap[Name]) => void;
};

/** What JSX may write on `<actor-map>`. */
export interface ActorMapAttributes extends DetailedHTMLProps<HTMLAttributes<ActorMapElement>, ActorMapElement>, Listeners {
  src?: string;
  theme?: "auto" | "light" | "dark";
  actor?: string | null;
  "heading-level"?: number | `${number}`;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "actor-map": ActorMapAttributes;
    }
  }
}
