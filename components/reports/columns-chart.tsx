import { HatchPattern } from "@/components/ui/hatch-pattern";
import type { ChartLook, ColumnsChart as Columns } from "@/lib/reports/types";

const HEIGHT = 190;
const PAD = { top: 34, bottom: 24 };
const STEP = 64;
const COLUMN = 34;

/** Told apart by pattern and outline too, not by colour alone. */
const LOOKS: Readonly<Record<ChartLook, { className: string; fill?: string }>> = {
  good: { className: "fill-chart-3" },
  bad: { className: "stroke-chart-2", fill: "url(#report-bad)" },
  other: { className: "fill-chart-1" },
  quiet: { className: "fill-surface stroke-ink-2" },
};

function Key({ parts }: Pick<Columns, "parts">) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {parts.map(({ label, look }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg width={14} height={12} aria-hidden>
            <rect x={1} y={1} width={12} height={10} {...LOOKS[look]} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Columns over time in parts, each with its whole and its note above it. The table holds the same. */
export function ColumnsChart({ title, chart }: { title: string; chart: Columns }) {
  const { parts, columns } = chart;
  const whole = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...columns.map(({ values }) => whole(values)));
  const width = columns.length * STEP;
  const scale = (value: number) => (value / most) * (HEIGHT - PAD.top - PAD.bottom);
  const words = columns
    .filter(({ values }) => whole(values) > 0)
    .map(({ label, values }) => `${label} ${whole(values)}`)
    .join("; ");
  return (
    <>
      <div className="overflow-x-auto py-3" tabIndex={0} role="region" aria-label={`Chart: ${title}`}>
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          style={{ minWidth: width * 0.8, maxWidth: width }}
          className="w-full"
          role="img"
          aria-label={`${title}: ${words === "" ? "nothing in this period" : words}`}
        >
          <defs>
            <HatchPattern id="report-bad" kind="late" />
          </defs>
          {columns.map(({ label, values, note }, index) => {
            const x = index * STEP + (STEP - COLUMN) / 2;
            const middle = { x: x + COLUMN / 2, textAnchor: "middle" as const };
            const top = HEIGHT - PAD.bottom - scale(whole(values));
            return (
              <g key={label}>
                {values.map((value, part) => {
                  const below = scale(whole(values.slice(0, part)));
                  const look = parts[part]?.look ?? "quiet";
                  return value === 0 ? null : (
                    <rect
                      key={look}
                      {...{ x, width: COLUMN, height: scale(value) }}
                      y={HEIGHT - PAD.bottom - below - scale(value)}
                      {...LOOKS[look]}
                    />
                  );
                })}
                {whole(values) > 0 && (
                  <text {...middle} y={top - 18} className="fill-ink text-xs font-semibold">
                    {whole(values)}
                  </text>
                )}
                <text {...middle} y={top - 5} className="fill-ink-2 text-xs">
                  {note}
                </text>
                <text {...middle} y={HEIGHT - 8} className="fill-ink-3 text-xs">
                  {label}
                </text>
              </g>
            );
          })}
          <line
            x1={0}
            x2={width}
            y1={HEIGHT - PAD.bottom}
            y2={HEIGHT - PAD.bottom}
            className="stroke-line-strong"
          />
        </svg>
      </div>
      <Key parts={parts} />
    </>
  );
}
