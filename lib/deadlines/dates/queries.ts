import "server-only";
import { asc, eq } from "drizzle-orm";
import { getCaseHeader } from "@/lib/cases/header/queries";
import { listAssignees } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { isAllowed } from "@/lib/policy/can";
import { listPresence } from "@/lib/users/leave/queries";
import type { Presence } from "@/lib/users/leave/types";
import { visibleDeadlines } from "../visibility";
import { sourceOf } from "./rules";
import type { CaseClock, CaseDates } from "./types";

function selectClocks(ctx: StaffContext, caseId: string) {
  const clocks = visibleDeadlines(ctx);
  return ctx.db
    .select()
    .from(clocks)
    .where(eq(clocks.caseId, caseId))
    .orderBy(asc(clocks.dueOn), asc(clocks.id));
}

type ClockRow = Awaited<ReturnType<typeof selectClocks>>[number];

function clockOf(
  row: ClockRow,
  presence: Presence | undefined,
  { nameOf, ownerId, number }: { nameOf: ReadonlyMap<string, string>; ownerId: string; number: string },
): CaseClock {
  const { id, kind, title, rule, startDate, dueOn, timeZone, hard, state, closedAt, version } = row;
  const leave = presence?.leave ?? null;
  const cover = presence?.standInId ?? null;
  return {
    ...{ id, kind, title, rule, startDate, dueOn, timeZone, hard, state, version },
    closedOn: closedAt === null ? null : dateInZone(closedAt, timeZone),
    source: sourceOf(number, row),
    responsible: {
      id: row.ownerId,
      name: nameOf.get(row.ownerId) ?? "Somebody",
      own: row.ownerId !== ownerId,
      away:
        leave === null
          ? null
          : { until: leave.toOn, cover: cover === null ? null : (nameOf.get(cover) ?? null) },
    },
  };
}

/** Every clock of a case: what runs, nearest first, and what has ended, newest first. */
export async function getCaseDates(ctx: StaffContext, number: string): Promise<CaseDates> {
  const file = await getCaseHeader(ctx, number);
  const { today } = file.day;
  const rows = await selectClocks(ctx, file.id);
  const colleagues = visibleColleagues(ctx);
  const names = await ctx.db.select({ id: colleagues.id, name: colleagues.name }).from(colleagues);
  const people = await listAssignees(ctx);
  const presences = await listPresence(
    ctx,
    [...people, ...names].map(({ id }) => id),
    today,
  );
  const of = { nameOf: new Map(names.map(({ id, name }) => [id, name])), ownerId: file.owner.id, number };
  const clocks = rows.map((row) => clockOf(row, presences.get(row.ownerId), of));
  return {
    ...{ today, number },
    running: clocks.filter(({ state }) => state === "open"),
    ended: clocks.filter(({ state }) => state !== "open").reverse(),
    people: people
      .filter(({ id }) => presences.get(id)?.leave === null)
      .map(({ id, name }) => ({ id, name })),
    allowed: {
      assign: isAllowed(ctx.actor, "deadline.assign", { clientId: file.clientId, ownerId: file.owner.id }),
    },
  };
}
