import "server-only";
import { and, desc, eq, lt, lte } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { conflict } from "@/lib/errors/app-error";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { splitClasses } from "./rules";
import type { InvitationDto, ProfileDto } from "./types";
import { visibleInvitations, visibleProfiles } from "./visibility";

type ProfileRow = Awaited<ReturnType<typeof selectProfiles>>[number];

function selectProfiles(ctx: ActorContext, caseId: string) {
  const profiles = visibleProfiles(ctx);
  return ctx.db
    .select()
    .from(profiles)
    .where(eq(profiles.caseId, caseId))
    .orderBy(desc(profiles.submittedAt));
}

function toProfile(row: ProfileRow): ProfileDto {
  const { id, profileNumber, submittedAt, expiresAt, crsScore, rulesetId, status, version } = row;
  return {
    id,
    profileNumber,
    submittedAt,
    expiresAt,
    crsScore,
    rulesetId,
    status,
    version,
    ...splitClasses(row.classes),
  };
}

/** Every profile of a case, newest first. */
export async function listProfiles(ctx: ActorContext, caseId: string): Promise<ProfileDto[]> {
  return (await selectProfiles(ctx, caseId)).map(toProfile);
}

/** The profile that is in the pool, or a plain refusal. */
export async function getLiveProfile(ctx: ActorContext, caseId: string): Promise<ProfileDto> {
  const live = (await listProfiles(ctx, caseId)).find((profile) => profile.status === "live");
  if (!live) throw conflict("This case has no live Express Entry profile. Record the profile first.");
  return live;
}

type InvitationRow = Awaited<ReturnType<typeof selectInvitations>>[number];

function selectInvitations(ctx: ActorContext, caseId: string) {
  const invitations = visibleInvitations(ctx);
  return ctx.db
    .select()
    .from(invitations)
    .where(and(eq(invitations.caseId, caseId)))
    .orderBy(desc(invitations.receivedAt));
}

function disputeOf(row: InvitationRow): InvitationDto["disputed"] {
  const { disputedBy: by, disputedAt: at, disputedIssueDate: issuedOn, disputedDeadline: deadline } = row;
  if (by === null || at === null || issuedOn === null || deadline === null) return null;
  return { by, at, issuedOn, deadline };
}

function toInvitation(row: InvitationRow): InvitationDto {
  const { id, profileId, roundId, receivedAt, issueDate, timeZone, invitationClass, category, crsScore } =
    row;
  const { rulesetId, computedDeadline, shownExpiry, deadlineDate, status, closedAt } = row;
  const { declinedReason, recordedBy, recordedAt, letterDocumentId, confirmedBy, confirmedAt, version } = row;
  return {
    ...{ id, profileId, roundId, receivedAt, issueDate, timeZone, invitationClass, category, crsScore },
    ...{ rulesetId, computedDeadline, shownExpiry, deadlineDate, status, closedAt },
    disputed: disputeOf(row),
    ...{ declinedReason, recordedBy, recordedAt, letterDocumentId, confirmedBy, confirmedAt, version },
  };
}

/** Every invitation of a case, newest first. */
export async function listInvitations(ctx: ActorContext, caseId: string): Promise<InvitationDto[]> {
  return (await selectInvitations(ctx, caseId)).map(toInvitation);
}

/** The invitation whose 60 days are running, or null. */
export async function findOpenInvitation(ctx: ActorContext, caseId: string): Promise<InvitationDto | null> {
  return (await listInvitations(ctx, caseId)).find((one) => one.status === "open") ?? null;
}

/** The invitation whose 60 days are running, or a plain refusal. */
export async function getOpenInvitation(ctx: ActorContext, caseId: string): Promise<InvitationDto> {
  const open = await findOpenInvitation(ctx, caseId);
  if (!open) throw conflict("This case has no open invitation. Record the ITA first.");
  return open;
}

/** At most this many clocks are closed in one run; the next run takes the rest. */
const DUE_BATCH = 200;

/** Cases whose window closed, or whose profile's year is over, as of the context's instant. */
export async function listDueCases(
  ctx: ActorContext,
): Promise<{ invitations: string[]; profiles: string[] }> {
  const invitations = visibleInvitations(ctx);
  const profiles = visibleProfiles(ctx);
  const lapsed = await ctx.db
    .select({
      caseId: invitations.caseId,
      timeZone: invitations.timeZone,
      deadlineDate: invitations.deadlineDate,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.status, "open"),
        lt(invitations.deadlineDate, addDays(dateInZone(ctx.now, "UTC"), 1)),
      ),
    )
    .limit(DUE_BATCH);
  const ended = await ctx.db
    .select({ caseId: profiles.caseId })
    .from(profiles)
    .where(and(eq(profiles.status, "live"), lte(profiles.expiresAt, ctx.now)))
    .limit(DUE_BATCH);
  return {
    invitations: lapsed
      .filter((one) => dateInZone(ctx.now, one.timeZone) > one.deadlineDate)
      .map((one) => one.caseId),
    profiles: ended.map((one) => one.caseId),
  };
}
