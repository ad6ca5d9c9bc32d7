import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { z } from "zod";

/**
 * How many tests passed and failed, and the names of those that failed. A runner that broke down counts as one
 * failure, never as none.
 */
export type Tally = { passed: number; failed: number; failures: readonly string[] };

const BROKEN: Tally = { passed: 0, failed: 1, failures: ["the runner itself: it left no report"] };

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      name: z.string().default("a test file"),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

interface Suite {
  file?: string | undefined;
  specs: { title: string; ok: boolean }[];
  suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.object({
  file: z.string().optional(),
  specs: z.array(z.object({ title: z.string(), ok: z.boolean() })),
  get suites() {
    return z.array(suite).optional();
  },
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
  suites: z.array(suite).default([]),
});

function failedSpecs({ file = "", specs, suites = [] }: Suite): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(failedSpecs)];
}

/** Reads Vitest's JSON report; a file that could not even be loaded has no tests, and counts as one failure. */
export function readVitest(path: string, exitCode: number | null): Tally {
  const report = read(path, vitestReport);
  if (!report) return BROKEN;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  const failedTests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${relative(".", name)}: ${fullName}`),
  );
  return {
    passed: report.numPassedTests,
    failed: atLeastOneIf(exitCode !== 0 || !report.success, failed),
    failures: [...failedTests, ...unloaded.map(({ name }) => `${relative(".", name)}: could not be loaded`)],
  };
}

/** Reads Playwright's JSON report. */
export function readPlaywright(path: string, exitCode: number | null): Tally {
  const report = read(path, playwrightReport);
  if (!report) return BROKEN;
  const { expected, unexpected, flaky } = report.stats;
  return {
    passed: expected,
    failed: atLeastOneIf(exitCode !== 0 || report.errors.length > 0, unexpected + flaky),
    failures: report.suites.flatMap(failedSpecs),
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, failures }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      failures: [...total.failures, ...failures],
    }),
    { passed: 0, failed: 0, failures: [] },
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
