import { describe, expect, it } from "vitest";
import { isStaffContext, type Caller, type StaffContext } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { holdReview } from "../commands/hold-review";
import type { QueueFilter } from "../review/types";
import { getQueuePlace, listReviewQueue, QUEUE_PAGE } from "./queries";

const database = testDatabase();
const firm = testFirm(database);

const EVERYTHING: QueueFilter = { caseNumber: null, consultantId: null, kind: null, order: "urgent" };

function readAs<T>(caller: Caller<StaffActor>, query: (ctx: StaffContext) => Promise<T>): Promise<T> {
  return firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("not staff");
    return query(ctx);
  });
}

interface Waiting {
  title: string;
  kind?: string;
  /** Instant of its receipt. */
  at: string;
}

/** A line with a file that waits for review. */
async function addWaiting(file: TestCase, { title, kind = "passport", at }: Waiting): Promise<string> {
  const [lineId, documentId, versionId] = [newId(), newId(), newId()];
  const { owner } = database;
  await owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, received_at)
     values ($1, $2, $3, $4, $5, $6, 'Everyone needs one', 'received', $7)`,
    [lineId, file.caseId, file.clientId, `by-hand:${lineId}`, kind, title, at],
  );
  await owner.query(
    "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, $5)",
    [documentId, file.caseId, file.clientId, lineId, title],
  );
  await owner.query(
    `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
       sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, 1, 'a.pdf', 'application/pdf', 'pdf', 10, 'x', $5, 'x', 'k1', $6, $7)`,
    [
      versionId,
      documentId,
      file.caseId,
      file.clientId,
      versionId.replaceAll("-", ""),
      file.client.actor.userId,
      at,
    ],
  );
  return lineId;
}

async function dueOn(file: TestCase, date: string): Promise<void> {
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard)
     values ($1, $2, $3, 'ita', 'Day 60', 'invitation', $1, 'America/Toronto', 'day 60', $4, true)`,
    [newId(), file.caseId, file.clientId, date],
  );
}

/** Four documents of three cases, and a colleague's. */
async function addQueue() {
  await database.owner.query("delete from review_hold");
  await database.owner.query(
    "update requirement set state = 'waived' where state in ('received', 'in_review')",
  );
  const [late, soon, undated] = [await firm.addCase(), await firm.addCase(), await firm.addCase()];
  const foreign = await firm.addCase({ owner: firm.otherConsultant });
  await dueOn(late, "2027-03-01");
  await dueOn(soon, "2026-12-01");
  const ids = {
    later: await addWaiting(late, { title: "Later", at: "2026-11-20T10:00:00Z" }),
    sooner: await addWaiting(soon, { title: "Sooner", kind: "police", at: "2026-11-22T10:00:00Z" }),
    soonerToo: await addWaiting(soon, { title: "Sooner too", at: "2026-11-23T10:00:00Z" }),
    undated: await addWaiting(undated, { title: "Undated", at: "2026-11-01T10:00:00Z" }),
    foreign: await addWaiting(foreign, { title: "Foreign", at: "2026-11-02T10:00:00Z" }),
  };
  return { ids, soon, late };
}

const titlesOf = (queue: { entries: { title: string }[] }) => queue.entries.map(({ title }) => title);

describe("the queue of documents to review", () => {
  it("holds the viewer's cases, the first to run out of time first, or what waits longest; managers see all", async () => {
    await addQueue();
    const mine = await readAs(firm.consultant, (ctx) => listReviewQueue(ctx, EVERYTHING));
    expect(titlesOf(mine)).toEqual(["Sooner", "Sooner too", "Later", "Undated"]);
    const oldest = await readAs(firm.consultant, (ctx) =>
      listReviewQueue(ctx, { ...EVERYTHING, order: "oldest" }),
    );
    expect(titlesOf(oldest)).toEqual(["Undated", "Later", "Sooner", "Sooner too"]);
    const all = await readAs(firm.manager, (ctx) => listReviewQueue(ctx, EVERYTHING));
    expect(titlesOf(all)).toContain("Foreign");
    await expect(readAs(firm.administrator, (ctx) => listReviewQueue(ctx, EVERYTHING))).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
  });

  it("is narrowed by consultant, kind and case, and counts what each choice would give", async () => {
    const { soon } = await addQueue();
    const of = (filter: Partial<QueueFilter>) =>
      readAs(firm.manager, (ctx) => listReviewQueue(ctx, { ...EVERYTHING, ...filter }));
    const all = await of({});
    expect(all.total).toBe(5);
    expect(all.consultants.map(({ label, count }) => [label, count])).toEqual([
      ["Marc Tremblay", 1],
      ["Priya Raman", 4],
    ]);
    expect(all.kinds.map(({ value, count }) => [value, count])).toEqual([
      ["passport", 4],
      ["police", 1],
    ]);
    const theirs = await of({ consultantId: firm.otherConsultant.actor.userId });
    expect([titlesOf(theirs), theirs.consultants.length]).toEqual([["Foreign"], 2]);
    expect(titlesOf(await of({ kind: "police" }))).toEqual(["Sooner"]);
    expect(titlesOf(await of({ caseNumber: soon.number }))).toEqual(["Sooner", "Sooner too"]);
    expect((await of({ consultantId: "not an id" })).total).toBe(5);
  });

  it("is turned page by page without losing or repeating a row, also past one that was decided meanwhile", async () => {
    await addQueue();
    const file = await firm.addCase();
    const instant = (index: number) => new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString();
    const titles = Array.from({ length: QUEUE_PAGE + 3 }, (_, index) => `Line ${index}`);
    for (const [index, title] of titles.entries()) await addWaiting(file, { title, at: instant(index) });
    const filter: QueueFilter = { ...EVERYTHING, caseNumber: file.number, order: "oldest" };
    const page = (turn: Parameters<typeof listReviewQueue>[2]) =>
      readAs(firm.consultant, (ctx) => listReviewQueue(ctx, filter, turn));
    const first = await page(null);
    expect([first.before, titlesOf(first)]).toEqual([null, titles.slice(0, QUEUE_PAGE)]);
    await database.owner.query("update requirement set state = 'accepted' where id = $1", [first.after]);
    const second = await page({ way: "after", lineId: first.after ?? "" });
    expect([second.after, titlesOf(second)]).toEqual([null, titles.slice(QUEUE_PAGE)]);
    const back = await page({ way: "before", lineId: second.before ?? "" });
    expect([back.before, titlesOf(back)]).toEqual([null, titles.slice(0, QUEUE_PAGE - 1)]);
  });

  it("says where a document stands, and leads past what a colleague has in front of them", async () => {
    const { ids } = await addQueue();
    const at = (id: string) => readAs(firm.manager, (ctx) => getQueuePlace(ctx, EVERYTHING, id));
    const before = await at(ids.sooner);
    expect([before.position, before.total, before.previous]).toEqual([1, 5, null]);
    expect(before.following[0]?.requirementId).toBe(ids.soonerToo);
    await firm.run(firm.consultant, holdReview, { requirementId: ids.soonerToo });
    const after = await at(ids.sooner);
    expect(after.following[0]?.requirementId).toBe(ids.later);
    const list = await readAs(firm.manager, (ctx) => listReviewQueue(ctx, EVERYTHING));
    expect(list.entries.map(({ title, heldBy }) => [title, heldBy])).toContainEqual([
      "Sooner too",
      "Priya Raman",
    ]);
    // Its own holder goes on to it.
    const own = await readAs(firm.consultant, (ctx) => getQueuePlace(ctx, EVERYTHING, ids.sooner));
    expect(own.following[0]?.requirementId).toBe(ids.soonerToo);
    await database.owner.query("update requirement set state = 'accepted' where id = $1", [ids.sooner]);
    const gone = await at(ids.sooner);
    expect([gone.position, gone.total, gone.following[0]?.requirementId]).toEqual([null, 4, ids.later]);
  });
});
