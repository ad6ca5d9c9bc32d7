/** The track of a provincial nomination from a province's letter to the points, and back (rules reference 3.4). */
import { beforeAll, describe, expect, it } from "vitest";
import type { Command } from "@/lib/command/define-command";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { recordInvitation } from "@/lib/profiles/commands/record-invitation";
import { recordProfile } from "@/lib/profiles/commands/record-profile";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { addProfileTwo, lifeUntil } from "@/lib/testing/profile-two";
import { getNominationPage } from "../track/queries";
import { acceptOffer } from "./accept-offer";
import { addNominationDocument } from "./add-document";
import { changeNominationDocument } from "./change-document";
import { endNomination } from "./end-nomination";
import { lapseOffer } from "./lapse-offer";
import { recordApplication } from "./record-application";
import { recordInterest } from "./record-interest";
import { recordNomination } from "./record-nomination";
import { recordOffer } from "./record-offer";
import { removeNominationDocument } from "./remove-document";
import { startApplication } from "./start-application";
import { tellIrcc } from "./tell-ircc";

const database = testDatabase();
const firm = testFirm(database);

let now: Date;
let today: string;
let profileNumber = 500_000_000;

beforeAll(async () => {
  now = (await database.owner.query<{ now: Date }>("select now() as now")).rows[0]?.now ?? new Date(0);
  today = dateInZone(now, DEFAULT_ZONE);
});

const ago = (days: number) => addDays(today, -days);

const SCORE = 480;
/** What a nomination adds to a profile of somebody without additional points of another kind. */
const POINTS = 600;

/** Profile 2 of the reference, in the pool; a Canadian degree earns 30 of the 600 additional points there are. */
async function addInPool(): Promise<TestCase> {
  const file = await firm.addCase({ stage: "PROFILE_PREPARATION" });
  await addProfileTwo((sql, values) => database.owner.query(sql, values), file, lifeUntil(today));
  profileNumber += 1;
  await firm.run(firm.consultant, recordProfile, {
    caseId: file.caseId,
    profileNumber: `E${profileNumber}`,
    submittedAt: `${ago(60)}T14:05:09Z`,
    crsScore: SCORE,
    historic: false,
  });
  return file;
}

const pageOf = (file: TestCase, viewer = firm.consultant) =>
  firm.read(viewer, (ctx) => getNominationPage(ctx as StaffContext, file.caseId));

/** Records a step of the newest track, on its version of now. */
async function record(file: TestCase, command: Command, fields: Record<string, unknown>): Promise<unknown> {
  const [track] = (await pageOf(file)).tracks;
  const input = { caseId: file.caseId, nominationId: track?.id, version: track?.version, ...fields };
  return firm.run(firm.consultant, command, input);
}

const step = (command: object) => command as Command;

async function addOffered(offeredOn = ago(3)): Promise<TestCase> {
  const file = await addInPool();
  await firm.run(firm.consultant, startApplication, {
    caseId: file.caseId,
    province: "BC",
    streamName: "Skilled Worker",
    appliedOn: ago(50),
  });
  await record(file, step(recordNomination), {
    issuedOn: ago(45),
    certificateNumber: "BC-10442",
    expiresOn: addDays(today, 120),
  });
  await record(file, step(recordOffer), { offeredOn });
  return file;
}

const accept = (file: TestCase, acceptedOn = ago(1), livesThere = true) =>
  record(file, step(acceptOffer), { acceptedOn, livesThere });

async function profileOf({ caseId }: TestCase) {
  const { rows } = await database.owner.query<{ crs_score: number; classes: string[]; status: string }>(
    "select crs_score, classes, status from express_entry_profile where case_id = $1",
    [caseId],
  );
  return rows[0];
}

async function fileOf({ caseId }: TestCase) {
  const { rows } = await database.owner.query<{ stage: string; program: string | null; nomination: unknown }>(
    `select c.stage, c.program, f.nomination from case_file c join family_fact f on f.case_id = c.id where c.id = $1`,
    [caseId],
  );
  return rows[0];
}

async function clocksOf({ caseId }: TestCase): Promise<string[]> {
  const { rows } = await database.owner.query<{ clock: string }>(
    `select source_kind || ' ' || state || ' ' || to_char(due_on, 'YYYY-MM-DD') as clock from deadline
     where case_id = $1 and kind = 'nomination' order by 1`,
    [caseId],
  );
  return rows.map(({ clock }) => clock);
}

describe("from interest to points", () => {
  it("walks every step, and gives the points with the acceptance alone", async () => {
    const file = await addInPool();
    await firm.run(firm.consultant, recordInterest, {
      caseId: file.caseId,
      province: "ON",
      streamName: "Human Capital Priorities",
      interestOn: ago(40),
      answerBy: ago(-5),
    });
    expect(await clocksOf(file)).toEqual([`nomination_interest open ${ago(-5)}`]);
    await record(file, step(recordApplication), { appliedOn: ago(38), referenceNumber: "ON-77" });
    await record(file, step(recordNomination), {
      issuedOn: ago(10),
      certificateNumber: "ON-10442",
      expiresOn: addDays(today, 170),
    });
    await record(file, step(recordOffer), { offeredOn: ago(8) });
    expect(await fileOf(file)).toMatchObject({
      stage: "NOMINATION_OFFERED",
      program: "CEC",
      nomination: { province: "ON", acceptedOn: null },
    });
    expect(await profileOf(file)).toMatchObject({
      crs_score: SCORE,
      classes: expect.arrayContaining(["CEC"]),
    });
    expect(await clocksOf(file)).toContain(`nomination_offer open ${ago(8 - 30)}`);

    await accept(file);
    expect(await fileOf(file)).toMatchObject({ stage: "IN_POOL", program: "PNP" });
    // The Canadian degree's 30 points are within the 600 that additional points can be.
    expect(await profileOf(file)).toMatchObject({ crs_score: SCORE + POINTS - 30, classes: ["PNP"] });
    expect(await clocksOf(file)).toEqual([
      `nomination_expiry open ${addDays(today, 170)}`,
      `nomination_interest met ${ago(-5)}`,
      `nomination_offer met ${ago(8 - 30)}`,
    ]);
    const events = (await firm.eventsOf(file.caseId)).map(({ event }) => event);
    expect(events).toEqual(
      expect.arrayContaining([
        "nomination.interest_recorded",
        "nomination.applied",
        "nomination.issued",
        "nomination.offered",
        "nomination.accepted",
        "family.changed",
        "profile.changed",
      ]),
    );
  });

  it("takes each step in its order, once, and on the version it was opened on", async () => {
    const file = await addOffered();
    await expect(record(file, step(recordOffer), { offeredOn: ago(2) })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("stands at “to be accepted”"),
    });
    const [track] = (await pageOf(file)).tracks;
    await accept(file);
    const again = { caseId: file.caseId, nominationId: track?.id, version: track?.version };
    await expect(
      firm.run(firm.consultant, acceptOffer, { ...again, acceptedOn: ago(1), livesThere: true }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await profileOf(file)).toMatchObject({ crs_score: SCORE + POINTS - 30 });
  });

  it("answers the same form sent twice once", async () => {
    const file = await addInPool();
    const input = { caseId: file.caseId, province: "ON", streamName: "HCP", interestOn: ago(4) };
    const options = { idempotencyKey: "the same form" };
    const first = await firm.run(firm.consultant, recordInterest, input, options);
    expect(await firm.run(firm.consultant, recordInterest, input, options)).toEqual(first);
    expect((await pageOf(file)).tracks).toHaveLength(1);
  });

  it("refuses dates of the future, out of order, after the 30 days, and a life elsewhere, at their fields", async () => {
    const file = await addOffered(ago(40));
    await expect(accept(file, ago(-1))).rejects.toMatchObject({
      fieldErrors: { acceptedOn: expect.stringContaining("in the future") },
    });
    await expect(accept(file, ago(41))).rejects.toMatchObject({
      fieldErrors: { acceptedOn: expect.stringContaining("This is before IRCC's account showed it") },
    });
    await expect(accept(file, ago(9))).rejects.toMatchObject({
      fieldErrors: { acceptedOn: expect.stringContaining("It had to be accepted by") },
    });
    await expect(accept(file, ago(10), false)).rejects.toMatchObject({
      fieldErrors: { livesThere: expect.stringContaining("IRPR 87(2)(b)") },
    });
    expect(await profileOf(file)).toMatchObject({ crs_score: SCORE });
    await accept(file, ago(10));
    expect(await profileOf(file)).toMatchObject({ classes: ["PNP"] });
  });

  it("lets a case have one nomination that stands, and wants the case in the pool for IRCC's account", async () => {
    const file = await addOffered();
    await firm.run(firm.consultant, startApplication, {
      caseId: file.caseId,
      province: "AB",
      streamName: "Accelerated Tech Pathway",
      appliedOn: ago(20),
    });
    await expect(
      record(file, step(recordNomination), { issuedOn: ago(2), certificateNumber: "AB-1" }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("British Columbia") });
    const early = await firm.addCase({ stage: "ASSESSMENT" });
    await firm.run(firm.consultant, startApplication, {
      caseId: early.caseId,
      province: "AB",
      streamName: "Accelerated Tech Pathway",
      appliedOn: ago(20),
    });
    await record(early, step(recordNomination), { issuedOn: ago(2), certificateNumber: "AB-1" });
    await expect(record(early, step(recordOffer), { offeredOn: ago(1) })).rejects.toMatchObject({
      message: expect.stringContaining("this case is not in the pool"),
    });
  });
});

describe("before it is accepted", () => {
  it("shows what the nomination would do to score, classes and the next rounds", async () => {
    await database.owner.query(
      `insert into round (id, date, at, name, program, category_based, invitations, lowest_crs, source)
       values ('pnp-test', $1, $1::date, 'Provincial Nominee Program', 'PNP', false, 300, 720, 'test'),
              ('cec-test', $1, $1::date, 'Canadian Experience Class', 'CEC', false, 300, 520, 'test')`,
      [ago(5)],
    );
    const { effect } = await pageOf(await addOffered());
    expect(effect).toMatchObject({
      province: "BC",
      inForce: false,
      before: { score: SCORE, rounds: [{ program: "CEC", lowestCrs: 520, margin: SCORE - 520 }] },
      after: { score: SCORE + POINTS - 30, classes: ["PNP"], round: { lowestCrs: 720, margin: 330 } },
      obstacles: [],
    });
  });

  it("tells the same afterwards, from the facts", async () => {
    const file = await addOffered();
    await accept(file);
    const { effect, tracks } = await pageOf(file);
    expect(effect).toMatchObject({
      inForce: true,
      before: { score: SCORE },
      after: { score: SCORE + POINTS - 30, classes: ["PNP"] },
    });
    expect(tracks[0]).toMatchObject({ status: "accepted", steps: ["withdrawn"], warning: null });
  });
});

describe("when it comes to nothing", () => {
  const worker = () => ({
    actor: { kind: "system", name: "worker" } as const,
    trace: firm.manager.trace,
  });

  it("lapses after the 30th day by background work: no points, back in the pool", async () => {
    const file = await addOffered(ago(31));
    const nominationId = (await pageOf(file)).tracks[0]?.id;
    const input = { caseId: file.caseId, nominationId };
    await expect(firm.run(firm.manager, lapseOffer, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await firm.run(worker(), lapseOffer, input);
    expect(await fileOf(file)).toMatchObject({ stage: "IN_POOL", nomination: null });
    expect(await profileOf(file)).toMatchObject({ crs_score: SCORE });
    expect(await clocksOf(file)).toContain(`nomination_offer missed ${ago(1)}`);
    await expect(firm.run(worker(), lapseOffer, input)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("does not lapse on the 30th day, and one accepted in time and told late counts", async () => {
    const lastDay = await addOffered(ago(30));
    const waiting = { caseId: lastDay.caseId, nominationId: (await pageOf(lastDay)).tracks[0]?.id };
    await expect(firm.run(worker(), lapseOffer, waiting)).rejects.toMatchObject({ code: "CONFLICT" });
    const file = await addOffered(ago(33));
    await firm.run(worker(), lapseOffer, {
      caseId: file.caseId,
      nominationId: (await pageOf(file)).tracks[0]?.id,
    });
    await expect(accept(file, ago(2))).rejects.toMatchObject({
      fieldErrors: { acceptedOn: expect.any(String) as unknown },
    });
    await accept(file, ago(3));
    expect(await fileOf(file)).toMatchObject({ stage: "IN_POOL", program: "PNP" });
  });

  it("leaves the score alone when a province refuses, and the client may try another", async () => {
    const file = await addInPool();
    await firm.run(firm.consultant, startApplication, {
      caseId: file.caseId,
      province: "SK",
      streamName: "International Skilled Worker",
      appliedOn: ago(30),
    });
    await record(file, step(endNomination), { outcome: "refused", endedOn: ago(2), reason: "Quota is full" });
    const { tracks, allowed } = await pageOf(file);
    expect(tracks[0]).toMatchObject({ status: "refused", steps: [], due: null });
    expect(allowed.start).toBe(true);
    expect(await profileOf(file)).toMatchObject({ crs_score: SCORE });
  });

  it("takes the points back when an accepted nomination is withdrawn in the pool", async () => {
    const file = await addOffered();
    await accept(file);
    await record(file, step(endNomination), {
      outcome: "withdrawn",
      endedOn: today,
      reason: "The client moved away",
    });
    expect(await fileOf(file)).toMatchObject({ stage: "IN_POOL", program: "CEC", nomination: null });
    expect(await profileOf(file)).toMatchObject({
      crs_score: SCORE,
      classes: expect.arrayContaining(["CEC"]) as unknown,
    });
    expect((await pageOf(file)).tracks[0]?.warning).toBeNull();
  });

  it("says to tell IRCC when the invitation rests on it, until that is recorded", async () => {
    const file = await addOffered(ago(20));
    await accept(file, ago(15));
    await firm.run(firm.consultant, recordInvitation, {
      caseId: file.caseId,
      receivedAt: `${ago(5)}T15:00:00Z`,
      invitationClass: "PNP",
      crsScore: SCORE + POINTS - 30,
    });
    await record(file, step(endNomination), {
      outcome: "withdrawn",
      endedOn: ago(1),
      reason: "The province withdrew it",
    });
    const { tracks } = await pageOf(file);
    expect(tracks[0]).toMatchObject({
      steps: ["tell_ircc"],
      warning: expect.stringContaining("cannot go on as a provincial nominee") as unknown,
    });
    expect(await clocksOf(file)).toContain(`nomination_withdrawal open ${today}`);
    await record(file, step(tellIrcc), { irccToldOn: today });
    expect((await pageOf(file)).tracks[0]).toMatchObject({ warning: null, steps: [] });
    expect(await clocksOf(file)).toContain(`nomination_withdrawal met ${today}`);
  });
});

describe("papers for the province", () => {
  it("are noted, dated when sent, and stay once sent", async () => {
    const file = await addOffered();
    const nominationId = (await pageOf(file)).tracks[0]?.id;
    const base = { caseId: file.caseId };
    const { itemId } = await firm.run(firm.consultant, addNominationDocument, {
      ...base,
      nominationId,
      title: "Letter of intent",
      dueOn: addDays(today, 10),
    });
    await expect(
      firm.run(firm.consultant, changeNominationDocument, {
        ...base,
        itemId,
        version: 1,
        sentOn: addDays(today, 1),
      }),
    ).rejects.toMatchObject({ fieldErrors: { sentOn: expect.stringContaining("in the future") as unknown } });
    await firm.run(firm.consultant, changeNominationDocument, { ...base, itemId, version: 1, sentOn: today });
    expect((await pageOf(file)).tracks[0]?.documents).toMatchObject([
      { title: "Letter of intent", sentOn: today },
    ]);
    await expect(
      firm.run(firm.consultant, removeNominationDocument, { ...base, itemId, version: 2 }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("who sees it", () => {
  it("is the owner and a manager; another consultant finds no such case, an administrator no facts", async () => {
    const file = await addOffered();
    expect((await pageOf(file, firm.manager)).tracks).toHaveLength(1);
    await expect(pageOf(file, firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(pageOf(file, firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      firm.run(firm.otherConsultant, startApplication, {
        caseId: file.caseId,
        province: "AB",
        streamName: "Tech",
        appliedOn: ago(1),
      }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      firm.run(file.client, startApplication, {
        caseId: file.caseId,
        province: "AB",
        streamName: "Tech",
        appliedOn: ago(1),
      }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
