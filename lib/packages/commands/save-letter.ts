import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { saveLetterInput } from "../schemas";
import { changePackage, loadPackage, packageEntry, requireArrangeable, unbuild } from "./load-package";

/** Keeps the letter of explanation as it is to go out; empty: none. */
export const saveLetter = defineCommand({
  name: "package.save-letter",
  openTo: ["staff"],
  input: saveLetterInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: (actor, { file }) => can(actor, "package.build", file),
  async execute(ctx, locked, input) {
    const slots = await requireArrangeable(ctx, locked, input.version);
    await unbuild(ctx, slots, []);
    await changePackage(ctx, locked.pack, { letter: input.letter ?? "", state: "arranging" });
    return audited(
      { version: locked.pack.version + 1 },
      packageEntry(locked, "package.arranged", { how: "letter" }),
    );
  },
});
