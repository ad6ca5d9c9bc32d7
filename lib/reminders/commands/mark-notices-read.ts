import "server-only";
import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { unchanged } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { notice } from "@/lib/db/schema/reminders";
import { notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { markNoticesReadInput } from "../schemas";

/** The viewer has seen their notices, up to the newest that was on the page. Only their own are touched. */
export const markNoticesRead = defineCommand({
  name: "notice.mark-read",
  openTo: ["staff"],
  input: markNoticesReadInput,
  load: () => Promise.resolve(null),
  authorise: (actor) => can(actor, "notice.read"),
  async execute(ctx, _facts, { upTo }) {
    if (!isStaffContext(ctx)) throw notFound();
    const own = eq(notice.userId, ctx.actor.userId);
    const newest = ctx.db
      .select({ at: notice.createdAt })
      .from(notice)
      .where(and(eq(notice.id, upTo), own));
    const read = await ctx.db
      .update(notice)
      .set({ readAt: ctx.now })
      .where(and(own, isNull(notice.readAt), lte(notice.createdAt, sql`(${newest})`)))
      .returning({ id: notice.id });
    // Whether somebody has looked at their own list is nobody's business: nothing is logged.
    return unchanged({ read: read.length });
  },
});
