import type { CaseStage, DeadlineKind } from "@/lib/cases/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** The quiet counts of the navigation. */
export interface NavCounts {
  /** Things that wait for the viewer on Today; at most 999, where it stands for "999 or more". */
  today: number;
  /** Open windows of the viewer's cases that end within 14 days. */
  windowsClosing: number;
}

export type ThingGroup = "decide" | "review" | "replies" | "coming" | "steps";
export type ThingIcon = "decide" | "sign" | "send" | "review" | "reply" | "clock" | "stalled" | "step";

/** One thing, why it is here, and the one action that clears it. */
export interface Thing {
  key: string;
  group: ThingGroup;
  icon: ThingIcon;
  title: string;
  why: string;
  caseNumber: string;
  caseName: string;
  /** What falls due; null where nothing has a date. */
  due: { on: IsoDate; what: string } | null;
  action: { label: string; href: string };
}

export interface ThingList {
  group: ThingGroup;
  tasks: Thing[];
  /** How many there are, counted up to a bound. */
  total: number;
  /** Where the rest is when the list is cut. */
  allHref: string | null;
}

export interface AgendaEntry {
  on: IsoDate;
  kind: DeadlineKind | "plan";
  text: string;
  caseNumber: string;
  hard: boolean;
}

export interface OwnWindow {
  caseNumber: string;
  caseName: string;
  endsOn: IsoDate;
  requiredCount: number;
  acceptedCount: number;
  plannedOn: IsoDate | null;
}

export interface CaseloadLine {
  label: string;
  stages: readonly CaseStage[];
  count: number;
}

export interface Today {
  today: IsoDate;
  timeZone: string;
  groups: ThingList[];
  total: number;
  week: AgendaEntry[];
  windows: OwnWindow[];
  windowsTotal: number;
  caseload: CaseloadLine[];
  viewerId: string;
  allowed: { createCase: boolean };
}
