import type { DocumentLife, RequirementState, Responsible } from "@/lib/checklist/types";
import type { WaitingPart } from "@/lib/checklist/waiting/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { TimelineLine } from "../timeline/types";
import type { AgreementKind, CaseStage, DeadlineKind } from "../types";

/** A point of the journey: several stages that are one thing to people. */
export interface TrackPoint {
  label: string;
  state: "done" | "now" | "next" | "ended";
  /** When it was reached; for what lies ahead, the plan where there is one. */
  on: IsoDate | null;
}

export type Urgency = "late" | "watch" | "info" | "neutral";

/** One thing that stands between the case and its next step. */
export interface Block {
  key: string;
  urgency: Urgency;
  icon: "break" | "returned" | "review" | "start" | "waiting" | "step";
  title: string;
  why: string;
  /** Who acts: the viewer's firm, the client, somebody else. */
  with: WaitingPart | "several";
  action: { label: string; href: string };
}

/** Whom the case waits on, for what, and since when. */
export interface WaitingRow {
  who: string;
  part: WaitingPart;
  what: string;
  /** The one that has waited longest; null where there is one alone. */
  longest: string | null;
  since: IsoDate | null;
  href: string;
}

export interface DateAhead {
  /** Of the clock; null for the plan. */
  deadlineId: string | null;
  on: IsoDate;
  text: string;
  kind: DeadlineKind | "plan";
  hard: boolean;
}

/** The moments at which documents must hold. */
export type RibbonMoment = "invitation" | "submission" | "landing";

/** Whether a document holds at a moment it must hold at. */
export interface RibbonMark {
  moment: RibbonMoment;
  at: IsoDate;
  state: "holds" | "breaks" | "expected";
}

export interface RibbonRow {
  key: string;
  personName: string;
  /** First row of its person: the name is written. */
  firstOfPerson: boolean;
  label: string;
  /** Null: from before the axis. */
  from: IsoDate | null;
  /** Last day it counts; null: no end. */
  until: IsoDate | null;
  /** Not here yet: drawn dashed. */
  expected: boolean;
  marks: RibbonMark[];
  /** Beside the mark at which it breaks: `valid today, not on day 47`. */
  note: string | null;
  words: string;
  urgency: Urgency;
}

export interface Ribbon {
  rows: RibbonRow[];
  today: IsoDate;
  invitedOn: IsoDate | null;
  endsOn: IsoDate | null;
  /** The planned submission; without a plan the last day stands in for it. */
  judgedOn: IsoDate | null;
  planned: boolean;
  /** When the landing is likely, at IRCC's standard; null while no submission is in sight. */
  landsOn: IsoDate | null;
  /** Sent by this day everything that is here holds; null where nothing ends, or something has ended already. */
  holdsThrough: IsoDate | null;
  /** The first document that does not hold where it must; null when all hold. */
  firstBreak: { words: string; moment: RibbonMoment } | null;
}

export interface PersonLine {
  id: string;
  name: string;
  /** `Principal, 32`. */
  detail: string;
  where: string | null;
  accepted: number;
  required: number;
}

export interface RecordedAgreement {
  id: string;
  kind: AgreementKind;
  signedOn: IsoDate;
  documentTitle: string | null;
}

export interface CaseOverview {
  track: TrackPoint[];
  blocks: Block[];
  waiting: WaitingRow[];
  dates: DateAhead[];
  /** Null for those who may not see facts of people. */
  ribbon: Ribbon | null;
  people: PersonLine[] | null;
  recent: TimelineLine[] | null;
  agreements: RecordedAgreement[];
  /** When the client last looked at the portal. */
  lastInPortal: Date | null;
}

/** A checklist line, as far as blocks and the ribbon look at it. */
export interface LineOfChecklist {
  id: string;
  personId: string | null;
  kind: string;
  subject: string | null;
  title: string;
  responsible: Responsible;
  state: RequirementState;
  appliedOn: IsoDate | null;
  required: boolean;
  noLongerNeeded: boolean;
  leadDays: number;
  dueOn: IsoDate | null;
  issuedOn: IsoDate | null;
  validUntil: IsoDate | null;
  receivedAt: Date | null;
  decidedAt: Date | null;
}

/** A line with what the review and the rules say of its life. */
export type JudgedLine = LineOfChecklist & DocumentLife;

export interface StageEntry {
  toStage: CaseStage;
  on: IsoDate;
}
