// node validate.mjs FILE…: puts each edition into an AMP page of its own and has AMP's validator judge it, without network.
// Exit code 1 if one is not valid.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import validators from "amphtml-validator";

const rules = createRequire(import.meta.url).resolve("next/dist/compiled/amphtml-validator/validator_wasm.js");
const validator = await validators.getInstance(rules);
const page = readFileSync(new URL("./page.html", import.meta.url), "utf8");

for (const file of process.argv.slice(2)) {
  const { status, errors } = validator.validateString(page.replace("<!-- edition -->", () => readFileSync(file, "utf8")));
  console.log(`amphtml-validator: ${file}: ${status}`);
  if (status !== "PASS") process.exitCode = 1;
  // One of each kind is enough to see what is wrong.
  const told = new Set();
  for (const { line, col, message } of errors) {
    if (told.has(message)) continue;
    told.add(message);
    console.log(`  ${line}:${col} ${message}`);
  }
}
