/** The words of the forecast chart: what each label says, and where it stands. */
import { fitted, textWidth } from "@/components/ui/text-width";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate, formatDayMonth } from "@/lib/format/dates";
import { signedPoints } from "@/lib/format/points";
import type { ChartModel } from "./chart-model";
import type { ChartLayout } from "./chart-layout";
import { placeLabels, spreadColumn, type Align, type Box, type LabelWish, type Stroke } from "./place-labels";
import { scoreAt } from "./series-path";

export type WordLook = "strong" | "plain" | "quiet" | "big";

/** A line of a label: words of one or two looks. */
export type LabelLine = readonly { look: WordLook; text: string }[];

export interface ChartLabel extends Box {
  id: string;
  align: Align;
  lines: readonly LabelLine[];
}

const SIZE: Readonly<Record<WordLook, number>> = { strong: 12, plain: 12, quiet: 11, big: 16 };
export const LINE_HEIGHT = 14;
const BIG_HEIGHT = 19;
const GAP = 8;
/** Room for the name of a scenario beside its arrow. */
const ARROW_NAME = 150;

type Drawn = Omit<ChartLayout, "labels">;

function lineWidth(line: LabelLine): number {
  const words = line.map(({ look, text }) =>
    textWidth(text, SIZE[look], look === "strong" || look === "big"),
  );
  return words.reduce((sum, width) => sum + width, 0) + 4 * (line.length - 1);
}

function sizeOf(lines: readonly LabelLine[]): { width: number; height: number } {
  const isBig = lines.some((line) => line.some(({ look }) => look === "big"));
  return {
    width: Math.max(0, ...lines.map(lineWidth)),
    height: isBig ? BIG_HEIGHT : lines.length * LINE_HEIGHT,
  };
}

interface Wish {
  wish: LabelWish;
  lines: readonly LabelLine[];
}

function wishFor(
  id: string,
  lines: readonly LabelLine[],
  place: Pick<LabelWish, "anchor" | "side" | "align">,
): Wish {
  return { wish: { id, ...sizeOf(lines), ...place }, lines };
}

/** `CEC rounds last 518, 29 Sep`, over the signs of its rounds. */
function roundWishes(model: ChartModel, { rounds }: Drawn): Wish[] {
  return rounds.flatMap(({ key, name, rounds: recorded, dots }) => {
    const [last, first] = [recorded.at(-1), dots[0]];
    if (!last || !first) return [];
    const heights = dots.map(({ y }) => y);
    const text = `last ${last.lowestCrs}, ${formatDayMonth(last.date, model.today)}`;
    return [
      wishFor(
        `rounds.${key}`,
        [
          [
            { look: "strong", text: `${name} rounds` },
            { look: "plain", text },
          ],
        ],
        {
          anchor: { x: first.x - 4, top: Math.min(...heights) - 6, bottom: Math.max(...heights) + 6 },
          side: "above",
          align: "start",
        },
      ),
    ];
  });
}

/** Each change once, on the first line that it is seen on: a birthday is everybody's. */
function changeWishes(model: ChartModel, drawn: Drawn, x: (date: IsoDate) => number): Wish[] {
  const seen = new Set<string>();
  return model.series.flatMap((series, order) =>
    series.changes.flatMap(({ on, points, label }) => {
      const key = `${on} ${label}`;
      const isBefore = on < model.start || on > model.to;
      const [before, after] = [scoreAt(series, previous(on)), scoreAt(series, on)];
      if (seen.has(key) || isBefore) return [];
      const heights = [before, after].flatMap((score) =>
        typeof score === "number" && score <= drawn.scale.high ? [drawn.scale.y(score)] : [],
      );
      if (heights.length === 0 || (after ?? 0) > drawn.scale.high) return [];
      seen.add(key);
      const strong = { look: "strong" as const, text: signedPoints(points) };
      const lines: LabelLine[] =
        order === 0 || label.length > 24
          ? [[strong, { look: "plain", text: label }], [{ look: "quiet", text: formatDate(on) }]]
          : [[strong, { look: "plain", text: `${label}, ${formatDate(on)}` }]];
      const leaves = after === null;
      return [
        wishFor(`change.${series.letter}.${key}`, lines, {
          anchor: { x: x(on) + (leaves ? 8 : 0), top: Math.min(...heights), bottom: Math.max(...heights) },
          side: order === 0 ? "below" : "above",
          ...(leaves || order > 0 ? { align: "start" as const } : {}),
        }),
      ];
    }),
  );
}

function previous(on: IsoDate): IsoDate {
  return new Date(Date.parse(`${on}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Lines that leave the picture upwards: `D nomination, 1,057`, beside an arrow. */
function arrowWishes(model: ChartModel, { series, plot }: Drawn): Wish[] {
  return series.flatMap(({ letter, arrows }) => {
    const [arrow] = arrows;
    const name = model.series.find((one) => one.letter === letter)?.name ?? "";
    if (!arrow) return [];
    const text = `${fitted(name, SIZE.plain, ARROW_NAME)}, ${arrow.score.toLocaleString("en-CA")}`;
    return [
      wishFor(
        `arrow.${letter}`,
        [
          [
            { look: "strong", text: letter },
            { look: "plain", text },
          ],
        ],
        {
          anchor: { x: arrow.x - GAP, top: plot.top + 24, bottom: plot.top + 2 },
          side: "below",
          align: "end",
        },
      ),
    ];
  });
}

/** The ends of the lines and the bands, in one column at the right. */
function endLabels(model: ChartModel, { series, rounds, plot, width, lane }: Drawn): ChartLabel[] {
  const room = width - plot.right - 12 - textWidth("A : 1,200", SIZE.plain, true);
  const ends = [
    ...series.flatMap(({ letter, endY }) => {
      const one = model.series.find((candidate) => candidate.letter === letter);
      const score = one && scoreAt(one, model.to);
      if (!one || endY === null || typeof score !== "number") return [];
      const lines: LabelLine[] = [
        [
          { look: "strong", text: letter },
          { look: "plain", text: `${fitted(one.name, SIZE.plain, room)}: ${score}` },
        ],
      ];
      return [{ id: `end.${letter}`, y: endY, lines }];
    }),
    ...rounds.flatMap(({ key, name, rounds: recorded, band, note }) => {
      if (band === null) return [];
      const cutOffs = recorded.map(({ lowestCrs }) => lowestCrs);
      const [low, high] = [Math.min(...cutOffs), Math.max(...cutOffs)];
      const range = low === high ? String(low) : `${low} to ${high}`;
      const lines: LabelLine[] = [
        [{ look: "strong", text: `${name}, ${range}` }],
        [{ look: "quiet", text: note }],
      ];
      return [{ id: `band.${key}`, y: band.y + band.height / 2, lines }];
    }),
  ];
  const middles = spreadColumn(
    ends.map(({ id, y, lines }) => ({ id, y, height: lines.length * LINE_HEIGHT + 4 })),
    { top: plot.top - 10, bottom: lane.y + lane.height },
  );
  return ends.map(({ id, y, lines }) => ({
    id,
    lines,
    align: "start",
    x: plot.right + 12,
    y: (middles.get(id) ?? y) - (lines.length * LINE_HEIGHT) / 2,
    width: width - plot.right - 12,
    height: lines.length * LINE_HEIGHT,
  }));
}

/** What is written over the picture: today, and where the rules change. */
function topLabels(model: ChartModel, { rules, todayX, now, plot }: Drawn): ChartLabel[] {
  const row = (id: string, at: number, line: LabelLine, align: Align, y: number): ChartLabel => {
    const { width, height } = sizeOf([line]);
    const x = align === "start" ? at : at - width;
    return { id, lines: [line], align, x, y, width, height };
  };
  const todayText = `Today, ${formatDate(model.today)}`;
  const labels = [row("today", todayX, [{ look: "strong", text: todayText }], "start", plot.top - 22)];
  if (now && model.start !== model.today) {
    const text = `From ${formatDate(model.start)}`;
    labels.push(row("start", now.x, [{ look: "strong", text }], "start", plot.top - 36));
  }
  for (const { x, text } of rules) {
    const isBefore = x <= todayX;
    const at = isBefore ? x - 6 : x + 6;
    const y = isBefore ? plot.top - 22 : plot.top - 36;
    labels.push(row(`rule.${x}`, at, [{ look: "quiet", text }], isBefore ? "end" : "start", y));
  }
  return labels;
}

/** In the lane: what it is, and what becomes of a line that ends there. */
function laneLabels(model: ChartModel, { series, lane, plot }: Drawn): ChartLabel[] {
  const y = lane.y + (lane.height - LINE_HEIGHT) / 2;
  const own: LabelLine = [{ look: "quiet", text: "not in the pool" }];
  const labels: ChartLabel[] = [
    { id: "lane", lines: [own], align: "start", x: plot.left + GAP, y, ...sizeOf([own]) },
  ];
  const exits = series
    .flatMap(({ letter, exits: [exit] }) => (exit ? [{ letter, ...exit }] : []))
    .sort((a, b) => a.x - b.x);
  exits.forEach(({ letter, x }, index) => {
    const ending = model.series.find((one) => one.letter === letter)?.ending ?? null;
    const until = exits[index + 1]?.x ?? plot.right;
    const strong = { look: "strong" as const, text: letter };
    const full: LabelLine = [
      strong,
      { look: "plain", text: ending === null ? "leaves" : `ends here: ${ending}` },
    ];
    const line = x + 14 + lineWidth(full) <= until - GAP ? full : [strong];
    labels.push({ id: `exit.${letter}`, lines: [line], align: "start", x: x + 14, y, ...sizeOf([line]) });
  });
  return labels;
}

function strokesOf({ series, rounds, rules, todayX, plot, lane }: Drawn): Stroke[] {
  const upright = (x: number): Stroke => ({ x1: x, y1: plot.top, x2: x, y2: lane.y });
  return [
    ...series.flatMap(({ strokes, arrows }) => [
      ...strokes,
      ...arrows.map(({ x, fromY }) => ({ x1: x, y1: fromY, x2: x, y2: plot.top })),
    ]),
    ...rounds.flatMap(({ dots }) =>
      dots
        .slice(1)
        .map(({ x, y }, index) => ({ x1: dots[index]?.x ?? x, y1: dots[index]?.y ?? y, x2: x, y2: y })),
    ),
    upright(todayX),
    ...rules.map(({ x }) => upright(x)),
  ];
}

function nowWishes(model: ChartModel, { now, series }: Drawn): Wish[] {
  const [base] = model.series;
  if (!base || !now) return [];
  const first = series[0]?.strokes[0];
  const big: LabelLine = [{ look: "big", text: String(now.score) }];
  const name: LabelLine = [
    { look: "strong", text: base.letter },
    { look: "plain", text: base.name },
  ];
  const at = (y: number) => ({ top: y, bottom: y });
  return [
    wishFor("now", [big], { anchor: { x: now.x + GAP, ...at(now.y) }, side: "below", align: "start" }),
    ...(first && first.x1 < now.x - 40
      ? [wishFor("base", [name], { anchor: { x: first.x1, ...at(first.y1) }, side: "above", align: "start" })]
      : []),
  ];
}

/** Every word of the chart. What found no place is in the table beside it, as is everything else. */
export function layoutLabels(model: ChartModel, drawn: Drawn, x: (date: IsoDate) => number): ChartLabel[] {
  const fixed = [...endLabels(model, drawn), ...topLabels(model, drawn), ...laneLabels(model, drawn)];
  const wishes = [
    ...nowWishes(model, drawn),
    ...roundWishes(model, drawn),
    ...arrowWishes(model, drawn),
    ...changeWishes(model, drawn, x),
  ];
  const { plot, lane, width } = drawn;
  const placed = placeLabels(
    wishes.map(({ wish }) => wish),
    {
      bounds: { x: plot.left, y: plot.top - 6, width: width - plot.left, height: lane.y - plot.top },
      taken: fixed,
      strokes: strokesOf(drawn),
    },
  );
  const linesOf = new Map(wishes.map(({ wish, lines }) => [wish.id, lines]));
  return [...fixed, ...placed.map((label) => ({ ...label, lines: linesOf.get(label.id) ?? [] }))];
}
