/** How much may be sent, and how a file may be looked at (SECURITY.md 5.7). Pure. */
import type { DocumentLine, DocumentVersion, MadeFrom, Preview, VersionLine } from "./types";

const MIB = 1024 * 1024;

/** Bytes and counts of SECURITY.md 5.7. */
export const QUOTAS = {
  fileBytes: 25 * MIB,
  caseFiles: 200,
  caseBytes: 1024 * MIB,
  userDayBytes: 500 * MIB,
  /** Announcements, sent or not: a bound on rows, not on people. */
  userDayUploads: 400,
  atOnce: 3,
} as const;

/** A reservation counts against the day while its bytes may still be on their way. */
export const RESERVATION_MINUTES = 10;

/** Seconds to wait before another try makes sense. */
export const RETRY_SECONDS = { atOnce: 5, day: 3600 } as const;

export interface Usage {
  caseFiles: number;
  caseBytes: number;
  dayUploads: number;
  dayBytes: number;
}

export interface QuotaFault {
  code: "STORAGE_FULL" | "THROTTLED";
  message: string;
}

/** Why a file of `size` bytes does not fit any more, or null. */
export function quotaFault(usage: Usage, size: number): QuotaFault | null {
  if (usage.caseFiles + 1 > QUOTAS.caseFiles) {
    return {
      code: "STORAGE_FULL",
      message: `This file holds ${QUOTAS.caseFiles} documents already, which is the most it can. Tell us, and we make room.`,
    };
  }
  if (usage.caseBytes + size > QUOTAS.caseBytes) {
    return {
      code: "STORAGE_FULL",
      message: "This file holds as much as it can (1 GB). Tell us, and we make room.",
    };
  }
  if (usage.dayUploads + 1 > QUOTAS.userDayUploads || usage.dayBytes + size > QUOTAS.userDayBytes) {
    return {
      code: "THROTTLED",
      message: "That is as much as can be sent in one day. What you sent is safe; send the rest tomorrow.",
    };
  }
  return null;
}

const PICTURES = ["image/jpeg", "image/png"];

/** Flags of a PDF that mean "only ever downloaded"; what a phone adds to a picture is harmless. */
const ACTIVE = /^(?:pdf|docx)\./;

/** How the browser may show it: pictures by `<img>`, PDF by pdf.js, everything else only saved. */
export function previewOf(file: { mediaType: string; flags: readonly string[] }): Preview {
  if (file.flags.some((flag) => ACTIVE.test(flag))) return "download";
  if (PICTURES.includes(file.mediaType)) return "picture";
  return file.mediaType === "application/pdf" ? "pdf" : "download";
}

/** A range of bytes that was asked for: `start` up to, not including, `end`. */
export interface AskedRange {
  start: number;
  end: number;
}

/**
 * Reads a `Range` header against a file's size: null for none, or one that we need not honour (RFC 9110 14.2:
 * other units, several ranges); `unsatisfiable` for one that lies outside.
 */
export function readRange(header: string | null, size: number): AskedRange | "unsatisfiable" | null {
  const match = header === null ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (!match) return null;
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return null;
  if (first === "") {
    const suffix = Number(last);
    return suffix === 0 ? "unsatisfiable" : { start: Math.max(0, size - suffix), end: size };
  }
  const start = Number(first);
  if (start >= size) return "unsatisfiable";
  const end = last === "" ? size : Math.min(size, Number(last) + 1);
  return end <= start ? null : { start, end };
}

/** `pages 1–3, 5` of page numbers in order. */
function pagesWords(pages: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === page) last[1] = page;
    else runs.push([page, page]);
  }
  const words = runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
  return `${pages.length === 1 ? "page" : "pages"} ${words}`;
}

/** `pages 1–3 of Passport, version 2`: where the pages of a file that we put together come from. */
export function madeFromWords(madeFrom: MadeFrom): string {
  return madeFrom
    .map(({ title, number, pages }) => `${pagesWords(pages)} of ${title}, version ${number}`)
    .join(" and ");
}

interface Opening {
  versionId: string | null;
  at: Date;
  by: string | null;
  detail: Readonly<Record<string, unknown>>;
}

export interface VersionContext {
  names: ReadonlyMap<string, string>;
  /** Reviewer by version. */
  reviewers: ReadonlyMap<string, string | null>;
  openings: readonly Opening[];
  /** Name of the person by checklist line. */
  people: ReadonlyMap<string, string>;
}

/** Who sent a file: an account's name, or what somebody without one typed. */
export function senderOf(
  { uploadedBy, senderName }: Pick<DocumentVersion, "uploadedBy" | "senderName">,
  names: ReadonlyMap<string, string>,
): string {
  if (senderName !== null) return `${senderName}, by a link`;
  return names.get(uploadedBy) ?? "Somebody";
}

function versionLine(version: DocumentVersion, replaced: boolean, context: VersionContext): VersionLine {
  const { names, reviewers, openings } = context;
  const { id, number, fileName, mediaType, size, sha256, state, uploadedAt, reviewedAt, returnReason } =
    version;
  const reviewer = reviewers.get(id) ?? null;
  return {
    id,
    number,
    fileName,
    mediaType,
    size,
    sha256,
    state,
    replaced,
    flagged: version.flags.length > 0,
    preview: previewOf(version),
    uploadedBy: senderOf(version, names),
    uploadedAt,
    reviewedBy: reviewer === null ? null : (names.get(reviewer) ?? "Somebody"),
    reviewedAt,
    returnReason,
    withMessage: version.messageId !== null,
    openings: openings
      .filter(({ versionId }) => versionId === id)
      .map(({ at, by, detail }) => ({
        versionId: id,
        at,
        by: by ?? "Somebody",
        how: typeof detail.how === "string" ? detail.how : "view",
      })),
  };
}

/** Versions, newest first within each document, as documents. */
export function documentLines(versions: readonly DocumentVersion[], context: VersionContext): DocumentLine[] {
  const lines: DocumentLine[] = [];
  for (const version of versions) {
    const last = lines.at(-1);
    if (last?.documentId === version.documentId) {
      last.versions.push(versionLine(version, true, context));
    } else {
      const { documentId, requirementId, title } = version;
      const personName = requirementId === null ? null : (context.people.get(requirementId) ?? null);
      const versionLines = [versionLine(version, false, context)];
      lines.push({ documentId, requirementId, title, personName, versions: versionLines });
    }
  }
  return lines;
}
