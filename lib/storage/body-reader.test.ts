import { describe, expect, it } from "vitest";

import type { Body } from "@/lib/storage/body-reader";
import { BodyReader } from "@/lib/storage/body-reader";
import { RECEIVE_LIMITS } from "@/lib/storage/limits";
import { hangingBody, manualTimers } from "@/lib/testing/slow-body";

async function* chunks(...given: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of given) yield Buffer.from(text);
}

function reading(body: Body, signal?: AbortSignal) {
  const timers = manualTimers();
  return {
    timers,
    reader: new BodyReader(body, { limits: RECEIVE_LIMITS, startTimer: timers.startTimer, signal }),
  };
}

const stoppedAs = (code: string) => ({ name: "ReceiveStopped", failure: { code } });

describe("reading a body", () => {
  it("gives every chunk with bytes, then null", async () => {
    const { reader } = reading(chunks("a", "", "b"));
    expect([await reader.next(), await reader.next(), await reader.next()]).toEqual([
      Buffer.from("a"),
      Buffer.from("b"),
      null,
    ]);
  });

  it("waits 30 s for each chunk and 10 min for all, and leaves no timer behind", async () => {
    const { reader, timers } = reading(chunks("a", "b"));
    expect(timers.running()).toEqual([600_000]);
    const first = reader.next();
    expect(timers.running()).toEqual([600_000, 30_000]);
    await first;
    expect(timers.running()).toEqual([600_000]);
    reader.close();
    expect(timers.running()).toEqual([]);
  });

  it.each([
    [30_000, "idle"],
    [600_000, "timed_out"],
  ])("stops when %d ms have passed, although empty chunks came", async (milliseconds, code) => {
    const { body, waiting } = hangingBody(Buffer.from("a"));
    const { reader, timers } = reading(body);
    await reader.next();
    const second = reader.next();
    await waiting;
    timers.elapse(milliseconds);
    await expect(second).rejects.toMatchObject(stoppedAs(code));
    await expect(reader.next()).rejects.toMatchObject(stoppedAs(code));
    reader.close();
    expect(timers.running()).toEqual([]);
  });

  it("notices the end of its time between two reads", async () => {
    const { reader, timers } = reading(chunks("a", "b"));
    await reader.next();
    timers.elapse(600_000);
    await expect(reader.next()).rejects.toMatchObject(stoppedAs("timed_out"));
  });

  it("stops when the sender is gone", async () => {
    const gone = new AbortController();
    const { body, waiting } = hangingBody(Buffer.from("a"));
    const { reader } = reading(body, gone.signal);
    await reader.next();
    const second = reader.next();
    await waiting;
    gone.abort();
    await expect(second).rejects.toMatchObject(stoppedAs("aborted"));
    await expect(reading(chunks("a"), gone.signal).reader.next()).rejects.toMatchObject(stoppedAs("aborted"));
  });

  it("takes any error of the stream for an interruption", async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from("a");
      throw new Error("aborted");
    }
    const { reader } = reading(broken());
    await reader.next();
    await expect(reader.next()).rejects.toMatchObject(stoppedAs("aborted"));
  });

  it("lets go of a web stream, also one that hangs", async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from("a")),
      cancel: () => {
        cancelled = true;
      },
    });
    const { reader } = reading(stream);
    expect(await reader.next()).toEqual(Buffer.from("a"));
    reader.close();
    expect(cancelled).toBe(true);
  });
});
