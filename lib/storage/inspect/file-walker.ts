import type { Walk } from "@/lib/storage/inspect/byte-source";
import { ByteSource } from "@/lib/storage/inspect/byte-source";
import type { Refusal } from "@/lib/storage/inspect/refusal";

/** Kept, but worth knowing: such a file is only ever downloaded, or needs a look by staff. */
export type FileFlag =
  | "pdf.javascript"
  | "pdf.launch"
  | "pdf.open_action"
  | "pdf.embedded_file"
  | "pdf.xfa"
  | "pdf.encrypted"
  | "jpeg.extra_pictures"
  | "jpeg.phone_trailer"
  | "docx.external_content";

export interface Accepted {
  readonly flags: readonly FileFlag[];
  /** Only where it is certain. */
  readonly pages?: number;
}

export type Verdict = Accepted | { readonly refused: Refusal };

/** Judges the structure of one file from its bytes in order. */
export interface FileWalker {
  /** Takes the next bytes. A refusal is final: the rest need not be sent. */
  push(chunk: Uint8Array): Refusal | null;
  /** All bytes were given. */
  finish(): Promise<Verdict>;
}

/** Runs a walk that is fed chunk by chunk. */
export function streamingWalker(walk: (source: ByteSource) => Walk<Verdict>): FileWalker {
  const source = new ByteSource();
  const running = walk(source);
  let verdict: Verdict | null = null;
  const advance = (): Verdict | null => {
    if (verdict !== null) return verdict;
    const step = running.next();
    if (step.done === true) verdict = step.value;
    return verdict;
  };
  return {
    push(chunk) {
      source.feed(chunk);
      const reached = advance();
      return reached !== null && "refused" in reached ? reached.refused : null;
    },
    async finish() {
      source.end();
      const reached = advance();
      if (reached === null) throw new Error("A walk must come to a verdict at the end of the file.");
      return reached;
    },
  };
}
