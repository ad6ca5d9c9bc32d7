import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readPlaywright, readVitest, sum } from "./tally";

function reportFile(report: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "landfall-tally-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "report.json");
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const vitest = { success: true, numPassedTests: 12, numFailedTests: 0, testResults: [] };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0 }, errors: [] };

describe("the closing line", () => {
  it("adds up the runners", () => {
    const tallies = [
      readVitest(reportFile({ ...vitest, success: false, numFailedTests: 2 }), 1),
      readPlaywright(reportFile(playwright), 0),
    ];
    expect(sum(tallies)).toMatchObject({ passed: 15, failed: 2 });
  });

  it("counts a test file that could not be loaded", () => {
    const testResults = [{ status: "failed", name: resolve("lib/a.test.ts"), assertionResults: [] }];
    expect(readVitest(reportFile({ ...vitest, success: false, testResults }), 1)).toEqual({
      passed: 12,
      failed: 1,
      failures: ["lib/a.test.ts: could not be loaded"],
    });
  });

  it("counts a journey that passed only sometimes as failed", () => {
    const report = { ...playwright, stats: { expected: 3, unexpected: 1, flaky: 1 } };
    expect(readPlaywright(reportFile(report), 1)).toMatchObject({ passed: 3, failed: 2 });
  });

  it("names what failed, of both runners", () => {
    const assertionResults = [
      { status: "failed", fullName: "the pool ranks" },
      { status: "passed", fullName: "the pool counts" },
    ];
    const testResults = [{ status: "failed", name: resolve("lib/pool.test.ts"), assertionResults }];
    const inner = { file: "a.spec.ts", specs: [{ title: "S-21 a client", ok: false }] };
    const suites = [{ file: "a.spec.ts", specs: [{ title: "fine", ok: true }], suites: [inner] }];
    const tallies = [
      readVitest(reportFile({ ...vitest, success: false, numFailedTests: 1, testResults }), 1),
      readPlaywright(reportFile({ ...playwright, suites }), 1),
    ];
    expect(sum(tallies).failures).toEqual(["lib/pool.test.ts: the pool ranks", "a.spec.ts: S-21 a client"]);
  });

  it("never calls a runner that broke down a success", () => {
    expect(readVitest("/no/such/report.json", 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(readVitest(reportFile(vitest), null)).toMatchObject({ passed: 12, failed: 1 });
    expect(readPlaywright(reportFile({}), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(readPlaywright(reportFile({ ...playwright, errors: [{}] }), 0)).toMatchObject({
      passed: 3,
      failed: 1,
    });
  });
});
