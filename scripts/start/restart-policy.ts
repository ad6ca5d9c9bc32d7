const window = 5 * 60_000;
const mostCrashes = 5;
const longestDelay = 10_000;

/**
 * What to do after a crash, given the instants of all crashes so far (milliseconds, the newest last): the delay
 * before the next start, or null to stay down, at the fifth crash within five minutes (SECURITY.md 6.0).
 */
export function delayBeforeRestart(crashes: readonly number[]): number | null {
  const newest = crashes.at(-1) ?? 0;
  const recent = crashes.filter((instant) => newest - instant < window).length;
  if (recent >= mostCrashes) return null;
  return Math.min(250 * 4 ** (recent - 1), longestDelay);
}
