/** The decision, the confirmation, the landing and the closing (rules reference 4.3, 7.2, 8). */
import { describe, expect, it } from "vitest";
import { closeCase } from "@/lib/cases/commands/close-case";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { sentApplications } from "@/lib/testing/sent-application";
import { challenge } from "./challenge";
import { confirm } from "./confirm";
import { decide } from "./decide";
import { giveAddress } from "./give-address";
import { land } from "./land";
import { reopen } from "./reopen";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addPaper, pageOf, on, addInProcess, clocksOf, stageOf } = sentApplications(database, firm);

const approve = async (file: TestCase, over: Record<string, unknown> = {}) =>
  firm.run(firm.consultant, decide, {
    ...{ ...(await on(file)), outcome: "approved", on: ago(30), approvedBy: "portal", rprfPaid: "on" },
    ...over,
  });

const refuse = async (file: TestCase, over: Record<string, unknown> = {}) =>
  firm.run(firm.consultant, decide, {
    ...{ ...(await on(file)), outcome: "refused", on: ago(3), documentId: await addPaper(file, "Refusal") },
    ...over,
  });

const only = async (file: TestCase, kind: string) =>
  (await clocksOf(file)).filter((line) => line.startsWith(kind));

describe("an approval", () => {
  it("by the portal meets the six months", async () => {
    const file = await addInProcess();
    await approve(file);
    expect(await stageOf(file)).toBe("APPROVED");
    expect(await only(file, "decision")).toEqual([expect.stringContaining("decision met")]);
    expect(await pageOf(file)).toMatchObject({ headline: "approved", current: { letters: [] } });
  });

  it("by a passport request is a letter with its clock; an unpaid fee is asked of the client", async () => {
    const file = await addInProcess();
    await approve(file, { approvedBy: "passport", rprfPaid: "", on: ago(4) });
    expect(await only(file, "passport_request")).toEqual([`passport_request open ${ago(-26)} hard`]);
    expect((await pageOf(file)).headline).toBe("send_passport");
    const { rows } = await database.owner.query("select title, state from requirement where case_id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ title: "Right of permanent residence fee, receipt", state: "requested" }]);
  });

  it("says how it came, follows the check, and is recorded once, by who may", async () => {
    const file = await addInProcess();
    await expect(approve(file, { approvedBy: "" })).rejects.toMatchObject({
      fieldErrors: { approvedBy: expect.stringContaining("PR portal or a passport request") },
    });
    await expect(approve(file, { on: ago(61) })).rejects.toMatchObject({
      fieldErrors: { on: expect.stringContaining("completeness check") },
    });
    const input = { ...(await on(file)), outcome: "approved", on: ago(3), approvedBy: "portal" };
    for (const caller of [firm.administrator, file.client])
      await expect(firm.run(caller, decide, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(approve(file, { version: 99 })).rejects.toMatchObject({ code: "CONFLICT" });
    await approve(file);
    await expect(approve(file)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a refusal", () => {
  it.each([
    ["on", 15],
    ["", 60],
  ])("starts the Federal Court's days (in Canada: %j): %i", async (toldInCanada, days) => {
    const file = await addInProcess();
    await refuse(file, { toldInCanada });
    expect(await stageOf(file)).toBe("REFUSED");
    expect(await only(file, "court_leave")).toEqual([`court_leave open ${addDays(ago(3), days)} hard`]);
    const { rows } = await database.owner.query<{ rule: string }>(
      "select rule from deadline where case_id = $1 and kind = 'court_leave'",
      [file.caseId],
    );
    expect(rows[0]?.rule).toContain("check with counsel");
  });

  it("needs its letter; can be reconsidered, and then goes on where it stood", async () => {
    const file = await addInProcess();
    await expect(refuse(file, { documentId: "" })).rejects.toMatchObject({
      fieldErrors: { documentId: "Attach the refusal letter first." },
    });
    await refuse(file, { toldInCanada: "on" });
    const again = async () => ({ ...(await on(file)), on: ago(1), note: "The hours were counted wrongly" });
    await expect(firm.run(firm.consultant, reopen, await again())).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const asked = { ...(await on(file)), kind: "reconsideration", on: ago(2) };
    await expect(firm.run(file.client, challenge, asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await firm.run(firm.consultant, challenge, asked);
    expect(await only(file, "court_leave")).toEqual([expect.stringContaining("open")]);
    await firm.run(firm.consultant, reopen, await again());
    expect(await stageOf(file)).toBe("IN_PROCESS");
    expect(await only(file, "court_leave")).toEqual([expect.stringContaining("void")]);
    expect(await only(file, "decision")).toEqual([expect.stringContaining("open")]);
    await approve(file, { on: ago(0) });
    expect(await stageOf(file)).toBe("APPROVED");
  });

  it("taken to the Court meets the Court's days", async () => {
    const file = await addInProcess();
    await refuse(file);
    await firm.run(firm.consultant, challenge, { ...(await on(file)), kind: "court", on: ago(1) });
    expect(await only(file, "court_leave")).toEqual([expect.stringContaining("met")]);
  });
});

describe("confirmation and landing", () => {
  const confirmed = async (over: Record<string, unknown> = {}) => {
    const file = await addInProcess();
    await approve(file);
    await firm.run(firm.consultant, confirm, {
      ...{ ...(await on(file)), kind: "copr", issuedOn: ago(20), until: ago(-100), ...over },
    });
    return file;
  };
  const landed = async (file: TestCase, landedOn = ago(5)) =>
    firm.run(firm.consultant, land, { ...(await on(file)), landedOn, place: "Toronto Pearson" });

  it("a COPR has a last day, and cannot be used after it", async () => {
    const file = await addInProcess();
    await approve(file);
    const input = { ...(await on(file)), kind: "copr", issuedOn: ago(20) };
    await expect(firm.run(firm.consultant, confirm, input)).rejects.toMatchObject({
      fieldErrors: { until: "Enter the last day on the COPR." },
    });
    await firm.run(firm.consultant, confirm, { ...input, until: ago(6) });
    expect(await only(file, "copr")).toEqual([`copr open ${ago(6)} hard`]);
    await expect(landed(file)).rejects.toMatchObject({
      fieldErrors: { landedOn: expect.stringContaining("could not be used after") },
    });
    await expect(landed(file, ago(21))).rejects.toMatchObject({
      fieldErrors: { landedOn: expect.stringContaining("before the day the confirmation was issued") },
    });
    await landed(file, ago(6));
    expect(await stageOf(file)).toBe("LANDED");
  });

  it("the landing ends the work: the card's 180 days, and every closing duty with its clock", async () => {
    const file = await confirmed();
    await landed(file);
    expect(await only(file, "copr")).toEqual([`copr met ${ago(-100)} hard`]);
    expect(await only(file, "pr_card")).toEqual([`pr_card open ${addDays(ago(5), 180)} soft`]);
    expect(await only(file, "closing")).toEqual(
      Array.from({ length: 5 }, () => `closing open ${ago(-30)} hard`),
    );
    await firm.run(firm.consultant, giveAddress, { ...(await on(file)), on: ago(1) });
    expect(await only(file, "pr_card")).toEqual([expect.stringContaining("met")]);
    await expect(
      firm.run(firm.consultant, giveAddress, { ...(await on(file)), on: ago(1) }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      firm.run(firm.consultant, closeCase, { caseId: file.caseId, reason: "The work is done" }),
    ).rejects.toMatchObject({ message: expect.stringContaining("Still open: ") });
  });

  it("neither comes before its turn, nor from somebody else", async () => {
    const file = await addInProcess();
    const input = { ...(await on(file)), kind: "ecopr", issuedOn: ago(20) };
    await expect(firm.run(firm.consultant, confirm, input)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(landed(file)).rejects.toMatchObject({ code: "CONFLICT" });
    for (const caller of [firm.administrator, file.client])
      await expect(firm.run(caller, confirm, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["copr", "court_leave", "pr_card"]));
  expect(unlike).toEqual([]);
});
