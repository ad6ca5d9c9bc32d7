/**
 * `npm run check [-- <name> …]`: format, lint, types, boundaries, vocabulary, dead code, floors, licences.
 *
 * Plain Node without packages, because it must also work where nothing is installed yet. Two checks run side by
 * side; every check says one line, and what the failing ones printed comes at the end.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SIDE_BY_SIDE = 2;
const INSTALLER = "scripts/install-if-needed.mjs";

/** name -> the package whose command it is, and its arguments. The slowest first. */
const CHECKS = {
  lint: ["eslint/bin/eslint.js", ".", "--max-warnings", "0"],
  types: ["typescript/bin/tsc", "--noEmit", "--pretty", "false", "--project", "."],
  format: ["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
  boundaries: ["tsx/dist/cli.mjs", "scripts/check/report.ts", "boundaries"],
  "dead code": ["knip/bin/knip.js", "--no-progress", "--no-config-hints"],
  vocabulary: ["tsx/dist/cli.mjs", "scripts/check/report.ts", "vocabulary"],
  floors: ["tsx/dist/cli.mjs", "scripts/check/report.ts", "floors"],
  licences: ["tsx/dist/cli.mjs", "scripts/check/report.ts", "licences"],
};

const { FORCE_COLOR: _, ...inherited } = process.env;
const env = { ...inherited, NO_COLOR: "1" };

/** Runs a program to its end. @returns {Promise<{ ok: boolean, output: string, seconds: number }>} */
function run(command, args) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env });
    const chunks = [];
    const ended = (ok) =>
      resolve({
        ok,
        output: Buffer.concat(chunks).toString(),
        seconds: (performance.now() - started) / 1000,
      });
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => {
      chunks.push(Buffer.from(String(error)));
      ended(false);
    });
    child.on("close", (code) => ended(code === 0));
  });
}

const runTool = ([program, ...args]) => run(process.execPath, [join("node_modules", program), ...args]);

function say(name, { ok, seconds }) {
  console.log(`${ok ? "ok    " : "FAILED"}  ${name.padEnd(10)} ${seconds.toFixed(1)} s`);
}

/** Installs where nothing is installed, and writes Next's route types: lint and types both read them. */
async function prepare() {
  const steps = [
    ["install", install],
    ["next types", () => runTool(["next/dist/bin/next", "typegen"])],
  ];
  for (const [name, step] of steps) {
    const result = await step();
    if (result.ok) continue;
    say(name, result);
    console.log(result.output);
    return false;
  }
  return true;
}

function install() {
  if (existsSync(join(root, INSTALLER))) return run(process.execPath, [INSTALLER]);
  if (existsSync(join(root, "node_modules/.package-lock.json"))) return { ok: true, output: "", seconds: 0 };
  // Not `npm ci`: it refuses a lockfile without the optional packages of other platforms.
  return run("npm", ["install", "--no-save", "--no-audit", "--no-fund"]);
}

async function runAll(names) {
  const waiting = [...names];
  const failed = [];
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const result = await runTool(CHECKS[name]);
      say(name, result);
      if (!result.ok) failed.push({ name, output: result.output });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return failed;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`No check called ${unknown.join(", ")}: ${Object.keys(CHECKS).join(", ")}`);
  process.exit(2);
}
if (!(await prepare())) process.exit(1);
const failed = await runAll(asked.length > 0 ? asked : Object.keys(CHECKS));
for (const { name, output } of failed) console.log(`\n--- ${name}\n${output.trimEnd()}`);
console.log(
  failed.length === 0 ? "\ncheck passed" : `\ncheck failed: ${failed.map(({ name }) => name).join(", ")}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
