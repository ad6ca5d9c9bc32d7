/** Dependency floors (SECURITY.md D11, 2.5): what the lockfile pins against security/floors.json. */

/** `"1.2.3"` for every version, or a floor per major version: other majors are unaffected by the advisory. */
type Floor = string | Readonly<Record<string, string>>;

export interface Floors {
  readonly banned: readonly string[];
  readonly [name: string]: Floor | readonly string[];
}

export interface LockedPackage {
  readonly version?: string;
  /** The real name, where the folder is an alias. */
  readonly name?: string;
  readonly hasInstallScript?: boolean;
  /** Needed for development alone. */
  readonly dev?: boolean;
  /** An SPDX expression, as the package's manifest has it. */
  readonly license?: string;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** npm's own decision per package name: true runs its install script, false does not. */
export type InstallScriptDecisions = Readonly<Record<string, boolean>>;

/** One line for every copy below its floor, every banned package and every undecided install script. */
export function floorFaults(lockfile: Lockfile, floors: Floors, decided: InstallScriptDecisions): string[] {
  const faults: string[] = [];
  for (const [path, locked] of Object.entries(lockfile.packages)) {
    const name = locked.name ?? nameOf(path);
    if (path === "") continue;
    if (locked.version === undefined) {
      faults.push(`${path}: no version is locked`);
      continue;
    }
    if (floors.banned.includes(name)) faults.push(`${path}: ${name} is banned`);
    if (locked.hasInstallScript === true && decided[name] === undefined) {
      faults.push(`${path}: its install script is neither allowed nor denied in package.json's allowScripts`);
    }
    const floor = floorFor(floors[name], locked.version);
    if (floor !== undefined && isBelow(locked.version, floor)) {
      faults.push(`${path}: ${locked.version} is below the floor ${floor}`);
    }
  }
  return faults;
}

/** Differences between what is locked and what npm wrote into node_modules. */
export function installedFaults(lockfile: Lockfile, installed: Lockfile): string[] {
  return Object.entries(installed.packages).flatMap(([path, { version }]) => {
    const locked = lockfile.packages[path]?.version;
    return version === locked
      ? []
      : [`${path}: ${version ?? "?"} is installed, ${locked ?? "nothing"} is locked`];
  });
}

/** The package of a path in the lockfile: `node_modules/a/node_modules/@b/c` is `@b/c`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

function floorFor(floor: Floor | readonly string[] | undefined, version: string): string | undefined {
  if (floor === undefined || typeof floor === "string") return floor;
  if (isList(floor)) return undefined;
  return floor[version.split(".", 1)[0] ?? ""];
}

function isList(floor: Floor | readonly string[]): floor is readonly string[] {
  return Array.isArray(floor);
}

/** Semantic precedence; a pre-release of the floor itself counts as below it. */
export function isBelow(version: string, floor: string): boolean {
  const [core = "", preRelease] = version.split("+", 1)[0]?.split(/-(.*)/s) ?? [];
  const have = core.split(".").map(Number);
  const need = floor.split(".").map(Number);
  for (let place = 0; place < 3; place += 1) {
    const difference = (have[place] ?? 0) - (need[place] ?? 0);
    if (Number.isNaN(difference)) return true;
    if (difference !== 0) return difference < 0;
  }
  return preRelease !== undefined;
}
