import "server-only";
import { eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { expressEntryProfile, invitation } from "@/lib/db/schema/pool";
import { poolStanding } from "@/lib/db/schema/standings";

/** Profiles of the cases a staff member sees. The portal has no right on this table. */
export function visibleProfiles(ctx: ActorContext) {
  return (
    ctx.db
      .select(getTableColumns(expressEntryProfile))
      .from(expressEntryProfile)
      // Every row has its case. A left join, so that for who sees all cases the planner drops it.
      .leftJoin(caseFile, eq(caseFile.id, expressEntryProfile.caseId))
      .where(caseVisibleTo(ctx.actor))
      .as("visible_profile")
  );
}

/** Invitations of the cases this actor sees, clients included. */
export function visibleInvitations(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(invitation))
    .from(invitation)
    .innerJoin(caseFile, eq(caseFile.id, invitation.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_invitation");
}

/** Where the profiles in the pool stand by facts and rules, with their cases, as far as the viewer sees them. */
export function visibleStandings(ctx: StaffContext) {
  const { profileId, caseId, submittedAt, score, rulesetId, superseded, scoredOn, classes } = poolStanding;
  const { steps, changes, horizon, fallsOn, risesOn, advice } = poolStanding;
  return ctx.db
    .select({
      id: sql<string>`${profileId}`.as("standing_id"),
      ...{ caseId, submittedAt, score, rulesetId, superseded, scoredOn, classes },
      ...{ steps, changes, horizon, fallsOn, risesOn, advice },
      profileNumber: expressEntryProfile.profileNumber,
      crsScore: expressEntryProfile.crsScore,
      expiresAt: expressEntryProfile.expiresAt,
      caseNumber: caseFile.number,
      displayName: caseFile.displayName,
      ownerId: caseFile.ownerId,
    })
    .from(poolStanding)
    .innerJoin(expressEntryProfile, eq(expressEntryProfile.id, poolStanding.profileId))
    .innerJoin(caseFile, eq(caseFile.id, poolStanding.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_standing");
}

/** The same for who counts them: no more than what a standing itself says. */
export function visiblePlaces(ctx: StaffContext) {
  const { score, classes, horizon } = poolStanding;
  return (
    ctx.db
      .select({ score, classes, horizon })
      .from(poolStanding)
      // Every row has its case. A left join, so that for who sees all cases the planner drops it.
      .leftJoin(caseFile, eq(caseFile.id, poolStanding.caseId))
      .where(caseVisibleTo(ctx.actor))
      .as("visible_place")
  );
}
