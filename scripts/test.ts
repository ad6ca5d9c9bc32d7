import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { stopRequest } from "./start/stop-request";
import { findOrInstallChromium } from "./test/chromium";
import { startProduct } from "./test/product";
import { runProgram } from "./test/run-program";
import { readPlaywright, readVitest, sum, type Tally } from "./test/tally";

/** `npm test`: unit, property, database and process tests, then the journeys in a browser, then what breaks things. */
async function main(folder: string, stopping: AbortSignal): Promise<Tally> {
  const chromium = await findOrInstallChromium(process.env.PLAYWRIGHT_CHROMIUM, stopping);
  return sum([await runVitest(folder, stopping), await runJourneys(folder, chromium, stopping)]);
}

async function runVitest(folder: string, stopping: AbortSignal): Promise<Tally> {
  const report = join(folder, "vitest.json");
  const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const status = await runProgram(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
    stopping,
  });
  return readVitest(report, status);
}

async function runJourneys(folder: string, chromium: string, stopping: AbortSignal): Promise<Tally> {
  const product = await startProduct(join(folder, "data"), stopping);
  try {
    const tallies: Tally[] = [];
    // One after the other, whatever came of the first: the second has products of its own, and all the cores.
    for (const project of ["chromium", "faults"]) {
      const report = join(folder, `${project}.json`);
      const environment = {
        ...product.environment,
        ...{ PLAYWRIGHT_CHROMIUM: chromium, PLAYWRIGHT_RESULTS: report },
      };
      const args = ["node_modules/@playwright/test/cli.js", "test", `--project=${project}`];
      const status = await runProgram(process.execPath, args, { environment, stopping });
      tallies.push(readPlaywright(report, status));
    }
    return sum(tallies);
  } finally {
    await product.stop();
  }
}

const folder = resolve(".test", `run-${process.pid}`);
mkdirSync(folder, { recursive: true });
let tally: Tally = { passed: 0, failed: 1, failures: [] };
try {
  tally = await main(folder, stopRequest());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// Named once more at the end: of a long log often only the end is kept.
for (const failure of tally.failures) console.log(`failed: ${failure}`);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
