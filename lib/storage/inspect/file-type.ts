/** The four kinds of file that are stored. */
export type FileType = "pdf" | "jpeg" | "png" | "docx";

interface FileTypeFacts {
  readonly mediaType: string;
  /** Lower case, without the dot; the first is the one used for downloads. */
  readonly extensions: readonly [string, ...string[]];
  /** With its article, as it stands in a sentence. */
  readonly spoken: string;
}

export const FILE_TYPES: Readonly<Record<FileType, FileTypeFacts>> = {
  pdf: { mediaType: "application/pdf", extensions: ["pdf"], spoken: "a PDF" },
  jpeg: { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"], spoken: "a JPEG picture" },
  png: { mediaType: "image/png", extensions: ["png"], spoken: "a PNG picture" },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
    spoken: "a Word document",
  },
};

const TYPES: readonly FileType[] = ["pdf", "jpeg", "png", "docx"];

/** The type that goes with a lower-case extension, or null for any that is not accepted. */
export function fileTypeOfExtension(extension: string): FileType | null {
  return TYPES.find((type) => FILE_TYPES[type].extensions.includes(extension)) ?? null;
}
