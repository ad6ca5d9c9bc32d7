"use client";

import { PdfPage } from "./pdf-page";
import { Picture } from "./picture";
import { usePdf } from "./use-pdf";

interface PageSheetProps {
  versionId: string;
  mediaType: string;
  /** From 0. */
  page: number;
  /** Degrees clockwise. */
  turn: number;
  label: string;
}

const WIDTH = 320;

/** One page of a document as it is turned. Its bytes are fetched once, which the access log records as a view. */
export function PageSheet({ versionId, mediaType, page, turn, label }: PageSheetProps) {
  const isPdf = mediaType === "application/pdf";
  const pdf = usePdf(versionId, isPdf);
  return (
    <div className="grid min-h-80 place-items-center overflow-auto border-t border-line bg-sunken p-4">
      {!isPdf && (
        <Picture src={`/api/documents/${versionId}/view`} alt={label} width={WIDTH} rotation={turn} />
      )}
      {isPdf && pdf === null && <p className="text-sm text-ink-2">Opening the page…</p>}
      {pdf === "failed" && <p className="text-sm text-ink-2">This page cannot be shown here.</p>}
      {pdf !== null && pdf !== "failed" && (
        <PdfPage
          document={pdf.document}
          number={page + 1}
          width={WIDTH}
          rotation={turn}
          label={label}
          className="bg-white border border-line"
        />
      )}
    </div>
  );
}
