import { describe, expect, it } from "vitest";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getOtherDates } from "./queries";

const database = testDatabase();
const firm = testFirm(database);

const today = () => firm.read(firm.manager, async (ctx) => ctx.now.toISOString().slice(0, 10));

async function addClock(file: TestCase, kind: string, dueOn: string, state = "open"): Promise<void> {
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, state)
     values ($1, $2, $3, $4, $4, 'fact', $1, 'America/Toronto', 'As printed', $5, false, $6)`,
    [newId(), file.caseId, file.clientId, kind, dueOn, state],
  );
}

describe("the dates that are neither a window nor a profile", () => {
  it("are those that passed and those that end soon, nearest first, with how many of each kind there are", async () => {
    const file = await firm.addCase();
    const day = await today();
    await addClock(file, "passport", addDays(day, 40));
    await addClock(file, "language_test", addDays(day, -3));
    await addClock(file, "eca", addDays(day, 400));
    await addClock(file, "profile", addDays(day, 10));
    await addClock(file, "work_permit", addDays(day, 10), "void");
    const dates = await firm.read(firm.consultant, (ctx) =>
      getOtherDates(ctx as StaffContext, { kind: null, days: 90 }),
    );
    expect(dates.rows.map(({ kind }) => kind)).toEqual(["language_test", "passport"]);
    expect(dates.counts.filter(({ count }) => count > 0)).toEqual([
      { kind: "language_test", count: 1 },
      { kind: "passport", count: 1 },
    ]);
    expect(dates.more).toBe(0);

    const tests = await firm.read(firm.consultant, (ctx) =>
      getOtherDates(ctx as StaffContext, { kind: "language_test", days: 90 }),
    );
    expect(tests.rows.map(({ kind, ownerName }) => [kind, ownerName])).toEqual([
      ["language_test", "Priya Raman"],
    ]);
  });

  it("are of one's own clients", async () => {
    const dates = await firm.read(firm.otherConsultant, (ctx) =>
      getOtherDates(ctx as StaffContext, { kind: null, days: 365 }),
    );
    expect(dates.rows).toEqual([]);
    expect(dates.counts.every(({ count }) => count === 0)).toBe(true);
  });
});
