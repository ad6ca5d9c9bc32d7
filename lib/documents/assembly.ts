import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { runEncoding } from "@/lib/encoding/run-encoding";
import type { EncodingFailure, PageChoice } from "@/lib/encoding/types";
import { invalid, type AppError } from "@/lib/errors/app-error";
import { openStoredFile } from "@/lib/storage/stored-file";
import { openDocument } from "./commands/open-document";
import { reserveAssembly } from "./commands/reserve-assembly";
import { receiveUpload } from "./reception";
import { QUOTAS } from "./rules";
import type { assembleInput } from "./schemas";
import type { ReceivedDocument } from "./types";

type Edge = Parameters<typeof runCommand>[0];
type Part = z.output<typeof assembleInput>["parts"][number];

/** Bytes of all sources together that are held in memory at once. */
const SOURCE_BYTES = 4 * QUOTAS.fileBytes;

const FAILURES: Readonly<Record<EncodingFailure, string>> = {
  timed_out: "This took too long and was stopped. Nothing was changed; take fewer pages.",
  too_large_in_memory: "These files are too heavy to be put together. Nothing was changed; take fewer pages.",
  damaged: "One of the files is damaged, so its pages cannot be taken out. Nothing was changed.",
  encrypted: "One of the files is locked with a password. Ask for one without it. Nothing was changed.",
  unsupported: "These pages cannot be put together: one of them is not there, or is no PDF and no picture.",
};

function refused(failure: EncodingFailure): AppError {
  return invalid(FAILURES[failure]);
}

/** Every source whole, decrypted; each read is in the access log, committed, before its first byte. */
async function readSources(edge: Edge, caller: Caller, parts: readonly Part[]): Promise<Buffer[]> {
  const sources: Buffer[] = [];
  let total = 0;
  for (const { versionId } of parts) {
    const opened = await runCommand(edge, caller, openDocument, { versionId, how: "assemble", range: false });
    total += opened.size;
    if (total > SOURCE_BYTES) throw invalid("These files together are too large to be put into one.");
    const file = { ...opened, wrappedKey: Buffer.from(opened.wrappedKey, "base64") };
    const access = { store: edge.deps.objects, keyring: edge.deps.keyring };
    const pieces: Buffer[] = [];
    for await (const piece of await openStoredFile(access, file, { start: 0, end: opened.size }))
      pieces.push(piece);
    sources.push(Buffer.concat(pieces));
  }
  return sources;
}

/** The pages that are meant, from 1: of a part without a choice all that its file has. */
async function chosenPages({ pages }: Part, source: Buffer): Promise<number[]> {
  if (pages !== null) return pages;
  const described = await runEncoding({ op: "describe" }, [source]);
  if (!described.ok) throw refused(described.failure);
  return described.value.pages.map((_, index) => index + 1);
}

/** One PDF of the chosen pages, made in a process of its own (SECURITY.md 5.7), and which pages those are. */
async function putTogether(parts: readonly Part[], sources: readonly Buffer[]) {
  const chosen: { versionId: string; pages: number[] }[] = [];
  for (const [index, part] of parts.entries()) {
    const source = sources[index] ?? Buffer.alloc(0);
    chosen.push({ versionId: part.versionId, pages: await chosenPages(part, source) });
  }
  const pages: PageChoice[] = chosen.flatMap((part, source) =>
    part.pages.map((page) => ({ source, page: page - 1, turn: 0 as const })),
  );
  const made = await runEncoding({ op: "assemble", pages }, sources);
  if (!made.ok) throw refused(made.failure);
  return { bytes: made.value.bytes, chosen };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

/**
 * Makes a new file for an item of the case out of pages of files it has: a part of one, or several in one. It is
 * received as anybody's upload is (inspected, encrypted, durable, then its rows in one transaction), and says what it was
 * made from; the sources stay untouched. Throws INVALID with a plain sentence where the files cannot be read.
 */
export async function assembleDocument(
  edge: Edge,
  caller: Caller,
  requirementId: string,
  input: z.output<typeof assembleInput>,
): Promise<ReceivedDocument> {
  const sources = await readSources(edge, caller, input.parts);
  const { bytes, chosen } = await putTogether(input.parts, sources);
  const { uploadId } = await runCommand(edge, caller, reserveAssembly, {
    requirementId,
    versionId: input.versionId,
    targetId: input.targetId,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    parts: chosen,
  });
  const reception = await receiveUpload(edge, caller, {
    uploadId,
    body: once(bytes),
    contentLength: bytes.length,
  });
  if (reception.outcome === "failed") throw invalid(reception.failure.message);
  return reception.document;
}
