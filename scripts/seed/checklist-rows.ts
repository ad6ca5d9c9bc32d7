import type { VersionState } from "@/lib/db/schema/documents";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { personName } from "@/lib/format/names";
import { log, type CaseDraft } from "./case-context";
import { dueOnOf, type SeededLine } from "./checklist";
import { plainLetters } from "./plain-letters";

interface ChecklistRows {
  facts: CaseFacts;
  lines: readonly SeededLine[];
  plannedSubmission: IsoDate;
  generatedAt: Date;
  /** Whether the files behind the lines are made too. */
  withFiles: boolean;
}

/** Hour of the day for each step of a document, so that steps of one day keep their order. */
const HOURS = { requested: 14, returnedFirst: 15, received: 16, decided: 19 } as const;

function at({ random }: CaseDraft, on: IsoDate, step: keyof typeof HOURS): Date {
  return new Date(Date.parse(`${on}T00:00:00Z`) + (HOURS[step] * 3_600 + random.whole(0, 3_000)) * 1000);
}

/** Adds the lines of a checklist, the files that came for them, and the events that tell of it. */
export function addChecklistRows(draft: CaseDraft, checklist: ChecklistRows): void {
  const { lines, generatedAt } = checklist;
  log(
    draft,
    generatedAt,
    "checklist.generated",
    { kind: "case", id: draft.ids.caseId },
    {
      ...{ added: lines.length, changed: 0, dropped: 0, items: lines.length },
    },
  );
  for (const line of lines) addLine(draft, line, checklist);
}

function addLine(draft: CaseDraft, line: SeededLine, checklist: ChecklistRows): void {
  const { random, ids, rows } = draft;
  const { document, state, requestedOn, receivedOn, decidedOn, read } = line;
  const id = random.id();
  const requestedAt = requestedOn === null ? null : at(draft, requestedOn, "requested");
  const receivedAt = receivedOn === null ? null : at(draft, receivedOn, "received");
  const decidedAt = decidedOn === null ? null : at(draft, decidedOn, "decided");
  const { key, kind, personId, subject, country, title, reason, responsible, required, leadDays, order } =
    document;
  rows.requirement.push({
    id,
    ...ids,
    ruleKey: key,
    ...{ kind, personId, subject, country, title, reason, responsible, required, leadDays, state },
    position: order,
    dueOn: dueOnOf(document, checklist.plannedSubmission),
    ...read,
    requestedAt,
    receivedAt,
    decidedAt,
    createdAt: checklist.generatedAt,
    updatedAt: decidedAt ?? receivedAt ?? requestedAt ?? checklist.generatedAt,
  });
  const object = { kind: "requirement", id };
  if (requestedAt) log(draft, requestedAt, "requirement.requested", object, { title });
  if (receivedAt && checklist.withFiles)
    addFiles(draft, { line, id, receivedAt, decidedAt }, checklist.facts);
}

interface AnsweredLine {
  line: SeededLine;
  id: string;
  receivedAt: Date;
  decidedAt: Date | null;
}

/** A quarter of an hour after a document came, somebody had a first look at it. */
const REVIEW_BEGINS_MS = 900_000;
/** A reviewer opens a document this long before deciding. */
const READING_MS = 240_000;

const STATES: Readonly<Record<SeededLine["state"], VersionState>> = {
  to_request: "received",
  requested: "received",
  received: "received",
  in_review: "in_review",
  accepted: "accepted",
  returned: "returned",
};

function addFiles(
  draft: CaseDraft,
  { line, id, receivedAt, decidedAt }: AnsweredLine,
  facts: CaseFacts,
): void {
  const { random, ids, rows } = draft;
  const { document, state, secondTry } = line;
  const documentId = random.id();
  // A first file that was sent back came in the two days before the one that stands.
  const firstAt = secondTry ? new Date(receivedAt.getTime() - 20 * 3_600_000) : receivedAt;
  rows.document.push({
    id: documentId,
    ...ids,
    requirementId: id,
    title: document.title,
    createdAt: firstAt,
  });
  const file = { document, documentId, requirementId: id, facts };
  if (secondTry) {
    const returnedAt = new Date(firstAt.getTime() + 4 * 3_600_000);
    addVersion(draft, file, { number: 1, state: "returned", receivedAt: firstAt, reviewedAt: returnedAt });
  }
  addVersion(draft, file, {
    number: secondTry ? 2 : 1,
    state: STATES[state],
    receivedAt,
    reviewedAt: decidedAt,
  });
}

interface VersionStory {
  number: number;
  state: VersionState;
  receivedAt: Date;
  reviewedAt: Date | null;
}

type AnsweredFile = Pick<SeededLine, "document"> & {
  documentId: string;
  requirementId: string;
  facts: CaseFacts;
};

function addVersion(draft: CaseDraft, file: AnsweredFile, story: VersionStory): void {
  const { random, order, ids, files, clientUserId } = draft;
  const { document, documentId, requirementId, facts } = file;
  const { number, state, receivedAt, reviewedAt } = story;
  const id = random.id();
  const person = facts.people.find((one) => one.id === document.personId);
  const name = person ? personName(person) : "The family";
  const fault = state === "returned" ? random.pick(document.commonFaults) : null;
  const form = document.kind === "photo" || document.kind === "passport" ? "png" : "pdf";
  files.push({
    requirementId,
    form,
    heading: document.title,
    lines: [name, document.reason, `Received ${plainDate(receivedAt.toISOString().slice(0, 10))}`],
    version: {
      id,
      documentId,
      ...ids,
      number,
      fileName: `${plainLetters(document.title)}${number > 1 ? `-${number}` : ""}.${form}`,
      state,
      uploadedBy: clientUserId ?? order.owner.id,
      uploadedAt: receivedAt,
      reviewedBy: reviewedAt === null ? null : order.owner.id,
      reviewedAt,
      pointsMet: state === "accepted" ? [...document.acceptancePoints] : null,
      returnCode: fault?.code ?? null,
      returnReason: fault?.clientMessage ?? null,
    },
  });
  const object = { kind: "document_version", id };
  const detail = { title: document.title, version: number };
  log(draft, receivedAt, "document.received", object, detail, "client");
  if (state === "in_review") {
    log(draft, new Date(receivedAt.getTime() + REVIEW_BEGINS_MS), "document.review_started", object, detail);
  }
  if (reviewedAt === null) return;
  // Nobody decides on what they have not looked at.
  const openedAt = new Date(Math.max(receivedAt.getTime(), reviewedAt.getTime() - READING_MS));
  log(draft, openedAt, "document.opened", object, { ...detail, how: "view" });
  if (fault) log(draft, reviewedAt, "document.returned", object, { ...detail, reason: fault.label });
  else log(draft, reviewedAt, "document.accepted", object, detail);
}
