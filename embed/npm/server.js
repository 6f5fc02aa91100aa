/**
 * What a server gets of this package: there are no elements, so nothing is defined, and a page rendered there has
 * `<actor-map>` with its content as markup. The browser gets `actor-map.js`.
 */
export class ActorMapElement {
  static version = "0.0.0";
}
