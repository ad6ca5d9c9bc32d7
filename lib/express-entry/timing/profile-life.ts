import { addYears } from "./calendar-date";

/**
 * When a profile leaves the pool: one year after it was received, to the same UTC time of day
 * (Ministerial Instructions 4(1)(b), rules reference 4.1, P). From 29 February: 28 February (K, the cautious day).
 */
export function profileExpiresAt(receivedAt: Date): Date {
  const text = receivedAt.toISOString();
  return new Date(`${addYears(text.slice(0, 10), 1)}${text.slice(10)}`);
}
