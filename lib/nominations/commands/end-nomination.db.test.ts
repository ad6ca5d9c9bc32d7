/** How a nomination comes to nothing: refused, lapsed, withdrawn (rules reference 3.4). */
import { describe, expect, it } from "vitest";
import { recordInvitation } from "@/lib/profiles/commands/record-invitation";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { NOMINEE_SCORE, nominationTracks, PROFILE_SCORE } from "@/lib/testing/nomination-tracks";
import { endNomination } from "./end-nomination";
import { lapseOffer } from "./lapse-offer";
import { startApplication } from "./start-application";
import { tellIrcc } from "./tell-ircc";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addInPool, addOffered, pageOf, record, accept, profileOf, fileOf, clocksOf } = nominationTracks(
  database,
  firm,
);

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
    expect(await profileOf(file)).toMatchObject({ crs_score: PROFILE_SCORE });
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
    await record(file, endNomination, { outcome: "refused", endedOn: ago(2), reason: "Quota is full" });
    const { tracks, allowed } = await pageOf(file);
    expect(tracks[0]).toMatchObject({ status: "refused", steps: [], due: null });
    expect(allowed.start).toBe(true);
    expect(await profileOf(file)).toMatchObject({ crs_score: PROFILE_SCORE });
  });

  it("takes the points back when an accepted nomination is withdrawn in the pool", async () => {
    const file = await addOffered(ago(3));
    await accept(file, ago(1));
    await record(file, endNomination, {
      outcome: "withdrawn",
      endedOn: ago(0),
      reason: "The client moved away",
    });
    expect(await fileOf(file)).toMatchObject({ stage: "IN_POOL", program: "CEC", nomination: null });
    expect(await profileOf(file)).toMatchObject({
      crs_score: PROFILE_SCORE,
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
      crsScore: NOMINEE_SCORE,
    });
    await record(file, endNomination, {
      outcome: "withdrawn",
      endedOn: ago(1),
      reason: "The province withdrew it",
    });
    const { tracks } = await pageOf(file);
    expect(tracks[0]).toMatchObject({
      steps: ["tell_ircc"],
      warning: expect.stringContaining("cannot go on as a provincial nominee") as unknown,
    });
    expect(await clocksOf(file)).toContain(`nomination_withdrawal open ${ago(0)}`);
    // Should the invitation be declined, the profile that comes back has no more than it had.
    expect(await profileOf(file)).toMatchObject({ crs_score: PROFILE_SCORE });
    await record(file, tellIrcc, { irccToldOn: ago(0) });
    expect((await pageOf(file)).tracks[0]).toMatchObject({ warning: null, steps: [] });
    expect(await clocksOf(file)).toContain(`nomination_withdrawal met ${ago(0)}`);
  });
});

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["nomination_withdrawal"]));
  expect(unlike).toEqual([]);
});
