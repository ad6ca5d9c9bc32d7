/** The pool against an invitation that has not come (issue 4, point 7). */
import { beforeAll, describe, expect, it } from "vitest";
import { setLeadTime } from "@/lib/checklist/commands/set-lead-time";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getReadyPage } from "./queries";
import { readCursor } from "@/lib/profiles/pool/rules";

const database = testDatabase();
const firm = testFirm(database);

interface InPool {
  file: TestCase;
  jobId: string;
}

/** As last seen in the account: out of date, the facts have moved on. */
const RECORDED = 300;

/** A client in the pool by the score of the facts, whom CEC takes, with a test that holds and a job whose letter is not there. */
async function addInPool(score: number, { owner = firm.consultant } = {}): Promise<InPool> {
  const file = await firm.addCase({ stage: "IN_POOL", owner });
  const { caseId, clientId, principalId } = file;
  const { owner: sql } = database;
  const jobId = newId();
  await sql.query(
    "update person set birth_date = '1996-03-14', marital_status = 'single', country_of_residence = 'CA' where id = $1",
    [principalId],
  );
  await sql.query("update family_fact set intended_province = 'ON' where case_id = $1", [caseId]);
  await sql.query(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date, authorized, during_full_time_study)
     values ($4, $1, $2, $3, 'Halden Systems', 'Software engineer', '21231', 'CA', 37.5, current_date - 900, true, false)`,
    [caseId, clientId, principalId, jobId],
  );
  await sql.query(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values (gen_random_uuid(), $1, $2, $3, 'celpip_general', current_date - 100, 9, 9, 9, 9)`,
    [caseId, clientId, principalId],
  );
  await sql.query(
    `insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
       ruleset_id, classes, status, recorded_by, recorded_at)
     values (gen_random_uuid(), $1, $2, $3, date_trunc('second', now()) - interval '40 days', date_trunc('second', now()) - interval '40 days' + interval '1 year', $4,
       'CRS-2025-03-25', '["CEC"]', 'live', gen_random_uuid(), now())`,
    [caseId, clientId, `E${caseId.slice(-9)}`, RECORDED],
  );
  await sql.query("update pool_standing set score = $2 where case_id = $1", [caseId, score]);
  return { file, jobId };
}

const read = (as = firm.consultant, { on, after }: { on?: string; after?: string } = {}) =>
  firm.read(as, (ctx) => getReadyPage(ctx as StaffContext, on, readCursor(after)));

const clientOf = async ({ file }: InPool, on?: string) => {
  const { clients } = await read(firm.consultant, on === undefined ? {} : { on });
  const found = clients.find(({ caseId }) => caseId === file.caseId);
  if (!found) throw new Error("the client is not on the page");
  return found;
};

let near: InPool;
let far: InPool;
let foreign: InPool;

beforeAll(async () => {
  near = await addInPool(495);
  far = await addInPool(430);
  foreign = await addInPool(600, { owner: firm.otherConsultant });
  await database.owner.query(
    `insert into round (id, date, name, program, invitations, lowest_crs, source)
     values ('ready-cec', current_date - 20, 'CEC', 'CEC', 1000, 500, 'test')`,
  );
});

describe("the pool as if invited on a day", () => {
  it("shows the viewer's clients, the likely and unready first, with what takes longest", async () => {
    const page = await read();
    expect(page.clients.map(({ caseId }) => caseId)).toEqual([near.file.caseId, far.file.caseId]);
    expect(page).toMatchObject({ total: 2, counts: { likely: 1, likelyUnready: 1 }, next: null });
    expect(page).toMatchObject({
      ...{ invitedOn: page.today, targetOn: addDays(page.today, 50), deadline: addDays(page.today, 60) },
    });
    const [first] = page.clients;
    expect(first).toMatchObject({ invitationClass: "CEC", likely: true, nearest: { margin: -5 } });
    const keys = first?.readiness?.missing.map(({ key }) => key.split(":")[0]);
    expect(keys).toEqual(expect.arrayContaining(["reference_letter", "medical", "passport"]));
    expect(keys).not.toContain("language");
  });

  it("knows nobody else's clients, and a manager knows all", async () => {
    expect((await read(firm.otherConsultant)).clients.map(({ caseId }) => caseId)).toEqual([
      foreign.file.caseId,
    ]);
    expect((await read(firm.manager)).total).toBe(3);
    await expect(read(firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("counts a paper of an earlier checklist", async () => {
    const before = (await clientOf(far)).readiness;
    const { caseId, clientId, principalId } = far.file;
    await database.owner.query(
      `insert into requirement (id, case_id, client_id, person_id, rule_key, kind, title, reason, state)
       values (gen_random_uuid(), $1, $2, $3, $4, 'reference_letter', 'Reference letter', 'A job', 'accepted')`,
      [caseId, clientId, principalId, `reference_letter:${principalId}:${far.jobId}`],
    );
    expect((await clientOf(far)).readiness?.held).toBe((before?.held ?? 0) + 1);
  });

  it("says of a day after the profile's year that nobody can be invited then", async () => {
    const { today } = await read();
    const late = await clientOf(near, addDays(today, 360));
    expect(late).toMatchObject({ likely: false });
    expect(late.endsBefore).not.toBeNull();
  });

  it("goes on behind a cursor, in IRCC's order", async () => {
    const { clients } = await read();
    const [first] = clients;
    const { rows } = await database.owner.query<{ id: string }>(
      "select id from express_entry_profile where case_id = $1",
      [near.file.caseId],
    );
    const after = `${first?.score}|${first?.submittedAt.toISOString()}|${rows[0]?.id}`;
    const behind = await read(firm.consultant, { after });
    expect(behind.clients.map(({ caseId }) => caseId)).toEqual([far.file.caseId]);
  });
});

describe("a lead time of the firm's own", () => {
  const letter = async () =>
    (await clientOf(near)).readiness?.missing.find(({ key }) => key.startsWith("reference_letter"));
  const set = (fields: Record<string, unknown>, as = firm.administrator) =>
    firm.run(as, setLeadTime, {
      ...{
        kind: "reference_letter",
        country: "CA",
        days: "55",
        effectiveFrom: "2026-01-01",
        note: "2025 files",
      },
      ...fields,
    });

  it("takes the place of the shipped days, from its day on, and can be given back", async () => {
    const shipped = (await letter())?.leadDays;
    await set({ effectiveFrom: addDays((await read()).today, 1) });
    expect((await letter())?.leadDays).toBe(shipped);
    await set({});
    expect((await letter())?.leadDays).toBe(55);
    expect((await clientOf(near)).readiness?.verdict).toBe("tight");
    await set({ days: "" });
    expect((await letter())?.leadDays).toBe(shipped);
  });

  it("is an administrator's to set, with where it comes from", async () => {
    await expect(set({}, firm.manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(set({ note: "" })).rejects.toMatchObject({
      fieldErrors: { note: "Enter where the figure comes from." },
    });
    await expect(set({ days: "400" })).rejects.toMatchObject({ fieldErrors: { days: expect.any(String) } });
    await expect(set({ kind: "photo" })).rejects.toMatchObject({
      fieldErrors: { country: expect.any(String) },
    });
  });
});
