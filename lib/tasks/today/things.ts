/**
 * The queue's wording: what a thing is called, why it is here, which one action clears it. Pure: rows in, tasks out.
 * Order inside a group is risk first, then the soonest date, then no date.
 */
import { DEADLINE_LABELS, STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage, DeadlineKind } from "@/lib/cases/types";
import { daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { Thing } from "./types";

/** A window this near asks for a decision, whatever its stage. */
export const CLOSING_DAYS = 14;
/** A returned document that nobody touched for this long has stalled. */
export const STALLED_DAYS = 7;

/** What every row of the queue says about its case. */
interface AboutCase {
  number: string;
  displayName: string;
  nextDeadlineOn: IsoDate | null;
  nextDeadlineKind: string | null;
}

interface Day {
  today: IsoDate;
  timeZone: string;
}

function dueOf(row: AboutCase): Thing["due"] {
  if (row.nextDeadlineOn === null) return null;
  const kind = row.nextDeadlineKind as DeadlineKind | null;
  return { on: row.nextDeadlineOn, what: kind === null ? "due" : DEADLINE_LABELS[kind] };
}

function ago(instant: Date, { today, timeZone }: Day): string {
  const days = daysBetween(dateInZone(instant, timeZone), today);
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

function daysSince(instant: Date, { today, timeZone }: Day): number {
  return Math.max(0, daysBetween(dateInZone(instant, timeZone), today));
}

export interface ReviewRow extends AboutCase {
  requirementId: string;
  title: string;
  receivedAt: Date | null;
  /** Set when it was decided before: then this is a second try. */
  decidedAt: Date | null;
  personName: string | null;
}

export function reviewTask(row: ReviewRow, day: Day): Thing {
  const came = row.receivedAt === null ? "Received" : `Received ${ago(row.receivedAt, day)}`;
  const again = row.decidedAt === null ? "New" : `Sent again, returned ${ago(row.decidedAt, day)}`;
  return {
    key: `review-${row.requirementId}`,
    group: "review",
    icon: "review",
    title: row.title,
    why: [row.personName, again, came].filter(Boolean).join(". "),
    caseNumber: row.number,
    caseName: row.displayName,
    due: dueOf(row),
    action: { label: "Review", href: reviewHref(row.number, row.requirementId) },
  };
}

/** Where one checklist item is reviewed. */
function reviewHref(caseNumber: string, requirementId: string): string {
  return `/cases/${caseNumber}/checklist/${requirementId}`;
}

export interface ReplyRow extends AboutCase {
  caseId: string;
  body: string;
  since: Date;
}

/** The client's own words, cut at a word's end. */
function quote(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  if (line.length <= 80) return `“${line}”`;
  const cut = line.slice(0, 80);
  return `“${cut.slice(0, Math.max(40, cut.lastIndexOf(" ")))}…”`;
}

export function replyTask(row: ReplyRow, day: Day): Thing {
  return {
    key: `reply-${row.caseId}`,
    group: "replies",
    icon: "reply",
    title: quote(row.body),
    why: `Waiting since ${ago(row.since, day)}`,
    caseNumber: row.number,
    caseName: row.displayName,
    due: dueOf(row),
    action: { label: "Reply", href: `/cases/${row.number}/messages` },
  };
}

export interface DecisionRow extends AboutCase {
  stage: CaseStage;
  requiredCount: number;
  acceptedCount: number;
}

export function decisionTask(row: DecisionRow): Thing {
  const { requiredCount, acceptedCount, stage } = row;
  const base = `/cases/${row.number}`;
  const shared = {
    key: `decide-${row.number}`,
    group: "decide" as const,
    caseNumber: row.number,
    caseName: row.displayName,
    due: dueOf(row),
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

export interface DateRow extends AboutCase {
  deadlineId: string;
  kind: DeadlineKind;
  title: string;
  rule: string;
  dueOn: IsoDate;
}

export function dateTask(row: DateRow, day: Day): Thing {
  const passed = row.dueOn < day.today;
  return {
    key: `date-${row.deadlineId}`,
    group: "coming",
    icon: "clock",
    title: passed ? `${row.title}: it has passed` : row.title,
    why: row.rule,
    caseNumber: row.number,
    caseName: row.displayName,
    due: { on: row.dueOn, what: DEADLINE_LABELS[row.kind] },
    action: { label: "Plan", href: `/cases/${row.number}/overview` },
  };
}

export interface StalledRow extends AboutCase {
  requirementId: string;
  title: string;
  decidedAt: Date | null;
}

export function stalledTask(row: StalledRow, day: Day): Thing {
  const days = row.decidedAt === null ? STALLED_DAYS : daysSince(row.decidedAt, day);
  return {
    key: `stalled-${row.requirementId}`,
    group: "coming",
    icon: "stalled",
    title: `${row.title}: returned, not sent again`,
    why: `Nothing heard for ${days} days`,
    caseNumber: row.number,
    caseName: row.displayName,
    due: dueOf(row),
    action: { label: "Remind", href: `/cases/${row.number}/messages` },
  };
}

export interface AnswerRow extends AboutCase {
  submissionId: string;
  receivedAt: Date;
}

export function answerTask(row: AnswerRow, day: Day): Thing {
  return {
    key: `answers-${row.submissionId}`,
    group: "steps",
    icon: "step",
    title: "Compare the new answers with the file",
    why: `Sent from the public assessment ${ago(row.receivedAt, day)}`,
    caseNumber: row.number,
    caseName: row.displayName,
    due: dueOf(row),
    action: { label: "Compare", href: `/cases/${row.number}/assessment/answers` },
  };
}

export interface StepRow extends AboutCase {
  stage: CaseStage;
  stageSince: Date;
  source: string | null;
}

interface StepWords {
  title: string;
  action: string;
  page: "overview" | "assessment";
}

const STEP_WORDS: Readonly<Partial<Record<CaseStage, StepWords>>> = {
  ENQUIRY: { title: "Record the consultation", action: "Record", page: "overview" },
  CONSULTATION: { title: "Send the service agreement", action: "Send", page: "overview" },
  RETAINER_PENDING: { title: "Record the signed agreement", action: "Record", page: "overview" },
  RETAINED: { title: "Enter the facts and assess", action: "Assess", page: "assessment" },
  ASSESSMENT: { title: "Complete the assessment", action: "Assess", page: "assessment" },
  PROFILE_PREPARATION: { title: "Submit the profile and record it", action: "Record", page: "overview" },
  ITA_EXPIRED: { title: "Decide: a new profile, or close", action: "Decide", page: "overview" },
  REJECTED_INCOMPLETE: { title: "Decide: a new profile, or close", action: "Decide", page: "overview" },
};

export function stepTask(row: StepRow, day: Day): Thing {
  const words = STEP_WORDS[row.stage] ?? { title: "Take the next step", action: "Open", page: "overview" };
  const days = daysSince(row.stageSince, day);
  const since = `${STAGE_LABELS[row.stage]} since ${plainDate(dateInZone(row.stageSince, day.timeZone))}`;
  return {
    key: `step-${row.number}`,
    group: "steps",
    icon: "step",
    title: words.title,
    why: days === 0 ? `${STAGE_LABELS[row.stage]} since today` : since,
    caseNumber: row.number,
    caseName: row.displayName,
    due: dueOf(row),
    action: { label: words.action, href: `/cases/${row.number}/${words.page}` },
  };
}

/** Soonest first; what has no date comes last. Equal dates keep the order they came in. */
export function byDue(a: Thing, b: Thing): number {
  if (a.due === null || b.due === null) return Number(a.due === null) - Number(b.due === null);
  return a.due.on < b.due.on ? -1 : a.due.on > b.due.on ? 1 : 0;
}

/** Lines of the caseload, in the order of the journey; stages that mean one thing to the firm share a line. */
export const CASELOAD: readonly { label: string; stages: readonly CaseStage[] }[] = [
  { label: "Enquiry", stages: ["ENQUIRY"] },
  { label: "Consultation", stages: ["CONSULTATION", "RETAINER_PENDING"] },
  { label: "Assessment", stages: ["RETAINED", "ASSESSMENT"] },
  { label: "Profile", stages: ["PROFILE_PREPARATION", "ITA_EXPIRED", "REJECTED_INCOMPLETE"] },
  { label: "In the pool", stages: ["IN_POOL", "NOMINATION_OFFERED"] },
  { label: "60-day window", stages: ["ITA_RECEIVED", "APPLICATION_PREPARATION", "READY_TO_SUBMIT"] },
  { label: "At IRCC", stages: ["SUBMITTED", "IN_PROCESS"] },
  { label: "Approved", stages: ["APPROVED", "CONFIRMATION_ISSUED"] },
];
