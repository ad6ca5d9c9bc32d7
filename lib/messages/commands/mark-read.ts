import "server-only";
import { and, eq, isNull, lte, ne } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { message } from "@/lib/db/schema/cases";
import { can } from "@/lib/policy/can";
import { sideOf } from "../queries";
import { markReadInput } from "../schemas";

/** The other side's messages up to the newest that was on the screen have been read. Saying it twice changes nothing. */
export const markRead = defineCommand({
  name: "message.mark-read",
  input: markReadInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "message.read", file),
  async execute(ctx, file, { until }) {
    const changed = await ctx.db
      .update(message)
      .set({ readAt: ctx.now })
      .where(
        and(
          eq(message.caseId, file.id),
          ne(message.authorKind, sideOf(ctx)),
          isNull(message.readAt),
          lte(message.createdAt, until),
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
