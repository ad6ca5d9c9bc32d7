import type { EncodingFailure } from "@/lib/encoding/types";

/** A file that cannot be worked with, told apart from one that the decoder choked on. */
export class EncodingFault extends Error {
  constructor(readonly failure: EncodingFailure) {
    super(failure);
    this.name = "EncodingFault";
  }
}
