import type { ReactNode } from "react";
import type { FaultKind } from "./fault-kinds";
import { portalWords } from "./words";

/** Lines of writing, from a height down; `widths` in parts of the page. */
function Writing({ y = 26, widths = [0.8, 0.65, 0.75, 0.5] }: { y?: number; widths?: readonly number[] }) {
  return widths.map((width, index) => (
    <line
      key={index}
      x1={14}
      x2={14 + 62 * width}
      y1={y + index * 10}
      y2={y + index * 10}
      className="stroke-ink-3"
    />
  ));
}

const mark = "fill-none stroke-late";
const gap = <rect x={12} y={40} width={66} height={14} rx={2} className={mark} strokeDasharray="4 3" />;
const signature = <path d="M16 92 q6 -12 12 0 t12 -2 t14 0" className="fill-none stroke-info" />;
const head = (radius: number) => (
  <>
    <circle cx={45} cy={50} r={radius} className="fill-none stroke-ink-2" />
    <path
      d={`M${45 - radius * 1.3} ${54 + radius * 2} q${radius * 1.3} ${-radius * 1.4} ${radius * 2.6} 0`}
      className="fill-none stroke-ink-2"
    />
  </>
);

/** What is wrong, and beside it how it should be: drawn on a page of 90 by 110. */
const DRAWINGS: Readonly<Record<FaultKind, readonly [wrong: ReactNode, right: ReactNode]>> = {
  cut_off: [
    <g key="wrong">
      <Writing y={20} widths={[1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3]} />
      <line x1={87} x2={87} y1={4} y2={106} className={mark} strokeDasharray="5 4" />
    </g>,
    <Writing key="right" widths={[0.8, 0.9, 0.75, 0.85, 0.7, 0.8]} />,
  ],
  unreadable: [
    <g key="wrong">
      <g opacity={0.25} strokeWidth={7}>
        <Writing widths={[0.8, 0.65, 0.75, 0.5, 0.7]} />
      </g>
      <ellipse cx={58} cy={48} rx={20} ry={14} className="fill-watch-soft stroke-late" />
    </g>,
    <Writing key="right" widths={[0.8, 0.65, 0.75, 0.5, 0.7]} />,
  ],
  missing_page: [
    <g key="wrong">
      <Writing />
      <text x={14} y={98} className="fill-late text-[13px] font-semibold" stroke="none">
        1, 3
      </text>
    </g>,
    <g key="right">
      <Writing />
      <text x={14} y={98} className="fill-ink-2 text-[13px] font-semibold" stroke="none">
        1, 2, 3
      </text>
    </g>,
  ],
  wrong_document: [
    <g key="wrong">
      <rect x={14} y={22} width={62} height={40} rx={4} className="fill-none stroke-ink-3" />
      <circle cx={28} cy={40} r={8} className="fill-none stroke-ink-3" />
      <path d="M30 78 L60 98 M60 78 L30 98" className={mark} />
    </g>,
    <Writing key="right" widths={[0.8, 0.65, 0.75, 0.5, 0.7]} />,
  ],
  expired: [
    <g key="wrong">
      <rect x={18} y={30} width={54} height={46} rx={4} className="fill-none stroke-ink-3" />
      <path d="M18 42 H72 M30 24 V34 M60 24 V34" className="stroke-ink-3" />
      <path d="M34 50 L56 68 M56 50 L34 68" className={mark} />
    </g>,
    <g key="right">
      <rect x={18} y={30} width={54} height={46} rx={4} className="fill-none stroke-ink-3" />
      <path d="M18 42 H72 M30 24 V34 M60 24 V34" className="stroke-ink-3" />
      <path d="M34 60 L42 68 L57 50" className="fill-none stroke-ok" />
    </g>,
  ],
  untranslated: [
    <g key="wrong">
      <text x={16} y={58} className="fill-ink-2 text-[28px]" stroke="none">
        हिन्दी
      </text>
      <rect x={12} y={76} width={66} height={22} rx={2} className={mark} strokeDasharray="4 3" />
    </g>,
    <g key="right">
      <text x={16} y={46} className="fill-ink-2 text-[24px]" stroke="none">
        हिन्दी
      </text>
      <Writing y={66} widths={[0.8, 0.65, 0.75]} />
    </g>,
  ],
  unsigned: [
    <g key="wrong">
      <Writing />
      <rect x={12} y={80} width={66} height={20} rx={2} className={mark} strokeDasharray="4 3" />
    </g>,
    <g key="right">
      <Writing />
      {signature}
    </g>,
  ],
  mismatch: [
    <g key="wrong">
      <text x={14} y={44} className="fill-ink-2 text-[15px] font-semibold" stroke="none">
        A. Roy
      </text>
      <text x={14} y={84} className="fill-late text-[15px] font-semibold" stroke="none">
        A. Ray
      </text>
      <path d="M30 52 V66 M38 52 V66" className={mark} />
    </g>,
    <g key="right">
      <text x={14} y={44} className="fill-ink-2 text-[15px] font-semibold" stroke="none">
        A. Roy
      </text>
      <text x={14} y={84} className="fill-ink-2 text-[15px] font-semibold" stroke="none">
        A. Roy
      </text>
      <path d="M28 56 H44 M28 64 H44" className="stroke-ok" />
    </g>,
  ],
  missing_line: [
    <g key="wrong">
      <Writing widths={[0.8]} />
      {gap}
      <Writing y={70} widths={[0.75, 0.5]} />
    </g>,
    <g key="right">
      <Writing widths={[0.8]} />
      <rect x={12} y={40} width={66} height={14} rx={2} className="fill-ok-soft stroke-ok" />
      <Writing y={47} widths={[0.9]} />
      <Writing y={70} widths={[0.75, 0.5]} />
    </g>,
  ],
  photo: [<g key="wrong">{head(8)}</g>, <g key="right">{head(17)}</g>],
  copy: [
    <g key="wrong">
      <rect x={8} y={8} width={74} height={94} className="fill-sunken" stroke="none" />
      <Writing />
      <circle cx={62} cy={86} r={9} className="fill-none stroke-ink-3" />
    </g>,
    <g key="right">
      <Writing />
      <circle cx={62} cy={86} r={9} className="fill-info-soft stroke-info" />
    </g>,
  ],
};

function Sheet({ x, ok, children }: { x: number; ok: boolean; children: ReactNode }) {
  return (
    <g transform={`translate(${x} 6)`} strokeWidth={2.5} strokeLinecap="round">
      <svg x={0} y={0} width={90} height={110} viewBox="0 0 90 110">
        <rect x={1.5} y={1.5} width={87} height={107} rx={5} className="fill-surface stroke-line-strong" />
        {children}
      </svg>
      <g transform="translate(45 128)" className={ok ? "stroke-ok" : "stroke-late"} fill="none">
        {ok ? <path d="M-7 0 L-2 6 L8 -6" /> : <path d="M-6 -6 L6 6 M6 -6 L-6 6" />}
      </g>
    </g>
  );
}

/** A usual fault at a glance: how it came, and how it should be. Our own drawing; it takes the colours of the theme. */
export async function FaultPicture({ kind }: { kind: FaultKind }) {
  const { t } = await portalWords();
  const [wrong, right] = DRAWINGS[kind];
  return (
    <figure className="mt-3 rounded-md border border-line bg-surface p-3">
      <svg
        role="img"
        aria-label={t(`faults.${kind}`)}
        viewBox="0 0 230 144"
        className="mx-auto h-36 w-full max-w-72"
      >
        <Sheet x={10} ok={false}>
          {wrong}
        </Sheet>
        <Sheet x={130} ok>
          {right}
        </Sheet>
      </svg>
      <figcaption className="mt-1 text-center text-base text-ink-2">{t(`faults.${kind}`)}</figcaption>
    </figure>
  );
}
