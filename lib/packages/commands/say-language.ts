import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { packageSlot } from "@/lib/db/schema/packages";
import { notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { sayLanguageInput } from "../schemas";
import { changePackage, loadPackage, packageEntry, requireArrangeable } from "./load-package";

/** Says in which language a paper is, and how it was translated. Its file stays as it was built. */
export const sayLanguage = defineCommand({
  name: "package.say-language",
  openTo: ["staff"],
  input: sayLanguageInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: (actor, { file }) => can(actor, "package.build", file),
  async execute(ctx, locked, input) {
    const slots = await requireArrangeable(ctx, locked, input.version);
    const slot = slots.find(({ id }) => id === input.slotId);
    if (!slot) throw notFound();
    await ctx.db.update(packageSlot).set({ language: input.language }).where(eq(packageSlot.id, slot.id));
    await changePackage(ctx, locked.pack, {});
    return audited(
      { version: locked.pack.version + 1 },
      packageEntry(locked, "package.arranged", { how: input.language, slot: slot.title }),
    );
  },
});
