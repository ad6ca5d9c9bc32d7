/** Marks below the axis, each with its words beside it: left or right of the mark, in the first row that has room. */
import { textWidth } from "@/components/ui/text-width";

export interface PlacedMarker {
  x: number;
  text: string;
  row: number;
  /** Where the words begin or end. */
  textX: number;
  anchor: "start" | "end";
  /** The middle of the row. */
  y: number;
}

const FONT = 11;
/** Half the mark and the space to its words. */
const BESIDE = 9;
const GAP = 2;

interface Room {
  left: number;
  right: number;
  /** Of the first row. */
  top: number;
  rowHeight: number;
}

interface Span {
  from: number;
  to: number;
}

function free(span: Span, taken: readonly Span[]): boolean {
  return taken.every(({ from, to }) => span.to + GAP <= from || to + GAP <= span.from);
}

/** Every mark keeps a place: a new row is begun where no row has one. Two marks on one day stand under each other. */
export function layoutMarkers(
  marks: readonly { x: number; text: string }[],
  { left, right, top, rowHeight }: Room,
): PlacedMarker[] {
  const rows: Span[][] = [];
  return [...marks]
    .sort((a, b) => a.x - b.x)
    .map(({ x, text }) => {
      const width = textWidth(text, FONT);
      const sides = [
        { anchor: "end" as const, from: x - BESIDE - width, to: x + BESIDE },
        { anchor: "start" as const, from: x - BESIDE, to: x + BESIDE + width },
      ].filter(({ from, to }) => from >= left && to <= right);
      const choices = sides.length > 0 ? sides : [{ anchor: "start" as const, from: x - BESIDE, to: right }];
      for (let row = 0; ; row += 1) {
        const taken = (rows[row] ??= []);
        const span = choices.find((choice) => free(choice, taken));
        if (!span) continue;
        taken.push(span);
        return {
          ...{ x, text, row, anchor: span.anchor },
          textX: span.anchor === "start" ? x + BESIDE : x - BESIDE,
          y: top + row * rowHeight + rowHeight / 2,
        };
      }
    });
}
