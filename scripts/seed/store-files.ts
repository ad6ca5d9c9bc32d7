import { RECEIVE_LIMITS } from "@/lib/storage/limits";
import { receiveFile } from "@/lib/storage/receive";
import type { StorageAccess } from "@/lib/storage/stored-file";
import type { FileOrder } from "./case-context";
import type { Random } from "./random";
import type { Batch } from "./rows";
import { specimenPdf } from "./specimen-pdf";
import { specimenPng } from "./specimen-png";

/** Each waits for the disk most of its time. */
const AT_ONCE = 8;
/** How many different pictures there are. */
const SHADES = 4;

const pictures = new Map<number, Buffer>();

function pictureOf(shade: number): Buffer {
  const known = pictures.get(shade) ?? specimenPng(shade);
  pictures.set(shade, known);
  return known;
}

function bytesOf({ form, heading, lines, version }: FileOrder): Buffer {
  if (form === "pdf") return specimenPdf(heading, lines);
  return pictureOf(Number.parseInt(version.caseId.slice(0, 2), 16) % SHADES);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function storeFile(
  access: StorageAccess,
  order: FileOrder,
  rows: Batch,
  uploadId: string,
): Promise<void> {
  const bytes = bytesOf(order);
  const { version, requirementId } = order;
  const { id, caseId, clientId, fileName, uploadedBy, uploadedAt } = version;
  const result = await receiveFile({
    ...access,
    body: once(bytes),
    declaredSize: bytes.length,
    ...{ fileName, fileId: id, caseId, limits: RECEIVE_LIMITS },
  });
  if (!result.ok) throw new Error(`A specimen file was refused: ${JSON.stringify(result.failure)}`);
  const { mediaType, extension, size, sha256, flags, storageKey, wrappedKey, keyId } = result.file;
  rows.document_version.push({
    ...version,
    ...{ mediaType, extension, size, sha256, storageKey, keyId },
    flags: [...flags],
    wrappedKey: wrappedKey.toString("base64"),
  });
  rows.upload.push({
    ...{
      id: uploadId,
      caseId,
      clientId,
      requirementId,
      // A paper that answers no line is named for itself.
      title: requirementId === null ? order.heading : null,
      userId: uploadedBy,
      fileName,
      size,
      declaredSha256: sha256,
    },
    state: "stored",
    versionId: id,
    createdAt: new Date(uploadedAt.getTime() - 9_000),
    completedAt: uploadedAt,
  });
}

/** Draws the files, stores them as an upload would, and adds their rows. Files of a load that fails stay unnamed. */
export async function storeFiles(
  access: StorageAccess,
  random: Random,
  orders: readonly FileOrder[],
  rows: Batch,
): Promise<void> {
  const waiting = orders.map((order) => ({ order, uploadId: random.id() }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await storeFile(access, next.order, rows, next.uploadId);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
