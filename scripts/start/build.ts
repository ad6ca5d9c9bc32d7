import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment } from "@/lib/runtime/env";

/** What a build is made from. */
const sources = [
  ...["app", "components", "lib", "public"],
  ...[
    "proxy.ts",
    "instrumentation.ts",
    "next.config.mjs",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
  ],
];
const stampFile = join(".next", "landfall-build.txt");

/** Makes the production build, unless the one that is there was made from these very sources. */
export async function buildIfNeeded(stopping: AbortSignal): Promise<void> {
  const hash = hashOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;
  console.log("Building (once, and again after a change) ...");
  rmSync(stampFile, { force: true }); // a build that is cut off must not pass for the one before
  await runNextBuild(stopping);
  writeFileSync(stampFile, hash, { flush: true });
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(filesBelow).filter((path) => !/\.test\.tsx?$/.test(path))) {
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** The build sees nothing of the environment, so that it is the same for every firm. */
async function runNextBuild(stopping: AbortSignal): Promise<void> {
  const env = { ...childEnvironment(), NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
    signal: stopping,
    killSignal: "SIGTERM",
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => output.push(text));
  }
  const status = await new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("error", () => undefined).once("close", (code, by) => resolve(code ?? by));
  });
  if (status !== 0 && !stopping.aborted) throw new Error(`The build failed:\n${output.join("").trim()}`);
  stopping.throwIfAborted();
}
