import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/db/schema/cases";
import type { PersonFacts } from "@/lib/express-entry/facts";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { personName } from "@/lib/format/names";
import { log, type CaseDraft } from "./case-context";
import type { StageEntry } from "./journey";
import { ORIGINS } from "./origins";
import { plainLetters } from "./plain-letters";
import type { Standing } from "./pool";
import type { RowOf } from "./rows";

const SOURCES = ["Referral by a client", "Website", "Community fair", "College partner", "Walk-in"] as const;
const QUESTIONS = [
  "Asks whether a second year of work here changes anything.",
  "Work permit ends next year; wants to know what comes first.",
  "Has a job offer from a smaller city and would move.",
  "Spouse has better English; who should be the principal?",
  "Was refused a study permit in the past, will bring the letter.",
] as const;

const REASONS: Readonly<Partial<Record<CaseStage, readonly string[]>>> = {
  CLOSED: ["The client did not come back to us", "The client goes on alone", "The work is done"],
  WITHDRAWN: ["The family stays where it is", "The client found work in another country"],
};

interface Opening {
  person: PersonFacts;
  opened: StageEntry;
  last: StageEntry;
  derived: Pick<RowOf<"case_file">, "displayName" | "program" | "nocCode" | "crsScore" | "scoredOn">;
}

function phoneOf({ random }: CaseDraft, person: PersonFacts): string {
  // Numbers 555-0100 to 555-0199 are set aside for invented people.
  if (person.countryOfResidence === "CA")
    return `+1 ${random.pick(["416", "604", "403", "902"])} 555 01${random.whole(10, 99)}`;
  const code = ORIGINS.find(({ country }) => country === person.citizenship)?.dialling ?? "+1";
  return `${code} 555 ${random.whole(100, 999)} ${random.whole(100, 999)}`;
}

/** An address in a domain that nobody can own. */
function emailOf({ order, setting }: CaseDraft, { givenName, familyName }: PersonFacts): string {
  if (order.name) return order.name.email;
  return `${plainLetters(givenName)}.${plainLetters(familyName)}.${setting.emailTag}${order.index}@mail.example`;
}

/** The client, their account where there is one, and the file itself. Numbers are given when it is loaded. */
export function addOpening(draft: CaseDraft, { person, opened, last, derived }: Opening): void {
  const { random, setting, order, ids, clientUserId, rows } = draft;
  const { givenName, familyName } = person;
  const email = emailOf(draft, person);
  const phone = phoneOf(draft, person);
  rows.client.push({ id: ids.clientId, givenName, familyName, email, phone, createdAt: opened.at });
  if (clientUserId !== null) {
    const { passwordHash = null, passwordKeyId = null } = setting.demoPassword ?? {};
    rows.app_user.push({
      ...{ id: clientUserId, email, phone, passwordHash, passwordKeyId, clientId: ids.clientId },
      name: personName(person),
      role: "client",
      status: "active",
      demo: 1,
      createdAt: opened.at,
    });
  }
  const isEnquiry = last.stage === "ENQUIRY" || last.stage === "CONSULTATION";
  rows.case_file.push({
    id: ids.caseId,
    number: "",
    clientId: ids.clientId,
    ownerId: order.owner.id,
    stage: last.stage,
    stageSince: last.at,
    ...derived,
    source: random.pick(SOURCES),
    enquiryNote: isEnquiry ? random.pick(QUESTIONS) : null,
    plannedSubmissionOn: null,
    factsVersion: 1 + random.whole(0, 9),
    createdAt: opened.at,
    updatedAt: last.at,
    closedAt: last.stage === "CLOSED" ? last.at : null,
  });
}

/** The history of stages, and the events that go with it. */
export function addSteps(draft: CaseDraft, entries: readonly StageEntry[], standing: Standing | null): void {
  const { random, order, ids, rows } = draft;
  const object = { kind: "case", id: ids.caseId };
  for (const [index, { stage, on, at }] of entries.entries()) {
    const from = entries[index - 1]?.stage ?? null;
    const reasons = REASONS[stage];
    const reason = reasons ? random.pick(reasons) : null;
    rows.stage_change.push({
      id: random.id(),
      ...ids,
      ...{ fromStage: from, toStage: stage, at, happenedOn: on, byUserId: order.owner.id, reason },
    });
    if (from === null) {
      log(draft, at, "case.opened", object, { owner: order.owner.name, sameEmail: false });
      continue;
    }
    if (stage === "PROFILE_PREPARATION" && standing) {
      log(draft, at, "assessment.completed", object, {
        program: standing.invitationClass,
        score: standing.score,
      });
    }
    log(draft, at, "case.advanced", object, { from: STAGE_LABELS[from], to: STAGE_LABELS[stage] });
    if (reason !== null) log(draft, at, "case.closed", object, { as: stage, reason });
  }
}

const AGREEMENTS = [
  { kind: "consultation", stage: "CONSULTATION", label: "Consultation agreement" },
  { kind: "service", stage: "RETAINED", label: "Service agreement" },
] as const;

/** The agreements that a stage asks for, signed the day before it was recorded. */
export function addAgreements(draft: CaseDraft, entries: readonly StageEntry[]): void {
  const { random, order, ids, rows } = draft;
  for (const { kind, stage, label } of AGREEMENTS) {
    const entry = entries.find((one) => one.stage === stage);
    if (!entry) continue;
    const id = random.id();
    const signedOn = addDays(entry.on, kind === "service" ? -1 : 0);
    rows.agreement.push({ id, ...ids, kind, signedOn, recordedBy: order.owner.id, recordedAt: entry.at });
    log(
      draft,
      entry.at,
      "agreement.recorded",
      { kind: "agreement", id },
      { agreement: label, signedOn, document: null },
    );
  }
}
