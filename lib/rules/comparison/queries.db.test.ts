import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { crsWithSibling, ruleDrafts } from "@/lib/testing/rule-drafts";
import { refusalOf } from "@/lib/testing/sample-facts";
import { changeDraft } from "../commands/change-draft";
import { compareDraft } from "../commands/compare-draft";
import type { ComparisonView } from "../types";
import { getComparisonPage } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const rules = ruleDrafts(database, firm);

beforeEach(async () => {
  await database.owner.query("truncate rule_table, rule_run, rule_comparison_line, case_score");
  await database.owner.query("delete from express_entry_profile");
});

const compare = (id: string, version = 1) => firm.run(firm.administrator, compareDraft, { id, version });
const page = (
  id: string,
  view: ComparisonView = "all",
  caller = firm.manager,
  cursor: string | null = null,
) =>
  firm.read(caller, (ctx) =>
    getComparisonPage(ctx as Parameters<typeof getComparisonPage>[0], id, { view, cursor }),
  );

async function siblingDraft(points: number) {
  const effectiveFrom = await rules.today();
  return rules.draft({ kind: "crs", key: "CRS-X-9", effectiveFrom, json: crsWithSibling(points) });
}

describe("who gains and who loses under a draft", () => {
  test("is told for every client in the pool and for nobody else", async () => {
    const [loser, same, outside] = [await firm.addCase(), await firm.addCase(), await firm.addCase()];
    for (const file of [loser, same, outside]) await rules.addFacts(file);
    await database.owner.query("update family_fact set sibling_in_canada = false where case_id = $1", [
      same.caseId,
    ]);
    for (const file of [loser, same]) await rules.addToPool(file);
    const { id } = await siblingDraft(5);
    await compare(id);
    expect((await page(id)).run).toMatchObject({ state: "waiting", total: 2, done: 0 });
    await rules.workOff();
    const { clients, run, counts } = await page(id);
    expect(run).toMatchObject({ state: "done", total: 2, done: 2, stale: false });
    expect(clients.map(({ number, difference }) => [number, difference])).toEqual([[loser.number, -10]]);
    expect(clients[0]?.newTotal).toBe((clients[0]?.oldTotal ?? 0) - 10);
    expect(counts).toEqual({ all: 1, gains: 0, losses: 1, crossings: 0 });
  });

  test("names who crosses the latest cut-off of a round they compete in", async () => {
    const today = await rules.today();
    const file = await firm.addCase();
    await rules.addFacts(file);
    await rules.addCanadianWork(file);
    await rules.addToPool(file);
    const { id } = await siblingDraft(40);
    const addRound = (round: string, program: string, lowestCrs: number) =>
      database.owner.query(
        `insert into round (id, date, name, program, category_based, invitations, lowest_crs, source)
         values ($1, $2, $1, $3, $4, 1, $5, 'test')`,
        [round, today, program, program === "french", lowestCrs],
      );
    await compare(id);
    await rules.workOff();
    const [line] = (await page(id)).clients;
    const old = line?.oldTotal ?? 0;
    expect([line?.difference, line?.nowReached]).toEqual([25, []]);
    await addRound("reached", "CEC", old + 25);
    await addRound("too-high", "general", old + 26);
    await addRound("not-theirs", "french", old + 1);
    await compare(id);
    await rules.workOff();
    const { clients, counts } = await page(id, "crossings");
    expect(clients[0]?.nowReached.map(({ id: round }) => round)).toEqual(["reached"]);
    expect([counts.crossings, clients[0]?.noLongerReached]).toEqual([1, []]);
    await database.owner.query("delete from round");
  });

  test("changes no score of any file", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    await rules.addToPool(file);
    const { id } = await siblingDraft(300);
    await compare(id);
    await rules.workOff();
    const { rows } = await database.owner.query("select crs_score from case_file where id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ crs_score: null }]);
  });

  test("shows a consultant their own clients only", async () => {
    const [mine, foreign] = [await firm.addCase(), await firm.addCase({ owner: firm.otherConsultant })];
    for (const file of [mine, foreign]) {
      await rules.addFacts(file);
      await rules.addToPool(file);
    }
    const { id } = await siblingDraft(40);
    await compare(id);
    await rules.workOff();
    const seen = await page(id, "gains", firm.consultant);
    expect(seen.clients.map(({ number }) => number)).toEqual([mine.number]);
    expect(seen.counts.all).toBe(1);
    expect((await page(id, "gains", firm.administrator)).clients).toHaveLength(2);
  });

  test("goes on where it was cut off, and counts nobody twice", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    await rules.addToPool(file);
    const { id } = await siblingDraft(40);
    await compare(id);
    await rules.workOff();
    await database.owner.query("update rule_run set state = 'running'");
    await rules.workOff();
    expect((await page(id)).run).toMatchObject({ state: "done", done: 1, total: 1 });
    expect((await page(id)).clients).toHaveLength(1);
  });

  test("is stale once the draft has changed, and made anew on asking", async () => {
    const { id, key } = await siblingDraft(40);
    await compare(id);
    const effectiveFrom = await rules.today();
    await firm.run(firm.administrator, changeDraft, { id, version: 1, key, effectiveFrom, source: "" });
    expect((await page(id)).run?.stale).toBe(true);
    await compare(id, 2);
    expect((await page(id)).run?.stale).toBe(false);
  });

  test("of a funds table is what each family has to show", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    await rules.addToPool(file);
    const { id } = await rules.draft({ kind: "funds", key: "POF-X", effectiveFrom: await rules.today() });
    await database.owner.query(
      `update rule_table set body = jsonb_set(body, '{amounts,1}', '16000') where id = $1`,
      [id],
    );
    await compare(id);
    await rules.workOff();
    const { clients } = await page(id);
    expect(clients).toMatchObject([{ difference: 0, oldCents: 1_526_300, newCents: 1_600_000 }]);
  });

  test("is not asked of a draft that does not add up", async () => {
    const { id } = await rules.draft({ kind: "funds", key: "POF-X", effectiveFrom: await rules.today() });
    await database.owner.query(
      `update rule_table set body = jsonb_set(body, '{amounts,1}', '99999') where id = $1`,
      [id],
    );
    expect((await refusalOf(compare(id))).message).toMatch(/cannot be compared yet/);
  });
});
