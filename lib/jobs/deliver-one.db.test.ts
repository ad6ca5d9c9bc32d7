/** Mail against a real SMTP server that refuses, puts off, keeps silent and hangs up (battery S-74). */
import { describe, expect, it } from "vitest";
import { runCommand } from "@/lib/command/run-command";
import type { Runtime } from "@/lib/runtime/runtime";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { mailServer, silentServer } from "@/lib/testing/mail-server";
import { mailedCases } from "@/lib/testing/mailed-cases";
import { retryMail } from "@/lib/queue/commands/retry-mail";

const database = testDatabase();
const firm = testFirm(database);
const { queue, attempt, stateOf } = mailedCases(database, firm);

const runWith = (runtime: Runtime, mailId: string) =>
  runCommand(runtime, firm.administrator, retryMail, { mailId });

const tasksOf = async ({ caseId }: TestCase) =>
  (
    await database.owner.query<{ origin: string; assignee: string }>(
      "select origin, assignee_id as assignee from task where case_id = $1",
      [caseId],
    )
  ).rows;

it("what is accepted is sent, with the Message-ID of its key on it and in no other words than its own", async () => {
  const file = await firm.addCase();
  const { url, received } = await mailServer("accept");
  const [first, second] = [await queue(file), await queue(file)];
  expect(second).toBe(first);
  await attempt(first, url);
  await attempt(first, url);
  expect(await stateOf(first)).toEqual({ state: "sent", attempts: 1, fault: null });
  expect(received).toHaveLength(1);
  expect(received[0]?.to).toEqual([`${file.client.actor.userId}@client.test`]);
  expect(received[0]?.messageId).toMatch(/^<[0-9a-f]{32}@localhost>$/);
  expect(received[0]?.raw).not.toContain(file.number);
});

describe("a refusal for good", () => {
  it.each([
    ["550 recipient", "SMTP 550"],
    ["554 content", "SMTP 554"],
  ] as const)(
    "%s: not sent, not tried again, and a task for who has the file, once",
    async (answer, fault) => {
      const file = await firm.addCase();
      const { url, received } = await mailServer(answer);
      const id = await queue(file);
      expect(await attempt(id, url)).toEqual({ state: "failed", caseId: file.caseId });
      await attempt(id, url);
      expect(await stateOf(id)).toEqual({ state: "failed", attempts: 1, fault });
      expect(received).toEqual([]);
      expect(await tasksOf(file)).toEqual([{ origin: "mail_bounce", assignee: file.ownerId }]);
    },
  );

  it("is sent again by an administrator, with the Message-ID it had", async () => {
    const { url, received } = await mailServer("550 recipient", "accept");
    const id = await queue(await firm.addCase());
    await attempt(id, url);
    const deps = { ...firm.runtime.deps, smtpUrl: url };
    const withServer = { ...firm.runtime, deps };
    await expect(firm.run(firm.manager, retryMail, { mailId: id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(firm.run(firm.administrator, retryMail, { mailId: id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await runWith(withServer, id);
    await attempt(id, url);
    expect(await stateOf(id)).toEqual({ state: "sent", attempts: 1, fault: null });
    const { rows } = await database.owner.query<{ message_id: string }>(
      "select message_id from mail where id = $1",
      [id],
    );
    expect(received.map(({ messageId }) => messageId)).toEqual([rows[0]?.message_id]);
    await expect(runWith(withServer, id)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a server that is not ready", () => {
  it("greylists: tried again, and sent then, under one Message-ID", async () => {
    const { url, received } = await mailServer("451 recipient", "451 recipient", "accept");
    const id = await queue(await firm.addCase());
    expect(await attempt(id, url)).toEqual({ state: "again", reason: "SMTP 451" });
    expect(await attempt(id, url)).toEqual({ state: "again", reason: "SMTP 451" });
    expect(await stateOf(id)).toEqual({ state: "queued", attempts: 2, fault: "SMTP 451" });
    expect(await attempt(id, url)).toEqual({ state: "done" });
    expect(await stateOf(id)).toEqual({ state: "sent", attempts: 3, fault: null });
    expect(received).toHaveLength(1);
  });

  it("keeps silent: the attempt ends and is repeated", async () => {
    const id = await queue(await firm.addCase());
    expect(await attempt(id, await silentServer())).toMatchObject({ state: "again" });
    expect(await stateOf(id)).toMatchObject({ state: "queued", attempts: 1 });
  });

  it("is not there: the attempt ends and is repeated", async () => {
    const id = await queue(await firm.addCase());
    expect(await attempt(id, "smtp://127.0.0.1:1")).toMatchObject({ state: "again" });
  });

  it("hangs up after the content: never said to be sent, and the repeat has the same Message-ID", async () => {
    const { url, received } = await mailServer("drop after DATA", "accept");
    const id = await queue(await firm.addCase());
    expect(await attempt(id, url)).toMatchObject({ state: "again" });
    expect(await stateOf(id)).toMatchObject({ state: "queued" });
    await attempt(id, url);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 2 });
    const [first, second] = received.map(({ messageId }) => messageId);
    expect(second).toBe(first);
    expect(received).toHaveLength(2);
  });

  it("answers slowly: sent once", async () => {
    const { url, received } = await mailServer("slow");
    const id = await queue(await firm.addCase());
    await attempt(id, url);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1 });
    expect(received).toHaveLength(1);
  });

  it("for sixteen hours: the twelfth attempt is the last, and somebody of the firm gets a task", async () => {
    const file = await firm.addCase();
    const { url } = await mailServer("451 recipient");
    const id = await queue(file);
    await database.owner.query("update mail set attempts = 10 where id = $1", [id]);
    expect(await attempt(id, url)).toMatchObject({ state: "again" });
    expect(await attempt(id, url)).toEqual({ state: "failed", caseId: file.caseId });
    expect(await stateOf(id)).toEqual({ state: "failed", attempts: 12, fault: "SMTP 451" });
    expect(await tasksOf(file)).toHaveLength(1);
  });
});
