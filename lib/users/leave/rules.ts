/** Who has whose work while people are away. Pure. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { HardClock, LeaveSpan, Presence } from "./types";

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

/** Whether this clock has somebody at work on its last day. */
export function isCovered(
  clock: HardClock,
  leaves: readonly LeaveSpan[],
  isActive: (userId: string) => boolean,
): boolean {
  return presenceOf(clock.responsibleId, clock.dueOn, leaves, isActive).standInId !== null;
}

/**
 * The clocks that a leave would leave to nobody: those of the person, and those that they would have had for somebody
 * else. What had nobody before, and is not theirs, is no fault of this leave.
 */
export function leftToNobody(
  clocks: readonly HardClock[],
  leave: LeaveSpan,
  others: readonly LeaveSpan[],
  isActive: (userId: string) => boolean,
): HardClock[] {
  const within = clocks.filter(({ dueOn }) => leave.fromOn <= dueOn && dueOn <= leave.toOn);
  return within.filter(
    (clock) =>
      !isCovered(clock, [...others, leave], isActive) &&
      (clock.responsibleId === leave.userId || isCovered(clock, others, isActive)),
  );
}
