import { classNames } from "@/components/ui/class-names";
import { LINE_HEIGHT, type ChartLabel, type WordLook } from "./chart-labels";
import { LANE_HEIGHT, layoutChart, type ChartLayout, type DrawnSeries } from "./chart-layout";
import type { ChartModel } from "./chart-model";
import { lineStyle } from "./line-style";
import { RoundSigns, RoundsBand } from "./rounds-marks";

const LOOKS: Readonly<Record<WordLook, string>> = {
  strong: "fill-ink text-xs font-bold",
  plain: "fill-ink-2 text-xs",
  quiet: "fill-ink-3 text-[11px]",
  big: "fill-ink text-md font-bold",
};

function Axis({ layout }: { layout: ChartLayout }) {
  const { plot, lane, axisY, months, scale } = layout;
  return (
    <g>
      <text x={plot.left - 8} y={plot.top - 12} textAnchor="end" className="fill-ink-3 text-[11px]">
        CRS
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${plot.left} ${scale.y(tick)}H${plot.right}`} className="stroke-line" />
          <text x={plot.left - 8} y={scale.y(tick) + 4} textAnchor="end" className="fill-ink-3 text-[11px]">
            {tick}
          </text>
        </g>
      ))}
      <rect
        x={plot.left}
        y={lane.y}
        width={plot.right - plot.left}
        height={LANE_HEIGHT}
        className="fill-sunken"
      />
      <path d={`M${plot.left} ${axisY}H${plot.right}`} className="stroke-line-strong" />
      {months.map(({ x, label, date }) => (
        <g key={date}>
          <path d={`M${x} ${axisY}v${label === null ? 3 : 6}`} className="stroke-line-strong" />
          {label !== null && (
            <text
              x={x}
              y={axisY + 20}
              textAnchor={x === plot.left ? "start" : "middle"}
              className="fill-ink-3 text-[11px]"
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Line({ series, top }: { series: DrawnSeries; top: number }) {
  const { stroke, width, dashes, cap } = lineStyle(series.style);
  const look = {
    className: classNames(stroke, "fill-none"),
    strokeWidth: width,
    strokeLinecap: cap,
    strokeLinejoin: "round" as const,
  };
  return (
    <g>
      {series.d !== "" && <path d={series.d} strokeDasharray={dashes} {...look} />}
      {series.arrows.map(({ x, fromY, on }) => (
        <g key={on}>
          <path d={`M${x} ${fromY}V${top + 30}`} strokeDasharray={dashes} {...look} opacity={0.45} />
          <path d={`M${x} ${top + 30}V${top + 2}m-4 5 4-5 4 5`} {...look} strokeLinecap="round" />
        </g>
      ))}
    </g>
  );
}

function Label({ label }: { label: ChartLabel }) {
  const { x, y, width, align, lines, id } = label;
  const at = align === "start" ? x : align === "end" ? x + width : x + width / 2;
  const baseline = (index: number) => y + index * LINE_HEIGHT + (lines[0]?.[0]?.look === "big" ? 15 : 11);
  return lines.map((line, index) => (
    <text
      key={`${id}.${index}`}
      data-label={id}
      x={at}
      y={baseline(index)}
      textAnchor={align}
      // A halo: where words must cross a line they stay legible.
      className={classNames(
        id.startsWith("lane") || id.startsWith("exit") ? "stroke-sunken" : "stroke-surface",
      )}
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {line.map(({ look, text }, part) => (
        <tspan key={text} className={LOOKS[look]}>
          {part > 0 ? ` ${text}` : text}
        </tspan>
      ))}
    </text>
  ));
}

function Markers({ layout }: { layout: ChartLayout }) {
  return layout.markers.map(({ x, y, text, textX, anchor }) => (
    <g key={`${x} ${text}`}>
      <path d={`M${x} ${y - 5}l5 9h-10z`} className="fill-watch" />
      <text x={textX} y={y + 4} textAnchor={anchor} className="fill-ink-3 text-[11px]">
        {text}
      </text>
    </g>
  ));
}

interface ForecastChartProps {
  model: ChartModel;
  /** In pixels of its own; it is scaled to its box. */
  width: number;
  /** Unique on the page. */
  id: string;
}

/** The score over the next 24 months against recent cut-offs: drawn on the server, so it prints and needs no script. */
export function ForecastChart({ model, width, id }: ForecastChartProps) {
  const layout = layoutChart(model, width);
  const { plot, lane, axisY, now, todayX, rules, series, rounds, labels, height } = layout;
  const laneMiddle = lane.y + lane.height / 2;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      className="block w-full"
    >
      <title id={`${id}-title`}>{model.title}</title>
      <desc id={`${id}-text`}>{model.description}</desc>
      <Axis layout={layout} />
      {rounds.map((kind) => (
        <RoundsBand key={kind.key} kind={kind} id={id} />
      ))}
      {rounds.map((kind) => (
        <RoundSigns key={kind.key} kind={kind} />
      ))}
      {rules.map(({ x }) => (
        <path key={x} d={`M${x} ${plot.top - 8}V${axisY}`} strokeDasharray="2 3" className="stroke-ink-3" />
      ))}
      <path d={`M${todayX} ${plot.top - 8}V${axisY}`} strokeWidth={1.75} className="stroke-maple" />
      {now && model.start !== model.today && (
        <path d={`M${now.x} ${plot.top - 20}V${axisY}`} strokeDasharray="4 3" className="stroke-ink-2" />
      )}
      {[...series].reverse().map((one) => (
        <Line key={one.letter} series={one} top={plot.top} />
      ))}
      {series.flatMap(({ letter, exits }) =>
        exits.map(({ x, on }) => (
          <path
            key={`${letter} ${on}`}
            d={`M${x - 5} ${laneMiddle - 5}l10 10m0-10-10 10`}
            strokeWidth={2.25}
            strokeLinecap="round"
            className="stroke-late"
          />
        )),
      )}
      {now && <circle cx={now.x} cy={now.y} r={4.5} strokeWidth={2} className="fill-ink stroke-surface" />}
      {labels.map((label) => (
        <Label key={label.id} label={label} />
      ))}
      <Markers layout={layout} />
    </svg>
  );
}
