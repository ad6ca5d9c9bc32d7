import "server-only";
import { ne } from "drizzle-orm";
import { z } from "zod";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { deadline } from "@/lib/db/schema/pool";
import { workerOnly } from "@/lib/policy/worker-only";
import { writeLadders } from "./write-ladders";

/** Clocks of one transaction: some tenths of a second. */
const BATCH = 500;

/**
 * Writes the reminders of the next clocks that have none of their version: those of before there were reminders, and
 * any that were written past every command. `done` when none is left.
 */
export const mendLadders = defineCommand({
  name: "reminder.mend-ladders",
  openTo: ["system"],
  input: z.object({}),
  async load(ctx) {
    const rows = await ctx.db
      .select({ id: deadline.id })
      .from(deadline)
      .where(ne(deadline.ladderVersion, deadline.version))
      .limit(BATCH)
      .for("update", { skipLocked: true });
    return rows.map(({ id }) => id);
  },
  authorise: workerOnly,
  async execute(ctx, ids) {
    const done = ids.length < BATCH;
    if (ids.length === 0) return unchanged({ done });
    await writeLadders(ctx, { deadlineIds: ids });
    const object = { kind: "firm", id: "1" } as const;
    return audited({ done }, { event: "reminder.ladders_mended", object, detail: { clocks: ids.length } });
  },
});
