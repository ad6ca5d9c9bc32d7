import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests passed and failed. A runner that broke down counts as one failure, never as none. */
export type Tally = { passed: number; failed: number };

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** Reads Vitest's JSON report; a file that could not even be loaded has no tests, and counts as one failure. */
export function readVitest(path: string, exitCode: number | null): Tally {
  const report = read(path, vitestReport);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: atLeastOneIf(exitCode !== 0 || !report.success, failed) };
}

/** Reads Playwright's JSON report. */
export function readPlaywright(path: string, exitCode: number | null): Tally {
  const report = read(path, playwrightReport);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return {
    passed: expected,
    failed: atLeastOneIf(exitCode !== 0 || report.errors.length > 0, unexpected + flaky),
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

function atLeastOneIf(broken: boolean, failed: number): number {
  return broken ? Math.max(1, failed) : failed;
}

function read<Report>(path: string, schema: z.ZodType<Report>): Report | null {
  if (!existsSync(path)) return null;
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  return parsed.success ? parsed.data : null;
}
