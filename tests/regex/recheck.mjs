// Whether every pattern on standard input is safe by recheck: `python -m tests.patterns | node tests/regex/recheck.mjs`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { checkSync } = createRequire(`${process.cwd()}/`)("recheck");
const unsafe = JSON.parse(readFileSync(0, "utf8"))
  .map((pattern) => ({ ...pattern, found: checkSync(pattern.source, pattern.flags, { timeout: 60_000 }) }))
  .filter(({ found }) => found.status !== "safe");
for (const { name, source, found } of unsafe) {
  console.error(`${name}: ${found.status}, ${found.complexity?.summary ?? found.error?.message}`);
  console.error(`    ${source}\n    ${found.attack?.pattern ?? ""}`);
}
console.error(`${unsafe.length} unsafe patterns`);
process.exit(unsafe.length === 0 ? 0 : 1);
