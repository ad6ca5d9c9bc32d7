import "server-only";
import { and, asc, eq, gte, ne, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { moveToOwner, requireAssignee } from "@/lib/cases/commands/move-to-owner";
import { getCasesForUpdate, getFirmDay, listAssignees } from "@/lib/cases/queries";
import type { Colleague } from "@/lib/cases/types";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { firm } from "@/lib/db/schema/firm";
import { staffLeave } from "@/lib/db/schema/leave";
import { deadline } from "@/lib/db/schema/pool";
import { task } from "@/lib/db/schema/tasks";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { listPresence } from "../leave/queries";
import { countInHand, countOpenCases } from "../queries";
import { nextToTake, type Taker } from "../rules";
import { SPREAD } from "../schemas";

/** Who may take work now: active consultants and managers at work today, but the one who goes, with what they have. */
async function listTakers(ctx: ActorContext, goingId: string): Promise<(Taker & Colleague)[]> {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff hand cases over.");
  const { today } = await getFirmDay(ctx);
  const others = (await listAssignees(ctx)).filter(({ id }) => id !== goingId);
  const ids = others.map(({ id }) => id);
  const [presence, cases] = [await listPresence(ctx, ids, today), await countOpenCases(ctx)];
  return others
    .filter(({ id }) => presence.get(id)?.leave === null)
    .map((one) => ({
      ...one,
      cases: cases.get(one.id)?.cases ?? 0,
      hours: cases.get(one.id)?.hours ?? null,
    }));
}

async function takersFor(ctx: ActorContext, goingId: string, successor: string) {
  if (successor !== SPREAD) {
    if (successor === goingId) throw invalid("Choose somebody else.", { successor: "This is who goes." });
    return [{ ...(await requireAssignee(ctx, successor)), cases: 0, hours: null }];
  }
  const takers = await listTakers(ctx, goingId);
  // Managers take cases only where no consultant is at work.
  const consultants = takers.filter(({ role }) => role === "consultant");
  const chosen = consultants.length > 0 ? consultants : takers;
  if (chosen.length === 0)
    throw invalid("Nobody is at work.", { successor: "Nobody who is at work today can take cases." });
  return chosen;
}

/** What is left with who goes although the case is another's: clocks, tasks, leaves they cover, what comes in. */
async function moveTheRest(ctx: ActorContext, goingId: string, first: Colleague, today: string) {
  await ctx.db
    .update(deadline)
    .set({ ownerId: null, version: sql`${deadline.version} + 1` })
    .where(and(eq(deadline.ownerId, goingId), eq(deadline.state, "open")));
  await ctx.db
    .update(task)
    .set({
      assigneeId: sql`(select ${caseFile.ownerId} from ${caseFile} where ${caseFile.id} = ${task.caseId})`,
      updatedAt: ctx.now,
      version: sql`${task.version} + 1`,
    })
    .where(and(eq(task.assigneeId, goingId), eq(task.state, "open")));
  const covered = and(eq(staffLeave.coverUserId, goingId), gte(staffLeave.toOn, today));
  const set = { version: sql`${staffLeave.version} + 1` };
  await ctx.db
    .update(staffLeave)
    .set({ ...set, coverUserId: first.id })
    .where(and(covered, ne(staffLeave.userId, first.id)));
  await ctx.db.update(firm).set({ enquiryOwnerId: null }).where(eq(firm.enquiryOwnerId, goingId));
}

/**
 * Everything that somebody has in hand goes to others, in the caller's transaction: each open case to one person, or to
 * who has least for the hours they have; with it their tasks and the clocks they answer for. Without a successor it is
 * refused as soon as there is anything. Returns what the log says.
 */
export async function handOver(
  ctx: ActorContext,
  going: { id: string; name: string },
  { successor, note }: { successor: string | null; note: string | null },
): Promise<AuditEntry[]> {
  const found = await ctx.db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(and(eq(caseFile.ownerId, going.id), ne(caseFile.stage, "CLOSED")))
    .orderBy(asc(caseFile.id));
  const { today } = await getFirmDay(ctx);
  const inHand = await countInHand(ctx, going.id, today);
  if (found.length === 0 && inHand.total === 0) return [];
  if (successor === null) {
    throw invalid("Choose who takes over.", {
      successor: `${going.name} has ${inHand.words}. Choose who takes them over; nothing is left to nobody.`,
    });
  }
  const takers = await takersFor(ctx, going.id, successor);
  const [first] = takers;
  if (!first) throw invalid("Choose who takes over.");
  const files = await getCasesForUpdate(
    ctx,
    found.map(({ id }) => id),
  );
  const entries: AuditEntry[] = [];
  for (const file of files) {
    const taker = nextToTake(takers);
    entries.push(await moveToOwner(ctx, file, taker, note));
    taker.cases += 1;
  }
  await moveTheRest(ctx, going.id, nextToTake(takers), today);
  return entries;
}
