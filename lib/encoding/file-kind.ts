import { EncodingFault } from "@/lib/encoding/fault";

const MAGIC = [
  { kind: "pdf", magic: Buffer.from("%PDF-") },
  { kind: "jpeg", magic: Buffer.of(0xff, 0xd8, 0xff) },
  { kind: "png", magic: Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
] as const;

/** What the bytes begin as; names and media types are not asked. Throws `unsupported` for anything else. */
export function fileKind(bytes: Buffer): "pdf" | "jpeg" | "png" {
  const found = MAGIC.find(({ magic }) => bytes.subarray(0, magic.length).equals(magic));
  if (!found) throw new EncodingFault("unsupported");
  return found.kind;
}
