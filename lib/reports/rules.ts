/** The address of a report, its period, and what its words mean. Pure. */
import type { CaseStage } from "@/lib/cases/types";
import {
  addDays,
  addMonths,
  isIsoDate,
  maxDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { isId } from "@/lib/ids/id";
import {
  FACT_SETS,
  REPORT_NAMES,
  type FactSet,
  type Figure,
  type ReportName,
  type ReportState,
} from "./types";

export const REPORTS: Readonly<
  Record<ReportName, { label: string; sets: readonly FactSet[]; isNow: boolean }>
> = {
  "on-time": { label: "On time", sets: ["ended_windows"], isNow: false },
  stages: { label: "Time in stage", sets: ["stays"], isNow: false },
  documents: { label: "Cycle times", sets: ["documents"], isNow: false },
  returns: { label: "Returns", sets: ["reviews"], isNow: false },
  intake: { label: "Intake", sets: ["enquiries"], isNow: false },
  workload: { label: "Workload", sets: ["open_cases", "open_windows", "waiting_reviews"], isNow: true },
};

/** The steps of the way from enquiry to landing that intake is followed by. */
export const DEPTH_LABELS = [
  "Enquiries",
  "Consultation",
  "Retained",
  "In pool",
  "Invited",
  "Submitted",
  "Landed",
] as const;

/** How far a file has come that was ever at a stage: an index of `DEPTH_LABELS`. An end says nothing of the way. */
export const DEPTH_OF_STAGE: Readonly<Record<CaseStage, number>> = {
  ENQUIRY: 0,
  CONSULTATION: 1,
  RETAINER_PENDING: 1,
  RETAINED: 2,
  ASSESSMENT: 2,
  PROFILE_PREPARATION: 2,
  IN_POOL: 3,
  NOMINATION_OFFERED: 3,
  ITA_RECEIVED: 4,
  APPLICATION_PREPARATION: 4,
  READY_TO_SUBMIT: 4,
  ITA_EXPIRED: 4,
  SUBMITTED: 5,
  IN_PROCESS: 5,
  REJECTED_INCOMPLETE: 5,
  APPROVED: 5,
  CONFIRMATION_ISSUED: 5,
  REFUSED: 5,
  LANDED: 6,
  WITHDRAWN: 0,
  CLOSED: 0,
};

export const OUTCOME_LABELS = {
  met: "Submitted in time",
  missed: "Missed",
  declined: "Declined",
  withdrawn: "Ended with the file",
} as const;

/** A median or a rate of fewer says more about chance than about the firm. */
export const FEW = 5;

/** The longest period of a report. */
const MAX_MONTHS = 36;

export const PRESETS = ["3-months", "12-months", "this-year", "last-year"] as const;
export type Preset = (typeof PRESETS)[number];

export const PRESET_LABELS: Readonly<Record<Preset, string>> = {
  "3-months": "3 months",
  "12-months": "12 months",
  "this-year": "This year",
  "last-year": "Last year",
};

type Period = Pick<ReportState, "from" | "to">;

const monthStart = (date: IsoDate): IsoDate => `${date.slice(0, 7)}-01`;

/** The days of a preset: whole months, the running one up to today. */
export function presetPeriod(preset: Preset, today: IsoDate): Period {
  const year = Number(today.slice(0, 4));
  switch (preset) {
    case "3-months":
      return { from: addMonths(monthStart(today), -2), to: today };
    case "12-months":
      return { from: addMonths(monthStart(today), -11), to: today };
    case "this-year":
      return { from: `${year}-01-01`, to: today };
    case "last-year":
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** Which preset a period is; null: its own days. */
export function presetOf({ from, to }: Period, today: IsoDate): Preset | null {
  return (
    PRESETS.find((preset) => {
      const period = presetPeriod(preset, today);
      return period.from === from && period.to === to;
    }) ?? null
  );
}

export type Params = Readonly<Record<string, string | string[] | undefined>>;

function one(params: Params, key: string): string | undefined {
  const value = params[key];
  return typeof value === "string" || value === undefined ? value : value[0];
}

export function readReportName(text: string): ReportName | null {
  return REPORT_NAMES.find((name) => name === text) ?? null;
}

/** Reads an address leniently: what is no date is none, days turn around, and a period has at most three years. */
export function readReportState(params: Params, today: IsoDate): ReportState {
  const usual = presetPeriod("12-months", today);
  const day = (key: string) => {
    const text = one(params, key)?.trim() ?? "";
    return isIsoDate(text) && text >= "2000-01-01" && text <= "2999-12-31" ? text : null;
  };
  const until = day("to") ?? usual.to;
  const given = day("from") ?? addMonths(monthStart(until), -11);
  const [first, to] = given <= until ? [given, until] : [until, given];
  const earliest = addDays(addMonths(to, -MAX_MONTHS), 1);
  const owner = one(params, "owner")?.trim() ?? "";
  return { from: maxDate(first, earliest), to, owner: isId(owner) ? owner : null };
}

function periodParams({ from, to, owner }: ReportState): URLSearchParams {
  return new URLSearchParams({ from, to, ...(owner !== null && { owner }) });
}

/** `?from=2026-01-01&to=2026-11-23`. */
export function reportQuery(state: ReportState): string {
  return `?${periodParams(state).toString()}`;
}

/** The query under which the rows behind a figure are listed. */
export function figureQuery(state: ReportState, figure: Figure, after?: string): string {
  const query = periodParams({ ...state, owner: figure.owner ?? state.owner });
  query.set("of", figure.set);
  if (figure.month !== undefined) query.set("month", figure.month);
  if (figure.group !== undefined) query.set("group", figure.group);
  if (figure.part !== undefined) query.set("part", figure.part);
  if (figure.depth !== undefined) query.set("depth", String(figure.depth));
  if (figure.returned) query.set("returned", "1");
  if (after !== undefined) query.set("after", after);
  return `?${query.toString()}`;
}

const MAX_WORD = 120;

/** Reads which rows an address asks for; what it says wrongly is not asked. The consultant is the report's. */
export function readFigure(params: Params, name: ReportName): Figure {
  const { sets } = REPORTS[name];
  const asked = one(params, "of");
  const [usual = FACT_SETS[0]] = sets;
  const month = one(params, "month");
  const depth = Number(one(params, "depth"));
  const word = (key: string) => one(params, key)?.slice(0, MAX_WORD);
  const [group, part] = [word("group"), word("part")];
  return {
    set: sets.find((set) => set === asked) ?? usual,
    ...(month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && { month }),
    ...(group !== undefined && { group }),
    ...(part !== undefined && { part }),
    ...(Number.isInteger(depth) && depth > 0 && depth < DEPTH_LABELS.length && { depth }),
    ...(one(params, "returned") === "1" && { returned: true }),
  };
}

/** Where a page of the list ends: `2026-03-08.<id>`. Null for anything else: the list then starts at its beginning. */
export function readAfter(params: Params): { on: IsoDate; id: string } | null {
  const [on = "", id = ""] = (one(params, "after") ?? "").split(".");
  return isIsoDate(on) && isId(id) ? { on, id } : null;
}

/** The months of a period, first to last. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = monthStart(from); month <= to; month = addMonths(month, 1)) months.push(month.slice(0, 7));
  return months;
}
