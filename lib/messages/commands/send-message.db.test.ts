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
    const { unreadIds } = await firm.read(client, (ctx) => getThread(ctx, caseId, null));
    await firm.run(client, sendMessage, { caseId, body: "Done!", read: unreadIds });

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

  it("is read up to what was on the screen; one that was begun before it and came after it stays unread", async () => {
    const file = await firm.addCase();
    const { caseId, client } = file;
    await firm.run(client, sendMessage, { caseId, body: "First" });
    const { unreadIds } = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    // Begun an hour earlier, by the clock of its transaction; committed after the page was read.
    await database.owner.query(
      `insert into message (id, case_id, client_id, author_id, author_kind, body, created_at)
       values (gen_random_uuid(), $1, $2, $3, 'client', 'Second', now() - interval '1 hour')`,
      [caseId, file.clientId, client.actor.userId],
    );
    const done = await firm.run(firm.consultant, markRead, { caseId, ids: unreadIds });
    expect(done.read).toBe(1);
    const after = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    expect(after.messages.filter(({ readAt }) => readAt === null).map(({ body }) => body)).toEqual([
      "Second",
    ]);
  });

  it("is logged as read once: saying so again writes nothing", async () => {
    const { caseId, client } = await firm.addCase();
    await firm.run(client, sendMessage, { caseId, body: "Only one" });
    const { unreadIds } = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    const input = { caseId, ids: unreadIds };
    expect(await firm.run(firm.consultant, markRead, input)).toEqual({ read: 1 });
    expect(await firm.run(firm.consultant, markRead, input)).toEqual({ read: 0 });
    expect((await firm.eventsOf(caseId)).map(({ event }) => event)).toEqual(["message.sent", "message.read"]);
  });

  it("says with an answer what was read: not what came while it was written", async () => {
    const { caseId, client } = await firm.addCase();
    await firm.run(client, sendMessage, { caseId, body: "Which photo?" });
    const { unreadIds } = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    await firm.run(client, sendMessage, { caseId, body: "And which size?" });
    await firm.run(firm.consultant, sendMessage, { caseId, body: "The newer one.", read: unreadIds });
    const after = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    const [first, second] = after.messages;
    expect([first?.readAt === null, second?.readAt === null]).toEqual([false, true]);
    expect(after.waitingIds).toEqual([second?.id]);
  });

  it("cannot be read for somebody else: one's own words and other cases' stay as they were", async () => {
    const { caseId, client } = await firm.addCase();
    const other = await firm.addCase();
    const { id } = await firm.run(client, sendMessage, { caseId, body: "Mine" });
    const elsewhere = await firm.run(other.client, sendMessage, { caseId: other.caseId, body: "Theirs" });
    expect(await firm.run(client, markRead, { caseId, ids: [id, elsewhere.id] })).toEqual({ read: 0 });
    const seen = await firm.read(firm.consultant, (ctx) => getThread(ctx, other.caseId, null));
    expect(seen.messages[0]?.readAt).toBeNull();
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
