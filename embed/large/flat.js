/**
 * An incident as the module gives it to painters of large maps.
 *
 * @typedef {string[]} Flat as `Story::flat` in `src/view/story.rs` writes it: the number of actors, then for each two texts,
 *   `id statements class…` and its name, then for each tie `from to class…`; its ends are positions among the actors
 *
 * @typedef {object} Actor
 * @property {string} id
 * @property {number} said how many statements it made
 * @property {string[]} classes as on a map with names: its kind, its marks
 * @property {string} name
 *
 * @typedef {object} Incident the same as lists
 * @property {Actor[]} actors
 * @property {Uint32Array} ties the ends of all ties one after another, from and to, as positions among the actors
 * @property {string[]} tieNames the class of each tie, as in `LINES` of `large-worker.js`
 * @property {number[]} order the positions of the actors, those with the most ties first
 *
 * @typedef {Incident & Classes} Painted an incident with its classes as numbers, which a worker can be given
 *
 * @typedef {object} Classes
 * @property {Uint8Array} tieClasses the class of each tie, by its place in `CLASSES` of `large-worker.js`
 * @property {Int8Array} marks what each actor is, by its place in `MARKS` there; -1 if none of these
 */

/**
 * @param {Flat} flat
 * @returns {Incident}
 */
export function read(flat) {
  const count = Number(flat[0]);
  const actors = [];
  for (let at = 1; at <= 2 * count; at += 2) {
    const [id, said, ...classes] = flat[at].split(" ");
    actors.push({ id, said: Number(said), classes, name: flat[at + 1] });
  }
  const lines = flat.slice(1 + 2 * count).map((line) => line.split(" "));
  const ties = Uint32Array.from(lines.flatMap(([from, to]) => [Number(from), Number(to)]));
  const degrees = new Uint32Array(count);
  for (const end of ties) degrees[end] += 1;
  const order = [...actors.keys()].sort((one, other) => degrees[other] - degrees[one] || one - other);
  return { actors, ties, tieNames: lines.map(([, , ...name]) => name.join(" ")), order };
}

/**
 * @param {Incident} incident
 * @param {{CLASSES: string[], MARKS: string[]}} painter `large-worker.js` as a module
 * @returns {Painted}
 */
export function classified(incident, { CLASSES, MARKS }) {
  return {
    ...incident,
    tieClasses: Uint8Array.from(incident.tieNames, (name) => CLASSES.indexOf(name)),
    marks: Int8Array.from(incident.actors, ({ classes }) => MARKS.findIndex((mark) => classes.includes(mark))),
  };
}
