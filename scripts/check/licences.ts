/** Licences of what the product ships: every locked package that is not for development alone. */
import { type LockedPackage, type Lockfile, nameOf } from "./floors";

/** What the firm accepts, and what a package that states nothing in its manifest is licensed under. */
export interface LicencePolicy {
  /** SPDX identifiers. All parts of an "AND" must be here, one part of an "OR". */
  readonly accepted: readonly string[];
  /** Package -> its licence as its own LICENSE file or README has it. */
  readonly stated: Readonly<Record<string, string>>;
}

interface Licensed {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; null where neither the lockfile nor the policy knows one. */
  readonly licence: string | null;
}

/** Every shipped package once a version, by name. */
export function shippedPackages(lockfile: Lockfile, stated: LicencePolicy["stated"]): Licensed[] {
  const shipped = new Map<string, Licensed>();
  for (const [path, locked] of Object.entries(lockfile.packages)) {
    if (path === "" || locked.dev === true) continue;
    const licensed = licenceOf(path, locked, stated);
    shipped.set(`${licensed.name}@${licensed.version}`, licensed);
  }
  return [...shipped.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, licensed]) => licensed);
}

function licenceOf(path: string, locked: LockedPackage, stated: LicencePolicy["stated"]): Licensed {
  const name = locked.name ?? nameOf(path);
  return { name, version: locked.version ?? "?", licence: locked.license ?? stated[name] ?? null };
}

/** One line for every package whose licence is unknown or not accepted. */
export function licenceFaults(lockfile: Lockfile, { accepted, stated }: LicencePolicy): string[] {
  return shippedPackages(lockfile, stated).flatMap(({ name, version, licence }) => {
    if (licence === null)
      return [`${name} ${version}: its licence is unknown; say it in security/licences.json`];
    return isAccepted(licence, accepted) ? [] : [`${name} ${version}: ${licence} is not accepted`];
  });
}

function isAccepted(expression: string, accepted: readonly string[]): boolean {
  return expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((licence) => accepted.includes(licence.trim())));
}

/** The page `docs/licences.md`: a count by licence, then every package. */
export function licencePage(lockfile: Lockfile, stated: LicencePolicy["stated"]): string {
  const shipped = shippedPackages(lockfile, stated);
  const counts = new Map<string, number>();
  for (const { licence } of shipped) counts.set(licence ?? "?", (counts.get(licence ?? "?") ?? 0) + 1);
  const byCount = [...counts].sort(([a, many], [b, fewer]) => fewer - many || (a < b ? -1 : 1));
  return [
    "# Licences",
    "",
    "What Landfall ships besides its own code, from `package-lock.json`; packages for development alone are left out.",
    "Made by `npm run licences`; `npm run check` fails where it is not true any more, or where a licence is not in",
    "`security/licences.json`. The same as a software bill of materials: `npm run --silent sbom`.",
    "",
    "| Licence | Packages |",
    "| - | -: |",
    ...byCount.map(([licence, count]) => `| ${licence} | ${count} |`),
    "",
    "| Package | Version | Licence |",
    "| - | - | - |",
    ...shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence ?? "?"} |`),
    "",
  ].join("\n");
}
