import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getThread } from "../queries";
import { markRead } from "./mark-read";
import { sendMessage } from "./send-message";

const database = testDatabase();
const firm = testFirm(database);

async function mailsOf(file: TestCase): Promise<string[]> {
  const { rows } = await database.owner.query<{ user_id: string }>(
    "select user_id from mail where case_id = $1 and kind = 'message_received' order by created_at",
    [file.caseId],
  );
  return rows.map((row) => row.user_id);
}

describe("a message", () => {
  it("goes from the firm to the client and back, and each side is told once by mail", async () => {
    const file = await firm.addCase();
    const { caseId, client } = file;
    await firm.run(firm.consultant, sendMessage, { caseId, body: "Please send the passport." });
    await firm.run(firm.consultant, sendMessage, { caseId, body: "All pages of it." });
    await firm.run(client, sendMessage, { caseId, body: "Done!" });

    const seenByClient = await firm.read(client, (ctx) => getThread(ctx, caseId, null));
    expect(seenByClient.messages).toMatchObject([
      {
        own: false,
        authorName: "Priya Raman",
        body: "Please send the passport.",
        readAt: expect.any(Date) as Date,
      },
      { own: false, body: "All pages of it." },
      { own: true, authorName: "Neha Kulkarni", body: "Done!", readAt: null },
    ]);
    const seenByStaff = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    expect(seenByStaff.unread).toBe(1);
    expect(await mailsOf(file)).toEqual([client.actor.userId, firm.consultant.actor.userId]);
    expect((await firm.eventsOf(caseId)).map(({ event }) => event)).toEqual([
      "message.sent",
      "message.sent",
      "message.sent",
    ]);
  });

  it("is read up to what was on the screen; a later one stays unread", async () => {
    const { caseId, client } = await firm.addCase();
    await firm.run(client, sendMessage, { caseId, body: "First" });
    const thread = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    await firm.run(client, sendMessage, { caseId, body: "Second" });
    const done = await firm.run(firm.consultant, markRead, { caseId, until: thread.shownUntil ?? "" });
    expect(done.read).toBe(1);
    expect((await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null))).unread).toBe(1);
  });

  it("is logged as read once: saying so again writes nothing", async () => {
    const { caseId, client } = await firm.addCase();
    await firm.run(client, sendMessage, { caseId, body: "Only one" });
    const { shownUntil } = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    const input = { caseId, until: shownUntil ?? "" };
    expect(await firm.run(firm.consultant, markRead, input)).toEqual({ read: 1 });
    expect(await firm.run(firm.consultant, markRead, input)).toEqual({ read: 0 });
    expect((await firm.eventsOf(caseId)).map(({ event }) => event)).toEqual(["message.sent", "message.read"]);
  });

  it("is between the two sides of one case", async () => {
    const file = await firm.addCase();
    const other = await firm.addCase({ owner: firm.otherConsultant, name: ["Maria", "Lopes"] });
    const input = { caseId: file.caseId, body: "Hello" };
    for (const caller of [firm.otherConsultant, other.client])
      await expect(firm.run(caller, sendMessage, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(firm.run(firm.administrator, sendMessage, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      firm.read(firm.administrator, (ctx) => getThread(ctx, file.caseId, null)),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(firm.run(firm.consultant, sendMessage, { ...input, body: "  " })).rejects.toMatchObject({
      fieldErrors: { body: "Enter a message." },
    });
  });
});
