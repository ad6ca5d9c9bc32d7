import "server-only";
import { and, desc, like, or, type Column, type SQL } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { searchWords, STAGE_LABELS } from "../rules";
import type { CaseHit } from "../types";
import { visibleCaseRows } from "../visibility";

/** How many answers the palette shows. */
const HITS = 8;

/**
 * Every typed word is in the file: number, names, e-mail, phone, NOC, profile number. A word of three letters
 * matches anywhere, a shorter one at the start of a word: both are answered by the trigram index.
 */
export function searchCondition(searchText: Column, text: string): SQL | undefined {
  const conditions = searchWords(text).map(({ pattern, short }) =>
    short
      ? or(like(searchText, `${pattern}%`), like(searchText, `% ${pattern}%`))
      : like(searchText, `%${pattern}%`),
  );
  return and(...conditions);
}

/** Visible cases for the search palette; nothing typed, nothing found. */
export async function findCases(ctx: StaffContext, text: string): Promise<CaseHit[]> {
  if (searchWords(text).length === 0) return [];
  const cases = visibleCaseRows(ctx);
  const rows = await ctx.db
    .select({ number: cases.number, displayName: cases.displayName, stage: cases.stage })
    .from(cases)
    .where(searchCondition(cases.searchText, text))
    .orderBy(desc(cases.updatedAt))
    .limit(HITS);
  return rows.map(({ stage, ...row }) => ({ ...row, stageLabel: STAGE_LABELS[stage] }));
}
