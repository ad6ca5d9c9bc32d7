import type { StartTimer } from "@/lib/storage/timers";

export interface ManualTimers {
  readonly startTimer: StartTimer;
  /** Lets every running timer of that length elapse. */
  readonly elapse: (milliseconds: number) => void;
  /** The lengths of the timers that run, oldest first. */
  readonly running: () => number[];
}

/** Timers that elapse when the test says so. */
export function manualTimers(): ManualTimers {
  const timers = new Map<symbol, { milliseconds: number; onElapsed: () => void }>();
  return {
    startTimer: (milliseconds, onElapsed) => {
      const id = Symbol();
      timers.set(id, { milliseconds, onElapsed });
      return () => timers.delete(id);
    },
    elapse: (milliseconds) => {
      for (const timer of [...timers.values()]) if (timer.milliseconds === milliseconds) timer.onElapsed();
    },
    running: () => [...timers.values()].map((timer) => timer.milliseconds),
  };
}

/** A body that gives `first`, an empty chunk, and then nothing more; `waiting` resolves once it hangs. */
export function hangingBody(first: Buffer): { body: AsyncIterable<Buffer>; waiting: Promise<void> } {
  let announce: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    announce = resolve;
  });
  async function* hang(): AsyncGenerator<Buffer> {
    yield first;
    yield Buffer.alloc(0);
    announce();
    await new Promise(() => undefined);
  }
  return { body: hang(), waiting };
}
