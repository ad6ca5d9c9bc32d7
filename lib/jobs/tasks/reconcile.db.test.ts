import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { acknowledgeEscalation } from "@/lib/reminders/commands/acknowledge-escalation";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { reconcile } from "./reconcile";
import { remindedCases } from "@/lib/testing/reminded-cases";

const database = testDatabase();
const firm = testFirm(database);
const { query, tools, today, setWindow, closeWindow, waiting, makeDue, send, told } = remindedCases(
  database,
  firm,
);

beforeEach(async () => {
  await query("delete from graphile_worker._private_jobs");
});

describe("a date in danger", () => {
  const escalationsOf = (deadlineId: string) =>
    query<{ id: string; cause: string; state: string; told: number }>(
      "select id, cause, state, told from escalation where deadline_id = $1 order by raised_at",
      [deadlineId],
    );
  const nextMorning = (deadlineId: string) =>
    query(
      "update escalation set next_tell_at = now() - interval '1 minute' where deadline_id = $1 and state = 'open'",
      [deadlineId],
    );
  const repeats = async (deadlineId: string) =>
    (await told(deadlineId)).filter(({ kind }) => kind === "escalation").length;

  it("is told to the managers every morning, once, until a decision with its reason is recorded", async () => {
    const file = await firm.addCase();
    const window = await setWindow(file, 3);
    await makeDue(window, 3);
    await send(window);
    expect(await escalationsOf(window)).toMatchObject([{ cause: "last_days", state: "open", told: 0 }]);
    await reconcile({}, tools());
    expect(await repeats(window)).toBe(0);
    await nextMorning(window);
    await reconcile({}, tools());
    await reconcile({}, tools());
    expect(await repeats(window)).toBe(1);

    const [{ id: escalationId } = { id: "" }] = await escalationsOf(window);
    const decide = (caller: typeof firm.manager, reason: string) =>
      firm.run(caller, acknowledgeEscalation, { escalationId, reason });
    await expect(decide(firm.consultant, "We submit on Friday")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(decide(firm.manager, " ")).rejects.toMatchObject({ code: "INVALID" });
    await decide(firm.manager, "We submit on Friday");
    await expect(decide(firm.manager, "Again")).rejects.toMatchObject({ code: "CONFLICT" });
    await nextMorning(window);
    await reconcile({}, tools());
    expect(await repeats(window)).toBe(1);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toContain("escalation.decided");
  });

  it("stops by acting: the date is met, or another is set", async () => {
    const [met, moved] = [await firm.addCase(), await firm.addCase()];
    const windows = [await setWindow(met, 3), await setWindow(moved, 3)];
    for (const window of windows) {
      await makeDue(window, 3);
      await send(window);
    }
    await closeWindow(met, "met");
    await setWindow(moved, 3, { title: "Only its words" });
    expect(await escalationsOf(windows[1] ?? "")).toMatchObject([{ state: "open" }]);
    await setWindow(moved, 20);
    for (const window of windows) expect(await escalationsOf(window)).toMatchObject([{ state: "acted" }]);
  });

  it("that has passed is MISSED, to managers and whose it was, and takes the place of its last days", async () => {
    const file = await firm.addCase();
    const window = await setWindow(file, 1);
    await makeDue(window, 1);
    await send(window);
    await query("update deadline set due_on = due_on - 2, version = version + 1 where id = $1", [window]);
    await query("update escalation set due_on = due_on - 2 where deadline_id = $1", [window]);
    await closeWindow(file, "missed");
    await makeDue(window, -1);
    await send(window);
    const missed = (await told(window)).filter(({ kind }) => kind === "missed");
    expect(missed.map(({ who }) => who)).toEqual(["consultant", "manager"]);
    expect((await escalationsOf(window)).map(({ cause, state }) => [cause, state])).toEqual([
      ["last_days", "superseded"],
      ["missed", "open"],
    ]);
    const [mail] = await query("select 1 from mail where case_id = $1 and kind = 'deadline_missed'", [
      file.caseId,
    ]);
    expect(mail).toBeDefined();
  });
});

describe("the reconcile task", () => {
  it("gives clocks that have none their reminders, and each due reminder and unsent mail its job again", async () => {
    const file = await firm.addCase();
    const bare = newId();
    await query(
      `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard)
       values ($1, $2, $3, 'passport', 'Passport', 'fact', gen_random_uuid(), $4, 'printed', $5::date + 200, false)`,
      [bare, file.caseId, file.clientId, "America/Toronto", await today()],
    );
    const window = await setWindow(await firm.addCase(), 30);
    await makeDue(window, 30);
    const mailId = newId();
    await query(
      "insert into mail (id, kind, to_address, user_id, state, message_id) values ($1, 'password_changed', 'a@b.test', $2, 'queued', $3)",
      [mailId, file.ownerId, `<${mailId}@test>`],
    );
    await query("delete from graphile_worker._private_jobs");
    await reconcile({}, tools());
    expect(await waiting(bare)).toEqual([90, 30, 7, 0, -1]);
    const keys = async () =>
      (await query<{ key: string }>("select key from graphile_worker.jobs")).map(({ key }) => key).sort();
    const expected = [`mail:${mailId}`, `remind:${bare}`, `remind:${window}`].sort();
    expect(await keys()).toEqual(expect.arrayContaining(expected));
    const before = await keys();
    await reconcile({}, tools());
    expect(await keys()).toEqual(before);
  });
});
