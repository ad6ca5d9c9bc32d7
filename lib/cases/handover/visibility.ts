import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { caseHandover } from "@/lib/db/schema/handovers";
import { appUser } from "@/lib/db/schema/users";
import { caseVisibleTo } from "../visibility";

/** Handovers of the cases this actor sees, with their notes: as `note.read`, so no administrator's. */
export function visibleHandovers(ctx: StaffContext) {
  const [from, to] = [alias(appUser, "handed_from"), alias(appUser, "handed_to")];
  return ctx.db
    .select({
      id: caseHandover.id,
      number: caseFile.number,
      fromName: sql<string>`${from.name}`.as("from_name"),
      toName: sql<string>`${to.name}`.as("to_name"),
      note: caseHandover.note,
      handedAt: caseHandover.handedAt,
    })
    .from(caseHandover)
    .innerJoin(caseFile, eq(caseFile.id, caseHandover.caseId))
    .innerJoin(from, eq(from.id, caseHandover.fromUserId))
    .innerJoin(to, eq(to.id, caseHandover.toUserId))
    .where(and(caseVisibleTo(ctx.actor), ctx.actor.role === "administrator" ? sql`false` : undefined))
    .as("visible_handover");
}
