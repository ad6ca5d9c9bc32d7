import type { WaitingPart } from "@/lib/checklist/waiting/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { CaseStage, Colleague, DeadlineKind, FirmDay } from "../types";

export type CaseSort = "updated" | "name" | "deadline" | "score" | "number";
export type Direction = "asc" | "desc";
/** Days left to the next hard date: passed, or at most so many. */
export type DueFilter = "passed" | "7" | "14" | "30" | "60";

/** What the address of the list says. */
export interface CaseListState {
  q: string;
  stages: CaseStage[];
  owner: string | null;
  program: string | null;
  due: DueFilter | null;
  /** Whom an open item of the case waits on. */
  waiting: WaitingPart | null;
  sort: CaseSort;
  dir: Direction;
  /** Keyset of the page: rows after, or before, this one. */
  after: string | null;
  before: string | null;
}

export interface CaseRow {
  id: string;
  number: string;
  displayName: string;
  stage: CaseStage;
  heldOn: IsoDate | null;
  ownerName: string;
  program: string | null;
  crsScore: number | null;
  nextDeadline: { on: IsoDate; kind: DeadlineKind | null } | null;
  requiredCount: number;
  acceptedCount: number;
  reviewCount: number;
  returnedCount: number;
  updatedOn: IsoDate;
}

export interface CaseList {
  rows: CaseRow[];
  /** Cursors of the neighbouring pages; null at an end. */
  previous: string | null;
  next: string | null;
  /** Counted up to the bound; `totalIsBound` then says "1,000 or more". */
  total: number;
  totalIsBound: boolean;
  /** How many of the list wait on each, whichever is chosen, counted up to the same bound. */
  waiting: Record<WaitingPart, number>;
  day: FirmDay;
  assignees: Colleague[];
  allowed: { assign: boolean; create: boolean; export: boolean; filterByOwner: boolean };
}
