import { createEicarScan } from "@/lib/storage/inspect/eicar";
import type { FileFlag, Verdict } from "@/lib/storage/inspect/file-walker";
import type { Refusal } from "@/lib/storage/inspect/refusal";
import { refuse } from "@/lib/storage/inspect/refusal";
import { MIB } from "@/lib/storage/limits";

const CONTENT_TYPES = "[content_types].xml";
const MAIN_PART = "word/document.xml";
const MAIN_CONTENT_TYPE = "wordprocessingml.document.main+xml";
const MAX_XML_BYTES = MIB;
const OLE_MAGIC = Buffer.of(0xd0, 0xcf, 0x11, 0xe0);
const ZIP_MAGIC = Buffer.of(0x50, 0x4b, 0x03, 0x04);
const MAGIC_BYTES = 4;

/** Receives one part of the document as it is unpacked. */
interface DocxPart {
  push(chunk: Buffer): Refusal | null;
  end(): void;
}

/** What the parts of a Word document say about it: macros, files inside, parts loaded from elsewhere. */
export class DocxContents {
  readonly #names = new Set<string>();
  readonly #relationships: string[] = [];
  #contentTypes = "";

  /** Starts the part of that name. */
  part(fileName: string): DocxPart {
    const name = fileName.toLowerCase();
    this.#names.add(name);
    const eicar = createEicarScan();
    const isXmlOfInterest = name === CONTENT_TYPES || name.endsWith(".rels");
    const kept: Buffer[] = [];
    let keptBytes = 0;
    let head = Buffer.alloc(0);
    return {
      push: (chunk) => {
        if (eicar.push(chunk)) return refuse("malware");
        if (head.length < MAGIC_BYTES) {
          head = Buffer.concat([head, chunk.subarray(0, MAGIC_BYTES - head.length)]);
          if (head.equals(OLE_MAGIC) || head.equals(ZIP_MAGIC)) {
            return refuse(isMacroPart(name) ? "docx_macros" : "docx_embedded_file");
          }
        }
        if (!isXmlOfInterest) return null;
        keptBytes += chunk.length;
        if (keptBytes > MAX_XML_BYTES) return refuse("docx_too_complex");
        kept.push(chunk);
        return null;
      },
      end: () => {
        if (name === CONTENT_TYPES) this.#contentTypes = readXml(kept);
        else if (isXmlOfInterest) this.#relationships.push(readXml(kept));
      },
    };
  }

  /** To be asked when all parts have ended. */
  judge(): Verdict {
    const names = [...this.#names];
    if (!this.#names.has(CONTENT_TYPES) || !this.#names.has(MAIN_PART))
      return { refused: refuse("docx_not_word") };
    if (names.some(isMacroPart) || /macroEnabled|vbaProject/i.test(this.#contentTypes)) {
      return { refused: refuse("docx_macros") };
    }
    if (!this.#contentTypes.includes(MAIN_CONTENT_TYPE)) return { refused: refuse("docx_not_word") };
    if (names.some(isEmbeddedPart)) return { refused: refuse("docx_embedded_file") };
    return this.#judgeRelationships();
  }

  /**
   * Coarse on purpose: it looks for words, not elements, so no trick of XML syntax hides one. Links to click
   * are ordinary; a template or object from elsewhere is loaded on opening.
   */
  #judgeRelationships(): Verdict {
    const flags = new Set<FileFlag>();
    for (const xml of this.#relationships) {
      if (!/\bExternal\b/i.test(xml)) continue;
      if (/attachedTemplate|oleObject|subDocument|relationships\/frame/i.test(xml)) {
        return { refused: refuse("docx_external_template") };
      }
      const targets = xml.match(/\bExternal\b/gi)?.length ?? 0;
      const links = xml.match(/relationships\/hyperlink\b/gi)?.length ?? 0;
      if (targets > links) flags.add("docx.external_content");
    }
    return { flags: [...flags] };
  }
}

function isMacroPart(name: string): boolean {
  return /(?:^|\/)vba(?:project|data)[^/]*$/.test(name);
}

function isEmbeddedPart(name: string): boolean {
  return /(?:^|\/)(?:embeddings|activex)\/.|oleobject[^/]*\.bin$/.test(name);
}

/** Drops NULs, so that UTF-16 reads like ASCII, and resolves character references. */
function readXml(parts: readonly Buffer[]): string {
  const text = Buffer.concat(parts).toString("latin1").replaceAll("\0", "");
  return text.replace(
    /&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi,
    (_, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number.parseInt(decimal ?? "0", 10) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
