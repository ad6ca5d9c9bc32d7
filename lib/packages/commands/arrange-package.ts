import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { packageSlot } from "@/lib/db/schema/packages";
import { invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { listDescriptions } from "../queries";
import { arrange, pagesLeftOut, type Move } from "../rules";
import { arrangeInput } from "../schemas";
import { changePackage, loadPackage, packageEntry, requireArrangeable, unbuild } from "./load-package";

const INCOMPLETE = "This move is not complete. Reload the page.";

/** The move that a button stands for. Throws INVALID where a part of it is missing. */
function moveOf({ move: kind, slotId, place, target, versionId }: z.output<typeof arrangeInput>): Move {
  switch (kind) {
    case "to":
      if (place !== undefined && target !== undefined) return { kind, slotId, place, target };
      break;
    case "all_to":
      if (target !== undefined) return { kind, slotId, target };
      break;
    case "back":
      if (place !== undefined && versionId !== undefined) return { kind, slotId, versionId, page: place };
      break;
    case "up":
    case "down":
    case "turn":
    case "out":
      if (place !== undefined) return { kind, slotId, place };
  }
  throw invalid(INCOMPLETE);
}

/** A page that is put back must be one of the slot's own files, and there. */
function assertOwnPage(move: Move, left: ReturnType<typeof pagesLeftOut>): void {
  if (move.kind !== "back") return;
  const { versionId, page } = move;
  if (!left.some((at) => at.versionId === versionId && at.page === page)) throw invalid(INCOMPLETE);
}

/** Moves or turns a page, or all pages of a slot; what was made of these slots is made anew. */
export const arrangePackage = defineCommand({
  name: "package.arrange",
  openTo: ["staff"],
  input: arrangeInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: (actor, { file }) => can(actor, "package.build", file),
  async execute(ctx, locked, input) {
    const slots = await requireArrangeable(ctx, locked, input.version);
    const move = moveOf(input);
    const slot = slots.find(({ id }) => id === input.slotId);
    const versionIds = slot?.sources.map(({ versionId }) => versionId) ?? [];
    const descriptions = Object.fromEntries(await listDescriptions(ctx, versionIds));
    assertOwnPage(move, slot ? pagesLeftOut(slot, slots, descriptions) : []);
    const changed = arrange(slots, move);
    if (changed.size === 0) return unchanged({ version: locked.pack.version });
    await unbuild(ctx, slots, [...changed.keys()]);
    for (const [id, pages] of changed)
      await ctx.db.update(packageSlot).set({ pages }).where(eq(packageSlot.id, id));
    await changePackage(ctx, locked.pack, { state: "arranging" });
    return audited(
      { version: locked.pack.version + 1 },
      packageEntry(locked, "package.arranged", { how: input.move, slot: slot?.title ?? "" }),
    );
  },
});
