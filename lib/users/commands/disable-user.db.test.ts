import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { changeRole } from "./change-role";
import { disableUser } from "./disable-user";
import { enableUser } from "./enable-user";
import { endSession } from "./end-session";

const database = testDatabase();
const firm = testFirm(database);

async function versionOf(userId: string): Promise<number> {
  const { rows } = await database.owner.query<{ version: number }>(
    "select version from app_user where id = $1",
    [userId],
  );
  return rows[0]?.version ?? 0;
}

async function inputFor(target: Caller) {
  if (target.actor.kind === "system") throw new Error("not a person");
  return { userId: target.actor.userId, version: await versionOf(target.actor.userId) };
}

const sessionsOf = async (target: Caller) => {
  const { userId } = await inputFor(target);
  const { rows } = await database.owner.query("select 1 from auth_session where user_id = $1", [userId]);
  return rows.length;
};

beforeEach(async () => {
  await database.owner.query("update app_user set status = 'active'");
  await database.owner.query("delete from auth_session");
  await database.owner.query(
    `insert into auth_session (token_hash, user_id, expires_at)
     select sha256(id::text::bytea), id, now() + interval '1 h' from app_user`,
  );
});

it("a disabled account has no session from the same moment on, and can be enabled again", async () => {
  await firm.run(firm.administrator, disableUser, await inputFor(firm.consultant));
  expect(await sessionsOf(firm.consultant)).toBe(0);
  expect(await sessionsOf(firm.manager)).toBe(1);
  await firm.run(firm.administrator, enableUser, await inputFor(firm.consultant));
  // Never chose a password: it needs a new invitation.
  const { rows } = await database.owner.query("select status from app_user where id = $1", [
    firm.consultant.actor.userId,
  ]);
  expect(rows).toEqual([{ status: "invited" }]);
});

it("a new role ends the sessions that had the old one", async () => {
  const input = { ...(await inputFor(firm.otherConsultant)), role: "manager" };
  await firm.run(firm.administrator, changeRole, input);
  expect(await sessionsOf(firm.otherConsultant)).toBe(0);
});

it("nobody but an administrator does it, and nobody to themselves", async () => {
  const input = await inputFor(firm.consultant);
  await expect(firm.run(firm.manager, disableUser, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const own = await inputFor(firm.administrator);
  await expect(firm.run(firm.administrator, disableUser, own)).rejects.toMatchObject({ code: "INVALID" });
  await expect(
    firm.run(firm.administrator, changeRole, { ...own, role: "consultant" }),
  ).rejects.toMatchObject({ code: "INVALID" });
});

it("of two administrators at once the later one sees what changed", async () => {
  const input = await inputFor(firm.consultant);
  await firm.run(firm.administrator, disableUser, input);
  await expect(firm.run(firm.administrator, disableUser, input)).rejects.toMatchObject({ code: "CONFLICT" });
});

it("a person ends their own sessions; somebody else's are not there for them", async () => {
  const { rows } = await database.owner.query<{ id: string }>(
    "select encode(substring(token_hash from 1 for 8), 'hex') as id from auth_session where user_id = $1",
    [firm.consultant.actor.userId],
  );
  const sessionId = rows[0]?.id ?? "";
  await expect(firm.run(firm.otherConsultant, endSession, { sessionId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await firm.run(firm.consultant, endSession, { sessionId });
  expect(await sessionsOf(firm.consultant)).toBe(0);
});

describe("somebody who leaves with work in hand", () => {
  const rowsOf = async (sql: string, ...values: unknown[]) =>
    (await database.owner.query<Record<string, unknown>>(sql, values)).rows;
  const idOf = (caller: Caller<StaffActor>) => caller.actor.userId;

  beforeEach(async () => {
    for (const table of ["task", "staff_leave", "case_handover", "deadline"])
      await database.owner.query(`delete from ${table}`);
    await database.owner.query("update case_file set stage = 'CLOSED'");
    await database.owner.query("update app_user set role = 'consultant' where id = $1", [
      idOf(firm.otherConsultant),
    ]);
  });

  /** A case of the consultant's with a hard deadline and a task of theirs. */
  async function addWork() {
    const file = await firm.addCase();
    await addDeadline(file, null);
    await database.owner.query(
      `insert into task (id, case_id, client_id, title, assignee_id, origin, created_at, updated_at)
       values ($1, $2, $3, 'Call the client', $4, 'person', now(), now())`,
      [newId(), file.caseId, file.clientId, file.ownerId],
    );
    return file;
  }

  async function addDeadline(file: TestCase, ownerId: string | null) {
    await database.owner.query(
      `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, owner_id)
       values ($1, $2, $3, 'adr', 'Answer to IRCC', 'letter', $1, 'America/Toronto', 'by the letter', current_date + 9, true, $4)`,
      [newId(), file.caseId, file.clientId, ownerId],
    );
  }

  it("is refused in plain words until somebody takes over, and nothing has changed", async () => {
    const file = await addWork();
    await expect(
      firm.run(firm.administrator, disableUser, await inputFor(firm.consultant)),
    ).rejects.toMatchObject({
      code: "INVALID",
      fieldErrors: { successor: expect.stringContaining("1 open case, 1 task") as string },
    });
    expect(await rowsOf("select status from app_user where id = $1", file.ownerId)).toEqual([
      { status: "active" },
    ]);
    expect(await sessionsOf(firm.consultant)).toBe(1);
  });

  it("hands over cases, tasks, clocks and leaves to cover in one step, and the log says each", async () => {
    const [mine, theirs] = [await addWork(), await firm.addCase({ owner: firm.manager })];
    await addDeadline(theirs, idOf(firm.consultant));
    await database.owner.query(
      `insert into staff_leave (id, user_id, from_on, to_on, cover_user_id, recorded_at)
       values ($1, $2, current_date + 5, current_date + 9, $3, now())`,
      [newId(), idOf(firm.manager), idOf(firm.consultant)],
    );
    const done = await firm.run(firm.administrator, disableUser, {
      ...(await inputFor(firm.consultant)),
      successor: idOf(firm.otherConsultant),
      note: "The police certificate is the one to watch.",
    });
    const marc = idOf(firm.otherConsultant);
    expect(done.moved).toBe(1);
    expect(await rowsOf("select owner_id from case_file where id = $1", mine.caseId)).toEqual([
      { owner_id: marc },
    ]);
    expect(await rowsOf("select assignee_id from task")).toEqual([{ assignee_id: marc }]);
    expect(await rowsOf("select 1 from deadline where owner_id is not null")).toEqual([]);
    expect(await rowsOf("select cover_user_id from staff_leave")).toEqual([{ cover_user_id: marc }]);
    expect(await rowsOf("select note, to_user_id from case_handover")).toEqual([
      { note: "The police certificate is the one to watch.", to_user_id: marc },
    ]);
    expect(await sessionsOf(firm.consultant)).toBe(0);
    expect(await firm.eventsOf(mine.caseId)).toMatchObject([
      { event: "case.assigned", detail: { from: "Priya Raman", to: "Marc Tremblay" } },
    ]);
  });

  it("can be spread over who is at work, by the hours they have", async () => {
    for (let count = 0; count < 3; count += 1) await addWork();
    await database.owner.query("update app_user set weekly_review_hours = 10 where id = $1", [
      idOf(firm.otherConsultant),
    ]);
    await firm.run(firm.administrator, disableUser, {
      ...(await inputFor(firm.consultant)),
      successor: "spread",
    });
    expect(await rowsOf("select distinct owner_id from case_file where stage <> 'CLOSED'")).toEqual([
      { owner_id: idOf(firm.otherConsultant) },
    ]);
  });

  it("goes to nobody who cannot own a case", async () => {
    await addWork();
    for (const successor of [idOf(firm.administrator), idOf(firm.consultant)]) {
      const input = { ...(await inputFor(firm.consultant)), successor };
      await expect(firm.run(firm.administrator, disableUser, input)).rejects.toMatchObject({
        code: "INVALID",
      });
    }
  });
});
