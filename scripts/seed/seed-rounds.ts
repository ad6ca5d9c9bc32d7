import type pg from "pg";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { SeedRound } from "./pool";

interface RoundRow {
  id: string;
  date: string;
  program: RoundProgram;
  lowest_crs: number;
  tie_break_at: Date | null;
}

/** The rounds of the database, newest first: those whom the seed invites were invited in one of them. */
export async function readRounds(owner: pg.ClientBase): Promise<SeedRound[]> {
  const { rows } = await owner.query<RoundRow>(
    "select id, date::text as date, program, lowest_crs, tie_break_at from round order by date desc, id desc",
  );
  return rows.map(({ lowest_crs: lowestCrs, tie_break_at: tieBreakAt, ...round }) => ({
    ...round,
    lowestCrs,
    tieBreakAt,
  }));
}
