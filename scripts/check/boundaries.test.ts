import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { boundaryConfig, boundaryFaults, cruiseTree, sourceFiles } from "./boundaries";
import { canaries, intended } from "./canaries";
import type { PlantedImport } from "./canaries";

const DEV_PACKAGES = ["fast-check"];
const rules = (boundaryConfig.forbidden ?? []).map((rule) => rule.name ?? "");
const scratchTrees: string[] = [];

afterEach(() => {
  for (const tree of scratchTrees.splice(0)) rmSync(tree, { recursive: true, force: true });
});

describe("every boundary rule", () => {
  test("has a planted violation, and every planted violation a rule", () => {
    expect(Object.keys(canaries).sort()).toEqual([...rules].sort());
  });

  test.each(rules)("%s fires on its planted violation", async (rule) => {
    const planted = canaries[rule] ?? [];
    const { violations } = await cruiseTree(scratchTree(planted));
    expect(violations).toContainEqual(expect.objectContaining({ rule, from: planted[0]?.from }));
  });

  test("stays silent on the imports that the architecture intends", async () => {
    const { violations } = await cruiseTree(scratchTree(intended));
    expect(violations).toEqual([]);
  });
});

describe("the floor", () => {
  test("a cruise that misses a source file or most of the tree is a fault", async () => {
    const tree = scratchTree([{ from: "lib/cases/queries.ts", to: "@/lib/cases/visibility" }]);
    const seen = await cruiseTree(tree);
    expect(boundaryFaults(seen, sourceFiles(tree), 2)).toEqual([]);
    expect(boundaryFaults(seen, [...sourceFiles(tree), "lib/cases/rules.ts"], 3)).toEqual([
      "not cruised: lib/cases/rules.ts",
      "only 2 modules cruised, expected at least 3",
    ]);
  });
});

/** A tree of its own in the temporary folder with the planted imports and stubs of what they name. */
function scratchTree(planted: readonly PlantedImport[]): string {
  const root = mkdtempSync(join(tmpdir(), "landfall-canary-"));
  scratchTrees.push(root);
  const sources = new Map<string, string>();
  for (const { from, to, typeOnly } of planted) {
    const line = to === "" ? "export const alone = true;\n" : importLine(to, typeOnly);
    sources.set(from, (sources.get(from) ?? "") + line);
    if (to.startsWith("@/")) addTarget(sources, to.slice(2));
  }
  for (const [file, text] of sources) write(root, file, text);
  write(root, "package.json", packageJson(planted));
  for (const specifier of packagesOf(planted)) stubPackage(root, specifier);
  return root;
}

function importLine(to: string, typeOnly: true | undefined): string {
  return typeOnly ? `import type { T } from "${to}";\n` : `import "${to}";\n`;
}

function addTarget(sources: Map<string, string>, path: string): void {
  const existing = [`${path}.ts`, `${path}.tsx`].find((file) => sources.has(file));
  if (existing === undefined) sources.set(`${path}.ts`, "export type T = string;\n");
}

function packagesOf(planted: readonly PlantedImport[]): string[] {
  return [...new Set(planted.map(({ to }) => to))].filter((to) => to !== "" && !/^[.]|^@\//.test(to));
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function packageJson(planted: readonly PlantedImport[]): string {
  const names = packagesOf(planted).map(packageName);
  const section = (dev: boolean) =>
    Object.fromEntries(
      names.filter((name) => DEV_PACKAGES.includes(name) === dev).map((name) => [name, "1.0.0"]),
    );
  return JSON.stringify({ name: "canary", dependencies: section(false), devDependencies: section(true) });
}

function stubPackage(root: string, specifier: string): void {
  const name = packageName(specifier);
  const folder = `node_modules/${name}`;
  write(root, `${folder}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  write(root, `${folder}/index.js`, "module.exports = {};\n");
  const subpath = specifier.slice(name.length);
  if (subpath !== "") write(root, `${folder}${subpath}.js`, "module.exports = {};\n");
}

function write(root: string, file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
