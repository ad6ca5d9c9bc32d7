import { crc32, deflateRawSync, deflateSync } from "node:zlib";

/** Small whole files of the four accepted kinds, and a ZIP builder that can lie. Made here, taken from nowhere. */

/** A PDF with `pages` empty pages; `extra` goes into the catalogue. */
export function samplePdf({ pages = 1, extra = "", padding = 0 } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(" ");
  const objects = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra} >>\nendobj`,
    `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages} >>\nendobj`,
    ...Array.from(
      { length: pages },
      (_, index) => `${index + 3} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>\nendobj`,
    ),
  ];
  const comment = padding > 0 ? `\n%${"x".repeat(padding)}` : "";
  return Buffer.from(
    `%PDF-1.7\n${objects.join("\n")}${comment}\ntrailer << /Root 1 0 R >>\n%%EOF\n`,
    "latin1",
  );
}

/** A PDF of exactly `bytes` bytes. */
export function samplePdfOfSize(bytes: number): Buffer {
  const smallest = samplePdf({ padding: 1 }).length;
  return samplePdf({ padding: bytes - smallest + 1 });
}

/** A PNG chunk with its length and CRC. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

export const PNG_SIGNATURE = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** IHDR of a greyscale picture. */
export function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  return pngChunk("IHDR", header);
}

/** A black PNG of 16 by 16 pixels, or one that declares another size. */
export function samplePng({ width = 16, height = 16 } = {}): Buffer {
  const data = pngChunk("IDAT", deflateSync(Buffer.alloc(16 * 17)));
  return Buffer.concat([PNG_SIGNATURE, pngHeader(width, height), data, pngChunk("IEND", Buffer.alloc(0))]);
}

/** A JPEG segment with its marker and length. */
export function jpegSegment(marker: number, data: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

const NO_SEGMENTS: Buffer = Buffer.alloc(0);

/** A structurally whole JPEG (its picture data are made up); `extra` segments go before the frame. */
export function sampleJpeg({ width = 16, height = 16, extra = NO_SEGMENTS, scanBytes = 64 } = {}): Buffer {
  const frame = Buffer.of(8, 0, 0, 0, 0, 1, 1, 0x11, 0);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const scan = Buffer.alloc(scanBytes, 0x5a);
  // A stuffed zero and a restart marker, as real picture data have.
  Buffer.of(0xff, 0x00, 0x12, 0xff, 0xd0).copy(scan, 3);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    jpegSegment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    extra,
    jpegSegment(0xdb, Buffer.alloc(65, 1)),
    jpegSegment(0xc0, frame),
    jpegSegment(0xc4, Buffer.alloc(20)),
    jpegSegment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    scan,
    Buffer.of(0xff, 0xd9),
  ]);
}

export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer | string;
  /** Compressed bytes as they are, instead of `data` deflated. */
  readonly raw?: Buffer;
  /** Lies about the unpacked size. */
  readonly declaredSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Unix mode. */
  readonly mode?: number;
  /** 0: stored; 8: deflated. */
  readonly method?: number;
}

/** A ZIP archive with these entries; `declaredCount` lies about how many there are. */
export function zipOf(entries: readonly ZipEntry[], { declaredCount = entries.length } = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const method = entry.method ?? 8;
    const packed = entry.raw ?? (method === 8 ? deflateRawSync(data) : data);
    const name = Buffer.from(entry.name, "utf8");
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(entry.declaredSize ?? data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const madeByUnix = Buffer.of(20, 3);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), madeByUnix, fields, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(declaredCount & 0xffff, 8);
  end.writeUInt16LE(declaredCount & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The parts every Word document has. */
export const DOCX_PARTS: readonly ZipEntry[] = [
  {
    name: "[Content_Types].xml",
    data: `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/></Types>`,
  },
  {
    name: "_rels/.rels",
    data: '<?xml version="1.0"?><Relationships><Relationship Id="r1" Target="word/document.xml"/></Relationships>',
  },
  {
    name: "word/document.xml",
    data: "<w:document><w:body><w:p>Employment letter</w:p></w:body></w:document>",
  },
];

/** A small Word document with further parts. */
export function sampleDocx(extra: readonly ZipEntry[] = []): Buffer {
  return zipOf([...DOCX_PARTS, ...extra]);
}

/** The text that virus scanners are tested with; in two pieces, or it would be found in this file. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
