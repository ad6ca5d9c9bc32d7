import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { readRows, tableOf } from "./battery/table";
import { buildIfNeeded } from "./start/build";
import { stopRequest } from "./start/stop-request";
import { runProgram } from "./test/run-program";

/**
 * `npm run test:battery`: the cases of the security guide that are too long for `npm test`, at their full length,
 * against the production build. Ends with a table of id, outcome and figure. Arguments go to Playwright.
 */
async function main(folder: string, stopping: AbortSignal): Promise<boolean> {
  await buildIfNeeded(stopping);
  const report = join(folder, "battery.json");
  const args = ["node_modules/@playwright/test/cli.js", "test", "--project=faults", ...process.argv.slice(2)];
  const environment = { LANDFALL_BATTERY: "full", PLAYWRIGHT_RESULTS: report };
  const status = await runProgram(process.execPath, args, { environment, stopping });
  if (!existsSync(report)) return false;
  console.log(`\n${tableOf(readRows(report))}`);
  return status === 0;
}

const folder = resolve(".test", `battery-${process.pid}`);
mkdirSync(folder, { recursive: true });
try {
  process.exitCode = (await main(folder, stopRequest())) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
