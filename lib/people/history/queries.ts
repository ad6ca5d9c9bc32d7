import "server-only";
import { and, asc, desc, eq, gte } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { instantInZone } from "@/lib/express-entry/timing/zone";
import { getCaseFacts } from "../queries";
import { visibleFactChanges } from "../visibility";
import { factsBefore } from "./as-of";
import type { FactHistory, RecordedChange } from "./types";

/** More than a person reads of one fact, or of the last days of a file. */
const SHOWN = 200;

interface ChangesAsked {
  caseId: string;
  /** Of one fact only. */
  factId?: string;
  /** Made at this instant or later. */
  since?: Date;
  limit?: number;
}

async function listChanges(ctx: ActorContext, asked: ChangesAsked): Promise<RecordedChange[]> {
  const changes = visibleFactChanges(ctx);
  const { caseId, factId, since, limit } = asked;
  const rows = ctx.db
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.caseId, caseId),
        factId === undefined ? undefined : eq(changes.factId, factId),
        since === undefined ? undefined : gte(changes.changedAt, since),
      ),
    )
    .orderBy(desc(changes.factsVersion), asc(changes.field))
    .$dynamic();
  const found = await (limit === undefined ? rows : rows.limit(limit));
  return found.map(({ id, personId, factKind, factId: of, verb, field, before, after, ...row }) => ({
    ...{ id, personId, kind: factKind, factId: of, verb, field, before, after },
    by: row.byName,
    at: row.changedAt,
  }));
}

/**
 * Who changed which fact when, from what to what, newest first: of one fact, or of the file where none is named.
 * Empty for who does not see the facts, and for clients.
 */
export async function getFactHistory(
  ctx: ActorContext,
  caseId: string,
  factId: string | null,
): Promise<FactHistory> {
  const { timeZone, today } = await getFirmDay(ctx);
  const [last] = await listChanges(ctx, { caseId, limit: 1 });
  const asked = factId === null ? { caseId } : { caseId, factId };
  return {
    timeZone,
    today,
    savedAt: last?.at ?? null,
    changes: last ? await listChanges(ctx, { ...asked, limit: SHOWN }) : [],
  };
}

/**
 * The facts as they stood at the end of a day in the firm's zone, by undoing every change made since. `changes` counts
 * the fields that say something else today; before changes were kept the facts are those of the first one known.
 */
export async function getFactsAsOf(
  ctx: ActorContext,
  caseId: string,
  day: IsoDate,
): Promise<{ facts: CaseFacts; changes: number }> {
  const { timeZone } = await getFirmDay(ctx);
  const since = instantInZone(addDays(day, 1), 0, timeZone);
  const changes = await listChanges(ctx, { caseId, since });
  const facts = await getCaseFacts(ctx, caseId);
  return { facts: factsBefore(facts, caseId, changes), changes: changes.length };
}
