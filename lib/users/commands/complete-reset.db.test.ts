import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SIGN_IN } from "@/lib/auth/current-session";
import type { Caller } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { open } from "@/lib/storage/keyring";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { completeReset } from "./complete-reset";
import { requestReset } from "./request-reset";

const database = testDatabase();
const firm = testFirm(database);
const email = "priya@firm.test";
const anybody: Caller = { actor: SIGN_IN, trace: { requestId: newId(), sessionRef: null, ipPrefix: null } };
const ask = (address: string) => firm.run(anybody, requestReset, { email: address });

async function mails() {
  const { rows } = await database.owner.query<{ id: string; kind: string; sealed_token: string | null }>(
    "select id, kind, sealed_token from mail order by created_at, kind",
  );
  return rows;
}

async function mailedToken(): Promise<string> {
  const row = (await mails()).findLast((mail) => mail.sealed_token !== null);
  const sealed = Buffer.from(row?.sealed_token ?? "", "base64");
  return open(firm.runtime.deps.keyring, `mail:${row?.id}`, sealed).toString("utf8");
}

beforeAll(() =>
  database.owner.query("update app_user set email = $1 where id = $2", [email, firm.consultant.actor.userId]),
);
beforeEach(() =>
  database.owner.query("delete from mail; delete from auth_counter; delete from secret_token"),
);

describe("asking for a new password", () => {
  it("answers the same for a known and an unknown address, and mails the known one only", async () => {
    expect(await ask(email)).toEqual(await ask("nobody@firm.test"));
    expect((await mails()).map(({ kind }) => kind)).toEqual(["password_reset"]);
  });

  it("mails nobody whose account is disabled or not accepted yet", async () => {
    for (const status of ["disabled", "invited"]) {
      await database.owner.query("update app_user set status = $1 where email = $2", [status, email]);
      await ask(email);
    }
    await database.owner.query("update app_user set status = 'active' where email = $1", [email]);
    expect(await mails()).toEqual([]);
  });

  it("fills no mailbox: three in a quarter of an hour, and the answer stays the same", async () => {
    for (let n = 0; n < 5; n += 1) expect(await ask(email)).toEqual({});
    expect(await mails()).toHaveLength(3);
  });
});

describe("choosing a new password", () => {
  const choose = (token: string) =>
    firm.run(anybody, completeReset, { token, password: "kahvi tuoli puu kivi" });

  it("ends every session, forgets every browser, kills other links, tells the owner, signs nobody in", async () => {
    const { userId } = firm.consultant.actor;
    await database.owner.query(
      "insert into auth_session (token_hash, user_id, expires_at) values ('\\x01', $1, now() + interval '1 h')",
      [userId],
    );
    await database.owner.query("insert into auth_device (id_hash, user_id) values ('\\x02', $1)", [userId]);
    await ask(email);
    expect(await choose(await mailedToken())).toEqual({});
    const { rows } = await database.owner.query(
      `select (select count(*)::int from auth_session) as sessions, (select count(*)::int from auth_device) as devices,
        (select count(*)::int from secret_token where used_at is null) as links`,
    );
    expect(rows).toEqual([{ sessions: 0, devices: 0, links: 0 }]);
    expect((await mails()).map(({ kind }) => kind)).toEqual(["password_reset", "password_changed"]);
  });

  it("works once, for half an hour, and only the newest link", async () => {
    await ask(email);
    const older = await mailedToken();
    await ask(email);
    const newer = await mailedToken();
    await expect(choose(older)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await choose(newer);
    await expect(choose(newer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await ask(email);
    const late = await mailedToken();
    const { rows } = await database.owner.query<{ minutes: number }>(
      "select extract(epoch from expires_at - created_at)::int / 60 as minutes from secret_token where used_at is null",
    );
    expect(rows).toEqual([{ minutes: 30 }]);
    await database.owner.query("update secret_token set expires_at = now() - interval '1 s'");
    await expect(choose(late)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
