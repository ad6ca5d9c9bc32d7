import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { audited, type AuditEntry } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { defineCommand, type Command } from "@/lib/command/define-command";
import { application } from "@/lib/db/schema/processing";
import { conflict } from "@/lib/errors/app-error";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { can } from "@/lib/policy/can";
import type { Faults } from "../faults/rules";
import { findApplication } from "../queries";
import { mayRecord } from "../rules";
import type { ApplicationDto, ProcessingStep } from "../types";
import { assertPaper, asStaff, refuse, type OfApplication } from "./record-step";

function stale() {
  return conflict("Somebody changed this application while you had it open. Reload the page.");
}

/** The application of a locked case, for a step that may be taken now. CONFLICT with the reason in plain words. */
async function getApplicationFor(
  ctx: StaffContext,
  file: LockedCase,
  { version }: { version: number },
  step: ProcessingStep,
): Promise<ApplicationDto> {
  const current = await findApplication(ctx, file.id);
  const may = mayRecord(step, file.stage, current);
  if (!may.allowed) throw conflict(may.reason, { stage: file.stage });
  if (current === null) throw conflict("Record IRCC's acknowledgement of receipt first.");
  if (current.version !== version) throw stale();
  return current;
}

/** Compare-and-sets an application. */
async function changeApplication(
  ctx: StaffContext,
  { id, version }: Pick<ApplicationDto, "id" | "version">,
  columns: Partial<typeof application.$inferInsert>,
): Promise<void> {
  const changed = await ctx.db
    .update(application)
    .set({ ...columns, updatedAt: ctx.now, version: sql`${application.version} + 1` })
    .where(and(eq(application.id, id), eq(application.version, version)));
  if (changed.rowCount !== 1) throw stale();
}

/** What every step says: of which case, of which version of its application, on which paper. */
interface StepInput {
  caseId: string;
  version: number;
  documentId?: string | null;
}

type StepSchema = z.ZodObject & z.ZodType<StepInput>;

/** What a step is taken on: the application as it was before it, in its locked case, on the firm's day. */
export interface Taking extends OfApplication {
  current: ApplicationDto;
  today: IsoDate;
}

type Entries = readonly [AuditEntry, ...AuditEntry[]];

interface StepDefinition<Schema extends StepSchema> {
  name: `application.${string}` | "letter.record";
  input: Schema;
  /** The step as the rules know it: in which stage, after what. */
  step: Exclude<ProcessingStep, "acknowledge">;
  faults: (input: z.output<Schema>, taking: Pick<Taking, "current" | "today">) => Faults;
  /** What it changes of the application; left out where only its history grows. */
  change?: (input: z.output<Schema>) => Partial<typeof application.$inferInsert>;
  /** What follows from it: the history, the clocks, the stage. */
  take: (taking: Taking, input: z.output<Schema>) => Promise<Entries>;
}

/**
 * One step of an application that IRCC has acknowledged. Common to all of them, in this order: the right to record, the
 * lock of the case, the rule of the step, the version that was seen, the dates, the paper. Each step says its own part.
 */
export function defineStep<Schema extends StepSchema>({
  name,
  input: schema,
  step,
  faults,
  change,
  take,
}: StepDefinition<Schema>): Command<Schema, LockedCase, { applicationId: string }> {
  return defineCommand({
    name,
    input: schema,
    load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
    authorise: (actor, file) => can(actor, "application.record", file),
    async execute(anyCtx, file, input) {
      const ctx = asStaff(anyCtx);
      const current = await getApplicationFor(ctx, file, input, step);
      const { today } = await getFirmDay(ctx);
      refuse(faults(input, { current, today }));
      await assertPaper(ctx, file, input.documentId ?? null);
      await changeApplication(ctx, current, change?.(input) ?? {});
      const entries = await take({ ctx, file, applicationId: current.id, current, today }, input);
      return audited({ applicationId: current.id }, ...entries);
    },
  });
}
