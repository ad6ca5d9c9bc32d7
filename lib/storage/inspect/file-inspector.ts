import { createEicarScan } from "@/lib/storage/inspect/eicar";
import type { FileType } from "@/lib/storage/inspect/file-type";
import { FILE_TYPES } from "@/lib/storage/inspect/file-type";
import type { Accepted, FileWalker } from "@/lib/storage/inspect/file-walker";
import { streamingWalker } from "@/lib/storage/inspect/file-walker";
import { MAGIC_BYTES, matchMagic } from "@/lib/storage/inspect/magic";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";
import { docxWalker } from "@/lib/storage/inspect/walk-docx";
import { walkJpeg } from "@/lib/storage/inspect/walk-jpeg";
import { walkPdf } from "@/lib/storage/inspect/walk-pdf";
import { walkPng } from "@/lib/storage/inspect/walk-png";

export type Inspection = (Accepted & { readonly mediaType: string }) | { readonly refused: Refusal };

const WALKERS: Readonly<Record<FileType, (expectedBytes: number) => FileWalker>> = {
  pdf: () => streamingWalker(walkPdf),
  jpeg: () => streamingWalker(walkJpeg),
  png: () => streamingWalker(walkPng),
  docx: docxWalker,
};

/**
 * Decides, while the bytes arrive, whether a file is what its name says: first bytes, then structure
 * (SECURITY.md 5.7). PDF and pictures pass through without being kept; a Word document is held in memory.
 */
export class FileInspector implements Pick<FileWalker, "push"> {
  readonly #type: FileType;
  readonly #walker: FileWalker;
  readonly #eicar = createEicarScan();
  #head: Buffer | null = Buffer.alloc(0);
  #refused: Refusal | null = null;

  /** `type`: from the file's name. `expectedBytes`: the declared size, already within the limit. */
  constructor(type: FileType, expectedBytes: number) {
    this.#type = type;
    this.#walker = WALKERS[type](expectedBytes);
  }

  /** Takes the next bytes. A refusal is final: the rest need not be sent. */
  push(chunk: Uint8Array): Refusal | null {
    if (this.#refused !== null) return this.#refused;
    this.#refused = this.#eicar.push(chunk) ? refuse("malware") : this.#advance(chunk);
    return this.#refused;
  }

  /** All bytes were given. */
  async finish(): Promise<Inspection> {
    if (this.#refused === null && this.#head !== null) this.#refused = this.#start(this.#head);
    if (this.#refused !== null) return { refused: this.#refused };
    const verdict = await this.#walker.finish();
    return "refused" in verdict ? verdict : { ...verdict, mediaType: FILE_TYPES[this.#type].mediaType };
  }

  #advance(chunk: Uint8Array): Refusal | null {
    if (this.#head === null) return this.#walker.push(chunk);
    const head = Buffer.concat([this.#head, chunk]);
    this.#head = head;
    return head.length < MAGIC_BYTES ? null : this.#start(head);
  }

  #start(head: Buffer): Refusal | null {
    this.#head = null;
    return head.length === 0 ? refuse("empty") : (matchMagic(this.#type, head) ?? this.#walker.push(head));
  }
}
