/**
 * Lets a walker be written as straight-line code over bytes that arrive in chunks: it takes what it needs,
 * and is suspended (an empty `yield`) until more comes. Nothing is copied or kept beyond what it takes.
 */
export type Walk<Result> = Generator<undefined, Result, undefined>;

const NOTHING: Buffer = Buffer.alloc(0);

export class ByteSource {
  #chunk: Buffer = NOTHING;
  #offset = 0;
  #ended = false;

  /** Gives the next bytes to a walk that has used up the last ones. */
  feed(chunk: Uint8Array): void {
    this.#chunk = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    this.#offset = 0;
  }

  /** Says that there are no more. */
  end(): void {
    this.#ended = true;
  }

  /** At least 1 and at most `max` bytes; none only at the end of the file. */
  *some(max: number): Walk<Buffer> {
    while (this.#offset === this.#chunk.length) {
      if (this.#ended) return NOTHING;
      yield;
    }
    const taken = this.#chunk.subarray(this.#offset, this.#offset + max);
    this.#offset += taken.length;
    return taken;
  }

  /** Exactly `count` bytes, or null when the file ends before. For small counts. */
  *take(count: number): Walk<Buffer | null> {
    const first = yield* this.some(count);
    if (first.length === count) return first;
    const parts = [Buffer.from(first)];
    let missing = count - first.length;
    while (missing > 0) {
      const part = yield* this.some(missing);
      if (part.length === 0) return null;
      parts.push(Buffer.from(part));
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Passes over `count` bytes; false when the file ends before. */
  *skip(count: number): Walk<boolean> {
    let missing = count;
    while (missing > 0) {
      const part = yield* this.some(missing);
      if (part.length === 0) return false;
      missing -= part.length;
    }
    return true;
  }

  /**
   * Passes over everything up to and including the next `byte`; false when there is none. One that is followed
   * by a byte to `ignore`, or by itself, is passed over too, as far as can be seen in this chunk: that saves a
   * step for each, but the caller still has to expect them.
   */
  *skipPast(byte: number, ignore: (following: number) => boolean): Walk<boolean> {
    for (;;) {
      const rest = yield* this.some(Infinity);
      if (rest.length === 0) return false;
      let at = rest.indexOf(byte);
      for (let following = rest[at + 1]; at !== -1 && following !== undefined; following = rest[at + 1]) {
        if (following !== byte && !ignore(following)) break;
        at = rest.indexOf(byte, following === byte ? at + 1 : at + 2);
      }
      if (at === -1) continue;
      this.#offset -= rest.length - at - 1;
      return true;
    }
  }

  /** Passes over bytes that equal `byte`. */
  *skipRun(byte: number): Walk<void> {
    for (;;) {
      const rest = yield* this.some(Infinity);
      if (rest.length === 0) return;
      const at = rest.findIndex((value) => value !== byte);
      if (at === -1) continue;
      this.#offset -= rest.length - at;
      return;
    }
  }
}
