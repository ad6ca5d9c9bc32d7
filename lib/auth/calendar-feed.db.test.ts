import { NextRequest } from "next/server";
import nodeIcal, { type VEvent } from "node-ical";
import { beforeEach, describe, expect, it } from "vitest";
import { makeFeed } from "@/lib/calendar/commands/make-feed";
import { revokeFeed } from "@/lib/calendar/commands/revoke-feed";
import { findOwnFeed, getCalendarText } from "@/lib/calendar/queries";
import type { Caller } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { readingByFeed } from "./calendar-feed";

const database = testDatabase();
const firm = testFirm(database);

async function addDeadline(file: TestCase, state = "open", closedDaysAgo: number | null = null) {
  const id = newId();
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, state, closed_at)
     values ($1, $2, $3, 'adr', 'Answer to IRCC', 'letter', $1, 'America/Toronto', 'as the letter says', current_date + 9, true, $4,
       now() - make_interval(days => $5))`,
    [id, file.caseId, file.clientId, state, closedDaysAgo],
  );
  return id;
}

/** Makes somebody's feed; the name of its file. */
async function feedOf(caller: Caller, options: Record<string, unknown> = {}): Promise<string> {
  const { address } = await firm.run(caller, makeFeed, { scope: "own", ...options });
  expect(address).toMatch(/^http:\/\/localhost:3000\/api\/calendar\/[\w-]{43}\.ics$/);
  return address.slice(address.lastIndexOf("/") + 1);
}

function fetchFeed(file: string): Promise<string> {
  const request = new NextRequest(`http://localhost:3000/api/calendar/${file}`);
  const { runtime, manager } = firm;
  return readingByFeed({ runtime, trace: manager.trace }, request, file, getCalendarText);
}

async function eventsIn(file: string): Promise<VEvent[]> {
  return Object.values(nodeIcal.sync.parseICS(await fetchFeed(file))).filter((one) => one?.type === "VEVENT");
}

/** As text, whatever parameters came with it. */
function textOf(value: VEvent["summary"] | undefined): string {
  return typeof value === "object" ? value.val : (value ?? "");
}

const titlesIn = async (file: string) => (await eventsIn(file)).map(({ summary }) => textOf(summary)).sort();

const notFound = { code: "NOT_FOUND" };

beforeEach(async () => {
  await database.owner.query("delete from deadline");
  await database.owner.query("delete from staff_leave");
  await database.owner.query("delete from auth_counter");
  await database.owner.query("update app_user set status = 'active'");
});

describe("a feed holds what its person sees when it is fetched", () => {
  it("a consultant's own cases, by file number, with names only if they are asked for", async () => {
    const [mine, theirs] = [await firm.addCase(), await firm.addCase({ owner: firm.otherConsultant })];
    await addDeadline(mine);
    await addDeadline(theirs);
    expect(await titlesIn(await feedOf(firm.consultant))).toEqual([`${mine.number}: Answer to IRCC`]);
    const named = await feedOf(firm.consultant, { withNames: "on" });
    expect(await titlesIn(named)).toEqual([`${mine.number} Neha Kulkarni: Answer to IRCC`]);
    expect(await fetchFeed(await feedOf(firm.consultant))).not.toContain("Kulkarni");
  });

  it("the covered cases too, for as long as the leave lasts", async () => {
    const file = await firm.addCase();
    await addDeadline(file);
    const feed = await feedOf(firm.otherConsultant);
    expect(await titlesIn(feed)).toEqual([]);
    await database.owner.query(
      `insert into staff_leave (id, user_id, from_on, to_on, cover_user_id, recorded_at)
       values (gen_random_uuid(), $1, current_date - 2, current_date + 2, $2, now())`,
      [firm.consultant.actor.userId, firm.otherConsultant.actor.userId],
    );
    expect(await titlesIn(feed)).toEqual([`${file.number}: Answer to IRCC`]);
    await database.owner.query("delete from staff_leave");
    expect(await titlesIn(feed)).toEqual([]);
  });

  it("a manager's own or all, as they choose; a consultant cannot have all", async () => {
    const [mine, theirs] = [await firm.addCase({ owner: firm.manager }), await firm.addCase()];
    await addDeadline(mine);
    await addDeadline(theirs);
    expect(await titlesIn(await feedOf(firm.manager))).toEqual([`${mine.number}: Answer to IRCC`]);
    expect(await titlesIn(await feedOf(firm.manager, { scope: "all" }))).toHaveLength(2);
    await expect(firm.run(firm.consultant, makeFeed, { scope: "all" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("a manager's all shrinks to what they have in hand when their role does", async () => {
    await addDeadline(await firm.addCase());
    const feed = await feedOf(firm.manager, { scope: "all" });
    expect(await titlesIn(feed)).toHaveLength(1);
    await database.owner.query("update app_user set role = 'consultant' where id = $1", [
      firm.manager.actor.userId,
    ]);
    expect(await titlesIn(feed)).toEqual([]);
    await database.owner.query("update app_user set role = 'manager' where id = $1", [
      firm.manager.actor.userId,
    ]);
  });

  it("a client's own case, in their language", async () => {
    const [mine, theirs] = [await firm.addCase(), await firm.addCase()];
    await addDeadline(mine);
    await addDeadline(theirs);
    await database.owner.query("update app_user set locale = 'fr' where id = $1", [mine.client.actor.userId]);
    expect(await titlesIn(await feedOf(mine.client))).toEqual([
      `${mine.number}: Dernier jour pour répondre à la demande d’IRCC`,
    ]);
  });

  it("what ended lately as cancelled, and not for ever", async () => {
    const file = await firm.addCase();
    await addDeadline(file, "void", 3);
    await addDeadline(file, "met", 90);
    const events = await eventsIn(await feedOf(firm.consultant));
    expect(events.map(({ status }) => status)).toEqual(["CANCELLED"]);
  });

  it("a moved date under the same id, its sequence grown and its change dated", async () => {
    const id = await addDeadline(await firm.addCase());
    const feed = await feedOf(firm.consultant);
    const [before] = await eventsIn(feed);
    await database.owner.query("update deadline set changed_at = now() - interval '3 days' where id = $1", [
      id,
    ]);
    await database.owner.query(
      "update deadline set due_on = due_on - 2, version = version + 1 where id = $1",
      [id],
    );
    const [after] = await eventsIn(feed);
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([0, 1]);
    expect(after?.start.getTime()).toBeLessThan(before?.start.getTime() ?? 0);
    const changedAt = (event: VEvent | undefined) => new Date(String(event?.lastmodified)).getTime();
    expect(changedAt(after)).toBeGreaterThanOrEqual(changedAt(before));
  });
});

describe("the address", () => {
  it("is kept as a hash only, and stands in no line of the log", async () => {
    const token = (await feedOf(firm.consultant)).replace(".ics", "");
    const { rows } = await database.owner.query(
      "select 1 from calendar_feed where encode(token_hash, 'base64') = $1 or calendar_feed::text like '%' || $1 || '%'",
      [token],
    );
    const logged = await database.owner.query(
      "select 1 from audit_event where detail::text like '%' || $1 || '%'",
      [token],
    );
    expect([rows, logged.rows]).toEqual([[], []]);
  });

  it("is answered like one that never was: revoked, renewed, mistyped, or its person's account closed", async () => {
    const first = await feedOf(firm.consultant);
    const second = await feedOf(firm.consultant);
    await expect(fetchFeed(first)).rejects.toMatchObject(notFound);
    await fetchFeed(second);
    await database.owner.query("update app_user set status = 'disabled' where id = $1", [
      firm.consultant.actor.userId,
    ]);
    await expect(fetchFeed(second)).rejects.toMatchObject(notFound);
    await database.owner.query("update app_user set status = 'active'");
    const feed = await firm.read(firm.consultant, findOwnFeed);
    await expect(firm.run(firm.manager, revokeFeed, { feedId: feed?.id })).rejects.toMatchObject(notFound);
    await firm.run(firm.consultant, revokeFeed, { feedId: feed?.id });
    await expect(fetchFeed(second)).rejects.toMatchObject(notFound);
    for (const wrong of [`${"A".repeat(43)}.ics`, "short.ics", second.replace(".ics", "")])
      await expect(fetchFeed(wrong)).rejects.toMatchObject(notFound);
  });

  it("is revoked by a client for themselves", async () => {
    const { client } = await firm.addCase();
    const file = await feedOf(client);
    const feed = await firm.read(client, findOwnFeed);
    await firm.run(client, revokeFeed, { feedId: feed?.id });
    await expect(fetchFeed(file)).rejects.toMatchObject(notFound);
  });

  it("cannot be guessed at without end: wrong ones count against the network", async () => {
    const request = new NextRequest("http://localhost:3000/", {
      headers: { "x-forwarded-for": "203.0.113.9" },
    });
    const { runtime, manager } = firm;
    const { trace } = manager;
    const guess = () =>
      readingByFeed({ runtime, trace }, request, `${"B".repeat(43)}.ics`, () => Promise.resolve(""));
    for (let tries = 0; tries < 30; tries += 1) await expect(guess()).rejects.toMatchObject(notFound);
    await expect(guess()).rejects.toMatchObject({ code: "THROTTLED" });
  });

  it("notes when it was fetched, once an hour at most, and no line of the log for it", async () => {
    const file = await feedOf(firm.consultant);
    const counted = async () =>
      (await database.owner.query<{ n: string }>("select count(*) as n from audit_event")).rows[0]?.n;
    const before = await counted();
    await fetchFeed(file);
    const first = (await firm.read(firm.consultant, findOwnFeed))?.lastFetchedAt;
    expect(first).toBeInstanceOf(Date);
    await fetchFeed(file);
    expect((await firm.read(firm.consultant, findOwnFeed))?.lastFetchedAt).toEqual(first);
    expect(await counted()).toBe(before);
  });
});
