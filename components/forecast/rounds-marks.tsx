import type { DrawnRounds } from "./chart-layout";

const SIGNS = [
  // A dot, a diamond, a square, a triangle: told apart without colour.
  { path: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0", look: "fill-ink-2 stroke-surface", width: 1 },
  { path: "M0-4.5l4.5 4.5-4.5 4.5-4.5-4.5z", look: "fill-surface stroke-ink-2", width: 1.5 },
  { path: "M-3.5-3.5h7v7h-7z", look: "fill-surface stroke-ink-2", width: 1.5 },
  { path: "M0-4.5l4.5 8h-9z", look: "fill-surface stroke-ink-2", width: 1.5 },
] as const;

/** The recorded rounds of one kind: their cut-offs, each with a sign of its own. */
export function RoundSigns({ kind: { dots, sign, key } }: { kind: DrawnRounds }) {
  const { path, look, width } = SIGNS[sign % SIGNS.length] ?? SIGNS[0];
  return (
    <g data-rounds={key}>
      <polyline
        points={dots.map(({ x, y }) => `${x},${y}`).join(" ")}
        className="fill-none stroke-ink-3"
        strokeWidth={1}
      />
      {dots.map(({ x, y }) => (
        <path key={x} d={path} transform={`translate(${x} ${y})`} strokeWidth={width} className={look} />
      ))}
    </g>
  );
}

/** Where the recent cut-offs lay, from today on: plain where the client can be invited, hatched where only a scenario could. */
export function RoundsBand({ kind: { band, open, key }, id }: { kind: DrawnRounds; id: string }) {
  if (band === null) return null;
  if (open) return <rect {...band} className="fill-ink-2" opacity={0.13} />;
  const hatching = `${id}-hatch-${key}`;
  return (
    <g>
      <pattern id={hatching} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0v6" className="stroke-ink-3" strokeWidth={1} opacity={0.35} />
      </pattern>
      <rect {...band} className="fill-ink-2" opacity={0.05} />
      <rect {...band} fill={`url(#${hatching})`} />
    </g>
  );
}
