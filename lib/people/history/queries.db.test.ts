import { beforeAll, describe, expect, test } from "vitest";
import { addJob } from "../commands/add-job";
import { addPerson } from "../commands/add-person";
import { changeFamilyFacts } from "../commands/change-family-facts";
import { changeJob } from "../commands/change-job";
import { changePerson } from "../commands/change-person";
import { removeJob } from "../commands/remove-job";
import { removePerson } from "../commands/remove-person";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { caseRowOf, onPrincipal, refusalOf, sampleJob, sampleSpouse } from "@/lib/testing/sample-facts";
import { getFactSheet } from "../queries";
import { getFactHistory, getFactsAsOf } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

const historyOf = (file: TestCase, factId: string | null = null, caller = firm.consultant) =>
  firm.read(caller, (ctx) => getFactHistory(ctx, file.caseId, factId));

async function fileWithJob(): Promise<{ file: TestCase; id: string }> {
  const file = await firm.addCase();
  const { id } = await firm.run(firm.consultant, addJob, { ...onPrincipal(file), ...sampleJob });
  return { file, id: id ?? "" };
}

const changed = (file: TestCase, id: string, version: number, over: Record<string, unknown>) => ({
  ...{ caseId: file.caseId, id, version },
  ...sampleJob,
  ...over,
});

describe("the history of a fact", () => {
  test("says who changed which field, from what to what, with the version of the facts it made", async () => {
    const { file, id } = await fileWithJob();
    await firm.run(
      firm.manager,
      changeJob,
      changed(file, id, 1, { hoursPerWeek: "30", employer: "Halden Systems Inc." }),
    );
    const { changes, savedAt } = await historyOf(file, id);
    expect(
      changes
        .filter(({ verb }) => verb === "changed")
        .map(({ by, field, before, after, personId }) => [by, field, before, after, personId]),
    ).toEqual([
      ["Anjali Jain", "employer", "Halden Systems", "Halden Systems Inc.", file.principalId],
      ["Anjali Jain", "hoursPerWeek", 37.5, 30, file.principalId],
    ]);
    expect(savedAt).toEqual(changes[0]?.at);
    const { rows } = await database.owner.query<{ facts_version: number }>(
      "select distinct facts_version from fact_change where fact_id = $1 order by 1",
      [id],
    );
    const { facts_version: now } = await caseRowOf(database, file);
    expect(rows.map((row) => row.facts_version)).toEqual([2, 3]);
    expect(now).toBe(3);
  });

  test("holds what a removed fact said, and the audit log does not", async () => {
    const { file, id } = await fileWithJob();
    await firm.run(firm.consultant, removeJob, { caseId: file.caseId, id, version: 1 });
    const { changes } = await historyOf(file, id);
    const removed = changes.filter(({ verb }) => verb === "removed");
    expect(removed).toContainEqual(
      expect.objectContaining({ field: "employer", before: "Halden Systems", after: null }),
    );
    expect(JSON.stringify(await firm.eventsOf(file.caseId))).not.toContain("Halden");
  });

  test("of a person who is removed holds everything that went with them", async () => {
    const file = await firm.addCase();
    const { id } = await firm.run(firm.consultant, addPerson, { caseId: file.caseId, ...sampleSpouse });
    await firm.run(firm.consultant, addJob, { caseId: file.caseId, personId: id, ...sampleJob });
    await firm.run(firm.consultant, removePerson, { caseId: file.caseId, id, version: 1 });
    const { changes } = await historyOf(file);
    const kinds = changes.filter(({ verb }) => verb === "removed").map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["person", "job"]));
  });

  test("has a line for a part of the family's facts, and none for the other parts", async () => {
    const file = await firm.addCase();
    const place = { caseId: file.caseId, version: 1, part: "place", intendedProvince: "ON" };
    await firm.run(firm.consultant, changeFamilyFacts, place);
    const { changes } = await historyOf(file, file.caseId);
    expect(changes.map(({ kind, field, after }) => [kind, field, after])).toEqual([
      ["family", "intendedProvince", "ON"],
    ]);
  });

  test("grows by nothing when a form is saved as it was opened, and the facts keep their version", async () => {
    const { file, id } = await fileWithJob();
    const before = await historyOf(file);
    const again = await firm.run(firm.consultant, changeJob, changed(file, id, 1, {}));
    expect(again).toMatchObject({ id, version: 1 });
    expect((await historyOf(file)).changes).toEqual(before.changes);
    expect((await caseRowOf(database, file)).facts_version).toBe(2);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual(["fact.added"]);
  });

  test("holds nothing of a change that was refused", async () => {
    const { file, id } = await fileWithJob();
    await refusalOf(firm.run(firm.consultant, changeJob, changed(file, id, 1, { hoursPerWeek: "200" })));
    expect((await historyOf(file, id)).changes.every(({ verb }) => verb === "added")).toBe(true);
  });
});

describe("who reads the history", () => {
  test("the owner and a manager do; another consultant, an administrator and the client do not", async () => {
    const { file } = await fileWithJob();
    const count = async (caller: Parameters<typeof firm.read>[0]) =>
      (await firm.read(caller, (ctx) => getFactHistory(ctx, file.caseId, null))).changes.length;
    expect(await count(firm.consultant)).toBeGreaterThan(0);
    expect(await count(firm.manager)).toBeGreaterThan(0);
    expect(await count(firm.otherConsultant)).toBe(0);
    expect(await count(firm.administrator)).toBe(0);
    await expect(count(file.client)).rejects.toThrow();
  });

  test("the portal's role has no right on it, and the application none to change or delete a line", async () => {
    await fileWithJob();
    await expect(database.portal.query("select 1 from fact_change")).rejects.toThrow(/permission denied/);
    await expect(database.app.query("update fact_change set field = 'x'")).rejects.toThrow(/denied/);
    await expect(database.app.query("delete from fact_change")).rejects.toThrow(/denied/);
  });
});

describe("the facts as of a day", () => {
  test("are those of the end of that day: later changes, additions and removals are undone", async () => {
    const { file, id } = await fileWithJob();
    const then = (await firm.read(firm.consultant, (ctx) => getFactSheet(ctx, file.caseId))).facts;
    // What there is was entered last year; everything below is of today.
    await database.owner.query("update fact_change set changed_at = '2025-03-01T12:00Z' where case_id = $1", [
      file.caseId,
    ]);
    await firm.run(firm.consultant, changeJob, changed(file, id, 1, { hoursPerWeek: "12", toDate: "" }));
    await firm.run(firm.consultant, addJob, {
      ...onPrincipal(file),
      ...sampleJob,
      employer: "Second",
    });
    await firm.run(firm.consultant, removeJob, { caseId: file.caseId, id, version: 2 });
    await firm.run(firm.consultant, changePerson, {
      ...{ caseId: file.caseId, id: file.principalId, version: 1 },
      ...{ familyName: "Renamed", maritalStatus: "single" },
    });
    const asOf = (day: string) => firm.read(firm.consultant, (ctx) => getFactsAsOf(ctx, file.caseId, day));
    const { facts, changes } = await asOf("2025-03-02");
    expect(changes).toBeGreaterThan(0);
    expect(facts).toEqual(then);
    const before = await asOf("2025-02-27");
    expect(before.facts.people.flatMap(({ jobs }) => jobs)).toEqual([]);
  });
});
