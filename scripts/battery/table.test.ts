import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readRows, tableOf } from "./table";

const spec = (title: string, ok: boolean, figure?: string) => ({
  title,
  ok,
  tests: [{ annotations: figure === undefined ? [] : [{ type: "figure", description: figure }] }],
});

it("is one line a test, by id, with its outcome and what was measured", () => {
  const folder = mkdtempSync(join(tmpdir(), "landfall-battery-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "report.json");
  const inner = { specs: [spec("S-60 PostgreSQL is away", false, "slowest 3,200 ms")] };
  const outer = {
    specs: [spec("S-100 later", true), spec("S-57 kill -9", true, "4 kills")],
    suites: [inner],
  };
  writeFileSync(path, JSON.stringify({ suites: [outer] }));
  expect(tableOf(readRows(path)).split("\n")).toEqual([
    "| Id | Outcome | Figure |",
    "|-|-|-|",
    "| S-57 | passed | 4 kills |",
    "| S-60 | failed | slowest 3,200 ms |",
    "| S-100 | passed |  |",
  ]);
});
