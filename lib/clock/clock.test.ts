import { expect, it, vi } from "vitest";
import { fixedClock, systemClock } from "@/lib/clock/clock";
import { wait } from "@/lib/clock/wait";

it("a fixed clock stands still and hands out a new Date each time", () => {
  const clock = fixedClock(new Date("2026-11-23T12:00:00Z"));
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe("2026-11-23T12:00:00.000Z");
});

it("the system clock is the machine's", () => {
  vi.useFakeTimers({ now: new Date("2028-02-29T00:00:00Z") });
  expect(systemClock.now().toISOString()).toBe("2028-02-29T00:00:00.000Z");
  vi.useRealTimers();
});

it("a wait ends at once when it is aborted, before or during", async () => {
  const stop = new AbortController();
  const waiting = wait(3_600_000, stop.signal);
  stop.abort();
  await waiting;
  await wait(3_600_000, stop.signal);
});
