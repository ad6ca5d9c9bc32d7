import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { addTask } from "./add-task";
import { completeTask } from "./complete-task";
import { dropTask } from "./drop-task";
import { editTask } from "./edit-task";
import { reopenTask } from "./reopen-task";

const database = testDatabase();
const firm = testFirm(database);

const today = async () => {
  const { rows } = await database.owner.query<{ now: Date }>("select now()");
  return dateInZone(rows[0]?.now ?? new Date(NaN), "America/Toronto");
};

interface Row {
  id: string;
  due: string | null;
  state: string;
  reason: string | null;
  by: string | null;
  version: number;
}

async function rowsOf(file: TestCase): Promise<Row[]> {
  const { rows } = await database.owner.query<Row>(
    `select id, due_on::text as due, state, settled_reason as reason, settled_by as by, version from task
     where case_id = $1 order by due_on, created_at`,
    [file.caseId],
  );
  return rows;
}

const add = (file: TestCase, more: Record<string, unknown> = {}) =>
  firm.run(firm.consultant, addTask, { caseId: file.caseId, title: "Call the bank", ...more });

describe("a task that is done", () => {
  it("says who did it, once, and is opened again by an undo", async () => {
    const file = await firm.addCase();
    const { taskId, version } = await add(file);
    const done = await firm.run(firm.consultant, completeTask, { taskId, version });
    expect(done).toEqual({ taskId, version: 2, next: null });
    expect(await rowsOf(file)).toMatchObject([{ state: "done", by: firm.consultant.actor.userId }]);
    await expect(firm.run(firm.manager, completeTask, { taskId, version: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "This task is done already. Reload the page to see it.",
    });
    await firm.run(firm.consultant, reopenTask, { taskId, version: 2 });
    expect(await rowsOf(file)).toMatchObject([{ state: "open", by: null, version: 3 }]);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      ...["task.added", "task.done", "task.reopened"],
    ]);
  });

  it("makes its next where it repeats, which an undo takes away again", async () => {
    const file = await firm.addCase();
    const dueOn = await today();
    const { taskId, version } = await add(file, { dueOn, repeat: "weekly" });
    const done = await firm.run(firm.consultant, completeTask, { taskId, version });
    const next = addDays(dueOn, 7);
    expect(done.next).toBe(next);
    expect(await rowsOf(file)).toMatchObject([
      { due: dueOn, state: "done" },
      { due: next, state: "open" },
    ]);
    await firm.run(firm.consultant, reopenTask, { taskId, version: done.version });
    expect(await rowsOf(file)).toMatchObject([{ due: dueOn, state: "open" }]);
  });

  it("stays done where somebody has worked on the next meanwhile", async () => {
    const file = await firm.addCase();
    const { taskId, version } = await add(file, { dueOn: await today(), repeat: "daily" });
    const done = await firm.run(firm.consultant, completeTask, { taskId, version });
    const next = (await rowsOf(file)).find(({ state }) => state === "open");
    await firm.run(firm.consultant, completeTask, { taskId: next?.id, version: 1 });
    await expect(
      firm.run(firm.consultant, reopenTask, { taskId, version: done.version }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await rowsOf(file)).filter(({ state }) => state === "done")).toHaveLength(2);
  });

  it("keeps the day of the month of its series, and ends with the series", async () => {
    const file = await firm.addCase();
    const first = addMonths(`${(await today()).slice(0, 4)}-01-31`, 24);
    const until = addMonths(first, 2);
    const { taskId } = await add(file, { dueOn: first, repeat: "monthly", repeatUntil: until });
    await firm.run(firm.consultant, completeTask, { taskId, version: 1 });
    for (const expected of [addMonths(first, 1), until]) {
      const next = (await rowsOf(file)).find(({ state }) => state === "open");
      expect(next?.due).toBe(expected);
      await firm.run(firm.consultant, completeTask, { taskId: next?.id, version: 1 });
    }
    expect((await rowsOf(file)).map(({ state }) => state)).toEqual(["done", "done", "done"]);
  });

  it("makes no next at a case that has ended", async () => {
    const file = await firm.addCase();
    const { taskId } = await add(file, { dueOn: await today(), repeat: "daily" });
    await database.owner.query("update case_file set stage = 'CLOSED' where id = $1", [file.caseId]);
    expect(await firm.run(firm.consultant, completeTask, { taskId, version: 1 })).toMatchObject({
      next: null,
    });
  });
});

describe("a task that is dropped", () => {
  it("keeps the reason, and its series ends", async () => {
    const file = await firm.addCase();
    const { taskId, version } = await add(file, { dueOn: await today(), repeat: "daily" });
    await expect(firm.run(firm.consultant, dropTask, { taskId, version, reason: " " })).rejects.toMatchObject(
      {
        code: "INVALID",
      },
    );
    await firm.run(firm.consultant, dropTask, { taskId, version, reason: "The bank wrote" });
    expect(await rowsOf(file)).toMatchObject([{ state: "dropped", reason: "The bank wrote" }]);
  });
});

describe("a task that is changed", () => {
  it("is changed from what was seen, while it is open", async () => {
    const file = await firm.addCase();
    const { taskId } = await add(file);
    const dueOn = addDays(await today(), 3);
    const change = { taskId, version: 1, title: "Write to the bank", dueOn, repeat: "weekly" };
    expect(await firm.run(firm.consultant, editTask, change)).toMatchObject({ version: 2 });
    await expect(firm.run(firm.manager, editTask, change)).rejects.toMatchObject({ code: "CONFLICT" });
    const { rows } = await database.owner.query(
      "select title, repeat, repeat_from::text as from from task where id = $1",
      [taskId],
    );
    expect(rows).toEqual([{ title: "Write to the bank", repeat: "weekly", from: dueOn }]);
    await firm.run(firm.consultant, dropTask, { taskId, version: 2, reason: "Not needed" });
    await expect(firm.run(firm.consultant, editTask, { ...change, version: 3 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("does not repeat without a day to begin at, nor until before it", async () => {
    const file = await firm.addCase();
    await expect(add(file, { repeat: "daily" })).rejects.toMatchObject({
      fieldErrors: { dueOn: expect.any(String) as string },
    });
    await expect(
      add(file, { repeat: "daily", dueOn: "2026-11-23", repeatUntil: "2026-11-22" }),
    ).rejects.toMatchObject({ fieldErrors: { repeatUntil: expect.any(String) as string } });
    await expect(add(file, { dueOn: "2026-11-23", repeatUntil: "2026-11-25" })).rejects.toMatchObject({
      fieldErrors: { repeat: expect.any(String) as string },
    });
    expect(await rowsOf(file)).toEqual([]);
  });
});
