// The panel of the pages that are drawn by a script: filled from the story in the page when an actor is opened.

export const story = JSON.parse(document.getElementById("story").textContent);
const panel = document.querySelector(".panel");

/** Statements, with what the sources differ about: each question once, after the first that it is about. */
function statements(positions) {
  const asked = new Set();
  const fresh = (question) => !asked.has(question) && asked.add(question);
  return positions.map((at) => {
    const { html, conflicts } = story.statements[at];
    return html + conflicts.filter(fresh).map((question) => story.conflicts[question]).join("");
  }).join("");
}

/** Shows what an actor said, and what was said about it. */
export function show({ name, who, shown, links }) {
  panel.innerHTML = `<p class="title"></p>${who}${statements(shown)}${links}`;
  panel.firstChild.textContent = name;
}

panel.innerHTML = statements(story.lead);
