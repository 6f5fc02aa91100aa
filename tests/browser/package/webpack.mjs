// node webpack.mjs FOLDER: builds the page `webpack.html` into a folder.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import webpack from "webpack";

const [folder] = process.argv.slice(2);
const context = import.meta.dirname;
const entry = "./src/webpack.js";
const output = { path: folder, filename: "page.js" };
const performance = { hints: false };
webpack({ mode: "production", context, entry, output, performance }, (error, result) => {
  if (error) throw error;
  copyFileSync(join(context, "webpack.html"), join(folder, "index.html"));
  // A warning, such as for an import that webpack cannot follow, is a fault of the package.
  const faults = result.toJson({ all: false, errors: true, warnings: true });
  for (const { message } of [...faults.errors, ...faults.warnings]) console.error(`webpack: ${message}`);
  if (faults.errors.length + faults.warnings.length > 0) process.exitCode = 1;
});
