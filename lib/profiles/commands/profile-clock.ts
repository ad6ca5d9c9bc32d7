import "server-only";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { setDeadline } from "@/lib/deadlines/commands/set-deadline";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import { dateInZone } from "@/lib/express-entry/timing/zone";

interface Year {
  /** Of the profile. */
  id: string;
  submittedAt: Date;
  expiresAt: Date;
  timeZone: string;
}

/** Sets the clock of a profile's year in the pool, or lets it run again. */
export function setProfileClock(
  ctx: ActorContext,
  file: LockedCase,
  { id, submittedAt, expiresAt, timeZone }: Year,
): Promise<AuditEntry> {
  return setDeadline(ctx, file, {
    ...{ clock: "profile", title: "Profile leaves the pool", sourceKind: "profile", sourceId: id, timeZone },
    startDate: dateInZone(submittedAt, timeZone),
    rule: formulaOf("profile", "counted"),
    dueOn: dateInZone(expiresAt, timeZone),
  });
}
