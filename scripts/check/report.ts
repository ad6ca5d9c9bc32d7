/** `tsx scripts/check/report.ts boundaries|vocabulary|floors|licences`: prints what is wrong, exit code 1 if anything is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { boundaryFaults, cruiseTree, sourceFiles } from "./boundaries";
import {
  floorFaults,
  type Floors,
  type InstallScriptDecisions,
  installedFaults,
  type Lockfile,
} from "./floors";
import house from "./house.json";
import { licenceFaults, licencePage, type LicencePolicy } from "./licences";
import { firstStatementOf, vocabularyFaults } from "./vocabulary";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

const reports: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  boundaries: async () => boundaryFaults(await cruiseTree(root), sourceFiles(root)),
  vocabulary: () =>
    vocabularyFaults(filesUnder("lib", "components", "app"), house, (file) =>
      firstStatementOf(readFileSync(join(root, file), "utf8")),
    ),
  floors: () => {
    const lockfile = readJson("package-lock.json") as Lockfile;
    const floors = readJson("security/floors.json") as Floors;
    const { allowScripts = {} } = readJson("package.json") as { allowScripts?: InstallScriptDecisions };
    const installed = readJson("node_modules/.package-lock.json") as Lockfile;
    return [...floorFaults(lockfile, floors, allowScripts), ...installedFaults(lockfile, installed)];
  },
  licences: () => {
    const lockfile = readJson("package-lock.json") as Lockfile;
    const policy = readJson("security/licences.json") as LicencePolicy;
    const isPageTrue =
      readFileSync(join(root, "docs/licences.md"), "utf8") === licencePage(lockfile, policy.stated);
    return [
      ...licenceFaults(lockfile, policy),
      ...(isPageTrue ? [] : ["docs/licences.md is not what is locked: npm run licences"]),
    ];
  },
};

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}

function filesUnder(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    )
    .map((file) => file.replaceAll("\\", "/"));
}

const name = process.argv[2] ?? "";
const report = reports[name];
if (report === undefined) throw new Error(`No report called "${name}": ${Object.keys(reports).join(", ")}`);
const faults = await report();
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
