import { describe, expect, it } from "vitest";
import type { LinkActor } from "@/lib/policy/actor";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { testUploads } from "@/lib/testing/uploads";
import { sendMessage } from "./commands/send-message";
import { settleThread } from "./commands/settle-thread";
import { countUnread, getConversation, getThread, listThreads, searchMessages } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const { addLine } = testUploads(database, firm);

const NOWHERE = { item: null, before: null };

/** A case with a general thread and one about its passport, each with words of both sides. */
async function talk() {
  const file = await firm.addCase();
  const { caseId, client } = file;
  const passport = await addLine(file);
  await firm.run(firm.consultant, sendMessage, { caseId, body: "Welcome to your file." });
  await firm.run(client, sendMessage, { caseId, body: "Thank you!" });
  await firm.run(firm.consultant, sendMessage, {
    caseId,
    requirementId: passport,
    body: "Which pages are stamped?",
  });
  await firm.run(client, sendMessage, { caseId, requirementId: passport, body: "Pages 4 to 9, 100% sure." });
  return { file, caseId, client, passport };
}

describe("the threads of a case", () => {
  it("are one for each item and one for the case, each with its last words and what is unread on this side", async () => {
    const { caseId, client, passport } = await talk();
    const forStaff = await firm.read(firm.consultant, (ctx) => listThreads(ctx, caseId));
    expect(forStaff).toMatchObject([
      {
        item: { id: passport, title: "Passport" },
        messages: 2,
        unread: 1,
        waiting: 1,
        last: { words: "Pages 4 to 9, 100% sure.", own: false },
      },
      { item: null, messages: 2, unread: 1, waiting: 1, last: { words: "Thank you!", own: false } },
    ]);
    const forClient = await firm.read(client, (ctx) => listThreads(ctx, caseId));
    expect(forClient).toMatchObject([
      { item: { id: passport }, unread: 1, waiting: 0, last: { own: true } },
      { item: null, unread: 1, waiting: 0, last: { own: true } },
    ]);
  });

  it("keep their messages apart, and what was written before there were threads stands in the general one", async () => {
    const { caseId, client, passport } = await talk();
    const bodies = async (item: string | null) =>
      (await firm.read(client, (ctx) => getThread(ctx, caseId, null, item))).messages.map(({ body }) => body);
    expect(await bodies(null)).toEqual(["Welcome to your file.", "Thank you!"]);
    expect(await bodies(passport)).toEqual(["Which pages are stamped?", "Pages 4 to 9, 100% sure."]);
  });

  it("open with the one that has unread words; an item that nothing was written about begins empty", async () => {
    const { file, caseId, passport } = await talk();
    const general = await firm.read(firm.consultant, (ctx) =>
      getConversation(ctx, caseId, { item: "general", before: null }),
    );
    expect(general.thread.item).toBeNull();
    const opened = await firm.read(firm.consultant, (ctx) => getConversation(ctx, caseId, NOWHERE));
    expect(opened.thread.item?.id).toBe(passport);
    const birth = await addLine(file, "requested", "Birth certificate");
    const begun = await firm.read(firm.consultant, (ctx) =>
      getConversation(ctx, caseId, { item: birth, before: null }),
    );
    expect(begun.thread).toMatchObject({ item: { id: birth, title: "Birth certificate" }, messages: [] });
    expect(begun.threads.map(({ item }) => item?.id ?? null)).toEqual([birth, passport, null]);
  });

  it("are read a page at a time, each message on exactly one page", async () => {
    const { caseId, clientId, client } = await firm.addCase();
    await database.owner.query(
      `insert into message (id, case_id, client_id, author_id, author_kind, body, created_at)
       select gen_random_uuid(), $1, $2, $3, 'client', n::text, date_trunc('second', now()) - (120 - n / 3) * interval '1 minute'
       from generate_series(1, 120) n`,
      [caseId, clientId, client.actor.userId],
    );
    const seen: string[] = [];
    for (let before: string | null = null, page = 0; page < 3; page += 1) {
      const thread = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, before));
      seen.unshift(...thread.messages.map(({ body }) => body));
      expect(thread.hasNewer).toBe(page > 0);
      before = thread.older;
      if (page === 2) expect(before).toBeNull();
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });
});

describe("words of the client", () => {
  it("wait for an answer until somebody answers in their thread, or says that none is needed", async () => {
    const { caseId, passport } = await talk();
    const waits = async () =>
      (await firm.read(firm.consultant, (ctx) => listThreads(ctx, caseId))).map(({ waiting }) => waiting);
    const general = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    await firm.run(firm.consultant, settleThread, { caseId, ids: general.waitingIds });
    expect(await waits()).toEqual([1, 0]);
    const about = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null, passport));
    const answer = { caseId, requirementId: passport, body: "Perfect.", read: about.unreadIds };
    await firm.run(firm.consultant, sendMessage, answer);
    expect(await waits()).toEqual([0, 0]);
    const settled = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    expect(settled.messages[1]).toMatchObject({ body: "Thank you!", notNeededBy: "Priya Raman" });
    expect((await firm.eventsOf(caseId)).map(({ event }) => event)).toContain("message.settled");
  });

  it("are settled by the firm alone, in cases of one's own, and only what was on the screen", async () => {
    const { caseId, client } = await talk();
    const { waitingIds } = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    await firm.run(client, sendMessage, { caseId, body: "One more thing" });
    for (const [caller, code] of [
      [client, "FORBIDDEN"],
      [firm.administrator, "FORBIDDEN"],
      [firm.otherConsultant, "NOT_FOUND"],
    ] as const)
      await expect(firm.run(caller, settleThread, { caseId, ids: waitingIds })).rejects.toMatchObject({
        code,
      });
    expect(await firm.run(firm.consultant, settleThread, { caseId, ids: waitingIds })).toEqual({
      settled: 1,
    });
    const after = await firm.read(firm.consultant, (ctx) => getThread(ctx, caseId, null));
    expect(after.waitingIds).toEqual([after.messages[2]?.id]);
  });
});

describe("a search", () => {
  it("finds words in every thread of the case, newest first, whatever signs they have", async () => {
    const { caseId, client, passport } = await talk();
    await talk();
    const find = (caller: typeof client | typeof firm.consultant, query: string) =>
      firm.read(caller, (ctx) => searchMessages(ctx, caseId, query));
    expect(await find(firm.consultant, "100%")).toMatchObject({
      isMore: false,
      found: [{ item: { id: passport }, authorName: "Neha Kulkarni", words: "Pages 4 to 9, 100% sure." }],
    });
    expect((await find(client, "YOU")).found.map(({ item }) => item)).toEqual([null, null]);
    expect((await find(client, "_")).found).toEqual([]);
    const [hit] = (await find(client, "Thank")).found;
    const page = await firm.read(client, (ctx) => getThread(ctx, caseId, hit?.cursor ?? null));
    expect(page.messages.at(-1)?.id).toBe(hit?.id);
  });
});

describe("nobody reads or writes past their own case", () => {
  async function twoCases(): Promise<{ mine: TestCase; other: TestCase; line: string }> {
    const mine = await firm.addCase();
    const other = await firm.addCase({ owner: firm.otherConsultant, name: ["Omar", "Haddad"] });
    return { mine, other, line: await addLine(other) };
  }

  it("an item of another case is no thread of this one, for either side", async () => {
    const { mine, other, line } = await twoCases();
    await firm.run(firm.otherConsultant, sendMessage, {
      caseId: other.caseId,
      requirementId: line,
      body: "Secret",
    });
    for (const caller of [mine.client, firm.consultant, firm.manager]) {
      await expect(firm.read(caller, (ctx) => getThread(ctx, mine.caseId, null, line))).rejects.toMatchObject(
        { code: "NOT_FOUND" },
      );
      const input = { caseId: mine.caseId, requirementId: line, body: "Hello" };
      await expect(firm.run(caller, sendMessage, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(firm.read(mine.client, (ctx) => listThreads(ctx, other.caseId))).resolves.toMatchObject([
      { item: null, messages: 0 },
    ]);
  });

  it("and who came by a link sees and writes none, not even in the database", async () => {
    const { other, line } = await twoCases();
    const { caseId, clientId } = other;
    await firm.run(firm.otherConsultant, sendMessage, { caseId, body: "Not for a link" });
    const linkId = newId();
    await database.owner.query(
      `insert into item_link (id, case_id, client_id, requirement_id, token_hash, created_by, created_at, expires_at)
       values ($1::uuid, $2, $3, $4, decode(md5($1::uuid::text), 'hex'), $5, now(), now() + interval '1 day')`,
      [linkId, caseId, clientId, line, other.client.actor.userId],
    );
    const actor: LinkActor = { kind: "link", userId: linkId, clientId, caseId, requirementId: line };
    const link = { actor, trace: other.client.trace };
    expect(await firm.read(link, (ctx) => countUnread(ctx, caseId, "staff"))).toBe(0);
    await expect(firm.run(link, sendMessage, { caseId, body: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const portal = await database.portal.connect();
    try {
      await portal.query("begin");
      const settings = "select set_config('app.client_id', $1, true), set_config('app.user_id', $2, true)";
      await portal.query(settings, [clientId, linkId]);
      expect((await portal.query("select id from message")).rows).toEqual([]);
      await portal.query(settings, [clientId, other.client.actor.userId]);
      expect((await portal.query("select id from message")).rows).toHaveLength(1);
    } finally {
      await portal.query("rollback");
      portal.release();
    }
  });
});
