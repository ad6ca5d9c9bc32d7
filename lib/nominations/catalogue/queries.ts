import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import {
  assessStream,
  streamCandidate,
  type StreamCandidate,
} from "@/lib/express-entry/nomination/stream-fit";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { isId } from "@/lib/ids/id";
import { listOccupations } from "@/lib/occupations/queries";
import { getFactsOfCases } from "@/lib/people/queries";
import { can, isAllowed } from "@/lib/policy/can";
import { countRanked, listRanked } from "@/lib/profiles/pool/queries";
import { getRuleTables } from "@/lib/rules/queries";
import type { Catalogue, StreamDto, StreamLine, StreamMatch, StreamPage } from "../types";
import { visibleStreamChanges, visibleStreams } from "../visibility";
import { streamStateOn, targetInWords } from "./rules";

type StreamRow = Awaited<ReturnType<typeof selectStreams>>[number];

function selectStreams(ctx: ActorContext) {
  const streams = visibleStreams(ctx);
  return ctx.db.select().from(streams).orderBy(asc(streams.province), asc(streams.name));
}

function toStream({ createdBy: _by, createdAt: _at, ...stream }: StreamRow): StreamDto {
  return stream;
}

/** The firm's catalogue, by province and name. */
export async function listStreams(ctx: ActorContext): Promise<StreamDto[]> {
  return (await selectStreams(ctx)).map(toStream);
}

/** One line of the catalogue; null: no such line, or no id at all. */
export async function findStream(ctx: ActorContext, id: string): Promise<StreamDto | null> {
  if (!isId(id)) return null;
  const streams = visibleStreams(ctx);
  const [row] = await ctx.db.select().from(streams).where(eq(streams.id, id));
  return row ? toStream(row) : null;
}

/** Of the pool, the best-ranked so many are compared with the catalogue on a screen. */
const COMPARED = 200;

type Client = Omit<StreamMatch, "fit">;

interface Pool {
  clients: { client: Client; candidate: StreamCandidate }[];
  truncated: boolean;
}

/** The viewer's clients in the pool with their facts: eight queries, however many they are. Nobody for who has no pool. */
async function getPool(ctx: StaffContext, on: IsoDate): Promise<Pool> {
  if (!isAllowed(ctx.actor, "pool.read")) return { clients: [], truncated: false };
  const rows = await listRanked(ctx, { after: null, held: null, limit: COMPARED });
  const facts = await getFactsOfCases(
    ctx,
    rows.map(({ caseId }) => caseId),
  );
  const tables = await getRuleTables(ctx);
  return {
    clients: rows.flatMap(({ caseId, caseNumber: number, displayName, ownerName, score }) => {
      const known = facts.get(caseId);
      if (!known) return [];
      const candidate = streamCandidate(known, on, score, { tables });
      return [{ client: { caseId, number, displayName, ownerName, score }, candidate }];
    }),
    truncated: rows.length === COMPARED && (await countRanked(ctx)) > COMPARED,
  };
}

/** Clients who fit a stream, or may: those who fit first, both in the pool's order. */
function matchesOf(stream: StreamDto, { clients }: Pool): StreamMatch[] {
  return clients
    .map(({ client, candidate }) => ({ ...client, fit: assessStream(stream, candidate) }))
    .filter(({ fit }) => fit.verdict !== "not_met")
    .toSorted((a, b) => Number(b.fit.verdict === "met") - Number(a.fit.verdict === "met"));
}

function mustRead(ctx: StaffContext): void {
  const decision = can(ctx.actor, "stream.read");
  if (!decision.allowed) throw forbidden(decision.reason);
}

/** The catalogue with how many of the viewer's clients in the pool fit each stream today. */
export async function getCatalogue(ctx: StaffContext): Promise<Catalogue> {
  mustRead(ctx);
  const { today } = await getFirmDay(ctx);
  const streams = await listStreams(ctx);
  const pool = await getPool(ctx, today);
  const seesClients = isAllowed(ctx.actor, "pool.read");
  const lines = streams.map((stream): StreamLine => {
    const verdicts = matchesOf(stream, pool).map(({ fit }) => fit.verdict);
    return {
      stream,
      state: streamStateOn(stream, today),
      target: targetInWords(stream),
      fitting: seesClients ? verdicts.filter((verdict) => verdict === "met").length : null,
      inDoubt: seesClients ? verdicts.filter((verdict) => verdict === "unknown").length : null,
    };
  });
  return {
    ...{ today, lines, compared: pool.clients.length, truncated: pool.truncated },
    allowed: { edit: isAllowed(ctx.actor, "stream.edit"), matches: seesClients, pool: seesClients },
  };
}

async function listChanges(ctx: StaffContext, streamId: string) {
  const changes = visibleStreamChanges(ctx);
  return ctx.db
    .select()
    .from(changes)
    .where(eq(changes.streamId, streamId))
    .orderBy(desc(changes.at), asc(changes.field));
}

/** One stream: its terms, what it said before, and which of the viewer's clients in the pool fit it, and why. */
export async function getStreamPage(ctx: StaffContext, id: string): Promise<StreamPage> {
  mustRead(ctx);
  const { today, timeZone } = await getFirmDay(ctx);
  const stream = await findStream(ctx, id);
  if (!stream) throw notFound();
  const pool = await getPool(ctx, today);
  const named = await listOccupations(ctx, stream.nocCodes);
  const titles = new Map(named.map(({ code, titleEn }) => [code, titleEn]));
  return {
    ...{ stream, today, timeZone, compared: pool.clients.length, truncated: pool.truncated },
    state: streamStateOn(stream, today),
    occupations: stream.nocCodes.map((code) => `${code} ${titles.get(code) ?? ""}`.trim()),
    matches: matchesOf(stream, pool),
    changes: await listChanges(ctx, id),
    allowed: {
      edit: isAllowed(ctx.actor, "stream.edit"),
      matches: isAllowed(ctx.actor, "pool.read"),
    },
  };
}
