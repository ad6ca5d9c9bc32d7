import "server-only";
import type { Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { notFound } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { contentDisposition } from "@/lib/storage/file-name";
import { openStoredFile } from "@/lib/storage/stored-file";
import { webStreamOf } from "@/lib/storage/web-stream";
import { openDocument } from "./commands/open-document";
import { readRange } from "./rules";

type Edge = Parameters<typeof runCommand>[0];

export interface Asked {
  versionId: string;
  how: "download" | "view";
  /** The Range header. */
  range: string | null;
}

export interface Delivery {
  status: 200 | 206 | 416;
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array> | null;
}

/** Never active in our origin, never kept by a cache, never read by another site (SECURITY.md 5.7). */
const SAFE_HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'",
  "cache-control": "private, no-store",
  "cross-origin-resource-policy": "same-origin",
  "accept-ranges": "bytes",
} as const;

/**
 * The bytes of one version for one caller. The access is in the log, committed, before the first byte is read.
 * Throws NOT_FOUND, FORBIDDEN, or WRONG_TYPE for what is only ever downloaded; StorageError for damaged objects.
 */
export async function deliverDocument(edge: Edge, caller: Caller, asked: Asked): Promise<Delivery> {
  const { versionId, how } = asked;
  if (!isId(versionId)) throw notFound();
  const opened = await runCommand(edge, caller, openDocument, {
    versionId,
    how,
    range: asked.range !== null,
  });
  const range = readRange(asked.range, opened.size);
  if (range === "unsatisfiable") {
    return {
      status: 416,
      headers: { ...SAFE_HEADERS, "content-range": `bytes */${opened.size}` },
      body: null,
    };
  }
  const file = { ...opened, wrappedKey: Buffer.from(opened.wrappedKey, "base64") };
  const access = { store: edge.deps.objects, keyring: edge.deps.keyring };
  const { start, end } = range ?? { start: 0, end: opened.size };
  const body = await webStreamOf(await openStoredFile(access, file, { start, end }));
  return {
    status: range === null ? 200 : 206,
    headers: {
      ...SAFE_HEADERS,
      "content-type": opened.mediaType,
      "content-length": String(end - start),
      "content-disposition": contentDisposition(opened.fileName, opened.extension),
      ...(range === null ? {} : { "content-range": `bytes ${start}-${end - 1}/${opened.size}` }),
    },
    body,
  };
}
