import "server-only";
import { and, desc, eq, inArray, lt, notInArray } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getFirmDay } from "../queries";
import { visibleCaseEvents, visibleCases } from "../visibility";
import { actorOf, KIND_EVENTS, kindOf, wordsOf } from "./rules";
import type { CaseTimeline, TimelineKind, TimelineLine } from "./types";

const PAGE_LINES = 50;
/** More than any case has; a bound all the same. */
const EXPORT_LINES = 20_000;

const KNOWN_EVENTS = Object.values(KIND_EVENTS).flat();

interface TimelineRequest {
  kind: TimelineKind | null;
  /** Chain positions below this one: an older page. */
  before: number | null;
  limit: number;
}

/** Events of one visible case, newest first, in the order the log chained them. */
async function listEvents(ctx: StaffContext, caseId: string, { kind, before, limit }: TimelineRequest) {
  const events = visibleCaseEvents(ctx);
  return ctx.db
    .select()
    .from(events)
    .where(
      and(
        eq(events.caseId, caseId),
        before === null ? undefined : lt(events.seq, before),
        kind === null
          ? undefined
          : kind === "other"
            ? notInArray(events.event, KNOWN_EVENTS)
            : inArray(events.event, [...KIND_EVENTS[kind]]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(limit);
}

type EventRow = Awaited<ReturnType<typeof listEvents>>[number];

function toLine(row: EventRow): TimelineLine {
  return { id: row.id, at: row.at, ...actorOf(row), words: wordsOf(row), kind: kindOf(row.event) };
}

/** FORBIDDEN where the viewer sees the case but not its timeline. */
async function requireTimeline(ctx: StaffContext, caseId: string): Promise<void> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({ ownerId: cases.ownerId, clientId: cases.clientId })
    .from(cases)
    .where(eq(cases.id, caseId));
  const decision = can(ctx.actor, "case.timeline", file);
  if (!decision.allowed) throw forbidden(decision.reason);
}

/** One page of what happened on a case: who, what, when; newest first. */
export async function getTimeline(
  ctx: StaffContext,
  caseId: string,
  kind: TimelineKind | null,
  before: number | null,
  limit = PAGE_LINES,
): Promise<CaseTimeline> {
  await requireTimeline(ctx, caseId);
  const rows = await listEvents(ctx, caseId, { kind, before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    lines: shown.map(toLine),
    older: rows.length > limit && last ? String(last.seq) : null,
    day: await getFirmDay(ctx),
  };
}

/** The whole timeline for a file of its own, oldest last. */
export async function listTimelineForExport(
  ctx: StaffContext,
  caseId: string,
  kind: TimelineKind | null,
): Promise<TimelineLine[]> {
  const rows = await listEvents(ctx, caseId, { kind, before: null, limit: EXPORT_LINES });
  return rows.map(toLine);
}
