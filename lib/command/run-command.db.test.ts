import { describe, expect, it } from "vitest";
import { z } from "zod";
import { audited } from "@/lib/audit/events";
import { verifyChain } from "@/lib/audit/verify-chain";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { stepCase } from "@/lib/cases/commands/step-case";
import { can } from "@/lib/policy/can";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { defineCommand } from "./define-command";

const database = testDatabase();
const firm = testFirm(database);

const takeOn = defineCommand({
  name: "test.take-on",
  input: z.object({ caseId: z.uuid({ error: "Choose a case." }) }),
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.advance", file),
  execute: async (ctx, file) =>
    audited({ number: file.number }, await stepCase(ctx, file, "PROFILE_PREPARATION")),
});

describe("running a command", () => {
  it("does the work and writes who did it, in one transaction", async () => {
    const file = await firm.addCase();
    expect(await firm.run(firm.consultant, takeOn, { caseId: file.caseId })).toEqual({ number: file.number });
    expect(await firm.eventsOf(file.caseId)).toEqual([
      { event: "case.advanced", outcome: "ok", detail: { from: "Assessment", to: "Profile preparation" } },
    ]);
  });

  it("hides another consultant's case: the answer is that of a case that is not there", async () => {
    const file = await firm.addCase();
    const foreign = firm.run(firm.otherConsultant, takeOn, { caseId: file.caseId });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    const missing = firm.run(firm.consultant, takeOn, { caseId: "7f2c8a9e-3a0e-4a2e-9d3b-1f6f2f3b4c5d" });
    await expect(missing).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses what the policy does not give, and logs the refusal", async () => {
    const file = await firm.addCase();
    await expect(firm.run(file.client, takeOn, { caseId: file.caseId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { rows } = await database.owner.query(
      "select event, outcome from audit_event where actor_id = $1",
      [file.client.actor.userId],
    );
    expect(rows).toEqual([{ event: "command.refused", outcome: "refused" }]);
  });

  it("refuses whom a command is not open to before anything is read, and logs the refusal", async () => {
    const file = await firm.addCase();
    const load = () => Promise.reject(new Error("a row was read"));
    const forStaff = defineCommand({ ...takeOn, name: "test.for-staff", openTo: ["staff"], load });
    await expect(firm.run(file.client, forStaff, { caseId: file.caseId })).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: "This is not open to you.",
    });
    await expect(firm.run(firm.consultant, forStaff, { caseId: file.caseId })).rejects.toThrow(
      "a row was read",
    );
    const { rows } = await database.owner.query(
      "select event, object_id, outcome from audit_event where actor_id = $1",
      [file.client.actor.userId],
    );
    expect(rows).toEqual([{ event: "command.refused", object_id: "test.for-staff", outcome: "refused" }]);
  });

  it("refuses an illegal step in plain words and changes nothing", async () => {
    const file = await firm.addCase({ stage: "ENQUIRY" });
    await expect(firm.run(firm.consultant, takeOn, { caseId: file.caseId })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("cannot go to “Profile preparation”"),
    });
    expect(await firm.eventsOf(file.caseId)).toEqual([]);
  });

  it("names each wrong field", async () => {
    await expect(firm.run(firm.consultant, takeOn, { caseId: "x" })).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { caseId: "Choose a case." },
    });
  });

  it("does a thing once for one idempotency key, however often it is sent at the same time", async () => {
    const file = await firm.addCase();
    const options = { idempotencyKey: "double-click" };
    const answers = await Promise.all(
      [1, 2, 3].map(() => firm.run(firm.consultant, takeOn, { caseId: file.caseId }, options)),
    );
    expect(answers).toEqual(answers.map(() => ({ number: file.number })));
    expect(await firm.eventsOf(file.caseId)).toHaveLength(1);
    const other = await firm.addCase();
    await expect(firm.run(firm.consultant, takeOn, { caseId: other.caseId }, options)).rejects.toMatchObject({
      code: "INVALID",
    });
  });

  it("answers a repeated key with the very same value, also where that is a text of digits", async () => {
    const file = await firm.addCase();
    const tell = defineCommand({
      ...takeOn,
      name: "test.tell",
      execute: async (ctx, opened) => audited("21231", await stepCase(ctx, opened, "PROFILE_PREPARATION")),
    });
    const options = { idempotencyKey: "digits" };
    const told = () => firm.run(firm.consultant, tell, { caseId: file.caseId }, options);
    expect([await told(), await told()]).toEqual(["21231", "21231"]);
  });

  it("lets one of two at once win; the other is told", async () => {
    const file = await firm.addCase();
    const both = await Promise.allSettled([
      firm.run(firm.consultant, takeOn, { caseId: file.caseId }),
      firm.run(firm.manager, takeOn, { caseId: file.caseId }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the audit log", () => {
  it("is one whole chain after all of that", async () => {
    const client = await database.owner.connect();
    try {
      expect(await verifyChain(client)).toMatchObject({ whole: true });
    } finally {
      client.release();
    }
  });

  it("refuses UPDATE, DELETE and TRUNCATE to both runtime roles and to the owner", async () => {
    for (const role of [database.app, database.portal, database.owner]) {
      await expect(role.query("update audit_event set event = 'x'")).rejects.toThrow();
      await expect(role.query("delete from audit_event")).rejects.toThrow();
      await expect(role.query("truncate audit_event cascade")).rejects.toThrow();
    }
  });

  it("names the first link that was tampered with by a superuser", async () => {
    const client = await database.owner.connect();
    try {
      await client.query("begin");
      await client.query("alter table audit_event disable trigger audit_event_append_only");
      await client.query(
        "update audit_event set detail = '{}' where id = (select event_id from audit_chain where seq = 1)",
      );
      expect(await verifyChain(client)).toMatchObject({
        whole: false,
        seq: 1,
        fault: "its event or its link was altered",
      });
      await client.query("rollback");
    } finally {
      client.release();
    }
  });
});
