import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { calendarFeed } from "@/lib/db/schema/calendar";
import { getOwnFeed } from "../queries";
import { revokeFeedInput } from "../schemas";

/** Ends a person's own feed: its address is answered like one that never was, from this commit on. */
export const revokeFeed = defineCommand({
  name: "calendar.revoke",
  input: revokeFeedInput,
  openTo: ["staff", "client"],
  load: (ctx, { feedId }) => getOwnFeed(ctx, feedId),
  // Their own, or it was not found.
  authorise: () => ({ allowed: true }),
  async execute(ctx, { id }) {
    await ctx.db
      .update(calendarFeed)
      .set({ revokedAt: ctx.now })
      .where(and(eq(calendarFeed.id, id), isNull(calendarFeed.revokedAt)));
    const { actor } = ctx;
    return audited(
      {},
      {
        event: "calendar.revoked",
        object: { kind: "calendar", id },
        ...(actor.kind === "client" ? { clientId: actor.clientId } : {}),
      },
    );
  },
});
