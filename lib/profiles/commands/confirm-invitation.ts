import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { audited, type Audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { invitation } from "@/lib/db/schema/pool";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { can } from "@/lib/policy/can";
import { getSecondKey } from "../keys/queries";
import { faultOfSecondKey, lastDayOf, readingsAgree } from "../keys/rules";
import type { LetterDates } from "../keys/types";
import { getOpenInvitation } from "../queries";
import { confirmInvitationInput } from "../schemas";
import type { InvitationDto } from "../types";
import { setWindowClock } from "./window-clock";

interface Confirmed {
  confirmed: boolean;
  /** Last day to which the window runs now. */
  deadline: IsoDate;
}

const subjectOf = (file: LockedCase, open: InvitationDto) => ({
  object: { kind: "invitation", id: open.id },
  caseId: file.id,
  clientId: file.clientId,
});

/** Both read the same: the window runs to the day that follows from it, also where a cautious earlier one stood. */
async function confirm(
  ctx: StaffContext,
  file: LockedCase,
  open: InvitationDto,
): Promise<Audited<Confirmed>> {
  const deadline = lastDayOf({ issuedOn: open.issueDate, shownExpiry: open.shownExpiry });
  const none = { disputedIssueDate: null, disputedDeadline: null, disputedBy: null, disputedAt: null };
  await ctx.db
    .update(invitation)
    .set({
      ...{ confirmedBy: ctx.actor.userId, confirmedAt: ctx.now, deadlineDate: deadline, ...none },
      version: sql`${invitation.version} + 1`,
    })
    .where(and(eq(invitation.id, open.id), isNull(invitation.confirmedAt)));
  const clock = await setWindowClock(ctx, file, { ...open, dueOn: deadline, confirmed: true });
  const entry = { event: "invitation.confirmed", ...subjectOf(file, open), detail: { deadline } } as const;
  return audited({ confirmed: true, deadline }, entry, clock);
}

/** They differ: both stand until it is settled, and the window runs to the earlier last day. */
async function dispute(
  ctx: StaffContext,
  file: LockedCase,
  open: InvitationDto,
  read: LetterDates,
): Promise<Audited<Confirmed>> {
  const readDeadline = lastDayOf(read);
  const deadline = minDate(open.deadlineDate, readDeadline);
  await ctx.db
    .update(invitation)
    .set({
      ...{ disputedIssueDate: read.issuedOn, disputedDeadline: readDeadline, deadlineDate: deadline },
      ...{ disputedBy: ctx.actor.userId, disputedAt: ctx.now, version: sql`${invitation.version} + 1` },
    })
    .where(and(eq(invitation.id, open.id), isNull(invitation.confirmedAt)));
  const clock = await setWindowClock(ctx, file, { ...open, dueOn: deadline, confirmed: false });
  const detail = { entered: open.issueDate, read: read.issuedOn, deadline };
  return audited(
    { confirmed: false, deadline },
    { event: "invitation.disputed", ...subjectOf(file, open), outcome: "refused", detail },
    clock,
  );
}

/**
 * The second key of an invitation's date: another person opens the letter and types what they read, without being told
 * what was entered. The same: confirmed. Something else: refused, and kept beside it as a discrepancy to settle. In a
 * firm of one the same person does it, with the letter opened again after the first key. CONFLICT with the reason where
 * this person cannot do it now, or where it is done already.
 */
export const confirmInvitation = defineCommand({
  name: "invitation.confirm",
  openTo: ["staff"],
  input: confirmInvitationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "invitation.confirm", file),
  async execute(ctx, file, { issuedOn, shownExpiry }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff confirm a date.");
    const open = await getOpenInvitation(ctx, file.id);
    if (open.confirmedAt !== null) throw conflict("This date is confirmed already.");
    const fault = faultOfSecondKey(await getSecondKey(ctx, open));
    if (fault !== null) throw conflict(fault);
    const read = { issuedOn, shownExpiry };
    const entered = { issuedOn: open.issueDate, shownExpiry: open.shownExpiry };
    return readingsAgree(entered, read) ? confirm(ctx, file, open) : dispute(ctx, file, open, read);
  },
});
