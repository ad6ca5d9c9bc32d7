import { beforeEach, describe, expect, it } from "vitest";
import { SIGN_IN } from "@/lib/auth/current-session";
import type { Caller } from "@/lib/command/actor-context";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { newToken } from "@/lib/ids/token";
import { open } from "@/lib/storage/keyring";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { acceptInvitation } from "./accept-invitation";
import { inviteClient } from "./invite-client";
import { inviteStaff } from "./invite-staff";

const database = testDatabase();
const firm = testFirm(database);
const PASSWORD = "kahvi tuoli puu kivi";

const anybody: Caller = { actor: SIGN_IN, trace: { requestId: newId(), sessionRef: null, ipPrefix: null } };
const accept = (token: string, password = PASSWORD) =>
  firm.run(anybody, acceptInvitation, { token, password });

/** The token of the newest link in the outbox. */
async function mailedToken(): Promise<string> {
  const { rows } = await database.owner.query<{ id: string; sealed_token: string }>(
    "select id, sealed_token from mail where sealed_token is not null order by created_at desc limit 1",
  );
  const [row] = rows;
  if (!row) throw new Error("no mail with a link");
  const sealed = Buffer.from(row.sealed_token, "base64");
  return open(firm.runtime.deps.keyring, `mail:${row.id}`, sealed).toString("utf8");
}

async function statusOf(email: string): Promise<string | undefined> {
  const { rows } = await database.owner.query<{ status: string }>(
    "select status from app_user where email = $1",
    [email],
  );
  return rows[0]?.status;
}

const inviteColleague = (email: string) =>
  firm.run(firm.administrator, inviteStaff, { name: "Léa Roy", email, role: "consultant" });

async function codesOf(attempts: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(attempts);
  return settled.map((one) => {
    if (one.status === "fulfilled") return "done";
    return one.reason instanceof AppError ? one.reason.code : "broken";
  });
}

describe("an invitation of a colleague", () => {
  beforeEach(() => database.owner.query("delete from app_user where email like '%@new.test'"));

  it("makes an account that cannot be used until its link was", async () => {
    await inviteColleague("lea@new.test");
    expect(await statusOf("lea@new.test")).toBe("invited");
    await accept(await mailedToken());
    expect(await statusOf("lea@new.test")).toBe("active");
  });

  it("works once, also when it is used twice at the same moment", async () => {
    await inviteColleague("lea@new.test");
    const token = await mailedToken();
    const codes = await codesOf([accept(token), accept(token), accept(token)]);
    expect(codes.sort()).toEqual(["NOT_FOUND", "NOT_FOUND", "done"]);
    expect(await codesOf([accept(token)])).toEqual(["NOT_FOUND"]);
  });

  it("is not used up by a password that is refused", async () => {
    await inviteColleague("lea@new.test");
    const token = await mailedToken();
    await expect(accept(token, "Password123!")).rejects.toMatchObject({
      fieldErrors: { password: expect.stringContaining("first") as string },
    });
    expect(await codesOf([accept(token)])).toEqual(["done"]);
  });

  it("dies after 72 hours, when a newer one is sent, and when the address changes", async () => {
    await inviteColleague("lea@new.test");
    const older = await mailedToken();
    await inviteColleague("lea@new.test");
    const newer = await mailedToken();
    expect(await codesOf([accept(older)])).toEqual(["NOT_FOUND"]);
    const { rows } = await database.owner.query<{ hours: number }>(
      "select extract(epoch from expires_at - created_at)::int / 3600 as hours from secret_token where used_at is null",
    );
    expect(rows).toContainEqual({ hours: 72 });
    await database.owner.query("update secret_token set expires_at = now() - interval '1 s'");
    expect(await codesOf([accept(newer)])).toEqual(["NOT_FOUND"]);
    await inviteColleague("lea@new.test");
    const third = await mailedToken();
    await database.owner.query("update app_user set email = 'other@new.test' where email = 'lea@new.test'");
    expect(await codesOf([accept(third)])).toEqual(["NOT_FOUND"]);
  });

  it("says the same of a made-up link", async () => {
    expect(await codesOf([accept(newToken())])).toEqual(["NOT_FOUND"]);
  });

  it("is sent by administrators alone, and not to an address in use", async () => {
    const invitation = { name: "Léa Roy", email: "lea@new.test", role: "administrator" };
    await expect(firm.run(firm.manager, inviteStaff, invitation)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await inviteColleague("lea@new.test");
    await accept(await mailedToken());
    await expect(inviteColleague("lea@new.test")).rejects.toMatchObject({ code: "INVALID" });
  });

  it("cannot be accepted in somebody's name who is signed in", async () => {
    await inviteColleague("lea@new.test");
    const input = { token: await mailedToken(), password: PASSWORD };
    await expect(firm.run(firm.consultant, acceptInvitation, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("an invitation of a client", () => {
  async function caseWithoutAccount(): Promise<TestCase> {
    const file = await firm.addCase();
    await database.owner.query("delete from app_user where client_id = $1", [file.clientId]);
    return file;
  }

  it("opens the portal for that client, by the owner of the case, with its event on the timeline", async () => {
    const file = await caseWithoutAccount();
    const { userId } = await firm.run(firm.consultant, inviteClient, { caseId: file.caseId });
    expect(await accept(await mailedToken())).toEqual({ userId, role: "client" });
    const { rows } = await database.owner.query("select client_id, status from app_user where id = $1", [
      userId,
    ]);
    expect(rows).toEqual([{ client_id: file.clientId, status: "active" }]);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual(["client.invited"]);
  });

  it("is refused for a colleague's case, and once the client has an account", async () => {
    const file = await firm.addCase();
    await expect(firm.run(firm.otherConsultant, inviteClient, { caseId: file.caseId })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
    await expect(firm.run(firm.consultant, inviteClient, { caseId: file.caseId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is refused at an address with which somebody else signs in", async () => {
    const file = await caseWithoutAccount();
    const email = `${firm.manager.actor.userId}@firm.test`;
    await expect(
      firm.run(firm.consultant, inviteClient, { caseId: file.caseId, email }),
    ).rejects.toMatchObject({ fieldErrors: { email: expect.any(String) as string } });
  });
});
