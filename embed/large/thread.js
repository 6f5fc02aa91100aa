/** Where the heavy half of a large map is done: a worker, or the page's own thread. */

/** A page that requires Trusted Types wants a worker's address from a policy; one policy serves all maps. */
let policy = null;
const trusted = (url) => {
  policy ??= globalThis.trustedTypes?.createPolicy("actor-map", { createScriptURL: (url) => url }) ?? { createScriptURL: (url) => url };
  return policy.createScriptURL(url);
};

/** The worker, or where none may start or it died, what does the same on the page's own thread. */
export class PainterThread {
  #painter;
  #worker = null;
  /** What the worker has been asked for and not answered, by a number of its own. */
  #waiting = new Map();
  #last = 0;
  /** The chart that `chart` was asked for, for questions of this thread. */
  chart = null;

  /**
   * @param {object} painter `large-worker.js` as a module
   * @param {string} address where it lies
   */
  constructor(painter, address) {
    this.#painter = painter;
    try {
      this.#worker = new Worker(trusted(address), { type: "module" });
    } catch {
      // Of another origin, or refused by a policy.
      return;
    }
    this.#worker.onmessage = ({ data: { id, error, ...answer } }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(error));
      else resolve(answer);
    };
    // It did not start, or died: what waits is done here.
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#worker = null;
      const waiting = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { kind, task, resolve, reject } of waiting) this.#here(kind, task).then(resolve, reject);
    };
  }

  /**
   * Has a task done.
   * @param {"plot" | "chart" | "paint"} kind
   * @param {object} task what it takes and gives is said in `large-worker.js`
   */
  ask(kind, task) {
    if (kind === "chart") this.chart = new this.#painter.Chart(task);
    if (!this.#worker) return this.#here(kind, task);
    return new Promise((resolve, reject) => {
      const id = (this.#last += 1);
      this.#waiting.set(id, { kind, task, resolve, reject });
      this.#worker.postMessage({ id, kind, ...task });
    });
  }

  async #here(kind, task) {
    if (kind === "plot") return { points: await this.#painter.plot(task, () => new Promise((resolve) => setTimeout(resolve))) };
    if (kind === "chart") return {};
    const picture = document.createElement("canvas");
    picture.width = task.width * task.ratio;
    picture.height = task.height * task.ratio;
    this.chart.paint(picture.getContext("2d"), task);
    return { picture };
  }

  end() {
    this.#worker?.terminate();
  }
}
