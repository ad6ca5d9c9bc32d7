const SIGNATURE = Buffer.of(0x50, 0x4b, 0x05, 0x06);
const RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const ZIP64_MARK = 0xffffffff;

/** Where a ZIP's central directory lies, and how many entries it says it has. */
export interface DirectoryBounds {
  readonly entryCount: number;
  readonly offset: number;
  readonly size: number;
}

/**
 * Reads the end-of-central-directory record. Null unless the directory ends exactly where the record starts
 * and the record ends the file, in one disk and without ZIP64 (which a file of 25 MiB does not need): then
 * there is only one way to read the archive.
 */
export function readDirectoryBounds(bytes: Buffer): DirectoryBounds | null {
  const at = bytes.lastIndexOf(SIGNATURE);
  if (at === -1 || at + RECORD_BYTES > bytes.length || at < bytes.length - RECORD_BYTES - MAX_COMMENT_BYTES)
    return null;
  const entriesHere = bytes.readUInt16LE(at + 8);
  const entryCount = bytes.readUInt16LE(at + 10);
  const size = bytes.readUInt32LE(at + 12);
  const offset = bytes.readUInt32LE(at + 16);
  const commentLength = bytes.readUInt16LE(at + 20);
  const oneDisk = bytes.readUInt32LE(at + 4) === 0 && entriesHere === entryCount;
  const exact = offset + size === at && at + RECORD_BYTES + commentLength === bytes.length;
  return oneDisk && exact && offset !== ZIP64_MARK ? { entryCount, offset, size } : null;
}
