/**
 * Reproducible chance: the same words give the same sequence on every machine. sfc32 by Chris Doty-Humphrey (PractRand,
 * public domain), with 128 bits of state, so that the ids of a hundred thousand cases do not meet.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param words up to three whole numbers that name the sequence, such as a seed and an index */
  constructor(...words: readonly [number, ...number[]]) {
    [this.#a, this.#b, this.#c] = [words[0], words[1] ?? 0, words[2] ?? 0];
    for (let round = 0; round < 20; round += 1) this.#word();
  }

  #word(): number {
    const sum = (this.#a + this.#b + this.#counter) >>> 0;
    this.#counter = (this.#counter + 1) >>> 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** From 0 to below 1. */
  fraction(): number {
    return this.#word() / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.fraction() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[this.whole(0, choices.length - 1)];
    if (chosen === undefined) throw new RangeError("nothing to choose from");
    return chosen;
  }

  /** A key, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries<number>(weights);
    let left = this.fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    const chosen = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
    if (!chosen) throw new RangeError("nothing to choose from");
    return chosen[0] as K;
  }

  /** A row id: a UUID of version 4 whose bits come from this sequence. */
  id(): string {
    const first = hexOf(this.#word());
    const second = hexOf(((this.#word() & 0xffff_0fff) | 0x4000) >>> 0);
    const third = hexOf(((this.#word() & 0x3fff_ffff) | 0x8000_0000) >>> 0);
    const last = hexOf(this.#word());
    return `${first}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${last}`;
  }
}

const HEX_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Eight digits; a table is three times as fast as padding, and a load asks millions of times. */
function hexOf(word: number): string {
  const byte = (shift: number) => HEX_BYTES[(word >>> shift) & 0xff] ?? "";
  return byte(24) + byte(16) + byte(8) + byte(0);
}
