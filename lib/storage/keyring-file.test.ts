import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { loadOrCreateKeyring } from "@/lib/storage/keyring-file";

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "landfall-keyring-"));
  path = join(directory, "data", "keyring.json");
});
afterEach(() => rm(directory, { recursive: true }));

describe("KEYRING_FILE", () => {
  it("is made on the first start, for its owner alone, and nothing else is left beside it", async () => {
    await loadOrCreateKeyring(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(directory, "data"))).toEqual(["keyring.json"]);
  });

  it("is the same at the second start", async () => {
    const first = await loadOrCreateKeyring(path);
    const text = await readFile(path, "utf8");
    const second = await loadOrCreateKeyring(path);
    expect(second.rootSecret()).toEqual(first.rootSecret());
    expect(await readFile(path, "utf8")).toBe(text);
  });

  it("is one for all processes that start at once", async () => {
    const keyrings = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateKeyring(path)));
    expect(new Set(keyrings.map((keyring) => keyring.rootSecret().toString("hex"))).size).toBe(1);
  });

  it("is made although a killed start left half of one aside", async () => {
    await loadOrCreateKeyring(join(directory, "data", "other.json"));
    await writeFile(`${path}.0123456789abcdef.part`, '{"format":', { mode: 0o600 });
    await expect(loadOrCreateKeyring(path)).resolves.toBeDefined();
  });

  it.each([0o640, 0o604, 0o660, 0o644])(
    "readable by others (%o) stops the start with its name",
    async (mode) => {
      await loadOrCreateKeyring(path);
      await chmod(path, mode);
      await expect(loadOrCreateKeyring(path)).rejects.toMatchObject({
        code: "keyring_unusable",
        message: `KEYRING_FILE ${path} can be read by other users of this machine: run chmod 600 ${path} and start again.`,
      });
    },
  );

  it("that is damaged is never replaced", async () => {
    await loadOrCreateKeyring(path);
    await writeFile(path, "");
    await expect(loadOrCreateKeyring(path)).rejects.toThrow(/KEYRING_FILE .* is damaged .* restore it/);
    expect(await readFile(path, "utf8")).toBe("");
  });

  it("that is a directory is refused", async () => {
    await expect(loadOrCreateKeyring(directory)).rejects.toThrow("is not a file");
  });
});
