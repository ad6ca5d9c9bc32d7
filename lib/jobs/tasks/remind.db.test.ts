import { beforeEach, describe, expect, it } from "vitest";
import { isClientContext, isStaffContext } from "@/lib/command/actor-context";
import { listClientReminders, listNotices } from "@/lib/reminders/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { remindedCases } from "@/lib/testing/reminded-cases";

const database = testDatabase();
const firm = testFirm(database);
const { query, today, setWindow, closeWindow, rowsOf, waiting, jobOf, makeDue, send, told, addItem } =
  remindedCases(database, firm);

beforeEach(async () => {
  await query("delete from graphile_worker._private_jobs");
});

describe("the ladder of a clock", () => {
  it("is written with it, with the job of its next rung", async () => {
    const window = await setWindow(await firm.addCase(), 60);
    expect(await waiting(window)).toEqual([45, 30, 21, 14, 10, 7, 5, 3, 2, 1, 0, -1]);
    const [job] = await jobOf(window);
    expect(job?.at).toEqual(job?.next);
  });

  it("moves with it: what waited is void, and no two rows are of one version and rung", async () => {
    const file = await firm.addCase();
    const window = await setWindow(file, 60);
    await setWindow(file, 20);
    const rows = await rowsOf(window);
    expect(new Set(rows.filter(({ version }) => version === 1).map(({ state }) => state))).toEqual(
      new Set(["void"]),
    );
    // Thirty days are over: said at once, for all that have passed.
    expect(await waiting(window)).toEqual([30, 14, 10, 7, 5, 3, 2, 1, 0, -1]);
    await expect(
      query(
        `insert into reminder (id, deadline_id, case_id, client_id, deadline_version, rung, due_on, remind_at)
         select gen_random_uuid(), deadline_id, case_id, client_id, deadline_version, rung, due_on, remind_at
         from reminder where deadline_id = $1 and state = 'waiting'`,
        [window],
      ),
    ).rejects.toThrow("reminder_once");
  });

  it("says nothing again that was said of the same date, where only its words changed", async () => {
    const file = await firm.addCase();
    const window = await setWindow(file, 20);
    await send(window);
    await setWindow(file, 20, { title: "Sixty days" });
    expect(await waiting(window)).toEqual([14, 10, 7, 5, 3, 2, 1, 0, -1]);
  });

  it("is void with it", async () => {
    const file = await firm.addCase();
    const window = await setWindow(file, 20);
    await closeWindow(file, "met");
    expect(await waiting(window)).toEqual([]);
    await send(window);
    expect(await told(window)).toEqual([]);
  });
});

describe("a reminder", () => {
  it("reaches the client and the consultant once, in the app and by mail, however often its job runs", async () => {
    const file = await firm.addCase();
    const window = await setWindow(file, 30);
    await makeDue(window, 30);
    await Promise.all([send(window), send(window)]);
    await send(window);
    expect(await told(window)).toEqual([
      { kind: "reminder", who: "client" },
      { kind: "reminder", who: "consultant" },
    ]);
    const mails = await query<{ to: string; message_id: string; context: object }>(
      `select user_id as to, message_id, context from mail where case_id = $1 order by message_id`,
      [file.caseId],
    );
    expect(mails.map(({ to }) => to).sort()).toEqual([file.client.actor.userId, file.ownerId].sort());
    expect(await waiting(window)).not.toContain(30);
    const [job] = await jobOf(window);
    expect(job?.at).toEqual(job?.next);
  });

  it("of several that are due speaks once, the tightest for all", async () => {
    const file = await firm.addCase();
    const window = await setWindow(file, 60);
    await makeDue(window, 30, 14, 7);
    await send(window);
    expect((await told(window)).map(({ who }) => who)).toEqual(["client", "consultant", "manager"]);
    const settled = (await rowsOf(window)).filter(({ state }) => state !== "waiting");
    expect(settled.map(({ rung, state }) => [rung, state])).toEqual([
      [30, "joined"],
      [14, "joined"],
      [7, "sent"],
    ]);
  });

  it("has more rungs where little slack is left, and the managers hear of it sooner", async () => {
    const [calm, pressed] = [await firm.addCase(), await firm.addCase()];
    const windows = [await setWindow(calm, 22), await setWindow(pressed, 22)];
    await addItem(pressed, { leadDays: 25, state: "to_request" });
    for (const window of windows) {
      await query(
        "update reminder set state = 'void', settled_at = now() where deadline_id = $1 and rung = 30",
        [window],
      );
      await makeDue(window, 21);
      await send(window);
    }
    const [first = "", second = ""] = windows;
    expect(await told(first)).toEqual([]);
    expect((await rowsOf(first)).find(({ rung }) => rung === 21)).toMatchObject({ state: "spared" });
    expect((await told(second)).map(({ who }) => who)).toEqual(["client", "consultant", "manager"]);
  });

  it("goes also to the colleague who stands in", async () => {
    const file = await firm.addCase();
    await query(
      `insert into staff_leave (id, user_id, from_on, to_on, cover_user_id, recorded_at)
       select gen_random_uuid(), $1, $3::date - 1, $3::date + 3, $2, now()`,
      [firm.consultant.actor.userId, firm.otherConsultant.actor.userId, await today()],
    );
    const window = await setWindow(file, 30);
    await makeDue(window, 30);
    await send(window);
    expect((await told(window)).map(({ who }) => who)).toEqual(["client", "consultant", "consultant"]);
    await query("delete from staff_leave");
  });

  it("is shown to whom it is for, and to nobody else", async () => {
    const [file, foreign] = [await firm.addCase(), await firm.addCase({ owner: firm.otherConsultant })];
    const window = await setWindow(file, 30);
    await makeDue(window, 30);
    await send(window);
    const noticesOf = (caller: typeof firm.consultant) =>
      firm.read(caller, async (ctx) => (isStaffContext(ctx) ? (await listNotices(ctx, null)).lines : []));
    expect(await noticesOf(firm.consultant)).toContainEqual(
      expect.objectContaining({ number: file.number, daysLeft: 30, unread: true }),
    );
    expect((await noticesOf(firm.otherConsultant)).map(({ number }) => number)).not.toContain(file.number);
    const remindersOf = ({ client }: TestCase) =>
      firm.read(client, async (ctx) => (isClientContext(ctx) ? listClientReminders(ctx) : []));
    expect(await remindersOf(file)).toMatchObject([{ kind: "ita", daysLeft: 30 }]);
    expect(await remindersOf(foreign)).toEqual([]);
  });
});

describe("a silent client", () => {
  const tasksOf = ({ caseId }: TestCase) =>
    query<{ title: string; assignee: string }>(
      "select title, assignee_id as assignee from task where case_id = $1 and origin = 'silent_client'",
      [caseId],
    );

  it.each([
    ["seen a week ago, with something to do", "7 days", "requested", 1],
    ["seen yesterday", "1 day", "requested", 0],
    ["with nothing to do", "30 days", "in_review", 0],
  ])("%s", async (_who, ago, state, tasks) => {
    const file = await firm.addCase();
    await addItem(file, { leadDays: 5, state });
    await query("update app_user set last_seen_at = now() - $2::interval where id = $1", [
      file.client.actor.userId,
      ago,
    ]);
    const window = await setWindow(file, 30);
    await makeDue(window, 30);
    await send(window);
    await makeDue(window, 14);
    await send(window);
    expect(await tasksOf(file)).toHaveLength(tasks);
  });
});
