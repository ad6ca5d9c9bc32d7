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
export type ThingIcon =
  "decide" | "key" | "sign" | "send" | "review" | "reply" | "clock" | "stalled" | "step" | "task";

/** The sources of the queue: what a thing's key begins with. */
export type ThingKind =
  "key" | "decide" | "review" | "reply" | "date" | "task" | "stalled" | "answers" | "step";

/** What clears a thing: a place to do it, or for a task that it is done. */
export type ThingAction =
  | { label: string; href: string; task?: undefined }
  | { label: string; href: string; task: { id: string; title: string; version: number } };

/** One thing, why it is here, and the one action that clears it. */
export interface Thing {
  /** `review-<id of the item>`: its kind and the id of the row behind it. */
  key: string;
  group: ThingGroup;
  icon: ThingIcon;
  title: string;
  why: string;
  caseId: string;
  caseNumber: string;
  caseName: string;
  /** What falls due; null where nothing has a date. */
  due: { on: IsoDate; what: string; hard: boolean } | null;
  /** Since when it waits, where that is known. */
  since: Date | null;
  action: ThingAction;
}

/** A thing as the list shows it. */
export interface ListedThing extends Thing {
  /** The last day until which it may be put off; null: it stays in sight. */
  snoozeUntil: IsoDate | null;
}

export interface ThingList {
  group: ThingGroup;
  things: ListedThing[];
  /** How many there are, counted up to a bound. */
  total: number;
  /** Where the rest is when the list is cut. */
  allHref: string | null;
}

/** A thing that was put off, with the words it has now. */
export interface SnoozedThing {
  snoozeId: string;
  title: string;
  caseNumber: string;
  caseName: string;
  until: IsoDate;
  reason: string;
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
  /** Whose day it is. */
  of: { id: string; name: string; self: boolean };
  /** Whose days the viewer may look at; empty for who looks at their own alone. */
  colleagues: { id: string; name: string }[];
  groups: ThingList[];
  total: number;
  snoozed: SnoozedThing[];
  week: AgendaEntry[];
  windows: OwnWindow[];
  windowsTotal: number;
  caseload: CaseloadLine[];
  allowed: { createCase: boolean; snooze: boolean };
}
