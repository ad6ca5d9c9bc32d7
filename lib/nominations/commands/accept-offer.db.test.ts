/** The track of a provincial nomination from a province's letter to the points (rules reference 3.4). */
import { describe, expect, it } from "vitest";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { NOMINEE_SCORE, nominationTracks, PROFILE_SCORE } from "@/lib/testing/nomination-tracks";
import { acceptOffer } from "./accept-offer";
import { addNominationDocument } from "./add-document";
import { changeNominationDocument } from "./change-document";
import { recordApplication } from "./record-application";
import { recordInterest } from "./record-interest";
import { recordNomination } from "./record-nomination";
import { recordOffer } from "./record-offer";
import { removeNominationDocument } from "./remove-document";
import { startApplication } from "./start-application";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addInPool, addOffered, pageOf, record, accept, profileOf, fileOf, clocksOf } = nominationTracks(
  database,
  firm,
);

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
    await record(file, recordApplication, { appliedOn: ago(38), referenceNumber: "ON-77" });
    await record(file, recordNomination, {
      issuedOn: ago(10),
      certificateNumber: "ON-10442",
      expiresOn: ago(-170),
    });
    await record(file, recordOffer, { offeredOn: ago(8) });
    expect(await fileOf(file)).toMatchObject({
      stage: "NOMINATION_OFFERED",
      program: "CEC",
      nomination: { province: "ON", acceptedOn: null },
    });
    expect(await profileOf(file)).toMatchObject({
      crs_score: PROFILE_SCORE,
      classes: expect.arrayContaining(["CEC"]),
    });
    expect(await clocksOf(file)).toContain(`nomination_offer open ${ago(8 - 30)}`);

    await accept(file, ago(1));
    expect(await fileOf(file)).toMatchObject({ stage: "IN_POOL", program: "PNP" });
    // The Canadian degree's 30 points are within the 600 that additional points can be.
    expect(await profileOf(file)).toMatchObject({ crs_score: NOMINEE_SCORE, classes: ["PNP"] });
    expect(await clocksOf(file)).toEqual([
      `nomination_expiry open ${ago(-170)}`,
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
    const file = await addOffered(ago(3));
    await expect(record(file, recordOffer, { offeredOn: ago(2) })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("stands at “to be accepted”"),
    });
    const [track] = (await pageOf(file)).tracks;
    await accept(file, ago(1));
    const again = { caseId: file.caseId, nominationId: track?.id, version: track?.version };
    await expect(
      firm.run(firm.consultant, acceptOffer, { ...again, acceptedOn: ago(1), livesThere: true }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await profileOf(file)).toMatchObject({ crs_score: NOMINEE_SCORE });
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
    expect(await profileOf(file)).toMatchObject({ crs_score: PROFILE_SCORE });
    await accept(file, ago(10));
    expect(await profileOf(file)).toMatchObject({ classes: ["PNP"] });
  });

  it("lets a case have one nomination that stands, and wants the case in the pool for IRCC's account", async () => {
    const file = await addOffered(ago(3));
    await firm.run(firm.consultant, startApplication, {
      caseId: file.caseId,
      province: "AB",
      streamName: "Accelerated Tech Pathway",
      appliedOn: ago(20),
    });
    await expect(
      record(file, recordNomination, { issuedOn: ago(2), certificateNumber: "AB-1" }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("British Columbia") });
    const early = await firm.addCase({ stage: "ASSESSMENT" });
    await firm.run(firm.consultant, startApplication, {
      caseId: early.caseId,
      province: "AB",
      streamName: "Accelerated Tech Pathway",
      appliedOn: ago(20),
    });
    await record(early, recordNomination, { issuedOn: ago(2), certificateNumber: "AB-1" });
    await expect(record(early, recordOffer, { offeredOn: ago(1) })).rejects.toMatchObject({
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
    const { effect } = await pageOf(await addOffered(ago(3)));
    expect(effect).toMatchObject({
      province: "BC",
      inForce: false,
      before: {
        score: PROFILE_SCORE,
        rounds: [{ program: "CEC", lowestCrs: 520, margin: PROFILE_SCORE - 520 }],
      },
      after: { score: NOMINEE_SCORE, classes: ["PNP"], round: { lowestCrs: 720, margin: 330 } },
      obstacles: [],
    });
  });

  it("tells the same afterwards, from the facts", async () => {
    const file = await addOffered(ago(3));
    await accept(file, ago(1));
    const { effect, tracks } = await pageOf(file);
    expect(effect).toMatchObject({
      inForce: true,
      before: { score: PROFILE_SCORE },
      after: { score: NOMINEE_SCORE, classes: ["PNP"] },
    });
    expect(tracks[0]).toMatchObject({ status: "accepted", steps: ["withdrawn"], warning: null });
  });
});

describe("papers for the province", () => {
  it("are noted, dated when sent, and stay once sent", async () => {
    const file = await addOffered(ago(3));
    const nominationId = (await pageOf(file)).tracks[0]?.id;
    const base = { caseId: file.caseId };
    const { itemId } = await firm.run(firm.consultant, addNominationDocument, {
      ...base,
      nominationId,
      title: "Letter of intent",
      dueOn: ago(-10),
    });
    await expect(
      firm.run(firm.consultant, changeNominationDocument, {
        ...base,
        itemId,
        version: 1,
        sentOn: ago(-1),
      }),
    ).rejects.toMatchObject({ fieldErrors: { sentOn: expect.stringContaining("in the future") as unknown } });
    await firm.run(firm.consultant, changeNominationDocument, {
      ...base,
      itemId,
      version: 1,
      sentOn: ago(0),
    });
    expect((await pageOf(file)).tracks[0]?.documents).toMatchObject([
      { title: "Letter of intent", sentOn: ago(0) },
    ]);
    await expect(
      firm.run(firm.consultant, removeNominationDocument, { ...base, itemId, version: 2 }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("who sees it", () => {
  it("is the owner and a manager; another consultant finds no such case, an administrator no facts", async () => {
    const file = await addOffered(ago(3));
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

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["nomination_expiry", "nomination_offer"]));
  expect(unlike).toEqual([]);
});
