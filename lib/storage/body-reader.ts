import type { ReceiveLimits } from "@/lib/storage/limits";
import type { TransferCode } from "@/lib/storage/receive-failure";
import { ReceiveStopped, transferFailure } from "@/lib/storage/receive-failure";
import type { StartTimer } from "@/lib/storage/timers";

/** The raw bytes of a request: a web stream, or anything that can be iterated such as Node's. */
export type Body = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

interface BodySource {
  next(): Promise<Uint8Array | null>;
  cancel(): Promise<unknown>;
}

interface BodyReaderOptions {
  readonly limits: ReceiveLimits;
  readonly startTimer: StartTimer;
  readonly signal: AbortSignal | undefined;
}

/** Reads a body with an end to its patience: no bytes for a while, too long in all, or the sender gone. */
export class BodyReader {
  readonly #source: BodySource;
  readonly #options: BodyReaderOptions;
  readonly #cancelTotal: () => void;
  readonly #onAbort = () => this.#stop("aborted");
  #stopped: TransferCode | null = null;
  /** Rejects the read under way. One slot instead of a race per chunk: a race would leave a reaction behind each. */
  #interrupt: (() => void) | null = null;

  constructor(body: Body, options: BodyReaderOptions) {
    this.#source = sourceOf(body);
    this.#options = options;
    this.#cancelTotal = options.startTimer(options.limits.totalMs, () => this.#stop("timed_out"));
    if (options.signal?.aborted === true) this.#stopped = "aborted";
    options.signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  /** The next bytes (at least one), or null at the end. Throws ReceiveStopped. */
  async next(): Promise<Uint8Array | null> {
    this.#assertGoing();
    const cancelIdle = this.#options.startTimer(this.#options.limits.idleMs, () => this.#stop("idle"));
    try {
      return await new Promise<Uint8Array | null>((resolve, reject) => {
        this.#interrupt = () => reject(new Error("interrupted"));
        this.#pull().then(resolve, reject);
      });
    } catch {
      // Whatever the stream's own error was, to us it means that the rest will not come.
      throw new ReceiveStopped(transferFailure(this.#stopped ?? "aborted"));
    } finally {
      this.#interrupt = null;
      cancelIdle();
    }
  }

  /** Ends the timers and lets go of the body, read to its end or not. */
  close(): void {
    this.#cancelTotal();
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    // Not awaited: a body that hangs may hang here too.
    this.#source.cancel().catch(() => undefined);
  }

  #assertGoing(): void {
    if (this.#stopped !== null) throw new ReceiveStopped(transferFailure(this.#stopped));
  }

  /** Empty chunks are not bytes: they do not end the wait. */
  async #pull(): Promise<Uint8Array | null> {
    for (;;) {
      const chunk = await this.#source.next();
      if (chunk === null || chunk.length > 0) return chunk;
    }
  }

  #stop(code: TransferCode): void {
    this.#stopped ??= code;
    this.#interrupt?.();
  }
}

function sourceOf(body: Body): BodySource {
  if (body instanceof ReadableStream) {
    const reader = body.getReader();
    return {
      next: async () => (await reader.read()).value ?? null,
      cancel: () => reader.cancel(),
    };
  }
  const iterator = body[Symbol.asyncIterator]();
  return {
    next: async () => {
      const step = await iterator.next();
      return step.done === true ? null : step.value;
    },
    cancel: async () => iterator.return?.(),
  };
}
