/** One round as a file says it, checked value by value. Pure. */
import { isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { isCategoryRound, ROUND_LIMITS, ROUND_PROGRAMS, roundFaults } from "../rules";
import type { ImportFault, RoundFacts } from "./types";

/** The cells of one round, as text, under our own names. Empty: not said. */
export type RoundCells = Readonly<Record<RoundCell, string>> & { pool: Readonly<Record<string, string>> };

export type RoundCell =
  | "number"
  | "date"
  | "at"
  | "name"
  | "covers"
  | "invitations"
  | "lowestCrs"
  | "tieBreakAt"
  | "poolAsOf"
  | "poolTotal";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** IRCC's names of rounds, in the order in which they have to be asked. */
const PROGRAMS: readonly [RegExp, RoundProgram][] = [
  [/french/i, "french"],
  [/physician|medical doctors/i, "physicians"],
  [/senior manager/i, "senior_managers"],
  [/researcher/i, "researchers"],
  [/military/i, "military"],
  [/health/i, "healthcare"],
  [/stem\b|science, technology/i, "stem"],
  [/transport/i, "transport"],
  [/agricultur/i, "agriculture"],
  [/education/i, "education"],
  [/federal skilled trades/i, "FST"],
  [/trade/i, "trades"],
  [/provincial nominee/i, "PNP"],
  [/canadian experience class/i, "CEC"],
  [/federal skilled worker/i, "FSW"],
  [/no program|general|all programs/i, "general"],
];

/** `January 07, 2026`, also with an ordinal, a dot or no comma, as the feed has them; null for anything else. */
function writtenDate(text: string): IsoDate | null {
  const found = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text.trim());
  const month = MONTHS.indexOf(found?.[1]?.toLowerCase() ?? "");
  if (!found || month < 0) return null;
  const date = `${found[3]}-${String(month + 1).padStart(2, "0")}-${found[2]?.padStart(2, "0")}`;
  return isIsoDate(date) ? date : null;
}

/** A day, as `2026-01-07` or as IRCC writes it. */
function readDay(text: string): IsoDate | null {
  const day = text.trim();
  return isIsoDate(day) ? day : writtenDate(day);
}

/** An instant to the second in UTC: `2025-06-10T15:59:25Z`, `2025-06-10 15:59:25`, or as IRCC writes it. */
function readInstant(text: string): Date | null {
  const clean = text.trim().replace(/\s+/g, " ");
  const parts =
    /^(.+?)(?: at |T| )(\d{1,2}):(\d{2}):(\d{2})(?:\.0+)? ?(?:PM|AM)? ?(?:Z|UTC|GMT|\+00:00)?$/i.exec(clean);
  const day = readDay(parts?.[1] ?? "");
  if (!parts || day === null) return null;
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return new Date(`${day}T${parts[2]?.padStart(2, "0")}:${parts[3]}:${parts[4]}Z`);
}

/** A whole number, with or without thousands: `8,000`. */
function readCount(text: string): number | null {
  const plain = text.trim().replace(/(\d)[,\s](?=\d{3}(?:\D|$))/g, "$1");
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** Our own word for a kind of round, such as `CEC` or `senior_managers`. */
function kindOf(text: string): RoundProgram | null {
  return ROUND_PROGRAMS.find((program) => program.toLowerCase() === text.toLowerCase()) ?? null;
}

class Reader {
  readonly faults: ImportFault[] = [];

  constructor(private readonly cells: RoundCells) {}

  fault(field: string, message: string): null {
    this.faults.push({ field, message });
    return null;
  }

  text(cell: RoundCell): string {
    return this.cells[cell].trim();
  }

  /** Reads a cell that may be empty; says so where it holds something else. */
  optional<T>(cell: RoundCell, read: (text: string) => T | null, expected: string): T | null {
    const text = this.text(cell);
    if (text === "") return null;
    return read(text) ?? this.fault(cell, `“${text.slice(0, 60)}” is not ${expected}.`);
  }

  /** A count or score between its limits. */
  limited(cell: keyof typeof ROUND_LIMITS, expected: string): number | null {
    const value = this.required(cell, readCount, expected);
    const { min, max, fault } = ROUND_LIMITS[cell];
    return value !== null && (value < min || value > max) ? this.fault(cell, `“${value}”: ${fault}`) : value;
  }

  required<T>(cell: RoundCell, read: (text: string) => T | null, expected: string): T | null {
    if (this.text(cell) === "") return this.fault(cell, `Missing: ${expected}.`);
    return this.optional(cell, read, expected);
  }
}

function readNumber(reader: Reader): { id: string; number: number | null } | null {
  const text = reader.text("number");
  const found = /^(\d{1,5})([a-z]?)$/i.exec(text);
  if (!found)
    return reader.fault(
      "number",
      text === "" ? "Missing: the round's number." : `“${text}” is no round number.`,
    );
  return { id: text.toLowerCase(), number: Number(found[1]) };
}

function readName(reader: Reader): Pick<RoundFacts, "name" | "program"> | null {
  const name = reader.text("name").slice(0, 120);
  if (name === "") return reader.fault("name", "Missing: who the round was for.");
  const kind = kindOf(name);
  if (kind !== null) return { name: null, program: kind };
  const program = PROGRAMS.find(([pattern]) => pattern.test(name))?.[1];
  return program ? { name, program } : reader.fault("name", `“${name}” is no kind of round we know.`);
}

type PublishedPool = Pick<RoundFacts, "poolTotal" | "poolAsOf" | "pool">;

function readPool(reader: Reader, cells: RoundCells["pool"]): PublishedPool {
  const poolAsOf = reader.optional("poolAsOf", readDay, "the day of the pool's figures");
  const poolTotal = reader.optional("poolTotal", readCount, "the size of the pool") ?? 0;
  const bands = Object.entries(cells).map(([band, text]): [string, number] => [band, readCount(text) ?? -1]);
  if (poolTotal < 0 || bands.some(([, count]) => count < 0))
    reader.fault("pool", "The size of the pool, or a band of it, is not a number of candidates.");
  // IRCC puts zeros where it publishes no pool.
  if (poolTotal <= 0) return { poolTotal: null, poolAsOf: null, pool: null };
  const pool = bands.some(([, count]) => count > 0) ? Object.fromEntries(bands) : null;
  return { poolTotal, poolAsOf, pool };
}

/** The round in the cells, or every fault in them. `today`: no round lies after it. */
export function readRound(
  cells: RoundCells,
  today: IsoDate,
): { round: RoundFacts } | { faults: ImportFault[] } {
  const reader = new Reader(cells);
  const key = readNumber(reader);
  const date = reader.required("date", readDay, "the day of the round, such as 2026-01-07");
  const kind = readName(reader);
  const invitations = reader.limited("invitations", "the number of invitations");
  const lowestCrs = reader.limited("lowestCrs", "the lowest score");
  const at = reader.optional("at", readInstant, "a time in UTC to the second");
  const tieBreakAt = reader.optional("tieBreakAt", readInstant, "a time in UTC to the second");
  const pool = readPool(reader, cells.pool);
  if (date !== null) {
    const faults = roundFaults({ date, at, tieBreakAt }, today);
    for (const [field, message] of Object.entries(faults)) reader.fault(field, message);
  }
  const unread = !key || date === null || !kind || invitations === null || lowestCrs === null;
  if (unread || reader.faults.length > 0) return { faults: reader.faults };
  return {
    round: {
      ...{ ...key, date, at, ...kind, invitations, lowestCrs, tieBreakAt, ...pool },
      categoryBased: isCategoryRound(kind.program),
      covers: reader.text("covers").slice(0, 300) || null,
    },
  };
}
