/** The two pictures of the report, as vectors: what a score is made of, and where it goes. */
import { addMonths, daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { CONTENT_WIDTH, INK, PAGE, type Paper, type TextStyle } from "@/lib/paper/paper";
import type { Block, ChartData } from "./types";

type ScoreBlock = Extract<Block, { kind: "score" }>;

const PART_COLOR = {
  core: INK.blue,
  spouse: INK.second,
  transferability: INK.purple,
  additional: INK.ok,
} as const;

const SMALL: TextStyle = { size: 7.5, color: INK.second };
const BAR = { left: PAGE.margin + 104, height: 20 } as const;

/** The score in large figures, with the bar of its parts and the line of the last round. */
export function drawScore(paper: Paper, { total, label, parts, cutOff }: ScoreBlock): void {
  paper.room(74);
  const top = paper.y;
  paper.tag("P", () => {
    paper.put(String(total), PAGE.margin, top, 100, { size: 38, weight: "bold" });
  });
  paper.tag("P", () => {
    paper.put(label, PAGE.margin, top + 45, 100, { size: 8.5, color: INK.second });
  });
  const width = PAGE.width - PAGE.margin - BAR.left;
  const scale = width / Math.max(total, cutOff?.score ?? 0, 1);
  const described = parts.map((part) => `${part.label} ${part.points}`).join(", ");
  paper.tag(
    "Figure",
    () => {
      let x: number = BAR.left;
      for (const part of parts) {
        const wide = part.points * scale;
        paper.doc.rect(x, top + 14, Math.max(0.5, wide - 1), BAR.height).fill(PART_COLOR[part.tone]);
        if (wide > paper.widthOf(part.label, SMALL)) {
          paper.put(part.label, x, top + 3, wide - 1, { ...SMALL, align: "center" });
        }
        if (wide > 18) {
          const inside: TextStyle = { size: 8.5, weight: "semibold", color: INK.white, align: "center" };
          paper.put(String(part.points), x, top + 19, wide - 1, inside);
        }
        x += wide;
      }
      if (cutOff === null) return;
      const cut = BAR.left + cutOff.score * scale;
      paper.doc
        .moveTo(cut, top + 9)
        .lineTo(cut, top + 40)
        .lineWidth(1.4)
        .strokeColor(INK.text)
        .stroke();
      const style: TextStyle = { size: 8, weight: "semibold", align: "right" };
      const long = paper.widthOf(cutOff.label, style) + 2;
      const left = Math.max(BAR.left, Math.min(cut - long, PAGE.width - PAGE.margin - long));
      paper.put(cutOff.label, left, top + 44, long, style);
    },
    { alt: `${total} points: ${described}. ${cutOff?.label ?? ""}` },
  );
  paper.y = top + 72;
}

const PLOT = { height: 150, left: 26, bottom: 16, top: 12 } as const;

interface Scales {
  x: (on: IsoDate) => number;
  y: (score: number) => number;
  ticks: number[];
}

/** A round step with at most six lines. */
function stepOfScale(span: number): number {
  return [10, 20, 50, 100, 200].find((step) => span / step <= 5) ?? 500;
}

function scalesOf({ from, to, steps, cutOffs }: ChartData, top: number): Scales {
  const scores = [...steps, ...cutOffs].map(({ score }) => score);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const step = stepOfScale(high - low);
  const [bottomValue, topValue] = [Math.floor((low - 1) / step) * step, Math.ceil((high + 1) / step) * step];
  const left = PAGE.margin + PLOT.left;
  const days = daysBetween(from, to);
  const drop = PLOT.height - PLOT.bottom - PLOT.top;
  const count = Math.round((topValue - bottomValue) / step);
  return {
    x: (on) => left + (daysBetween(from, on) / days) * (CONTENT_WIDTH - PLOT.left),
    y: (score) => top + PLOT.top + drop * (1 - (score - bottomValue) / (topValue - bottomValue)),
    ticks: Array.from({ length: count + 1 }, (_, index) => bottomValue + index * step),
  };
}

function drawAxes(paper: Paper, { from, to }: ChartData, { x, y, ticks }: Scales): void {
  const { doc } = paper;
  for (const tick of ticks) {
    doc.moveTo(x(from), y(tick)).lineTo(x(to), y(tick)).lineWidth(0.5).strokeColor(INK.line).stroke();
    paper.put(String(tick), PAGE.margin, y(tick) - 4.5, PLOT.left - 5, { ...SMALL, align: "right" });
  }
  const foot = y(ticks[0] ?? 0);
  for (let months = 0; ; months += 3) {
    const on = addMonths(from, months);
    if (on > to) break;
    doc
      .moveTo(x(on), foot)
      .lineTo(x(on), foot + 3)
      .lineWidth(0.6)
      .strokeColor(INK.third)
      .stroke();
    // The last label would leave the paper.
    if (x(on) < x(to) - 20) paper.put(plainDate(on).replace(/^\d+ /, ""), x(on) - 1, foot + 5, 60, SMALL);
  }
}

/** Cut-offs with their words above the line, at the right; words that would lie upon others move under it. */
function drawCutOffs(paper: Paper, { from, to, cutOffs }: ChartData, { x, y }: Scales): void {
  const style: TextStyle = { size: 7, weight: "medium", color: INK.second, align: "right" };
  const taken: number[] = [];
  for (const { label, score } of cutOffs) {
    const line = y(score);
    paper.doc.moveTo(x(from), line).lineTo(x(to), line).lineWidth(0.9).dash(4, { space: 3 });
    paper.doc.strokeColor(INK.third).stroke().undash();
    const above = line - 9.5;
    const at = taken.some((other) => Math.abs(other - above) < 8) ? line + 2 : above;
    taken.push(at);
    paper.put(label, x(to) - 170, at, 170, style);
  }
}

/** Solid while in the pool; dotted while under no program or while that is not known. */
function drawSteps(paper: Paper, { steps }: ChartData, { x, y }: Scales): void {
  const { doc } = paper;
  steps.forEach(({ from, to, score, standing }, index) => {
    const before = steps[index - 1];
    if (before) {
      doc
        .moveTo(x(from), y(before.score))
        .lineTo(x(from), y(score))
        .lineWidth(1)
        .strokeColor(INK.blue)
        .stroke();
    }
    doc
      .moveTo(x(from), y(score))
      .lineTo(x(steps[index + 1]?.from ?? to), y(score))
      .lineWidth(2);
    if (standing !== "eligible") doc.dash(1.5, { space: 2.5 });
    doc
      .strokeColor(standing === "eligible" ? INK.blue : INK.third)
      .stroke()
      .undash();
  });
  const first = steps[0];
  if (first) {
    const at: TextStyle = { size: 8, weight: "bold", color: INK.blue };
    paper.put(String(first.score), x(first.from) + 3, y(first.score) - 11, 40, at);
  }
}

function drawMarks(paper: Paper, { marks }: ChartData, { x, y }: Scales): void {
  for (const { on, number, score } of marks) {
    const [cx, cy] = [x(on), y(score)];
    paper.doc.circle(cx, cy, 5.5).lineWidth(1).fillAndStroke(INK.white, INK.blue);
    const style: TextStyle = { size: 6.5, weight: "bold", color: INK.blue, align: "center" };
    paper.put(String(number), cx - 6, cy - 3.8, 12, style);
  }
}

/** The score of the days ahead as steps, numbered as the table beneath, against the last cut-offs. */
export function drawChart(paper: Paper, data: ChartData): void {
  paper.room(PLOT.height + 8);
  const top = paper.y;
  const scales = scalesOf(data, top);
  paper.tag(
    "Figure",
    () => {
      drawAxes(paper, data, scales);
      drawCutOffs(paper, data, scales);
      drawSteps(paper, data, scales);
      drawMarks(paper, data, scales);
    },
    { alt: data.description },
  );
  paper.y = top + PLOT.height + 8;
}
