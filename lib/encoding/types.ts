/** A page of one of the sources that go into a new PDF. A picture is one page. */
export interface PageChoice {
  /** Place in the list of sources, from 0. */
  readonly source: number;
  /** From 0. */
  readonly page: number;
  /** Degrees clockwise, on top of how the page stands in its source. */
  readonly turn: Turn;
}

export type Turn = 0 | 90 | 180 | 270;

/** What the child process is asked to do with the bytes it is given. */
export type EncodingJob =
  /** Reads one file: a PDF, a JPEG or a PNG. */
  | { readonly op: "describe" }
  /** Makes one PDF of pages of the sources, in the order given; each page at most once. */
  | { readonly op: "assemble"; readonly pages: readonly PageChoice[] }
  /** Makes one file smaller than `maxBytes`, as far as that goes without harm to its legibility. */
  | { readonly op: "shrink"; readonly maxBytes: number };

export interface DescribedPage {
  /** Points (1/72 inch) of a PDF's page, pixels of a picture; as it is seen, after its own rotation. */
  readonly width: number;
  readonly height: number;
  /** It shows characters, not only pictures of them. */
  readonly hasText: boolean;
}

export interface Description {
  readonly type: "pdf" | "jpeg" | "png";
  readonly pages: readonly DescribedPage[];
}

export interface Shrunk {
  readonly bytes: Buffer;
  /** A picture becomes a JPEG. */
  readonly type: "pdf" | "jpeg" | "png";
  /** It is smaller than was asked. If not, less would be illegible: these are the fewest bytes that can be read. */
  readonly fits: boolean;
  /**
   * Dots per inch of the coarsest picture that was made smaller, if it covers its page; null when none was.
   */
  readonly dpi: number | null;
}

/** What each job gives. */
export interface EncodingResults {
  describe: Description;
  assemble: { readonly bytes: Buffer; readonly pages: number };
  shrink: Shrunk;
}

export type EncodingFailure =
  | "timed_out"
  | "too_large_in_memory"
  /** It is no whole file of its type, or the decoder gave up on it. */
  | "damaged"
  /** A PDF with a password, be it only for printing or changing. */
  | "encrypted"
  /** Neither PDF, JPEG nor PNG, or a picture of more than 50 megapixels, or a page that is not there. */
  | "unsupported";

export type EncodingResult<Op extends EncodingJob["op"]> =
  | { readonly ok: true; readonly value: EncodingResults[Op] }
  | { readonly ok: false; readonly failure: EncodingFailure };
