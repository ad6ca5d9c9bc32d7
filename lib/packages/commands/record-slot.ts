import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { packageSlot } from "@/lib/db/schema/packages";
import { conflict } from "@/lib/errors/app-error";
import { workerOnly } from "@/lib/policy/worker-only";
import { recordSlotInput } from "../schemas";
import { loadPackage, packageEntry } from "./load-package";

/**
 * The file of a slot whose bytes are durable already, or why there is none. Throws CONFLICT where another worker was
 * faster or the package is another one now: its object is nobody's then. Background work only.
 */
export const recordSlot = defineCommand({
  name: "package.record_slot",
  openTo: ["system"],
  input: recordSlotInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: workerOnly,
  async execute(ctx, locked, { packageId, slotId, version, faults, file }) {
    const { pack } = locked;
    if (pack.state !== "building" || pack.version !== version)
      throw conflict("The package was changed while this file was made.");
    const kept = await ctx.db
      .update(packageSlot)
      .set({ state: "done", faults, ...file })
      .where(
        and(
          eq(packageSlot.id, slotId),
          eq(packageSlot.packageId, packageId),
          eq(packageSlot.state, "waiting"),
        ),
      );
    if (kept.rowCount !== 1) throw conflict("This file was made already.");
    return audited(
      { slotId },
      packageEntry(locked, "package.advanced", {
        file: file?.fileName ?? null,
        faults: faults.length,
      }),
    );
  },
});
