import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { findAssignee, getCaseForUpdate, getColleagueName, getFirmDay } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { deadline } from "@/lib/db/schema/pool";
import { conflict, forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { listPresence } from "@/lib/users/leave/queries";
import { assignDeadlineInput } from "../dates/schemas";
import { visibleDeadlines } from "../visibility";

/** Gives one clock to another colleague who is at work; the case keeps its owner. INVALID for who is away or cannot own one. */
export const assignDeadline = defineCommand({
  name: "deadline.assign",
  openTo: ["staff"],
  input: assignDeadlineInput,
  async load(ctx, { deadlineId }) {
    const clocks = visibleDeadlines(ctx);
    const [clock] = await ctx.db.select().from(clocks).where(eq(clocks.id, deadlineId));
    if (!clock) throw notFound();
    return { clock, file: await getCaseForUpdate(ctx, clock.caseId) };
  },
  authorise: (actor, { file }) => can(actor, "deadline.assign", file),
  async execute(ctx, { clock, file }, { ownerId, version }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff give a date to somebody.");
    const person = await findAssignee(ctx, ownerId);
    const { today } = await getFirmDay(ctx);
    const presence = (await listPresence(ctx, [ownerId], today)).get(ownerId);
    if (!person || presence?.leave !== null) {
      throw invalid("Choose somebody else.", {
        ownerId: "Only an active consultant or manager who is at work can answer for a date.",
      });
    }
    const changed = await ctx.db
      .update(deadline)
      .set({ ownerId: person.id, version: sql`${deadline.version} + 1` })
      .where(and(eq(deadline.id, clock.id), eq(deadline.version, version), eq(deadline.state, "open")));
    if (changed.rowCount !== 1) throw conflict("This date was changed by somebody else. Reload the page.");
    return audited(
      { deadlineId: clock.id },
      {
        event: "deadline.assigned",
        object: { kind: "deadline", id: clock.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: {
          title: clock.title,
          from: await getColleagueName(ctx, clock.ownerId),
          to: person.name,
        },
      },
    );
  },
});
