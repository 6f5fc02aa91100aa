/**
 * Stands first on every page of the browser tests and keeps, in `window.recorder`:
 * - `troubles`: what went to the console as error or warning, what was thrown, what a policy refused;
 * - `events`: every `actor-map-…` event, as plain data.
 */
window.recorder = { troubles: [], events: [] };

// A scroll bar that comes and goes with the panel would change the map's width under the pointer.
document.documentElement.style.overflowY = "scroll";

for (const level of ["error", "warn"]) {
  const original = console[level];
  console[level] = (...words) => {
    window.recorder.troubles.push(`console.${level}: ${words.map(String).join(" ")}`);
    original.apply(console, words);
  };
}
// Resources that do not load fire an error that does not bubble, hence the capture.
addEventListener(
  "error",
  (event) => window.recorder.troubles.push(`error: ${event.message ?? event.target?.outerHTML ?? event.type}`),
  true,
);
addEventListener("unhandledrejection", (event) => window.recorder.troubles.push(`unhandled: ${event.reason}`));
document.addEventListener("securitypolicyviolation", (event) => {
  // WebKit asks for an icon of its own accord and holds the page to account for it.
  if (event.blockedURI.endsWith("/favicon.ico")) return;
  window.recorder.troubles.push(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
});
for (const type of ["actor-map-ready", "actor-map-select", "actor-map-quote", "actor-map-error"]) {
  document.addEventListener(type, (event) =>
    window.recorder.events.push({ type, target: event.target.id, detail: structuredClone(event.detail) }),
  );
}
