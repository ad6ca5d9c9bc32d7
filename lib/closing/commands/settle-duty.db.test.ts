/** The duties of the Code at the end of a file (ss. 36, 37), and the gate before it is closed. */
import { describe, expect, it } from "vitest";
import { closeCase } from "@/lib/cases/commands/close-case";
import { withdrawCase } from "@/lib/cases/commands/withdraw-case";
import { isStaffContext } from "@/lib/command/actor-context";
import { addBusinessDays } from "@/lib/express-entry/timing/business-days";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { sentApplications } from "@/lib/testing/sent-application";
import { getClosingPage } from "../queries";
import { beginClosing } from "./begin-closing";
import { nameSuccessor } from "./name-successor";
import { settleDuty } from "./settle-duty";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addPaper, clocksOf, stageOf } = sentApplications(database, firm);

const pageOf = (file: TestCase) =>
  firm.read(firm.consultant, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("read as staff");
    return getClosingPage(ctx, file.number);
  });

const settle = (file: TestCase, duty: { id: string; version: number }, over: Record<string, unknown> = {}) =>
  firm.run(firm.consultant, settleDuty, {
    ...{ caseId: file.caseId, dutyId: duty.id, version: duty.version, outcome: "done", on: ago(0), ...over },
  });

const close = (file: TestCase, dutiesReason?: string) =>
  firm.run(firm.consultant, closeCase, { caseId: file.caseId, reason: "The work is done", dutiesReason });

async function addEnded(): Promise<TestCase> {
  const file = await firm.addCase({ stage: "IN_POOL" });
  await firm.run(firm.consultant, beginClosing, { caseId: file.caseId, endedOn: ago(2) });
  return file;
}

describe("the closing duties", () => {
  it("of a retainer that ended early: IRCC within 10 days, the rest within 30", async () => {
    const file = await addEnded();
    const { duties, allowed } = await pageOf(file);
    expect(duties.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ["tell_government", addDays(ago(2), 10)],
      ["account_for_funds", addDays(ago(2), 30)],
      ["final_invoice", addDays(ago(2), 30)],
      ["keep_records", addDays(ago(2), 30)],
      ["refund", addDays(ago(2), 30)],
      ["return_originals", addDays(ago(2), 30)],
    ]);
    expect(allowed).toEqual({ settle: true, begin: false, nameSuccessor: true });
    await expect(
      firm.run(firm.consultant, beginClosing, { caseId: file.caseId, endedOn: ago(0) }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("begin with a withdrawal, whatever else ends with it", async () => {
    const file = await firm.addCase({ stage: "IN_PROCESS" });
    await firm.run(firm.consultant, withdrawCase, { caseId: file.caseId, reason: "Stays at home" });
    expect((await clocksOf(file)).filter((line) => line.startsWith("closing open"))).toHaveLength(6);
    const begun = await addEnded();
    await firm.run(firm.consultant, withdrawCase, { caseId: begun.caseId, reason: "Stays at home" });
    expect((await clocksOf(begun)).filter((line) => line.startsWith("closing open"))).toHaveLength(6);
  });

  it("are settled one by one, on a day and with a paper, or not needed for a reason", async () => {
    const file = await addEnded();
    const [tell, funds] = (await pageOf(file)).duties;
    if (!tell || !funds) throw new Error("two duties");
    await expect(settle(file, tell, { on: ago(3) })).rejects.toMatchObject({
      fieldErrors: { on: "This is before the work ended." },
    });
    await expect(settle(file, tell, { outcome: "not_needed" })).rejects.toMatchObject({
      fieldErrors: { note: "Say why it is not needed." },
    });
    await expect(settle(file, { ...tell, version: 9 })).rejects.toMatchObject({ code: "CONFLICT" });
    const documentId = await addPaper(file, "Web form sent");
    await settle(file, tell, { documentId });
    await settle(file, funds, { outcome: "not_needed", note: "No money was ever held" });
    await expect(settle(file, tell)).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await pageOf(file)).duties.slice(0, 2)).toMatchObject([
      { state: "done", settledByName: "Priya Raman", document: { title: "Web form sent" } },
      { state: "not_needed", note: "No money was ever held" },
    ]);
    expect(await clocksOf(file)).toContain(`closing met ${addDays(ago(2), 10)} hard`);
  });

  it("a successor gets the file within ten business days", async () => {
    const file = await addEnded();
    const input = { caseId: file.caseId, successor: "Maple Counsel", askedOn: ago(1) };
    await firm.run(firm.consultant, nameSuccessor, input);
    expect(await clocksOf(file)).toContain(`file_transfer open ${addBusinessDays(ago(1), 10)} hard`);
    await expect(firm.run(firm.consultant, nameSuccessor, input)).rejects.toMatchObject({
      message: "A successor is named already.",
    });
  });

  it("are the firm's own business", async () => {
    const file = await addEnded();
    const [duty] = (await pageOf(file)).duties;
    const input = { caseId: file.caseId, dutyId: duty?.id, version: 1, outcome: "done", on: ago(0) };
    for (const caller of [firm.administrator, file.client]) {
      await expect(firm.run(caller, settleDuty, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(
        firm.run(caller, beginClosing, { caseId: file.caseId, endedOn: ago(0) }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("closing a file", () => {
  it("waits for the duties, or for a reason that is kept with each of them", async () => {
    const file = await addEnded();
    await expect(close(file)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Still open: tell ircc that the firm no longer acts"),
    });
    await close(file, "The client cannot be reached");
    expect(await stageOf(file)).toBe("CLOSED");
    expect((await pageOf(file)).duties.map(({ state, note }) => [state, note])).toEqual(
      Array.from({ length: 6 }, () => ["left", "The client cannot be reached"]),
    );
    expect(await clocksOf(file)).toEqual(expect.not.arrayContaining([expect.stringContaining("open")]));
  });

  it("whose duties are all settled needs no second reason", async () => {
    const file = await addEnded();
    for (const duty of (await pageOf(file)).duties) await settle(file, duty);
    await close(file);
    expect(await stageOf(file)).toBe("CLOSED");
  });

  it("of a retained client needs them to have begun; an enquiry owes nothing", async () => {
    const retained = await firm.addCase({ stage: "RETAINED" });
    await expect(close(retained)).rejects.toMatchObject({
      message: expect.stringContaining("have not begun"),
    });
    const enquiry = await firm.addCase({ stage: "ENQUIRY" });
    await close(enquiry);
    expect(await stageOf(enquiry)).toBe("CLOSED");
  });
});

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["closing", "file_transfer"]));
  expect(unlike).toEqual([]);
});
