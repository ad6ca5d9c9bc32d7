import "server-only";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { notFound } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { openStoredFile } from "@/lib/storage/stored-file";
import { webStreamOf } from "@/lib/storage/web-stream";
import { openPackage } from "./commands/open-package";
import type { OpenedPackage, StoredSlotFile } from "./types";

type Edge = Parameters<typeof runCommand>[0];

export interface PackageDelivery {
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array>;
}

/** The name of the manifest in the ZIP. */
export const MANIFEST_NAME = "manifest.json";

/** One file's bytes, opened when its turn comes and verified segment by segment. */
async function* bytesOf({ deps }: Edge, file: StoredSlotFile): AsyncGenerator<Buffer> {
  const { fileId, caseId, storageKey, keyId, size } = file;
  const wrappedKey = Buffer.from(file.wrappedKey, "base64");
  const access = { store: deps.objects, keyring: deps.keyring };
  yield* await openStoredFile(access, { fileId, caseId, storageKey, keyId, size, wrappedKey });
}

/** Stored, not packed: PDFs and JPEGs are packed already. The same package gives the same bytes, with their length. */
async function zipOf(edge: Edge, { files, manifest, at }: OpenedPackage) {
  const zip = new ZipFile();
  // A file that turns out damaged ends the download before its end: no client takes that for a whole one. The library
  // does not listen for errors of what it is given.
  const output = zip.outputStream as Readable;
  zip.on("error", (error: Error) => output.destroy(error));
  const options = { mtime: at, compress: false, mode: 0o100644, forceDosTimestamp: false };
  for (const file of files) {
    zip.addReadStreamLazy(file.fileName, { ...options, size: file.size }, (hand) =>
      hand(
        null,
        Readable.from(bytesOf(edge, file)).on("error", (error) => output.destroy(error)),
      ),
    );
  }
  zip.addBuffer(Buffer.from(manifest), MANIFEST_NAME, options);
  const length = await new Promise<number>((resolve) => {
    const told = (...sizes: unknown[]) => resolve(Number(sizes[0]));
    zip.end({ forceZip64Format: false, comment: "" }, told);
  });
  return { output, length };
}

/**
 * A package as a ZIP for one caller, streamed; who takes it is in the log, committed, before the first byte is read.
 * Throws NOT_FOUND, FORBIDDEN, or CONFLICT for one that is not built.
 */
export async function deliverPackage(
  edge: Edge,
  caller: Caller,
  packageId: string,
): Promise<PackageDelivery> {
  if (!isId(packageId)) throw notFound();
  const opened = await runCommand(edge, caller, openPackage, { packageId });
  const { output, length } = await zipOf(edge, opened);
  const name = `package-${opened.caseNumber}-${opened.number}.zip`;
  return {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
      ...(length > 0 ? { "content-length": String(length) } : {}),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
    },
    body: await webStreamOf(output),
  };
}
