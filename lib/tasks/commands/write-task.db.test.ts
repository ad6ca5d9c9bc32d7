import { describe, expect, it } from "vitest";
import { z } from "zod";
import { unchanged } from "@/lib/audit/events";
import type { Command } from "@/lib/command/define-command";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import type { NewTask } from "../types";
import { writeTask, type WrittenTask } from "./write-task";

const database = testDatabase();
const firm = testFirm(database);

const worker = {
  actor: { kind: "system", name: "worker" },
  trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
} as const;

const noInput = z.object({});

/** As any command or job of the product writes one. */
function write(file: TestCase, toWrite: NewTask): Promise<WrittenTask> {
  const command: Command<typeof noInput, null, WrittenTask> = {
    name: "test.write",
    input: noInput,
    load: () => Promise.resolve(null),
    authorise: () => ({ allowed: true }),
    execute: async (ctx) =>
      unchanged(
        await writeTask(ctx, { id: file.caseId, clientId: file.clientId, ownerId: file.ownerId }, toWrite),
      ),
  };
  return firm.run(worker, command, {});
}

async function rowsOf(file: TestCase) {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    "select id, title, assignee_id, due_on::text, origin, state, created_by from task where case_id = $1",
    [file.caseId],
  );
  return rows;
}

describe("a task written by the product itself", () => {
  it("goes to whoever owns the case, once for its key however often it comes", async () => {
    const file = await firm.addCase();
    const toWrite: NewTask = {
      title: "Ask for another address",
      dueOn: "2026-11-24",
      origin: "mail_bounce",
      originKey: `bounce:${file.caseId}`,
    };
    const first = await write(file, toWrite);
    expect(first.entries).toMatchObject([
      { event: "task.added", object: { kind: "task", id: first.taskId } },
    ]);
    expect(await write(file, toWrite)).toEqual({ taskId: first.taskId, entries: [] });
    await database.owner.query("update task set state = 'done', settled_at = now() where id = $1", [
      first.taskId,
    ]);
    expect(await write(file, toWrite)).toEqual({ taskId: first.taskId, entries: [] });
    expect(await rowsOf(file)).toEqual([
      {
        ...{ id: first.taskId, title: "Ask for another address", assignee_id: file.ownerId },
        ...{ due_on: "2026-11-24", origin: "mail_bounce", state: "done", created_by: null },
      },
    ]);
  });

  it("is another each time without a key", async () => {
    const file = await firm.addCase();
    await write(file, { title: "Call", origin: "letter" });
    await write(file, { title: "Call", origin: "letter" });
    expect(await rowsOf(file)).toHaveLength(2);
  });

  it("cannot hang on an item of another case", async () => {
    const [mine, other] = [await firm.addCase(), await firm.addCase()];
    const line = newId();
    await database.owner.query(
      `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason)
       values ($1, $2, $3, 'passport', 'passport', 'Passport', 'Because')`,
      [line, other.caseId, other.clientId],
    );
    await expect(write(mine, { title: "Call", origin: "letter", requirementId: line })).rejects.toThrow();
    expect(await rowsOf(mine)).toEqual([]);
  });
});
