import "server-only";
import { desc, eq } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import type { Handover } from "./types";
import { visibleHandovers } from "./visibility";

/** A sheet shows the last ones. */
const SHOWN = 10;

/** How a case came to its owner, the newest handover first. */
export async function listHandovers(ctx: StaffContext, number: string): Promise<Handover[]> {
  const handovers = visibleHandovers(ctx);
  const rows = await ctx.db
    .select()
    .from(handovers)
    .where(eq(handovers.number, number))
    .orderBy(desc(handovers.handedAt))
    .limit(SHOWN);
  return rows.map(({ id, fromName, toName, note, handedAt }) => ({
    ...{ id, note, from: fromName, to: toName, at: handedAt },
  }));
}
