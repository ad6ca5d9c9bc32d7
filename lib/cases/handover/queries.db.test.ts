import { expect, it } from "vitest";
import { isStaffContext } from "@/lib/command/actor-context";
import type { Caller } from "@/lib/command/actor-context";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { assignCase } from "../commands/assign-case";
import { listHandovers } from "./queries";

const firm = testFirm(testDatabase());

const sheetOf = (file: TestCase, reader: Caller) =>
  firm.read(reader, async (ctx) => (isStaffContext(ctx) ? listHandovers(ctx, file.number) : null));

it("a reassigned case says from whom it came and what they say of it, to who sees it and its notes", async () => {
  const file = await firm.addCase();
  const note = "The employer answers only by phone.";
  const ownerId = firm.otherConsultant.actor.userId;
  await firm.run(firm.manager, assignCase, { caseId: file.caseId, ownerId, note });
  const expected = [{ from: "Priya Raman", to: "Marc Tremblay", note }];
  expect(await sheetOf(file, firm.otherConsultant)).toMatchObject(expected);
  expect(await sheetOf(file, firm.manager)).toMatchObject(expected);
  expect(await sheetOf(file, firm.consultant)).toEqual([]);
  expect(await sheetOf(file, firm.administrator)).toEqual([]);
});
