// The pages: one article, and in it the same incident as each of the contenders would show it. A page says what the
// others say: title, summary, map, panel, events, sources. All that is not ours stands on `story.json`.

import { buildSync } from "../peers/node_modules/esbuild/lib/main.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const here = (name) => join(import.meta.dirname, name);
const read = (name) => readFileSync(here(name), "utf8");

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The article with something between its paragraphs. */
const article = (map = "", head = "") => read("article.html").replace("<!-- map -->", () => map).replace("<!-- head -->", () => head);

/** What stands round the map and the panel in every page but ours. */
function figure(story, map, after = "") {
  const items = (lines) => `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`;
  return `<figure class="wide actors"><p class="title">${escaped(story.title)}</p><p>${escaped(story.summary ?? "")}</p>
${map}
<p><b>What happened when</b></p>${items(story.events)}<p><b>Sources</b></p>${items(story.sources)}</figure>${after}`;
}

// ---------------------------------------------------------------- by hand

function svg(story) {
  const text = (name, [x, y, words]) => `<text class="${name}" x="${x}" y="${y}">${escaped(words)}</text>`;
  const rect = (name, [x, y, width, height], radius) =>
    `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
  const camps = story.camps.map(({ box, title }) => rect("ground", box, 12) + title.map((line) => text("camp-title", line)).join(""));
  const ties = story.ties.map(({ kind, d, head, words }) =>
    `<g class="tie ${kind}"><path class="casing" d="${d}"/><path class="line" d="${d}"/><path class="head" d="M${head.join("L")}Z"/>${
      words ? text("words", words) : ""}</g>`);
  const actors = story.actors.map(({ id, box, round, lines, badge }) =>
    `<g class="actor" data-id="${id}" tabindex="0" role="button">${rect("box", box, round ? Math.min(box[3] / 2, 18) : 6)}${
      lines.map((line) => text("name", line)).join("")}${badge ? number(badge, rect, text) : ""}</g>`);
  return `<svg class="map" width="${story.width}" height="${story.height}" viewBox="0 0 ${story.width} ${story.height}" role="group" aria-label="${
    escaped(story.title)}">${camps.join("\n")}<g class="ties">${ties.join("\n")}</g>${actors.join("\n")}</svg>`;
}

const number = ({ box: [x, y, width, height], text: words }, rect, text) =>
  rect("badge", [x, y, width, height], height / 2) + text("number", [x + width / 2, Math.round((y + height / 2 + 4) * 10) / 10, words]);

/** Everything a panel says, once, each with the ids of those whose panels say it. */
function panel(story) {
  const part = (html, ids) => `<div data-of="${ids.join(" ")}"${ids.includes("lead") ? "" : " hidden"}>${html}</div>`;
  const names = story.actors.map(({ id, name, who }) => part(`<p class="title">${escaped(name)}</p>${who}`, [id]));
  const whose = story.statements.map((_, at) => [
    ...(story.lead.includes(at) ? ["lead"] : []),
    ...story.actors.filter(({ shown }) => shown.includes(at)).map(({ id }) => id),
  ]);
  const statements = story.statements.map(({ html }, at) => part(html, whose[at]));
  // What the sources differ about stands once in a panel, however many of its statements it is about.
  story.conflicts.forEach((html, question) => {
    const about = story.statements.flatMap(({ conflicts }, at) => (conflicts.includes(question) ? [at] : []));
    const [first] = about;
    if (first === undefined) return;
    const ids = new Set(about.flatMap((at) => whose[at]));
    // In the statement's card, unless panels without that statement need it too.
    if (ids.size === whose[first].length) statements[first] = statements[first].replace(/<\/div><\/div>$/, (end) => html + end);
    else statements[first] += part(html, [...ids]);
  });
  const links = story.actors.filter(({ links }) => links).map(({ id, links }) => part(links, [id]));
  return `<div class="panel">${[...names, ...statements, ...links].join("\n")}</div>`;
}

/** One listener. */
const LISTENER = `<script>
document.querySelector(".map").addEventListener("click", ({ target, currentTarget }) => {
  const actor = target.closest(".actor");
  if (!actor) return;
  currentTarget.querySelector(".open")?.classList.remove("open");
  actor.classList.add("open");
  for (const part of document.querySelector(".panel").children) {
    part.hidden = !part.dataset.of.split(" ").includes(actor.dataset.id);
  }
});
</script>`;

// ---------------------------------------------------------------- by other libraries

/** A page whose map is drawn by a script: the data stands in the page, the code is one file, asked for at once. */
function drawn(story, code) {
  const data = JSON.stringify(story).replaceAll("<", "\\u003c");
  const map = `<div id="map" style="height:${story.height}px"></div><div class="panel"></div>`;
  const style = `<style>${minified("map.css")}</style>`;
  return article(figure(story, map, `<script type="application/json" id="story">${data}</script>`), `${style}<script defer src="/${code}"></script>`);
}

const minified = (name) => buildSync({ entryPoints: [here(name)], minify: true, write: false }).outputFiles[0].text;

/** A contender's code with its libraries, as one file. */
const bundled = (name) => buildSync({
  entryPoints: [here(name)],
  bundle: true,
  minify: true,
  format: "iife",
  write: false,
  nodePaths: [here("../peers/node_modules")],
}).outputFiles[0].text;

/** The story without what only our own program looks for in its markup. */
function plain(story) {
  const bare = (html) => html.replace(/ (?:part|data-[a-z]+)="[^"]*"/g, "");
  // Ours are items of lists; here each stands by itself.
  const alone = (html) => bare(html).replace(/^<li/, "<div").replace(/li>$/, "div>");
  return {
    ...story,
    statements: story.statements.map(({ html, ...statement }) => ({ html: alone(html), ...statement })),
    conflicts: story.conflicts.map(bare),
    actors: story.actors.map(({ who, links, ...actor }) => ({ ...actor, who: bare(who), links: bare(links) })),
  };
}

/** The story without our positions: sizes of the labels, and who is tied to whom. */
function unplaced(story) {
  const bare = ({ box: [, , width, height], lines, badge, ...actor }) => ({
    ...actor,
    size: [width, height],
    lines: lines.map(([, , words]) => words),
    badge: badge?.text,
  });
  const ties = story.ties.map(({ from, to, kind }) => ({ from, to, kind }));
  return { ...story, camps: [], actors: story.actors.map(bare), ties };
}

// ---------------------------------------------------------------- all

/**
 * What the server has, by path, and the contenders by name.
 * @param {object} story as `load-bench` writes it
 * @param {string} element the element edition; its files come from below /ours/
 * @returns {{files: Record<string, string>, contenders: object[]}}
 */
export function pages(story, element) {
  const told = plain(story);
  const placed = { ...told, statements: told.statements.map(({ html, conflicts }) => ({ html, conflicts })) };
  const files = {
    "/article.css": readFileSync(here("../../style/article.css"), "utf8"),
    "/bare.html": article(),
    "/hand.html": article(figure(told, svg(told) + panel(told), LISTENER), `<style>${minified("map.css")}</style>`),
    "/precomputed.html": drawn(placed, "precomputed.js"),
    "/precomputed.js": bundled("precomputed.mjs"),
    "/force.html": drawn(unplaced(placed), "force.js"),
    "/force.js": bundled("force.mjs"),
    "/cytoscape.html": drawn(unplaced(placed), "cytoscape.js"),
    "/cytoscape.js": bundled("cytoscape.mjs"),
    "/ours.html": article(element),
    // The program never comes.
    "/held.html": article(element.replaceAll('"/ours/', '"/held/')),
  };
  const contenders = [
    { name: "bare", page: "/bare.html", kind: "none" },
    { name: "hand", page: "/hand.html", kind: "svg", click: true },
    { name: "precomputed", page: "/precomputed.html", kind: "svg", click: true },
    { name: "force", page: "/force.html", kind: "svg", click: true },
    { name: "cytoscape", page: "/cytoscape.html", kind: "canvas", click: true },
    { name: "ours", page: "/ours.html", kind: "svg", live: true, click: true },
    { name: "held", page: "/held.html", kind: "svg", click: true },
  ];
  return { files, contenders };
}
