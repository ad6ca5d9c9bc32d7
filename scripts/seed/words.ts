import type { CaseStage } from "@/lib/db/schema/cases";
import { addDays, daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { log, type CaseDraft } from "./case-context";
import { duringOfficeHours, type StageEntry } from "./journey";

/** What clients ask and what the firm answers. */
const THREADS: readonly {
  stages: readonly CaseStage[];
  /** The kind of the item that it is about; without one it is about the file. */
  about?: string;
  asks: string;
  answers: string;
}[] = [
  {
    stages: ["RETAINED", "ASSESSMENT", "PROFILE_PREPARATION"],
    asks: "I have my old address list ready, should I include the months at my parents' place?",
    answers: "Yes please, every month counts. The list has to be without gaps for ten years.",
  },
  {
    stages: ["ASSESSMENT", "PROFILE_PREPARATION", "IN_POOL"],
    asks: "My employer changed my title in March but the work is the same. Does it matter?",
    answers: "We enter both titles with their dates. The duties decide, and those did not change.",
  },
  {
    stages: ["IN_POOL", "NOMINATION_OFFERED"],
    asks: "The last round was so close. Would writing the language test again help me?",
    answers:
      "One level more in writing would bring you above the last three rounds. Book it if you have the time.",
  },
  {
    stages: ["ITA_RECEIVED", "APPLICATION_PREPARATION"],
    about: "police",
    asks: "The police website says 30 days for the certificate. Is that still in time?",
    answers:
      "If you apply this week it is. Please upload the receipt too, so that we can show when you asked.",
  },
  {
    stages: ["APPLICATION_PREPARATION", "READY_TO_SUBMIT"],
    about: "reference_letter",
    asks: "My manager is on leave, can the letter be signed by human resources?",
    answers: "Yes, if it has their name, title and phone number, and the hours per week.",
  },
  {
    stages: ["SUBMITTED", "IN_PROCESS", "APPROVED", "CONFIRMATION_ISSUED"],
    asks: "Is there any news from IRCC?",
    answers: "Nothing new so far. We look every day and write to you the same day when something comes.",
  },
];

const NOTES = [
  "Called, very well organised. Prefers messages in the evening.",
  "Spouse's diploma is from a school that closed; watch the assessment.",
  "Travels in the last week of the month, hard to reach.",
  "Old refusal for a visitor visa in 2019, explained in the letter.",
] as const;

/** Messages go back this far. */
const DAYS_BACK = 18;

/** Some files have a talk between client and firm; in some of them the last word waits for an answer. */
export function addWords(draft: CaseDraft, entries: readonly StageEntry[]): void {
  const { random, setting, order, clientUserId } = draft;
  const since = entries.find(({ stage }) => stage === "RETAINED");
  const isShown = order.name !== undefined;
  if (random.chance(0.22)) addNote(draft, entries);
  if (!since || clientUserId === null || (!isShown && random.chance(0.45))) return;
  const threads = THREADS.filter(({ stages }) => stages.includes(order.stage));
  const room = Math.min(DAYS_BACK, daysBetween(since.on, setting.today) - 2);
  const isUnanswered = isShown || random.chance(0.3);
  for (const [index, { asks, answers, about }] of threads.entries()) {
    const back = Math.max(2, room - index * 5);
    if (back > room) return;
    const isLast = index === threads.length - 1;
    const asked = duringOfficeHours(random, addDays(setting.today, -back));
    const answered = duringOfficeHours(random, addDays(setting.today, -back + 1));
    const waits = isLast && isUnanswered;
    const item = itemAbout(draft, about);
    const unanswered = { item, body: asks, createdAt: asked, readAt: waits ? null : answered };
    addMessage(draft, "client", unanswered);
    const opened = isShown ? null : new Date(answered.getTime() + 3_600_000);
    if (!waits) addMessage(draft, "staff", { item, body: answers, createdAt: answered, readAt: opened });
  }
}

/** The first item of this kind on the file's checklist: the talk is about it. Without one it is about the file. */
function itemAbout({ rows, ids }: CaseDraft, kind: string | undefined): string | null {
  const line = rows.requirement.find((row) => row.caseId === ids.caseId && row.kind === kind);
  return line?.id ?? null;
}

function addMessage(
  draft: CaseDraft,
  authorKind: "client" | "staff",
  {
    item,
    body,
    createdAt,
    readAt,
  }: { item: string | null; body: string; createdAt: Date; readAt: Date | null },
) {
  const { random, order, ids, clientUserId, rows } = draft;
  const id = random.id();
  const authorId = authorKind === "client" && clientUserId !== null ? clientUserId : order.owner.id;
  // What a client wrote and the firm read was answered with it.
  const settled = authorKind === "client" ? readAt : null;
  rows.message.push({
    ...{ id, ...ids, authorId, authorKind, body, createdAt, readAt },
    requirementId: item,
    settledAt: settled,
    settledBy: settled === null ? null : order.owner.id,
    settlement: settled === null ? null : "answered",
  });
  log(
    draft,
    createdAt,
    "message.sent",
    { kind: "message", id },
    {},
    authorKind === "client" ? "client" : "owner",
  );
}

function addNote(draft: CaseDraft, entries: readonly StageEntry[]): void {
  const { random, order, ids, rows } = draft;
  const entry = random.pick(entries);
  const id = random.id();
  const note = {
    id,
    caseId: ids.caseId,
    authorId: order.owner.id,
    body: random.pick(NOTES),
    createdAt: entry.at,
  };
  rows.case_note.push(note);
  log(draft, entry.at, "note.written", { kind: "note", id });
}
