import type { CommonFault, ValidityRule } from "@/lib/express-entry/documents/document-kind";
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import type { DocumentRules } from "@/lib/express-entry/data/document-rules";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Finding } from "@/lib/people/timeline/types";
import type { MedianOf } from "./history/types";
import type { TemplateNotice } from "./template/types";
import type { Waiting } from "./waiting/types";

export type RequirementState =
  "to_request" | "requested" | "received" | "in_review" | "accepted" | "returned" | "waived";
export type Responsible = "client" | "firm" | "other";

/** One line of the checklist as it is stored. */
export interface RequirementRow {
  id: string;
  caseId: string;
  clientId: string;
  personId: string | null;
  ruleKey: string;
  kind: string;
  subject: string | null;
  country: string | null;
  title: string;
  reason: string;
  /** The firm's own words and points, of the template that the line was made with. */
  goodExample: string | null;
  extraPoints: string[];
  responsible: Responsible;
  required: boolean;
  noLongerNeeded: boolean;
  state: RequirementState;
  leadDays: number;
  position: number;
  /** Latest safe start as of the last refresh; screens compute it anew from the plan. */
  dueOn: IsoDate | null;
  issuedOn: IsoDate | null;
  validUntil: IsoDate | null;
  /** The letter of IRCC that asks for it. */
  letterId: string | null;
  waivedReason: string | null;
  requestedAt: Date | null;
  /** The day on which somebody applied for it to whoever issues it; empty again when it is returned. */
  appliedOn: IsoDate | null;
  receivedAt: Date | null;
  decidedAt: Date | null;
  createdAt: Date;
  version: number;
}

/** What the rules call for now, and the facts it follows from. */
export interface DerivedChecklist {
  documents: readonly RequiredDocument[];
  facts: CaseFacts;
  /** The planned submission; the last day where nothing is planned. */
  plannedOn: IsoDate;
  invitationClass: Program;
  /** The firm's, by which they are judged. */
  tables: RuleTables;
}

/** How a document of this line is judged: from the rules, or the defaults of its kind for one added by hand. */
export interface RequirementSpec {
  rule: ValidityRule;
  /** The figures behind the rule; the shipped ones where nothing is derived. */
  rules?: DocumentRules;
  acceptancePoints: readonly string[];
  goodExample: string;
  commonFaults: readonly CommonFault[];
  /** Last day it can be sent, where the facts already tell. */
  factsLastDay: IsoDate | null;
  /** It has to be issued after this day (a police certificate: the end of the last stay). */
  issuedAfter: IsoDate | null;
}

/** Does it hold on the day of the planned submission? State is not validity. */
export interface Validity {
  tone: "neutral" | "ok" | "late";
  words: string;
}

/** How long a line's document counts, and what it needs while it is not there. */
export interface DocumentLife {
  /** Last day it can be sent: of an accepted one as it was read, of another where the facts tell. */
  lastDay: IsoDate | null;
  /** `Needs: from 8 Jun 2026`; empty where nothing is known. */
  needs: string;
  /** It was issued before the stay it is about ended. */
  tooEarly: boolean;
}

/** What a document of this line has to be, in words. */
export interface ItemSpec {
  goodExample: string;
  points: readonly string[];
  faults: readonly string[];
  validity: string;
}

export interface RequirementItem {
  id: string;
  personId: string | null;
  title: string;
  reason: string;
  kind: string;
  subject: string | null;
  state: RequirementState;
  required: boolean;
  noLongerNeeded: boolean;
  waivedReason: string | null;
  validity: Validity;
  /** Day by which to start so that it arrives by the plan; null once it is in. */
  startBy: IsoDate | null;
  /** The start was missed: today is later and nothing is in yet. */
  startMissed: boolean;
  /** When it is likely in and decided, at the usual pace; null once it is. */
  lands: IsoDate | null;
  leadDays: number;
  /** Whose move it is, and since when. */
  waiting: Waiting;
  /** The day on which somebody applied for it. */
  appliedOn: IsoDate | null;
  filter: ChecklistFilter;
  version: number;
  spec: ItemSpec;
  /** Somebody added it by hand, so that it can be made an item of the firm's template. */
  byHand: boolean;
  allowed: { request: boolean; apply: boolean; review: boolean; waive: boolean; unwaive: boolean };
}

export interface ChecklistGroup {
  /** null: the whole family. */
  personId: string | null;
  name: string;
  detail: string;
  items: RequirementItem[];
  /** Required and live, of this group. */
  required: number;
  accepted: number;
}

/** The parts of the list; each live item is in exactly one, so the counts add up to the whole. */
export type ChecklistFilter = "us" | "client" | "other" | "accepted";

export interface PoliceCell {
  requirementId: string | null;
  state: RequirementState | null;
  /** When they lived there, or why none is needed. */
  note: string;
  /** How late it has to be issued; empty where none is needed. */
  issued: string;
}

export interface PoliceCountryColumn {
  code: string;
  name: string;
  /** The days it is planned with. */
  leadDays: number;
  /** How long it took in the firm's own files; null: in none of them yet. */
  measured: MedianOf | null;
  requestLetter: boolean;
  /** What is known of its authority, to confirm on IRCC's page. */
  authority: string | null;
}

export interface PoliceMatrix {
  since: IsoDate;
  countries: PoliceCountryColumn[];
  rows: {
    personId: string;
    name: string;
    detail: string;
    cells: PoliceCell[];
    canada: string;
  }[];
  accepted: number;
  total: number;
}

/** Gaps and overlaps of one adult's ten years. */
export interface PersonHistory {
  personId: string;
  name: string;
  findings: readonly Finding[];
}

export interface Checklist {
  caseId: string;
  number: string;
  plannedOn: IsoDate | null;
  lastDay: IsoDate | null;
  today: IsoDate;
  groups: ChecklistGroup[];
  /** What the facts no longer call for, kept for what was received. */
  dropped: RequirementItem[];
  counts: Record<ChecklistFilter | "all", number>;
  police: PoliceMatrix | null;
  /** The ten years of every adult who has to account for them, coming along or not. */
  history: PersonHistory[];
  /** A newer version of the firm's template, with what taking it would change; null: the file has the newest. */
  newer: TemplateNotice | null;
  /** The version of the firm's template the list was made with; null: none. */
  templateNumber: number | null;
  /** When the last required item is likely in, and which one that is; null when all are accepted. */
  ready: { on: IsoDate; title: string; name: string } | null;
  invitedOn: IsoDate | null;
  /** An invitation is open, so that the facts can be asked what they call for. */
  derivable: boolean;
  people: { id: string; name: string }[];
  allowed: { edit: boolean; review: boolean; upload: boolean; template: boolean };
}

/** What a refresh changed. */
export interface ChecklistRefreshed {
  added: number;
  changed: number;
  dropped: number;
}
