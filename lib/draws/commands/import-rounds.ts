import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { round } from "@/lib/db/schema/pool";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { previewImport } from "../import/queries";
import { importRoundsInput } from "../schemas";
import { writeCorrection } from "./write-correction";

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
    const wanted = ({ round: { id } }: { round: { id: string } }) => !skip.includes(id);
    const [fresh, changed] = [plan.fresh.filter(wanted), plan.changed.filter(wanted)];
    if (fresh.length > 0) {
      await ctx.db.insert(round).values(
        fresh.map(({ round: facts }) => ({
          ...facts,
          source,
          recordedBy: ctx.actor.userId,
          createdAt: ctx.now,
        })),
      );
    }
    for (const { round: facts, version, changes } of changed) {
      // What the file leaves out stays: only what it says is written.
      const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
      await writeCorrection(ctx, {
        id: facts.id,
        version,
        values: said,
        changes,
        reason: `Import: ${source}`,
      });
    }
    const counts = { added: fresh.length, corrected: changed.length, same: plan.same };
    return audited(
      { ...counts, leftOut: plan.faulty.length, ids: fresh.map(({ round: { id } }) => id) },
      { event: "round.imported", object: { kind: "round", id: "import" }, detail: { ...counts, source } },
    );
  },
});
