import { beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { findSession } from "@/lib/auth/session-store";
import { SIGN_IN } from "@/lib/auth/current-session";
import { visibleCases } from "@/lib/cases/visibility";
import { hashToken, newToken } from "@/lib/ids/token";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { listPresence } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const idOf = (caller: Caller<StaffActor>) => caller.actor.userId;

/** Enters a leave around today; days are counted from today. */
async function away(who: Caller<StaffActor>, cover: Caller<StaffActor> | null, from = -1, to = 3) {
  await database.owner.query(
    `insert into staff_leave (id, user_id, from_on, to_on, cover_user_id, recorded_at)
     select gen_random_uuid(), $1, today + $3::int, today + $4::int, $2, now()
     from (select (now() at time zone 'America/Toronto')::date as today) as day`,
    [idOf(who), cover && idOf(cover), from, to],
  );
}

/** What the session of a fresh sign-in says of whom this person stands in for. */
async function covers(who: Caller<StaffActor>): Promise<string[]> {
  const token = newToken();
  await database.owner.query(
    "insert into auth_session (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [hashToken(token), idOf(who)],
  );
  const trace = firm.manager.trace;
  const session = await firm.read({ actor: SIGN_IN, trace }, (ctx) => findSession(ctx, token));
  return session?.covers ?? [];
}

beforeEach(async () => {
  await database.owner.query("update app_user set status = 'active'");
  await database.owner.query("delete from staff_leave");
});

describe("who stands in", () => {
  it("is read for several people and a day at once", async () => {
    await away(firm.consultant, firm.otherConsultant, 5, 9);
    await away(firm.otherConsultant, firm.manager, 7, 8);
    const { rows } = await database.owner.query<{ on: string }>(
      "select to_char((now() at time zone 'America/Toronto')::date + n, 'YYYY-MM-DD') as on from generate_series(4, 9) n order by n",
    );
    const standIns = await Promise.all(
      rows.map(({ on }) =>
        firm.read(firm.manager, async (ctx) => {
          const found = await listPresence(ctx, [idOf(firm.consultant), idOf(firm.manager)], on);
          expect(found.get(idOf(firm.manager))?.standInId).toBe(idOf(firm.manager));
          return found.get(idOf(firm.consultant))?.standInId;
        }),
      ),
    );
    const [priya, marc, anjali] = [firm.consultant, firm.otherConsultant, firm.manager].map(idOf);
    expect(standIns).toEqual([priya, marc, marc, anjali, anjali, marc]);
  });

  it("comes with the session, through a chain, and not through a circle for ever", async () => {
    await away(firm.consultant, firm.otherConsultant);
    await away(firm.otherConsultant, firm.manager);
    expect(await covers(firm.otherConsultant)).toEqual([idOf(firm.consultant)]);
    expect((await covers(firm.manager)).sort()).toEqual(
      [idOf(firm.consultant), idOf(firm.otherConsultant)].sort(),
    );
    await away(firm.manager, firm.consultant);
    expect(await covers(firm.consultant)).not.toContain(idOf(firm.consultant));
  });

  it("is over with the last day of the leave, and does not begin before the first", async () => {
    await away(firm.consultant, firm.otherConsultant, -5, -1);
    await away(firm.consultant, firm.otherConsultant, 1, 4);
    expect(await covers(firm.otherConsultant)).toEqual([]);
    await away(firm.consultant, firm.otherConsultant, 0, 0);
    expect(await covers(firm.otherConsultant)).toEqual([idOf(firm.consultant)]);
  });

  it("sees the covered person's cases, and nobody else's", async () => {
    const covered = await firm.addCase();
    const others = await firm.addCase({ owner: firm.manager });
    const standIn: Caller<StaffActor> = {
      ...firm.otherConsultant,
      actor: { ...firm.otherConsultant.actor, covers: [idOf(firm.consultant)] },
    };
    const seen = await firm.read(standIn, async (ctx) => {
      const cases = visibleCases(ctx);
      return (await ctx.db.select({ id: cases.id }).from(cases)).map(({ id }) => id);
    });
    expect(seen).toContain(covered.caseId);
    expect(seen).not.toContain(others.caseId);
  });
});

describe("the database refuses", () => {
  it("two leaves of one person that share a day", async () => {
    await away(firm.consultant, null, 0, 3);
    await expect(away(firm.consultant, null, 3, 5)).rejects.toMatchObject({
      constraint: "staff_leave_apart",
    });
    await away(firm.consultant, null, 4, 5);
  });

  it("oneself, an administrator or a closed account as a cover", async () => {
    await expect(away(firm.consultant, firm.consultant)).rejects.toMatchObject({
      constraint: "staff_leave_cover",
    });
    await expect(away(firm.consultant, firm.administrator)).rejects.toMatchObject({
      constraint: "staff_leave_cover_active",
    });
    await database.owner.query("update app_user set status = 'disabled' where id = $1", [
      idOf(firm.otherConsultant),
    ]);
    await expect(away(firm.consultant, firm.otherConsultant)).rejects.toMatchObject({
      constraint: "staff_leave_cover_active",
    });
  });

  it("to close the account of who covers a leave that is not over", async () => {
    const close = () =>
      database.owner.query("update app_user set status = 'disabled' where id = $1", [
        idOf(firm.otherConsultant),
      ]);
    await away(firm.consultant, firm.otherConsultant, 3, 5);
    await expect(close()).rejects.toMatchObject({ constraint: "app_user_covers" });
    await database.owner.query("update staff_leave set from_on = from_on - 20, to_on = to_on - 20");
    await close();
  });
});
