/** NOC 2021 codes (rules reference 0.4). */

export type Teer = 0 | 1 | 2 | 3 | 4 | 5;

/** TEER: the second digit of the five-digit code; null where the code is not one (21231 is 1, 00012 is 0). */
export function teerOf(nocCode: string | null): Teer | null {
  if (nocCode === null || !/^\d[0-5]\d{3}$/.test(nocCode)) return null;
  return Number(nocCode[1]) as Teer;
}

/** Skilled: TEER 0, 1, 2 or 3 (IRPR 75(2), 87.1(2)). null: not classified. */
export function isSkilled(nocCode: string | null): boolean | null {
  const teer = teerOf(nocCode);
  return teer === null ? null : teer <= 3;
}
