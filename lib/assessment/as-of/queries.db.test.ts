import { beforeAll, expect, test } from "vitest";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { addLanguageTest } from "@/lib/people/commands/add-language-test";
import { changePerson } from "@/lib/people/commands/change-person";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { onPrincipal, sampleTest } from "@/lib/testing/sample-facts";
import { findStandingAsOf } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

const standing = (file: TestCase, day: string) =>
  firm.read(firm.consultant, (ctx) =>
    findStandingAsOf(ctx as Parameters<typeof findStandingAsOf>[0], file.caseId, day),
  );

test("a day gone by is scored by the facts of then, and says how much was changed since", async () => {
  const file = await firm.addCase();
  const { principalId: id, caseId } = file;
  await firm.run(firm.consultant, changePerson, {
    ...{ caseId, id, version: 1, familyName: "Kulkarni", birthDate: "1996-03-14", maritalStatus: "single" },
  });
  await database.owner.query("update fact_change set changed_at = '2025-11-01T12:00Z' where case_id = $1", [
    caseId,
  ]);
  const before = await standing(file, "2025-12-01");
  expect(before).toBeNull();
  await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(file), ...sampleTest });
  const then = await standing(file, "2025-12-01");
  // 29 years old and nothing else: the test that was entered later is not there yet.
  expect(then).toMatchObject({ day: "2025-12-01", score: 110 });
  expect(then?.changes).toBeGreaterThan(4);
  expect(await standing(file, "2025-10-01")).toMatchObject({ score: null });
});
