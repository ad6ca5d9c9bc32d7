/** Who has whose work while people are away. Pure. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { LeaveSpan, Presence } from "./types";

/**
 * Who has somebody's work on a day. A cover who is away is stood in for by their own cover, and so on; a circle of people
 * who are all away ends with nobody. `isActive` says whose account is open.
 */
export function presenceOf(
  userId: string,
  on: IsoDate,
  leaves: readonly LeaveSpan[],
  isActive: (userId: string) => boolean,
): Presence {
  const leaveOf = (id: string) =>
    leaves.find((leave) => leave.userId === id && leave.fromOn <= on && on <= leave.toOn) ?? null;
  const asked = new Set<string>();
  let at: string | null = userId;
  while (at !== null && !asked.has(at)) {
    asked.add(at);
    const leave = leaveOf(at);
    if (leave === null) return { userId, leave: leaveOf(userId), standInId: isActive(at) ? at : null };
    at = leave.coverUserId;
  }
  return { userId, leave: leaveOf(userId), standInId: null };
}
