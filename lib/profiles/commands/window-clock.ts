import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { setDeadline } from "@/lib/deadlines/commands/set-deadline";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { windowRule } from "../rules";
import type { InvitationDto } from "../types";

type Running = Pick<
  InvitationDto,
  "id" | "issueDate" | "timeZone" | "computedDeadline" | "shownExpiry" | "letterDocumentId"
> & {
  /** Last day of the window as it runs now. */
  dueOn: IsoDate;
  /** Both keys have been turned. */
  confirmed: boolean;
};

/** Sets or moves the clock of the 60 days. */
export function setWindowClock(ctx: ActorContext, file: LockedCase, window: Running): Promise<AuditEntry> {
  const { id, issueDate, timeZone, dueOn, letterDocumentId } = window;
  return setDeadline(ctx, file, {
    clock: "ita",
    title: "Submit the application",
    sourceKind: "invitation",
    sourceId: id,
    startDate: issueDate,
    timeZone,
    rule: windowRule(window),
    dueOn,
    ...(letterDocumentId === null ? {} : { sourceDocumentId: letterDocumentId }),
  });
}
