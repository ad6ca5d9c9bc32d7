import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ObjectStore } from "@/lib/storage/object-store";
import { OBJECT_STORES } from "@/lib/testing/object-stores";

const UPLOAD = "11111111-1111-4111-8111-111111111111";
const LONG_AGO = new Date("2020-01-01T00:00:00Z");
const FAR_AHEAD = new Date("2100-01-01T00:00:00Z");

describe.each(OBJECT_STORES)("$name", ({ open }) => {
  let scratch = "";
  let store: ObjectStore;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "landfall-stores-"));
    store = await open(scratch);
  });
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  async function put(content: string | Buffer): Promise<string> {
    const writer = await store.beginWrite(UPLOAD);
    await writer.write(Buffer.from(content));
    return (await writer.commit()).storageKey;
  }

  async function get(storageKey: string, start = 0, end = 1000): Promise<string> {
    const parts: Buffer[] = [];
    for await (const part of store.read(storageKey, { start, end })) parts.push(part);
    return Buffer.concat(parts).toString("latin1");
  }

  async function unfinished(): Promise<string[]> {
    const entries = await readdir(scratch, { recursive: true });
    return entries.filter((name) => name.endsWith(".part"));
  }

  it("gives an object back whole or in part, and tells its size", async () => {
    const key = await put("hello world");
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(await get(key)).toBe("hello world");
    expect(await get(key, 6, 9)).toBe("wor");
    expect(await get(key, 6, 6)).toBe("");
    expect(await store.stat(key)).toEqual({ size: 11 });
  });

  it("keeps 24 MiB to the last byte, written in pieces", async () => {
    const bytes = randomBytes(24 * 1024 * 1024);
    const writer = await store.beginWrite(UPLOAD);
    for (let at = 0; at < bytes.length; at += 65_551) await writer.write(bytes.subarray(at, at + 65_551));
    const { storageKey } = await writer.commit();
    const parts: Buffer[] = [];
    for await (const part of store.read(storageKey, { start: 0, end: bytes.length })) parts.push(part);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  it("ends early where the object does", async () => {
    const key = await put("short");
    expect(await get(key, 3, 100)).toBe("rt");
    expect(await get(key, 100, 200)).toBe("");
  });

  it("can be left in the middle of reading", async () => {
    const key = await put(randomBytes(1024 * 1024));
    for await (const part of store.read(key, { start: 0, end: 1024 * 1024 })) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    expect(await store.stat(key)).toEqual({ size: 1024 * 1024 });
  });

  it("deletes for good, and knows what it does not have", async () => {
    const key = await put("x");
    expect(await store.delete(key)).toBe(true);
    expect(await store.delete(key)).toBe(false);
    expect(await store.stat(key)).toBeNull();
    await expect(get(key)).rejects.toMatchObject({ code: "object_missing" });
  });

  it.each(["../../../etc/passwd", "", "AB".repeat(16), "a".repeat(31), `${"a".repeat(32)}/..`])(
    "has no object named %j",
    async (key) => {
      await expect(store.stat(key)).rejects.toMatchObject({ code: "key_malformed" });
      await expect(store.delete(key)).rejects.toMatchObject({ code: "key_malformed" });
      await expect(get(key)).rejects.toMatchObject({ code: "key_malformed" });
    },
  );

  it("takes two attempts of one upload at once, and leaves nothing of them on the way", async () => {
    const killed = await store.beginWrite(UPLOAD);
    const [first, second] = await Promise.all([put("a"), put("b")]);
    expect([await get(first), await get(second)]).toEqual(["a", "b"]);
    await killed.discard();
    expect(await unfinished()).toEqual([]);
  });

  it("ends an attempt once", async () => {
    const writer = await store.beginWrite(UPLOAD);
    const { storageKey } = await writer.commit();
    await writer.discard();
    expect(await store.stat(storageKey)).toEqual({ size: 0 });
    await expect(writer.write(Buffer.from("x"))).rejects.toThrow("committed");
  });

  it("sweeps what is old and has no row, and nothing else", async () => {
    const [known, orphan] = [await put("known"), await put("orphan")];
    const abandoned = await store.beginWrite(UPLOAD);
    const knownAmong = async (keys: readonly string[]) => new Set(keys.filter((key) => key !== orphan));
    expect(await store.sweepOrphans({ writtenBefore: LONG_AGO, knownAmong })).toEqual({
      objects: [],
      attempts: 0,
    });
    expect(await store.sweepOrphans({ writtenBefore: FAR_AHEAD, knownAmong })).toEqual({
      objects: [orphan],
      attempts: 1,
    });
    expect(await get(known)).toBe("known");
    expect(await unfinished()).toEqual([]);
    await abandoned.discard();
  });
});
