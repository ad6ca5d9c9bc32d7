/** What can be said of a chosen file without reading it. Pure. */

/** Without HEIC, so that iPhones convert on the way (SECURITY.md 5.7). */
export const ACCEPTED_FILES = "image/jpeg,image/png,application/pdf,.docx";
export const ACCEPTED_PHOTOS = "image/jpeg,image/png";

export const MAX_BYTES = 25 * 1024 * 1024;

export type FileKind = "picture" | "heic" | "pdf" | "word" | "other";

interface Named {
  name: string;
  size: number;
}

const KINDS: Readonly<Record<string, FileKind>> = {
  ...{ jpg: "picture", jpeg: "picture", png: "picture" },
  ...{ heic: "heic", heif: "heic", pdf: "pdf", docx: "word" },
};

export function kindOf({ name }: Pick<Named, "name">): FileKind {
  return KINDS[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "other";
}

export type FileFault = "heic" | "type_not_accepted" | "empty" | "too_large";

/** Why a file cannot be sent as it is; null when it may be tried. */
export function faultOf(file: Named): FileFault | null {
  const kind = kindOf(file);
  if (kind === "heic") return "heic";
  if (kind === "other") return "type_not_accepted";
  if (file.size === 0) return "empty";
  return file.size > MAX_BYTES ? "too_large" : null;
}

/** `letter` of `letter.pdf`. */
export function baseName(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}
