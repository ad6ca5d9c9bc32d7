import type { FileHandle } from "node:fs/promises";
import { mkdir, mkdtemp, open, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { directoryOfStorageUrl, FileObjectStore } from "@/lib/storage/file-object-store";
import { GIB } from "@/lib/storage/limits";

const UPLOAD = "11111111-1111-4111-8111-111111111111";
let directory: string;
let store: FileObjectStore;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), "landfall-store-")), "objects");
  store = await FileObjectStore.open({ directory });
});
afterEach(() => rm(join(directory, ".."), { recursive: true }));

async function put(content: string): Promise<string> {
  const writer = await store.beginWrite(UPLOAD);
  await writer.write(Buffer.from(content));
  return (await writer.commit()).storageKey;
}

const pathOf = (storageKey: string) => join(directory, storageKey.slice(0, 2), storageKey);
const temporaryFiles = () => readdir(join(directory, "tmp"));

/** So that the next commit syncs a directory for its own new name, not for having made the directory. */
async function makeAllPlaces(): Promise<void> {
  const names = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));
  await Promise.all(names.map((name) => mkdir(join(directory, name))));
}

/** Every file under the store, temporary ones too. */
async function allFiles(): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** The class of Node's file handles, to make one of its methods fail. */
async function handlePrototype(): Promise<FileHandle> {
  const handle = await open(directory, "r");
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle;
}

describe("an object", () => {
  it("has a random name, a place by its first letters, and is for its owner alone", async () => {
    const [first, second] = [await put("same"), await put("same")];
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
    expect((await stat(pathOf(first))).mode & 0o777).toBe(0o600);
    expect((await stat(join(directory, first.slice(0, 2)))).mode & 0o777).toBe(0o700);
    expect(await temporaryFiles()).toEqual([]);
  });
});

describe("an attempt to write", () => {
  it("is kept aside under the upload's id until it is committed", async () => {
    const writer = await store.beginWrite(UPLOAD);
    const [name] = await temporaryFiles();
    expect(name).toMatch(new RegExp(`^${UPLOAD}\\.[0-9a-f]{16}\\.part$`));
    expect((await stat(join(directory, "tmp", name ?? ""))).mode & 0o777).toBe(0o600);
    await writer.discard();
    expect(await allFiles()).toEqual([]);
  });

  it("cannot name a path", async () => {
    await expect(store.beginWrite("../x")).rejects.toMatchObject({ code: "key_malformed" });
  });

  it("syncs the data before and the directory after the rename", async () => {
    await makeAllPlaces();
    const prototype = await handlePrototype();
    const datasync = vi.spyOn(prototype, "datasync");
    const sync = vi.spyOn(prototype, "sync");
    await put("x");
    expect(datasync).toHaveBeenCalledOnce();
    expect(sync.mock.invocationCallOrder.at(-1)).toBeGreaterThan(
      datasync.mock.invocationCallOrder[0] ?? Infinity,
    );
  });

  it.each(["datasync", "sync"] as const)(
    "leaves nothing when %s fails, and does not try again",
    async (method) => {
      await makeAllPlaces();
      const failing = vi.spyOn(await handlePrototype(), method).mockRejectedValue(systemError("EIO"));
      await expect(put("x")).rejects.toThrow("EIO");
      expect(failing).toHaveBeenCalledOnce();
      expect(await allFiles()).toEqual([]);
    },
  );

  it.each(["ENOSPC", "EDQUOT"])("on %s says that the storage is full", async (code) => {
    const writer = await store.beginWrite(UPLOAD);
    vi.spyOn(await handlePrototype(), "write").mockRejectedValue(systemError(code));
    await expect(writer.write(Buffer.from("x"))).rejects.toMatchObject({ code: "storage_full" });
    await writer.discard();
    expect(await allFiles()).toEqual([]);
  });
});

describe("room", () => {
  it("is refused when the file would leave less than the threshold", async () => {
    const space = { free: 2 * GIB, total: 4 * GIB };
    const measured = await FileObjectStore.open({ directory, measure: async () => space });
    await expect(measured.assertRoom(GIB)).resolves.toBeUndefined();
    await expect(measured.assertRoom(GIB + 1)).rejects.toMatchObject({ code: "storage_full" });
    space.free = GIB / 2;
    await expect(measured.assertRoom(0)).rejects.toMatchObject({ code: "storage_full" });
  });
});

describe("the sweep of orphans", () => {
  const cutoff = new Date("2026-11-22T00:00:00Z");
  const before = new Date(cutoff.getTime() - 1000);

  it("removes only what is old and has no row", async () => {
    const [known, orphan, young] = [await put("known"), await put("orphan"), await put("young")];
    for (const key of [known, orphan]) await utimes(pathOf(key), before, before);
    const knownAmong = vi.fn(async () => new Set([known]));
    expect(await store.sweepOrphans({ writtenBefore: cutoff, knownAmong })).toEqual({
      objects: [orphan],
      attempts: 0,
    });
    expect(knownAmong).toHaveBeenCalledWith(expect.arrayContaining([known, orphan]));
    expect((await allFiles()).sort()).toEqual([known, young].sort());
  });

  it("removes old unfinished attempts and leaves those under way", async () => {
    const killed = await store.beginWrite(UPLOAD);
    const [old] = await temporaryFiles();
    await utimes(join(directory, "tmp", old ?? ""), before, before);
    const current = await store.beginWrite(UPLOAD);
    const knownAmong = async () => new Set<string>();
    expect(await store.sweepOrphans({ writtenBefore: cutoff, knownAmong })).toEqual({
      objects: [],
      attempts: 1,
    });
    const { storageKey } = await current.commit();
    expect(await store.stat(storageKey)).not.toBeNull();
    await killed.discard();
  });

  it("touches nothing that is not the store's", async () => {
    const key = await put("x");
    const foreign = join(directory, key.slice(0, 2), `${key.slice(0, 2)}notes.txt`);
    await writeFile(foreign, "mine");
    await utimes(foreign, before, before);
    const swept = await store.sweepOrphans({ writtenBefore: cutoff, knownAmong: async () => new Set() });
    expect(swept).toEqual({ objects: [], attempts: 0 });
  });

  it("asks about at most 500 at a time", async () => {
    const keys = Array.from({ length: 501 }, (_, index) => index.toString(16).padStart(32, "0"));
    await put("x");
    await mkdir(join(directory, "00"), { recursive: true });
    for (const key of keys) {
      await writeFile(pathOf(key), "");
      await utimes(pathOf(key), before, before);
    }
    const asked: number[] = [];
    const knownAmong = async (batch: readonly string[]) => {
      asked.push(batch.length);
      return new Set(batch);
    };
    await store.sweepOrphans({ writtenBefore: cutoff, knownAmong });
    expect(asked).toEqual([500, 1]);
  });
});

describe("STORAGE_URL", () => {
  it.each([
    ["file:///srv/objects", "/srv/objects"],
    ["file:/srv/objects", "/srv/objects"],
    ["file:.data/objects", resolve(".data/objects")],
    ["s3://bucket", null],
  ])("%s means %s", (url, expected) => {
    expect(directoryOfStorageUrl(url)).toBe(expected);
  });
});
