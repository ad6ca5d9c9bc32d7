/** The way of an application after its submission (rules reference 4.3, 8). */
import { describe, expect, it } from "vitest";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { sentApplications } from "@/lib/testing/sent-application";
import { addMonths } from "@/lib/express-entry/timing/calendar-date";
import { startAgain } from "@/lib/cases/commands/start-again";
import { acknowledge } from "./acknowledge";
import { changeTrack } from "./change-track";
import { checkCompleteness } from "./check-completeness";
import { recordLetter } from "./record-letter";
import { recordPermit } from "./record-permit";

const database = testDatabase();
const firm = testFirm(database);
const { ago, send, addSent, addPaper, pageOf, on, addAcknowledged, addInProcess, clocksOf, stageOf } =
  sentApplications(database, firm);

const acknowledged = () => ({ number: "E001234567", receivedOn: ago(90), acknowledgedOn: ago(89) });

describe("the acknowledgement of receipt", () => {
  it("starts the six-month standard, with who, when, its paper and the client told", async () => {
    const file = await addSent();
    expect(await pageOf(file)).toMatchObject({ current: null, headline: "waiting_acknowledgement" });
    const documentId = await addPaper(file, "Acknowledgement of receipt");
    await firm.run(firm.consultant, acknowledge, { caseId: file.caseId, ...acknowledged(), documentId });
    expect(await clocksOf(file)).toEqual([`decision open ${addMonths(ago(90), 6)} soft`]);
    const { current, headline, standardOn } = await pageOf(file);
    expect({ headline, standardOn }).toEqual({
      headline: "waiting_completeness",
      standardOn: addMonths(ago(90), 6),
    });
    expect(current?.steps).toMatchObject([
      {
        ...{ kind: "acknowledged", happenedOn: ago(89), byName: "Priya Raman", clientTold: true },
        document: { id: documentId, title: "Acknowledgement of receipt" },
      },
    ]);
    expect(current?.steps[0]?.at).toBeInstanceOf(Date);
    const { rows } = await database.owner.query("select kind from mail where case_id = $1", [file.caseId]);
    expect(rows).toEqual([{ kind: "application_news" }]);
    expect(await firm.eventsOf(file.caseId)).toMatchObject([
      { event: "application.acknowledged", detail: { number: "E001234567", clientTold: true } },
      { event: "deadline.set" },
    ]);
  });

  it("says that the client was not told where they have no account", async () => {
    const file = await addSent();
    await database.owner.query("update app_user set status = 'disabled' where client_id = $1", [
      file.clientId,
    ]);
    await firm.run(firm.consultant, acknowledge, { caseId: file.caseId, ...acknowledged() });
    expect((await pageOf(file)).current?.steps).toMatchObject([{ clientTold: false }]);
  });

  it("is refused twice, before the submission, with dates out of order, and with another case's paper", async () => {
    const file = await addSent();
    const run = (over: Record<string, unknown>) =>
      firm.run(firm.consultant, acknowledge, { caseId: file.caseId, ...acknowledged(), ...over });
    await expect(run({ receivedOn: ago(91) })).rejects.toMatchObject({
      fieldErrors: { receivedOn: expect.stringContaining("before the application was sent") },
    });
    await expect(run({ acknowledgedOn: ago(-1) })).rejects.toMatchObject({
      fieldErrors: { acknowledgedOn: expect.stringContaining("in the future") },
    });
    const foreign = await addPaper(await firm.addCase(), "Theirs");
    await expect(run({ documentId: foreign })).rejects.toMatchObject({
      fieldErrors: { documentId: "This paper is not in the file." },
    });
    await run({});
    await expect(run({})).rejects.toMatchObject({
      code: "CONFLICT",
      message: "The acknowledgement is recorded already.",
    });
    const early = await firm.addCase({ stage: "READY_TO_SUBMIT" });
    await expect(
      firm.run(firm.consultant, acknowledge, { caseId: early.caseId, ...acknowledged() }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is the firm's: not another consultant's, an administrator's or the client's", async () => {
    const file = await addSent();
    const input = { caseId: file.caseId, ...acknowledged() };
    await expect(firm.run(firm.otherConsultant, acknowledge, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const caller of [firm.administrator, file.client])
      await expect(firm.run(caller, acknowledge, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the completeness check", () => {
  it("passed, IRCC is at work", async () => {
    const file = await addInProcess();
    expect(await stageOf(file)).toBe("IN_PROCESS");
    expect(await pageOf(file)).toMatchObject({ headline: "in_review", current: { checkedOn: ago(60) } });
  });

  it("needs the acknowledgement first, and the version the form was opened on", async () => {
    const file = await addSent();
    const check = { caseId: file.caseId, version: 1, outcome: "passed", on: ago(60) };
    await expect(firm.run(firm.consultant, checkCompleteness, check)).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Record IRCC's acknowledgement of receipt first.",
    });
    await firm.run(firm.consultant, acknowledge, { caseId: file.caseId, ...acknowledged() });
    await expect(
      firm.run(firm.consultant, checkCompleteness, { ...check, version: 7 }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Somebody changed") });
    await expect(firm.run(file.client, checkCompleteness, check)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("returned, leads back to a new profile; the application, its letters and invitation stay as history", async () => {
    const file = await addAcknowledged();
    const paper = await addPaper(file, "Letter");
    await firm.run(firm.consultant, recordLetter, {
      ...{ ...(await on(file)), kind: "adr", letterOn: ago(20), asks: "A new photo", documentId: paper },
    });
    const returned = { ...(await on(file)), outcome: "returned", on: ago(5), feesReturnedOn: ago(2) };
    await expect(firm.run(firm.consultant, checkCompleteness, returned)).rejects.toMatchObject({
      fieldErrors: { missing: "Say what IRCC found missing." },
    });
    await firm.run(firm.consultant, checkCompleteness, { ...returned, missing: "Police certificate, India" });
    expect(await stageOf(file)).toBe("REJECTED_INCOMPLETE");
    expect(await clocksOf(file)).toEqual([
      `adr void ${ago(-10)} hard`,
      `decision void ${addMonths(ago(90), 6)} soft`,
    ]);
    expect(await pageOf(file)).toMatchObject({
      ...{ headline: "returned", current: { missing: "Police certificate, India" } },
      ...{ steps: [] },
    });
    await database.owner.query(
      `insert into sign_off (id, case_id, client_id, by_user_id, at, facts_version)
       values (gen_random_uuid(), $1, $2, $3, now(), 1)`,
      [file.caseId, file.clientId, file.ownerId],
    );
    await firm.run(firm.consultant, startAgain, { caseId: file.caseId });
    expect(await stageOf(file)).toBe("PROFILE_PREPARATION");
    const { rows } = await database.owner.query(
      "select count(*)::int as n from sign_off where case_id = $1 and withdrawn_at is null",
      [file.caseId],
    );
    expect(rows).toEqual([{ n: 0 }]);

    // The next application is one of its own; the returned one stays beside it.
    await database.owner.query("update case_file set stage = 'SUBMITTED' where id = $1", [file.caseId]);
    await send(file, 1);
    const next = await pageOf(file);
    expect(next.current).toBeNull();
    expect(next.earlier).toMatchObject([{ completeness: "returned", letters: [{ state: "void" }] }]);
  });

  it("a new profile follows a returned application or a lapsed invitation, and nothing else", async () => {
    const file = await firm.addCase({ stage: "ASSESSMENT" });
    await expect(firm.run(firm.consultant, startAgain, { caseId: file.caseId })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const lapsed = await firm.addCase({ stage: "ITA_EXPIRED" });
    await expect(firm.run(firm.administrator, startAgain, { caseId: lapsed.caseId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await firm.run(firm.consultant, startAgain, { caseId: lapsed.caseId });
    expect(await stageOf(lapsed)).toBe("PROFILE_PREPARATION");
  });
});

describe("IRCC's four tracks", () => {
  it("run beside the firm's stage, each with its newest state, and keep what was said before", async () => {
    const file = await addInProcess();
    const change = async (track: string, state: string, day: number) =>
      firm.run(firm.consultant, changeTrack, { ...(await on(file)), track, state, on: ago(day) });
    await change("medical", "in_progress", 50);
    await change("medical", "passed", 30);
    await change("background", "in_progress", 20);
    const { current, headline } = await pageOf(file);
    expect(headline).toBe("in_review");
    expect(current?.tracks.map(({ track, state, since }) => [track, state, since])).toEqual([
      ["biometrics", "not_started", null],
      ["medical", "passed", ago(30)],
      ["eligibility", "not_started", null],
      ["background", "in_progress", ago(20)],
    ]);
    expect(current?.steps.filter(({ track }) => track === "medical")).toHaveLength(2);
    await change("eligibility", "failed", 10);
    expect((await pageOf(file)).headline).toBe("track_failed");
  });

  it("change on the version that was read, by who may, before the decision alone", async () => {
    const file = await addInProcess();
    const input = { ...(await on(file)), track: "medical", state: "passed", on: ago(30) };
    await firm.run(firm.consultant, changeTrack, input);
    await expect(firm.run(firm.consultant, changeTrack, input)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(firm.run(firm.administrator, changeTrack, input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await database.owner.query("update case_file set stage = 'APPROVED' where id = $1", [file.caseId]);
    await expect(
      firm.run(firm.consultant, changeTrack, { ...input, ...(await on(file)) }),
    ).rejects.toMatchObject({ message: expect.stringContaining("cannot be recorded now") });
  });
});

describe("the bridging open work permit", () => {
  it("is possible once the check is passed, for a worker in Canada, and its outcome is recorded", async () => {
    const file = await addAcknowledged();
    await database.owner.query(
      "update person set status_in_canada = 'worker', status_expires_on = $2 where id = $1",
      [file.principalId, ago(-100)],
    );
    expect((await pageOf(file)).permit).toMatchObject({ possible: "later", permitEndsOn: ago(-100) });
    await firm.run(firm.consultant, checkCompleteness, {
      ...{ ...(await on(file)), outcome: "passed", on: ago(60) },
    });
    expect((await pageOf(file)).permit).toMatchObject({ possible: "now" });

    const applied = { ...(await on(file)), appliedOn: ago(50) };
    await expect(
      firm.run(firm.consultant, recordPermit, { ...applied, appliedOn: ago(61) }),
    ).rejects.toMatchObject({ fieldErrors: { appliedOn: expect.stringContaining("completeness check") } });
    await firm.run(firm.consultant, recordPermit, applied);
    await expect(firm.run(firm.consultant, recordPermit, applied)).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const issued = { ...(await on(file)), appliedOn: ago(50), outcome: "issued", outcomeOn: ago(20) };
    await expect(firm.run(firm.consultant, recordPermit, issued)).rejects.toMatchObject({
      fieldErrors: { until: "Enter the last day of the permit." },
    });
    await firm.run(firm.consultant, recordPermit, { ...issued, until: ago(-300) });
    expect((await pageOf(file)).current).toMatchObject({ permitOutcome: "issued", permitUntil: ago(-300) });
    expect((await pageOf(file)).steps).not.toContain("permit");
    await expect(firm.run(file.client, recordPermit, issued)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["decision"]));
  expect(unlike).toEqual([]);
});
