import "server-only";
import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { message } from "@/lib/db/schema/cases";
import { can } from "@/lib/policy/can";
import { sideOf } from "../queries";
import { markReadInput } from "../schemas";

/**
 * The other side's messages that were on the screen have been read. They are named one by one: an instant would take in
 * a message that was begun earlier and committed later. Saying it twice changes nothing.
 */
export const markRead = defineCommand({
  name: "message.mark-read",
  input: markReadInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "message.read", file),
  async execute(ctx, file, { ids }) {
    const changed = await ctx.db
      .update(message)
      .set({ readAt: ctx.now })
      .where(
        and(
          eq(message.caseId, file.id),
          inArray(message.id, ids),
          ne(message.authorKind, sideOf(ctx)),
          isNull(message.readAt),
        ),
      );
    const read = changed.rowCount ?? 0;
    if (read === 0) return unchanged({ read });
    return audited(
      { read },
      {
        event: "message.read",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { read },
      },
    );
  },
});
