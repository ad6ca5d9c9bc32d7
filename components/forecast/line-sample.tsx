import { lineStyle } from "./line-style";

/** The letter of a line and a piece of it, as in the chart. */
export function LineSample({ letter, order }: { letter: string; order: number }) {
  const { stroke, width, dashes, cap } = lineStyle(order);
  return (
    <span className="flex items-center gap-2">
      <b className="w-3 font-bold">{letter}</b>
      <svg width={32} height={12} viewBox="0 0 32 12" aria-hidden>
        <path
          d="M1 6h30"
          className={`fill-none ${stroke}`}
          strokeWidth={width}
          strokeDasharray={dashes}
          strokeLinecap={cap}
        />
      </svg>
    </span>
  );
}
