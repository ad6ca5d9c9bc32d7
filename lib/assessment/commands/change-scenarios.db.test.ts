import { describe, expect, test } from "vitest";
import type { FactChange } from "@/lib/express-entry/what-if/changes";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { refusalOf } from "@/lib/testing/sample-facts";
import { MOST_SCENARIOS } from "../forecast/scenario-limits";
import { removeScenario } from "./remove-scenario";
import { renameScenario } from "./rename-scenario";
import { saveScenario } from "./save-scenario";

const database = testDatabase();
const firm = testFirm(database);

const TEN = { listening: 10, reading: 10, writing: 10, speaking: 10 };
const CELPIP_TEN: FactChange = {
  kind: "language_test",
  person: "principal",
  test: "celpip_general",
  on: "2027-01-04",
  result: { levels: TEN },
};

const save = (file: TestCase, name = "CELPIP 10", changes: unknown = JSON.stringify([CELPIP_TEN])) =>
  firm.run(firm.consultant, saveScenario, { caseId: file.caseId, name, changes });

async function kept(file: TestCase) {
  const { rows } = await database.owner.query<{ name: string; changes: unknown; version: number }>(
    "select name, changes, version from scenario where case_id = $1 order by created_at",
    [file.caseId],
  );
  return rows;
}

describe("keeping a scenario", () => {
  test("stores its changes as they were tried, and the log says so without a name", async () => {
    const file = await firm.addCase();
    await save(file);
    expect(await kept(file)).toEqual([{ name: "CELPIP 10", changes: [CELPIP_TEN], version: 1 }]);
    expect(await firm.eventsOf(file.caseId)).toMatchObject([
      { event: "scenario.saved", detail: { changes: 1 } },
    ]);
    expect(JSON.stringify(await firm.eventsOf(file.caseId))).not.toContain("CELPIP");
  });

  test.each([
    ["what is no JSON", "[{"],
    ["nothing", "[]"],
    ["an unknown change", JSON.stringify([{ kind: "wish", on: "2027-01-04" }])],
    ["a day that does not exist", JSON.stringify([{ ...CELPIP_TEN, on: "2027-02-30" }])],
    ["a key that no change has", JSON.stringify([{ ...CELPIP_TEN, score: 1200 }])],
    ["too many changes", JSON.stringify(Array.from({ length: 21 }, () => CELPIP_TEN))],
  ])("refuses %s, and keeps nothing", async (_what, changes) => {
    const file = await firm.addCase();
    expect((await refusalOf(save(file, "x", changes))).code).toBe("INVALID");
    expect(await kept(file)).toEqual([]);
  });

  test("takes a name once a file, whatever its capitals", async () => {
    const [file, other] = [await firm.addCase(), await firm.addCase()];
    await save(file);
    expect((await refusalOf(save(file, "celpip 10"))).fieldErrors.name).toMatch(/is there already/);
    await save(other);
    expect(await kept(file)).toHaveLength(1);
  });

  test("stops where the chart could not tell them apart, also when two come at once", async () => {
    const file = await firm.addCase();
    for (let index = 1; index < MOST_SCENARIOS; index += 1) await save(file, `Scenario ${index}`);
    const two = await Promise.allSettled([save(file, "One more"), save(file, "And one more")]);
    expect(two.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await kept(file)).toHaveLength(MOST_SCENARIOS);
  });

  test("is refused for a file that has ended", async () => {
    const file = await firm.addCase({ stage: "CLOSED" });
    expect((await refusalOf(save(file))).code).toBe("CONFLICT");
  });
});

describe("renaming and removing a scenario", () => {
  test("hold for the version that was seen: of two the second hears of the first", async () => {
    const file = await firm.addCase();
    const { id } = await save(file);
    const on = { caseId: file.caseId, id, version: 1 };
    await firm.run(firm.consultant, renameScenario, { ...on, name: "English again" });
    const late = await refusalOf(firm.run(firm.manager, renameScenario, { ...on, name: "Retest" }));
    expect([late.code, late.current?.name]).toEqual(["CONFLICT", "English again"]);
    expect((await refusalOf(firm.run(firm.manager, removeScenario, on))).code).toBe("CONFLICT");
    await firm.run(firm.consultant, removeScenario, { ...on, version: 2 });
    expect(await kept(file)).toEqual([]);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      "scenario.saved",
      "scenario.renamed",
      "scenario.removed",
    ]);
  });

  test("reach no scenario of another file", async () => {
    const [file, other] = [await firm.addCase(), await firm.addCase()];
    const { id } = await save(file);
    const crossed = { caseId: other.caseId, id, version: 1 };
    expect((await refusalOf(firm.run(firm.consultant, removeScenario, crossed))).code).toBe("CONFLICT");
    expect(await kept(file)).toHaveLength(1);
  });
});

describe("scenarios belong to who may change the facts", () => {
  test("not the administrator, not another consultant, not the client", async () => {
    const file = await firm.addCase();
    const { id } = await save(file);
    const on = { caseId: file.caseId, id, version: 1 };
    for (const [caller, code] of [
      [firm.administrator, "FORBIDDEN"],
      [firm.otherConsultant, "NOT_FOUND"],
      [file.client, "FORBIDDEN"],
    ] as const) {
      expect((await refusalOf(firm.run(caller, removeScenario, on))).code).toBe(code);
      expect((await refusalOf(firm.run(caller, renameScenario, { ...on, name: "x" }))).code).toBe(code);
      const input = { caseId: file.caseId, name: newId(), changes: JSON.stringify([CELPIP_TEN]) };
      expect((await refusalOf(firm.run(caller, saveScenario, input))).code).toBe(code);
    }
  });

  test("the portal's role has no right on the table at all", async () => {
    await expect(database.portal.query("select 1 from scenario")).rejects.toThrow(/permission denied/);
  });
});
