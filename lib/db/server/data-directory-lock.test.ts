import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lockDataDirectory } from "@/lib/db/server/data-directory-lock";
import { markOf } from "@/lib/db/server/process-identity";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "landfall-lock-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

it("is had by one at a time, and by the next once it is released", async () => {
  const directory = folder();
  const lock = await lockDataDirectory(directory);
  await expect(lockDataDirectory(directory)).rejects.toThrow(
    `Landfall is already running on ${directory} (process ${process.pid}). Stop it first, or set another DATA_DIR.`,
  );
  lock.release();
  (await lockDataDirectory(directory)).release();
  expect(readdirSync(directory)).toEqual([]);
});

it("goes to one of many that start at the same moment beside the lock of a killed one", async () => {
  const directory = folder();
  writeFileSync(
    join(directory, "landfall.lock"),
    JSON.stringify({ pid: 4_194_304, identity: "gone", nonce: "n" }),
  );
  const starts = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataDirectory(directory)));
  expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

it("is taken over when the pid of a killed holder now belongs to another process", async () => {
  const directory = folder();
  const held = { pid: process.ppid, identity: "an earlier boot", nonce: "n" };
  expect(markOf(process.ppid)).not.toBeNull();
  writeFileSync(join(directory, "landfall.lock"), JSON.stringify(held));
  (await lockDataDirectory(directory)).release();
});

it("is not guessed about when it cannot be read", async () => {
  const directory = folder();
  writeFileSync(join(directory, "landfall.lock"), "");
  await expect(lockDataDirectory(directory)).rejects.toThrow(
    "cannot be read. If no Landfall runs here, delete it.",
  );
  expect(existsSync(join(directory, "landfall.lock"))).toBe(true);
});
