import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ActorMapElement } from "./actor-map.js";

/** What JSX may write on `<actor-map>`. Events are heard with `addEventListener`, or `on…` from React 19 on. */
export interface ActorMapAttributes extends DetailedHTMLProps<HTMLAttributes<ActorMapElement>, ActorMapElement> {
  src?: string;
  theme?: "auto" | "light" | "dark";
  actor?: string;
  "heading-level"?: number;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "actor-map": ActorMapAttributes;
    }
  }
}
