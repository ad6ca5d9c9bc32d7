"use client";

import { useEffect, useState } from "react";
import { openPdf, type OpenPdf } from "./open-pdf";
import { PdfPage } from "./pdf-page";
import { Picture } from "./picture";

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

function usePdf(versionId: string, isPdf: boolean): OpenPdf | string | null {
  const [pdf, setPdf] = useState<OpenPdf | string | null>(null);
  useEffect(() => {
    if (!isPdf) return;
    const stop = new AbortController();
    let opened: OpenPdf | null = null;
    const load = async () => {
      const response = await fetch(`/api/documents/${versionId}/view`, { signal: stop.signal });
      if (!response.ok) throw new Error("refused");
      opened = await openPdf(await response.arrayBuffer());
      if (stop.signal.aborted) opened.close();
      else setPdf(opened);
    };
    load().catch(() => {
      if (!stop.signal.aborted) setPdf("This page cannot be shown here.");
    });
    return () => {
      stop.abort();
      opened?.close();
    };
  }, [versionId, isPdf]);
  return pdf;
}

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
      {typeof pdf === "string" && <p className="text-sm text-ink-2">{pdf}</p>}
      {pdf !== null && typeof pdf !== "string" && (
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
