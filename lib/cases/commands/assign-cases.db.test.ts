import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { getCaseId } from "../queries";
import { assignCase } from "./assign-case";
import { assignCases } from "./assign-cases";

const database = testDatabase();
const firm = testFirm(database);

async function ownerOf(caseId: string): Promise<string> {
  const { rows } = await database.owner.query<{ owner_id: string }>(
    "select owner_id from case_file where id = $1",
    [caseId],
  );
  return rows[0]?.owner_id ?? "";
}

describe("reassigning a case", () => {
  it("gives it to the new consultant, takes it out of the old one's sight, and says so", async () => {
    const file = await firm.addCase();
    const ownerId = firm.otherConsultant.actor.userId;
    await firm.run(firm.manager, assignCase, { caseId: file.caseId, ownerId });
    await expect(firm.read(firm.consultant, (ctx) => getCaseId(ctx, file.number))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await firm.read(firm.otherConsultant, (ctx) => getCaseId(ctx, file.number))).toBe(file.caseId);
    expect(await firm.eventsOf(file.caseId)).toMatchObject([
      { event: "case.assigned", detail: { from: "Priya Raman", to: "Marc Tremblay" } },
    ]);
  });

  it("is the managers' to do", async () => {
    const { caseId, client } = await firm.addCase();
    const input = { caseId, ownerId: firm.otherConsultant.actor.userId };
    for (const caller of [firm.consultant, firm.administrator, client]) {
      await expect(firm.run(caller, assignCase, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await ownerOf(caseId)).toBe(firm.consultant.actor.userId);
  });

  it("refuses somebody who cannot own a case, and who has it already", async () => {
    const { caseId, client } = await firm.addCase();
    for (const ownerId of [
      firm.administrator.actor.userId,
      client.actor.userId,
      firm.consultant.actor.userId,
    ]) {
      await expect(firm.run(firm.manager, assignCase, { caseId, ownerId })).rejects.toMatchObject({
        code: "INVALID",
        fieldErrors: { ownerId: expect.any(String) as string },
      });
    }
  });
});

describe("reassigning several", () => {
  it("moves those that are not there yet, each with its own line in the log", async () => {
    const files = [
      await firm.addCase(),
      await firm.addCase(),
      await firm.addCase({ owner: firm.otherConsultant }),
    ];
    const done = await firm.run(firm.manager, assignCases, {
      caseIds: files.map((file) => file.caseId),
      ownerId: firm.otherConsultant.actor.userId,
    });
    expect(done.moved).toBe(2);
    for (const file of files) expect(await ownerOf(file.caseId)).toBe(firm.otherConsultant.actor.userId);
    expect(await firm.eventsOf(files[0]?.caseId ?? "")).toHaveLength(1);
  });

  it("leaves what the new owner should know with each case that moves", async () => {
    const files = [await firm.addCase(), await firm.addCase()];
    const note = "Both clients prefer the evening.";
    await firm.run(firm.manager, assignCases, {
      caseIds: files.map((file) => file.caseId),
      ownerId: firm.otherConsultant.actor.userId,
      note,
    });
    const { rows } = await database.owner.query(
      "select note from case_handover where case_id = any($1) order by case_id",
      [files.map((file) => file.caseId)],
    );
    expect(rows).toEqual([{ note }, { note }]);
  });

  it("moves all or none: one unknown or closed case among them, and nothing changes", async () => {
    const open = await firm.addCase();
    const closed = await firm.addCase({ stage: "CLOSED" });
    const ownerId = firm.otherConsultant.actor.userId;
    const unknown = "7d444840-9dc0-41d1-b245-5ffdce74fad2";
    await expect(
      firm.run(firm.manager, assignCases, { caseIds: [open.caseId, unknown], ownerId }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      firm.run(firm.manager, assignCases, { caseIds: [open.caseId, closed.caseId], ownerId }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await ownerOf(open.caseId)).toBe(firm.consultant.actor.userId);
  });

  it("looks at each id: a consultant's own among others' does not help", async () => {
    const own = await firm.addCase();
    await expect(
      firm.run(firm.consultant, assignCases, {
        caseIds: own.caseId,
        ownerId: firm.otherConsultant.actor.userId,
      }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
