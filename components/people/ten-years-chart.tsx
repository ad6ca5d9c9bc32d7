import { HatchPattern } from "@/components/ui/hatch-pattern";
import { formatDate } from "@/lib/format/dates";
import type { Bar, Finding, Lane, LaneKind, TenYears } from "@/lib/people/timeline/types";

const LANES: Readonly<Record<LaneKind, { label: string; bar: string }>> = {
  address: { label: "Lived", bar: "fill-chart-1" },
  work: { label: "Worked", bar: "fill-chart-5" },
  study: { label: "Studied", bar: "fill-chart-3" },
};

const ROW = 20;
const BAR = 16;
const LABEL = 18;
const PAD = 6;
const AXIS = 20;

interface PlacedLane extends Lane {
  top: number;
  height: number;
}

function placeLanes(lanes: readonly Lane[]): { lanes: PlacedLane[]; height: number } {
  const placed: PlacedLane[] = [];
  let top = 0;
  for (const lane of lanes) {
    const height = LABEL + lane.rows * ROW + PAD;
    placed.push({ ...lane, top, height });
    top += height;
  }
  return { lanes: placed, height: top };
}

const percent = (value: number) => `${value}%`;

/** The name stands in the bar as far as the bar goes: an svg of its own clips it. */
function BarShape({ bar, lane }: { bar: Bar; lane: PlacedLane }) {
  const { left, width, row, label } = bar;
  return (
    <svg
      x={percent(left)}
      y={lane.top + LABEL + row * ROW}
      width={percent(Math.max(width, 0.3))}
      height={BAR}
      overflow="hidden"
    >
      <rect width="100%" height={BAR} rx={3} className={LANES[lane.kind].bar} />
      <text x={5} y={12} fontSize={11} className="fill-paper">
        {label}
      </text>
    </svg>
  );
}

/** The lanes that a finding concerns, as a band from top to bottom. */
function bandOf({ kind }: Finding, lanes: readonly PlacedLane[]): { top: number; height: number } {
  const [address, work, study] = lanes;
  if (!address || !work || !study) return { top: 0, height: 0 };
  if (kind === "no_address" || kind === "two_addresses")
    return { top: address.top + LABEL, height: address.height - LABEL };
  if (kind === "two_jobs") return { top: work.top + LABEL, height: work.height - LABEL };
  return { top: work.top + LABEL, height: study.top + study.height - work.top - LABEL };
}

function isGap({ kind }: Finding): boolean {
  return kind === "no_address" || kind === "no_activity";
}

/** A gap is hatched, an overlap framed; each carries the number of its line below the drawing. */
function FindingShape({
  finding,
  lanes,
  hatch,
}: {
  finding: Finding;
  lanes: readonly PlacedLane[];
  hatch: string;
}) {
  const { left, width, mark } = finding;
  const { top, height } = bandOf(finding, lanes);
  const wide = Math.max(width, 0.6);
  const shape = { x: percent(left), y: top, width: percent(wide), height: height - PAD };
  return (
    <g>
      {isGap(finding) ? (
        <rect {...shape} fill={`url(#${hatch})`} className="stroke-late" strokeWidth={1} />
      ) : (
        <rect {...shape} fill="none" className="stroke-ink" strokeWidth={1.5} strokeDasharray="4 3" />
      )}
      <svg x={percent(left + wide / 2)} y={top - 15} overflow="visible">
        <circle r={7.5} cy={7} className={isGap(finding) ? "fill-late" : "fill-ink"} />
        <text y={11} textAnchor="middle" fontSize={10.5} fontWeight={650} className="fill-paper">
          {mark}
        </text>
      </svg>
    </g>
  );
}

function Years({ years, height }: { years: TenYears["years"]; height: number }) {
  return (
    <>
      {years.map(({ year, left }) => (
        <g key={year}>
          <line x1={percent(left)} x2={percent(left)} y1={0} y2={height} className="stroke-line" />
          <text
            x={percent(left)}
            y={height + 14}
            dx={3}
            fontSize={11}
            // A phone has room for every third year.
            className={year % 3 === 0 ? "fill-ink-2" : "fill-ink-2 max-sm:hidden"}
          >
            {year}
          </text>
        </g>
      ))}
    </>
  );
}

/** What the drawing says, for who does not see it; the list below names each gap and overlap. */
function inWords({ lanes, findings, from, to }: TenYears): string {
  const counts = lanes
    .map(({ kind, bars }) => `${LANES[kind].label.toLowerCase()} ${bars.length}`)
    .join(", ");
  const gaps = findings.filter(isGap).length;
  return (
    `${formatDate(from)} to ${formatDate(to)}. Entries: ${counts}. ` +
    `Gaps: ${gaps}. Overlaps: ${findings.length - gaps}. Each is named in the list that follows.`
  );
}

/** Ten years on a line: where the person lived, worked and studied. Drawn on the server; any width; prints. */
export function TenYearsChart({ drawing, name }: { drawing: TenYears; name: string }) {
  const { lanes, height } = placeLanes(drawing.lanes);
  const hatch = `gap-${drawing.personId}`;
  return (
    <svg
      role="img"
      aria-label={`Ten years of ${name}. ${inWords(drawing)}`}
      width="100%"
      height={height + AXIS}
      className="block overflow-visible print:break-inside-avoid"
    >
      <defs>
        <HatchPattern id={hatch} />
      </defs>
      <Years years={drawing.years} height={height} />
      {lanes.map((lane) => (
        <g key={lane.kind}>
          <text x={0} y={lane.top + 12} fontSize={11} className="fill-ink-2">
            {LANES[lane.kind].label}
          </text>
          {lane.bars.map((bar) => (
            <BarShape key={bar.id} bar={bar} lane={lane} />
          ))}
        </g>
      ))}
      {drawing.findings.map((finding) => (
        <FindingShape key={finding.mark} {...{ finding, lanes, hatch }} />
      ))}
    </svg>
  );
}
