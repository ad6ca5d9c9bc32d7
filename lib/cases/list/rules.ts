/** The address of the cases list: parsed leniently (a wrong filter is no filter), written canonically. Pure. */
import { isId } from "@/lib/ids/id";
import type { WaitingPart } from "@/lib/checklist/waiting/types";
import { STAGE_LABELS } from "../rules";
import type { CaseStage } from "../types";
import type { CaseListState, CaseSort, Direction, DueFilter } from "./types";

export const PROGRAMS = ["CEC", "FSW", "FST", "PNP"] as const;

export const DUE_LABELS: Readonly<Record<DueFilter, string>> = {
  passed: "Date has passed",
  "7": "7 days or less",
  "14": "14 days or less",
  "30": "30 days or less",
  "60": "60 days or less",
};

/** Whom a case waits on; it may wait on several at once. */
export const WAITING_LABELS: Readonly<Record<WaitingPart, string>> = {
  client: "Client",
  us: "Us",
  other: "Third party",
};

/** Each sort with the direction it starts in. */
export const SORTS: Readonly<Record<CaseSort, { label: string; first: Direction }>> = {
  updated: { label: "Updated", first: "desc" },
  name: { label: "Client", first: "asc" },
  deadline: { label: "Next date", first: "asc" },
  score: { label: "CRS", first: "desc" },
  number: { label: "File", first: "desc" },
};

const MAX_SEARCH = 120;

type Params = Readonly<Record<string, string | string[] | undefined>>;

function all(params: Params, key: string): string[] {
  const value = params[key];
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

function isKeyOf<K extends string>(record: Readonly<Record<K, unknown>>, text: string): text is K {
  return Object.hasOwn(record, text);
}

export function readListState(params: Params): CaseListState {
  const first = (key: string) => all(params, key)[0]?.trim() ?? "";
  const sort = first("sort");
  const chosen: CaseSort = isKeyOf(SORTS, sort) ? sort : "updated";
  const dir = first("dir");
  const due = first("due");
  const owner = first("owner");
  const program = first("program");
  const waiting = first("waiting");
  return {
    q: first("q").slice(0, MAX_SEARCH),
    stages: all(params, "stage").filter((stage): stage is CaseStage => isKeyOf(STAGE_LABELS, stage)),
    owner: isId(owner) ? owner : null,
    program: PROGRAMS.some((one) => one === program) ? program : null,
    due: isKeyOf(DUE_LABELS, due) ? due : null,
    waiting: isKeyOf(WAITING_LABELS, waiting) ? waiting : null,
    sort: chosen,
    dir: dir === "asc" || dir === "desc" ? dir : SORTS[chosen].first,
    after: first("after") || null,
    before: first("before") || null,
  };
}

/** The query of an address with some of the state changed; a changed filter or order starts at the first page. */
export function listQuery(state: CaseListState, change: Partial<CaseListState> = {}): string {
  const next = { ...state, after: null, before: null, ...change };
  const query = new URLSearchParams();
  if (next.q !== "") query.set("q", next.q);
  for (const stage of next.stages) query.append("stage", stage);
  if (next.owner !== null) query.set("owner", next.owner);
  if (next.program !== null) query.set("program", next.program);
  if (next.due !== null) query.set("due", next.due);
  if (next.waiting !== null) query.set("waiting", next.waiting);
  if (next.sort !== "updated") query.set("sort", next.sort);
  if (next.dir !== SORTS[next.sort].first) query.set("dir", next.dir);
  if (next.after !== null) query.set("after", next.after);
  if (next.before !== null) query.set("before", next.before);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

export function hasFilters(state: CaseListState): boolean {
  return (
    state.q !== "" ||
    state.stages.length > 0 ||
    state.owner !== null ||
    state.program !== null ||
    state.due !== null ||
    state.waiting !== null
  );
}

/** Where a page ends: the sort value as the database writes it (null: the rows without one) and the row's id. */
export interface Cursor {
  value: string | null;
  id: string;
}

export function writeCursor({ value, id }: Cursor): string {
  return `${id}${value === null ? "" : `.${value}`}`;
}

/** Null for anything that is not a cursor: the list then starts at its beginning. */
export function readCursor(text: string | null): Cursor | null {
  const match = /^([0-9a-f-]{36})(?:\.(.{1,200}))?$/s.exec(text ?? "");
  const id = match?.[1] ?? "";
  return isId(id) ? { id, value: match?.[2] ?? null } : null;
}
