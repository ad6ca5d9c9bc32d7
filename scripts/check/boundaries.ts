/**
 * Who may import whom: cruises the tree with .dependency-cruiser.cjs.
 *
 * A cruise that sees nothing also finds nothing (TypeScript 7 does that to dependency-cruiser), so the check
 * counts: every source file on disk must have been cruised, and the tree must be larger than its floor.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import type { IConfiguration, ICruiseResult } from "dependency-cruiser";

const FOLDERS = ["app", "components", "lib", "scripts", "e2e"];
const ROOT_FILES = ["proxy.ts", "instrumentation.ts"];
/** Fewer modules than this and the cruise has gone blind. Raise it as the project grows. */
const MODULE_FLOOR = 25;

export const boundaryConfig = createRequire(import.meta.url)(
  "../../.dependency-cruiser.cjs",
) as IConfiguration;

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Cruise {
  readonly violations: readonly Violation[];
  /** Files of the tree itself, without packages and built-ins, relative to its root. */
  readonly modules: readonly string[];
}

/** Cruises the source folders that exist under `root`, with the project's rules. */
export async function cruiseTree(root: string): Promise<Cruise> {
  // The alias is given here because dependency-cruiser resolves tsconfig paths against the working directory,
  // and the canaries live in trees of their own.
  const { output } = await cruise(
    sourceRoots(root),
    {
      ...boundaryConfig.options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: boundaryConfig.forbidden ?? [] },
    },
    { ...boundaryConfig.options?.enhancedResolveOptions, alias: { "@": root } },
  );
  const result = output as ICruiseResult;
  return {
    violations: result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    modules: result.modules.map((module) => module.source).filter((source) => isOurs(source)),
  };
}

/** One line for each thing that is wrong with the cruise or with the tree. */
export function boundaryFaults(seen: Cruise, sources: readonly string[], floor = MODULE_FLOOR): string[] {
  const cruised = new Set(seen.modules);
  const missed = sources.filter((file) => !cruised.has(file));
  return [
    ...seen.violations.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`).sort(),
    ...missed.map((file) => `not cruised: ${file}`),
    ...(cruised.size < floor ? [`only ${cruised.size} modules cruised, expected at least ${floor}`] : []),
  ];
}

/** Every TypeScript source of the product, relative to `root`. */
export function sourceFiles(root: string): string[] {
  return sourceRoots(root).flatMap((entry) =>
    ROOT_FILES.includes(entry)
      ? [entry]
      : readdirSync(join(root, entry), { recursive: true, encoding: "utf8" })
          .map((file) => `${entry}/${file.replaceAll("\\", "/")}`)
          .filter((file) => /\.(?:ts|tsx|mts)$/.test(file)),
  );
}

function sourceRoots(root: string): string[] {
  const present = new Set(readdirSync(root));
  return [...FOLDERS, ...ROOT_FILES].filter((entry) => present.has(entry));
}

function isOurs(source: string): boolean {
  return ROOT_FILES.includes(source) || FOLDERS.some((folder) => source.startsWith(`${folder}/`));
}
