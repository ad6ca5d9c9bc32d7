/** pdf.js counts on what Node has from version 22 on; we also run on 20. */
function addWithResolvers(): void {
  if ("withResolvers" in Promise) return;
  Object.assign(Promise, {
    withResolvers: () => {
      let settle: object = {};
      const promise = new Promise((resolve, reject) => {
        settle = { resolve, reject };
      });
      return { promise, ...settle };
    },
  });
}

/** What a reader sees of a PDF: words page by page, and what the file says of itself. */
export interface ReadPdf {
  /** All pages; a space between pieces, so that words can be looked for. */
  text: string;
  pages: string[];
  title: string | null;
  language: string | null;
  /** What the structure calls its parts, for a screen reader: `H1`, `Table`. */
  roles: ReadonlySet<string>;
}

interface StructNode {
  role?: string;
  children?: StructNode[];
}

function rolesIn(node: StructNode | null): string[] {
  if (node === null) return [];
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesIn)];
}

interface Piece {
  str: string;
  /** The last two are where it begins, points. */
  transform: number[];
  width: number;
}

/** Pieces that touch are one word; others are words of their own. */
function inReadingOrder(pieces: readonly Piece[]): string {
  let text = "";
  let end: { x: number; y: number } | null = null;
  for (const { str, transform, width } of pieces) {
    if (str.trim() === "") continue;
    const [x = 0, y = 0] = transform.slice(-2);
    const touches = end !== null && Math.abs(end.y - y) < 1 && Math.abs(end.x - x) < 1;
    text += (touches ? "" : " ") + str;
    end = { x: x + width, y };
  }
  return text.replace(/\s+/g, " ").trim();
}

interface PdfInfo {
  Title?: string;
  Language?: string;
}

/** Reads a PDF as a viewer does; throws for bytes that are none, and for a broken one. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  addWithResolvers();
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), stopAtErrors: true, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const roles = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const role of rolesIn((await page.getStructTree()) as StructNode | null)) roles.add(role);
    const { items } = await page.getTextContent();
    pages.push(inReadingOrder(items.filter((item) => "str" in item)));
  }
  const info = (await document.getMetadata()).info as PdfInfo;
  await task.destroy();
  return {
    pages,
    text: pages.join(" "),
    title: info.Title ?? null,
    language: info.Language ?? null,
    roles,
  };
}
