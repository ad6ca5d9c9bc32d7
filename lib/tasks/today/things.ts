/** The queue's wording: what a thing is called, why it is here, which one action clears it. Pure: rows in, things out. */
import { DEADLINE_LABELS, STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage, DeadlineKind } from "@/lib/cases/types";
import { heldFor, labelOf } from "@/lib/checklist/waiting/rules";
import { daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { ORIGIN_WORDS } from "../rules";
import type { TaskOrigin } from "../types";
import { isForToday, STEP_WORDS } from "./rules";
import type { Thing } from "./types";

/** What every row of the queue says about its case, and which row it is. */
export interface AboutRow {
  /** Of the thing. */
  key: string;
  caseId: string;
  number: string;
  displayName: string;
  nextDeadlineOn: IsoDate | null;
  nextDeadlineKind: string | null;
}

interface Day {
  today: IsoDate;
  timeZone: string;
}

function dueOf(row: AboutRow): Thing["due"] {
  if (row.nextDeadlineOn === null) return null;
  const kind = row.nextDeadlineKind as DeadlineKind | null;
  // A file's next date is the earliest of its open hard deadlines, and of no other.
  return { on: row.nextDeadlineOn, what: kind === null ? "due" : DEADLINE_LABELS[kind], hard: true };
}

function about(row: AboutRow) {
  return {
    key: row.key,
    caseId: row.caseId,
    caseNumber: row.number,
    caseName: row.displayName,
    due: dueOf(row),
  };
}

function ago(instant: Date, { today, timeZone }: Day): string {
  const days = daysBetween(dateInZone(instant, timeZone), today);
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

function since(instant: Date, { timeZone }: Day): string {
  return plainDate(dateInZone(instant, timeZone));
}

export interface ReviewRow extends AboutRow {
  requirementId: string;
  title: string;
  receivedAt: Date | null;
  /** Set when it was decided before: then this is a second try. */
  decidedAt: Date | null;
  personName: string | null;
}

export function reviewThing(row: ReviewRow, day: Day): Thing {
  const came = row.receivedAt === null ? "Received" : `Received ${ago(row.receivedAt, day)}`;
  const again = row.decidedAt === null ? "New" : `Sent again, returned ${ago(row.decidedAt, day)}`;
  return {
    ...about(row),
    group: "review",
    icon: "review",
    since: row.receivedAt,
    title: row.title,
    why: [row.personName, again, came].filter(Boolean).join(". "),
    action: { label: "Review", href: reviewHref(row.number, row.requirementId) },
  };
}

/** Where one checklist item is reviewed. */
function reviewHref(caseNumber: string, requirementId: string): string {
  return `/cases/${caseNumber}/checklist/${requirementId}`;
}

export interface ReplyRow extends AboutRow {
  caseId: string;
  /** Empty where the client sent nothing but files. */
  body: string;
  /** The item that it is about; null: the case as a whole. */
  item: string | null;
  since: Date;
}

/** The client's own words, cut at a word's end. */
function quote(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  if (line.length <= 80) return `“${line}”`;
  const cut = line.slice(0, 80);
  return `“${cut.slice(0, Math.max(40, cut.lastIndexOf(" ")))}…”`;
}

export function replyThing(row: ReplyRow, day: Day): Thing {
  return {
    ...about(row),
    group: "replies",
    icon: "reply",
    since: row.since,
    title: row.body === "" ? "The client sent a file" : quote(row.body),
    why: `Waiting since ${ago(row.since, day)}`,
    action: { label: "Reply", href: `/cases/${row.number}/messages?item=${row.item ?? "general"}` },
  };
}

export interface KeyRow extends AboutRow {
  enteredBy: string;
  enteredAt: Date;
}

/** The date itself is not said: who confirms it reads it in the letter. */
export function keyThing(row: KeyRow, day: Day): Thing {
  return {
    ...about(row),
    group: "decide",
    icon: "key",
    since: row.enteredAt,
    title: "Confirm the date of the invitation",
    why: `${row.enteredBy} entered it ${ago(row.enteredAt, day)}: read it in the letter, as the second key`,
    action: { label: "Check date", href: `/cases/${row.number}/invitation` },
  };
}

export interface DecisionRow extends AboutRow {
  stage: CaseStage;
  stageSince: Date;
  requiredCount: number;
  acceptedCount: number;
}

export function decisionThing(row: DecisionRow): Thing {
  const { requiredCount, acceptedCount, stage } = row;
  const base = `/cases/${row.number}`;
  const shared = {
    ...about(row),
    group: "decide" as const,
    since: row.stageSince,
  };
  if (stage === "ITA_RECEIVED") {
    return {
      ...shared,
      icon: "decide",
      title: "Decide on the invitation",
      why: "The 60 days are running. Accept, or decline and return to the pool",
      action: { label: "Decide", href: `${base}/invitation` },
    };
  }
  if (stage === "READY_TO_SUBMIT") {
    return {
      ...shared,
      icon: "send",
      title: "Send the application and record it",
      why: "Signed off, and the client approved",
      action: { label: "Record", href: `${base}/overview` },
    };
  }
  if (requiredCount > 0 && acceptedCount === requiredCount) {
    return {
      ...shared,
      icon: "sign",
      title: `Sign off the package, ${acceptedCount} of ${requiredCount} accepted`,
      why: "Every required document is accepted",
      action: { label: "Sign off", href: `${base}/overview` },
    };
  }
  return {
    ...shared,
    icon: "clock",
    title: `Day 60 is near, ${acceptedCount} of ${requiredCount} accepted`,
    why: "See what blocks it, and move it or call the client",
    action: { label: "Open", href: `${base}/overview` },
  };
}

export interface DateRow extends AboutRow {
  deadlineId: string;
  kind: DeadlineKind;
  title: string;
  rule: string;
  dueOn: IsoDate;
  hard: boolean;
}

export function dateThing(row: DateRow, day: Day): Thing {
  const passed = row.dueOn < day.today;
  const due = { on: row.dueOn, what: DEADLINE_LABELS[row.kind], hard: row.hard };
  return {
    ...about(row),
    group: isForToday(due, day.today) ? "decide" : "coming",
    icon: "clock",
    since: null,
    title: passed ? `${row.title}: it has passed` : row.title,
    why: row.rule,
    due,
    action: { label: "Plan", href: `/cases/${row.number}/overview` },
  };
}

export interface TaskThingRow extends AboutRow {
  taskId: string;
  title: string;
  note: string | null;
  dueOn: IsoDate | null;
  origin: TaskOrigin;
  createdAt: Date;
  version: number;
}

export function taskThing(row: TaskThingRow, day: Day): Thing {
  const due = row.dueOn === null ? null : { on: row.dueOn, what: "task", hard: false };
  const { taskId: id, title, version } = row;
  return {
    ...about(row),
    group: due !== null && isForToday(due, day.today) ? "decide" : "coming",
    icon: "task",
    since: row.createdAt,
    title,
    why: row.note ?? ORIGIN_WORDS[row.origin] ?? `On your list since ${since(row.createdAt, day)}`,
    due,
    action: { label: "Done", href: `/cases/${row.number}/tasks`, task: { id, title, version } },
  };
}

export interface StalledRow extends AboutRow {
  /** The longest waiting of the case's items that nobody moves. */
  title: string;
  kind: string;
  leadDays: number;
  since: Date;
  /** How many of the case's items have stalled. */
  items: number;
  returned: boolean;
  /** It was applied for: whoever issues it has it. */
  applied: boolean;
}

export function stalledThing(row: StalledRow, day: Day): Thing {
  const held = heldFor(dateInZone(row.since, day.timeZone), day.today);
  const more = row.items > 1 ? `. ${row.items} items wait` : "";
  const { applied, leadDays, number, title } = row;
  const what = applied
    ? "applied for, no answer"
    : row.returned
      ? "returned, not sent again"
      : "asked for, nothing came";
  const who = applied
    ? `${labelOf("third_party", row.kind)} has had it for ${held}, ${leadDays} are usual`
    : `With the client for ${held}`;
  return {
    ...about(row),
    ...{ group: "coming", icon: "stalled", since: row.since, title: `${title}: ${what}`, why: who + more },
    action: applied
      ? { label: "Follow up", href: `/cases/${number}/checklist?show=other` }
      : { label: "Remind", href: `/cases/${number}/messages` },
  };
}

export interface AnswerRow extends AboutRow {
  receivedAt: Date;
}

export function answerThing(row: AnswerRow, day: Day): Thing {
  return {
    ...about(row),
    group: "steps",
    icon: "step",
    since: row.receivedAt,
    title: "Compare the new answers with the file",
    why: `Sent from the public assessment ${ago(row.receivedAt, day)}`,
    action: { label: "Compare", href: `/cases/${row.number}/assessment/answers` },
  };
}

export interface StepRow extends AboutRow {
  stage: CaseStage;
  stageSince: Date;
}

export function stepThing(row: StepRow, day: Day): Thing {
  const words = STEP_WORDS[row.stage] ?? { title: "Take the next step", action: "Open", page: "overview" };
  const on = dateInZone(row.stageSince, day.timeZone);
  return {
    ...about(row),
    group: "steps",
    icon: "step",
    since: row.stageSince,
    title: words.title,
    why: `${STAGE_LABELS[row.stage]} since ${on >= day.today ? "today" : plainDate(on)}`,
    action: { label: words.action, href: `/cases/${row.number}/${words.page}` },
  };
}
