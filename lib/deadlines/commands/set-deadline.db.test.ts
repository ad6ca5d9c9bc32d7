import type { PoolClient } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { assignCase } from "@/lib/cases/commands/assign-case";
import type { Caller } from "@/lib/command/actor-context";
import { asRefusal } from "@/lib/command/refused-by-database";
import { newId } from "@/lib/ids/id";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { disableUser } from "@/lib/users/commands/disable-user";

const database = testDatabase();
const firm = testFirm(database);

/** A colleague of the test's own: these accounts end. */
async function addColleague(): Promise<Caller<StaffActor>> {
  const userId = newId();
  await database.owner.query(
    "insert into app_user (id, email, name, role, status) values ($1, $2, 'Ines Ferro', 'consultant', 'active')",
    [userId, `${userId}@firm.test`],
  );
  return { ...firm.consultant, actor: { kind: "staff", role: "consultant", userId, name: "Ines Ferro" } };
}

const INSERT = `insert into deadline
    (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard, owner_id)
  values ($1, $2, $3, 'adr', 'Answer the letter', 'letter', $1, 'America/Toronto', 'The day in the letter', '2027-02-01', $4, $5)`;

/** Runs on any connection: with the test's own pool each statement commits by itself. */
async function addClock(
  on: Pick<PoolClient, "query">,
  file: TestCase,
  { hard = true, ownerId = null }: { hard?: boolean; ownerId?: string | null } = {},
): Promise<string> {
  const id = newId();
  await on.query(INSERT, [id, file.caseId, file.clientId, hard, ownerId]);
  return id;
}

const disable = ({ actor }: Caller<StaffActor>) =>
  firm.run(firm.administrator, disableUser, { userId: actor.userId, version: 1 });

const end = (on: Pick<PoolClient, "query">, { actor }: Caller<StaffActor>) =>
  on.query("update app_user set status = 'disabled' where id = $1", [actor.userId]);

async function connection(): Promise<PoolClient> {
  const client = await database.owner.connect();
  onTestFinished(() => client.release());
  return client;
}

const nobodyAnswers = { code: "23514", constraint: "deadline_responsible" };

describe("no open hard deadline without an active responsible person", () => {
  it("an account with hard clocks cannot end, in plain words with the number of cases, until they are reassigned", async () => {
    const leaving = await addColleague();
    const [one, two] = [await firm.addCase({ owner: leaving }), await firm.addCase({ owner: leaving })];
    await addClock(database.owner, one);
    await addClock(database.owner, one);
    await addClock(database.owner, two);
    await expect(disable(leaving)).rejects.toMatchObject({
      code: "INVALID",
      message: "Choose who takes over.",
    });
    const past = await end(database.owner, leaving).catch((error: unknown) => asRefusal(error));
    expect(past).toMatchObject({
      code: "CONFLICT",
      message:
        "2 cases have open hard deadlines that only this person answers for. Give them to somebody else first.",
    });
    for (const { caseId } of [one, two]) {
      await firm.run(firm.manager, assignCase, { caseId, ownerId: firm.consultant.actor.userId });
    }
    await expect(disable(leaving)).resolves.toMatchObject({ userId: leaving.actor.userId });
  });

  it("counts a clock of one's own on somebody else's case, and no soft or ended one", async () => {
    const leaving = await addColleague();
    const file = await firm.addCase();
    const clock = await addClock(database.owner, file, { ownerId: leaving.actor.userId });
    await addClock(database.owner, file, { hard: false, ownerId: leaving.actor.userId });
    const refused = { constraint: "app_user_responsible" };
    await expect(end(database.owner, leaving)).rejects.toMatchObject(refused);
    await database.owner.query("update deadline set state = 'met', closed_at = now() where id = $1", [clock]);
    await expect(end(database.owner, leaving)).resolves.toBeTruthy();
    // It cannot come back to life either.
    await expect(
      database.owner.query("update deadline set state = 'open' where id = $1", [clock]),
    ).rejects.toMatchObject(nobodyAnswers);
  });

  it("neither a clock nor its case goes to an account that has ended, nor to a client", async () => {
    const gone = await addColleague();
    const file = await firm.addCase();
    await addClock(database.owner, file);
    await end(database.owner, gone);
    const mine = { ownerId: gone.actor.userId };
    await expect(addClock(database.owner, file, mine)).rejects.toMatchObject(nobodyAnswers);
    await expect(addClock(database.owner, file, { ...mine, hard: false })).resolves.toBeTruthy();
    await expect(addClock(database.owner, file, { ownerId: file.client.actor.userId })).rejects.toMatchObject(
      nobodyAnswers,
    );
    await expect(
      database.owner.query("update case_file set owner_id = $2 where id = $1", [
        file.caseId,
        gone.actor.userId,
      ]),
    ).rejects.toMatchObject(nobodyAnswers);
  });

  it("is looked at when everything is done: a handover in one transaction may come in any order", async () => {
    const leaving = await addColleague();
    const file = await firm.addCase({ owner: leaving });
    await addClock(database.owner, file);
    const handover = await connection();
    await handover.query("begin");
    await end(handover, leaving);
    await handover.query("update case_file set owner_id = $2 where id = $1", [
      file.caseId,
      firm.manager.actor.userId,
    ]);
    await handover.query("commit");
  });

  it("of a new clock and the end of its account at the same moment, the later one is refused", async () => {
    const leaving = await addColleague();
    const file = await firm.addCase({ owner: leaving });
    const [ending, setting] = [await connection(), await connection()];
    await ending.query("begin");
    await end(ending, leaving);
    await setting.query("begin");
    await addClock(setting, file);
    const set = setting.query("commit");
    const refused = expect(set).rejects.toMatchObject(nobodyAnswers);
    await ending.query("commit");
    await refused;
  });

  it("and the other way round", async () => {
    const leaving = await addColleague();
    const file = await firm.addCase({ owner: leaving });
    const [ending, setting] = [await connection(), await connection()];
    await setting.query("begin");
    await addClock(setting, file);
    await setting.query("set constraints all immediate");
    await ending.query("begin");
    const ended = end(ending, leaving);
    await setting.query("commit");
    await ended;
    await expect(ending.query("commit")).rejects.toMatchObject({
      code: "23514",
      constraint: "app_user_responsible",
      detail: "1",
    });
  });
});
