import { drawChart, drawScore } from "./draw-chart";
import { drawTable, drawVerdict, leastTableHeight } from "./draw-table";
import { CONTENT_WIDTH, INK, PAGE, Paper, type TextStyle } from "@/lib/paper/paper";
import type { AssessmentReport, Block } from "./types";

const BODY: TextStyle = { size: 9.5, gap: 2 };
const QUIET: TextStyle = { size: 8.5, gap: 1.5, color: INK.second };
const HEADING: TextStyle = { size: 12.5, weight: "bold" };
const SUBHEADING: TextStyle = { size: 10, weight: "semibold" };

/** The firm at the left, where it can be reached at the right, and the product's one line of red. */
function drawLetterhead(paper: Paper, { letterhead }: AssessmentReport): void {
  const right: TextStyle = { size: 8, color: INK.second, align: "right", gap: 1.5 };
  const half = CONTENT_WIDTH / 2;
  const words = letterhead.lines.join("\n");
  const height = Math.max(20, paper.heightOf(words, half, right));
  paper.tag("P", () => {
    paper.put(letterhead.firmName, PAGE.margin, paper.y, half, { size: 13, weight: "bold" });
    paper.put(words, PAGE.margin + half, paper.y, half, right);
  });
  paper.y += height + 8;
  paper.ornament((doc) => doc.rect(PAGE.margin, paper.y, 28, 2).fill(INK.maple));
  paper.rule(paper.y + 1, INK.line, PAGE.margin + 32, CONTENT_WIDTH - 32);
  paper.y += 20;
}

function drawTitle(paper: Paper, { title, clientName, particulars }: AssessmentReport): void {
  paper.paragraph("P", title, { size: 9.5, weight: "medium", color: INK.second }, 2);
  paper.paragraph("H1", clientName, { size: 21, weight: "bold" }, 8);
  const [termWidth, size] = [92, 8.5];
  for (const { term, value } of particulars) {
    const style: TextStyle = { size, gap: 1 };
    const height = paper.heightOf(value, CONTENT_WIDTH - termWidth, style);
    paper.room(height);
    paper.tag("P", () => {
      paper.put(term, PAGE.margin, paper.y, termWidth, { size, color: INK.third });
      paper.put(value, PAGE.margin + termWidth, paper.y, CONTENT_WIDTH - termWidth, style);
    });
    paper.y += height + 2;
  }
  paper.y += 14;
}

/** A heading, with what comes first under it kept on the same page. */
function drawHeading(
  paper: Paper,
  block: Extract<Block, { kind: "heading" | "subheading" }>,
  next: number,
): void {
  const big = block.kind === "heading";
  const style = big ? HEADING : SUBHEADING;
  const height = paper.heightOf(block.text, CONTENT_WIDTH, style);
  paper.y += big ? 8 : 2;
  paper.room(height + 10 + next);
  const verdict = block.kind === "subheading" ? block.verdict : undefined;
  const x = PAGE.margin + (verdict === undefined ? 0 : 13);
  const wide = paper.widthOf(block.text, style);
  if (verdict !== undefined) drawVerdict(paper, verdict, PAGE.margin, paper.y + 2.5);
  paper.tag(big ? "H2" : "H3", () => {
    paper.put(block.text, x, paper.y, CONTENT_WIDTH, style);
    const beside: TextStyle = { size: 8.5, color: INK.second };
    const top = paper.y + (big ? 3.6 : 1.4);
    paper.put(block.detail ?? "", x + wide + 8, top, PAGE.width - PAGE.margin - x - wide - 8, beside);
  });
  paper.y += height + (big ? 6 : 3);
}

function drawNotice(paper: Paper, text: string): void {
  const style: TextStyle = { ...BODY, size: 9, weight: "medium" };
  const height = paper.heightOf(text, CONTENT_WIDTH - 28, style) + 12;
  paper.room(height);
  paper.ornament((doc) => {
    doc.roundedRect(PAGE.margin, paper.y, CONTENT_WIDTH, height, 4).fill(INK.watchSoft);
    doc.rect(PAGE.margin, paper.y, 3, height).fill(INK.watch);
  });
  paper.tag("P", () => paper.put(text, PAGE.margin + 14, paper.y + 6, CONTENT_WIDTH - 28, style));
  paper.y += height + 8;
}

function drawList(paper: Paper, items: readonly string[]): void {
  for (const item of items) {
    const height = paper.heightOf(item, CONTENT_WIDTH - 12, BODY);
    paper.room(height);
    paper.ornament((doc) => doc.circle(PAGE.margin + 3, paper.y + 5.6, 1.4).fill(INK.third));
    paper.tag("P", () => paper.put(item, PAGE.margin + 12, paper.y, CONTENT_WIDTH - 12, BODY));
    paper.y += height + 3;
  }
  paper.y += 4;
}

/** The least that a block takes, for the heading above it. */
function leastHeight(paper: Paper, block: Block | undefined): number {
  switch (block?.kind) {
    case "table":
      return leastTableHeight(paper, block.columns, block.lines);
    case "subheading":
      return 90;
    case "chart":
      return 165;
    default:
      return 40;
  }
}

function drawBlock(paper: Paper, block: Block, next: Block | undefined): void {
  switch (block.kind) {
    case "heading":
    case "subheading":
      return drawHeading(paper, block, leastHeight(paper, next));
    case "paragraph":
      return paper.paragraph("P", block.text, block.quiet ? QUIET : BODY);
    case "notice":
      return drawNotice(paper, block.text);
    case "list":
      return drawList(paper, block.items);
    case "table":
      return drawTable(paper, block.columns, block.lines);
    case "score":
      return drawScore(paper, block);
    case "chart":
      return drawChart(paper, block.data);
  }
}

/** The report as a PDF: letter paper, selectable text, the fonts it uses inside, tagged for screen readers. */
export function renderReport(report: AssessmentReport): Promise<Buffer> {
  const paper = new Paper({
    title: `${report.title}, ${report.clientName}`,
    author: report.letterhead.firmName,
    subject: report.title,
    madeAt: report.printedAt,
  });
  drawLetterhead(paper, report);
  drawTitle(paper, report);
  report.blocks.forEach((block, index) => drawBlock(paper, block, report.blocks[index + 1]));
  return paper.finish(report.foot);
}
