import { expect, it, test } from "vitest";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { CHILD_LIMITS, runChild } from "@/lib/encoding/run-child";

const planted = (name: string) => `lib/testing/children/${name}-program.ts`;
const nothing = { header: {}, parts: [] };
const MIB = 1024 * 1024;

test("the limits are those of SECURITY.md 5.7", () => {
  expect(CHILD_LIMITS).toEqual({ milliseconds: 20_000, residentBytes: 512 * MIB });
});

it("is killed when its time is over, and not before", async () => {
  const started = monotonicMilliseconds();
  const reply = await runChild(planted("endless"), nothing, { ...CHILD_LIMITS, milliseconds: 3000 });
  expect(reply).toEqual({ ok: false, failure: "timed_out" });
  expect(monotonicMilliseconds() - started).toBeGreaterThan(2900);
});

// Minutes: it is its memory that ends it, however slow the machine.
const patient = { milliseconds: 150_000, residentBytes: 300 * MIB };

it.each(["hungry", "greedy"])("is killed when it is %s", async (name) => {
  expect(await runChild(planted(name), nothing, patient)).toEqual({
    ok: false,
    failure: "too_large_in_memory",
  });
});

it("is killed when its answer does not end", async () => {
  expect(await runChild(planted("talkative"), nothing, patient)).toMatchObject({
    failure: "too_large_in_memory",
  });
});

it("that crashes in the middle of its answer is a damaged document", async () => {
  expect(await runChild(planted("broken"), nothing, patient)).toEqual({ ok: false, failure: "damaged" });
});

it("has an empty environment, no arguments and no channel to its parent", async () => {
  const reply = await runChild(planted("telling"), nothing, patient);
  expect(reply).toMatchObject({ ok: true, header: { environment: [], arguments: [] } });
  expect(reply).not.toMatchObject({ header: { canSend: true } });
});

it("that does not read its bytes harms nobody", async () => {
  const reply = await runChild(planted("telling"), { header: {}, parts: [Buffer.alloc(8 * MIB)] }, patient);
  expect(reply.ok).toBe(true);
});
