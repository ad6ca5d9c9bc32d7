/** A window put before a manager stays there until they have acted or decided (issue 6, point 4). */
import { expect, it } from "vitest";
import { isStaffContext } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { completeTask } from "@/lib/tasks/commands/complete-task";
import { dropTask } from "@/lib/tasks/commands/drop-task";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { invitedCases } from "@/lib/testing/invited-cases";
import { getWindowBoard } from "../queries";
import { escalateWindow } from "./escalate-window";

const database = testDatabase();
const firm = testFirm(database);
const invitedCase = invitedCases(database, firm);

async function withClock(): Promise<TestCase> {
  const file = await invitedCase();
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, state)
     values ($1, $2, $3, 'ita', 'Submit', 'invitation', $1, 'America/Toronto', '60 days', current_date + 60, true, 'open')`,
    [newId(), file.caseId, file.clientId],
  );
  return file;
}

const managerId = () => firm.manager.actor.userId;

const escalate = (file: TestCase) =>
  firm.run(firm.consultant, escalateWindow, {
    ...{ caseId: file.caseId, managerId: managerId(), reason: "The bank does not answer" },
  });

const onBoard = (file: TestCase) =>
  firm.read(firm.manager, async (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("staff reads the board");
    const { lanes } = await getWindowBoard(ctx);
    return lanes.find(({ caseId }) => caseId === file.caseId)?.escalation ?? null;
  });

it("stands on the board with its manager and reason, once, until it is acted on", async () => {
  const file = await withClock();
  expect(await onBoard(file)).toBeNull();
  const { taskId } = await escalate(file);
  expect(await onBoard(file)).toMatchObject({ reason: "The bank does not answer" });
  await expect(escalate(file)).rejects.toMatchObject({ code: "CONFLICT" });
  await firm.run(firm.manager, completeTask, { taskId, version: 1 });
  expect(await onBoard(file)).toBeNull();
});

it("ends as well with a decision that is recorded, and can be raised again after it", async () => {
  const file = await withClock();
  const { taskId } = await escalate(file);
  await firm.run(firm.manager, dropTask, { taskId, version: 1, reason: "We decline this invitation" });
  expect(await onBoard(file)).toBeNull();
  await escalate(file);
  expect(await onBoard(file)).not.toBeNull();
});

it("goes to a manager, and about a case with an open window", async () => {
  const file = await withClock();
  const input = { caseId: file.caseId, reason: "Late" };
  await expect(
    firm.run(firm.manager, escalateWindow, {
      ...{ ...input, managerId: firm.consultant.actor.userId },
    }),
  ).rejects.toMatchObject({ code: "INVALID" });
  const closed = await firm.addCase();
  await expect(
    firm.run(firm.manager, escalateWindow, { ...input, caseId: closed.caseId, managerId: managerId() }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});
