/** The calibration plot as SVG: what was said against what came true. Readable on light and dark ground. Pure. */
import type { Bin } from "./calibration";
import type { ScenarioResult } from "./report";

const SIDE = 400;
const [LEFT, TOP] = [64, 24];
const COUNTS = { top: TOP + SIDE + 64, height: 64 };
const LEGEND = LEFT + SIDE + 40;
const [WIDTH, HEIGHT] = [LEGEND + 290, COUNTS.top + COUNTS.height + 40];

const x = (chance: number) => (LEFT + chance * SIDE).toFixed(1);
const y = (share: number) => (TOP + (1 - share) * SIDE).toFixed(1);

const STYLE = `text{font:13px system-ui,sans-serif;fill:#24211d}.quiet{fill:#5d574f}.grid{stroke:#ddd8cf}.axis{stroke:#5d574f}
.ideal{stroke:#5d574f;stroke-dasharray:2 4}.line{fill:none;stroke-width:1.5}.bar{fill:#b9b2a6}
.s0{stroke:#a3272f;fill:#a3272f}.s1{stroke:#2d5f8b;fill:#2d5f8b}.s2{stroke:#8a5a00;fill:#8a5a00}.s3{stroke:#4d6b2f;fill:#4d6b2f}.s4{stroke:#6b4b8a;fill:#6b4b8a}
@media (prefers-color-scheme:dark){text{fill:#f1ede6}.quiet{fill:#b8b1a6}.grid{stroke:#423d37}.axis,.ideal{stroke:#b8b1a6}.bar{fill:#6d665c}
.s0{stroke:#ff8a8f;fill:#ff8a8f}.s1{stroke:#8fc1ee;fill:#8fc1ee}.s2{stroke:#f0bd5b;fill:#f0bd5b}.s3{stroke:#a9cf83;fill:#a9cf83}.s4{stroke:#c9a9ea;fill:#c9a9ea}}`;

/** Told apart without colour: dashes and the mark of each scenario. */
const DASHES = ["", "8 3", "2 3", "10 3 2 3", "5 5"];
const MARKS: readonly ((at: string, up: string) => string)[] = [
  (at, up) => `<circle cx="${at}" cy="${up}" r="5"/>`,
  (at, up) => `<rect x="${Number(at) - 4}" y="${Number(up) - 4}" width="8" height="8"/>`,
  (at, up) => `<path d="M${at} ${Number(up) - 5}l5 9h-10z"/>`,
  (at, up) => `<path d="M${at} ${Number(up) - 6}l6 6-6 6-6-6z"/>`,
  (at, up) => `<path d="M${at} ${Number(up) + 5}l5-9h-10z"/>`,
];

/** A bin of fewer is noise, and is left out of the picture. */
const DRAWN_FROM = 50;

function gridOf(): string {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return steps
    .map(
      (at) =>
        `<path class="grid" d="M${x(at)} ${y(0)}V${y(1)}M${x(0)} ${y(at)}H${x(1)}"/>` +
        `<text class="quiet" x="${x(at)}" y="${TOP + SIDE + 18}" text-anchor="middle">${percent(at)}</text>` +
        `<text class="quiet" x="${LEFT - 8}" y="${Number(y(at)) + 4}" text-anchor="end">${percent(at)}</text>`,
    )
    .join("\n");
}

function seriesOf(bins: readonly Bin[], index: number): string {
  const mark = MARKS[index % MARKS.length];
  const points = bins
    .filter(({ count }) => count >= DRAWN_FROM)
    .map(({ said, came }) => [x(said), y(came)] as const);
  return (
    `<polyline class="line s${index}" style="fill:none" stroke-dasharray="${DASHES[index] ?? ""}" points="${points.map((point) => point.join(",")).join(" ")}"/>` +
    `<g class="s${index}">${points.map(([at, up]) => mark?.(at, up) ?? "").join("")}</g>`
  );
}

function legendOf(results: readonly ScenarioResult[]): string {
  return results
    .map(({ scenario, calibration }, index) => {
      const up = String(TOP + 16 + index * 48);
      return (
        `<path class="line s${index}" stroke-dasharray="${DASHES[index] ?? ""}" d="M${LEGEND} ${up}h36"/>` +
        `<g class="s${index}">${MARKS[index % MARKS.length]?.(String(LEGEND + 18), up) ?? ""}</g>` +
        `<text x="${LEGEND + 46}" y="${Number(up) + 4}">${scenario.name}</text>` +
        `<text class="quiet" x="${LEGEND + 46}" y="${Number(up) + 21}">calibration error ${calibration.error.toFixed(3)}</text>`
      );
    })
    .join("\n");
}

function countsOf(bins: readonly Bin[]): string {
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const foot = COUNTS.top + COUNTS.height;
  const bars = bins.map(({ from, to, count }) => {
    const height = (count / most) * COUNTS.height;
    return (
      `<rect class="bar" x="${Number(x(from)) + 2}" y="${(foot - height).toFixed(1)}" width="${((to - from) * SIDE - 4).toFixed(1)}" height="${height.toFixed(1)}"/>` +
      `<text class="quiet" style="font-size:11px" x="${x((from + to) / 2)}" y="${foot + 14}" text-anchor="middle">${count}</text>`
    );
  });
  return `<path class="axis" d="M${x(0)} ${foot}H${x(1)}"/>\n${bars.join("\n")}`;
}

/** The plot of all scenarios; below it how often the first one said what. */
export function plotOf(results: readonly ScenarioResult[]): string {
  const [first] = results;
  const described = results
    .map(({ scenario, calibration }) => `${scenario.name}: ${calibration.error.toFixed(3)}`)
    .join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">Calibration of the window forecast</title>
<desc id="desc">Stated chance against the share that came true; on the diagonal both are the same. Calibration error of each set of histories: ${described}.</desc>
<style>${STYLE}</style>
${gridOf()}
<path class="ideal" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
${results.map(({ calibration }, index) => seriesOf(calibration.bins, index)).join("\n")}
<text x="${x(0.5)}" y="${TOP + SIDE + 38}" text-anchor="middle">Stated chance of being complete by the day</text>
<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">Share that came true</text>
${legendOf(results)}
<text class="quiet" x="${LEGEND}" y="${COUNTS.top + 12}">How often each chance was stated,</text>
<text class="quiet" x="${LEGEND}" y="${COUNTS.top + 30}">${first?.scenario.name ?? ""}</text>
${countsOf(first?.calibration.bins ?? [])}
</svg>
`;
}
