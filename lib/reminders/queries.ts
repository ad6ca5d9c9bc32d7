import "server-only";
import { and, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext, ClientContext, StaffContext } from "@/lib/command/actor-context";
import { remainingDays } from "@/lib/deadlines/rules";
import { notFound } from "@/lib/errors/app-error";
import { daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { StaffRole } from "@/lib/policy/actor";
import { isAllowed } from "@/lib/policy/can";
import { listPresence } from "@/lib/users/leave/queries";
import type {
  ClientReminder,
  NoticeLine,
  NoticePage,
  OpenEscalation,
  OpenIncident,
  Recipient,
} from "./types";
import {
  activeAccounts,
  visibleEscalations,
  visibleIncidents,
  visibleNotices,
  visibleOpenItems,
} from "./visibility";

const PAGE_SIZE = 50;
/** More open escalations than any firm can bear; the worst are listed. */
const ESCALATION_LIMIT = 100;
const CLIENT_LIMIT = 3;

/** Days that the longest open item of a case's checklist needs yet; 0: nothing is open. */
export async function getDaysNeeded(ctx: ActorContext, caseId: string, today: IsoDate): Promise<number> {
  const items = visibleOpenItems(ctx);
  const rows = await ctx.db.select().from(items).where(eq(items.caseId, caseId));
  const needed = rows.map(({ state, leadDays, requestedAt, receivedAt, decidedAt }) => {
    const at = state === "returned" ? decidedAt : state === "requested" ? requestedAt : receivedAt;
    const since = at === null ? null : at.toISOString().slice(0, 10);
    return state === "accepted" || state === "waived" ? 0 : remainingDays({ state, leadDays, since }, today);
  });
  return Math.max(0, ...needed);
}

/** How many items wait for the client now: asked for, or given back, and not applied for. */
export async function countWaitingOnClient(ctx: ActorContext, caseId: string): Promise<number> {
  const items = visibleOpenItems(ctx);
  const rows = await ctx.db
    .select({ state: items.state })
    .from(items)
    .where(
      and(eq(items.caseId, caseId), inArray(items.state, ["requested", "returned"]), isNull(items.appliedOn)),
    );
  return rows.length;
}

/** The open account of a client with the last sign of life in it, or null. */
export async function findClientAccount(ctx: ActorContext, clientId: string) {
  const accounts = activeAccounts(ctx);
  const [found] = await ctx.db
    .select({ id: accounts.id, lastSeenAt: accounts.lastSeenAt })
    .from(accounts)
    .where(eq(accounts.clientId, clientId))
    .limit(1);
  return found ?? null;
}

async function listIdsOf(ctx: ActorContext, role: StaffRole): Promise<string[]> {
  const accounts = activeAccounts(ctx);
  const rows = await ctx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.role, role));
  return rows.map(({ id }) => id);
}

/** Who is told that the installation does not work. */
export function listAdministratorIds(ctx: ActorContext): Promise<string[]> {
  return listIdsOf(ctx, "administrator");
}

/** Who answers for a clock, and while they are away also who stands in; nobody whose account has ended. */
async function listResponsibleIds(ctx: ActorContext, responsibleId: string): Promise<string[]> {
  const { today } = await getFirmDay(ctx);
  const presence = (await listPresence(ctx, [responsibleId], today)).get(responsibleId);
  const wanted = [responsibleId, presence?.standInId ?? responsibleId];
  const accounts = activeAccounts(ctx);
  const rows = await ctx.db.select({ id: accounts.id }).from(accounts).where(inArray(accounts.id, wanted));
  return rows.map(({ id }) => id);
}

/** The accounts that these recipients are; managers where nobody else of the firm is left. */
export async function listRecipientIds(
  ctx: ActorContext,
  to: readonly Recipient[],
  { clientId, responsibleId }: { clientId: string; responsibleId: string },
): Promise<{ clients: string[]; staff: string[] }> {
  const client = to.includes("client") ? await findClientAccount(ctx, clientId) : null;
  const responsible = to.includes("responsible") ? await listResponsibleIds(ctx, responsibleId) : [];
  const managers = to.includes("manager") || responsible.length === 0 ? await listIdsOf(ctx, "manager") : [];
  return { clients: client ? [client.id] : [], staff: [...new Set([...responsible, ...managers])] };
}

type NoticeRow = { timeZone: string; dueOn: string };
const daysLeftOf = ({ timeZone, dueOn }: NoticeRow, now: Date) =>
  daysBetween(dateInZone(now, timeZone), dueOn);

async function listEscalations(ctx: StaffContext): Promise<OpenEscalation[]> {
  const escalations = visibleEscalations(ctx);
  const rows = await ctx.db
    .select()
    .from(escalations)
    .where(eq(escalations.state, "open"))
    .orderBy(escalations.dueOn, escalations.id)
    .limit(ESCALATION_LIMIT);
  const decide = isAllowed(ctx.actor, "escalation.decide");
  return rows.map((row) => ({
    ...{ id: row.id, cause: row.cause, title: row.title, number: row.number, displayName: row.displayName },
    ...{ responsibleName: row.responsibleName, dueOn: row.dueOn, raisedAt: row.raisedAt },
    daysLeft: daysLeftOf(row, ctx.now),
    allowed: { decide },
  }));
}

/** What the viewer was told, the newest first, and the escalations that wait for an answer. */
export async function listNotices(ctx: StaffContext, after: NoticePage["next"]): Promise<NoticePage> {
  const notices = visibleNotices(ctx);
  const older =
    after === null
      ? undefined
      : or(
          lt(notices.createdAt, after.createdAt),
          and(eq(notices.createdAt, after.createdAt), lt(notices.id, after.id)),
        );
  const rows = await ctx.db
    .select()
    .from(notices)
    .where(older)
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(PAGE_SIZE + 1);
  const lines = rows.slice(0, PAGE_SIZE).map((row): NoticeLine => ({
    ...{ id: row.id, kind: row.kind, deadlineKind: row.deadlineKind, title: row.title, number: row.number },
    ...{ displayName: row.displayName, dueOn: row.dueOn, createdAt: row.createdAt },
    daysLeft: daysLeftOf(row, ctx.now),
    unread: row.readAt === null,
  }));
  const last = lines.at(-1);
  const { timeZone } = await getFirmDay(ctx);
  const next = rows.length > PAGE_SIZE && last ? { createdAt: last.createdAt, id: last.id } : null;
  return { timeZone, lines, next, escalations: after === null ? await listEscalations(ctx) : [] };
}

/** How many notices the viewer has not read; counted up to 100. */
export async function countUnreadNotices(ctx: StaffContext): Promise<number> {
  const notices = visibleNotices(ctx);
  const rows = await ctx.db.select({ id: notices.id }).from(notices).where(isNull(notices.readAt)).limit(100);
  return rows.length;
}

/** What of the installation does not work now, for managers and administrators; the oldest first. */
export async function listOpenIncidents(ctx: StaffContext): Promise<OpenIncident[]> {
  const incidents = visibleIncidents(ctx);
  return ctx.db.select().from(incidents).orderBy(incidents.openedAt);
}

/** The clocks that a client was reminded of and that still run, the nearest first. */
export async function listClientReminders(ctx: ClientContext): Promise<ClientReminder[]> {
  const notices = visibleNotices(ctx);
  const rows = await ctx.db
    .selectDistinctOn([notices.deadlineDueOn, notices.deadlineId], {
      id: notices.deadlineId,
      kind: notices.deadlineKind,
      dueOn: notices.deadlineDueOn,
      timeZone: notices.timeZone,
    })
    .from(notices)
    .where(and(eq(notices.deadlineState, "open"), eq(notices.dueOn, notices.deadlineDueOn)))
    .orderBy(notices.deadlineDueOn, notices.deadlineId)
    .limit(CLIENT_LIMIT);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    dueOn: row.dueOn,
    daysLeft: daysLeftOf(row, ctx.now),
  }));
}

/** One escalation for a decision. Throws NOT_FOUND. */
export async function getEscalation(ctx: StaffContext, escalationId: string) {
  const escalations = visibleEscalations(ctx);
  const [found] = await ctx.db.select().from(escalations).where(eq(escalations.id, escalationId));
  if (!found) throw notFound();
  return found;
}
