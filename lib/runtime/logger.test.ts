import { beforeEach, expect, it, vi } from "vitest";
import { guardConsole, logger, logUnexpected } from "./logger";

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const level of ["error", "warn"] as const)
    vi.spyOn(logger, level).mockImplementation((line: unknown) => void lines.push(JSON.stringify(line)));
});

/** What drizzle throws: the statement and its parameters in the message, PostgreSQL's own words as the cause. */
function failedQuery(parameter: string): Error {
  const cause = Object.assign(new Error(`invalid input: ${parameter}`), { code: "22021" });
  return new Error(`Failed query: select 1\nparams: ${parameter}`, { cause });
}

it("of an unexpected error the class, the state and the frames are written, never what it quotes", () => {
  logUnexpected(failedQuery("Neha Kulkarni"), "request-1");
  expect(lines.join()).not.toContain("Neha");
  expect(lines.join()).toContain('"sqlState":"22021"');
  expect(lines.join()).toMatch(/at .*logger\.test\.ts:\d+:\d+/);
});

it("a line that somebody typed is no frame, whatever it begins with", () => {
  logUnexpected(failedQuery("Passport\n    at home (K1234567)\n    at once"), null);
  expect(lines.join()).not.toMatch(/K1234567|at once/);
});

it("of what the framework prints an error is logged like ours, with the reference that the page shows", () => {
  const console = { error: vi.fn(), warn: vi.fn() };
  guardConsole(console);
  console.error(Object.assign(failedQuery("neha@mail.example"), { digest: "3638859861" }));
  console.warn("the host header says", "neha.example");
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain("neha");
  expect(lines[0]).toContain('"reference":"3638859861"');
});
