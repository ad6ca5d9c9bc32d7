import "server-only";
import { and, asc, count, desc, eq, gte, inArray, sql, type SQL } from "drizzle-orm";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { byKey } from "@/lib/command/by-key";
import type { ProfileStatus } from "@/lib/profiles/types";
import { visibleInvitations } from "@/lib/profiles/visibility";
import { isOfRound, listOf, reasonLabel, sinceOf, verdictInWords } from "./rules";
import {
  REPLAY_LISTS,
  type ReasonCount,
  type ReplayLineDto,
  type ReplayList,
  type ReplayPage,
} from "./types";
import { visibleNoInvitations, visibleReplayLines, visibleReplays } from "./visibility";

/** Lines of a list on the round's page; the whole list is a page of its own. */
const SHOWN: Readonly<Record<ReplayList, number>> = {
  ...{ reached: 100, near_miss: 12, invited: 8, below: 0, not_eligible: 0 },
};

/** Lines on the page of one list. */
const LIST_LIMIT = 500;

type Replay = NonNullable<Awaited<ReturnType<typeof findReplay>>>;

/** The newest replay of a round. */
async function findReplay(ctx: StaffContext, roundId: string) {
  const replays = visibleReplays(ctx);
  const [newest] = await ctx.db
    .select()
    .from(replays)
    .where(eq(replays.roundId, roundId))
    .orderBy(desc(replays.requestedAt))
    .limit(1);
  return newest ?? null;
}

/** Cases of the viewer with an ITA of the round. */
async function listInvited(ctx: StaffContext, { roundId, onDate, at }: Replay): Promise<Set<string>> {
  const invitations = visibleInvitations(ctx);
  const { caseId, roundId: ofRound, receivedAt } = invitations;
  // Without a round an ITA belongs to the one of its day: a day before covers every zone.
  const since = new Date(at.getTime() - 2 * 86_400_000);
  const rows = await ctx.db
    .select({ caseId, roundId: ofRound, receivedAt })
    .from(invitations)
    .where(
      sql`${ofRound} = ${roundId} or (${ofRound} is null and ${receivedAt} between ${since.toISOString()}::timestamptz and ${at.toISOString()}::timestamptz + interval '2 days')`,
    );
  return new Set(
    rows.filter((row) => isOfRound(row, { id: roundId, date: onDate })).map((row) => row.caseId),
  );
}

interface Asked {
  where: SQL | undefined;
  limit: number;
}

async function selectLines(ctx: StaffContext, replay: Replay, { where, limit }: Asked) {
  if (limit === 0) return [];
  const lines = visibleReplayLines(ctx);
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select()
    .from(lines)
    .leftJoin(colleagues, eq(colleagues.id, lines.ownerId))
    .where(and(eq(lines.replayId, replay.id), where))
    .orderBy(sql`${lines.margin} desc nulls last`, asc(lines.submittedAt), asc(lines.caseId))
    .limit(limit);
  return rows.map(({ visible_replay_line: line, visible_colleague: owner }) => ({
    line,
    ownerName: owner?.name ?? "",
  }));
}

type LineRow = Awaited<ReturnType<typeof selectLines>>[number];

/** The first ITA of each client from the round on: its own, or the next. */
async function listNextInvitations(ctx: StaffContext, replay: Replay, caseIds: string[]) {
  if (caseIds.length === 0) return new Map<string, never>();
  const invitations = visibleInvitations(ctx);
  const { caseId, issueDate, status, closedAt, receivedAt } = invitations;
  const rows = await ctx.db
    .select({ caseId, issueDate, status, closedAt })
    .from(invitations)
    .where(and(inArray(caseId, caseIds), gte(issueDate, replay.onDate)))
    .orderBy(asc(receivedAt));
  return new Map([...byKey(rows, (row) => row.caseId)].map(([id, all]) => [id, all[0]]));
}

/** Whom somebody looked up in the account and found nothing for: asked of those whom the round reached. */
async function listNoted(ctx: StaffContext, roundId: string) {
  const noted = visibleNoInvitations(ctx);
  const rows = await ctx.db.select().from(noted).where(eq(noted.roundId, roundId));
  return new Map(rows.map((row) => [row.caseId, row]));
}

const day = (instant: Date): IsoDate => dateInZone(instant, DEFAULT_ZONE);

type Noted = Awaited<ReturnType<typeof listNoted>>;

/** The lines of a list with what came of each client since. */
async function toLines(
  ctx: StaffContext,
  replay: Replay,
  rows: readonly LineRow[],
  noted: Noted | null,
): Promise<ReplayLineDto[]> {
  const next = await listNextInvitations(
    ctx,
    replay,
    rows.map(({ line }) => line.caseId),
  );
  return rows.map(({ line, ownerName }) => {
    const { caseId, caseNumber, displayName, outcome, reason, score, recordedScore, superseded } = line;
    const { margin, submittedAt, invitationClass, failing, doubt, enough, expiresAt, withdrawnAt } = line;
    const status = line.profileStatus as ProfileStatus;
    const note = noted?.get(caseId);
    return {
      ...{ caseId, caseNumber, displayName, outcome, reason, score, recordedScore, superseded },
      ...{ margin, submittedAt, invitationClass, failing, doubt, enough },
      ownerName,
      words: verdictInWords(line, submittedAt, replay.tieBreakAt),
      since: sinceOf({ status, expiresAt, withdrawnAt, invitation: next.get(caseId) ?? null }),
      cameOn: line.openedAt > replay.at ? day(line.openedAt) : null,
      noInvitation: note ? { reason: note.reason, by: note.by, on: day(note.notedAt) } : null,
      recordable: line.stage === "IN_POOL" && status === "live",
    };
  });
}

/** Which lines a list holds: an ITA of the round moves a client to the invited, whatever the rules say. */
function whereOf(ctx: StaffContext, list: ReplayList, invited: ReadonlySet<string>): SQL | undefined {
  const lines = visibleReplayLines(ctx);
  const holds = [...invited];
  if (list === "invited") return holds.length === 0 ? sql`false` : inArray(lines.caseId, holds);
  const without = holds.length === 0 ? undefined : sql`not ${inArray(lines.caseId, holds)}`;
  return and(eq(lines.outcome, list), without);
}

interface Tally {
  counts: Record<ReplayList, number>;
  reasons: ReasonCount[];
  rulesetId: string | null;
  superseded: boolean;
  disagreeing: number;
}

/** How many clients of the viewer stand where, and why those who could not be reached could not. */
async function tally(ctx: StaffContext, replay: Replay, invited: ReadonlySet<string>): Promise<Tally> {
  const lines = visibleReplayLines(ctx);
  const holds = [...invited];
  const isInvited = holds.length === 0 ? sql<boolean>`false` : sql<boolean>`${inArray(lines.caseId, holds)}`;
  const groups = await ctx.db
    .select({
      outcome: lines.outcome,
      reason: lines.reason,
      invited: isInvited.as("is_invited"),
      rulesetId: sql<string | null>`max(${lines.rulesetId})`,
      superseded: sql<boolean>`bool_or(${lines.superseded})`,
      count: count(),
    })
    .from(lines)
    .where(eq(lines.replayId, replay.id))
    .groupBy(lines.outcome, lines.reason, sql`is_invited`);
  const counts = Object.fromEntries(REPLAY_LISTS.map((list) => [list, 0])) as Record<ReplayList, number>;
  for (const group of groups) counts[listOf(group.outcome, group.invited)] += group.count;
  const left = groups.filter(({ outcome, invited: has }) => outcome === "not_eligible" && !has);
  return {
    counts,
    reasons: left
      .map(({ reason, count: people }) => ({ reason, label: reasonLabel(reason), count: people }))
      .sort((a, b) => b.count - a.count),
    rulesetId: groups.find(({ rulesetId }) => rulesetId !== null)?.rulesetId ?? null,
    superseded: groups.some((group) => group.superseded),
    disagreeing: groups
      .filter((group) => group.invited && group.outcome !== "reached")
      .reduce((sum, group) => sum + group.count, 0),
  };
}

async function readList(
  ctx: StaffContext,
  replay: Replay,
  invited: ReadonlySet<string>,
  { list, limit }: { list: ReplayList; limit: number },
): Promise<ReplayLineDto[]> {
  const where = whereOf(ctx, list, invited);
  const noted = list === "reached" ? await listNoted(ctx, replay.roundId) : null;
  const lines = await toLines(ctx, replay, await selectLines(ctx, replay, { where, limit }), noted);
  // Who is in the pool now is who something can be done for.
  return list === "reached" ? lines.sort((a, b) => Number(b.recordable) - Number(a.recordable)) : lines;
}

/**
 * The newest replay of a round, with the clients of the cases the viewer sees in its lists; null where the round was
 * never replayed or the viewer sees no pool. `whole` asks for one list as far as a page goes.
 */
export async function findReplayPage(
  ctx: StaffContext,
  round: { id: string; version: number },
  whole: ReplayList | null,
): Promise<ReplayPage | null> {
  const replay = await findReplay(ctx, round.id);
  if (!replay) return null;
  const invited = await listInvited(ctx, replay);
  const { counts, ...figures } = await tally(ctx, replay, invited);
  const lists: Record<ReplayList, ReplayLineDto[]> = {
    ...{ reached: [], near_miss: [], invited: [], below: [], not_eligible: [] },
  };
  for (const list of REPLAY_LISTS) {
    const limit = whole === null ? SHOWN[list] : whole === list ? LIST_LIMIT : 0;
    if (counts[list] > 0) lists[list] = await readList(ctx, replay, invited, { list, limit });
  }
  const { id, state, done, total, requestedAt, judgedAt } = replay;
  return {
    ...{ id, state, done, total, requestedAt, judgedAt },
    ...figures,
    stale: replay.roundVersion !== round.version,
    counts,
    clients: Object.values(counts).reduce((sum, one) => sum + one, 0),
    lists,
  };
}

/** Lines of one file. */
const EXPORT_LIMIT = 20_000;

/** Every line of the newest replay of a round that the viewer sees, list by list; none where there is no replay. */
export async function listReplayForExport(
  ctx: StaffContext,
  roundId: string,
): Promise<{ list: ReplayList; line: ReplayLineDto }[]> {
  const replay = await findReplay(ctx, roundId);
  if (!replay) return [];
  const invited = await listInvited(ctx, replay);
  const found: { list: ReplayList; line: ReplayLineDto }[] = [];
  for (const list of REPLAY_LISTS) {
    const lines = await readList(ctx, replay, invited, { list, limit: EXPORT_LIMIT });
    found.push(...lines.map((line) => ({ list, line })));
  }
  return found;
}
