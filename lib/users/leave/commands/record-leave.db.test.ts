import { beforeEach, describe, expect, it } from "vitest";
import type { Caller, StaffContext } from "@/lib/command/actor-context";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { getFirmDay } from "@/lib/cases/queries";
import { formatDate } from "@/lib/format/dates";
import { newId } from "@/lib/ids/id";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getLeaveScreen } from "../queries";
import { changeLeave } from "./change-leave";
import { recordLeave } from "./record-leave";
import { removeLeave } from "./remove-leave";

const database = testDatabase();
const firm = testFirm(database);
const idOf = (caller: Caller<StaffActor>) => caller.actor.userId;
let today: IsoDate = "";

/** A hard deadline of a case, so many days from today. */
async function addDeadline(file: TestCase, days: number, ownerId: string | null = null) {
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, owner_id)
     values ($1, $2, $3, 'adr', 'Answer to IRCC', 'letter', $1, 'America/Toronto', 'as the letter says', $4, true, $5)`,
    [newId(), file.caseId, file.clientId, addDays(today, days), ownerId],
  );
}

function leaveOf(who: Caller<StaffActor>, cover: Caller<StaffActor> | null, from: number, to: number) {
  return {
    userId: idOf(who),
    fromOn: addDays(today, from),
    toOn: addDays(today, to),
    coverUserId: cover ? idOf(cover) : "",
    note: "",
  };
}

const entered = async () => (await database.owner.query("select 1 from staff_leave")).rows.length;

beforeEach(async () => {
  await database.owner.query("delete from deadline");
  await database.owner.query("delete from staff_leave");
  await database.owner.query("update app_user set status = 'active'");
  ({ today } = await firm.read(firm.manager, getFirmDay));
});

describe("entering leave", () => {
  it("is everybody's for themselves, and managers' and administrators' for others", async () => {
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, null, 5, 9));
    await expect(
      firm.run(firm.consultant, recordLeave, leaveOf(firm.otherConsultant, null, 5, 9)),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await firm.run(firm.manager, recordLeave, leaveOf(firm.otherConsultant, null, 5, 9));
    await firm.run(firm.administrator, recordLeave, leaveOf(firm.manager, null, 5, 9));
    const { rows } = await database.owner.query(
      "select detail ->> 'person' as person from audit_event where event = 'leave.recorded'",
    );
    expect(rows).toHaveLength(3);
    expect(rows).toContainEqual({ person: "Priya Raman" });
  });

  it("refuses days out of order, days taken already, and a cover who cannot be one", async () => {
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, null, 5, 9));
    const refused = async (input: Record<string, unknown>, field: string) =>
      expect(firm.run(firm.consultant, recordLeave, input)).rejects.toMatchObject({
        code: "INVALID",
        fieldErrors: { [field]: expect.any(String) as string },
      });
    await refused(leaveOf(firm.consultant, null, 9, 12), "fromOn");
    await refused(leaveOf(firm.consultant, null, 20, 19), "toOn");
    await refused(leaveOf(firm.consultant, firm.consultant, 20, 21), "coverUserId");
    await refused(leaveOf(firm.consultant, firm.administrator, 20, 21), "coverUserId");
    expect(await entered()).toBe(1);
  });
});

describe("a hard deadline in the leave", () => {
  it("needs a cover; without one the leave is refused with the list", async () => {
    const file = await firm.addCase();
    await addDeadline(file, 7);
    await expect(
      firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, null, 5, 9)),
    ).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: {
        coverUserId: expect.stringContaining(
          `${file.number}, Answer to IRCC, ${formatDate(addDays(today, 7))}`,
        ) as string,
      },
    });
    expect(await entered()).toBe(0);
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, firm.otherConsultant, 5, 9));
  });

  it("needs one who is at work on that day, or whose own cover is", async () => {
    const file = await firm.addCase();
    await addDeadline(file, 7);
    await firm.run(firm.otherConsultant, recordLeave, leaveOf(firm.otherConsultant, null, 7, 7));
    const leave = leaveOf(firm.consultant, firm.otherConsultant, 5, 9);
    await expect(firm.run(firm.consultant, recordLeave, leave)).rejects.toMatchObject({
      fieldErrors: { coverUserId: expect.stringContaining("the cover is away on that day too") as string },
    });
    await database.owner.query("update staff_leave set cover_user_id = $1", [idOf(firm.manager)]);
    await firm.run(firm.consultant, recordLeave, leave);
  });

  it("is looked at when the cover wants to be away as well", async () => {
    const file = await firm.addCase();
    await addDeadline(file, 7);
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, firm.otherConsultant, 5, 9));
    await expect(
      firm.run(firm.otherConsultant, recordLeave, leaveOf(firm.otherConsultant, null, 6, 8)),
    ).rejects.toMatchObject({
      fieldErrors: { coverUserId: expect.stringContaining(file.number) as string },
    });
    await firm.run(firm.otherConsultant, recordLeave, leaveOf(firm.otherConsultant, firm.manager, 6, 8));
  });

  it("goes by who answers for the clock, where that is not the case's owner", async () => {
    const file = await firm.addCase();
    await addDeadline(file, 7, idOf(firm.manager));
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, null, 5, 9));
    await expect(
      firm.run(firm.manager, recordLeave, leaveOf(firm.manager, null, 5, 9)),
    ).rejects.toMatchObject({ code: "INVALID" });
  });

  it("that is set after the leave was entered stands on the managers' page", async () => {
    const file = await firm.addCase();
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, null, 5, 9));
    await addDeadline(file, 7);
    const seen = await firm.read(firm.manager, (ctx) => getLeaveScreen(ctx as StaffContext));
    expect(seen.uncovered).toMatchObject([{ number: file.number, responsible: "Priya Raman" }]);
  });
});

describe("a leave that is entered", () => {
  const chosen = async () => {
    const { rows } = await database.owner.query<{ leaveId: string; version: number }>(
      'select id as "leaveId", version from staff_leave',
    );
    return rows[0];
  };

  it("can change and end early, with the same check, and one of two who change it at once is told", async () => {
    await addDeadline(await firm.addCase(), 7);
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, firm.otherConsultant, 5, 9));
    const old = await chosen();
    await expect(
      firm.run(firm.consultant, changeLeave, { ...leaveOf(firm.consultant, null, 5, 9), ...old }),
    ).rejects.toMatchObject({ code: "INVALID" });
    await firm.run(firm.consultant, changeLeave, { ...leaveOf(firm.consultant, null, 5, 6), ...old });
    await expect(
      firm.run(firm.manager, changeLeave, { ...leaveOf(firm.consultant, null, 5, 5), ...old }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is taken out by who may enter it", async () => {
    await firm.run(firm.consultant, recordLeave, leaveOf(firm.consultant, null, 5, 9));
    const leave = await chosen();
    await expect(firm.run(firm.otherConsultant, removeLeave, { ...leave })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await firm.run(firm.consultant, removeLeave, { ...leave });
    expect(await entered()).toBe(0);
  });
});
