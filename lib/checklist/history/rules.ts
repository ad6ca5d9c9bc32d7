/** What the firm's own files took. Pure. */
import type { DocumentDuration, MedianOf } from "./types";

const DAY_MS = 86_400_000;

type Span = Pick<DocumentDuration, "requestedAt" | "receivedAt">;

/** The median of the days from asking to having it; null of none. Of an even number the lower middle: a real file. */
export function medianOf(durations: readonly Span[]): MedianOf | null {
  const days = durations
    .map(({ requestedAt, receivedAt }) => (receivedAt.getTime() - requestedAt.getTime()) / DAY_MS)
    .sort((a, b) => a - b);
  const middle = days[Math.floor((days.length - 1) / 2)];
  return middle === undefined ? null : { days: Math.ceil(middle), files: days.length };
}

/** The medians of a kind by country, and over all of them under null. */
export function mediansOf(
  durations: readonly DocumentDuration[],
  kind: string,
): ReadonlyMap<string | null, MedianOf> {
  const ofKind = durations.filter((duration) => duration.kind === kind);
  const countries = [...new Set(ofKind.flatMap(({ country }) => country ?? []))];
  const medians = [null, ...countries].flatMap((country): [string | null, MedianOf][] => {
    const median = medianOf(
      country === null ? ofKind : ofKind.filter((duration) => duration.country === country),
    );
    return median === null ? [] : [[country, median]];
  });
  return new Map(medians);
}
