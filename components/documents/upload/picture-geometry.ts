/** How large a picture is sent, and how it lies on a page. Pure: pixels, points and quarter turns. */

export interface Size {
  width: number;
  height: number;
}

/** Clockwise, in steps of 90 degrees. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/**
 * Pixels of the longer side. On a page of 11 inches this is 236 dots per inch: above the 200 that keep the small print
 * of a passport legible, below what a phone of 12 megapixels takes.
 */
export const LONGEST_SIDE = 2600;

/** Bytes up to which a picture that needs no turning is sent as it was taken. */
const SMALL_ENOUGH = 1_500_000;

/** Points of the longer side of a page: 11 inches. */
const PAGE_SIDE = 792;

/** The size at which a picture is drawn: its longer side at most {@link LONGEST_SIDE}, never larger than it is. */
export function fitted({ width, height }: Size, longest = LONGEST_SIDE): Size {
  const share = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * share)),
    height: Math.max(1, Math.round(height * share)),
  };
}

/** Whether a picture can be sent as it was taken. */
export function isSmallEnough(bytes: number, { width, height }: Size): boolean {
  return bytes <= SMALL_ENOUGH && Math.max(width, height) <= LONGEST_SIDE;
}

/** A picture after so many quarter turns. */
export function turnedSize({ width, height }: Size, turns: QuarterTurns): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

export function nextTurn(turns: QuarterTurns): QuarterTurns {
  return ((turns + 1) % 4) as QuarterTurns;
}

/** The page a picture fills to its edges, in points: its own shape, 11 inches long. */
export function pageSize({ width, height }: Size): Size {
  const share = PAGE_SIDE / Math.max(width, height);
  return { width: width * share, height: height * share };
}
