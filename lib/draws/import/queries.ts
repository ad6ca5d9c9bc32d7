import "server-only";
import { inArray } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { forbidden } from "@/lib/errors/app-error";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { can } from "@/lib/policy/can";
import { visiblePublishedRounds } from "../visibility";
import { readRoundsFile } from "./read-rounds-file";
import { planImport } from "./rules";
import type { FileRow, ImportPlan, KnownRound } from "./types";

/** What an import of a file would do; `refused` where the file cannot be read at all. */
export type ImportPreview = { plan: ImportPlan } | { refused: string };

async function listKnown(ctx: StaffContext, rows: readonly FileRow[]): Promise<Map<string, KnownRound>> {
  const ids = rows.flatMap((row) => ("round" in row ? [row.round.id] : []));
  const rounds = visiblePublishedRounds(ctx);
  const known =
    ids.length === 0
      ? []
      : await ctx.db
          .select()
          .from(rounds)
          .where(inArray(rounds.id, [...new Set(ids)]));
  return new Map(known.map((row) => [row.id, { ...row, program: row.program as RoundProgram }]));
}

/** Reads a file and compares it with the recorded rounds. Writes nothing. FORBIDDEN for who records no rounds. */
export async function previewImport(ctx: StaffContext, text: string): Promise<ImportPreview> {
  const decision = can(ctx.actor, "round.record");
  if (!decision.allowed) throw forbidden(decision.reason);
  const { today } = await getFirmDay(ctx);
  const file = readRoundsFile(text, today);
  if ("refused" in file) return file;
  return { plan: planImport(file.rows, await listKnown(ctx, file.rows)) };
}
