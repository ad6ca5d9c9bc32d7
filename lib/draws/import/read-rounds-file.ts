import { parse } from "csv-parse/sync";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { readRound, type RoundCell, type RoundCells } from "./published-round";
import { MAX_FILE_BYTES } from "./rules";
import type { RoundsFile } from "./types";

const MAX_ROWS = 5_000;

/** Columns of a CSV, by the names people give them; the first one found counts. */
const HEADINGS: Readonly<Record<RoundCell, readonly string[]>> = {
  number: ["number", "round", "round number", "drawnumber", "draw number"],
  date: ["date", "round date", "drawdate", "draw date"],
  at: ["time", "at", "instant", "drawdatetime", "date and time"],
  name: ["program", "name", "for", "drawname", "round type", "draw name"],
  covers: ["covers", "programs covered", "drawtext2"],
  invitations: ["invitations", "size", "drawsize", "invitations issued"],
  lowestCrs: ["lowest crs", "lowest score", "crs", "cut-off", "drawcrs", "lowest_crs"],
  tieBreakAt: ["tie-break", "tie break", "tie_break", "tiebreak", "drawcutoff"],
  poolAsOf: ["pool as of", "drawdistributionason"],
  poolTotal: ["pool total", "pool"],
};
const CELLS = Object.keys(HEADINGS) as RoundCell[];

/** The disjoint bands of IRCC's table; dd3 and dd9 are sums of the five after them, dd18 is the whole. */
const BANDS: Readonly<Record<string, string>> = {
  dd1: "601-1200",
  dd2: "501-600",
  dd4: "491-500",
  dd5: "481-490",
  dd6: "471-480",
  dd7: "461-470",
  dd8: "451-460",
  dd10: "441-450",
  dd11: "431-440",
  dd12: "421-430",
  dd13: "411-420",
  dd14: "401-410",
  dd15: "351-400",
  dd16: "301-350",
  dd17: "0-300",
};

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function cellsOf(row: Readonly<Record<string, unknown>>): RoundCells {
  const byName = new Map(
    Object.entries(row).map(([name, value]) => [name.trim().toLowerCase(), textOf(value)]),
  );
  const cell = (key: RoundCell) =>
    HEADINGS[key].map((name) => byName.get(name)).find((text) => text !== undefined);
  const cells = Object.fromEntries(CELLS.map((key) => [key, cell(key) ?? ""])) as Record<RoundCell, string>;
  const pool = Object.entries(BANDS).flatMap(([name, band]): [string, string][] => {
    const text = byName.get(name);
    return text === undefined || text.trim() === "" ? [] : [[band, text]];
  });
  return {
    ...cells,
    poolTotal: cells.poolTotal || (byName.get("dd18") ?? ""),
    pool: Object.fromEntries(pool),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function jsonRows(text: string): unknown[] | string {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return "The file begins like JSON, but is not: it may be cut off.";
  }
  const rows = isRecord(content) ? content.rounds : content;
  return Array.isArray(rows) ? rows : "The file holds no list of rounds (IRCC's has them under “rounds”).";
}

function csvRows(text: string): unknown[] | string {
  try {
    return parse(text, {
      bom: true,
      columns: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch {
    return "The file is no CSV that can be read: a quotation mark may be missing.";
  }
}

/**
 * Reads IRCC's JSON of rounds, or a CSV with a heading for each column. A row with a fault never hides another; only
 * a file that cannot be read at all is refused as a whole.
 */
export function readRoundsFile(text: string, today: IsoDate): RoundsFile {
  const content = text.replace(/^\uFEFF/, "").trim();
  if (content === "") return { refused: "The file is empty." };
  if (Buffer.byteLength(content) > MAX_FILE_BYTES) return { refused: "The file is larger than 5 MB." };
  const isJson = /^[[{]/.test(content);
  const rows = isJson ? jsonRows(content) : csvRows(content);
  if (typeof rows === "string") return { refused: rows };
  if (rows.length === 0) return { refused: "The file holds no round." };
  if (rows.length > MAX_ROWS)
    return { refused: `The file holds ${rows.length} rows; there are not that many rounds.` };
  return {
    rows: rows.map((row, index) => {
      const place = isJson ? `entry ${index + 1}` : `line ${index + 2}`;
      if (!isRecord(row))
        return { place, label: place, faults: [{ field: "row", message: "This is no round." }] };
      const cells = cellsOf(row);
      const label = cells.number.trim() === "" ? place : `Round ${cells.number.trim().slice(0, 12)}`;
      return { place, label, ...readRound(cells, today) };
    }),
  };
}
