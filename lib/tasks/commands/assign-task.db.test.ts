import { describe, expect, it } from "vitest";
import { assignCase } from "@/lib/cases/commands/assign-case";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { addTask } from "./add-task";
import { assignTask } from "./assign-task";
import { completeTask } from "./complete-task";

const database = testDatabase();
const firm = testFirm(database);

async function assigneesOf(file: TestCase) {
  const { rows } = await database.owner.query<{ title: string; assignee_id: string }>(
    "select title, assignee_id from task where case_id = $1 order by title",
    [file.caseId],
  );
  return Object.fromEntries(rows.map(({ title, assignee_id }) => [title, assignee_id]));
}

async function addLine(file: TestCase): Promise<string> {
  const id = newId();
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason)
     values ($1::uuid, $2, $3, $1::text, 'passport', 'Passport', 'Because')`,
    [id, file.caseId, file.clientId],
  );
  return id;
}

describe("who does a task", () => {
  it("is the owner of the case unless somebody is named, and can be given on", async () => {
    const file = await firm.addCase();
    const { taskId } = await firm.run(firm.consultant, addTask, { caseId: file.caseId, title: "Call" });
    expect(await assigneesOf(file)).toEqual({ Call: file.ownerId });
    const manager = firm.manager.actor.userId;
    const given = await firm.run(firm.consultant, assignTask, { taskId, version: 1, assigneeId: manager });
    expect(given).toEqual({ taskId, version: 2, from: file.ownerId, to: "Anjali Jain" });
    expect(await assigneesOf(file)).toEqual({ Call: manager });
    await expect(
      firm.run(firm.consultant, assignTask, { taskId, version: 1, assigneeId: file.ownerId }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      firm.run(firm.consultant, assignTask, { taskId, version: 2, assigneeId: manager }),
    ).rejects.toMatchObject({ code: "INVALID" });
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({ event: "task.assigned" });
  });

  it("is nobody who could not open the case", async () => {
    const file = await firm.addCase();
    for (const stranger of [firm.otherConsultant, firm.administrator]) {
      const assigneeId = stranger.actor.userId;
      await expect(
        firm.run(firm.manager, addTask, { caseId: file.caseId, title: "Call", assigneeId }),
      ).rejects.toMatchObject({ fieldErrors: { assigneeId: expect.any(String) as string } });
    }
    expect(await assigneesOf(file)).toEqual({});
  });

  it("is the new owner where the case goes to somebody else: open tasks of the old owner go with it", async () => {
    const file = await firm.addCase();
    const add = (title: string, assigneeId?: string) =>
      firm.run(firm.manager, addTask, { caseId: file.caseId, title, assigneeId });
    await add("Owner's");
    await add("Manager's", firm.manager.actor.userId);
    const { taskId } = await add("Done already");
    await firm.run(firm.consultant, completeTask, { taskId, version: 1 });
    const ownerId = firm.otherConsultant.actor.userId;
    await firm.run(firm.manager, assignCase, { caseId: file.caseId, ownerId });
    expect(await assigneesOf(file)).toEqual({
      "Done already": file.ownerId,
      "Manager's": firm.manager.actor.userId,
      "Owner's": ownerId,
    });
  });
});

describe("where a task hangs", () => {
  it("is an item or a clock of its own case, not of another, and not both", async () => {
    const [mine, other] = [await firm.addCase(), await firm.addCase()];
    const [item, strange] = [await addLine(mine), await addLine(other)];
    const add = (place: Record<string, string>) =>
      firm.run(firm.consultant, addTask, { caseId: mine.caseId, title: "Call", ...place });
    await add({ requirementId: item });
    await expect(add({ requirementId: strange })).rejects.toMatchObject({
      fieldErrors: { requirementId: expect.any(String) as string },
    });
    await expect(add({ deadlineId: newId() })).rejects.toMatchObject({
      fieldErrors: { deadlineId: expect.any(String) as string },
    });
    await expect(add({ requirementId: item, deadlineId: newId() })).rejects.toMatchObject({
      code: "INVALID",
    });
    const { rows } = await database.owner.query("select requirement_id from task where case_id = $1", [
      mine.caseId,
    ]);
    expect(rows).toEqual([{ requirement_id: item }]);
  });
});

describe("somebody else's case", () => {
  it("takes no task, and its tasks are not there", async () => {
    const file = await firm.addCase();
    const { taskId } = await firm.run(firm.consultant, addTask, { caseId: file.caseId, title: "Call" });
    const strangers = [firm.otherConsultant, firm.administrator, file.client];
    for (const stranger of strangers) {
      await expect(firm.run(stranger, addTask, { caseId: file.caseId, title: "Call" })).rejects.toMatchObject(
        { code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/) as string },
      );
      await expect(firm.run(stranger, completeTask, { taskId, version: 1 })).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/) as string,
      });
    }
    expect(await assigneesOf(file)).toEqual({ Call: file.ownerId });
  });
});
