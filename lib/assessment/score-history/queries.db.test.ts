import { beforeAll, expect, it } from "vitest";
import type { StaffContext } from "@/lib/command/actor-context";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { addLanguageTest } from "@/lib/people/commands/add-language-test";
import { changePerson } from "@/lib/people/commands/change-person";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { onPrincipal, sampleTest } from "@/lib/testing/sample-facts";
import { listScoreChanges } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
let file: TestCase;

const changesFor = (caller = firm.consultant) =>
  firm.read(caller, (ctx) => listScoreChanges(ctx as StaffContext, file.caseId));

beforeAll(async () => {
  await loadOccupations(database.owner);
  file = await firm.addCase();
  const { principalId: id, caseId } = file;
  await firm.run(firm.consultant, changePerson, {
    ...{ caseId, id, version: 1, familyName: "Kulkarni", birthDate: "1996-03-14", maritalStatus: "single" },
  });
  await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(file), ...sampleTest });
});

it("says what each score was before, why it changed, on which day and under which rules", async () => {
  const [last, first] = await changesFor();
  expect(first).toMatchObject({ previous: null, reason: "fact" });
  expect(last).toMatchObject({ previous: first?.score, reason: "fact", rulesetId: "CRS-2025-03-25" });
  expect(last?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

it("is for who reads the facts", async () => {
  expect(await changesFor(firm.otherConsultant)).toEqual([]);
  expect(await changesFor(firm.administrator)).toEqual([]);
  expect((await changesFor(firm.manager)).length).toBeGreaterThan(1);
});
