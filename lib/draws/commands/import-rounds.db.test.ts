import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { loadRounds } from "../load-rounds";
import { correctRound } from "./correct-round";
import { importRounds } from "./import-rounds";

const database = testDatabase();
const firm = testFirm(database);

beforeAll(async () => {
  const client = await database.owner.connect();
  await loadRounds(client);
  client.release();
});

const HEAD = "number,program,date,invitations,crs,tie-break\n";
const source = "a test";

async function roundRow(id: string) {
  const { rows } = await database.owner.query<{ invitations: number; lowest_crs: number; version: number }>(
    "select invitations, lowest_crs, version from round where id = $1",
    [id],
  );
  return rows[0];
}

async function corrections(id: string) {
  const { rows } = await database.owner.query<Record<string, string>>(
    "select field, before, after, reason, changed_by from round_correction where round_id = $1 order by field",
    [id],
  );
  return rows;
}

/** Whether a job waits that measures the pool against the rounds as they now are; it is taken away. */
async function takeMeasuring(): Promise<boolean> {
  const { rows } = await database.owner.query<{ id: string | null }>(
    "select id from graphile_worker.remove_job('find-crossings')",
  );
  return typeof rows[0]?.id === "string";
}

describe("importing rounds", () => {
  it("adds the new, corrects the changed and keeps what was said before; a second time changes nothing", async () => {
    const text = `${HEAD}390,CEC,2026-01-07,8001,511,2025-06-10T15:59:25Z\n448,PNP,2026-11-02,300,700,\n`;
    const first = await firm.run(firm.consultant, importRounds, { text, source });
    expect(first).toMatchObject({ added: 1, corrected: 1, same: 0 });
    expect(await roundRow("390")).toMatchObject({ invitations: 8001, version: 2 });
    expect(await roundRow("448")).toMatchObject({ lowest_crs: 700 });
    expect((await corrections("390")).find(({ field }) => field === "invitations")).toMatchObject({
      before: "8000",
      after: "8001",
      changed_by: firm.consultant.actor.userId,
    });
    expect(await takeMeasuring()).toBe(true);
    const second = await firm.run(firm.consultant, importRounds, { text, source });
    expect(second).toMatchObject({ added: 0, corrected: 0, same: 2 });
    expect(await takeMeasuring()).toBe(false);
  });

  it("writes nothing while a row has a fault, and the good ones when the faulty are to be left out", async () => {
    const text = `${HEAD}449,PNP,2026-11-03,300,700,\n450,PNP,2999-01-01,300,700,\n`;
    await expect(firm.run(firm.consultant, importRounds, { text, source })).rejects.toMatchObject({
      code: "INVALID",
    });
    expect(await roundRow("449")).toBeUndefined();
    await firm.run(firm.consultant, importRounds, { text, source, leaveFaulty: true });
    expect(await roundRow("449")).toBeDefined();
    expect(await roundRow("450")).toBeUndefined();
  });

  it("leaves a round as it is that was to be skipped", async () => {
    const text = `${HEAD}389,CEC,2025-12-16,1,1,\n`;
    const before = await roundRow("389");
    await firm.run(firm.consultant, importRounds, { text, source, skip: ["389"] });
    expect(await roundRow("389")).toEqual(before);
  });

  it("is not a client's to do", async () => {
    const text = `${HEAD}451,PNP,2026-11-03,300,700,\n`;
    const file = await firm.addCase();
    await expect(firm.run(file.client, importRounds, { text, source })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await roundRow("451")).toBeUndefined();
  });

  it("is not undone by the shipped history at the next start", async () => {
    const client = await database.owner.connect();
    await client.query("comment on table round is 'an older release'");
    await loadRounds(client);
    client.release();
    expect(await roundRow("390")).toMatchObject({ invitations: 8001 });
  });
});

describe("correcting a round", () => {
  const typed = {
    id: "388",
    version: 1,
    date: "2025-12-15",
    program: "PNP",
    invitations: 399,
    lowestCrs: 731,
    reason: "IRCC corrected its page",
  };

  it("asks for a reason, refuses the future, and tells the second of two", async () => {
    await expect(firm.run(firm.manager, correctRound, { ...typed, reason: "" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(
      firm.run(firm.manager, correctRound, { ...typed, date: "2999-01-01" }),
    ).rejects.toMatchObject({
      fieldErrors: { date: "A round cannot be in the future." },
    });
    await takeMeasuring();
    await firm.run(firm.manager, correctRound, { ...typed, invitations: 401 });
    expect(await takeMeasuring()).toBe(true);
    expect(await roundRow("388")).toMatchObject({ invitations: 401, version: 2 });
    await expect(firm.run(firm.manager, correctRound, { ...typed, invitations: 402 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { rows } = await database.owner.query(
      "select 1 from audit_event where event = 'round.corrected' and object_id = '388' and outcome = 'ok'",
    );
    expect(rows).toHaveLength(1);
  });
});
