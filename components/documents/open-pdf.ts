import type { PDFDocumentProxy } from "pdfjs-dist";

/** Decoders that pdf.js fetches by name when a scan needs them; each becomes a file of our own build. */
const DECODERS: Readonly<Record<string, string>> = {
  "jbig2.wasm": new URL("pdfjs-dist/wasm/jbig2.wasm", import.meta.url).href,
  "openjpeg.wasm": new URL("pdfjs-dist/wasm/openjpeg.wasm", import.meta.url).href,
};

/** Hands pdf.js its decoders. It asks for nothing else: no maps of character sets, no fonts from anywhere. */
class BundledDecoders {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = DECODERS[filename];
    if (url === undefined) throw new Error("not bundled");
    const response = await fetch(url);
    if (!response.ok) throw new Error("decoder missing");
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** What the viewer shows of a PDF, and how to let go of it. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  close: () => void;
}

/**
 * Reads a PDF in the browser, in a worker, from bytes that were fetched once: one view, one row in the access log.
 * Scripts and forms inside it are never run.
 */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    "pdfjs-dist/legacy/build/pdf.worker.min.mjs",
    import.meta.url,
  ).href;
  const task = pdfjs.getDocument({
    data: bytes,
    enableXfa: false,
    useWorkerFetch: false,
    BinaryDataFactory: BundledDecoders,
    stopAtErrors: false,
  });
  return { document: await task.promise, close: () => void task.destroy() };
}
