import { describe, expect, it } from "vitest";
import { sweepUploads } from "./sweep-uploads";
import type { JobTools } from "@/lib/jobs/task-list";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import type { ObjectStore, OrphanSweep } from "@/lib/storage/object-store";

const database = testDatabase();
const firm = testFirm(database);
const { reserve, put, rowsOf, orphans } = testUploads(database, firm);

/** The store, with every file looked at as if it had been written `days` ago. */
function agedBy(days: number): ObjectStore {
  const { objects } = firm.runtime.deps;
  return new Proxy(objects, {
    get(target, name) {
      if (name !== "sweepOrphans") return Reflect.get(target, name, target) as unknown;
      return (sweep: OrphanSweep) =>
        target.sweepOrphans({
          ...sweep,
          writtenBefore: new Date(sweep.writtenBefore.getTime() + days * 24 * 60 * 60 * 1000),
        });
    },
  });
}

const toolsOf = (objects: ObjectStore): JobTools => ({
  pools: firm.runtime.pools,
  deps: { ...firm.runtime.deps, objects },
  signal: new AbortController().signal,
});

/** What a process leaves that dies between the bytes and their row. */
async function crashBeforeRow(): Promise<void> {
  const writer = await firm.runtime.deps.objects.beginWrite("crashed");
  await writer.write(Buffer.from("bytes"));
  await writer.commit();
}

describe("sweeping uploads", () => {
  it("deletes day-old objects without a row, never one with a row, never a fresh one", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    await put(firm.consultant, await reserve(firm.consultant, file, bytes), bytes);
    await crashBeforeRow();

    await sweepUploads({}, toolsOf(firm.runtime.deps.objects));
    expect(await orphans()).toHaveLength(1);

    await sweepUploads({}, toolsOf(agedBy(2)));
    expect(await orphans()).toEqual([]);
    const [row] = await rowsOf(file);
    expect(await firm.runtime.deps.objects.stat(row!.storage_key)).not.toBeNull();
  });

  it("gives up reservations of yesterday, and keeps today's", async () => {
    const file = await firm.addCase();
    const [old, fresh] = [
      await reserve(file.client, file, samplePdf()),
      await reserve(file.client, file, samplePdf()),
    ];
    await database.owner.query("update upload set created_at = now() - interval '25 hours' where id = $1", [
      old,
    ]);
    await sweepUploads({}, toolsOf(firm.runtime.deps.objects));
    const { rows } = await database.owner.query("select id, state from upload where case_id = $1", [
      file.caseId,
    ]);
    expect(new Map(rows.map((row: { id: string; state: string }) => [row.id, row.state]))).toEqual(
      new Map([
        [old, "failed"],
        [fresh, "reserved"],
      ]),
    );
  });
});
