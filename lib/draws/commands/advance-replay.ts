import "server-only";
import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { roundReplay, roundReplayLine } from "@/lib/db/schema/replays";
import { notFound } from "@/lib/errors/app-error";
import { counted } from "@/lib/express-entry/counted";
import { enoughOn } from "@/lib/express-entry/what-if/enough";
import { getFactsOfCasesAt } from "@/lib/people/history/queries";
import { workerOnly } from "@/lib/policy/worker-only";
import { getRuleTables } from "@/lib/rules/queries";
import { replayInput } from "../replay/schemas";
import { profilesAt } from "../replay/visibility";
import { judgeBatch, type Replay } from "./judge-batch";
import { concernsPeople, tellNews } from "./tell-news";

/** Clients of one transaction: some tenths of a second of work. */
const BATCH = 500;

/** Near misses that are told what would have been enough, the closest first: each takes a tenth of a second or more. */
const ADVISED = 60;
const ADVICE_BATCH = 4;

/** What the line says where no single thing would have been enough. */
const NOTHING_ALONE = "No single thing";

/** The replay, locked: of two workers at once the second goes on where the first has come to. */
async function getReplayForUpdate(ctx: ActorContext, id: string): Promise<Replay> {
  const [replay] = await ctx.db.select().from(roundReplay).where(eq(roundReplay.id, id)).for("update");
  if (!replay) throw notFound();
  return replay;
}

async function countProfiles(ctx: ActorContext, at: Date): Promise<number> {
  const profiles = profilesAt(ctx, at);
  const [row] = await ctx.db.select({ total: count() }).from(profiles);
  return row?.total ?? 0;
}

async function judge(ctx: ActorContext, replay: Replay): Promise<boolean> {
  const { last, clients } = await judgeBatch(ctx, replay, BATCH);
  const judged = clients < BATCH;
  const total = replay.state === "waiting" ? await countProfiles(ctx, replay.at) : replay.total;
  await ctx.db
    .update(roundReplay)
    .set({
      state: judged ? "advising" : "judging",
      total,
      cursorCaseId: last ?? replay.cursorCaseId,
      done: sql`${roundReplay.done} + ${clients}`,
      judgedAt: judged ? ctx.now : null,
    })
    .where(eq(roundReplay.id, replay.id));
  return judged;
}

/** The closest near misses of a replay that nobody has worked out yet. */
function nextToAdvise(ctx: ActorContext, replay: Replay) {
  const closest = ctx.db
    .select()
    .from(roundReplayLine)
    .where(and(eq(roundReplayLine.replayId, replay.id), eq(roundReplayLine.outcome, "near_miss")))
    .orderBy(desc(roundReplayLine.margin), asc(roundReplayLine.submittedAt), asc(roundReplayLine.caseId))
    .limit(ADVISED)
    .as("closest");
  return ctx.db.select().from(closest).where(isNull(closest.enough)).limit(ADVICE_BATCH);
}

/** Works out what would have been enough for a few near misses; true when there is none left. */
async function advise(ctx: ActorContext, replay: Replay): Promise<boolean> {
  const lines = await nextToAdvise(ctx, replay);
  const tables = await getRuleTables(ctx);
  const factsOf = await getFactsOfCasesAt(
    ctx,
    new Map(lines.map(({ caseId, knownAt }) => [caseId, knownAt] as const)),
  );
  for (const { caseId, margin, weeksShort } of lines) {
    const facts = factsOf.get(caseId);
    const missing = Math.max(1, -(margin ?? 0));
    const enough =
      weeksShort !== null
        ? `${counted(weeksShort, "more week")} of listed work`
        : facts && enoughOn(facts, replay.onDate, missing, { tables });
    await ctx.db
      .update(roundReplayLine)
      .set({ enough: enough ?? NOTHING_ALONE })
      .where(and(eq(roundReplayLine.replayId, replay.id), eq(roundReplayLine.caseId, caseId)));
  }
  const finished = lines.length < ADVICE_BATCH;
  if (finished) {
    await ctx.db
      .update(roundReplay)
      .set({ state: "done", finishedAt: ctx.now })
      .where(eq(roundReplay.id, replay.id));
  }
  return finished;
}

/**
 * Works off the next batch of a replay, and says whether it was the last. Lines and cursor are one transaction: a
 * replay that was cut off goes on where it was, whichever process takes it up, and no client counts twice. When every
 * client is judged, those whom the round concerns are told, once, in a transaction of its own. Background work only.
 */
export const advanceReplay = defineCommand({
  name: "round.advance_replay",
  openTo: ["system"],
  input: replayInput,
  load: (ctx, input) => getReplayForUpdate(ctx, input.replayId),
  authorise: workerOnly,
  async execute(ctx, replay) {
    if (replay.state === "done") return unchanged({ done: true });
    if (replay.state === "advising") {
      if (await concernsPeople(ctx, replay)) {
        return audited({ done: false }, await tellNews(ctx, replay));
      }
      const done = await advise(ctx, replay);
      return done ? audited({ done }, advanced(replay, "done")) : unchanged({ done });
    }
    const judged = await judge(ctx, replay);
    return audited({ done: false }, advanced(replay, judged ? "judged" : "judging"));
  },
});

function advanced({ roundId }: Replay, state: string) {
  return {
    event: "round.replay_advanced",
    object: { kind: "round", id: roundId },
    detail: { state },
  } as const;
}
