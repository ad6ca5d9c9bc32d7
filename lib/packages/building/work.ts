import "server-only";
import type { Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { runQuery } from "@/lib/command/run-query";
import { runEncoding } from "@/lib/encoding/run-encoding";
import { AppError } from "@/lib/errors/app-error";
import { portalFileName } from "@/lib/express-entry/documents/package-slots";
import { newId } from "@/lib/ids/id";
import { RECEIVE_LIMITS } from "@/lib/storage/limits";
import { receiveFile, type ReceivedFile } from "@/lib/storage/receive";
import { openStoredFile } from "@/lib/storage/stored-file";
import { finishBuild } from "../commands/finish-build";
import { recordDescription } from "../commands/record-description";
import { recordSlot } from "../commands/record-slot";
import { settlePackage } from "../commands/settle-package";
import { isUnfinished } from "../letter";
import { INDEX } from "../planning/rules";
import { renderIndex, renderLetter } from "../papers";
import { makeFile, type Made, type MadeFile } from "./make-file";
import { getNextWork, type SourceFile, type Work } from "./queries";

type Edge = Parameters<typeof runCommand>[0];
type Make = Extract<Work, { kind: "make" }>;

const MIB = 1024 * 1024;

async function bytesOf({ deps }: Edge, { stored }: SourceFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  const access = { store: deps.objects, keyring: deps.keyring };
  for await (const part of await openStoredFile(access, stored)) parts.push(part);
  return Buffer.concat(parts);
}

/** Reads the pages of a received file in a process of its own; a Word file has none that could be put together. */
async function read(edge: Edge, caller: Caller, file: SourceFile): Promise<void> {
  const { versionId, extension } = file.source;
  const described =
    extension === "docx"
      ? ({ ok: false, failure: "unsupported" } as const)
      : await runEncoding({ op: "describe" }, [await bytesOf(edge, file)]);
  const known = described.ok
    ? { type: described.value.type, pages: described.value.pages, failure: null }
    : { type: null, pages: [], failure: described.failure };
  await runCommand(edge, caller, recordDescription, { versionId, ...known });
}

async function make(edge: Edge, work: Make): Promise<Made> {
  const { slot, descriptions, files, paper, letter, index } = work;
  if (index !== null) {
    return {
      file: { ...(await renderIndex(paper, index)), extension: "pdf", mediaType: "application/pdf" },
      faults: [],
    };
  }
  const received = new Map<string, Buffer>();
  for (const file of files) received.set(file.source.versionId, await bytesOf(edge, file));
  const written = letter.trim() === "" ? null : await renderLetter(paper, letter);
  const made = await makeFile({ slot, descriptions, received, letter: written });
  if (!isUnfinished(letter)) return made;
  const words = "The letter still has something in [brackets] for you to say";
  return { ...made, faults: [...made.faults, { code: "letter_unfinished", words }] };
}

/** Encrypted and durable like every document, before anybody is told of it. */
async function store(
  { deps }: Edge,
  caseId: string,
  file: MadeFile,
  fileName: string,
): Promise<ReceivedFile> {
  const stored = await receiveFile({
    store: deps.objects,
    keyring: deps.keyring,
    body: (async function* () {
      yield file.bytes;
    })(),
    declaredSize: file.bytes.length,
    fileName,
    fileId: newId(),
    caseId,
    limits: { ...RECEIVE_LIMITS, maxBytes: 512 * MIB },
  });
  if (!stored.ok) throw new Error(`A file of our own was refused: ${stored.failure.code}`);
  return stored.file;
}

async function makeSlot(edge: Edge, caller: Caller, packageId: string, work: Make): Promise<void> {
  const { slot, version } = work;
  const { file, faults } = await make(edge, work);
  const result = { packageId, slotId: slot.id, version, faults };
  if (file === null) return void (await runCommand(edge, caller, recordSlot, { ...result, file: null }));
  const title = slot.slotKey === INDEX ? `Index of package ${work.paper.packageNumber}` : slot.title;
  const fileName = portalFileName({ number: slot.position, title, person: slot.personName }, file.extension);
  const stored = await store(edge, slot.caseId, file, fileName);
  const { fileId, size, sha256, storageKey, keyId } = stored;
  try {
    await runCommand(edge, caller, recordSlot, {
      ...result,
      file: {
        ...{ fileId, fileName, size, sha256, storageKey, keyId },
        mediaType: file.mediaType,
        pageCount: file.pages,
        wrappedKey: stored.wrappedKey.toString("base64"),
      },
    });
  } catch (error) {
    // Rolled back for certain: nobody will ever name this object. After any other error the sweep decides.
    if (error instanceof AppError) await edge.deps.objects.delete(storageKey);
    throw error;
  }
}

/** Another worker was faster, or somebody has changed the package: what is next is asked anew. */
async function unlessOvertaken(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "CONFLICT") throw error;
  }
}

/**
 * Reads or builds a package, a step at a time, until there is nothing left to do. No lock is held while a file is made:
 * of two workers at the same package the slower one's file is thrown away, and both files are the same. Cut off, it
 * goes on where it was.
 */
export async function workOnPackage(
  edge: Edge,
  caller: Caller,
  { packageId, signal }: { packageId: string; signal: Pick<AbortSignal, "throwIfAborted"> },
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const work = await runQuery(edge, caller, (ctx) => getNextWork(ctx, packageId));
    switch (work.kind) {
      case "none":
        return;
      case "read":
        await read(edge, caller, work.file);
        break;
      case "make":
        await unlessOvertaken(makeSlot(edge, caller, packageId, work));
        break;
      case "settle":
        await runCommand(edge, caller, settlePackage, { packageId });
        break;
      case "finish":
        await runCommand(edge, caller, finishBuild, { packageId });
    }
  }
}
