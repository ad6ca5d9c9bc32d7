import "server-only";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { round } from "@/lib/db/schema/pool";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { enqueue } from "@/lib/jobs/enqueue";
import { can } from "@/lib/policy/can";
import { previewImport } from "../import/queries";
import type { ChangedRow, ReadRow } from "../import/types";
import { ROUND_PROGRAM_LABELS } from "../rules";
import { importRoundsInput } from "../schemas";
import { startReplay } from "./start-replay";
import { writeCorrection } from "./write-correction";

/** Rounds of an import that are replayed at once; an older one is when somebody asks for it. */
const REPLAYED_DAYS = 60;

async function insertRounds(ctx: StaffContext, rows: readonly ReadRow[], source: string): Promise<void> {
  if (rows.length === 0) return;
  const recorded = { source, recordedBy: ctx.actor.userId, createdAt: ctx.now };
  const values = rows.map(({ round: { name, ...facts } }) => ({
    ...{ ...facts, ...recorded },
    name: name ?? ROUND_PROGRAM_LABELS[facts.program],
  }));
  await ctx.db.insert(round).values(values);
}

/** What the file leaves out stays: only what it says is written. */
async function correctFrom(ctx: StaffContext, row: ChangedRow, source: string): Promise<void> {
  const { id, ...facts } = row.round;
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const { version, changes } = row;
  await writeCorrection(ctx, { id, version, values: said, changes, reason: `Import: ${source}` });
}

/**
 * Takes the rounds of a file: new ones, and corrections of recorded ones, in one transaction. The same file a second
 * time changes nothing. INVALID while rows have faults, unless they are to be left out.
 */
export const importRounds = defineCommand({
  name: "round.import",
  input: importRoundsInput,
  load: (ctx) => lockFor(ctx, "round.record"),
  authorise: (actor) => can(actor, "round.record"),
  async execute(ctx, _locked, { text, source, skip, leaveFaulty }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff record rounds.");
    const preview = await previewImport(ctx, text);
    if ("refused" in preview) throw invalid(preview.refused);
    const { plan } = preview;
    if (plan.faulty.length > 0 && !leaveFaulty) {
      throw invalid(
        `${plan.faulty.length} of the file's rows have faults. Nothing was written: put them right, or leave them out.`,
      );
    }
    const wanted = ({ round: { id } }: ReadRow) => !skip.includes(id);
    const [fresh, changed] = [plan.fresh.filter(wanted), plan.changed.filter(wanted)];
    await insertRounds(ctx, fresh, source);
    for (const row of changed) await correctFrom(ctx, row, source);
    const { today } = await getFirmDay(ctx);
    const recent = [...fresh, ...changed].filter(
      ({ round: { date } }) => date >= addDays(today, -REPLAYED_DAYS),
    );
    const replays = [];
    for (const { round: one } of recent) replays.push((await startReplay(ctx, one.id, "imported")).entry);
    if (fresh.length + changed.length > 0)
      await enqueue(ctx, "find-crossings", {}, { jobKey: "find-crossings" });
    const counts = { added: fresh.length, corrected: changed.length, same: plan.same };
    return audited(
      { ...counts, leftOut: plan.faulty.length, ids: fresh.map(({ round: { id } }) => id) },
      { event: "round.imported", object: { kind: "round", id: "import" }, detail: { ...counts, source } },
      ...replays,
    );
  },
});
