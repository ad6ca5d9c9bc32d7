import "server-only";
import { and, desc, eq, getTableColumns, gt, lte, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { roundNoInvitation, roundReplay, roundReplayLine } from "@/lib/db/schema/replays";
import { appUser } from "@/lib/db/schema/users";
import { isAllowed } from "@/lib/policy/can";
import { GONE_DAYS } from "./rules";

const DAY_MS = 86_400_000;

function maySeePool(ctx: ActorContext) {
  return isAllowed(ctx.actor, "pool.read") ? sql`true` : sql`false`;
}

/** Replays of rounds: how far they are. Whose clients they are about is in their lines. */
export function visibleReplays(ctx: StaffContext) {
  return ctx.db.select().from(roundReplay).where(maySeePool(ctx)).as("visible_replay");
}

/** The clients of a replay whose cases the viewer sees, with what became of their profile. */
export function visibleReplayLines(ctx: StaffContext) {
  return ctx.db
    .select({
      ...getTableColumns(roundReplayLine),
      caseNumber: caseFile.number,
      displayName: caseFile.displayName,
      ownerId: caseFile.ownerId,
      stage: sql<string>`${caseFile.stage}`.as("line_stage"),
      openedAt: sql<Date>`${caseFile.createdAt}`.mapWith(caseFile.createdAt).as("line_opened_at"),
      profileStatus: sql<string>`${expressEntryProfile.status}`.as("line_profile_status"),
      withdrawnAt: expressEntryProfile.withdrawnAt,
    })
    .from(roundReplayLine)
    .innerJoin(caseFile, eq(caseFile.id, roundReplayLine.caseId))
    .innerJoin(expressEntryProfile, eq(expressEntryProfile.id, roundReplayLine.profileId))
    .where(and(maySeePool(ctx), caseVisibleTo(ctx.actor)))
    .as("visible_replay_line");
}

/** What somebody found in the account of a client whom the rules say was reached. */
export function visibleNoInvitations(ctx: StaffContext) {
  return ctx.db
    .select({
      roundId: roundNoInvitation.roundId,
      caseId: roundNoInvitation.caseId,
      reason: roundNoInvitation.reason,
      notedAt: roundNoInvitation.notedAt,
      by: appUser.name,
    })
    .from(roundNoInvitation)
    .innerJoin(caseFile, eq(caseFile.id, roundNoInvitation.caseId))
    .innerJoin(appUser, eq(appUser.id, roundNoInvitation.notedBy))
    .where(and(maySeePool(ctx), caseVisibleTo(ctx.actor)))
    .as("visible_no_invitation");
}

/**
 * The profile that each client had at an instant, for background work: the newest that had been sent by then, unless
 * it had long ended.
 */
export function profilesAt(ctx: ActorContext, at: Date) {
  const longGone = new Date(at.getTime() - GONE_DAYS * DAY_MS);
  return ctx.db
    .selectDistinctOn([expressEntryProfile.caseId], getTableColumns(expressEntryProfile))
    .from(expressEntryProfile)
    .leftJoin(caseFile, eq(caseFile.id, expressEntryProfile.caseId))
    .where(
      and(
        caseVisibleTo(ctx.actor),
        lte(expressEntryProfile.submittedAt, at),
        gt(expressEntryProfile.expiresAt, longGone),
      ),
    )
    .orderBy(expressEntryProfile.caseId, desc(expressEntryProfile.submittedAt))
    .as("profile_at");
}
