import "server-only";
import { eq, max } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { packageSlot, submissionPackage } from "@/lib/db/schema/packages";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { enqueue } from "@/lib/jobs/enqueue";
import { can } from "@/lib/policy/can";
import { getPlan } from "../planning/queries";
import { isGenerated } from "../rules";
import { beginPackageInput } from "../schemas";
import { visiblePackages } from "../visibility";

/** The next number of the case. Throws CONFLICT while another package is worked on. */
async function nextNumber(ctx: ActorContext, file: LockedCase): Promise<number> {
  const packages = visiblePackages(ctx);
  const rows = await ctx.db
    .select({ state: packages.state, latest: max(packages.number) })
    .from(packages)
    .where(eq(packages.caseId, file.id))
    .groupBy(packages.state);
  if (rows.some(({ state }) => state !== "frozen"))
    throw conflict("A package of this case is being worked on. Freeze it before you begin another.");
  return Math.max(0, ...rows.map(({ latest }) => latest ?? 0)) + 1;
}

/** Begins a package from the accepted documents of the checklist; the worker reads their pages first. */
export const beginPackage = defineCommand({
  name: "package.begin",
  input: beginPackageInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "package.build", file),
  async execute(ctx, file) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm puts packages together.");
    const number = await nextNumber(ctx, file);
    const plan = await getPlan(ctx, file);
    if (plan.slots.every((slot) => isGenerated(slot)))
      throw conflict("There is no checklist yet, and it says what a package holds.");
    const id = newId<"Package">();
    const { id: caseId, clientId } = file;
    await ctx.db.insert(submissionPackage).values({
      ...{ id, caseId, clientId, number },
      plannedOn: plan.plannedOn,
      letter: plan.letterDraft,
      letterDraft: plan.letterDraft,
      createdBy: ctx.actor.userId,
      createdAt: ctx.now,
    });
    await ctx.db.insert(packageSlot).values(
      plan.slots.map((slot, position) => ({
        ...slot,
        ...{ id: newId(), packageId: id, caseId, clientId, position },
      })),
    );
    await enqueue(ctx, "build-package", { packageId: id });
    return audited(
      { packageId: id, number },
      {
        event: "package.begun",
        object: { kind: "package", id },
        ...{ caseId, clientId },
        detail: { number, slots: plan.slots.length },
      },
    );
  },
});
