/**
 * What a client reads on their own page, and which one thing is asked of them today. Pure; the words are the
 * screens' business.
 */
import { WINDOW_STAGES } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import type { ChecklistFilter, RequirementRow } from "@/lib/checklist/types";
import { filterOf } from "@/lib/checklist/waiting/rules";
import { remainingDays, REVIEW_DAYS } from "@/lib/deadlines/rules";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { latestSafeStart } from "@/lib/express-entry/documents/document-kind";
import { canApprove, type SubmissionState } from "@/lib/submission/rules";
import type {
  Doing,
  Meanwhile,
  NextThing,
  Opening,
  OpeningTime,
  PartCounts,
  PortalGroup,
  PortalItem,
  PortalPart,
  PortalPerson,
  PortalPhase,
} from "./types";

const PARTS: Readonly<Record<ChecklistFilter, PortalPart>> = {
  accepted: "accepted",
  us: "with_us",
  other: "on_the_way",
  client: "for_you",
};

/** Where a document is, as the firm's own list says it. */
export function partOf(line: Parameters<typeof filterOf>[0]): PortalPart {
  return PARTS[filterOf(line)];
}

/** How many required documents are in each part; together they are all. */
export function countParts(items: readonly PortalItem[]): PartCounts {
  const counts = { accepted: 0, with_us: 0, on_the_way: 0, for_you: 0 };
  for (const { part, required } of items) if (required) counts[part] += 1;
  return counts;
}

/** The day a line has of its own while it waits for the client; null once it is in. */
export function openDueOn({ state, dueOn }: Pick<RequirementRow, "state" | "dueOn">): IsoDate | null {
  return state === "to_request" || state === "requested" || state === "returned" ? dueOn : null;
}

/** A document that came back is put right within a week, or within its own time if that is shorter. */
const REDO_DAYS = 7;

/** Day by which the client had best act so that the plan holds; null without a plan, or once it is in. */
export function bestByOf(
  line: Pick<RequirementRow, "state" | "leadDays">,
  plannedOn: IsoDate | null,
): IsoDate | null {
  if (plannedOn === null) return null;
  switch (line.state) {
    case "returned":
      return addDays(plannedOn, -Math.min(line.leadDays, REDO_DAYS) - REVIEW_DAYS);
    case "to_request":
    case "requested":
      return latestSafeStart(plannedOn, line.leadDays);
    default:
      return null;
  }
}

/** Days until a line is likely to be accepted if everybody acts today; 0 once it is. */
export function readyInOf(
  { state, leadDays }: Pick<RequirementRow, "state" | "leadDays">,
  since: IsoDate | null,
  today: IsoDate,
): number {
  if (state === "accepted" || state === "waived") return 0;
  return remainingDays({ state, leadDays, since }, today);
}

/**
 * What moves the finish date most comes first: required before optional, then what will be ready last if everybody acts
 * today, as the application waits for the last one; then what came back, then the earliest best day.
 */
function byEffect(a: PortalItem, b: PortalItem): number {
  if (a.required !== b.required) return a.required ? -1 : 1;
  if (a.readyIn !== b.readyIn) return b.readyIn - a.readyIn;
  const [backA, backB] = [a.state === "returned", b.state === "returned"];
  if (backA !== backB) return backA ? -1 : 1;
  return (a.bestBy ?? "9999").localeCompare(b.bestBy ?? "9999");
}

/** The client's documents in the order in which they should be seen to. */
export function toDo(items: readonly PortalItem[]): PortalItem[] {
  return items.filter(({ part }) => part === "for_you").sort(byEffect);
}

/** Days by which the application waits longer for this one than for any other; 0 where something else takes as long. */
function holdsUp(item: PortalItem, items: readonly PortalItem[]): number {
  if (!item.required) return 0;
  const others = items.filter(({ id, required }) => required && id !== item.id);
  return Math.max(0, item.readyIn - Math.max(0, ...others.map(({ readyIn }) => readyIn)));
}

function meanwhileOf(items: readonly PortalItem[], state: SubmissionState): Meanwhile {
  if (state.stage === "ITA_RECEIVED") return "invited";
  if (state.stage === "READY_TO_SUBMIT") return "sending";
  const open = items.filter(({ part, required }) => required && part !== "accepted");
  if (items.length === 0) return "listing";
  if (open.length === 0) return "reading";
  if (open.some(({ state: one }) => one === "received" || one === "in_review")) return "checking";
  return open.some(({ part }) => part === "on_the_way") ? "waiting" : "preparing";
}

/**
 * The one thing for today: of what the client has to send, whatever moves the finish date most; then the facts to
 * confirm once the firm has signed off; then what could be sent ahead of being asked for; else nothing, with what
 * happens meanwhile.
 */
export function nextThing(items: readonly PortalItem[], state: SubmissionState): NextThing {
  const [first] = toDo(items);
  if (first) {
    const kind = first.state === "returned" ? "redo" : "send";
    return { kind, item: first, holdsUp: holdsUp(first, items) };
  }
  if (canApprove(state).allowed) return { kind: "confirm" };
  const [ahead] = items
    .filter((item) => item.state === "to_request" && item.responsible === "client" && item.appliedOn === null)
    .sort(byEffect);
  if (ahead) return { kind: "ahead", item: ahead, holdsUp: holdsUp(ahead, items) };
  return { kind: "nothing", meanwhile: meanwhileOf(items, state) };
}

/** What the firm is busy with while the window runs, most pressing first; one line a kind. */
export function doingOf(items: readonly PortalItem[], state: SubmissionState): Doing[] {
  const titles = (some: readonly PortalItem[]) => some.map(({ title }) => title);
  const checking = items.filter((item) => item.state === "received" || item.state === "in_review");
  const open = items.filter(({ part }) => part === "with_us").filter((item) => !checking.includes(item));
  const writing = open.filter(({ responsible }) => responsible === "firm");
  const steps = open.filter(({ responsible }) => responsible === "other");
  const since = checking.flatMap(({ receivedAt }) => receivedAt ?? []).sort((a, b) => +a - +b)[0] ?? null;
  const isComplete =
    items.length > 0 && items.every(({ required, part }) => !required || part === "accepted");
  const isReading = isComplete && state.stage === "APPLICATION_PREPARATION" && !canApprove(state).allowed;
  const doing: (Doing | false)[] = [
    checking.length > 0 && { kind: "checking", titles: titles(checking), since },
    writing.length > 0 && { kind: "writing", titles: titles(writing) },
    steps.length > 0 && { kind: "steps", titles: titles(steps) },
    isReading && { kind: "reading" },
    state.stage === "READY_TO_SUBMIT" && { kind: "sending" },
  ];
  return doing.filter((entry) => entry !== false);
}

/** Longest reason that still fits a row of the list. */
const ROW_REASON = 70;

/** The first sentence of a reason without its full stop, or null where that is too long for a row. */
export function shortReason(reason: string): string | null {
  const [first = ""] = reason.trim().split(/(?<=[.!?])\s/, 1);
  const sentence = first.replace(/\.$/, "");
  return sentence.length <= ROW_REASON ? sentence : null;
}

/** Open before accepted; what the client has to do stands before all of it. */
const PART_ORDER: Readonly<Record<PortalPart, number>> = {
  for_you: 0,
  with_us: 1,
  on_the_way: 2,
  accepted: 3,
};

function groupOf(person: PortalPerson | null, items: readonly PortalItem[]): PortalGroup {
  const required = items.filter((item) => item.required);
  const rest = items.filter(({ part }) => part !== "for_you");
  return {
    person,
    items: [...toDo(items), ...rest.sort((a, b) => PART_ORDER[a.part] - PART_ORDER[b.part])],
    required: required.length,
    accepted: required.filter(({ part }) => part === "accepted").length,
  };
}

/** By person, the client first, then the family; every item is in exactly one group, empty ones are left out. */
export function groupItems(items: readonly PortalItem[], people: readonly PortalPerson[]): PortalGroup[] {
  const known = new Set(people.map(({ id }) => id));
  // A document of somebody who has left the file is shown with the family's: nothing drops out silently.
  const shared = items.filter(({ personId }) => personId === null || !known.has(personId));
  return [
    ...people.map((person) =>
      groupOf(
        person,
        items.filter(({ personId }) => personId === person.id),
      ),
    ),
    groupOf(null, shared),
  ].filter((group) => group.items.length > 0);
}

const SENT_STAGES: readonly CaseStage[] = [
  "SUBMITTED",
  "IN_PROCESS",
  "APPROVED",
  "CONFIRMATION_ISSUED",
  "LANDED",
];
const STOPPED_STAGES: readonly CaseStage[] = [
  "ITA_EXPIRED",
  "REJECTED_INCOMPLETE",
  "REFUSED",
  "WITHDRAWN",
  "CLOSED",
];

/** Which kind of page a stage calls for. */
export function phaseOf(stage: CaseStage): PortalPhase {
  if (WINDOW_STAGES.some((one) => one === stage)) return "window";
  if (SENT_STAGES.includes(stage)) return "sent";
  return STOPPED_STAGES.includes(stage) ? "ended" : "before";
}

/** Of several files the one that is still going on, else the newest; `files` come newest first. */
export function currentCase<File extends { stage: CaseStage }>(files: readonly File[]): File | null {
  return files.find(({ stage }) => stage !== "LANDED" && phaseOf(stage) !== "ended") ?? files[0] ?? null;
}

/** Opening one document takes many requests: what follows within so many minutes is one look. */
const ONE_LOOK_MINUTES = 10;

type OneOpening = Omit<Opening, "times"> & { saved: boolean };

/** The time joins the last look of its kind where that is near enough; a saved copy is always said. */
function withTime(times: readonly OpeningTime[], { at, saved }: OpeningTime): readonly OpeningTime[] {
  const last = times.at(-1);
  const near = last !== undefined && last.at.getTime() - at.getTime() <= ONE_LOOK_MINUTES * 60_000;
  return near && last.saved === saved && !saved
    ? [...times.slice(0, -1), { at, saved }]
    : [...times, { at, saved }];
}

/** One entry for a person, a document and a day, with every time. `openings` newest first. */
export function foldOpenings(openings: readonly OneOpening[], dayOf: (at: Date) => IsoDate): Opening[] {
  const folded = new Map<string, Opening>();
  for (const { saved, ...opening } of openings) {
    const key = [opening.name, opening.title, dayOf(opening.at)].join("\n");
    const known = folded.get(key) ?? { ...opening, times: [] };
    folded.set(key, { ...known, times: withTime(known.times, { at: opening.at, saved }) });
  }
  return [...folded.values()];
}

/** For a greeting; `hour` 0 to 23 on the wall of the firm's zone. */
export function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

/** `7F3C22AB` of the stored version's id: short enough to say on the phone; uploading shows the same. */
export function receiptOf(versionId: string): string {
  return versionId.slice(0, 8).toUpperCase();
}
