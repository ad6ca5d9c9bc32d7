import { describe, expect, it } from "vitest";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { getNavCounts, getToday } from "./queries";

const database = testDatabase();
const firm = testFirm(database);

const asStaff =
  <T>(query: (ctx: StaffContext) => Promise<T>) =>
  (ctx: ActorContext) => {
    if (!isStaffContext(ctx)) throw new Error("a client");
    return query(ctx);
  };

async function addLine(file: TestCase, state: string, decidedDaysAgo: number | null = null): Promise<void> {
  const id = newId();
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, received_at, decided_at)
     values ($1, $2, $3, $4, 'passport', 'Passport', 'Because', $5, now(), now() - make_interval(days => $6::int))`,
    [id, file.caseId, file.clientId, id, state, decidedDaysAgo],
  );
}

async function addApplied(file: TestCase, daysAgo: number, leadDays: number): Promise<void> {
  const id = newId();
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, requested_at, applied_on, lead_days)
     values ($1, $2, $3, $4, 'police', 'Police certificate', 'Because', 'requested', now() - interval '90 days',
             (now() at time zone 'America/Toronto')::date - $5::int, $6)`,
    [id, file.caseId, file.clientId, id, daysAgo, leadDays],
  );
}

async function addDate(file: TestCase, kind: string, days: number): Promise<void> {
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard)
     values ($1, $2, $3, $4, $5, 'fact', $1, 'America/Toronto', 'Two years', (now() at time zone 'America/Toronto')::date + $6::int, true)`,
    [newId(), file.caseId, file.clientId, kind, `${kind} ends`, days],
  );
}

describe("today's queue", () => {
  it("holds what waits for me on my own cases, in groups that add up to the count of the navigation", async () => {
    const window = await firm.addCase({ stage: "APPLICATION_PREPARATION", name: ["Arjun", "Mehta"] });
    await addDate(window, "ita", 9);
    await addLine(window, "received");
    await addLine(window, "returned", 12);
    await addLine(window, "returned", 2);
    await addLine(window, "accepted");
    await firm.run(window.client, sendMessage, { caseId: window.caseId, body: "Is this fine?" });
    await firm.run(window.client, sendMessage, { caseId: window.caseId, body: "Hello?" });
    const pool = await firm.addCase({ stage: "IN_POOL", name: ["Tunde", "Balogun"] });
    await addDate(pool, "language_test", 5);
    await addDate(pool, "profile", 40);
    await firm.addCase({ stage: "ENQUIRY", name: ["Hana", "Kobayashi"] });
    await firm.addCase({ stage: "ENQUIRY", owner: firm.otherConsultant, name: ["Not", "Mine"] });

    const today = await firm.read(
      firm.consultant,
      asStaff((ctx) => getToday(ctx)),
    );
    expect(
      today.groups.map(({ group, total, things }) => [group, total, things.map(({ title }) => title)]),
    ).toEqual([
      ["decide", 1, ["Day 60 is near, 1 of 4 accepted"]],
      ["review", 1, ["Passport"]],
      ["replies", 1, ["“Is this fine?”"]],
      ["coming", 2, ["language_test ends", "Passport: returned, not sent again"]],
      ["steps", 1, ["Record the consultation"]],
    ]);
    expect(today.total).toBe(6);
    expect(await firm.read(firm.consultant, asStaff(getNavCounts))).toEqual({ today: 6, windowsClosing: 1 });
    expect(today.windows).toMatchObject([{ caseName: "Arjun Mehta", acceptedCount: 1, requiredCount: 4 }]);
    expect(today.week.map((entry) => entry.text)).toEqual(["language_test ends, Tunde Balogun"]);
    expect(Object.fromEntries(today.caseload.map((line) => [line.label, line.count]))).toMatchObject({
      Enquiry: 1,
      "In the pool": 1,
      "60-day window": 1,
    });
  });

  it("leaves what was applied for to the authority, until it takes longer than usual", async () => {
    const [usual, late] = [await firm.addCase(), await firm.addCase()];
    await addApplied(usual, 20, 30);
    await addApplied(late, 31, 30);
    const today = await firm.read(
      firm.consultant,
      asStaff((ctx) => getToday(ctx)),
    );
    const stalled = today.groups.flatMap(({ things }) => things).filter(({ icon }) => icon === "stalled");
    const of = (file: TestCase) => stalled.filter(({ caseNumber }) => caseNumber === file.number);
    expect(of(usual)).toEqual([]);
    expect(of(late)).toMatchObject([
      {
        title: "Police certificate: applied for, no answer",
        why: "Police authority has had it for 31 days, 30 are usual",
      },
    ]);
  });

  it("is empty for somebody who owns nothing, even where they see everything", async () => {
    const today = await firm.read(
      firm.manager,
      asStaff((ctx) => getToday(ctx)),
    );
    expect(today).toMatchObject({ groups: [], total: 0, windowsTotal: 0 });
  });
});

describe("a date that waits for its second key", () => {
  const keysOf = async (of: typeof firm.consultant, file: TestCase) => {
    const today = await firm.read(
      of,
      asStaff((ctx) => getToday(ctx)),
    );
    const things = today.groups.flatMap((group) => group.things);
    return things.filter(({ caseNumber, icon }) => caseNumber === file.number && icon === "key");
  };

  async function invite(file: TestCase, enteredBy: string): Promise<void> {
    const [profile, letter] = [newId(), newId()];
    const ofCase = [file.caseId, file.clientId];
    await database.owner.query(
      `insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
         ruleset_id, recorded_by, recorded_at)
       values ($1::uuid, $2, $3, $1::text, now(), now() + interval '1 year', 500, 'CRS-2025-03-25', $4, now())`,
      [profile, ...ofCase, enteredBy],
    );
    await database.owner.query(
      "insert into document (id, case_id, client_id, title) values ($1, $2, $3, 'Invitation letter')",
      [letter, ...ofCase],
    );
    await database.owner.query(
      `insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class,
         crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by, recorded_at,
         letter_document_id)
       values ($1, $2, $3, $4, now(), current_date, 'America/Toronto', 'cec', 500, 'CRS-2025-03-25', current_date + 60,
         current_date + 60, '{}', $5, now(), $6)`,
      [newId(), ...ofCase, profile, enteredBy, letter],
    );
  }

  it("waits for the owner where a manager entered it, and for managers where the owner did, never for who entered it", async () => {
    const byManager = await firm.addCase({ stage: "ITA_RECEIVED" });
    await invite(byManager, firm.manager.actor.userId);
    expect(await keysOf(firm.consultant, byManager)).toMatchObject([
      { group: "decide", why: expect.stringContaining("Anjali Jain entered it") as string },
    ]);
    expect(await keysOf(firm.manager, byManager)).toEqual([]);
    const byOwner = await firm.addCase({ stage: "ITA_RECEIVED" });
    await invite(byOwner, byOwner.ownerId);
    expect(await keysOf(firm.consultant, byOwner)).toEqual([]);
    expect(await keysOf(firm.manager, byOwner)).toHaveLength(1);
    expect(await keysOf(firm.otherConsultant, byOwner)).toEqual([]);
    await database.owner.query(
      "update invitation set confirmed_by = $2, confirmed_at = now() where case_id = $1",
      [byOwner.caseId, firm.manager.actor.userId],
    );
    expect(await keysOf(firm.manager, byOwner)).toEqual([]);
  });
});
