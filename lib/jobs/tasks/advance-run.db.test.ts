import { describe, expect, it } from "vitest";
import type { JobTools } from "@/lib/jobs/task-list";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { ruleDrafts } from "@/lib/testing/rule-drafts";
import { caseRowOf } from "@/lib/testing/sample-facts";
import { rescoreCases } from "./advance-run";

const database = testDatabase();
const firm = testFirm(database);
const rules = ruleDrafts(database, firm);
const tools = (signal = new AbortController().signal): JobTools => ({ ...firm.runtime, signal });
const runs = async () =>
  (await database.owner.query<{ state: string; done: number }>("select state, done from rule_run")).rows;

describe("the re-scoring of the day", () => {
  it("is planned once a day, and finds a birthday", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    // Scored the day before, at 31; today is the birthday. 32 years before a leap day there is one.
    await database.owner.query(
      `update person set birth_date = ((now() at time zone 'America/Toronto') - interval '32 years')::date where id = $1`,
      [file.principalId],
    );
    const total = 99 + 15;
    await database.owner.query(
      "update case_file set crs_score = $2, scored_on = $3::date - 1 where id = $1",
      [file.caseId, total, await rules.today()],
    );
    await rescoreCases({}, tools());
    await rescoreCases({}, tools());
    expect(await runs()).toEqual([{ state: "waiting", done: 0 }]);
    await rules.workOff();
    expect(await runs()).toEqual([{ state: "done", done: 1 }]);
    expect(await caseRowOf(database, file)).toMatchObject({ crs_score: total - 5 });
    const { rows } = await database.owner.query(
      "select previous, total, reason from case_score where case_id = $1",
      [file.caseId],
    );
    expect(rows).toEqual([{ previous: total, total: total - 5, reason: "age" }]);
    await rescoreCases({}, tools());
    expect(await runs()).toHaveLength(1);
  });

  it("stops where the worker is told to stop, and goes on later", async () => {
    await database.owner.query("update rule_run set state = 'running', cursor_case_id = null, done = 0");
    const { rows } = await database.owner.query<{ id: string }>("select id from rule_run");
    const runId = rows[0]?.id ?? "";
    const stopped = new AbortController();
    stopped.abort();
    await expect(rescoreCases({ runId }, tools(stopped.signal))).rejects.toThrow();
    expect(await runs()).toEqual([{ state: "running", done: 0 }]);
    await rescoreCases({ runId }, tools());
    expect(await runs()).toEqual([{ state: "done", done: 1 }]);
  });
});
