import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const APP = resolve("app");

/** Every page.tsx and route.ts below app/, as paths from there. */
export function routesOfApp(): string[] {
  return readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(?:page|route)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(APP.length + 1))
    .sort();
}
