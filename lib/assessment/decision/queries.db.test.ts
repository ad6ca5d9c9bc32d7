/** Accepting and declining an invitation, with what is kept of it (rules reference 4.2; issue 4, point 6). */
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { declineInvitation } from "@/lib/profiles/commands/decline-invitation";
import { recordInvitation } from "@/lib/profiles/commands/record-invitation";
import { recordProfile } from "@/lib/profiles/commands/record-profile";
import { startPreparation } from "@/lib/profiles/commands/start-preparation";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getDecisionPage } from "./queries";

const database = testDatabase();
const firm = testFirm(database);

let now: Date;
let profileNumber = 200_000_000;

beforeAll(async () => {
  now = (await database.owner.query<{ now: Date }>("select now() as now")).rows[0]?.now ?? new Date(0);
});

const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 19) + "Z";

/** A principal whom CEC takes: a test and two years of skilled work in Canada. */
async function makeEligible({ caseId, clientId, principalId }: TestCase): Promise<void> {
  const { owner: sql } = database;
  const key = [caseId, clientId, principalId];
  await sql.query("update person set birth_date = '1996-03-14', marital_status = 'single' where id = $1", [
    principalId,
  ]);
  await sql.query("update family_fact set intended_province = 'ON' where case_id = $1", [caseId]);
  await sql.query(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date, authorized, during_full_time_study)
     values (gen_random_uuid(), $1, $2, $3, 'Halden Systems', 'Software engineer', '21231', 'CA', 37.5, current_date - 900, true, false)`,
    key,
  );
  await sql.query(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values (gen_random_uuid(), $1, $2, $3, 'celpip_general', current_date - 300, 9, 9, 9, 9)`,
    key,
  );
}

async function invited({ profileDaysAgo = 40 } = {}): Promise<TestCase> {
  const file = await firm.addCase({ stage: "PROFILE_PREPARATION" });
  const { caseId } = file;
  await makeEligible(file);
  profileNumber += 1;
  await firm.run(firm.consultant, recordProfile, {
    ...{ caseId, profileNumber: `E${profileNumber}`, submittedAt: daysAgo(profileDaysAgo), crsScore: 430 },
    historic: true,
  });
  await firm.run(firm.consultant, recordInvitation, {
    ...{ caseId, receivedAt: daysAgo(10), invitationClass: "CEC", crsScore: 430 },
  });
  return file;
}

const read = (
  file: TestCase,
  { as = firm.consultant, on }: { as?: typeof firm.consultant; on?: string } = {},
) => firm.read(as, (ctx) => getDecisionPage(ctx as StaffContext, file.number, on));

const openOf = async (file: TestCase, on?: string) => {
  const { open } = await read(file, on === undefined ? {} : { on });
  if (!open) throw new Error("no invitation is open");
  return open;
};

describe("the page of a decision", () => {
  it("shows both days, the last days of what must hold, and the three ways side by side", async () => {
    const open = await openOf(await invited());
    expect(open.plannedOn).toBe(open.targetOn);
    expect(open.deadline).toBe(addDays(open.targetOn, 10));
    expect(open.exits.map(({ key, closed }) => [key, closed])).toEqual([
      ["submit", null],
      ["decline", null],
      ["lapse", null],
    ]);
    expect(open.decision.proofs).toMatchObject([{ title: "CELPIP", atInvitation: true, atSubmission: true }]);
    expect(open.decision.work).toMatchObject({ program: "CEC", slipsOn: null });
    expect(open.decision.funds.atSubmission.required).toBe(false);
  });

  it("takes another planned day of the window, and none outside it", async () => {
    const file = await invited();
    const { deadline } = await openOf(file);
    expect((await openOf(file, deadline)).plannedOn).toBe(deadline);
    expect((await openOf(file, addDays(deadline, 9))).plannedOn).toBe(deadline);
    expect((await openOf(file, "2026-02-31")).plannedOn).toBe(addDays(deadline, -10));
  });

  it("has nothing to decide where no invitation is open", async () => {
    const file = await firm.addCase();
    expect(await read(file)).toMatchObject({
      ...{ open: null, records: [], allowed: { accept: false, decline: false } },
    });
  });

  it("is closed to another consultant and to administrators", async () => {
    const file = await invited();
    await expect(read(file, { as: firm.otherConsultant })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(read(file, { as: firm.administrator })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("accepting", () => {
  it("needs a reason, and keeps it with the figures it was made on", async () => {
    const file = await invited();
    const { caseId } = file;
    await expect(firm.run(firm.consultant, startPreparation, { caseId, reason: " " })).rejects.toMatchObject({
      fieldErrors: { reason: "Enter why the invitation is accepted." },
    });
    await firm.run(firm.consultant, startPreparation, { caseId, reason: "Two weeks of reserve" });
    const { records, open, allowed } = await read(file);
    expect(records).toMatchObject([
      {
        ...{ decision: "accept", reason: "Two weeks of reserve", by: "Priya Raman" },
        figures: { scoreAtInvitation: 430, deadline: open?.deadline, plannedOn: open?.plannedOn },
      },
    ]);
    expect(allowed).toEqual({ accept: false, decline: true });
    const events = await firm.eventsOf(caseId);
    expect(events.find(({ event }) => event === "invitation.accepted")?.detail).toEqual({
      reason: "Two weeks of reserve",
    });
  });
});

describe("declining", () => {
  it("returns the case to the pool: same profile, same instant, its own last day, figures of today", async () => {
    const file = await invited();
    const { caseId } = file;
    const { rows: before } = await database.owner.query(
      "select id, submitted_at from express_entry_profile where case_id = $1",
      [caseId],
    );
    await database.owner.query("update case_file set crs_score = 1, program = 'FSW' where id = $1", [caseId]);
    await database.owner.query(`update express_entry_profile set classes = '["FSW"]' where case_id = $1`, [
      caseId,
    ]);
    await firm.run(firm.consultant, declineInvitation, { caseId, reason: "A test runs out before day 60" });
    const { rows: after } = await database.owner.query(
      `select p.id, p.submitted_at, p.status, p.classes, d.state, f.program, f.stage, f.crs_score > 1 as scored
       from express_entry_profile p join case_file f on f.id = p.case_id
       join deadline d on d.source_id = p.id and d.kind = 'profile' where p.case_id = $1`,
      [caseId],
    );
    expect(after).toMatchObject([
      {
        ...{ ...before[0], status: "live", state: "open" },
        ...{ program: "CEC", stage: "IN_POOL", scored: true },
        classes: ["CEC"],
      },
    ]);
    expect((await read(file)).records).toMatchObject([
      { decision: "decline", reason: "A test runs out before day 60" },
    ]);
  });

  it("after accepting is a second decision: both stay", async () => {
    const file = await invited();
    const { caseId } = file;
    await firm.run(firm.consultant, startPreparation, { caseId, reason: "First thought" });
    await firm.run(firm.consultant, declineInvitation, { caseId, reason: "Second thought" });
    expect((await read(file)).records.map(({ reason }) => reason)).toEqual([
      "Second thought",
      "First thought",
    ]);
  });

  it("is no way back once the profile's year is over, and the page says what is left", async () => {
    const file = await invited({ profileDaysAgo: 372 });
    const { caseId } = file;
    await expect(
      firm.run(firm.consultant, declineInvitation, { caseId, reason: "Back to the pool" }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("year is over") });
    const { open, allowed, records } = await read(file);
    expect(open?.exits.find(({ key }) => key === "decline")?.closed).toMatch(/no pool to go back to/);
    expect(allowed.decline).toBe(false);
    expect(records).toEqual([]);
  });
});
