import { describe, expect, it } from "vitest";
import { isStaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getNavCounts, getToday } from "../today/queries";
import { addTask } from "./add-task";
import { editTask } from "./edit-task";
import { snoozeThing } from "./snooze-thing";
import { unsnoozeThing } from "./unsnooze-thing";

const database = testDatabase();
const firm = testFirm(database);

type Reader = typeof firm.consultant;

const look = (of: Reader = firm.consultant) =>
  firm.read(of, async (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("a client");
    const today = await getToday(ctx);
    return { ...today, nav: (await getNavCounts(ctx)).today };
  });

/** Titles of the queue and of what is put off, of one case. */
async function seen(file: TestCase) {
  const today = await look();
  const ofCase = ({ caseNumber }: { caseNumber: string }) => caseNumber === file.number;
  expect(today.nav).toBe(today.total);
  expect(today.groups.reduce((sum, { total }) => sum + total, 0)).toBe(today.total);
  return {
    queue: today.groups.flatMap(({ things }) => things.filter(ofCase).map(({ title }) => title)),
    snoozed: today.snoozed.filter(ofCase).map(({ title, reason }) => [title, reason]),
    today: today.today,
  };
}

const keyOf = async (file: TestCase, title: string) => {
  const today = await look();
  const things = today.groups.flatMap((group) => group.things);
  const found = things.find((thing) => thing.caseNumber === file.number && thing.title === title);
  if (!found) throw new Error(`no ${title} on Today`);
  return found.key;
};

async function addDate(file: TestCase, days: number, hard: boolean): Promise<void> {
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard)
     values ($1, $2, $3, $4, 'The letter', 'fact', $1, 'America/Toronto', 'By the letter',
       (now() at time zone 'America/Toronto')::date + $5::int, $6)`,
    [newId(), file.caseId, file.clientId, hard ? "adr" : "language_test", days, hard],
  );
}

const poolCase = () => firm.addCase({ stage: "IN_POOL", name: ["Tunde", "Balogun"] });

describe("a thing that is put off", () => {
  it("is out of the queue and of the counts, stands among the snoozed with its reason, and is taken back", async () => {
    const file = await poolCase();
    await firm.run(firm.consultant, addTask, { caseId: file.caseId, title: "Call the bank" });
    const { today } = await seen(file);
    const key = await keyOf(file, "Call the bank");
    const until = addDays(today, 5);
    const { snoozeId } = await firm.run(firm.consultant, snoozeThing, {
      key,
      until,
      reason: "They are closed",
    });
    expect(await seen(file)).toMatchObject({ queue: [], snoozed: [["Call the bank", "They are closed"]] });
    expect((await firm.eventsOf(file.caseId)).at(-1)).toMatchObject({
      event: "task.snoozed",
      detail: { title: "Call the bank", until, reason: "They are closed" },
    });
    await firm.run(firm.consultant, unsnoozeThing, { snoozeId });
    expect(await seen(file)).toMatchObject({ queue: ["Call the bank"], snoozed: [] });
    await expect(firm.run(firm.consultant, unsnoozeThing, { snoozeId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is back as soon as it stands otherwise, and when its day has come", async () => {
    const file = await poolCase();
    const { taskId } = await firm.run(firm.consultant, addTask, {
      caseId: file.caseId,
      title: "Call the bank",
    });
    const { today } = await seen(file);
    const key = await keyOf(file, "Call the bank");
    const reason = "They are closed";
    await firm.run(firm.consultant, snoozeThing, { key, until: addDays(today, 5), reason });
    await firm.run(firm.consultant, editTask, { taskId, version: 1, title: "Call the bank at once" });
    expect(await seen(file)).toMatchObject({ queue: ["Call the bank at once"], snoozed: [] });
    await firm.run(firm.consultant, snoozeThing, { key, until: addDays(today, 5), reason });
    expect(await seen(file)).toMatchObject({ queue: [], snoozed: [["Call the bank at once", reason]] });
    await database.owner.query("update task_snooze set until_on = $1 where queue_key = $2", [today, key]);
    expect(await seen(file)).toMatchObject({ queue: ["Call the bank at once"], snoozed: [] });
  });

  it("is put off by its owner for themselves alone", async () => {
    const file = await poolCase();
    await firm.run(firm.consultant, addTask, { caseId: file.caseId, title: "Mine" });
    const key = await keyOf(file, "Mine");
    const { today } = await seen(file);
    const asked = { key, until: addDays(today, 1), reason: "Later" };
    for (const stranger of [firm.otherConsultant, firm.manager, file.client])
      await expect(firm.run(stranger, snoozeThing, asked)).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/) as string,
      });
    const { snoozeId } = await firm.run(firm.consultant, snoozeThing, asked);
    await expect(firm.run(firm.manager, unsnoozeThing, { snoozeId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is refused without a reason, and a hard date past three days before it", async () => {
    const [file, near] = [await poolCase(), await poolCase()];
    await addDate(file, 10, true);
    await addDate(near, 3, true);
    const { today } = await seen(file);
    const key = await keyOf(file, "The letter");
    const put = (until: string, reason: string, of = key) =>
      firm.run(firm.consultant, snoozeThing, { key: of, until, reason });
    await expect(put(addDays(today, 2), "  ")).rejects.toMatchObject({ code: "INVALID" });
    await expect(put(addDays(today, 8), "Waiting")).rejects.toMatchObject({
      fieldErrors: { until: expect.stringContaining("three days") as string },
    });
    await expect(put(addDays(today, 1), "Waiting", await keyOf(near, "The letter"))).rejects.toMatchObject({
      fieldErrors: { until: expect.stringContaining("cannot be put off") as string },
    });
    await put(addDays(today, 7), "Waiting");
    expect(await seen(file)).toMatchObject({ queue: [], snoozed: [["The letter", "Waiting"]] });
  });

  it("is every kind of thing: documents, letters of the client, steps, stalled clients", async () => {
    const file = await firm.addCase({ stage: "ENQUIRY", name: ["Hana", "Kobayashi"] });
    const id = newId();
    await database.owner.query(
      `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, received_at, requested_at)
       values ($1::uuid, $3, $4, $1::text, 'passport', 'Passport', 'Because', 'received', now(), null),
              ($2::uuid, $3, $4, $2::text, 'funds', 'Bank letter', 'Because', 'requested', null, now() - interval '9 days')`,
      [id, newId(), file.caseId, file.clientId],
    );
    await database.owner.query(
      "insert into message (id, case_id, client_id, author_id, author_kind, body) values ($1, $2, $3, $4, 'client', 'Hello')",
      [newId(), file.caseId, file.clientId, file.client.actor.userId],
    );
    const titles = ["Passport", "“Hello”", "Bank letter: asked for, nothing came", "Record the consultation"];
    const { queue, today } = await seen(file);
    expect(queue).toEqual(titles);
    for (const title of titles) {
      const key = await keyOf(file, title);
      await firm.run(firm.consultant, snoozeThing, { key, until: addDays(today, 2), reason: "Later" });
    }
    expect((await seen(file)).queue).toEqual([]);
    expect((await seen(file)).snoozed).toHaveLength(4);
    await database.owner.query(
      "update requirement set received_at = now() + interval '1 second' where id = $1",
      [id],
    );
    await database.owner.query(
      "insert into message (id, case_id, client_id, author_id, author_kind, body) values ($1, $2, $3, $4, 'client', 'Hello?')",
      [newId(), file.caseId, file.clientId, file.client.actor.userId],
    );
    await database.owner.query("update case_file set stage = 'CONSULTATION' where id = $1", [file.caseId]);
    expect((await seen(file)).queue).toEqual(["Passport", "“Hello”", "Send the service agreement"]);
  });
});

describe("somebody else's day", () => {
  it("is a manager's to look at, and no consultant's", async () => {
    const file = await poolCase();
    await firm.run(firm.consultant, addTask, { caseId: file.caseId, title: "Seen by the manager" });
    const of = firm.consultant.actor.userId;
    const day = (reader: Reader) =>
      firm.read(reader, (ctx) => {
        if (!isStaffContext(ctx)) throw new Error("a client");
        return getToday(ctx, of);
      });
    const today = await day(firm.manager);
    const titles = today.groups.flatMap(({ things }) => things.map(({ title }) => title));
    expect(titles).toContain("Seen by the manager");
    expect(today).toMatchObject({ of: { id: of, self: false }, snoozed: [], allowed: { snooze: false } });
    for (const reader of [firm.otherConsultant, firm.administrator])
      await expect(day(reader)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
