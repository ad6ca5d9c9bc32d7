/** Where the present comes from. Everything else takes its instants as parameters (`ctx.now`). */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests and for scripts that replay a day. */
export function fixedClock(instant: Date): Clock {
  return { now: () => new Date(instant) };
}

/** Milliseconds since an arbitrary moment, for durations: it never jumps when the wall clock is set. */
export function monotonicMilliseconds(): number {
  return performance.now();
}
