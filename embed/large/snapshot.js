/**
 * What a large map shows at a moment: all that its names and its picture are made from. Lengths are in CSS px.
 *
 * @typedef {object} View
 * @property {number} scale how large the chart is drawn; dots are 10 px apart where it is 1
 * @property {number} left where the chart's corner is on the canvas
 * @property {number} top
 *
 * @typedef {object} Snapshot
 * @property {import("./flat.js").Painted} incident
 * @property {object} painter `large-worker.js` as a module
 * @property {object} chart its `Chart` of the incident
 * @property {{width: number, height: number}} size the chart's, where the scale is 1
 * @property {View} view
 * @property {number} width the canvas's
 * @property {number} height
 * @property {Record<string, string>} colours by the painter's classes and marks, and "ink", "border", "paper"
 * @property {string} font for the canvas's pen
 * @property {number | null} open the position of the open actor
 * @property {number | null} hover the position of the actor under the pointer
 */

/**
 * Where an actor stands on the canvas.
 * @param {number} actor its position
 * @param {Snapshot} snapshot
 */
export function placeOf(actor, { chart, view: { scale, left, top } }) {
  return [chart.xs[actor] * scale + left, chart.ys[actor] * scale + top];
}
