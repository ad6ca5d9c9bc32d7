/** The two papers that are made from the file itself: the letter of explanation and the index. */
import { CONTENT_WIDTH, INK, PAGE, Paper, type TextStyle } from "@/lib/paper/paper";
import type { ManifestFile } from "./types";

const BODY: TextStyle = { size: 10.5, gap: 3 };
const SMALL: TextStyle = { size: 8, gap: 1.5, color: INK.second };
const HEADING: TextStyle = { size: 16, weight: "bold" };
const LABEL: TextStyle = { size: 9.5, weight: "semibold" };

interface PaperOf {
  caseNumber: string;
  clientName: string;
  firmName: string;
  packageNumber: number;
  /** The one instant that every paper of the package bears. */
  madeAt: Date;
  /** The day of it in the firm's zone, in words. */
  day: string;
}

function newPaper({ firmName, clientName, caseNumber, madeAt }: PaperOf, title: string): Paper {
  return new Paper({ title: `${title}, ${clientName}`, author: firmName, subject: caseNumber, madeAt });
}

/** A paper, closed, with its pages counted. */
export interface FinishedPaper {
  bytes: Buffer;
  pages: number;
}

async function finished(paper: Paper, foot: string): Promise<FinishedPaper> {
  const pages = paper.pageCount();
  return { bytes: await paper.finish(foot), pages };
}

/** The letter as it was written: paragraphs, and lists of what begins with a dash. */
export function renderLetter(about: PaperOf, letter: string): Promise<FinishedPaper> {
  const paper = newPaper(about, "Letter of explanation");
  paper.paragraph("P", about.firmName, { ...LABEL, size: 11 }, 2);
  paper.paragraph("P", `${about.day}. File ${about.caseNumber}`, SMALL, 22);
  paper.paragraph("H1", "Letter of explanation", HEADING, 4);
  paper.paragraph(
    "P",
    `Application for permanent residence of ${about.clientName}`,
    { ...BODY, color: INK.second },
    18,
  );
  for (const part of letter.split(/\n{2,}/)) {
    const lines = part.split("\n");
    lines.forEach((line, index) => {
      const after = index === lines.length - 1 ? 11 : 3;
      const words = line.trim().replace(/^- /, "•  ");
      if (words !== "") paper.paragraph("P", words, BODY, after);
    });
  }
  return finished(paper, `${about.firmName}, file ${about.caseNumber}`);
}

function sourceWords({ sources }: ManifestFile): string {
  return sources.map(({ document, version }) => `${document}, version ${version}`).join("; ");
}

function drawFile(paper: Paper, file: ManifestFile): void {
  const facts = [
    file.person,
    `${file.pages} ${file.pages === 1 ? "page" : "pages"}`,
    `${file.bytes.toLocaleString("en-CA")} bytes`,
  ].filter((fact) => fact !== null);
  const lines: [string, TextStyle][] = [
    [file.title, LABEL],
    [`${file.name}: ${facts.join(", ")}`, SMALL],
    [`SHA-256 ${file.sha256}`, SMALL],
    ...(file.sources.length === 0 ? [] : [[`From ${sourceWords(file)}`, SMALL] as [string, TextStyle]]),
  ];
  paper.room(lines.reduce((sum, [words, style]) => sum + paper.heightOf(words, CONTENT_WIDTH, style), 16));
  for (const [words, style] of lines) paper.paragraph("P", words, style, 1.5);
  paper.rule(paper.y + 4, INK.line, PAGE.margin, CONTENT_WIDTH);
  paper.y += 11;
}

/** Every file of the package in its order, with what it is made of. */
export function renderIndex(about: PaperOf, files: readonly ManifestFile[]): Promise<FinishedPaper> {
  const paper = newPaper(about, "Index of the package");
  paper.paragraph("P", about.firmName, { ...LABEL, size: 11 }, 2);
  paper.paragraph("P", `${about.day}. File ${about.caseNumber}`, SMALL, 22);
  paper.paragraph("H1", `Index of package ${about.packageNumber}`, HEADING, 4);
  paper.paragraph("P", about.clientName, { ...BODY, color: INK.second }, 16);
  for (const file of files) drawFile(paper, file);
  return finished(paper, `${about.firmName}, file ${about.caseNumber}, package ${about.packageNumber}`);
}
