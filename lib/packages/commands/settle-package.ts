import "server-only";
import { eq } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { packageSlot } from "@/lib/db/schema/packages";
import { workerOnly } from "@/lib/policy/worker-only";
import { placePages } from "../planning/rules";
import { listDescriptions, listSlotRows, slotOf } from "../queries";
import { packageInput } from "../schemas";
import { changePackage, loadPackage, packageEntry } from "./load-package";

/**
 * Puts the pages of new files into their slots once every file is read; somebody can arrange them then. Of two workers
 * the second finds it done. Background work only.
 */
export const settlePackage = defineCommand({
  name: "package.settle",
  openTo: ["system"],
  input: packageInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: workerOnly,
  async execute(ctx, locked) {
    const { pack } = locked;
    if (pack.state !== "reading") return unchanged({ settled: false });
    const slots = (await listSlotRows(ctx, pack.id)).map(slotOf);
    const versionIds = slots.flatMap(({ sources }) => sources.map(({ versionId }) => versionId));
    const descriptions = await listDescriptions(ctx, versionIds);
    const unread = versionIds.filter((id) => !descriptions.has(id));
    if (unread.length > 0) return unchanged({ settled: false });
    for (const slot of slots)
      await ctx.db.update(packageSlot).set(placePages(slot, descriptions)).where(eq(packageSlot.id, slot.id));
    await changePackage(ctx, pack, { state: "arranging" });
    return audited({ settled: true }, packageEntry(locked, "package.advanced", { state: "arranging" }));
  },
});
