// Addresses relative to the page: the test serves it from a folder of its own choosing.
export default { base: "./", build: { rolldownOptions: { input: ["index.html", "edition.html"] } } };
