/** Limits on what a person may send. Source: SECURITY.md 5.7. Sizes are bytes, times are milliseconds. */

export const MIB = 1024 * 1024;
export const GIB = 1024 * MIB;

export interface ReceiveLimits {
  /** Largest plaintext accepted. */
  readonly maxBytes: number;
  /** Longest wait for the next byte. */
  readonly idleMs: number;
  /** Longest time for the whole body. */
  readonly totalMs: number;
}

export const RECEIVE_LIMITS: ReceiveLimits = { maxBytes: 25 * MIB, idleMs: 30_000, totalMs: 600_000 };

/** Largest picture, in pixels: what the package builder is allowed to decode (`limitInputPixels`). */
export const MAX_PIXELS = 50_000_000;

/** Bounds on the ZIP container of a Word document; the sizes are enforced as declared and as counted. */
export const DOCX_LIMITS = { maxEntries: 2_000, maxInflatedBytes: 100 * MIB, maxRatio: 100 } as const;

/** Longest file name kept for display, in characters (code points). */
export const MAX_NAME_CHARACTERS = 180;

/** Age after which a file without a row is an orphan (SECURITY.md 6.1). */
export const ORPHAN_AGE_MS = 24 * 60 * 60 * 1000;
