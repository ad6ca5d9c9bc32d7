"use client";

import { Download, Eye, Minus, Plus, RotateCcw, RotateCw, Scan } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { IconButton } from "@/components/ui/icon-button";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Preview } from "@/lib/documents/types";
import type { OpenPdf } from "./open-pdf";
import { PdfPage } from "./pdf-page";
import { Picture } from "./picture";
import { usePdf } from "./use-pdf";
import { useShownPages } from "@/components/layout/shown-pages";

interface DocumentViewerProps {
  versionId: string;
  preview: Preview;
  fileName: string;
  /** `09:41`: when this view was written into the access log. */
  recordedAt: string;
  /** Under the pages: other versions, the passport beside it. */
  aside?: ReactNode;
}

const STEPS = [50, 75, 100, 125, 150, 200, 300];
const THUMBNAIL_WIDTH = 72;
/** More pages are reached by number, not by picture. */
const THUMBNAILS = 30;
const PAGE_PADDING = 40;

/** Width of an element, followed while it changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

/**
 * Looks at one version: pictures as they are, PDF drawn page by page by pdf.js. What would be active is only ever
 * downloaded. Key it by the version, so that nothing of one document is left in the next.
 */
export function DocumentViewer({ versionId, preview, fileName, recordedAt, aside }: DocumentViewerProps) {
  const pdf = usePdf(versionId, preview === "pdf");
  const { box, width } = useWidth();
  const [zoom, setZoom] = useState(100);
  const [rotation, setRotation] = useState(0);
  const [page, setPage] = useState(1);
  const step = (by: 1 | -1) => {
    const next = by > 0 ? STEPS.find((one) => one > zoom) : STEPS.findLast((one) => one < zoom);
    if (next !== undefined) setZoom(next);
  };
  const turn = (by: number) => setRotation((now) => (now + by + 360) % 360);
  useShortcut("+", () => step(1));
  useShortcut("-", () => step(-1));
  useShortcut("f", () => setZoom(100));
  useShortcut("r", () => turn(90));
  useShortcut("R", () => turn(-90));
  const fitted = Math.max(160, width - PAGE_PADDING);
  const pages = pdf !== null && pdf !== "failed" ? pdf.document.numPages : preview === "picture" ? 1 : 0;
  const shown = useShownPages();
  const tell = useEffectEvent(() => shown?.setPages(pages));
  useEffect(() => tell(), [pages]);
  useShortcut("ArrowRight", () => setPage((now) => Math.min(now + 1, Math.max(pages, 1))));
  useShortcut("ArrowLeft", () => setPage((now) => Math.max(now - 1, 1)));

  return (
    <section aria-label="Document" className="flex min-h-0 min-w-0 flex-col bg-sunken">
      <div
        role="toolbar"
        aria-label="Page tools"
        className="flex min-h-11 flex-wrap items-center gap-0.5 border-b border-line bg-surface px-3"
      >
        <IconButton size="sm" label="Zoom out" icon={<Minus aria-hidden />} onClick={() => step(-1)} />
        <output className="w-12 text-center text-sm tabular-nums">{zoom} %</output>
        <IconButton size="sm" label="Zoom in" icon={<Plus aria-hidden />} onClick={() => step(1)} />
        <Button variant="quiet" size="sm" icon={<Scan aria-hidden />} onClick={() => setZoom(100)}>
          Fit
        </Button>
        <IconButton size="sm" label="Turn left" icon={<RotateCcw aria-hidden />} onClick={() => turn(-90)} />
        <IconButton size="sm" label="Turn right" icon={<RotateCw aria-hidden />} onClick={() => turn(90)} />
        <a
          href={`/api/documents/${versionId}`}
          download
          className={buttonClass({ variant: "quiet", size: "sm" })}
        >
          <Download aria-hidden />
          <span className="max-xl:sr-only">Download</span>
        </a>
        <span className="ml-auto flex items-center gap-1.5 text-xs text-ink-3 max-sm:hidden">
          <Eye size={14} aria-hidden />
          Your view is recorded, {recordedAt}
        </span>
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="flex w-26 shrink-0 flex-col items-center gap-3 overflow-y-auto px-2 py-4 text-xs text-ink-2 max-md:hidden">
          {pdf !== null &&
            pdf !== "failed" &&
            Array.from({ length: Math.min(pages, THUMBNAILS) }, (_, index) => index + 1).map((number) => (
              <button
                key={number}
                type="button"
                aria-current={number === page}
                onClick={() => setPage(number)}
                className="group flex flex-col items-center gap-1 aria-[current=true]:font-semibold aria-[current=true]:text-ink"
              >
                <PdfPage
                  document={pdf.document}
                  number={number}
                  width={THUMBNAIL_WIDTH}
                  label={`Page ${number}`}
                  className="border border-line-strong bg-surface group-aria-[current=true]:outline-2 group-aria-[current=true]:outline-offset-2 group-aria-[current=true]:outline-ink"
                />
                {number}
              </button>
            ))}
          {aside}
        </div>
        <div
          ref={box}
          className="min-h-80 min-w-0 flex-1 overflow-auto"
          tabIndex={0}
          role="region"
          aria-label={fileName}
        >
          <div className="grid min-h-full min-w-fit place-items-center p-4">
            <Sheet {...{ versionId, preview, fileName, pdf, page, rotation }} width={(fitted * zoom) / 100} />
          </div>
        </div>
      </div>
      {pages > 1 && (
        <p className="flex items-center justify-center gap-3 border-t border-line bg-surface py-1 text-sm">
          <Button variant="quiet" size="sm" disabled={page <= 1} onClick={() => setPage(page - 1)}>
            Previous page
          </Button>
          <span className="tabular-nums">
            {page} of {pages}
          </span>
          <Button variant="quiet" size="sm" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            Next page
          </Button>
        </p>
      )}
    </section>
  );
}

interface SheetProps {
  versionId: string;
  preview: Preview;
  fileName: string;
  pdf: OpenPdf | "failed" | null;
  page: number;
  rotation: number;
  width: number;
}

function Sheet({ versionId, preview, fileName, pdf, page, rotation, width }: SheetProps) {
  if (preview === "download") {
    return (
      <div className="max-w-80 text-center text-ink-2">
        <p>This kind of file is not shown in the browser, for safety. Download it to look at it.</p>
      </div>
    );
  }
  if (preview === "picture") {
    return (
      // Our own authorised route, one view, one row: next/image would fetch and keep it (SECURITY.md D4).
      <Picture
        src={`/api/documents/${versionId}/view`}
        alt={fileName}
        width={Math.round(width)}
        rotation={rotation}
      />
    );
  }
  if (pdf === null) return <p className="text-ink-2">Opening the document…</p>;
  if (pdf === "failed") {
    return (
      <p className="max-w-80 text-center text-ink-2">
        This PDF cannot be shown here. Download it to look at it.
      </p>
    );
  }
  return (
    <PdfPage
      document={pdf.document}
      number={page}
      width={Math.round(width)}
      rotation={rotation}
      label={`Page ${page} of ${fileName}`}
      className="border border-line-strong bg-surface"
    />
  );
}
