/** What the overview says, from rows: the track, what blocks, in which order. Pure. */
import { filterOf } from "@/lib/checklist/waiting/rules";
import { addDays, daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { STAGE_LABELS } from "../rules";
import type { CaseStage } from "../types";
import type { Block, LineOfChecklist, Ribbon, StageEntry, TrackPoint } from "./types";

interface Milestone {
  label: string;
  stages: readonly CaseStage[];
}

const MILESTONES: readonly Milestone[] = [
  { label: "Enquiry", stages: ["ENQUIRY", "CONSULTATION", "RETAINER_PENDING"] },
  { label: "Retained", stages: ["RETAINED"] },
  { label: "Assessment", stages: ["ASSESSMENT"] },
  { label: "Profile", stages: ["PROFILE_PREPARATION"] },
  { label: "In pool", stages: ["IN_POOL", "NOMINATION_OFFERED"] },
  { label: "Invited", stages: ["ITA_RECEIVED"] },
  { label: "Preparation", stages: ["APPLICATION_PREPARATION", "READY_TO_SUBMIT"] },
  { label: "Submitted", stages: ["SUBMITTED"] },
  { label: "In process", stages: ["IN_PROCESS"] },
  { label: "Approved", stages: ["APPROVED", "CONFIRMATION_ISSUED"] },
  { label: "Landed", stages: ["LANDED"] },
];

function milestoneOf(stage: CaseStage): number {
  return MILESTONES.findIndex(({ stages }) => stages.includes(stage));
}

/** The last day a milestone was entered; a case that came back to the pool shows the return. */
function enteredOn(milestone: Milestone, history: readonly StageEntry[]): IsoDate | null {
  const [first] = milestone.stages;
  const entries = history.filter((entry) => entry.toStage === first);
  const any = history.filter((entry) => milestone.stages.includes(entry.toStage));
  return (entries.at(-1) ?? any[0])?.on ?? null;
}

interface TrackInput {
  stage: CaseStage;
  stageSince: IsoDate;
  /** Oldest first. */
  history: readonly StageEntry[];
  plannedSubmissionOn: IsoDate | null;
}

/** The journey with its dates. A case that ended off the track ends it where it stood. */
export function trackOf({ stage, stageSince, history, plannedSubmissionOn }: TrackInput): TrackPoint[] {
  const current = milestoneOf(stage);
  if (current < 0) {
    const reached = Math.max(0, ...history.map((entry) => milestoneOf(entry.toStage)));
    const points = MILESTONES.slice(0, reached + 1).map((milestone): TrackPoint => ({
      label: milestone.label,
      state: "done",
      on: enteredOn(milestone, history),
    }));
    return [...points, { label: STAGE_LABELS[stage], state: "ended", on: stageSince }];
  }
  return MILESTONES.map((milestone, index): TrackPoint => {
    const ahead = milestone.label === "Submitted" ? plannedSubmissionOn : null;
    if (index > current) return { label: milestone.label, state: "next", on: ahead };
    const on = enteredOn(milestone, history);
    return {
      label: index === current && milestone.stages.length > 1 ? STAGE_LABELS[stage] : milestone.label,
      state: index === current ? "now" : "done",
      on: on ?? (index === current ? stageSince : null),
    };
  });
}

/** A start this near is shown as something to do now. */
const START_SOON_DAYS = 7;
/** Rows of one kind before they are gathered into one. */
const ROWS_EACH = 3;

interface BlockInput {
  number: string;
  stage: CaseStage;
  lines: readonly LineOfChecklist[];
  ribbon: Ribbon | null;
  today: IsoDate;
  mayReview: boolean;
}

/** Where a step is taken, when not on the overview itself. */
const STEP_PAGES: Readonly<Partial<Record<CaseStage, string>>> = {
  ITA_RECEIVED: "invitation",
  RETAINED: "assessment",
  ASSESSMENT: "assessment",
};

const STEP_BLOCKS: Readonly<Partial<Record<CaseStage, { title: string; why: string }>>> = {
  ENQUIRY: { title: "Consultation not recorded", why: "Nothing can be advised before it is agreed" },
  CONSULTATION: { title: "Service agreement not sent", why: "The firm is not retained without it" },
  RETAINER_PENDING: { title: "Service agreement not signed", why: "Waiting for both signatures" },
  RETAINED: { title: "Facts not assessed", why: "Enter the facts, then see which programs are open" },
  ASSESSMENT: { title: "Assessment not completed", why: "At least one program has to be open" },
  PROFILE_PREPARATION: {
    title: "Profile not recorded",
    why: "Submit it in IRCC’s account, then record its number and instant",
  },
  ITA_RECEIVED: {
    title: "Invitation not decided",
    why: "Accept, or decline and return to the pool: the 60 days are running",
  },
  READY_TO_SUBMIT: {
    title: "Submission not recorded",
    why: "Send it in IRCC’s account, then record the confirmation",
  },
};

function isOpen(line: LineOfChecklist): boolean {
  return line.required && !line.noLongerNeeded;
}

/** Whose move these lines are, by the one rule of the checklist. */
function withOf(lines: readonly LineOfChecklist[]): Block["with"] {
  const [first, ...others] = new Set(lines.map(filterOf).filter((part) => part !== "accepted"));
  return first === undefined || others.length > 0 ? "several" : first;
}

function gathered(blocks: Block[], rest: (more: number) => Block): Block[] {
  if (blocks.length <= ROWS_EACH) return blocks;
  const shown = blocks.slice(0, ROWS_EACH - 1);
  return [...shown, rest(blocks.length - shown.length)];
}

function returnedBlocks({ number, lines }: BlockInput): Block[] {
  const checklist = `/cases/${number}/checklist`;
  const blocks = lines
    .filter((line) => isOpen(line) && line.state === "returned")
    .map((line): Block => ({
      key: `returned-${line.id}`,
      urgency: "watch",
      icon: "returned",
      title: `${line.title} was returned`,
      why: line.appliedOn
        ? `Applied for again on ${plainDate(line.appliedOn)}`
        : "The client has the reason and sends it again",
      with: withOf([line]),
      action: { label: "See why", href: `${checklist}/${line.id}` },
    }));
  return gathered(blocks, (more) => ({
    key: "returned-more",
    urgency: "watch",
    icon: "returned",
    title: `${more} more documents were returned`,
    why: "The client has the reasons",
    with: withOf(lines.filter((line) => isOpen(line) && line.state === "returned")),
    action: { label: "See them", href: checklist },
  }));
}

function reviewBlock({ number, lines, today, mayReview }: BlockInput): Block[] {
  const waiting = lines.filter((line) => isOpen(line) && ["received", "in_review"].includes(line.state));
  const [oldest] = [...waiting].sort(
    (a, b) => (a.receivedAt?.getTime() ?? 0) - (b.receivedAt?.getTime() ?? 0),
  );
  if (!oldest) return [];
  const title =
    waiting.length === 1 ? `${oldest.title} waits for review` : `${waiting.length} documents wait for review`;
  const days =
    oldest.receivedAt === null ? 0 : daysBetween(oldest.receivedAt.toISOString().slice(0, 10), today);
  const since =
    days <= 0 ? "It came today" : `Oldest: ${oldest.title}, ${days === 1 ? "1 day" : `${days} days`}`;
  return [
    {
      key: "review",
      urgency: "info",
      icon: "review",
      title,
      why: since,
      with: "us",
      action: {
        label: mayReview ? "Review" : "See them",
        href: `/cases/${number}/checklist/${oldest.id}`,
      },
    },
  ];
}

function startBlocks({ number, lines, today }: BlockInput): Block[] {
  const soon = addDays(today, START_SOON_DAYS);
  const blocks = lines
    .filter(
      (line) => isOpen(line) && line.state === "to_request" && line.dueOn !== null && line.dueOn <= soon,
    )
    .sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1))
    .map((line): Block => {
      const missed = line.dueOn !== null && line.dueOn < today;
      const day = line.dueOn === null ? "" : plainDate(line.dueOn);
      return {
        key: `start-${line.id}`,
        urgency: missed ? "late" : "watch",
        icon: "start",
        title: missed ? `${line.title}: latest safe start was missed` : `${line.title}: start by ${day}`,
        why: `It usually takes ${line.leadDays} days${missed ? `; the safe start was ${day}` : ""}`,
        with: withOf([line]),
        action: { label: "Ask for it", href: `/cases/${number}/checklist` },
      };
    });
  return gathered(blocks, (more) => ({
    key: "start-more",
    urgency: "watch",
    icon: "start",
    title: `${more} more have to be started now`,
    why: "Their latest safe start is within a week",
    with: "us",
    action: { label: "See them", href: `/cases/${number}/checklist` },
  }));
}

function waitingBlock({ number, lines, today }: BlockInput): Block[] {
  const soon = addDays(today, START_SOON_DAYS);
  const waiting = lines.filter(
    (line) =>
      isOpen(line) &&
      (line.state === "requested" ||
        (line.state === "to_request" && (line.dueOn === null || line.dueOn > soon))),
  );
  if (waiting.length === 0) return [];
  const kinds = [...new Set(waiting.map((line) => line.title))];
  const more = kinds.length > 3 ? ` and ${kinds.length - 3} more kinds` : "";
  return [
    {
      key: "waiting",
      urgency: "neutral",
      icon: "waiting",
      title:
        waiting.length === 1
          ? "1 document has not come yet"
          : `${waiting.length} documents have not come yet`,
      why: `${kinds.slice(0, 3).join(", ")}${more}`,
      with: withOf(waiting),
      action: { label: "Checklist", href: `/cases/${number}/checklist` },
    },
  ];
}

function breakBlock({ number, ribbon }: BlockInput): Block[] {
  if (ribbon === null || ribbon.firstBreak === null) return [];
  const { words, moment } = ribbon.firstBreak;
  const before = ribbon.planned
    ? "Plan an earlier day, or renew it before the planned one"
    : "Submit before it ends, or renew it";
  return [
    {
      key: "break",
      urgency: moment === "landing" ? "watch" : "late",
      icon: "break",
      title: words,
      why: moment === "landing" ? "Renew it while the application is in process" : before,
      with: "us",
      action: { label: "See the ribbon", href: `/cases/${number}/overview#ribbon` },
    },
  ];
}

/** What stands between the case and its next step, what frees the most time first. */
export function blocksOf(input: BlockInput): Block[] {
  const complete =
    input.lines.some(isOpen) &&
    input.lines.filter(isOpen).every((line) => ["accepted", "waived"].includes(line.state));
  const words =
    input.stage === "APPLICATION_PREPARATION" && complete
      ? { title: "Application not signed off", why: "Every required document is accepted" }
      : STEP_BLOCKS[input.stage];
  const step: Block[] = words
    ? [
        {
          key: "step",
          urgency: "info",
          icon: "step",
          ...words,
          with: "us",
          action: {
            label: "Next step",
            href: `/cases/${input.number}/${STEP_PAGES[input.stage] ?? "overview#next-step"}`,
          },
        },
      ]
    : [];
  return [
    ...breakBlock(input),
    ...startBlocks(input).filter((block) => block.urgency === "late"),
    ...reviewBlock(input),
    ...returnedBlocks(input),
    ...startBlocks(input).filter((block) => block.urgency !== "late"),
    ...waitingBlock(input),
    ...step,
  ];
}
