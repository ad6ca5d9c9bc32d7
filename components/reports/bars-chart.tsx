import { fitted, textWidth } from "@/components/ui/text-width";
import { formatNumber } from "@/lib/format/quantities";
import type { BarsChart as Bars } from "@/lib/reports/types";

const WIDTH = 860;
const ROW = 26;
const BAR = 12;
/** The widest that a bar's name may be. */
const MOST_LABEL = 400;
const TEXT = 12;
const GAP = 8;

function valueWords({ unit, markLabel }: Bars, { value, mark, note }: Bars["bars"][number]): string {
  const days = unit === "days" ? " days" : "";
  const second = mark === undefined ? "" : `, ${formatNumber(mark)}`;
  const words = `${formatNumber(value)}${markLabel === undefined ? "" : second}${days}`;
  return note === "" ? words : `${words} · ${note}`;
}

/** Bars under each other with their values at their ends; a line marks the second value. The table holds the same. */
export function BarsChart({ title, chart }: { title: string; chart: Bars }) {
  const { bars, markLabel } = chart;
  const labels = bars.map((bar) => valueWords(chart, bar));
  const room = Math.max(...labels.map((label) => textWidth(label, TEXT))) + GAP;
  const named = Math.min(MOST_LABEL, Math.max(...bars.map(({ label }) => textWidth(label, TEXT))) + 2 * GAP);
  const most = Math.max(1, ...bars.map(({ value, mark = 0 }) => Math.max(value, mark)));
  const scale = (value: number) => (value / most) * (WIDTH - named - room);
  const height = bars.length * ROW + (markLabel === undefined ? 0 : ROW);
  return (
    <div className="overflow-x-auto pt-3" tabIndex={0} role="region" aria-label={`Chart: ${title}`}>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        className="w-full max-w-215 min-w-170"
        role="img"
        aria-label={`${title}: ${bars.map(({ label }, index) => `${label} ${labels[index] ?? ""}`).join("; ")}`}
      >
        {bars.map(({ label, value, mark }, index) => {
          const y = index * ROW;
          const end = named + Math.max(scale(value), scale(mark ?? 0));
          return (
            <g key={label}>
              <text x={named - GAP} y={y + 17} textAnchor="end" className="text-xs">
                {fitted(label, TEXT, named - GAP)}
              </text>
              <rect x={named} y={y + 7} width={scale(value)} height={BAR} rx={1} className="fill-chart-1" />
              {mark !== undefined && (
                <>
                  <line
                    x1={named + scale(value)}
                    x2={named + scale(mark)}
                    y1={y + 13}
                    y2={y + 13}
                    className="stroke-chart-1"
                  />
                  <line
                    x1={named + scale(mark)}
                    x2={named + scale(mark)}
                    y1={y + 8}
                    y2={y + 18}
                    className="stroke-chart-1"
                    strokeWidth={2}
                  />
                </>
              )}
              <text x={end + GAP} y={y + 17} className="text-xs tabular-nums">
                {labels[index]}
              </text>
            </g>
          );
        })}
        {markLabel !== undefined && (
          <text x={named} y={height - 7} className="fill-ink-3 text-xs">
            {`Bar: median. Line to its mark: ${markLabel}.`}
          </text>
        )}
      </svg>
    </div>
  );
}
