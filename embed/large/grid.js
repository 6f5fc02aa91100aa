/** Points by the square cells they lie in, to find what is under a pointer. */
export class Grid {
  #cells = new Map();
  #side = 24;
  #xs;
  #ys;

  constructor(xs, ys) {
    this.#xs = xs;
    this.#ys = ys;
    xs.forEach((x, at) => {
      const key = this.#key(Math.floor(x / this.#side), Math.floor(ys[at] / this.#side));
      const cell = this.#cells.get(key);
      if (cell) cell.push(at);
      else this.#cells.set(key, [at]);
    });
  }

  #key(column, row) {
    return row * 100_000 + column;
  }

  /** The point nearest to a place, if one is within reach; else null. */
  nearest(x, y, reach) {
    let [found, least] = [null, reach];
    const cell = (at) => Math.floor(at / this.#side);
    for (let row = cell(y - reach); row <= cell(y + reach); row++) {
      for (let column = cell(x - reach); column <= cell(x + reach); column++) {
        for (const at of this.#cells.get(this.#key(column, row)) ?? []) {
          const far = Math.hypot(this.#xs[at] - x, this.#ys[at] - y);
          if (far < least) [found, least] = [at, far];
        }
      }
    }
    return found;
  }
}
