import type { CaseFacts, Nomination } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import { addDays, maxDate } from "@/lib/express-entry/timing/calendar-date";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import { nominationAcceptanceDeadline } from "@/lib/express-entry/crs/factors-on";
import { PROVINCES_THAT_NOMINATE } from "./canada";
import { log, type CaseDraft } from "./case-context";
import type { StageEntry } from "./journey";
import { addDeadline } from "./pool-rows";
import type { RowOf } from "./rows";

type NominationRow = RowOf<"nomination">;

const BLANK = {
  ...{ streamId: null, interestOn: null, answerBy: null, decisionExpectedOn: null, referenceNumber: null },
  ...{ acceptedOn: null, endedOn: null, endedReason: null, irccToldOn: null },
};

function provinceOf({ family }: CaseFacts): string {
  return PROVINCES_THAT_NOMINATE.find((one) => one === family.intendedProvince) ?? "ON";
}

/** A track that came as far as a nomination in IRCC's account. */
function offered(draft: CaseDraft, fact: Nomination): Omit<NominationRow, "status"> {
  const { random, order, ids, setting } = draft;
  const { province, confirmedOn, certificateNumber, expiresOn } = fact;
  const issuedOn = addDays(confirmedOn, -random.whole(1, 6));
  return {
    ...BLANK,
    ...{ id: random.id(), ...ids, province, streamName: "Express Entry stream" },
    ...{ appliedOn: addDays(issuedOn, -random.whole(30, 80)), issuedOn, certificateNumber, expiresOn },
    ...{ offeredOn: confirmedOn, acceptBy: nominationAcceptanceDeadline(confirmedOn) },
    recordedBy: order.owner.id,
    createdAt: new Date(`${issuedOn}T15:00:00Z`),
    updatedAt: new Date(`${maxDate(confirmedOn, addDays(setting.today, -1))}T15:00:00Z`),
  };
}

/** The nomination that waits in IRCC's account, with its 30 days; it stands among the facts, not accepted yet. */
export function addOfferedNomination(draft: CaseDraft, facts: CaseFacts, entry: StageEntry): void {
  const { random, rows } = draft;
  const province = provinceOf(facts);
  const confirmedOn = entry.on;
  const fact: Nomination = {
    ...{ province, enhanced: true, confirmedOn, acceptedOn: null },
    certificateNumber: `${province}-${random.whole(10_000, 99_999)}`,
    expiresOn: addDays(confirmedOn, 180),
  };
  const row = offered(draft, fact);
  const acceptBy = nominationAcceptanceDeadline(confirmedOn);
  rows.nomination.push({ ...row, status: "offered" });
  for (const family of rows.family_fact) family.nomination = fact;
  addDeadline(draft, {
    ...{
      clock: "nomination_offer",
      sourceKind: "nomination_offer",
      sourceId: row.id,
      startDate: confirmedOn,
    },
    title: "Accept the province's nomination in IRCC's account",
    rule: formulaOf("nomination_offer", "counted"),
    ...{ dueOn: acceptBy, state: "open", createdAt: entry.at, closedAt: null },
  });
  log(
    draft,
    entry.at,
    "nomination.offered",
    { kind: "nomination", id: row.id },
    { on: confirmedOn, acceptBy },
  );
}

/** The track behind a nomination that was accepted while the profile was in the pool. */
export function addAcceptedNomination(draft: CaseDraft, facts: CaseFacts, inPool: StageEntry): void {
  const fact = facts.family.nomination;
  if (fact === null || fact.acceptedOn === null || fact.confirmedOn < inPool.on) return;
  const { acceptedOn } = fact;
  draft.rows.nomination.push({ ...offered(draft, fact), acceptedOn, status: "accepted" });
}

/** Occupations for which the demonstration's Ontario writes. */
const ONTARIO_WRITES_TO = ["21211", "21222", "21223", "21230", "21231", "21232"];
const DAYS_TO_ANSWER = 45;

/** A notification of interest that waits for an answer, for some whose occupation a province looks for. */
export function addInterest(draft: CaseDraft, facts: CaseFacts, inPool: StageEntry): void {
  const { random, setting, order, ids, rows } = draft;
  const { jobs } = principalOf(facts);
  const isWanted = jobs.some(({ nocCode }) => nocCode !== null && ONTARIO_WRITES_TO.includes(nocCode));
  const interestOn = maxDate(inPool.on, addDays(setting.today, -random.whole(3, 20)));
  if (setting.history !== "whole" || facts.family.nomination !== null || !isWanted) return;
  const answerBy = addDays(interestOn, DAYS_TO_ANSWER);
  const at = maxInstant(inPool.at, new Date(`${interestOn}T16:00:00Z`));
  const id = random.id();
  rows.nomination.push({
    ...{ ...BLANK, id, ...ids, province: "ON", streamName: "Human Capital Priorities (technology)" },
    ...{ appliedOn: null, issuedOn: null, certificateNumber: null, expiresOn: null },
    ...{ offeredOn: null, acceptBy: null, interestOn, answerBy, status: "interest" },
    ...{ recordedBy: order.owner.id, createdAt: at, updatedAt: at },
  });
  addDeadline(draft, {
    ...{
      clock: "nomination_interest",
      sourceKind: "nomination_interest",
      sourceId: id,
      startDate: interestOn,
    },
    title: "Answer Ontario's notification of interest",
    rule: formulaOf("nomination_interest", "named"),
    ...{ dueOn: answerBy, state: "open", createdAt: at, closedAt: null },
  });
  log(
    draft,
    at,
    "nomination.interest_recorded",
    { kind: "nomination", id },
    { province: "Ontario", answerBy },
  );
}

function maxInstant(a: Date, b: Date): Date {
  return a > b ? a : b;
}
