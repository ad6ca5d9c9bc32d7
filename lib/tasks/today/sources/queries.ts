import "server-only";
import { asc, desc, inArray } from "drizzle-orm";
import type { FirmDay } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { CLOSING_DAYS, STALLED_DAYS } from "../rules";
import {
  answerThing,
  dateThing,
  decisionThing,
  keyThing,
  replyThing,
  reviewThing,
  stalledThing,
  stepThing,
  taskThing,
} from "../things";
import type { Thing, ThingKind } from "../types";
import {
  visibleAnswerThings,
  visibleDateThings,
  visibleDecisionThings,
  visibleKeyThings,
  visibleReplyThings,
  visibleReviewThings,
  visibleStalledThings,
  visibleStepThings,
  visibleTaskThings,
  type QueueOf,
} from "../visibility";

/** Rows shown of each kind; the rest is one link away. */
const SHOWN = 25;
const MS_PER_DAY = 86_400_000;

/** The rows of each kind. */
export function sourcesOf(ctx: StaffContext, of: QueueOf) {
  const closingBy = addDays(of.today, CLOSING_DAYS);
  const stalledBefore = new Date(ctx.now.getTime() - STALLED_DAYS * MS_PER_DAY);
  return {
    key: visibleKeyThings(ctx, of),
    decide: visibleDecisionThings(ctx, of, closingBy),
    review: visibleReviewThings(ctx, of),
    reply: visibleReplyThings(ctx, of),
    date: visibleDateThings(ctx, of, closingBy),
    task: visibleTaskThings(ctx, of, closingBy),
    stalled: visibleStalledThings(ctx, of, stalledBefore),
    answers: visibleAnswerThings(ctx, of),
    step: visibleStepThings(ctx, of),
  };
}

export type Sources = ReturnType<typeof sourcesOf>;
/** A thing with how it stands, and the client of its case. */
export interface Told {
  thing: Thing;
  mark: string;
  clientId: string;
}

type Reader = (ctx: StaffContext, sources: Sources, day: FirmDay, ids?: readonly string[]) => Promise<Told[]>;

function told<Row extends { mark: string; clientId: string }>(
  rows: readonly Row[],
  thingOf: (row: Row) => Thing,
): Told[] {
  return rows.map((row) => ({ thing: thingOf(row), mark: row.mark, clientId: row.clientId }));
}

/** Rows of each kind as things, those first that come first in the order; with ids those of them alone. */
export const READERS: Readonly<Record<ThingKind, Reader>> = {
  key: async ({ db }, { key: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    const ordered = rows.orderBy(asc(of.nextDeadlineOn), asc(of.thingId));
    return told(await ordered.limit(SHOWN), (row) => keyThing(row, day));
  },
  decide: async ({ db }, { decide: of }, _day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    return told(await rows.orderBy(asc(of.nextDeadlineOn), asc(of.thingId)).limit(SHOWN), decisionThing);
  },
  review: async ({ db }, { review: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    const ordered = rows.orderBy(asc(of.nextDeadlineOn), asc(of.receivedAt), asc(of.thingId));
    return told(await ordered.limit(SHOWN), (row) => reviewThing(row, day));
  },
  reply: async ({ db }, { reply: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    const ordered = rows.orderBy(asc(of.nextDeadlineOn), asc(of.since), asc(of.thingId));
    return told(await ordered.limit(SHOWN), (row) => replyThing(row, day));
  },
  date: async ({ db }, { date: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    const ordered = rows.orderBy(desc(of.near), asc(of.dueOn), asc(of.thingId));
    return told(await ordered.limit(SHOWN), (row) => dateThing(row, day));
  },
  task: async ({ db }, { task: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    const ordered = rows.orderBy(desc(of.near), asc(of.dueOn), asc(of.createdAt), asc(of.thingId));
    return told(await ordered.limit(SHOWN), (row) => taskThing(row, day));
  },
  stalled: async ({ db }, { stalled: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    const ordered = rows.orderBy(asc(of.nextDeadlineOn), asc(of.since), asc(of.thingId));
    return told(await ordered.limit(SHOWN), (row) => stalledThing(row, day));
  },
  answers: async ({ db }, { answers: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    return told(await rows.orderBy(asc(of.receivedAt)).limit(SHOWN), (row) => answerThing(row, day));
  },
  step: async ({ db }, { step: of }, day, ids) => {
    const rows = db
      .select()
      .from(of)
      .where(ids && inArray(of.thingId, [...ids]));
    const ordered = rows.orderBy(asc(of.nextDeadlineOn), asc(of.stageSince), asc(of.thingId));
    return told(await ordered.limit(SHOWN), (row) => stepThing(row, day));
  },
};

export const KINDS = Object.keys(READERS) as ThingKind[];
