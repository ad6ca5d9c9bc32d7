import "server-only";
import { asc, gt, inArray } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { type roundReplay, roundReplayLine } from "@/lib/db/schema/replays";
import { replayProfile, type ReplayedRound } from "@/lib/express-entry/draws/replay";
import { byKey } from "@/lib/command/by-key";
import { getFactsOfCasesAt } from "@/lib/people/history/queries";
import { visibleInvitations } from "@/lib/profiles/visibility";
import { getRuleTables } from "@/lib/rules/queries";
import { heldInvitations } from "../replay/rules";
import { profilesAt } from "../replay/visibility";

export type Replay = typeof roundReplay.$inferSelect;

/** The round as it was copied into the replay. */
function roundOf({ program, onDate, at, lowestCrs, tieBreakAt }: Replay): ReplayedRound {
  return { program, date: onDate, at, lowestCrs, tieBreakAt };
}

/** What is known of a client: facts entered before the round, or by the day the profile was recorded, if that is later. */
function knownAt(at: Date, recordedAt: Date): Date {
  return recordedAt > at ? recordedAt : at;
}

async function listInvitationsOf(ctx: ActorContext, caseIds: string[]) {
  const invitations = visibleInvitations(ctx);
  const { caseId, roundId, receivedAt, status, closedAt } = invitations;
  const rows = await ctx.db
    .select({ caseId, roundId, receivedAt, status, closedAt })
    .from(invitations)
    .where(inArray(invitations.caseId, caseIds));
  return byKey(rows, (row) => row.caseId);
}

/**
 * Judges the next clients of a replay, in the order of their cases' ids, and keeps a line of each. In the caller's
 * transaction: doing it twice is not possible, as the cursor moves with the lines.
 */
export async function judgeBatch(ctx: ActorContext, replay: Replay, size: number) {
  const profiles = profilesAt(ctx, replay.at);
  const clients = await ctx.db
    .select()
    .from(profiles)
    .where(replay.cursorCaseId === null ? undefined : gt(profiles.caseId, replay.cursorCaseId))
    .orderBy(asc(profiles.caseId))
    .limit(size);
  if (clients.length === 0) return { last: null, clients: 0 };
  const round = roundOf(replay);
  const tables = await getRuleTables(ctx);
  const held = await listInvitationsOf(
    ctx,
    clients.map(({ caseId }) => caseId),
  );
  const instants = new Map(
    clients.map(({ caseId, recordedAt }) => [caseId, knownAt(replay.at, recordedAt)] as const),
  );
  const factsOf = await getFactsOfCasesAt(ctx, instants);
  const lines = clients.map(({ caseId, clientId, id: profileId, crsScore, ...profile }) => {
    const facts = factsOf.get(caseId);
    const { submittedAt, expiresAt, withdrawnAt } = profile;
    const known = facts?.people.some(({ role }) => role === "principal") ? facts : null;
    const invitations = heldInvitations(held.get(caseId) ?? [], { id: replay.roundId, date: replay.onDate });
    const verdict = replayProfile(known, { submittedAt, expiresAt, withdrawnAt }, invitations, round, {
      tables,
    });
    return {
      ...{ replayId: replay.id, caseId, clientId, profileId, submittedAt, expiresAt },
      ...verdict,
      recordedScore: crsScore,
      knownAt: instants.get(caseId) ?? replay.at,
    };
  });
  await ctx.db.insert(roundReplayLine).values(lines);
  return { last: clients.at(-1)?.caseId ?? null, clients: clients.length };
}
