import { describe, expect, it } from "vitest";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { closeCase } from "./close-case";
import { editEnquiry } from "./edit-enquiry";
import { planSubmission } from "./plan-submission";
import { withdrawCase } from "./withdraw-case";

const database = testDatabase();
const firm = testFirm(database);

async function addProfile(file: TestCase, status: "live" | "invited"): Promise<string> {
  const id = newId();
  await database.owner.query(
    `insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
       ruleset_id, status, recorded_by, recorded_at)
     values ($1, $2, $3, $4, now() - interval '30 days', now() + interval '335 days', 511, 'CRS-2025-03-25', $5, $6, now())`,
    [id, file.caseId, file.clientId, `E${id.slice(0, 9)}`, status, file.ownerId],
  );
  await database.owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard)
     values ($1, $2, $3, 'profile', 'Profile leaves the pool', 'profile', $4, 'America/Toronto', 'One year', current_date + 335, true)`,
    [newId(), file.caseId, file.clientId, id],
  );
  return id;
}

/** An invitation of ten days ago: 50 days are left. */
async function addInvitation(file: TestCase): Promise<void> {
  const profileId = await addProfile(file, "invited");
  await database.owner.query(
    `insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class,
       crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by, recorded_at)
     values ($1, $2, $3, $4, now() - interval '10 days', current_date - 10, 'America/Toronto', 'CEC', 511,
       'CRS-2025-03-25', current_date + 50, current_date + 50, '{}', $5, now())`,
    [newId(), file.caseId, file.clientId, profileId, file.ownerId],
  );
}

async function daysAhead(days: number): Promise<string> {
  const { rows } = await database.owner.query<{ day: string }>(
    "select (current_date + $1::int)::text as day",
    [days],
  );
  return rows[0]?.day ?? "";
}

const one = async (sql: string, caseId: string) =>
  (await database.owner.query<Record<string, unknown>>(sql, [caseId])).rows[0];

describe("ending a case", () => {
  it("closes it with its reason, and takes it out of the pool and of every list of dates", async () => {
    const file = await firm.addCase({ stage: "IN_POOL" });
    await addProfile(file, "live");
    await firm.run(firm.consultant, closeCase, {
      ...{ caseId: file.caseId, reason: "Moved to another province" },
      dutiesReason: "Nothing was held or paid",
    });
    expect(
      await one(
        "select stage, next_deadline_on, closed_at is not null as closed from case_file where id = $1",
        file.caseId,
      ),
    ).toEqual({ stage: "CLOSED", next_deadline_on: null, closed: true });
    expect(await one("select status from express_entry_profile where case_id = $1", file.caseId)).toEqual({
      status: "withdrawn",
    });
    expect(await firm.eventsOf(file.caseId)).toMatchObject([
      { event: "case.closed", detail: { reason: "Moved to another province" } },
      { event: "case.advanced", detail: { to: "Closed" } },
      { event: "profile.withdrawn" },
      { event: "closing.duties_left", detail: { reason: "Nothing was held or paid" } },
    ]);
  });

  it("records a withdrawal, which cancels the open invitation", async () => {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    await addInvitation(file);
    await firm.run(firm.consultant, withdrawCase, { caseId: file.caseId, reason: "Family reasons" });
    expect(await one("select status from invitation where case_id = $1", file.caseId)).toEqual({
      status: "cancelled",
    });
  });

  it("refuses where the stage does not end like this, and without a reason", async () => {
    const submitted = await firm.addCase({ stage: "SUBMITTED" });
    await expect(
      firm.run(firm.consultant, closeCase, { caseId: submitted.caseId, reason: "x" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      firm.run(firm.consultant, closeCase, { caseId: submitted.caseId, reason: " " }),
    ).rejects.toMatchObject({ fieldErrors: { reason: "Enter the reason." } });
  });

  it("is not open to others", async () => {
    const file = await firm.addCase();
    const input = { caseId: file.caseId, reason: "x" };
    await expect(firm.run(firm.otherConsultant, closeCase, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const caller of [firm.administrator, file.client])
      await expect(firm.run(caller, closeCase, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("planning the submission", () => {
  it("sets and clears a day inside the window, on the version the form was opened on", async () => {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    await addInvitation(file);
    const { caseId } = file;
    const plannedOn = await daysAhead(40);
    await firm.run(firm.consultant, planSubmission, { caseId, version: 1, plannedOn });
    expect(
      await one("select planned_submission_on::text as day, version from case_file where id = $1", caseId),
    ).toEqual({
      day: plannedOn,
      version: 2,
    });
    await expect(
      firm.run(firm.consultant, planSubmission, { caseId, version: 1, plannedOn }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await firm.run(firm.consultant, planSubmission, { caseId, version: 2, plannedOn: "" });
    expect((await firm.eventsOf(caseId)).map(({ detail }) => detail.to)).toEqual([plannedOn, null]);
  });

  it("refuses a day after the last one, and any day without an invitation", async () => {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    const input = async (days: number) => ({
      caseId: file.caseId,
      version: 1,
      plannedOn: await daysAhead(days),
    });
    await expect(firm.run(firm.consultant, planSubmission, await input(5))).rejects.toMatchObject({
      fieldErrors: { plannedOn: "There is no open invitation, so there is no window to plan in." },
    });
    await addInvitation(file);
    await expect(firm.run(firm.consultant, planSubmission, await input(51))).rejects.toMatchObject({
      fieldErrors: { plannedOn: "This is after the last day of the invitation. Plan an earlier day." },
    });
  });
});

describe("editing the enquiry", () => {
  it("changes contact and note, and never over somebody else's change", async () => {
    const file = await firm.addCase();
    const input = {
      caseId: file.caseId,
      version: 1,
      clientVersion: 1,
      email: "new@example.ca",
      source: "Referral",
    };
    await firm.run(firm.consultant, editEnquiry, input);
    expect(await one("select source from case_file where id = $1", file.caseId)).toEqual({
      source: "Referral",
    });
    await expect(firm.run(firm.consultant, editEnquiry, { ...input, source: "Late" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await one("select source from case_file where id = $1", file.caseId)).toEqual({
      source: "Referral",
    });
    await expect(firm.run(firm.administrator, editEnquiry, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
