/** How the lines of a forecast are told apart without colour: each has its own dashes and its own letter. */
export interface LineStyle {
  /** Class of the stroke's colour. */
  stroke: string;
  width: number;
  /** SVG dash pattern; none for the file as it stands. */
  dashes?: string;
  cap: "butt" | "round";
}

const STYLES: readonly [LineStyle, ...LineStyle[]] = [
  { stroke: "stroke-ink", width: 2.25, cap: "butt" },
  { stroke: "stroke-chart-1", width: 2.25, dashes: "7 4", cap: "butt" },
  { stroke: "stroke-chart-5", width: 3, dashes: "0.1 5.5", cap: "round" },
  { stroke: "stroke-chart-3", width: 2, dashes: "12 4 2 4", cap: "butt" },
  { stroke: "stroke-chart-4", width: 2.25, dashes: "3 3", cap: "butt" },
  { stroke: "stroke-chart-6", width: 2.25, dashes: "16 5", cap: "butt" },
  { stroke: "stroke-chart-1", width: 2, dashes: "12 3 2 3 2 3", cap: "butt" },
];

export function lineStyle(order: number): LineStyle {
  return STYLES[order] ?? STYLES[0];
}
