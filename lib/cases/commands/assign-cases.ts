import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { invalid } from "@/lib/errors/app-error";
import { canForAll } from "@/lib/policy/can";
import { getAllCasesForUpdate } from "../queries";
import { assignCasesInput } from "../schemas";
import { moveToOwner, requireAssignee } from "./move-to-owner";

/** Gives several cases to one consultant, all or none: each is looked up, locked and asked about. */
export const assignCases = defineCommand({
  name: "case.assign-many",
  input: assignCasesInput,
  load: (ctx, { caseIds }) => getAllCasesForUpdate(ctx, caseIds),
  authorise: (actor, files) => canForAll(actor, "case.assign", files),
  async execute(ctx, files, { ownerId, note }) {
    const owner = await requireAssignee(ctx, ownerId);
    const moving = files.filter((file) => file.ownerId !== owner.id);
    const entries = [];
    for (const file of moving) entries.push(await moveToOwner(ctx, file, owner, note));
    const [first, ...rest] = entries;
    if (!first) throw invalid("Nothing to do.", { ownerId: `${owner.name} has these cases already.` });
    return audited({ moved: entries.length }, first, ...rest);
  },
});
