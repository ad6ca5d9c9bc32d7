/** A try at making pictures smaller. */
export interface ShrinkStep {
  /** Dots per inch of the page that are kept at least. */
  readonly dpi: number;
  /** Of a JPEG, 1 to 100. */
  readonly quality: number;
}

/**
 * From the mildest to the last: below 150 dots per inch small print, stamps and signatures cannot be read any more,
 * and nobody is helped by a file that IRCC takes and cannot read.
 */
export const SHRINK_STEPS: readonly ShrinkStep[] = [
  { dpi: 300, quality: 82 },
  { dpi: 220, quality: 76 },
  { dpi: 180, quality: 70 },
  { dpi: 150, quality: 66 },
  { dpi: 150, quality: 50 },
];
