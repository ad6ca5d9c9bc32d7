import { beforeEach, describe, expect, test } from "vitest";
import { getAssessment } from "@/lib/assessment/queries";
import { answerLine } from "@/lib/express-entry/command-line/answer-line";
import { reassessAfterInvitation, type InvitationTerms } from "@/lib/express-entry/draws/after-invitation";
import { settlementFundsOn } from "@/lib/express-entry/funds-and-fees/settlement-funds";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { crsWithSibling, ruleDrafts } from "@/lib/testing/rule-drafts";
import { caseRowOf, refusalOf } from "@/lib/testing/sample-facts";
import { getRuleTables } from "../queries";
import { activateTable } from "./activate-table";
import { retireTable } from "./retire-table";

const database = testDatabase();
const firm = testFirm(database);
const rules = ruleDrafts(database, firm);

beforeEach(() => database.owner.query("truncate rule_table, rule_run, rule_comparison_line, case_score"));

const assess = (file: TestCase, on: string) =>
  firm.read(firm.consultant, (ctx) =>
    getAssessment(ctx as Parameters<typeof getAssessment>[0], file.number, on),
  );
const tables = () => firm.read(firm.consultant, getRuleTables);
const scoresOf = async ({ caseId }: TestCase) =>
  (
    await database.owner.query<Record<string, unknown>>(
      "select total, previous, ruleset_id, reason, superseded from case_score where case_id = $1 order by at",
      [caseId],
    )
  ).rows;

describe("CRS-2026-11-03 given its values", () => {
  const november = (points: number) =>
    rules.draft({
      kind: "crs",
      key: "CRS-2026-11-03",
      effectiveFrom: "2026-11-03",
      json: crsWithSibling(points),
    });

  test("changes nothing while it is a draft", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    const before = await assess(file, "2026-11-23");
    await november(40);
    expect(await assess(file, "2026-11-23")).toEqual(before);
    expect(before.crs).toMatchObject({ superseded: true, ruleset: { id: "CRS-2025-03-25" } });
    expect(await tables()).toEqual(shippedTables);
  });

  test("makes scores current from its first day on, and drops the notice", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    const { id } = await november(40);
    await rules.activate(id, { effectiveFrom: "2026-11-03" });
    const current = (await assess(file, "2026-11-03")).crs;
    expect(current).toMatchObject({ superseded: false, notice: null, ruleset: { id: "CRS-2026-11-03" } });
    expect(current.score.additional.sibling).toBe(40);
  });

  test("leaves every score for an earlier day as it was, to the last bit", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    const before = await assess(file, "2026-11-02");
    const { id } = await november(40);
    await rules.activate(id, { effectiveFrom: "2026-11-03" });
    expect((await assess(file, "2026-11-02")).crs).toEqual({
      ...before.crs,
      // The shipped ruleset says itself until when it holds.
      ruleset: { ...before.crs.ruleset, effectiveTo: "2026-11-02" },
    });
    const line = JSON.stringify({ id: "x", on: "2026-11-02", factors: before.crs.factors });
    expect(JSON.parse(answerLine(line, "crs")?.output ?? "{}")).toMatchObject({
      total: before.crs.score.total,
    });
  });
});

describe("a ruleset that is taken out of force", () => {
  const retired = async (points: number) => {
    const json = crsWithSibling(points, "CRS-2026-11-03");
    const { id } = await rules.draft({
      kind: "crs",
      key: "CRS-2026-11-03",
      effectiveFrom: "2026-11-03",
      json,
    });
    await rules.activate(id, { effectiveFrom: "2026-11-03" });
    return () =>
      firm.run(firm.administrator, retireTable, { id, version: 2, reason: "Typed from the wrong page" });
  };

  test("still judges who was invited under it, and nobody else", async () => {
    const file = await firm.addCase();
    await rules.addFacts(file);
    const retire = await retired(40);
    const { sheet } = await assess(file, "2026-11-23");
    const terms: InvitationTerms = {
      ...{ invitedOn: "2026-11-10", rulesetId: "CRS-2026-11-03", invitationClass: "CEC", category: null },
      ...{ lowestCrs: 500, tieBreakAt: null, submittedAt: new Date("2026-01-05T10:00:00Z") },
    };
    const rescored = async () =>
      reassessAfterInvitation(sheet.facts, "2026-11-23", terms, 500, { tables: await tables() }).score;
    const before = await rescored();
    expect(before).toEqual(expect.any(Number));
    await retire();
    expect(await rescored()).toBe(before);
    expect((await assess(file, "2026-11-23")).crs.ruleset.id).toBe("CRS-2025-03-25");
  });
});

describe("activation", () => {
  test("re-scores open files in the background and keeps why the score changed", async () => {
    const today = await rules.today();
    const file = await firm.addCase();
    const invited = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    await rules.addFacts(file);
    await database.owner.query("update case_file set crs_score = 125, scored_on = $1 where id = any($2)", [
      today,
      [file.caseId, invited.caseId],
    ]);
    const { id } = await rules.draft({
      kind: "crs",
      key: "CRS-X-1",
      effectiveFrom: today,
      json: crsWithSibling(99),
    });
    await rules.activate(id, { effectiveFrom: today });
    expect((await caseRowOf(database, file)).crs_score).toBe(125);
    await rules.workOff();
    const score = (await assess(file, today)).crs.score.total;
    expect(await caseRowOf(database, file)).toMatchObject({ crs_score: score });
    expect(await scoresOf(file)).toEqual([
      { total: score, previous: 125, ruleset_id: "CRS-X-1", reason: "rule", superseded: false },
    ]);
    // An invited person is judged by the rules of the invitation.
    expect((await caseRowOf(database, invited)).crs_score).toBe(125);
    expect(await scoresOf(invited)).toEqual([]);
  });

  test("re-scores each file once, however often the job runs", async () => {
    const today = await rules.today();
    const file = await firm.addCase();
    await rules.addFacts(file);
    await rules.activate(
      (await rules.draft({ kind: "crs", key: "CRS-X-2", effectiveFrom: today, json: crsWithSibling(7) })).id,
      {
        effectiveFrom: today,
      },
    );
    await rules.workOff();
    await database.owner.query("update rule_run set state = 'waiting', cursor_case_id = null");
    await rules.workOff();
    expect(await scoresOf(file)).toHaveLength(1);
  });

  test("is refused with every reason while the figures do not add up, and nothing comes into force", async () => {
    const { id } = await rules.draft({ kind: "funds", key: "POF-2026", effectiveFrom: "2026-07-07" });
    await database.owner.query(
      `update rule_table set body = jsonb_set(jsonb_set(body, '{amounts,2}', '5'), '{each_additional_member_over_7}', '"x"') where id = $1`,
      [id],
    );
    const refused = await refusalOf(rules.activate(id, { effectiveFrom: "2026-07-07" }));
    expect(refused.code).toBe("INVALID");
    expect(refused.message).toMatch(/amounts\.2 .*each_additional_member_over_7/);
    expect(await tables()).toEqual(shippedTables);
  });

  test("asks for a source", async () => {
    const { id } = await rules.draft({
      kind: "funds",
      key: "POF-2026",
      effectiveFrom: "2026-07-07",
      source: "",
    });
    const refused = await refusalOf(
      firm.run(firm.administrator, activateTable, {
        id,
        version: 1,
        effectiveFrom: "2026-07-07",
        source: " ",
      }),
    );
    expect(refused.fieldErrors.source).toMatch(/published/);
  });

  test("of a version somebody else changed meanwhile is refused with what it says now", async () => {
    const { id } = await rules.draft({ kind: "funds", key: "POF-2026", effectiveFrom: "2026-07-07" });
    await database.owner.query("update rule_table set version = 2 where id = $1", [id]);
    const refused = await refusalOf(rules.activate(id, { effectiveFrom: "2026-07-07" }));
    expect(refused).toMatchObject({ code: "CONFLICT", current: { key: "POF-2026", version: 2 } });
  });

  test("is the administrator's alone, and is on record", async () => {
    const { id } = await rules.draft({ kind: "funds", key: "POF-2026", effectiveFrom: "2026-07-07" });
    const input = { id, version: 1, effectiveFrom: "2026-07-07", source: "canada.ca" };
    for (const caller of [firm.consultant, firm.manager]) {
      expect((await refusalOf(firm.run(caller, activateTable, input))).code).toBe("FORBIDDEN");
    }
    await firm.run(firm.administrator, activateTable, input);
    const { rows } = await database.owner.query<{ event: string; detail: unknown }>(
      "select event, detail from audit_event where object_id = $1 and outcome = 'ok' order by at",
      [id],
    );
    expect(rows.map(({ event }) => event)).toEqual(["rule.drafted", "rule.activated"]);
    expect(rows[1]?.detail).toMatchObject({
      key: "POF-2026",
      effectiveFrom: "2026-07-07",
      source: "canada.ca",
    });
  });
});

describe("a settlement-funds table for 2026", () => {
  const amounts = { "1": 16000, "2": 20000, "3": 24500, "4": 29800, "5": 33800, "6": 38100, "7": 42400 };
  const funds = () =>
    rules.draft({
      kind: "funds",
      key: "POF-2026",
      effectiveFrom: "2026-07-07",
      json: JSON.stringify({ amounts, each_additional_member_over_7: 4300 }),
    });

  test("holds from its day, and the table of 2025 until the day before", async () => {
    await rules.activate((await funds()).id, { effectiveFrom: "2026-07-07" });
    const entered = { tables: await tables() };
    expect(settlementFundsOn("2026-07-06", 2, entered)?.tableId).toBe("POF-2025");
    expect(settlementFundsOn("2026-07-07", 2, entered)).toMatchObject({
      tableId: "POF-2026",
      cents: 2_000_000,
    });
  });

  test("that is retired stays on record, and the one before it holds again", async () => {
    const { id } = await funds();
    await rules.activate(id, { effectiveFrom: "2026-07-07" });
    await firm.run(firm.administrator, retireTable, { id, version: 2, reason: "Typed from the wrong page" });
    expect(settlementFundsOn("2026-11-23", 2, { tables: await tables() })?.tableId).toBe("POF-2025");
    const { rows } = await database.owner.query("select status, note from rule_table where id = $1", [id]);
    expect(rows).toEqual([{ status: "retired", note: "Typed from the wrong page" }]);
  });

  test("that corrects another of the same day takes its place; the first keeps its name", async () => {
    await rules.activate((await funds()).id, { effectiveFrom: "2026-07-07" });
    const second = await rules.draft({ kind: "funds", key: "POF-2026-b", effectiveFrom: "2026-07-07" });
    await rules.activate(second.id, { effectiveFrom: "2026-07-07" });
    expect(settlementFundsOn("2026-07-07", 1, { tables: await tables() })?.tableId).toBe("POF-2026-b");
    expect((await tables()).funds.map(({ id }) => id)).toContain("POF-2026");
  });
});

test("the client's own database role reads what is in force, and no draft", async () => {
  const file = await firm.addCase();
  const { id } = await rules.draft({ kind: "funds", key: "POF-2026", effectiveFrom: "2026-07-07" });
  expect((await firm.read(file.client, getRuleTables)).funds).toHaveLength(shippedTables.funds.length);
  await rules.activate(id, { effectiveFrom: "2026-07-07" });
  expect((await firm.read(file.client, getRuleTables)).funds.at(-1)?.id).toBe("POF-2026");
});
