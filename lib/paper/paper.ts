/** A sheet of paper: fonts, ink, a cursor that goes down the page, and the structure that a screen reader follows. */
import { join } from "node:path";
import PDFDocument from "pdfkit";

/** Points, 72 an inch: letter paper. */
export const PAGE = { width: 612, height: 792, margin: 54, top: 48, bottom: 62 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** The light side of the product's palette, and nothing that paper would swallow. */
export const INK = {
  text: "#1c1a17",
  second: "#55504a",
  third: "#736d64",
  line: "#d9d4c9",
  sunken: "#f3f1ec",
  white: "#ffffff",
  maple: "#9b1c1f",
  ok: "#1b6b3f",
  watch: "#8a5200",
  watchSoft: "#fcefd8",
  late: "#b3261e",
  blue: "#22568f",
  purple: "#6b4a8e",
} as const;

type Weight = "regular" | "medium" | "semibold" | "bold";

/** Full fonts, from which each paper embeds what it uses: Latin with every accent, Greek, Cyrillic. */
const FONT_FOLDER = join(process.cwd(), "node_modules", "@expo-google-fonts", "inter");
const FONT_FILES: Readonly<Record<Weight, string>> = {
  regular: join(FONT_FOLDER, "400Regular", "Inter_400Regular.ttf"),
  medium: join(FONT_FOLDER, "500Medium", "Inter_500Medium.ttf"),
  semibold: join(FONT_FOLDER, "600SemiBold", "Inter_600SemiBold.ttf"),
  bold: join(FONT_FOLDER, "700Bold", "Inter_700Bold.ttf"),
};

export interface TextStyle {
  size: number;
  weight?: Weight;
  color?: string;
  align?: "left" | "right" | "center";
  /** Figures of one width, for a column of them. Slower: such text is laid out anew each time. */
  tabular?: boolean;
  /** Space between lines, points. */
  gap?: number;
}

export interface PaperData {
  title: string;
  author: string;
  subject: string;
  madeAt: Date;
}

type Doc = PDFKit.PDFDocument;
type Tag = PDFKit.PDFStructureElement;

/** The library draws a full stop or a comma too near to proportional figures. */
const FIGURES_WITH_MARKS = /\d[.,]\d/;

/** OpenType's tabular figures; where none are asked for, the library keeps its cache of words. */
function featuresOf(words: string, { tabular }: TextStyle): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return tabular || FIGURES_WITH_MARKS.test(words) ? { features: ["tnum"] } : {};
}

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const HELD_TOGETHER = new RegExp(`(\\d) (?=(?:h|${MONTHS})\\b)|\\b(${MONTHS}) (?=\\d)`, "g");

/** `31 May 2027`, `30 h`: no line ends inside. */
function unbroken(words: string): string {
  return words.replace(HELD_TOGETHER, (held) => `${held.slice(0, -1)}\u00a0`);
}

export class Paper {
  readonly doc: Doc;
  /** Top of what comes next. */
  y: number = PAGE.top;
  private readonly root: Tag;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<Buffer>;

  constructor({ title, author, subject, madeAt }: PaperData) {
    this.doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      bufferPages: true,
      lang: "en-CA",
      tagged: true,
      displayTitle: true,
      pdfVersion: "1.7",
      font: FONT_FILES.regular,
      info: { Title: title, Author: author, Subject: subject, Creator: "Landfall", CreationDate: madeAt },
    });
    for (const [weight, file] of Object.entries(FONT_FILES)) this.doc.registerFont(weight, file);
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.finished = new Promise((resolve, reject) => {
      this.doc.on("data", (chunk: Buffer) => this.chunks.push(chunk));
      this.doc.on("end", () => resolve(Buffer.concat(this.chunks)));
      this.doc.on("error", reject);
    });
  }

  private use({ size, weight = "regular", color = INK.text }: TextStyle): Doc {
    return this.doc.font(weight).fontSize(size).fillColor(color);
  }

  /** Height that words take in a width. */
  heightOf(words: string, width: number, style: TextStyle): number {
    if (words === "") return 0;
    const options = { width, lineGap: style.gap ?? 0, ...featuresOf(words, style) };
    return this.use(style).heightOfString(unbroken(words), options);
  }

  widthOf(words: string, style: TextStyle): number {
    return this.use(style).widthOfString(words, featuresOf(words, style));
  }

  /** Words at a place, wherever the cursor is. */
  put(words: string, x: number, y: number, width: number, style: TextStyle): void {
    if (words === "") return;
    this.use(style).text(unbroken(words), x, y, {
      width,
      align: style.align ?? "left",
      lineGap: style.gap ?? 0,
      ...featuresOf(words, style),
    });
  }

  /** Begins a new page where less than this is left; whether it did. */
  room(height: number): boolean {
    if (this.y + height <= PAGE.height - PAGE.bottom) return false;
    this.doc.addPage();
    this.y = PAGE.top;
    return true;
  }

  /** A part of the text as the structure names it: `H2`, `P`, `Table`. What `draw` draws belongs to it. */
  tag(type: string, draw: () => void, options: { alt?: string } = {}): void {
    this.root.add(this.doc.struct(type, options, [draw]));
  }

  /** A part that holds parts. Call the function it is given for each. */
  group(
    type: string,
    fill: (
      part: (type: string, fill: (cell: (type: string, draw: () => void) => void) => void) => void,
    ) => void,
  ): void {
    const parent = this.doc.struct(type);
    this.root.add(parent);
    fill((rowType, fillRow) => {
      const row = this.doc.struct(rowType);
      parent.add(row);
      fillRow((cellType, draw) => row.add(this.doc.struct(cellType, {}, [draw])));
    });
  }

  /** Something for the eye only: a rule, a background, a running foot. */
  ornament(draw: (doc: Doc) => void): void {
    this.doc.markContent("Artifact");
    draw(this.doc);
    this.doc.endMarkedContent();
  }

  rule(y: number, color: string = INK.line, x: number = PAGE.margin, width: number = CONTENT_WIDTH): void {
    this.ornament((doc) =>
      doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.6)
        .strokeColor(color)
        .stroke(),
    );
  }

  /** One paragraph under the cursor. */
  paragraph(type: string, words: string, style: TextStyle, after = 6): void {
    const height = this.heightOf(words, CONTENT_WIDTH, style);
    this.room(height);
    this.tag(type, () => this.put(words, PAGE.margin, this.y, CONTENT_WIDTH, style));
    this.y += height + after;
  }

  pageCount(): number {
    return this.doc.bufferedPageRange().count;
  }

  /** Numbers the pages, closes the paper and gives its bytes. */
  finish(foot: string): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    const style: TextStyle = { size: 7.5, color: INK.third };
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      const y = PAGE.height - PAGE.bottom + 20;
      this.rule(y);
      this.ornament(() => {
        this.put(foot, PAGE.margin, y + 7, CONTENT_WIDTH - 80, style);
        this.put(`Page ${page + 1} of ${count}`, PAGE.width - PAGE.margin - 80, y + 7, 80, {
          ...style,
          align: "right",
        });
      });
    }
    this.doc.end();
    return this.finished;
  }
}
