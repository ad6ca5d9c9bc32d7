import { crc32 } from "node:zlib";

import type { Entry, ZipFile } from "yauzl";
import { fromBufferPromise } from "yauzl";

import { DocxContents } from "@/lib/storage/inspect/docx-contents";
import type { FileWalker, Verdict } from "@/lib/storage/inspect/file-walker";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";
import { readDirectoryBounds } from "@/lib/storage/inspect/zip-directory";
import type { DirectoryBounds } from "@/lib/storage/inspect/zip-directory";
import { DOCX_LIMITS } from "@/lib/storage/limits";

const CENTRAL_ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const UNIX_FILE_TYPE = 0o170000;
const UNIX_SYMLINK = 0o120000;
const STORED = 0;
const DEFLATED = 8;
/** Readers disagree about these in names; backslashes are refused by `strictFileNames`. */
const UNSAFE_NAME = /[\p{Cc}\p{Cf}:]|^$/u;
const YAUZL_NAME_ERROR = /^(?:invalid relative path|absolute path|invalid characters in fileName)/;

class RefusedEntry extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * A Word document is a ZIP: it is judged from memory once complete, by its central directory alone, and its
 * parts are unpacked only to be counted, never kept. `expectedBytes` is the declared size, so that the bytes
 * are held once.
 */
export function docxWalker(expectedBytes: number): FileWalker {
  let bytes = Buffer.allocUnsafe(expectedBytes);
  let length = 0;
  return {
    push(chunk) {
      if (length + chunk.length > bytes.length) {
        bytes = Buffer.concat([bytes.subarray(0, length), Buffer.allocUnsafe(2 * chunk.length + length)]);
      }
      bytes.set(chunk, length);
      length += chunk.length;
      return null;
    },
    async finish() {
      const whole = bytes.subarray(0, length);
      bytes = Buffer.alloc(0);
      try {
        return await judgeDocx(whole);
      } catch (error) {
        if (error instanceof RefusedEntry) return { refused: error.refusal };
        // yauzl and zlib report a malformed archive by plain errors; only the one about names is told apart.
        const unsafe = error instanceof Error && YAUZL_NAME_ERROR.test(error.message);
        return { refused: refuse(unsafe ? "docx_unsafe_name" : "docx_damaged") };
      }
    },
  };
}

async function judgeDocx(bytes: Buffer): Promise<Verdict> {
  const bounds = readDirectoryBounds(bytes);
  if (bounds === null) return { refused: refuse("docx_damaged") };
  if (bounds.entryCount > DOCX_LIMITS.maxEntries) return { refused: refuse("docx_too_complex") };
  const zip = await fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true });
  const entries = await readEntries(zip, bounds);
  const contents = new DocxContents();
  let inflated = 0;
  for (const entry of entries) {
    inflated += await countEntry(zip, entry, contents);
    if (inflated > DOCX_LIMITS.maxInflatedBytes) throw new RefusedEntry(refuse("docx_too_complex"));
  }
  return contents.judge();
}

/** All entries, judged by what they declare. The directory must be exactly them: nothing hidden, nothing twice. */
async function readEntries(zip: ZipFile, bounds: DirectoryBounds): Promise<Entry[]> {
  const entries: Entry[] = [];
  const names = new Set<string>();
  let directoryBytes = 0;
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    judgeDeclaration(entry);
    names.add(entry.fileName.toLowerCase());
    entries.push(entry);
    directoryBytes +=
      CENTRAL_ENTRY_BYTES + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    declared += entry.uncompressedSize;
  }
  if (declared > DOCX_LIMITS.maxInflatedBytes) throw new RefusedEntry(refuse("docx_too_complex"));
  const exact = directoryBytes === bounds.size && names.size === entries.length;
  if (!exact || overlaps(entries, bounds.offset)) throw new RefusedEntry(refuse("docx_damaged"));
  return entries;
}

function judgeDeclaration(entry: Entry): void {
  if (entry.isEncrypted()) throw new RefusedEntry(refuse("docx_encrypted"));
  if (UNSAFE_NAME.test(entry.fileName)) throw new RefusedEntry(refuse("docx_unsafe_name"));
  if (((entry.externalFileAttributes >>> 16) & UNIX_FILE_TYPE) === UNIX_SYMLINK) {
    throw new RefusedEntry(refuse("docx_unsafe_name"));
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new RefusedEntry(refuse("docx_damaged"));
  }
  if (entry.uncompressedSize > DOCX_LIMITS.maxRatio * entry.compressedSize) {
    throw new RefusedEntry(refuse("docx_too_complex"));
  }
}

/** The first entry starts the file, and none lies over another or the directory: that is how small bombs work. */
function overlaps(entries: readonly Entry[], directoryOffset: number): boolean {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  if (inOrder[0]?.relativeOffsetOfLocalHeader !== 0) return true;
  return inOrder.some((entry, index) => {
    const end =
      entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
    return end > (inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? directoryOffset);
  });
}

/** Unpacks one entry to count and check it; the stream fails as soon as it exceeds what was declared. */
async function countEntry(zip: ZipFile, entry: Entry, contents: DocxContents): Promise<number> {
  const part = contents.part(entry.fileName);
  let counted = 0;
  let crc = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError("A stream of bytes gives buffers.");
    counted += chunk.length;
    crc = crc32(chunk, crc);
    const refusal = part.push(chunk);
    if (refusal !== null) throw new RefusedEntry(refusal);
  }
  if (crc !== entry.crc32) throw new RefusedEntry(refuse("docx_damaged"));
  part.end();
  return counted;
}
