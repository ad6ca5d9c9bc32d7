import type { ByteSource, Walk } from "@/lib/storage/inspect/byte-source";
import type { Accepted, FileFlag, Verdict } from "@/lib/storage/inspect/file-walker";
import { refuse } from "@/lib/storage/inspect/refusal";

/** `%%EOF` must be within the last KiB. */
const TAIL_BYTES = 1024;
/** Bytes of a chunk that are looked at again with the next one, so that a name on the border is seen. */
const OVERLAP_BYTES = 128;

const FLAG_OF_NAME: ReadonlyMap<string, FileFlag> = new Map([
  ["JavaScript", "pdf.javascript"],
  ["Launch", "pdf.launch"],
  ["OpenAction", "pdf.open_action"],
  ["EmbeddedFile", "pdf.embedded_file"],
  ["EmbeddedFiles", "pdf.embedded_file"],
  ["XFA", "pdf.xfa"],
  ["Encrypt", "pdf.encrypted"],
]);

/** Those names as PDF may spell them: any character as `#` and two hexadecimal digits. One native pass. */
const FLAGGED_NAME = new RegExp(
  `/(${[...FLAG_OF_NAME.keys()].map(spellings).join("|")})(?![A-Za-z0-9#])`,
  "g",
);
const PAGE = /\/Type\s{0,8}\/Page(?![A-Za-z])/g;
const END = /%%EOF/g;
const OBJECT_STREAM = /\/ObjStm(?![A-Za-z])/;

/**
 * `%%EOF` near the end, and names that can make a viewer do something. A heuristic: compressed objects are not
 * looked into. Safety rests on a PDF never being rendered by anything but pdf.js in the browser.
 */
export function* walkPdf(source: ByteSource): Walk<Verdict> {
  const scan = new PdfScan();
  for (;;) {
    const chunk = yield* source.some(Infinity);
    if (chunk.length === 0) break;
    scan.push(chunk);
  }
  return scan.finish();
}

class PdfScan {
  readonly #flags = new Set<FileFlag>();
  #carried = "";
  #tail = "";
  #pages = 0;
  #ends = 0;
  #hasObjectStreams = false;

  push(chunk: Buffer): void {
    const text = this.#carried + chunk.toString("latin1");
    const settled = Math.max(0, text.length - OVERLAP_BYTES);
    this.#look(text, settled);
    this.#carried = text.slice(settled);
    this.#tail = (this.#tail + chunk.toString("latin1", Math.max(0, chunk.length - TAIL_BYTES))).slice(
      -TAIL_BYTES,
    );
  }

  finish(): Verdict {
    this.#look(this.#carried, this.#carried.length);
    if (!this.#tail.includes("%%EOF")) return { refused: refuse("pdf_incomplete") };
    const accepted: Accepted = { flags: [...this.#flags] };
    // With object streams or later revisions, counting page objects in the clear would be a guess.
    const certain = this.#pages > 0 && this.#ends === 1 && !this.#hasObjectStreams;
    return certain ? { ...accepted, pages: this.#pages } : accepted;
  }

  /** Takes what starts before `settled`; what starts later is seen whole with the next chunk. */
  #look(text: string, settled: number): void {
    for (const match of text.matchAll(FLAGGED_NAME)) {
      const flag = match.index < settled ? FLAG_OF_NAME.get(decodeName(match[1] ?? "")) : undefined;
      if (flag !== undefined) this.#flags.add(flag);
    }
    this.#pages += countBefore(text, PAGE, settled);
    this.#ends += countBefore(text, END, settled);
    this.#hasObjectStreams ||= OBJECT_STREAM.test(text);
  }
}

function spellings(name: string): string {
  const escapes = [...name].map((character) => {
    const digits = character.charCodeAt(0).toString(16);
    return `(?:${character}|#${digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  return escapes.join("");
}

function decodeName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function countBefore(text: string, pattern: RegExp, settled: number): number {
  return [...text.matchAll(pattern)].filter((match) => match.index < settled).length;
}
