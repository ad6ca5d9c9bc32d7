/** Signing off: what is claimed and not proven needs a signed reason, and both are kept. */
import { beforeAll, describe, expect, it } from "vitest";
import { recordInvitation } from "@/lib/profiles/commands/record-invitation";
import { startPreparation } from "@/lib/profiles/commands/start-preparation";
import { acceptedLines } from "@/lib/testing/accepted-lines";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { poolFiles } from "@/lib/testing/pool-files";
import { shownFacts } from "@/lib/testing/shown-facts";
import { getSubmission } from "../queries";
import { approve } from "./approve";
import { recordSubmission } from "./record-submission";
import { signOff } from "./sign-off";

const database = testDatabase();
const firm = testFirm(database);
const addInPool = poolFiles(database, firm);
const accept = acceptedLines(database);

let now: Date;

beforeAll(async () => {
  now = (await database.owner.query<{ now: Date }>("select now() as now")).rows[0]?.now ?? new Date(0);
});

const daysAgo = (days: number) =>
  new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 19) + "Z";

const REASON =
  "The employer has closed down; pay slips and two affidavits go with the letter of explanation.";

/** In preparation, with every document accepted. */
async function addComplete(): Promise<TestCase> {
  const file = await addInPool(daysAgo(40), 380);
  const { caseId } = file;
  await firm.run(firm.consultant, recordInvitation, {
    ...{ caseId, receivedAt: daysAgo(5), invitationClass: "CEC", crsScore: 380 },
  });
  await firm.run(firm.consultant, startPreparation, { caseId, reason: "Above the cut-off, all proofs hold" });
  await accept(file);
  return file;
}

/** The letter of the job is waived: required documents are all there, and the work is proven by nothing. */
const waiveLetter = (file: TestCase) =>
  database.owner.query(
    "update requirement set state = 'waived', waived_reason = 'Employer closed', version = version + 1 where case_id = $1 and kind = 'reference_letter'",
    [file.caseId],
  );

const signedOf = async (file: TestCase) =>
  (
    await database.owner.query<{ claimed: number; proven: number; reason: string | null; facts: number }>(
      `select claimed_points as claimed, proven_points as proven, reason, jsonb_array_length(ledger -> 'facts') as facts
       from sign_off_proof where case_id = $1`,
      [file.caseId],
    )
  ).rows;

describe("the sign-off", () => {
  it("keeps the ledger with everything proven, and asks for no reason", async () => {
    const file = await addComplete();
    await firm.run(firm.consultant, signOff, { caseId: file.caseId, reason: "not needed" });
    const [signed] = await signedOf(file);
    expect(signed?.claimed).toBeGreaterThan(200);
    expect(signed).toMatchObject({ proven: signed?.claimed, reason: null });
    expect(signed?.facts).toBeGreaterThanOrEqual(3);
  });

  it.each(["", "ok", "because it is so", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])(
    "refuses unproven points without a sentence: %j",
    async (reason) => {
      const file = await addComplete();
      await waiveLetter(file);
      await expect(firm.run(firm.consultant, signOff, { caseId: file.caseId, reason })).rejects.toMatchObject(
        {
          code: "INVALID",
          message: expect.stringMatching(/\d+ of \d+ points are not proven, and CEC is not met/) as string,
          fieldErrors: { reason: expect.stringContaining("sentence") as string },
        },
      );
      expect(await signedOf(file)).toEqual([]);
    },
  );

  it("takes a sentence, and keeps who, when, both figures and why; in the log too", async () => {
    const file = await addComplete();
    await waiveLetter(file);
    await firm.run(firm.consultant, signOff, { caseId: file.caseId, reason: REASON });
    const [signed] = await signedOf(file);
    expect(signed?.proven).toBeLessThan(signed?.claimed ?? 0);
    expect(signed?.reason).toBe(REASON);
    const entry = (await firm.eventsOf(file.caseId)).find(({ event }) => event === "submission.signed_off");
    expect(entry?.detail).toMatchObject({ claimed: signed?.claimed, proven: signed?.proven, reason: REASON });
    const { proof } = await firm.read(firm.consultant, (ctx) => getSubmission(ctx, file.caseId));
    expect(proof).toMatchObject({
      signed: { reason: REASON, provenPoints: signed?.proven },
      now: { proven: signed?.proven, unproven: expect.stringContaining("not proven") as string },
    });
  });

  it("shows no proof to the client, nor to an administrator", async () => {
    const file = await addComplete();
    await firm.run(firm.consultant, signOff, { caseId: file.caseId });
    for (const caller of [file.client, firm.administrator]) {
      expect((await firm.read(caller, (ctx) => getSubmission(ctx, file.caseId))).proof).toBeNull();
    }
  });
});

describe("the submission", () => {
  const send = (file: TestCase) => ({
    ...{ caseId: file.caseId, submittedAt: daysAgo(0), confirmationNumber: "E000111222" },
  });

  it("refuses what has lost its proof since the sign-off, unless it was signed for", async () => {
    const file = await addComplete();
    await firm.run(firm.consultant, signOff, { caseId: file.caseId });
    await firm.run(file.client, approve, await shownFacts(firm, file));
    await waiveLetter(file);
    await expect(firm.run(firm.consultant, recordSubmission, send(file))).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Nobody has signed for that") as string,
    });
  });

  it("goes out with the points that were signed for", async () => {
    const file = await addComplete();
    await waiveLetter(file);
    await firm.run(firm.consultant, signOff, { caseId: file.caseId, reason: REASON });
    await firm.run(file.client, approve, await shownFacts(firm, file));
    await firm.run(firm.consultant, recordSubmission, send(file));
    const { proof } = await firm.read(firm.consultant, (ctx) => getSubmission(ctx, file.caseId));
    expect(proof).toMatchObject({ now: null, signed: { reason: REASON } });
  });

  it("names the package that was sent: a frozen one of this case, and no other", async () => {
    const [file, other] = [await addComplete(), await addComplete()];
    const addPackage = async ({ caseId, clientId, ownerId }: TestCase, number: number, state: string) => {
      const id = newId();
      await database.owner.query(
        `insert into package (id, case_id, client_id, number, state, planned_on, created_by, created_at, requested_at,
           built_at, rules_as_of, manifest, manifest_sha256, approved_by, approved_at)
         values ($1, $2, $3, $4, $5, current_date, $6, now(), now(), now(), 'today', '{}', 'hash', $6, now())`,
        [id, caseId, clientId, number, state, ownerId],
      );
      return id;
    };
    const [frozen, open] = [await addPackage(file, 1, "frozen"), await addPackage(file, 2, "built")];
    const foreign = await addPackage(other, 1, "frozen");
    await firm.run(firm.consultant, signOff, { caseId: file.caseId });
    await firm.run(file.client, approve, await shownFacts(firm, file));
    for (const packageId of [open, foreign]) {
      await expect(
        firm.run(firm.consultant, recordSubmission, { ...send(file), packageId }),
      ).rejects.toMatchObject({ code: "INVALID", fieldErrors: { packageId: "This package is not frozen." } });
    }
    await firm.run(firm.consultant, recordSubmission, { ...send(file), packageId: frozen });
    const { rows } = await database.owner.query("select package_id from submission where case_id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ package_id: frozen }]);
    const entry = (await firm.eventsOf(file.caseId)).find(({ event }) => event === "submission.recorded");
    expect(entry?.detail).toMatchObject({ package: 1 });
  });
});
