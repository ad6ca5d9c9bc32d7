import "server-only";
import { and, eq } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { deadline } from "@/lib/db/schema/pool";
import { closeDeadline, setDeadline } from "@/lib/deadlines/commands/set-deadline";
import type { DeadlineState } from "@/lib/deadlines/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import { provinceName } from "../catalogue/rules";

type Of = { id: string; province: string };

interface Clock {
  /** One of each: it is moved, not doubled. */
  clock: "nomination_interest" | "nomination_offer" | "nomination_expiry" | "nomination_withdrawal";
  title: string;
  rule: string;
  startDate: IsoDate;
  dueOn: IsoDate;
}

async function setClock(ctx: ActorContext, file: LockedCase, sourceId: string, clock: Clock) {
  const { timeZone } = await getFirmDay(ctx);
  return setDeadline(ctx, file, { sourceKind: clock.clock, sourceId, timeZone, ...clock });
}

/** Answer the province by the day that its notification names. */
export function setInterestClock(
  ctx: ActorContext,
  file: LockedCase,
  { id, province }: Of,
  { interestOn, answerBy }: { interestOn: IsoDate; answerBy: IsoDate },
): Promise<AuditEntry> {
  return setClock(ctx, file, id, {
    clock: "nomination_interest",
    title: `Answer ${provinceName(province)}'s notification of interest`,
    rule: formulaOf("nomination_interest", "named"),
    ...{ startDate: interestOn, dueOn: answerBy },
  });
}

/** The 30 calendar days to accept in IRCC's account (3.4). */
export function setOfferClock(
  ctx: ActorContext,
  file: LockedCase,
  { id, province }: Of,
  { offeredOn, acceptBy }: { offeredOn: IsoDate; acceptBy: IsoDate },
): Promise<AuditEntry> {
  return setClock(ctx, file, id, {
    clock: "nomination_offer",
    title: `Accept ${provinceName(province)}'s nomination in IRCC's account`,
    rule: formulaOf("nomination_offer", "counted"),
    ...{ startDate: offeredOn, dueOn: acceptBy },
  });
}

/** A nomination counts to its last day. It warns, and stops nothing that is under way. */
export function setExpiryClock(
  ctx: ActorContext,
  file: LockedCase,
  { id, province }: Of,
  { issuedOn, expiresOn }: { issuedOn: IsoDate; expiresOn: IsoDate },
): Promise<AuditEntry> {
  return setClock(ctx, file, id, {
    clock: "nomination_expiry",
    title: `${provinceName(province)}'s nomination expires`,
    rule: formulaOf("nomination_expiry", "named"),
    ...{ startDate: issuedOn, dueOn: expiresOn },
  });
}

/** What is left to do when a nomination is withdrawn under an invitation: at once (3.4). */
export function setWithdrawalClock(
  ctx: ActorContext,
  file: LockedCase,
  { id }: Of,
  { endedOn, today }: { endedOn: IsoDate; today: IsoDate },
): Promise<AuditEntry> {
  return setClock(ctx, file, id, {
    clock: "nomination_withdrawal",
    title: "Tell IRCC that the nomination is withdrawn; the case cannot go on as a provincial nominee",
    rule: formulaOf("nomination_withdrawal", "at_once"),
    ...{ startDate: endedOn, dueOn: today },
  });
}

/** Ends whatever of this track still runs. */
export function closeClocks(
  ctx: ActorContext,
  file: LockedCase,
  nominationId: string,
  state: Exclude<DeadlineState, "open">,
): Promise<void> {
  return closeDeadline(ctx, file, { kind: "nomination", sourceId: nominationId }, state);
}

/** The application went to IRCC while the nomination stood: its last day no longer matters. */
export async function closeExpiryClocks(ctx: ActorContext, file: LockedCase): Promise<void> {
  await ctx.db
    .update(deadline)
    .set({ state: "met", closedAt: ctx.now })
    .where(
      and(
        eq(deadline.caseId, file.id),
        eq(deadline.sourceKind, "nomination_expiry"),
        eq(deadline.state, "open"),
      ),
    );
}
