/** ON_HOLD (rules reference, section 8): an interrupt that leads back to where it came, while every clock runs on. */
import { describe, expect, it } from "vitest";
import { withdrawCase } from "@/lib/cases/commands/withdraw-case";
import { getCaseHeader } from "@/lib/cases/header/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { sentApplications } from "@/lib/testing/sent-application";
import { findProgress } from "../queries";
import { challenge } from "./challenge";
import { decide } from "./decide";
import { hold } from "./hold";
import { reopen } from "./reopen";
import { resume } from "./resume";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addPaper, addAcknowledged, addInProcess, addSent, clocksOf, on, pageOf, stageOf } =
  sentApplications(database, firm);

const putOnHold = async (file: TestCase, over: Record<string, unknown> = {}) =>
  firm.run(firm.consultant, hold, {
    ...{ ...(await on(file)), on: ago(10), reason: "Security screening is suspended", ...over },
  });

const headOf = (file: TestCase) =>
  firm.read(firm.consultant, async (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("read as staff");
    const { heldOn, wasSent } = await getCaseHeader(ctx, file.number);
    return { heldOn, wasSent, progress: await findProgress(ctx, file.number) };
  });

const refused = async () => {
  const file = await addInProcess();
  await firm.run(firm.consultant, decide, {
    ...{ ...(await on(file)), outcome: "refused", on: ago(5), toldInCanada: "on" },
    documentId: await addPaper(file, "Refusal letter"),
  });
  return file;
};

describe("an application on hold", () => {
  it.each([
    ["SUBMITTED", addAcknowledged],
    ["IN_PROCESS", addInProcess],
  ] as const)(
    "at %s says so everywhere, keeps stage and clocks, and goes on where it was",
    async (stage, add) => {
      const file = await add();
      const before = await clocksOf(file);
      await putOnHold(file);
      expect(await stageOf(file)).toBe(stage);
      expect(await clocksOf(file)).toEqual(before);
      expect(await pageOf(file)).toMatchObject({
        headline: "on_hold",
        current: { heldOn: ago(10), heldReason: "Security screening is suspended" },
      });
      expect(await headOf(file)).toMatchObject({
        heldOn: ago(10),
        wasSent: true,
        progress: { now: "on hold" },
      });
      await firm.run(firm.consultant, resume, { ...(await on(file)), on: ago(2) });
      expect(await stageOf(file)).toBe(stage);
      expect(await clocksOf(file)).toEqual(before);
      const page = await pageOf(file);
      expect(page.current).toMatchObject({ heldOn: null, heldReason: null });
      expect(page.current?.steps.slice(0, 2)).toMatchObject([
        { kind: "resumed", happenedOn: ago(2), clientTold: true },
        { kind: "held", happenedOn: ago(10), note: "Security screening is suspended", clientTold: true },
      ]);
      expect((await headOf(file)).heldOn).toBeNull();
    },
  );

  it("needs a reason and a past day, is not put on hold twice, and only by who may record", async () => {
    const file = await addInProcess();
    await expect(putOnHold(file, { reason: " " })).rejects.toMatchObject({ code: "INVALID" });
    await expect(putOnHold(file, { on: ago(-1) })).rejects.toMatchObject({
      fieldErrors: { on: expect.stringContaining("in the future") },
    });
    const input = { ...(await on(file)), on: ago(3), reason: "x" };
    for (const caller of [firm.administrator, file.client])
      await expect(firm.run(caller, hold, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      firm.run(firm.consultant, resume, { ...(await on(file)), on: ago(1) }),
    ).rejects.toMatchObject({ message: "It is not on hold." });
    await putOnHold(file);
    await expect(putOnHold(file)).rejects.toMatchObject({ message: "It is on hold already." });
    await expect(
      firm.run(firm.consultant, resume, { ...(await on(file)), on: ago(11) }),
    ).rejects.toMatchObject({ fieldErrors: { on: expect.stringContaining("before it was put on hold") } });
  });

  it("ends with a step to another stage, and with the case", async () => {
    const decided = await addInProcess();
    await putOnHold(decided);
    await firm.run(firm.consultant, decide, {
      ...{ ...(await on(decided)), outcome: "approved", on: ago(1), approvedBy: "portal", rprfPaid: "on" },
    });
    expect((await headOf(decided)).heldOn).toBeNull();
    const withdrawn = await addInProcess();
    await putOnHold(withdrawn);
    await firm.run(firm.manager, withdrawCase, { caseId: withdrawn.caseId, reason: "Stays at home" });
    expect((await headOf(withdrawn)).heldOn).toBeNull();
    expect((await pageOf(withdrawn)).headline).toBe("withdrawn");
  });
});

describe("a challenged refusal", () => {
  it("is on hold until IRCC looks at it again; the Court's clock runs on", async () => {
    const file = await refused();
    await firm.run(firm.consultant, challenge, { ...(await on(file)), kind: "reconsideration", on: ago(2) });
    expect(await stageOf(file)).toBe("REFUSED");
    expect((await pageOf(file)).headline).toBe("challenged");
    expect(await headOf(file)).toMatchObject({
      heldOn: ago(2),
      progress: { done: "Refused", now: "challenged" },
    });
    expect((await clocksOf(file)).filter((line) => line.startsWith("court_leave"))).toEqual([
      expect.stringContaining("court_leave open"),
    ]);
    await firm.run(firm.consultant, reopen, { ...(await on(file)), on: ago(1), note: "Reopened" });
    expect(await stageOf(file)).toBe("IN_PROCESS");
    expect((await headOf(file)).heldOn).toBeNull();
  });
});

it("a case whose application IRCC has not acknowledged has no line of it yet", async () => {
  const file = await addSent();
  expect(await headOf(file)).toEqual({ heldOn: null, wasSent: true, progress: null });
});
