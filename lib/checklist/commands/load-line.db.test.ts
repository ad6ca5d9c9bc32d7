/** The clock of a medical exam follows its item (issue 6, point 1; IRPR 30(3)). */
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { newId } from "@/lib/ids/id";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { specOf } from "../rules";
import { acceptDocument } from "./accept-document";
import { startReview } from "./start-review";
import { undoReview } from "./undo-review";

const database = testDatabase();
const firm = testFirm(database);
const { acceptancePoints } = specOf(
  { ruleKey: "medical:x", kind: "medical", personId: null, subject: null },
  null,
);

/** The days of an exam of the month before, by the database's clock. */
async function examDays() {
  const issuedOn = await firm.read(firm.manager, (ctx) =>
    Promise.resolve(addDays(dateInZone(ctx.now, DEFAULT_ZONE), -20)),
  );
  return { issuedOn, validUntil: addDays(addMonths(issuedOn, 12), -1) };
}

/** An invited client whose medical sheet was accepted with these days. */
async function accepted(days: { issuedOn: string; validUntil: string }) {
  const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
  const [requirementId, documentId, versionId] = [newId(), newId(), newId()];
  const { owner: sql } = database;
  await sql.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state, received_at)
     values ($1, $2, $3, 'medical:x', 'medical', 'Medical exam', 'Everyone who applies needs one', 'received', now())`,
    [requirementId, file.caseId, file.clientId],
  );
  await sql.query(
    "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, 'Medical exam')",
    [documentId, file.caseId, file.clientId, requirementId],
  );
  await sql.query(
    `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
       sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, 1, 'a.pdf', 'application/pdf', 'pdf', 10, 'x', $5, 'x', 'k1', $6, now())`,
    [versionId, documentId, file.caseId, file.clientId, versionId, file.client.actor.userId],
  );
  const seen = { requirementId, versionId };
  await firm.run(firm.consultant, startReview, { ...seen, version: 1 });
  const points = [...acceptancePoints];
  await firm.run(firm.consultant, acceptDocument, { ...seen, version: 2, points, ...days });
  return { file, seen };
}

async function clockOf(caseId: string) {
  const { rows } = await database.owner.query<object>(
    `select due_on::text as "dueOn", rule, hard, state, source_kind as "sourceKind", source_id as "sourceId", time_zone as zone
     from deadline where case_id = $1 and kind = 'medical'`,
    [caseId],
  );
  return rows;
}

describe("the clock of a medical exam", () => {
  it("runs from the accepted exam for 12 months, in the firm's zone, and says so", async () => {
    const days = await examDays();
    const { file, seen } = await accepted(days);
    expect(await clockOf(file.caseId)).toEqual([
      {
        dueOn: days.validUntil,
        rule: "Day of the exam + twelve months, that day not counted any more",
        hard: false,
        state: "open",
        sourceKind: "requirement",
        sourceId: seen.requirementId,
        zone: "America/Toronto",
      },
    ]);
    expect((await cataloguedClocks(database)).unlike).toEqual([]);
  });

  it("never ends later than the proof says", async () => {
    const { issuedOn } = await examDays();
    const { file } = await accepted({ issuedOn, validUntil: addDays(issuedOn, 200) });
    expect(await clockOf(file.caseId)).toMatchObject([
      {
        dueOn: addDays(issuedOn, 200),
        rule: "The last day taken from the proof, at most twelve months after the exam",
      },
    ]);
  });

  it("is void once the acceptance is taken back", async () => {
    const { file, seen } = await accepted(await examDays());
    await firm.run(firm.consultant, undoReview, { ...seen, version: 3 });
    expect(await clockOf(file.caseId)).toMatchObject([{ state: "void" }]);
  });
});
