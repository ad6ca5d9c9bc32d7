"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef } from "react";

interface PdfPageProps {
  document: PDFDocumentProxy;
  /** From 1. */
  number: number;
  /** CSS pixels; the height follows. */
  width: number;
  /** Degrees, clockwise. */
  rotation?: number;
  label: string;
  className?: string;
}

/** One page, drawn on a canvas as sharp as the screen. */
export function PdfPage({ document, number, width, rotation = 0, label, className }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    let gone = false;
    let cancel = () => {
      gone = true;
    };
    void document.getPage(number).then((page) => {
      if (gone) return;
      const turned = (page.rotate + rotation) % 360;
      const natural = page.getViewport({ scale: 1, rotation: turned });
      const viewport = page.getViewport({
        scale: (width / natural.width) * window.devicePixelRatio,
        rotation: turned,
      });
      target.width = Math.round(viewport.width);
      target.height = Math.round(viewport.height);
      target.style.width = `${width}px`;
      const task = page.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      // A drawing that was cancelled ends with an error: nothing is wrong.
      task.promise.catch(() => undefined);
    });
    return () => cancel();
  }, [document, number, width, rotation]);

  return <canvas ref={canvas} role="img" aria-label={label} className={className} />;
}
