import "server-only";
import { and, desc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases, visibleColleagues } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { message } from "@/lib/db/schema/cases";
import { roundReplay, roundReplayLine } from "@/lib/db/schema/replays";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { tellClient } from "@/lib/messages/commands/tell-client";
import { newsForClient, roundTitle, type ConcernedClient } from "../replay/news";
import { NEWS_DAYS } from "../replay/rules";
import type { Replay } from "./judge-batch";

type Concern = Awaited<ReturnType<typeof listConcerned>>[number];

/** Clients in the pool whom the round reached or nearly did. */
async function listConcerned(ctx: ActorContext, replayId: string) {
  const cases = visibleCases(ctx);
  const { outcome, reason, score, margin, secondsLate, weeksShort, doubt } = roundReplayLine;
  return ctx.db
    .select({
      ...{ outcome, reason, score, margin, secondsLate, weeksShort, doubt },
      ...{ caseId: roundReplayLine.caseId, clientId: cases.clientId, ownerId: cases.ownerId },
    })
    .from(roundReplayLine)
    .innerJoin(cases, eq(cases.id, roundReplayLine.caseId))
    .where(
      and(
        eq(roundReplayLine.replayId, replayId),
        inArray(roundReplayLine.outcome, ["reached", "near_miss"]),
        eq(cases.stage, "IN_POOL"),
      ),
    )
    .orderBy(roundReplayLine.caseId);
}

/** What was told already, by an earlier replay of the same round: `case outcome`. */
async function alreadyTold(ctx: ActorContext, replay: Replay): Promise<ReadonlySet<string>> {
  const [told] = await ctx.db
    .select({ id: roundReplay.id })
    .from(roundReplay)
    .where(
      and(
        eq(roundReplay.roundId, replay.roundId),
        ne(roundReplay.id, replay.id),
        isNotNull(roundReplay.toldAt),
      ),
    )
    .orderBy(desc(roundReplay.toldAt))
    .limit(1);
  if (!told) return new Set();
  const lines = await ctx.db
    .select({ caseId: roundReplayLine.caseId, outcome: roundReplayLine.outcome })
    .from(roundReplayLine)
    .where(eq(roundReplayLine.replayId, told.id));
  return new Set(lines.map(({ caseId, outcome }) => `${caseId} ${outcome}`));
}

async function tellConsultants(ctx: ActorContext, replay: Replay, concerned: readonly Concern[]) {
  for (const ownerId of new Set(concerned.map((one) => one.ownerId))) {
    const own = concerned.filter((one) => one.ownerId === ownerId);
    await queueMail(ctx, {
      kind: "round_news",
      toUserId: ownerId,
      context: {
        round: replay.roundId,
        title: roundTitle({ program: replay.program, date: replay.onDate }),
        reached: String(own.filter(({ outcome }) => outcome === "reached").length),
        near: String(own.filter(({ outcome }) => outcome === "near_miss").length),
      },
    });
  }
}

function newsOf({ outcome, doubt, ...line }: Concern): ConcernedClient {
  return { ...line, outcome: outcome === "reached" ? "reached" : "near_miss", inDoubt: doubt !== null };
}

async function tellClients(ctx: ActorContext, replay: Replay, concerned: readonly Concern[]) {
  const colleagues = visibleColleagues(ctx);
  const people = await ctx.db.select({ id: colleagues.id, name: colleagues.name }).from(colleagues);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const round = { program: replay.program, date: replay.onDate, lowestCrs: replay.lowestCrs };
  let told = 0;
  for (const client of concerned) {
    const { caseId: id, clientId, ownerId } = client;
    // Nobody is written to who has no account to read it in.
    const mailId = await tellClient(ctx, { id, clientId }, "message_received");
    if (mailId === null) continue;
    told += 1;
    await ctx.db.insert(message).values({
      ...{ id: newId(), caseId: id, clientId, authorId: ownerId, authorKind: "staff" as const },
      body: newsForClient(newsOf(client), round, names.get(ownerId) ?? "your consultant"),
      createdAt: ctx.now,
    });
  }
  return told;
}

/** People have yet to be told: of a recent round, once, and not of a replay that somebody asked for. */
export async function concernsPeople(ctx: ActorContext, replay: Replay): Promise<boolean> {
  if (replay.toldAt !== null || replay.reason === "asked") return false;
  const { today } = await getFirmDay(ctx);
  return replay.onDate >= addDays(today, -NEWS_DAYS);
}

/**
 * Tells those whom a round concerns: each consultant of their own clients in one mail, each of these clients in plain
 * words in the portal. A replay of a corrected round tells of what is different. Nobody else hears of it.
 */
export async function tellNews(ctx: ActorContext, replay: Replay): Promise<AuditEntry> {
  const before = await alreadyTold(ctx, replay);
  const concerned = (await listConcerned(ctx, replay.id)).filter(
    ({ caseId, outcome }) => !before.has(`${caseId} ${outcome}`),
  );
  await tellConsultants(ctx, replay, concerned);
  const clients = await tellClients(ctx, replay, concerned);
  await ctx.db.update(roundReplay).set({ toldAt: ctx.now }).where(eq(roundReplay.id, replay.id));
  return {
    event: "round.news_told",
    object: { kind: "round", id: replay.roundId },
    detail: { concerned: concerned.length, clients },
  };
}
