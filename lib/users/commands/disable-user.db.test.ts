import { beforeEach, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
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
