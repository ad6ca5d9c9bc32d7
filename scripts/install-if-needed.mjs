// Brings node_modules in line with package-lock.json. Node's own modules only: nothing is installed yet when it runs.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Whether every package of the lockfile is there, in its version. npm writes its own record last, so an install
 * that was cut off has none. A package that is missing though optional is for another kind of machine.
 */
function isInstalled() {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const packagesOf = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(
    ([path, { version, optional }]) => {
      if (path === "") return true;
      return installed[path] ? installed[path].version === version : optional === true;
    },
  );
}

/** Installs what the lockfile says, if it is not there yet. What npm says goes to stderr. Rejects with a sentence. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  console.error("Installing the packages of package-lock.json ...");
  // Not `npm ci`: it refuses a lockfile without the optional packages of other machines, which npm leaves out where
  // a registry does not have them. Building needs the development packages, also where NODE_ENV=production is set.
  const args = ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"];
  const child = spawn("npm", args, { cwd: root, stdio: ["ignore", 2, 2] });
  const status = await new Promise((done) =>
    child.once("error", done).once("close", (code, signal) => done(code ?? signal)),
  );
  if (status !== 0) throw new Error(`npm install failed (${status}): see its messages above.`);
}

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? "")).href) {
  await installIfNeeded().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
