import "server-only";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { workerOnly } from "@/lib/policy/worker-only";
import { startDailyRunInput } from "../schemas";
import { startRun } from "./start-run";

/**
 * Plans the re-scoring of the day: birthdays, work that reaches a year or slips out of its window, tests and ECAs that
 * lapse, and tables whose first day has come. Once a day of the firm, however often it is asked. Background work only.
 */
export const startDailyRun = defineCommand({
  name: "rule.start_daily_run",
  input: startDailyRunInput,
  openTo: ["system"],
  load: (ctx) => getFirmDay(ctx),
  authorise: workerOnly,
  async execute(ctx, { today }) {
    const run = await startRun(ctx, { kind: "rescore", reason: "day", on: today, table: null });
    return audited(
      { runId: run?.runId ?? null },
      {
        event: "rule.run_advanced",
        object: { kind: "rule_run", id: run?.runId ?? null },
        detail: { kind: "rescore", reason: "day", on: today, files: run?.total ?? 0, done: run === null },
      },
    );
  },
});
