import "server-only";
import { and, asc, count, desc, eq, gt, ne } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import type { Role, StaffRole } from "@/lib/policy/actor";
import { can, isAllowed } from "@/lib/policy/can";
import { formatCount } from "@/lib/format/quantities";
import { listLeaves } from "./leave/queries";
import type { DemoLogin, FirmSettings, SessionSummary, StaffMember } from "./types";
import {
  visibleAccounts,
  visibleClientAccounts,
  visibleDemoAccounts,
  visibleFirm,
  visibleSessions,
  workInHand,
} from "./visibility";

/** Nobody has more staff than this; the list is bounded all the same. */
const STAFF_LIMIT = 500;
const SESSION_LIMIT = 50;

/** What a decision about an account depends on. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  status: "invited" | "active" | "disabled";
  version: number;
  otherActiveAdministrators: number;
}

/** One account for a change to it. Throws NOT_FOUND. */
export async function getAccount(ctx: ActorContext, userId: string): Promise<Account> {
  const accounts = visibleAccounts(ctx);
  const [found] = await ctx.db
    .select({
      id: accounts.id,
      email: accounts.email,
      name: accounts.name,
      role: accounts.role,
      status: accounts.status,
      version: accounts.version,
    })
    .from(accounts)
    .where(eq(accounts.id, userId));
  if (!found) throw notFound();
  const [others] = await ctx.db
    .select({ total: count() })
    .from(accounts)
    .where(and(eq(accounts.role, "administrator"), eq(accounts.status, "active"), ne(accounts.id, userId)));
  return { ...found, otherActiveAdministrators: others?.total ?? 0 };
}

/** The account under this address, or null. */
export async function findAccountByEmail(ctx: ActorContext, email: string) {
  const accounts = visibleAccounts(ctx);
  const [found] = await ctx.db
    .select({ id: accounts.id, name: accounts.name, role: accounts.role, status: accounts.status })
    .from(accounts)
    .where(eq(accounts.email, email));
  return found ?? null;
}

/** The staff, for managers and administrators. Throws FORBIDDEN. */
export async function listStaff(ctx: StaffContext): Promise<StaffMember[]> {
  const decision = can(ctx.actor, "user.list");
  if (!decision.allowed) throw forbidden(decision.reason);
  const accounts = visibleAccounts(ctx);
  const rows = await ctx.db
    .select({
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      role: accounts.role,
      state: accounts.status,
      licenceNumber: accounts.licenceNumber,
      lastSeenAt: accounts.lastSeenAt,
      version: accounts.version,
    })
    .from(accounts)
    .where(ne(accounts.role, "client"))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(STAFF_LIMIT);
  return rows.map((row) => ({ ...row, role: row.role as StaffRole, self: row.id === ctx.actor.userId }));
}

/** The viewer's signed-in browsers, the newest first. */
export async function listOwnSessions(ctx: StaffContext): Promise<SessionSummary[]> {
  const sessions = visibleSessions(ctx);
  const rows = await ctx.db
    .select({
      id: sessions.id,
      startedAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      network: sessions.ipPrefix,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, ctx.actor.userId), gt(sessions.expiresAt, ctx.now)))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(SESSION_LIMIT);
  return rows.map((row) => ({ ...row, current: row.id === ctx.trace.sessionRef }));
}

/** Whose session this is, or NOT_FOUND: somebody else's is not there unless the actor manages users. */
export async function getSessionOwner(ctx: ActorContext, sessionId: string): Promise<{ userId: string }> {
  const sessions = visibleSessions(ctx);
  const [found] = await ctx.db
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  if (!found) throw notFound();
  return found;
}

export async function getFirm(ctx: ActorContext): Promise<FirmSettings> {
  const firms = visibleFirm(ctx);
  const [found] = await ctx.db
    .select({
      name: firms.name,
      address: firms.address,
      phone: firms.phone,
      email: firms.email,
      timeZone: firms.timeZone,
      version: firms.version,
    })
    .from(firms);
  if (!found) throw notFound();
  return found;
}

/** The firm's name and zone for every page; a deployment without a firm row yet is called by the product's name. */
export async function getPublicFirm(ctx: ActorContext): Promise<{ firmName: string; timeZone: string }> {
  const firms = visibleFirm(ctx);
  const [found] = await ctx.db.select({ firmName: firms.name, timeZone: firms.timeZone }).from(firms);
  return found ?? { firmName: "Landfall", timeZone: "America/Toronto" };
}

/** One account of each kind to try the demonstration with; staff first. */
export async function listDemoLogins(ctx: ActorContext): Promise<DemoLogin[]> {
  const accounts = visibleDemoAccounts(ctx);
  const rows = await ctx.db
    .select({ email: accounts.email, name: accounts.name, role: accounts.role })
    .from(accounts)
    .orderBy(asc(accounts.createdAt), asc(accounts.email))
    .limit(STAFF_LIMIT);
  const order: readonly Role[] = ["manager", "consultant", "administrator", "client"];
  return order.flatMap((role) =>
    rows.filter((row) => row.role === role).slice(0, role === "consultant" ? 3 : 1),
  );
}

/** What of Settings the viewer may open and change. */
export function settingsAllowed({ actor }: ActorContext) {
  return {
    staff: isAllowed(actor, "user.list"),
    manageStaff: isAllowed(actor, "user.manage"),
    firm: isAllowed(actor, "firm.edit"),
    outbox: isAllowed(actor, "mail.read"),
    jobs: isAllowed(actor, "jobs.manage"),
    audit: isAllowed(actor, "audit.read"),
  };
}

/** The active portal account of a client, or null: nobody to write to. */
export async function findClientUserId(ctx: ActorContext, clientId: string): Promise<string | null> {
  const accounts = visibleClientAccounts(ctx);
  const [found] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.clientId, clientId), eq(accounts.status, "active")))
    .limit(1);
  return found?.id ?? null;
}

/** What everybody of the staff has in hand. */
export async function countOpenCases(ctx: ActorContext) {
  const rows = await ctx.db.select().from(workInHand(ctx));
  return new Map(rows.map((row) => [row.userId, row]));
}

/** What one colleague has in hand, with words for a refusal: `12 open cases, 3 tasks`. */
export async function countInHand(ctx: ActorContext, userId: string, today: string) {
  const work = workInHand(ctx);
  const [found] = await ctx.db.select().from(work).where(eq(work.userId, userId));
  const leaves = await listLeaves(ctx, { from: today, to: "9999-12-31" });
  const covers = leaves.filter(({ coverUserId }) => coverUserId === userId).length;
  const counted = [
    formatCount(found?.cases ?? 0, "open case"),
    formatCount(found?.clocks ?? 0, "deadline"),
    formatCount(found?.tasks ?? 0, "task"),
    formatCount(covers, "leave to cover", "leaves to cover"),
  ];
  const sizes = [found?.cases ?? 0, found?.clocks ?? 0, found?.tasks ?? 0, covers];
  return {
    total: sizes.reduce((sum, one) => sum + one, 0),
    words: counted.filter((_, index) => (sizes[index] ?? 0) > 0).join(", "),
  };
}
