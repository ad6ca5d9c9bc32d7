/** A table on paper: its head is said again on every page it runs over. */
import type { Verdict } from "@/lib/express-entry/eligibility/criterion";
import { CONTENT_WIDTH, INK, PAGE, type Paper, type TextStyle } from "@/lib/paper/paper";
import type { Column, TableLine } from "./types";

const PAD = { x: 4, y: 3.2 } as const;
/** Room for a mark before the first cell. */
const MARK_WIDTH = 12;
const HEAD: TextStyle = { size: 7.5, weight: "semibold", color: INK.third };

function styleOf(line: TableLine, index: number, align: "left" | "right"): TextStyle {
  const base: TextStyle = { size: 8.5, gap: 1, align, tabular: align === "right" };
  const names = index === 0 || align === "right";
  switch (line.look) {
    case "head":
      return names ? { ...base, weight: "semibold" } : { ...base, color: INK.second };
    case "total":
      return { ...base, weight: "semibold" };
    case "quiet":
      return { ...base, color: INK.third };
    default:
      return index === 0 ? { ...base, weight: "medium" } : base;
  }
}

interface Placed {
  x: number;
  width: number;
  align: "left" | "right";
}

function place(columns: readonly Column[]): Placed[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  let x = PAGE.margin;
  return columns.map(({ share, align }) => {
    const width = (share / all) * CONTENT_WIDTH;
    const placed: Placed = { x: x + PAD.x, width: width - 2 * PAD.x, align: align ?? "left" };
    x += width;
    return placed;
  });
}

/** A tick, a cross or a question mark of 7 points: the word stands in the cell. */
export function drawVerdict(paper: Paper, verdict: Verdict, x: number, y: number): void {
  paper.ornament((doc) => {
    doc.lineWidth(1.3).lineCap("round").lineJoin("round");
    if (verdict === "met") {
      doc
        .moveTo(x, y + 4)
        .lineTo(x + 2.6, y + 6.6)
        .lineTo(x + 7.4, y + 1)
        .strokeColor(INK.ok)
        .stroke();
    } else if (verdict === "not_met") {
      doc
        .moveTo(x + 0.8, y + 0.8)
        .lineTo(x + 6.4, y + 6.6)
        .strokeColor(INK.late)
        .stroke();
      doc
        .moveTo(x + 6.4, y + 0.8)
        .lineTo(x + 0.8, y + 6.6)
        .strokeColor(INK.late)
        .stroke();
    } else {
      doc.path(`M ${x + 1.4} ${y + 1.6} a 2.1 1.9 0 1 1 2.8 2.1 c -0.6 0.3 -0.7 0.7 -0.7 1.1`);
      doc.strokeColor(INK.watch).stroke();
      doc.circle(x + 3.5, y + 7, 0.8).fill(INK.watch);
    }
  });
}

type Cell = (type: string, draw: () => void) => void;

function drawHead(paper: Paper, columns: readonly Column[], places: readonly Placed[], cell: Cell): void {
  const height = Math.max(
    ...columns.map(({ label }, i) => paper.heightOf(label, places[i]?.width ?? 0, HEAD)),
  );
  columns.forEach(({ label }, index) => {
    const { x, width, align } = places[index] ?? { x: 0, width: 0, align: "left" };
    cell("TH", () => paper.put(label, x, paper.y + PAD.y, width, { ...HEAD, align }));
  });
  paper.y += height + 2 * PAD.y;
  paper.rule(paper.y);
}

function cellOf(line: TableLine, index: number, { x, width }: Placed): { x: number; width: number } {
  const inset = index === 0 && line.verdict !== undefined ? MARK_WIDTH : 0;
  return { x: x + inset, width: width - inset };
}

function heightOf(paper: Paper, line: TableLine, places: readonly Placed[]): number {
  const heights = places.map((placed, index) =>
    paper.heightOf(
      line.cells[index] ?? "",
      cellOf(line, index, placed).width,
      styleOf(line, index, placed.align),
    ),
  );
  return Math.max(...heights) + 2 * PAD.y;
}

function drawLine(paper: Paper, line: TableLine, places: readonly Placed[], cell: Cell): void {
  const height = heightOf(paper, line, places);
  if (line.look === "head") {
    paper.ornament((doc) => doc.rect(PAGE.margin, paper.y, CONTENT_WIDTH, height).fill(INK.sunken));
  }
  places.forEach((placed, index) => {
    const words = line.cells[index] ?? "";
    const { x, width } = cellOf(line, index, placed);
    const style = styleOf(line, index, placed.align);
    cell(index === 0 ? "TH" : "TD", () => paper.put(words, x, paper.y + PAD.y, width, style));
  });
  if (line.verdict !== undefined) drawVerdict(paper, line.verdict, places[0]?.x ?? 0, paper.y + PAD.y + 1);
  paper.y += height;
  paper.rule(paper.y);
}

/** What the head and the first line take: a heading never stays alone at the foot of a page. */
export function leastTableHeight(
  paper: Paper,
  columns: readonly Column[],
  lines: readonly TableLine[],
): number {
  const places = place(columns);
  return 16 + lines.slice(0, 2).reduce((sum, line) => sum + heightOf(paper, line, places), 0);
}

export function drawTable(paper: Paper, columns: readonly Column[], lines: readonly TableLine[]): void {
  const places = place(columns);
  paper.group("Table", (row) => {
    row("TR", (cell) => drawHead(paper, columns, places, cell));
    for (const line of lines) {
      if (paper.room(heightOf(paper, line, places))) {
        // Said again for the eye; the structure has one head.
        drawHead(paper, columns, places, (_, draw) => paper.ornament(draw));
      }
      row("TR", (cell) => drawLine(paper, line, places, cell));
    }
  });
  paper.y += 10;
}
