import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { audited, type AuditEntry } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { defineCommand, type Command } from "@/lib/command/define-command";
import { irccLetter } from "@/lib/db/schema/processing";
import { conflict } from "@/lib/errors/app-error";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { can } from "@/lib/policy/can";
import type { Faults } from "../faults/rules";
import { getLetter } from "../queries";
import type { LetterDto } from "../types";
import { assertPaper, asStaff, refuse, type OfApplication } from "./record-step";

function stale() {
  return conflict("Somebody changed this letter while you had it open. Reload the page.");
}

/** A letter of a locked case that still waits. NOT_FOUND, or CONFLICT in plain words. */
async function getOpenLetter(ctx: StaffContext, file: LockedCase, { letterId, version }: LetterInput) {
  const letter = await getLetter(ctx, file.id, letterId);
  if (letter.state !== "open") throw conflict("This letter waits for nothing any more.");
  if (letter.version !== version) throw stale();
  return letter;
}

type Columns = Partial<typeof irccLetter.$inferInsert>;

/** Compare-and-sets a letter. */
async function changeLetter(ctx: StaffContext, { id, version }: LetterDto, columns: Columns): Promise<void> {
  const changed = await ctx.db
    .update(irccLetter)
    .set({ ...columns, version: sql`${irccLetter.version} + 1` })
    .where(and(eq(irccLetter.id, id), eq(irccLetter.version, version)));
  if (changed.rowCount !== 1) throw stale();
}

/** What every step of a letter says: of which case, which letter in which version, on which paper. */
interface LetterInput {
  caseId: string;
  letterId: string;
  version: number;
  documentId?: string | null;
}

type LetterSchema = z.ZodObject & z.ZodType<LetterInput>;

/** An open letter as it was before the step, in its locked case. */
export interface TakingLetter extends OfApplication {
  letter: LetterDto;
}

interface LetterStep<Schema extends LetterSchema> {
  name: `letter.${string}`;
  input: Schema;
  faults: (input: z.output<Schema>, letter: LetterDto, today: IsoDate) => Faults;
  change: (input: z.output<Schema>, letter: LetterDto) => Columns;
  take: (taking: TakingLetter, input: z.output<Schema>) => Promise<readonly [AuditEntry, ...AuditEntry[]]>;
}

/**
 * One step of an open letter of IRCC, as `defineStep` is one of the application: the right to record, the lock of the
 * case, the version that was seen, the dates, the paper. Each step says its own part.
 */
export function defineLetterStep<Schema extends LetterSchema>({
  name,
  input: schema,
  faults,
  change,
  take,
}: LetterStep<Schema>): Command<Schema, LockedCase, { letterId: string }> {
  return defineCommand({
    name,
    input: schema,
    load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
    authorise: (actor, file) => can(actor, "application.record", file),
    async execute(anyCtx, file, input) {
      const ctx = asStaff(anyCtx);
      const letter = await getOpenLetter(ctx, file, input);
      const { today } = await getFirmDay(ctx);
      refuse(faults(input, letter, today));
      await assertPaper(ctx, file, input.documentId ?? null);
      await changeLetter(ctx, letter, change(input, letter));
      const entries = await take({ ctx, file, applicationId: letter.applicationId, letter }, input);
      return audited({ letterId: letter.id }, ...entries);
    },
  });
}
