import "server-only";
import { runCommand } from "@/lib/command/run-command";
import { runQuery } from "@/lib/command/run-query";
import type { Caller } from "@/lib/command/actor-context";
import { AppError, conflict, forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { isId, newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { receiveFile, type ReceivedFile } from "@/lib/storage/receive";
import type { ReceiveFailure } from "@/lib/storage/receive-failure";
import { completeUpload } from "./commands/complete-upload";
import { refuseUpload } from "./commands/refuse-upload";
import { getReceivedDocument, getUpload } from "./queries";
import { QUOTAS, RETRY_SECONDS } from "./rules";
import type { ReceivedDocument, UploadTarget } from "./types";

type Edge = Parameters<typeof runCommand>[0];

export interface IncomingFile {
  uploadId: string;
  body: AsyncIterable<Uint8Array>;
  /** The Content-Length header, where the sender gave one. */
  contentLength: number | null;
  /** The sender has gone. */
  signal?: AbortSignal;
}

export type Reception =
  | { outcome: "received" | "repeated"; document: ReceivedDocument }
  | { outcome: "failed"; failure: ReceiveFailure };

/** Uploads under way in this process, by user. A bound on its disk and memory, so each process has its own. */
const underWay = new Map<string, number>();

/** Takes one of the user's places for the length of `work`. Throws THROTTLED when all are taken. */
async function inPlace<T>(userId: string, work: () => Promise<T>): Promise<T> {
  const taken = underWay.get(userId) ?? 0;
  if (taken >= QUOTAS.atOnce) {
    throw new AppError("THROTTLED", `Only ${QUOTAS.atOnce} files are taken at once. Send this one next.`, {
      retryAfter: RETRY_SECONDS.atOnce,
    });
  }
  underWay.set(userId, taken + 1);
  try {
    return await work();
  } finally {
    const left = (underWay.get(userId) ?? 1) - 1;
    if (left === 0) underWay.delete(userId);
    else underWay.set(userId, left);
  }
}

function assertLength(target: UploadTarget, contentLength: number | null): void {
  if (contentLength === null) return;
  if (contentLength > QUOTAS.fileBytes)
    throw new AppError(
      "TOO_LARGE",
      "The file is larger than 25 MB. Scan it at a lower resolution, or split it.",
    );
  if (contentLength !== target.size)
    throw invalid("This is not the file that was announced: its size differs. Choose it again, and send it.");
}

/** What the PUT is about, as the caller may see it; decided before a byte is read. */
async function open(edge: Edge, caller: Caller, uploadId: string): Promise<UploadTarget> {
  return runQuery(edge, caller, async (ctx) => {
    const target = await getUpload(ctx, uploadId);
    const decision = can(caller.actor, "document.upload", target);
    if (!decision.allowed) throw forbidden(decision.reason);
    return target;
  });
}

/** Reasons that lie in the file itself: sending the same bytes again is pointless. */
function isVerdict({ status, code }: ReceiveFailure): boolean {
  return status === 415 || code === "malware";
}

async function commit(edge: Edge, caller: Caller, target: UploadTarget, file: ReceivedFile) {
  try {
    return await runCommand(edge, caller, completeUpload, {
      uploadId: target.id,
      versionId: file.fileId,
      storageKey: file.storageKey,
      wrappedKey: file.wrappedKey.toString("base64"),
      keyId: file.keyId,
      size: file.size,
      sha256: file.sha256,
      fileName: file.fileName,
      mediaType: file.mediaType,
      extension: file.extension,
      flags: [...file.flags],
    });
  } catch (error) {
    // A refusal was rolled back for certain. After any other error nobody knows whether the commit arrived, and a
    // row without its file would be worse than a file without a row: that one is left to the sweep.
    if (error instanceof AppError) await edge.deps.objects.delete(file.storageKey);
    throw error;
  }
}

/**
 * Takes the bytes of a reserved upload in, in the durable order of SECURITY.md 6.1, and resolves with the document
 * only once its row is committed. Repeated after that, it answers with the same document and reads nothing.
 * Throws AppError for what the product refuses; `failed` is what lies in the file or its transfer.
 */
export async function receiveUpload(edge: Edge, caller: Caller, incoming: IncomingFile): Promise<Reception> {
  if (!isId(incoming.uploadId)) throw notFound();
  const target = await open(edge, caller, incoming.uploadId);
  const { state, versionId } = target;
  if (state === "stored" && versionId !== null) {
    const document = await runQuery(edge, caller, (ctx) => getReceivedDocument(ctx, versionId));
    return { outcome: "repeated", document };
  }
  if (state !== "reserved") throw conflict("This upload was turned away. Choose the file again.");
  assertLength(target, incoming.contentLength);
  const userId = caller.actor.kind === "system" ? "system" : caller.actor.userId;
  return inPlace(userId, async () => {
    const result = await receiveFile({
      store: edge.deps.objects,
      keyring: edge.deps.keyring,
      body: incoming.body,
      declaredSize: target.size,
      declaredSha256: target.declaredSha256,
      fileName: target.fileName,
      fileId: newId(),
      caseId: target.caseId,
      signal: incoming.signal,
    });
    if (!result.ok) {
      const { failure } = result;
      if (isVerdict(failure))
        await runCommand(edge, caller, refuseUpload, { uploadId: target.id, code: failure.code });
      return { outcome: "failed", failure };
    }
    return { outcome: "received", document: await commit(edge, caller, target, result.file) };
  });
}
