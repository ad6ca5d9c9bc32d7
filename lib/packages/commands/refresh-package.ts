import "server-only";
import { and, eq, notInArray } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { packageSlot } from "@/lib/db/schema/packages";
import { newId } from "@/lib/ids/id";
import { enqueue } from "@/lib/jobs/enqueue";
import { can } from "@/lib/policy/can";
import { keepArrangement, type PlannedSlot } from "../planning/rules";
import { getPlan } from "../planning/queries";
import { refreshPackageInput } from "../schemas";
import type { PackageSlot } from "../types";
import {
  changePackage,
  loadPackage,
  packageEntry,
  requireArrangeable,
  UNBUILT,
  type LockedPackage,
} from "./load-package";

/** Adds what is new, changes what is there, takes away what is asked for no more. */
async function replan(
  ctx: ActorContext,
  { file, pack }: LockedPackage,
  slots: readonly PackageSlot[],
  planned: readonly PlannedSlot[],
): Promise<void> {
  const ids = new Map(slots.map(({ slotKey, id }) => [slotKey, id]));
  await ctx.db.delete(packageSlot).where(
    and(
      eq(packageSlot.packageId, pack.id),
      notInArray(
        packageSlot.slotKey,
        planned.map(({ slotKey }) => slotKey),
      ),
    ),
  );
  for (const [position, slot] of keepArrangement(planned, slots).entries()) {
    const id = ids.get(slot.slotKey);
    const change = { ...slot, position, ...UNBUILT };
    if (id === undefined) {
      const owner = { packageId: pack.id, caseId: file.id, clientId: file.clientId };
      await ctx.db.insert(packageSlot).values({ ...change, id: newId(), ...owner });
    } else {
      await ctx.db.update(packageSlot).set(change).where(eq(packageSlot.id, id));
    }
  }
}

/** Takes in what has changed on the checklist since; the arrangement of what stays is kept. */
export const refreshPackage = defineCommand({
  name: "package.refresh",
  openTo: ["staff"],
  input: refreshPackageInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: (actor, { file }) => can(actor, "package.build", file),
  async execute(ctx, locked, input) {
    const slots = await requireArrangeable(ctx, locked, input.version);
    const plan = await getPlan(ctx, locked.file);
    await replan(ctx, locked, slots, plan.slots);
    const { pack } = locked;
    await changePackage(ctx, pack, {
      state: "reading",
      plannedOn: plan.plannedOn,
      letterDraft: plan.letterDraft,
      ...(pack.letter === pack.letterDraft ? { letter: plan.letterDraft } : {}),
    });
    await enqueue(ctx, "build-package", { packageId: pack.id });
    return audited({ packageId: pack.id }, packageEntry(locked, "package.arranged", { how: "refreshed" }));
  },
});
