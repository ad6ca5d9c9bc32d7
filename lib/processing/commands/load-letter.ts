import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { irccLetter } from "@/lib/db/schema/processing";
import { conflict } from "@/lib/errors/app-error";
import { getLetter } from "../queries";
import type { LetterDto } from "../types";

function stale() {
  return conflict("Somebody changed this letter while you had it open. Reload the page.");
}

/** A letter of a locked case that still waits. NOT_FOUND, or CONFLICT in plain words. */
export async function getOpenLetter(
  ctx: StaffContext,
  file: LockedCase,
  { letterId, version }: { letterId: string; version: number },
): Promise<LetterDto & { applicationId: string }> {
  const letter = await getLetter(ctx, file.id, letterId);
  if (letter.state !== "open") throw conflict("This letter waits for nothing any more.");
  if (letter.version !== version) throw stale();
  return letter;
}

/** Compare-and-sets a letter. */
export async function changeLetter(
  ctx: StaffContext,
  { id, version }: Pick<LetterDto, "id" | "version">,
  columns: Partial<typeof irccLetter.$inferInsert>,
): Promise<void> {
  const changed = await ctx.db
    .update(irccLetter)
    .set({ ...columns, version: sql`${irccLetter.version} + 1` })
    .where(and(eq(irccLetter.id, id), eq(irccLetter.version, version)));
  if (changed.rowCount !== 1) throw stale();
}
