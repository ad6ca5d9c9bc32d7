/** Bytes of the length that stands before the header. */
const LENGTH_BYTES = 4;

interface Message {
  readonly header: unknown;
  readonly parts: readonly Buffer[];
}

/** A message between the two processes: a header as JSON with the lengths of the parts, then the parts. */
export function encodeMessage(header: object, parts: readonly Buffer[]): Buffer[] {
  const json = Buffer.from(JSON.stringify({ header, sizes: parts.map(({ length }) => length) }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return [length, json, ...parts];
}

/** Null for bytes that are no whole message: whoever wrote them died over it. */
export function decodeMessage(bytes: Buffer): Message | null {
  if (bytes.length < LENGTH_BYTES) return null;
  const start = LENGTH_BYTES + bytes.readUInt32BE(0);
  if (bytes.length < start) return null;
  const { header, sizes } = JSON.parse(bytes.toString("utf8", LENGTH_BYTES, start)) as {
    header: unknown;
    sizes: number[];
  };
  const parts: Buffer[] = [];
  let position = start;
  for (const size of sizes) {
    parts.push(bytes.subarray(position, position + size));
    position += size;
  }
  return position === bytes.length ? { header, parts } : null;
}

/** Everything a stream gives; throws when that is more than `maxBytes`. */
export async function readToEnd(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > maxBytes) throw new RangeError("More bytes than were agreed.");
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
