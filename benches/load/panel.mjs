// The panel of the pages that are drawn by a script: filled from the story in the page when an actor is opened.

export const story = JSON.parse(document.getElementById("story").textContent);
const panel = document.querySelector(".panel");
const statements = (positions) => positions.map((at) => story.statements[at]).join("");

/** Shows what an actor said, and what was said about it. */
export function show({ name, who, shown, links }) {
  panel.innerHTML = `<p class="title"></p>${who}${statements(shown)}${links}`;
  panel.firstChild.textContent = name;
}

panel.innerHTML = statements(story.lead);
