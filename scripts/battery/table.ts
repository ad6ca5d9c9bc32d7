import { readFileSync } from "node:fs";
import { z } from "zod";

/** One case of the battery, or one of its runs: its id, how it came out, what was measured. */
export interface Row {
  id: string;
  outcome: "passed" | "failed";
  figure: string;
}

interface Suite {
  specs: {
    title: string;
    ok: boolean;
    tests: { annotations: { type: string; description?: string | undefined }[] }[];
  }[];
  suites?: Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
        }),
      ),
    }),
  ),
  suites: z.lazy(() => z.array(suite)).optional(),
});

const report = z.object({ suites: z.array(suite) });

function rowsOf({ specs, suites = [] }: Suite): Row[] {
  const rows = specs.map(({ title, ok, tests }): Row => {
    const figures = tests.flatMap(({ annotations }) =>
      annotations.flatMap(({ type, description }) => (type === "figure" && description ? [description] : [])),
    );
    return {
      id: /^S-\d+/.exec(title)?.[0] ?? title,
      outcome: ok ? "passed" : "failed",
      figure: figures.join(", "),
    };
  });
  return [...rows, ...suites.flatMap(rowsOf)];
}

/** Reads Playwright's JSON report, in the order of the ids. */
export function readRows(path: string): Row[] {
  const { suites } = report.parse(JSON.parse(readFileSync(path, "utf8")));
  return suites.flatMap(rowsOf).sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
}

/** A Markdown table, as it stands in docs/security.md. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, outcome, figure }) => `| ${id} | ${outcome} | ${figure} |`);
  return ["| Id | Outcome | Figure |", "|-|-|-|", ...lines].join("\n");
}
