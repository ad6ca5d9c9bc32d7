import { expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getCaseDates } from "../dates/queries";
import { assignDeadline } from "./assign-deadline";

const database = testDatabase();
const firm = testFirm(database);

async function addClock(file: TestCase): Promise<string> {
  const id = newId();
  await database.owner.query(
    `insert into deadline
       (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard)
     values ($1, $2, $3, 'passport', 'Passport of Neha ends', 'fact', $1, 'America/St_Johns', 'Printed in it', '2099-02-01', true)`,
    [id, file.caseId, file.clientId],
  );
  return id;
}

const datesOf = (file: TestCase) =>
  firm.read(firm.manager, (ctx) => getCaseDates(ctx as Parameters<typeof getCaseDates>[0], file.number));

it("one clock goes to a colleague at work, and the case stays where it is; both are in the log and on the list", async () => {
  const file = await firm.addCase();
  const deadlineId = await addClock(file);
  const to = firm.otherConsultant.actor;
  await firm.run(firm.manager, assignDeadline, { deadlineId, version: 1, ownerId: to.userId });
  const dates = await datesOf(file);
  expect(dates.running).toMatchObject([
    {
      ...{ rule: "Printed in it", hard: true, state: "open", timeZone: "America/St_Johns" },
      source: { label: "Fact of the file", href: `/cases/${file.number}/assessment` },
      responsible: { id: to.userId, name: to.name, own: true, away: null },
    },
  ]);
  const events = await firm.eventsOf(file.caseId);
  expect(events).toContainEqual({
    ...{ event: "deadline.assigned", outcome: "ok" },
    detail: { title: "Passport of Neha ends", from: firm.consultant.actor.name, to: to.name },
  });
  // The form of before is out of date.
  const late = { deadlineId, version: 1, ownerId: firm.manager.actor.userId };
  await expect(firm.run(firm.manager, assignDeadline, late)).rejects.toMatchObject({ code: "CONFLICT" });
});

it("nobody who is away, no administrator and no client answers for a clock; a stranger gives none on", async () => {
  const file = await firm.addCase();
  const deadlineId = await addClock(file);
  await database.owner.query(
    `insert into staff_leave (id, user_id, from_on, to_on, cover_user_id, recorded_by, recorded_at)
     values ($1, $2, current_date - 2, current_date + 2, $3, $2, now())`,
    [newId(), firm.otherConsultant.actor.userId, firm.manager.actor.userId],
  );
  for (const { actor } of [firm.otherConsultant, firm.administrator, file.client]) {
    await expect(
      firm.run(firm.manager, assignDeadline, { deadlineId, version: 1, ownerId: actor.userId }),
    ).rejects.toMatchObject({ code: "INVALID", fieldErrors: { ownerId: expect.any(String) } });
  }
  await database.owner.query("update deadline set owner_id = $2 where id = $1", [
    deadlineId,
    firm.otherConsultant.actor.userId,
  ]);
  expect((await datesOf(file)).running[0]?.responsible.away).toMatchObject({
    cover: firm.manager.actor.name,
  });
  const mine = { deadlineId, version: 1, ownerId: firm.consultant.actor.userId };
  await expect(firm.run(file.client, assignDeadline, mine)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(firm.run(firm.administrator, assignDeadline, mine)).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

it("what has ended stays in the list with how it ended", async () => {
  const file = await firm.addCase();
  const id = await addClock(file);
  await database.owner.query("update deadline set state = 'missed', closed_at = now() where id = $1", [id]);
  expect(await datesOf(file)).toMatchObject({ running: [], ended: [{ state: "missed" }] });
});
