import "server-only";
import { and, eq, ne, sql, type SQL } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { firm } from "@/lib/db/schema/firm";
import { appUser, authSession } from "@/lib/db/schema/users";
import { isAllowed } from "@/lib/policy/can";

/** Whose accounts an actor sees: all with `user.list`, else their own. */
function accountVisibleTo({ actor }: ActorContext) {
  if (actor.kind === "system") return sql`true`;
  return isAllowed(actor, "user.list") ? sql`true` : eq(appUser.id, actor.userId);
}

/** The accounts this actor sees, clients' included. */
export function visibleAccounts(ctx: ActorContext) {
  return ctx.db
    .select({
      id: appUser.id,
      email: appUser.email,
      name: appUser.name,
      role: appUser.role,
      status: appUser.status,
      demo: appUser.demo,
      clientId: appUser.clientId,
      licenceNumber: appUser.licenceNumber,
      lastSeenAt: appUser.lastSeenAt,
      version: appUser.version,
    })
    .from(appUser)
    .where(accountVisibleTo(ctx))
    .as("visible_account");
}

/** The accounts of the demonstration, and none outside it: for the sign-in page, so for everybody. */
export function visibleDemoAccounts(ctx: ActorContext) {
  return ctx.db
    .select({ email: appUser.email, name: appUser.name, role: appUser.role, createdAt: appUser.createdAt })
    .from(appUser)
    .where(ctx.deps.demo ? and(ne(appUser.demo, 0), eq(appUser.status, "active")) : sql`false`)
    .as("visible_demo_account");
}

/** Signed-in browsers: a person's own; an administrator sees everybody's. */
export function visibleSessions(ctx: ActorContext) {
  const { actor } = ctx;
  const everybodys = actor.kind !== "system" && isAllowed(actor, "user.manage");
  const own = actor.kind === "system" ? sql`false` : eq(authSession.userId, actor.userId);
  return ctx.db
    .select({
      id: sql<string>`encode(substring(${authSession.tokenHash} from 1 for 8), 'hex')`.as("session_id"),
      userId: authSession.userId,
      createdAt: authSession.createdAt,
      lastSeenAt: authSession.lastSeenAt,
      expiresAt: authSession.expiresAt,
      ipPrefix: authSession.ipPrefix,
    })
    .from(authSession)
    .where(everybodys ? sql`true` : own)
    .as("visible_session");
}

/** The firm: its name stands on every page, the sign-in page included. */
export function visibleFirm(ctx: ActorContext) {
  return ctx.db
    .select({
      name: firm.name,
      address: firm.address,
      phone: firm.phone,
      email: firm.email,
      timeZone: firm.timeZone,
      version: firm.version,
    })
    .from(firm)
    .as("visible_firm");
}

/** The accounts of the clients whose cases this actor sees: who a mail about a case goes to. */
export function visibleClientAccounts(ctx: ActorContext) {
  return ctx.db
    .selectDistinct({ id: appUser.id, clientId: appUser.clientId, status: appUser.status })
    .from(appUser)
    .innerJoin(caseFile, eq(caseFile.clientId, appUser.clientId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_client_account");
}

/** What of each kind of work is in somebody's hands, whoever asks: for who manages accounts. */
export function workInHand(ctx: ActorContext) {
  // Written out: in a select of one table drizzle leaves the tables' names away, and `id` would be the inner one's.
  const counted = (from: SQL) => sql<number>`(select count(*)::int from ${from})`;
  return ctx.db
    .select({
      userId: appUser.id,
      hours: appUser.weeklyReviewHours,
      cases: counted(sql`case_file f where f.owner_id = app_user.id and f.stage <> 'CLOSED'`).as("cases"),
      clocks: counted(sql`deadline d where d.owner_id = app_user.id and d.state = 'open'`).as("clocks"),
      tasks: counted(sql`task t where t.assignee_id = app_user.id and t.state = 'open'`).as("tasks"),
    })
    .from(appUser)
    .where(and(isAllowed(ctx.actor, "user.list") ? undefined : sql`false`, ne(appUser.role, "client")))
    .as("work_in_hand");
}
