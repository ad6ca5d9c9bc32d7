import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { newId } from "@/lib/ids/id";
import { RECEIVE_LIMITS } from "@/lib/storage/limits";
import { receiveFile } from "@/lib/storage/receive";
import type { StorageAccess } from "@/lib/storage/stored-file";

const MIB = 1024 * 1024;
/** As a socket hands them over. */
const PIECE = 64 * 1024;

/** How fast files of one size become durable. Milliseconds for one file, the median. */
export interface UploadMeasure {
  mebibytes: number;
  files: number;
  /** As an upload: counted, hashed, inspected, encrypted, written, synced, renamed, the directory synced. */
  received: number;
  /** The same bytes written to a file as they come, synced, renamed, the directory synced. */
  bare: number;
}

const SIZES = [
  { mebibytes: 1, files: 40 },
  { mebibytes: 4, files: 30 },
  { mebibytes: 12, files: 15 },
  { mebibytes: 24, files: 10 },
] as const;

/** A PDF to the inspection, which does not compress: the dearest kind of file for its size. */
function noiseOf(bytes: number): Buffer {
  const [head, tail] = [Buffer.from("%PDF-1.7\n"), Buffer.from("\n%%EOF\n")];
  return Buffer.concat([head, randomBytes(bytes - head.length - tail.length), tail]);
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Stores one file as an upload does, and removes it again; milliseconds until it was durable. */
async function timeReceived(access: StorageAccess, bytes: Buffer): Promise<number> {
  const started = monotonicMilliseconds();
  const result = await receiveFile({
    ...access,
    body: piecesOf(bytes),
    declaredSize: bytes.length,
    ...{ fileName: "bench.pdf", fileId: newId(), caseId: newId(), limits: RECEIVE_LIMITS },
  });
  const took = monotonicMilliseconds() - started;
  if (!result.ok) throw new Error(`A file of the bench was refused: ${JSON.stringify(result.failure)}`);
  await access.store.delete(result.file.storageKey);
  return took;
}

async function timeBare(directory: string, bytes: Buffer): Promise<number> {
  const [part, whole] = [join(directory, "bench.part"), join(directory, "bench.pdf")];
  const started = monotonicMilliseconds();
  const file = await open(part, "wx", 0o600);
  for await (const piece of piecesOf(bytes)) await file.write(piece);
  await file.datasync();
  await file.close();
  await rename(part, whole);
  const folder = await open(directory, "r");
  await folder.sync();
  await folder.close();
  const took = monotonicMilliseconds() - started;
  await rm(whole);
  return took;
}

const medianOf = (times: number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** One file after the other, of each size, in turns with the bare ones so that both meet the same disk. */
export async function measureUploads(access: StorageAccess, dataDir: string): Promise<UploadMeasure[]> {
  const directory = join(dataDir, "bench");
  await mkdir(directory, { recursive: true });
  const measures: UploadMeasure[] = [];
  for (const { mebibytes, files } of SIZES) {
    const bytes = noiseOf(mebibytes * MIB);
    const [received, bare]: [number[], number[]] = [[], []];
    for (let count = 0; count < files; count += 1) {
      received.push(await timeReceived(access, bytes));
      bare.push(await timeBare(directory, bytes));
    }
    measures.push({ mebibytes, files, received: medianOf(received), bare: medianOf(bare) });
  }
  await rm(directory, { recursive: true });
  return measures;
}
