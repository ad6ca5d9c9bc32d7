import "server-only";
import { and, asc, desc, eq, gt, gte, inArray } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { instantInZone } from "@/lib/express-entry/timing/zone";
import { byKey } from "@/lib/command/by-key";
import { getCaseFacts, getFactsOfCases } from "../queries";
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

/**
 * The facts of many cases, each as they were known at an instant of its own: what was entered, changed or removed
 * later is undone. Seven queries, however many the cases; of those whose facts the actor sees.
 */
export async function getFactsOfCasesAt(
  ctx: ActorContext,
  instants: ReadonlyMap<string, Date>,
): Promise<ReadonlyMap<string, CaseFacts>> {
  const caseIds = [...instants.keys()];
  const now = await getFactsOfCases(ctx, caseIds);
  if (caseIds.length === 0) return now;
  const earliest = new Date(Math.min(...[...instants.values()].map((at) => at.getTime())));
  const changes = visibleFactChanges(ctx);
  const later = await ctx.db
    .select()
    .from(changes)
    .where(and(inArray(changes.caseId, caseIds), gt(changes.changedAt, earliest)))
    .orderBy(desc(changes.factsVersion), asc(changes.field));
  const ofCase = byKey(
    later.filter(({ caseId, changedAt }) => changedAt > (instants.get(caseId) ?? earliest)),
    ({ caseId }) => caseId,
  );
  return new Map(
    [...now].map(([caseId, facts]) => {
      const undone = (ofCase.get(caseId) ?? []).map(({ factKind: kind, ...change }) => ({ ...change, kind }));
      return [caseId, undone.length === 0 ? facts : factsBefore(facts, caseId, undone)];
    }),
  );
}
