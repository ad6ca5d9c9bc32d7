import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runProgram } from "./run-program";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * A Chromium for the journeys: the one that is asked for, the system's, Debian's package where we may install it,
 * or Playwright's own. Rejects with a sentence when none can be had.
 */
export async function findOrInstallChromium(
  asked: string | undefined,
  stopping: AbortSignal,
): Promise<string> {
  if (asked) return asked;
  const present = onPath() ?? playwrightsOwn();
  if (present) return present;
  if (process.geteuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Debian's chromium ...");
    const environment = { DEBIAN_FRONTEND: "noninteractive" };
    await runProgram("apt-get", ["update", "-qq"], { environment, stopping });
    await runProgram("apt-get", ["install", "-y", "-qq", "chromium"], { environment, stopping });
  } else {
    console.log("Installing Playwright's chromium ...");
    const cli = "node_modules/@playwright/test/cli.js";
    await runProgram(process.execPath, [cli, "install", "chromium"], { stopping });
  }
  const installed = onPath() ?? playwrightsOwn();
  if (!installed) {
    throw new Error(
      "No Chromium was found or could be installed: set PLAYWRIGHT_CHROMIUM to the path of one.",
    );
  }
  return installed;
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return path && isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
