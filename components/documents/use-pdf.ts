"use client";

import { useEffect, useState } from "react";
import { openPdf, type OpenPdf } from "./open-pdf";

/**
 * The PDF of a version: fetched once, as bytes, which the access log records as a view. `null` while it loads or where
 * none is wanted, `failed` when it cannot be shown.
 */
export function usePdf(versionId: string, isPdf: boolean): OpenPdf | "failed" | null {
  const [pdf, setPdf] = useState<OpenPdf | "failed" | null>(null);
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
      if (!stop.signal.aborted) setPdf("failed");
    });
    return () => {
      stop.abort();
      opened?.close();
    };
  }, [versionId, isPdf]);
  return pdf;
}
